"""How many digits a computed number may have at most: whether it may grow beyond what the interpreter computes with.

Bounds are in bits. Reported numbers share their denominators, a power of ten times what a document's own unit and the
table of units divide by; sums keep them, so that a sum over a list of any length stays computable. Quotients have
denominators of their own, and a sum of them multiplies these.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from footrule.doubts.forcing import constant
from footrule.doubts.situations import Key, Names
from footrule.evaluate.values import MOST_BITS
from footrule.measure.quantity import Quantity
from footrule.model import expression as model

_ENOUGH = MOST_BITS - 500
"""What is safe: the factors of builtins and of units, which are bounded one by one, may differ between two terms."""
_LENGTH_OF_A_LIST = 64


@dataclass(frozen=True, slots=True)
class Bound:
    """The most bits of a number's magnitude, and of the parts of its denominator: powers of ten, factors, its own."""

    magnitude: int
    tens: int
    factors: int
    own: int

    @property
    def denominator(self) -> int:
        """The most bits of the denominator."""
        return self.tens + self.factors + self.own

    @property
    def bits(self) -> int:
        """The most bits of either part of the fraction."""
        return self.magnitude + self.denominator


_REPORTED = Bound(magnitude=945, tens=466, factors=990, own=0)
"""A reported number (40 digits before and after the point, two of an exponent: 10^139), divided by another such where
the file reports for another amount than one unit; its predecessor may do so too."""
_GREATEST = Bound(MOST_BITS, 0, 0, MOST_BITS)


def too_many_digits(names: Names, node: model.ArithmeticOf | model.AggregateOver) -> bool:
    """Whether the result of an operation may be beyond measure."""
    found = _result(names, node)
    return found is None or found.bits > _ENOUGH


def _bound(names: Names, node: model.Expression) -> Bound:
    """The bound of a quantity; where it may be beyond measure, that of the greatest that is computed with."""
    meant = names.meant(node)
    if meant is not None:
        inner, expression = meant
        by_name: Key = ("digits", node.written)
        if by_name not in inner.known:
            inner.known[by_name] = _bound(inner, expression)
        return cast(Bound, inner.known[by_name])
    match node:
        case model.Constant(_, _, Quantity() as value, _):
            return _of_constant(value.value)
        case model.Negation(_, _, operand):
            return _bound(names, operand)
        case model.Choice(_, _, _, one, two) | model.AbsentTakenAs(_, _, one, two):
            return _either(_bound(names, one), _bound(names, two))
        case model.BuiltinCall(_, _, _, arguments):
            return _of_call([_bound(names, one) for one in arguments])
        case model.ArithmeticOf() | model.AggregateOver():
            key = ("digits", id(node))
            if key not in names.known:
                found = _result(names, node)
                names.known[key] = found if found is not None and found.bits <= _ENOUGH else _GREATEST
            return cast(Bound, names.known[key])
        case _:
            return _REPORTED


def _of_constant(value: Fraction) -> Bound:
    rest, places = value.denominator, 0
    while rest % 10 == 0 or rest % 5 == 0 or rest % 2 == 0:
        rest, places = rest // (10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2), places + 1
    return Bound(value.numerator.bit_length(), (Fraction(10) ** places).numerator.bit_length(), rest.bit_length(), 0)


def _of_call(arguments: list[Bound]) -> Bound:
    """A builtin multiplies by factors of its own, which have a few digits."""
    found = Bound(64, 0, 64, 0)
    for argument in arguments:
        found = _product(found, argument)
    return found


def _result(names: Names, node: model.ArithmeticOf | model.AggregateOver) -> Bound | None:
    """The bound of a result, or None where there is none, however long the numbers are."""
    if isinstance(node, model.AggregateOver):
        return _aggregated(names, node)
    one, two = _bound(names, node.left), _bound(names, node.right)
    match node.operator:
        case model.Operator.TIMES:
            return _product(one, two)
        case model.Operator.OVER:
            divisor = constant(names, node.right)
            if divisor is not None and divisor.value:
                return _product(one, _of_constant(1 / divisor.value))
            return _quotient(one, two)
        case _:
            return _sum(one, two)


def _product(one: Bound, two: Bound) -> Bound:
    return Bound(one.magnitude + two.magnitude, one.tens + two.tens, one.factors + two.factors, one.own + two.own)


def _quotient(one: Bound, two: Bound) -> Bound:
    """What the divisor is divided by cancels as far as the dividend is divided by it too."""
    return Bound(
        one.magnitude + two.denominator,
        max(0, one.tens - two.tens),
        max(0, one.factors - two.factors),
        one.own + two.bits,
    )


def _sum(one: Bound, two: Bound) -> Bound:
    longest = _either(one, two)
    return Bound(longest.magnitude + 1, longest.tens, longest.factors, one.own + two.own)


def _either(one: Bound, two: Bound) -> Bound:
    return Bound(
        max(one.magnitude, two.magnitude),
        max(one.tens, two.tens),
        max(one.factors, two.factors),
        max(one.own, two.own),
    )


def _aggregated(names: Names, node: model.AggregateOver) -> Bound | None:
    if node.name in ("count", "distinct"):
        return Bound(_LENGTH_OF_A_LIST, 0, 0, 0)
    one = _bound(names.with_element(node.variable, ("element", id(node))), node.element)
    if node.name in ("min", "max"):
        return one
    if one.own:
        return None
    total = Bound(one.magnitude + _LENGTH_OF_A_LIST, one.tens, one.factors, 0)
    return total if node.name == "sum" else _product(total, Bound(1, 0, 0, _LENGTH_OF_A_LIST))
