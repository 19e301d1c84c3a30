"""The next thing that an author might have written instead of a number, a date or a duration.

A number moves by one in its last printed place, or by a tenth of itself where that is more, so that it stays a number
one would print: 3 % becomes 2 % or 4 %, 0.05 becomes 0.04 or 0.06, 2050 becomes 1845 or 2255.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil

from footrule.measure.decimal import decimal_text, read_decimal
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity, exact

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_TENTH = Fraction(1, 10)

Measured = Quantity | Instant | Duration


def moved(value: Measured, written: str, direction: int) -> Measured | None:
    """The value one step up (1) or down (-1); a date moves by a day, a duration by a day or a month.

    `written` is how its author wrote it. None where the calendar ends.

    >>> from footrule.measure.unit import PERCENT
    >>> str(moved(exact(Fraction(3), PERCENT), "3 %", 1)), str(moved(exact(Fraction(3), PERCENT), "3 %", -1))
    ('4 %', '2 %')
    """
    match value:
        case Quantity():
            return exact(value.value / value.unit.factor + direction * step(value, written), value.unit)
        case Instant():
            return value.plus(Duration(0, 1), direction)
        case Duration(months, days):
            return Duration(months + direction, days) if months else Duration(months, days + direction)


def step(value: Quantity, written: str) -> Fraction:
    """How far a number moves, in its own unit."""
    amount = abs(value.value / value.unit.factor)
    place = _last_place(written) or _last_place(decimal_text(amount)) or Fraction(1)
    return place * max(1, ceil(amount * _TENTH / place))


def _last_place(written: str) -> Fraction | None:
    """One in the last place of a number as it is printed."""
    match = _NUMBER.match(written)
    number = read_decimal(match[0]) if match is not None else None
    if number is None:
        return None
    return Fraction(1) if number.half_place == 0 else 2 * number.half_place
