"""What an author might have written instead: every expression that differs from a checked one in one place.

A definition is left as it is, since it is varied on its own; so is a parameter, which is one thing wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum
from fractions import Fraction
from typing import cast

from footrule.analyse.steps import moved
from footrule.frozen import Frozen, dataclass
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity, exact
from footrule.measure.unit import ONE
from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.types import CodeType, QuantityType
from footrule.text.wording import Wording, worded


class Kind(Enum):
    """What kind of thing was changed."""

    THRESHOLD = "threshold"
    SIGN = "sign"
    LOGIC = "and/or"
    CONDITION = "condition"
    QUANTIFIER = "quantifier"
    CODE = "code"
    DEFAULT = "default"
    TOLERANCE = "tolerance"
    KEY = "key"
    PART = "part"


Step = tuple[str, int]
"""An expression within another: as it is written, and how many before it there are written alike."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Variant(Frozen):
    """An expression with one change: `clause` says it ("`3 %` were `4 %`"), `trail` leads to the place.

    `site` tells the thing that was changed from all others of the expression.
    """

    kind: Kind
    clause: Wording
    node: Expression
    trail: tuple[Step, ...] = ()
    site: tuple[object, ...] = ()


def were(before: str, after: str) -> Wording:
    """That one thing were another."""
    return worded(f"`{before}` were `{after}`", f"将 `{before}` 改为 `{after}`")


def left_out(what: str) -> Wording:
    """That something were not there."""
    return worded(f"`{what}` were left out", f"去掉 `{what}`")


def variants(node: Expression) -> Iterator[Variant]:
    """Every variant of an expression and of all within it."""
    yield from _of(node)
    if isinstance(node, model.Definition):
        return
    alike: dict[str, int] = {}
    for field, index, child in parts(node):
        nth = alike.get(child.written, 0)
        alike[child.written] = nth + 1
        if _is_left_alone(node, field, child):
            continue
        for one in variants(child):
            clause = _said_within(one.clause, node.written) if isinstance(child, model.Constant) else one.clause
            within = one.trail if child.written == node.written else ((child.written, nth), *one.trail)
            yield Variant(
                one.kind, clause, with_part(node, field, index, one.node), within, ((field, index), *one.site)
            )


def _said_within(clause: Wording, written: str) -> Wording:
    """A clause about a number, which alone says nothing, with what it stands in."""
    return worded(f"{clause.in_language('en')} in `{written}`", f"在 `{written}` 中{clause.in_language('zh')}")


def _is_left_alone(node: Expression, field: str, child: Expression) -> bool:
    """What its parent varies itself, and texts that a builtin takes, which mean nothing if they are others."""
    match node:
        case model.AbsentTakenAs():
            return field == "default"
        case model.OneOf():
            return field == "members" and isinstance(child, model.Constant) and not isinstance(child.value, Quantity)
        case model.BuiltinCall():
            return isinstance(child, model.Constant) and isinstance(child.value, str)
        case _:
            return False


_OF_EVERY_NODE = len(model.Node.__match_args__)


def parts(node: Expression) -> Iterator[tuple[str, int | None, Expression]]:
    """The expressions that one is made of: the field, the place in it where it holds several, and the expression."""
    for name in node.__match_args__[_OF_EVERY_NODE:]:
        value: object = getattr(node, name)
        if isinstance(value, model.Node):
            yield name, None, cast(Expression, value)
        elif isinstance(value, tuple):
            members = cast(tuple[object, ...], value)
            for index, one in enumerate(members):
                if isinstance(one, model.Node):
                    yield name, index, cast(Expression, one)


def with_part(node: Expression, field: str, index: int | None, child: Expression) -> Expression:
    """The expression with another one in that place."""
    value: object = child
    if index is not None:
        members = cast(tuple[Expression, ...], getattr(node, field))
        value = (*members[:index], child, *members[index + 1 :])
    make = cast(Callable[..., Expression], type(node))
    return make(*(value if name == field else getattr(node, name) for name in node.__match_args__))


def _of(node: Expression) -> Iterator[Variant]:
    """The variants that an expression has itself."""
    match node:
        case model.Constant():
            yield from _of_constant(node)
        case model.ComparisonOf():
            yield from _of_comparison(node)
        case model.BothOf(kind, written, left, right):
            clause = were(f"{left.written} and {right.written}", f"{left.written} or {right.written}")
            yield Variant(Kind.LOGIC, clause, model.EitherOf(kind, written, left, right))
        case model.EitherOf(kind, written, left, right):
            clause = were(f"{left.written} or {right.written}", f"{left.written} and {right.written}")
            yield Variant(Kind.LOGIC, clause, model.BothOf(kind, written, left, right))
        case model.QuantifiedOver():
            yield from _of_quantifier(node)
            yield from _without_condition(node, node.condition)
        case model.AggregateOver():
            yield from _without_condition(node, node.condition)
        case model.Selection():
            truth = model.Constant(node.condition.type, node.condition.written, True, None)
            yield Variant(Kind.CONDITION, left_out(f"where {node.condition.written}"), replace(node, condition=truth))
        case model.OneOf():
            yield from _of_members(node)
        case model.AbsentTakenAs():
            yield from _of_default(node)
        case model.WithinOf():
            twice = model.ArithmeticOf(
                node.tolerance.type, node.tolerance.written, model.Operator.TIMES, _TWO, node.tolerance
            )
            clause = worded(
                f"the tolerance `{node.tolerance.written}` were twice as much",
                f"将允差 `{node.tolerance.written}` 加倍",
            )
            yield Variant(Kind.TOLERANCE, clause, replace(node, tolerance=twice))
        case _:
            return


