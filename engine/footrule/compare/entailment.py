"""Whether one condition holds wherever another does, where that can be shown from their forms.

A condition is taken apart at `and`, `or` and `not` into alternatives of conjunctions (of the one that is supposed) and
conjunctions of alternatives (of the one that should follow); each alternative has to bring about a member of each. This
is sound in Kleene's logic both ways: what follows is true where the other is, and the other is false where it is false.
"""

from __future__ import annotations

from itertools import product

from footrule.compare.atoms import brings_about
from footrule.compare.order import Placed
from footrule.compare.structure import Side
from footrule.model import expression as model
from footrule.model.types import TRUTH

MOST_CLAUSES = 400
"""The most alternatives that are gone through; what falls into more of them is not decided."""

Clauses = list[tuple[Placed, ...]]


class TooMany(Exception):
    """A condition falls into more alternatives than are gone through."""


def entails(one: Placed, two: Placed) -> bool:
    """Whether the second condition can be shown to hold wherever the first does. Raises TooMany."""
    if one[0].same(one[1], two[0], two[1]):
        return True
    supposed = _clauses(*one, outer=model.EitherOf)
    wanted = _clauses(*two, outer=model.BothOf)
    return all(brings_about(given, asked, entails) for given in supposed for asked in wanted)


def _clauses(side: Side, node: model.Expression, outer: type[model.Node]) -> Clauses:
    """A condition as clauses joined by `outer`, each of them atoms joined by the other of `and` and `or`."""
    node = normal(side, node)
    match node:
        case model.BothOf(_, _, left, right) | model.EitherOf(_, _, left, right):
            one, two = _clauses(side, left, outer), _clauses(side, right, outer)
            found = one + two if isinstance(node, outer) else [(*x, *y) for x, y in product(one, two)]
            if len(found) > MOST_CLAUSES:
                raise TooMany
            return found
        case model.Constant(_, _, bool() as value, _):
            # True joined by `and` asks for nothing: no clause. Joined by `or`, one clause without an atom.
            return [()] if value is (outer is model.EitherOf) else []
        case _:
            return [((side, node),)]


def normal(side: Side, node: model.Expression) -> model.Expression:
    """A condition with its names resolved and `not` moved inwards, and lists asked for one thing at a time."""
    node = side.meant(node)
    match node:
        case model.NotOf(_, _, operand):
            return _denied(side, node, side.meant(operand))
        case model.QuantifiedOver(_, _, model.Quantifier.NO):
            return normal(side, _asking(node, model.Quantifier.EVERY, _not(node.asserted)))
        case model.QuantifiedOver(_, _, model.Quantifier.EVERY | model.Quantifier.SOME as quantifier):
            parted = model.BothOf if quantifier is model.Quantifier.EVERY else model.EitherOf
            inner = normal(side.within(node.variable), node.asserted)
            if isinstance(inner, parted):
                one, two = (_asking(node, quantifier, part) for part in (inner.left, inner.right))
                return parted(TRUTH, node.written, one, two)
            return _asking(node, quantifier, inner)
        case _:
            return node


def _denied(side: Side, node: model.NotOf, operand: model.Expression) -> model.Expression:
    match operand:
        case model.NotOf(_, _, inner):
            return normal(side, inner)
        case model.BothOf(_, written, left, right):
            return model.EitherOf(TRUTH, written, _not(left), _not(right))
        case model.EitherOf(_, written, left, right):
            return model.BothOf(TRUTH, written, _not(left), _not(right))
        case model.ComparisonOf(_, written, sign, left, right) if sign in _OPPOSITE:
            return model.ComparisonOf(TRUTH, written, _OPPOSITE[sign], left, right)
        case model.PresenceOf(_, written, of, given):
            return model.PresenceOf(TRUTH, written, of, not given)
        case model.Constant(_, written, bool() as value, parameter):
            return model.Constant(TRUTH, written, not value, parameter)
        case model.QuantifiedOver(_, _, quantifier) if quantifier in _OTHER:
            return normal(side, _asking(operand, _OTHER[quantifier], _denied_asked(operand)))
        case _:
            return model.NotOf(TRUTH, node.written, operand)


def _denied_asked(node: model.QuantifiedOver) -> model.Expression:
    return node.asserted if node.quantifier is model.Quantifier.NO else _not(node.asserted)


def _not(node: model.Expression) -> model.Expression:
    return model.NotOf(TRUTH, node.written, node)


def _asking(
    node: model.QuantifiedOver, quantifier: model.Quantifier, asserted: model.Expression
) -> model.QuantifiedOver:
    return model.QuantifiedOver(TRUTH, node.written, quantifier, node.variable, node.source, node.condition, asserted)


_OPPOSITE = {
    model.Sign.BELOW: model.Sign.AT_LEAST,
    model.Sign.AT_LEAST: model.Sign.BELOW,
    model.Sign.ABOVE: model.Sign.AT_MOST,
    model.Sign.AT_MOST: model.Sign.ABOVE,
}
_OTHER = {
    model.Quantifier.EVERY: model.Quantifier.SOME,
    model.Quantifier.SOME: model.Quantifier.EVERY,
    model.Quantifier.NO: model.Quantifier.SOME,
}
