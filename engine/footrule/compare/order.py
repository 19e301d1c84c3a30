"""Which of two amounts is the lesser in every submission, where that can be shown."""

from __future__ import annotations

from footrule.compare.structure import Side
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity
from footrule.model import expression as model

Placed = tuple[Side, model.Expression]
"""An expression and the side that it is on."""


def at_most(one: Placed, two: Placed) -> bool:
    """Whether the first can be shown never to be more than the second."""
    (left, x), (right, y) = one, two
    numbers = left.number(x), right.number(y)
    if numbers[0] == numbers[1]:
        return True
    known = left.forms.ordered
    if numbers not in known:
        known[numbers] = _at_most(left, left.meant(x), right, right.meant(y))
    return known[numbers]


def _at_most(left: Side, x: model.Expression, right: Side, y: model.Expression) -> bool:
    """A fixed amount that is taken off the lesser or put on the greater makes it no worse.

    One that depends on the submission may be missing, and then nothing is known of what was known before.
    """
    if _term_by_term(left, x, right, y):
        return True
    match x:
        case model.ArithmeticOf(_, _, model.Operator.MINUS, most, off) if _fixed(left, off):
            if at_most((left, most), (right, y)):
                return True
        case _:
            pass
    match y:
        case model.ArithmeticOf(_, _, model.Operator.PLUS, one, two):
            first = _fixed(right, two) and at_most((left, x), (right, one))
            return first or (_fixed(right, one) and at_most((left, x), (right, two)))
        case _:
            return False


def _term_by_term(left: Side, x: model.Expression, right: Side, y: model.Expression) -> bool:
    known = _compared(_constant(left, x), _constant(right, y))
    if known is not None:
        return known <= 0
    match x, y:
        case model.Negation(), model.Negation():
            return at_most((right, y.operand), (left, x.operand))
        case model.ArithmeticOf(), model.ArithmeticOf() if x.operator is y.operator:
            return _arithmetic(left, x, right, y)
        case model.Choice(), model.Choice() if left.same(x.condition, right, y.condition):
            return at_most((left, x.then), (right, y.then)) and at_most((left, x.otherwise), (right, y.otherwise))
        case model.AbsentTakenAs(), model.AbsentTakenAs() if left.same(x.operand, right, y.operand):
            return at_most((left, x.default), (right, y.default))
        case model.AggregateOver(), model.AggregateOver():
            return _aggregates(left, x, right, y)
        case _:
            return False


def less(one: Placed, two: Placed) -> bool:
    """Whether the first is less than the second, both being the same in every submission."""
    known = _compared(_constant(*one), _constant(*two))
    return known is not None and known < 0


def _arithmetic(left: Side, x: model.ArithmeticOf, right: Side, y: model.ArithmeticOf) -> bool:
    firsts = (left, x.left), (right, y.left)
    seconds = (left, x.right), (right, y.right)
    match x.operator:
        case model.Operator.PLUS:
            return at_most(*firsts) and at_most(*seconds)
        case model.Operator.MINUS:
            return at_most(*firsts) and at_most(seconds[1], seconds[0])
        case model.Operator.TIMES:
            by_second = left.same(x.right, right, y.right) and never_negative(left, x.right) and at_most(*firsts)
            by_first = left.same(x.left, right, y.left) and never_negative(left, x.left) and at_most(*seconds)
            return by_second or by_first
        case model.Operator.OVER:
            return left.same(x.right, right, y.right) and never_negative(left, x.right) and at_most(*firsts)


def _aggregates(left: Side, x: model.AggregateOver, right: Side, y: model.AggregateOver) -> bool:
    if x.name != y.name or x.name not in ("sum", "min", "max", "mean") or not left.same(x.source, right, y.source):
        return False
    inner, other = left.within(x.variable), right.within(y.variable)
    if (x.condition is None) is not (y.condition is None):
        return False
    if x.condition is not None and y.condition is not None and not inner.same(x.condition, other, y.condition):
        return False
    return at_most((inner, x.element), (other, y.element))


def never_negative(side: Side, node: model.Expression) -> bool:
    """Whether an amount is zero or more in every submission. A field of the submission may hold anything."""
    node = side.meant(node)
    match node:
        case model.Constant(_, _, Quantity() as value, _):
            return value.value >= 0
        case model.AggregateOver(_, _, "count" | "distinct"):
            return True
        case model.AggregateOver(_, _, _, variable, element):
            return never_negative(side.within(variable), element)
        case model.ArithmeticOf(_, _, model.Operator.PLUS | model.Operator.TIMES | model.Operator.OVER, one, two):
            return never_negative(side, one) and never_negative(side, two)
        case model.Choice(_, _, _, one, two):
            return never_negative(side, one) and never_negative(side, two)
        case _:
            return False


def _fixed(side: Side, node: model.Expression) -> bool:
    """Whether an amount is the same in every submission, and zero or more."""
    value = _constant(side, node)
    return isinstance(value, Duration) or (isinstance(value, Quantity) and value.value >= 0)


def _constant(side: Side, node: model.Expression) -> object:
    node = side.meant(node)
    match node:
        case model.Constant(_, _, value, _):
            return value
        case model.Negation(_, _, operand):
            positive = _constant(side, operand)
            return -positive if isinstance(positive, Quantity) else None
        case model.ArithmeticOf(_, _, operator, one, two):
            return _computed(operator, _constant(side, one), _constant(side, two))
        case _:
            return None


def _computed(operator: model.Operator, one: object, two: object) -> Quantity | None:
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return None
    match operator:
        case model.Operator.PLUS:
            return one + two
        case model.Operator.MINUS:
            return one - two
        case model.Operator.TIMES:
            return one * two
        case model.Operator.OVER:
            return one.divided_by(two)


def _compared(one: object, two: object) -> int | None:
    """-1, 0 or 1, or None where the two cannot be ordered."""
    match one, two:
        case Quantity(), Quantity() if one.dimension == two.dimension:
            return (one.value > two.value) - (one.value < two.value)
        case Instant(), Instant():
            return (one > two) - (one < two)
        case Duration(), Duration():
            if one.months <= two.months and one.days <= two.days:
                return 0 if one == two else -1
            return 1 if one.months >= two.months and one.days >= two.days else None
        case _:
            return None