_TWO = model.Constant(QuantityType(ONE.dimension), "2", exact(Fraction(2), ONE), None)
_NEIGHBOURS = {
    model.Sign.BELOW: model.Sign.AT_MOST,
    model.Sign.AT_MOST: model.Sign.BELOW,
    model.Sign.ABOVE: model.Sign.AT_LEAST,
    model.Sign.AT_LEAST: model.Sign.ABOVE,
}
_OTHER_QUANTIFIERS = {
    model.Quantifier.EVERY: model.Quantifier.SOME,
    model.Quantifier.SOME: model.Quantifier.EVERY,
    model.Quantifier.NO: model.Quantifier.EXACTLY_ONE,
    model.Quantifier.EXACTLY_ONE: model.Quantifier.SOME,
}


def of_value(node: model.Constant, written: str) -> Iterator[tuple[Kind, str, model.Constant]]:
    """What may stand in the place of a constant, and how it reads: a number moved either way, another code or text."""
    value = node.value
    if isinstance(value, Quantity | Instant | Duration):
        for direction in (-1, 1):
            other = moved(value, written, direction)
            if other is not None:
                yield Kind.THRESHOLD, str(other), replace(node, value=other)
    elif isinstance(value, model.CodeValue) and isinstance(node.type, CodeType):
        codes = node.type.codes
        at = codes.index(value.code) + 1 if value.code in codes else 0
        following = codes[at % len(codes)]
        if following != value.code:
            yield Kind.CODE, following, replace(node, value=model.CodeValue(following))
    elif isinstance(value, str):
        yield Kind.CODE, f'"{value}?"', replace(node, value=f"{value}?")


def _of_constant(node: model.Constant) -> Iterator[Variant]:
    if node.parameter is None:
        for kind, reads, other in of_value(node, node.written):
            yield Variant(kind, were(node.written, reads), other)


def _of_comparison(node: model.ComparisonOf) -> Iterator[Variant]:
    sign = _NEIGHBOURS.get(node.sign)
    if sign is not None:
        left, right = node.left.written, node.right.written
        clause = were(f"{left} {node.sign.value} {right}", f"{left} {sign.value} {right}")
        yield Variant(Kind.SIGN, clause, replace(node, sign=sign))
    elif node.sign is model.Sign.EQUALS:
        clause = worded(
            f"no printed rounding were allowed in `{node.written}`", f"在 `{node.written}` 中不允许修约误差"
        )
        yield Variant(Kind.SIGN, clause, replace(node, sign=model.Sign.EXACTLY))


def _of_quantifier(node: model.QuantifiedOver) -> Iterator[Variant]:
    other = _OTHER_QUANTIFIERS[node.quantifier]
    clause = worded(
        f"`{node.quantifier.value}` were `{other.value}` in `{node.written}`",
        f"在 `{node.written}` 中将 `{node.quantifier.value}` 改为 `{other.value}`",
    )
    yield Variant(Kind.QUANTIFIER, clause, replace(node, quantifier=other))


def _without_condition(
    node: model.QuantifiedOver | model.AggregateOver, condition: Expression | None
) -> Iterator[Variant]:
    if condition is not None:
        yield Variant(Kind.CONDITION, left_out(f"where {condition.written}"), replace(node, condition=None))


def _of_members(node: model.OneOf) -> Iterator[Variant]:
    """One of several codes or texts left out; of a single one, another in its place."""
    for index, member in enumerate(node.members):
        if not isinstance(member, model.Constant) or isinstance(member.value, Quantity):
            continue
        rest = (*node.members[:index], *node.members[index + 1 :])
        clause = worded(
            f"`{member.written}` were left out of `{node.written}`", f"从 `{node.written}` 中去掉 `{member.written}`"
        )
        yield Variant(Kind.CODE, clause, replace(node, members=rest), site=("members", index))


def _of_default(node: model.AbsentTakenAs) -> Iterator[Variant]:
    """Another default; a list that counts as empty has no other, so there it is not known."""
    default = node.default
    if isinstance(default, model.Constant):
        others = list(of_value(default, default.written))[-1:]
        for _, reads, other in others:
            clause = worded(
                f"`{node.operand.written}` were taken as `{reads}` where it is absent",
                f"`{node.operand.written}` 缺失时按 `{reads}` 计",
            )
            yield Variant(Kind.DEFAULT, clause, replace(node, default=other))
    else:
        clause = worded(
            f"`{node.operand.written}` were not taken as anything where it is absent",
            f"`{node.operand.written}` 缺失时不作替代",
        )
        yield Variant(Kind.DEFAULT, clause, node.operand)
