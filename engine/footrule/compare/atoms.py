"""Which single condition follows from which: limits, lists of codes, texts, what is asked of every element."""

from __future__ import annotations

from collections.abc import Callable

from footrule.compare.order import Placed, at_most, less
from footrule.compare.structure import Side
from footrule.model import expression as model

Entails = Callable[[Placed, Placed], bool]


def brings_about(given: tuple[Placed, ...], asked: tuple[Placed, ...], entails: Entails) -> bool:
    """Whether conditions that hold together see to it that one of some others holds."""
    if any(_follows(one, two, entails) for one in given for two in asked):
        return True
    allowed, excluded = _members(asked, denied=False), _members(given, denied=True)
    among = _members(given, denied=False)
    out = _members(asked, denied=True)
    return any(allowed.get(left, set()) >= codes for left, codes in among.items()) or any(
        excluded.get(left, set()) >= codes for left, codes in out.items()
    )


def _members(atoms: tuple[Placed, ...], *, denied: bool) -> dict[int, set[int]]:
    """The values that something is said to be one of (or, `denied`, none of), by what is said so."""
    found: dict[int, set[int]] = {}
    for side, node in atoms:
        if isinstance(node, model.NotOf) is not denied:
            continue
        match node.operand if isinstance(node, model.NotOf) else node:
            case model.OneOf(_, _, left, members):
                found.setdefault(side.number(left), set()).update(side.number(one) for one in members)
            case model.ComparisonOf(_, _, model.Sign.EXACTLY, left, right):
                found.setdefault(side.number(left), set()).add(side.number(right))
            case _:
                pass
    return found


def _follows(one: Placed, two: Placed, entails: Entails) -> bool:
    (left, x), (right, y) = one, two
    if left.same(x, right, y):
        return True
    match x, y:
        case model.NotOf(), model.NotOf():
            return entails((right, y.operand), (left, x.operand))
        case model.ComparisonOf(), model.ComparisonOf():
            return _comparison(left, x, right, y)
        case model.WithinOf(), model.WithinOf():
            same = left.same(x.left, right, y.left) and left.same(x.right, right, y.right)
            return same and x.relative is y.relative and at_most((left, x.tolerance), (right, y.tolerance))
        case model.TextTestOf(), model.TextTestOf():
            return left.same(x.left, right, y.left) and _text(left, x, right, y)
        case model.QuantifiedOver(), model.QuantifiedOver():
            return _quantified(left, x, right, y, entails)
        case _:
            return False


def _comparison(left: Side, x: model.ComparisonOf, right: Side, y: model.ComparisonOf) -> bool:
    asked = _ordered(y)
    if asked is None:
        exact = x.sign is model.Sign.EXACTLY and y.sign is model.Sign.EQUALS
        return exact and left.same(x.left, right, y.left) and left.same(x.right, right, y.right)
    low, high, strict = asked
    if x.sign is model.Sign.EXACTLY:
        pairs = [(x.left, x.right, False), (x.right, x.left, False)]
    else:
        given = _ordered(x)
        pairs = [] if given is None else [given]
    return any(_between(left, one, right, (low, high, strict)) for one in pairs)


_Ordered = tuple[model.Expression, model.Expression, bool]
"""What is less, what is more, and whether they may not be equal."""


def _between(left: Side, given: _Ordered, right: Side, asked: _Ordered) -> bool:
    """Whether low <= high follows from another such, because its ends lie no nearer to each other."""
    lows = (right, asked[0]), (left, given[0])
    highs = (left, given[1]), (right, asked[1])
    if not (at_most(*lows) and at_most(*highs)):
        return False
    return not asked[2] or given[2] or less(*lows) or less(*highs)


def _ordered(node: model.ComparisonOf) -> _Ordered | None:
    match node.sign:
        case model.Sign.BELOW | model.Sign.AT_MOST:
            return node.left, node.right, node.sign is model.Sign.BELOW
        case model.Sign.ABOVE | model.Sign.AT_LEAST:
            return node.right, node.left, node.sign is model.Sign.ABOVE
        case _:
            return None


def _text(left: Side, x: model.TextTestOf, right: Side, y: model.TextTestOf) -> bool:
    match left.meant(x.right), right.meant(y.right):
        case model.Constant(_, _, str() as longer, _), model.Constant(_, _, str() as shorter, _):
            pass
        case _:
            return False
    match x.test, y.test:
        case model.TextTest.LIES_IN, _:
            return y.test is x.test and shorter == longer
        case _, model.TextTest.CONTAINS:
            return shorter in longer
        case model.TextTest.STARTS_WITH, model.TextTest.STARTS_WITH:
            return longer.startswith(shorter)
        case model.TextTest.ENDS_WITH, model.TextTest.ENDS_WITH:
            return longer.endswith(shorter)
        case _:
            return False


def _quantified(left: Side, x: model.QuantifiedOver, right: Side, y: model.QuantifiedOver, entails: Entails) -> bool:
    """What holds for every element of a part of a list holds for every one of a smaller part."""
    if x.quantifier is not y.quantifier or not left.same(x.source, right, y.source):
        return False
    inner, other = left.within(x.variable), right.within(y.variable)
    asserted = entails((inner, x.asserted), (other, y.asserted))
    match x.quantifier:
        case model.Quantifier.EVERY:
            return asserted and conditions_entail((other, y.condition), (inner, x.condition), entails)
        case model.Quantifier.SOME:
            return asserted and conditions_entail((inner, x.condition), (other, y.condition), entails)
        case _:
            return False


def conditions_entail(
    one: tuple[Side, model.Expression | None], two: tuple[Side, model.Expression | None], entails: Entails
) -> bool:
    """As `entails`, where a condition that is not there always holds."""
    if two[1] is None:
        return True
    return one[1] is not None and entails((one[0], one[1]), (two[0], two[1]))
