"""The one grammar of a decimal, and what a printed number says of its own precision.

The same grammar holds at every door: rules, submissions, parameters, the command line. It is ASCII digits only
(no `1_0`, no full-width digits, no `NaN`), at most 40 of them before and after the point, and an exponent of at
most two digits, so that no text of a few bytes can ask for a number of millions of digits.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from footrule.frozen import Frozen, dataclass
from footrule.text.pattern import pattern

_NONE = Fraction(0)
_LONGEST = len("+.e+") + 40 + 40 + 2
_DECIMAL = pattern(r"([+-]?)(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Printed(Frozen):
    """A number as it was printed: its exact value and half a unit of its last printed place.

    A zero that is printed without decimals is exact: nobody who writes `0` for "there is none" means "up to a half",
    and reading it so would hide half a kilogram in every absent position. `0.0` is a measured zero and is rounded.
    """

    text: str
    value: Fraction
    half_place: Fraction


def read_decimal(text: str) -> Printed | None:
    """The number a text prints, or None where the text is no decimal.

    >>> read_decimal("-1.23")
    Printed(text='-1.23', value=Fraction(-123, 100), half_place=Fraction(1, 200))
    >>> read_decimal("0").half_place, read_decimal("0.0").half_place
    (Fraction(0, 1), Fraction(1, 20))
    >>> read_decimal("1_0") is None
    True
    """
    return _read(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1024, typed=True)
def _read(text: str) -> Printed | None:
    """The same; many numbers are asked for twice, by a reader and by whoever tells how they were read."""
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    sign, whole, decimals, exponent = match.groups("")
    places = len(decimals) - int(exponent or 0)
    digits = int(sign + whole + decimals)
    value = Fraction(digits, 10**places) if places >= 0 else Fraction(digits * 10**-places)
    return Printed(text, value, _half_place(places) if digits or decimals else _NONE)


@lru_cache(maxsize=256)
def _half_place(places: int) -> Fraction:
    """Half a unit of the last place of a number with so many decimals, below zero where it ends before the point."""
    return Fraction(10) ** -places / 2


def decimal_text(value: Fraction, significant: int = 12) -> str:
    """A number as a person reads it: exact where it is a short decimal, else `significant` digits.

    >>> decimal_text(Fraction(1, 8)), decimal_text(Fraction(-1, 3)), decimal_text(Fraction(1200))
    ('0.125', '-0.333333333333', '1200')
    """
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    magnitude = abs(value)
    exponent = _exponent(magnitude)
    places = _exact_places(magnitude)
    if places is None or exponent + places >= max(significant, 20):
        places = significant - 1 - exponent
    scaled = _scaled(magnitude, places)
    if not -7 <= exponent <= 20:
        return sign + _scientific(scaled, places)
    return sign + _plain(scaled, places)


def rounded_text(value: Fraction, significant: int = 6) -> str:
    """A number in so many significant digits at most, and never in fewer than its whole part has.

    >>> rounded_text(Fraction("1524.65981")), rounded_text(Fraction(1, 3), 3), rounded_text(Fraction(12345678), 3)
    ('1524.66', '0.333', '12345678')
    """
    if value == 0:
        return "0"
    places = max(significant - 1 - _exponent(abs(value)), 0)
    return decimal_text(Fraction(_scaled(value, places), 10**places))


def _scaled(value: Fraction, places: int) -> int:
    """The value times a power of ten, rounded, ties to even: in whole numbers, which are quicker than fractions."""
    above, below = value.numerator, value.denominator
    if places >= 0:
        above *= 10**places
    else:
        below *= 10**-places
    whole, rest = divmod(above, below)
    return whole + (2 * rest > below or (2 * rest == below and whole % 2 == 1))


def _exponent(magnitude: Fraction) -> int:
    """The power of ten of the first significant digit."""
    above, below = magnitude.numerator, magnitude.denominator
    bits = above.bit_length() - below.bit_length()
    # From below: log10(2) lies between 0.30102 and 0.30103. What is missing to the answer, the loop adds.
    estimate = (bits - 1) * 30102 // 100000 if bits > 0 else (bits - 1) * 30103 // 100000
    while _at_least(above, below, estimate + 1):
        estimate += 1
    return estimate


def _at_least(above: int, below: int, power: int) -> bool:
    """Whether a fraction is at least a power of ten."""
    ten: int = 10 ** abs(power)
    return above >= below * ten if power >= 0 else above * ten >= below


def _exact_places(magnitude: Fraction) -> int | None:
    """How many decimals print the number exactly, or None where no number of them does."""
    rest, fives = magnitude.denominator, 0
    twos = (rest & -rest).bit_length() - 1
    rest >>= twos
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _plain(scaled: int, places: int) -> str:
    if places <= 0:
        return str(scaled * 10**-places)
    digits = str(scaled).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")


def _scientific(scaled: int, places: int) -> str:
    digits = str(scaled)
    power = len(digits) - 1 - places
    tail = digits[1:].rstrip("0")
    return f"{digits[0]}{'.' if tail else ''}{tail}e{power}"
