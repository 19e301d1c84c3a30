"""Comparisons of values of one type. Numbers as printed, except where a rule says `equals` or `within`."""

from __future__ import annotations

from footrule.evaluate.values import Unknown, Value
from footrule.measure.instant import Instant
from footrule.measure.quantity import Quantity
from footrule.model.expression import Sign
from footrule.text.wording import Wording, worded

RELATIVE_TO_ZERO = worded("a relative tolerance of zero decides nothing", "相对于零的允差无法判定")
TOO_CLOSE = worded(
    "the footprint was computed in rounded numbers, and the two differ by less than that leaves open",
    "碳足迹按浮点数计算，两者之差小于其误差限，无法判定",
)


def no_rate(left: Quantity, right: Quantity) -> Wording | None:
    """Why two quantities cannot be added or compared: amounts of money arrive with the data, each in its currency."""
    if left.comparable_with(right):
        return None
    one, two = (quantity.unit.symbol or "1" for quantity in (left, right))
    return worded(f"{one} and {two} are not converted without a stated rate", f"未给定汇率，{one} 与 {two} 不作换算")


def same(left: Value, right: Value) -> bool | Unknown:
    """Whether two values are one: numbers as printed, texts and codes letter by letter."""
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        why = no_rate(left, right)
        if why is None and left.is_close_to(right):
            why = TOO_CLOSE
        return left.value == right.value if why is None else Unknown((), why)
    return left == right


def compare(sign: Sign, left: Value, right: Value) -> bool | Unknown:
    """Whether `left sign right`."""
    if sign is Sign.EXACTLY:
        return same(left, right)
    if isinstance(left, Instant) and isinstance(right, Instant):
        order = (left > right) - (left < right)
    else:
        assert isinstance(left, Quantity) and isinstance(right, Quantity), "the checker let something be compared"
        why = no_rate(left, right)
        if why is not None:
            return Unknown((), why)
        if sign is Sign.EQUALS:
            return _decided(left.equals(right))
        if left.is_close_to(right):
            return Unknown((), TOO_CLOSE)
        order = (left.value > right.value) - (left.value < right.value)
    match sign:
        case Sign.BELOW:
            return order < 0
        case Sign.AT_MOST:
            return order <= 0
        case Sign.ABOVE:
            return order > 0
        case _:
            return order >= 0


def within(left: Quantity, right: Quantity, tolerance: Quantity, *, relative: bool) -> bool | Unknown:
    """Whether two quantities differ by at most a tolerance, printed rounding allowed on top."""
    why = no_rate(left, right) or (None if relative else no_rate(right, tolerance))
    if why is not None:
        return Unknown((), why)
    if relative and right.value == 0:
        return Unknown((), RELATIVE_TO_ZERO)
    allowed = tolerance * right.magnitude() if relative else tolerance
    return _decided(left.within(allowed.value, right, allowed.bound))


def _decided(outcome: bool | None) -> bool | Unknown:
    return Unknown((), TOO_CLOSE) if outcome is None else outcome
