"""What is wrong with a row of a table, by itself.

A table of a user may have a million rows. What many rows have in common (kind and unit, period, codes) is judged once
for each combination that occurs, and a row of which nothing unusual is left is passed by a test of a microsecond.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from operator import itemgetter

from footrule.factors import columns as at
from footrule.factors.columns import COLUMNS, Texts, arranged
from footrule.factors.figures import wrong_figures
from footrule.factors.geography import Geography
from footrule.factors.meaning import wrong_codes, wrong_meaning, wrong_period
from footrule.factors.place_names import code_called
from footrule.text.wording import Wording, worded

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}", re.ASCII)
_ID_OR_NONE = re.compile(rf"(?:{_ID.pattern})?", re.ASCII)
_PLAIN = re.compile(r"(?=.*[1-9])\d{1,15}(?:\.\d{1,15})?", re.ASCII)
"""A positive decimal without sign or exponent."""
_SHORT = r"\d{1,9}(?:\.\d{1,9})?"
_PARTS = re.compile(rf"[A-Za-z0-9]+={_SHORT}(?:;[A-Za-z0-9]+={_SHORT})*", re.ASCII)
_TERM = re.compile(_SHORT, re.ASCII)
"""So short that `Decimal` adds many of them without rounding."""

_HALF = Decimal("0.5")

_MEANING = (at.KIND, at.UNIT, at.GAS, at.ORIGIN, at.GWP_SET, at.SCOPE, at.STATUS, at.SOURCE_YEAR)
_PERIOD = (at.VALID_FROM, at.VALID_UNTIL)
_CODES = (at.CAS, at.HS)


class RowCheck:
    """Judges the rows of tables; `geography` has the places that there are."""

    def __init__(self, geography: Geography) -> None:
        self._geography = geography

    def of(self, columns: Sequence[str]) -> ChecksOfFile:
        """The same for the rows of a file with these columns."""
        return ChecksOfFile(columns, self._geography)


class ChecksOfFile:
    """Judges the rows of one file, which are texts in the order of its columns."""

    def __init__(self, columns: Sequence[str], geography: Geography) -> None:
        self._columns = columns
        self._geography, self._places = geography, geography.places
        self._id, self._name, self._place, self._value = (
            columns.index(COLUMNS[one]) for one in (at.ID, at.NAME, at.GEOGRAPHY, at.VALUE)
        )
        self._series = columns.index("series") if "series" in columns else self._id
        self._low, self._high, self._parts, self._quality = (
            columns.index(one) if one in columns else None for one in ("low", "high", "parts", "quality")
        )
        self._meaning, self._period, self._codes = (_texts_of(group, columns) for group in (_MEANING, _PERIOD, _CODES))
        self._meanings, self._periods, self._code_pairs = set[Texts](), set[Texts](), set[Texts]()

    def plainly_in_order(self, row: Texts) -> bool:
        """Whether a row is sound at first sight. INVARIANT: then `problems` finds nothing in it."""
        return (
            self._meaning(row) in self._meanings
            and self._period(row) in self._periods
            and self._codes(row) in self._code_pairs
            and row[self._place] in self._places
            and _ID.fullmatch(row[self._id]) is not None
            and _ID_OR_NONE.fullmatch(row[self._series]) is not None
            and row[self._name] != ""
            and _PLAIN.fullmatch(row[self._value]) is not None
            and (self._quality is None or row[self._quality] == "")
            and (self._low is None or _plainly_below(row[self._low], row[self._value]))
            and (self._high is None or _plainly_below(row[self._value], row[self._high]))
            and (self._parts is None or _plainly_adds_up(row[self._parts], row[self._value]))
        )

    def problems(self, row: Texts) -> list[Wording]:
        """What is wrong with a row, nothing where it is sound."""
        texts = arranged(row, self._columns)
        found = list(_wrong_names(texts))
        for judge, of_row, sound in (
            (wrong_meaning, self._meaning, self._meanings),
            (wrong_period, self._period, self._periods),
            (wrong_codes, self._codes, self._code_pairs),
        ):
            key = of_row(row)
            wrong = [] if key in sound else list(judge(texts))
            if not wrong:
                sound.add(key)
            found += wrong
        if texts[at.GEOGRAPHY] not in self._places:
            found.append(_no_place(texts[at.GEOGRAPHY], self._geography))
        return [*found, *wrong_figures(texts)]


def _plainly_below(low: str, high: str) -> bool:
    """Whether the one is a plain decimal well below the other, as far as there are two."""
    if low == "" or high == "":
        return True
    both_plain = _PLAIN.fullmatch(low) is not None and _PLAIN.fullmatch(high) is not None
    return both_plain and float(low) < float(high)


def _plainly_adds_up(parts: str, value: str) -> bool:
    """Whether parts come to a value within half a unit in its own last place, whatever theirs is; or there are none."""
    if parts == "":
        return True
    if _PARTS.fullmatch(parts) is None or _TERM.fullmatch(value) is None:
        return False
    pairs = [one.split("=") for one in parts.split(";")]
    off = abs(sum(Decimal(number) for _, number in pairs) - Decimal(value))
    places = len(value.partition(".")[2])
    return len({gas for gas, _ in pairs}) == len(pairs) and off.scaleb(places) <= _HALF


def _texts_of(group: Sequence[int], columns: Sequence[str]) -> Callable[[Texts], Texts]:
    """What takes from a row the texts of some columns, as far as the file has them."""
    places = [columns.index(COLUMNS[one]) for one in group if COLUMNS[one] in columns]
    if len(places) > 1:
        return itemgetter(*places)
    return itemgetter(slice(places[0], places[0] + 1)) if places else itemgetter(slice(0))


def _wrong_names(row: Texts) -> Iterator[Wording]:
    for column, pattern in ((at.ID, _ID), (at.SERIES, _ID_OR_NONE)):
        name, text = COLUMNS[column], row[column]
        if pattern.fullmatch(text) is None:
            yield worded(
                f"{name}: `{text}` has to be of small letters, digits, `.`, `-` and `_`",
                f"{name}：“{text}”只能含小写字母、数字、“.”“-”“_”",
            )
    if not row[at.NAME]:
        yield worded("it has no name", "缺少名称")


def _no_place(text: str, geography: Geography) -> Wording:
    if not text:
        return worded("geography is empty", "geography为空")
    meant = code_called(geography, text)
    en, zh = (f"; did you mean {meant}?", f"；是否指 {meant}？") if meant else ("", "")
    return worded(f"geography: `{text}` is not known{en}", f"geography：未知的“{text}”{zh}")
