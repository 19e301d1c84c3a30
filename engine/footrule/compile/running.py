"""What generated code calls while it runs: tables that fill themselves, the grammar of decimals, exact comparisons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from functools import lru_cache
from typing import Generic, TypeVar

import msgspec

from footrule.measure.decimal import read_decimal
from footrule.measure.instant import Duration, Instant, read_instant
from footrule.measure.unit import ONE
from footrule.submission.reported_units import flow_unit
from footrule.submission.vocabulary import code_name
from footrule.submission.wire import WireMeasured
from footrule.text.pattern import pattern

MOST_KEPT = 4096
LONGEST_NUMBER = 24
"""In characters. A longer one is read by the interpreter: then no number that is computed of ten can have more digits
than are computed with."""
LARGEST_EXPONENT = 20
MOST_NUMBERS = 3000
"""In one document. With more, the bound on rounding would not hold: see `CLOSE`."""
CLOSE = 2.0**-40
"""Two sums that differ by less than this part of their absolute terms may be equal.

Each operation rounds by at most 2**-53 of its result; a value that was computed in n steps is off by at most n * 2**-52
of the sum of its absolute terms. This is n = 4096; a document has at most `MOST_NUMBERS` numbers, and a rule multiplies
few of them.
"""

_Known = TypeVar("_Known")


class NotClean(Exception):
    """The reader would notice something: the document is for the interpreter."""


class Known(dict[str, _Known], Generic[_Known]):
    """What texts stand for, found once for each; it forgets everything when it has grown large."""

    def __init__(self, find: Callable[[str], _Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> _Known:
        found = self._find(text)
        if len(self) >= MOST_KEPT:
            self.clear()
        self[text] = found
        return found


def _instant(text: str) -> Instant:
    if (
        len(text) == 20
        and text[10] == "T"
        and text[19] == "Z"
        and text[17:19] != "59"
        and text[4] == text[7] == "-"
        and text[13] == text[16] == ":"
    ):
        try:
            return Instant(datetime.fromisoformat(text).astimezone(UTC))
        except ValueError:
            raise NotClean from None
    found = read_instant(text)
    if found is None:
        raise NotClean
    return found


def _date(text: str) -> Instant:
    found = read_instant(text)
    if found is None and len(text) == len("2025-12-31"):
        found = read_instant(f"{text}T00:00:00Z")
    if found is None:
        raise NotClean
    return found


INSTANTS = Known(_instant)
DATES = Known(_date)
NAMES = Known(code_name)
"""Codes of open lists by what is printed."""


def forms_known(matches: Callable[[str], object]) -> Known[bool]:
    """Texts that have a form; any other is not clean."""

    def find(text: str) -> bool:
        if not matches(text):
            raise NotClean
        return True

    return Known(find)


def units_known(kind: WireMeasured) -> Known[tuple[int, float]]:
    """Which field of a measured number a unit fills, by its place, and the base units that one of it is."""

    def find(text: str | None) -> tuple[int, float]:
        unit = flow_unit(text) if text is not None else None
        if unit is None:
            raise NotClean
        for number, (_, asked) in enumerate(kind.fields):
            counts = kind.unit_in is not None and asked == ONE
            if unit.symbol == "" if counts else unit.dimension == asked.dimension:
                return number, float(unit.factor)
        raise NotClean

    return Known(find)


def looked_up(
    index: Mapping[str | None, list[object]], text: str | None, every: Sequence[object] | None
) -> Sequence[object]:
    """The elements that have a text, by an index of them; all of them where it, or the text of one, is not known."""
    return every or () if text is None or None in index else index.get(text, ())


_PLAIN = b"0123456789.-"
_DECIMAL = pattern(r"[+-]?\d{1,24}(?:\.\d{1,24})?(?:[eE]([+-]?\d{1,2}))?", re.ASCII)


number: Callable[[str], float] = msgspec.json.Decoder(float).decode
"""The float nearest to a decimal, ten times as quick as `float`; it takes what JSON takes and some white space.

Raises msgspec's errors for anything else, so for some decimals of the grammar that JSON has not (`+1`, `007`).
"""


def are_decimals(numbers: Sequence[str], converted: Sequence[str]) -> bool:
    """Whether all are decimals of the grammar, short enough to be computed with in floating point.

    Those that are `converted` are known to be numbers to JSON; of the others that is looked at here.
    """
    every = (*numbers, *converted)
    if not every:
        return True
    if len(every) > MOST_NUMBERS or max(map(len, every)) > LONGEST_NUMBER:
        return False
    list(map(number, numbers))
    return not "".join(every).encode().translate(None, _PLAIN) or all(map(_is_decimal, every))


def _is_decimal(text: str) -> bool:
    match = _DECIMAL.fullmatch(text)
    return match is not None and abs(int(match[1] or 0)) <= LARGEST_EXPONENT


_HALVES = tuple(0.5 * 10.0**-places for places in range(LONGEST_NUMBER + 1))


def half(text: str) -> float:
    """Half a unit in the last place that a decimal prints (see `measure.decimal.Printed`)."""
    point = text.find(".")
    if "e" in text or "E" in text:
        printed = read_decimal(text)
        return float(printed.half_place) if printed is not None else 0.0
    if point >= 0:
        return _HALVES[len(text) - point - 1]
    return 0.5 if number(text) else 0.0


def half_of(number: tuple[int, float, str, str]) -> float:
    """The same of a number with its unit, in base units."""
    _, _, text, unit = number
    return half(text) * _factor(unit)


@lru_cache(maxsize=MOST_KEPT)
def _factor(unit: str) -> float:
    known = flow_unit(unit)
    assert known is not None, "the unit of a clean number"
    return float(known.factor)


@lru_cache(maxsize=MOST_KEPT)
def exactly(text: str, unit: str) -> Fraction:
    """The exact value of a printed number in base units."""
    printed, known = read_decimal(text), flow_unit(unit)
    if printed is None or known is None:
        raise NotClean
    return printed.value * known.factor


def moved(instant: Instant, by: Duration, sign: int) -> Instant | None:
    """An instant moved along the calendar, found once; None where the calendar ends."""
    return _moved(instant.moment, instant.ends_day, by.months, by.days, sign)


@lru_cache(maxsize=MOST_KEPT)
def _moved(moment: datetime, ends_day: bool, months: int, days: int, sign: int) -> Instant | None:
    return Instant(moment, ends_day).plus(Duration(months, days), sign)


def is_each_key_once(data: bytes, encoded: bytes, *, opaque: bool) -> bool:
    """Whether no object of a document has a key twice, of which the decoder keeps the last.

    Where nothing but white space was lost on the way, as many quotation marks are left; escapes could hide one.
    """
    if not opaque and (b"\\" not in data or b"\\u00" not in data) and data.count(b'"') == encoded.count(b'"'):
        return True
    from footrule.submission.intake import Unreadable
    from footrule.submission.json_text import decode

    return not isinstance(decode(data, ""), Unreadable)


@lru_cache(maxsize=MOST_KEPT)
def sign(text: str, unit: str, constant: str) -> int:
    """Whether a printed number is less than a constant (-1), is it (0), or is more (1)."""
    value, limit = exactly(text, unit), Fraction(constant)
    return (value > limit) - (value < limit)


@lru_cache(maxsize=MOST_KEPT)
def order(text: str, unit: str, other: str, its_unit: str) -> int:
    """Whether a printed number is less than another one (-1), is it (0), or is more (1)."""
    one, two = exactly(text, unit), exactly(other, its_unit)
    return (one > two) - (one < two)
