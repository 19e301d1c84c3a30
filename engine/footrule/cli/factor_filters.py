"""What `footrule factors search` is asked for: its options read, each by its value or its name in either language."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import TypeVar

from footrule.factors.database import Factors
from footrule.factors.factor import Kind, Scope, Status
from footrule.factors.place_names import code_called, place_like
from footrule.factors.search import Asked, Period, words_of
from footrule.measure.instant import read_date
from footrule.report.factor_words import KINDS, SCOPES, STATUSES
from footrule.report.visible import without_surrogates
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_Choice = TypeVar("_Choice", bound=Enum)

ASK_SOMETHING = worded(
    "search for what? `footrule factors search electricity --geography CN`",
    "请给出要查找的词，如 footrule factors search 电力 --geography CN",
)


def asked_for(options: Namespace, factors: Factors) -> Asked | Wording:
    """What is searched for, or which option makes no sense."""
    place = _place(options.geography, factors)
    if isinstance(place, Wording):
        return place
    period = _period(options.year, options.day)
    if isinstance(period, Wording):
        return period
    scope = _choice("--scope", options.scope, Scope, SCOPES)
    if isinstance(scope, Wording):
        return scope
    kind = _choice("--kind", options.kind, Kind, KINDS)
    if isinstance(kind, Wording):
        return kind
    status = _choice("--status", options.status, Status, STATUSES)
    if isinstance(status, Wording):
        return status
    # The names of the command line may hold what no text of a table does, and no database takes.
    words = words_of([without_surrogates(one) for one in options.words])
    series = None if options.series is None else without_surrogates(options.series)
    asked = Asked(words, place, period, scope, kind, series, status)
    return ASK_SOMETHING if asked == Asked() else asked


def limit_of(options: Namespace) -> int | Wording:
    """How many rows are shown at most."""
    text: str = options.limit
    if _NUMBER.fullmatch(text) is None:
        return worded(f"--limit {text}: write a number from 1 on", f"--limit {text}：请写不小于1的数")
    return int(text)


def _place(text: str | None, factors: Factors) -> str | Wording | None:
    if text is None:
        return None
    code = code_called(factors.geography, text)
    return code or _unknown("--geography", text, place_like(factors.geography, text), ())


def _period(year: str | None, day: str | None) -> Period | Wording | None:
    if year is not None:
        if YEAR.fullmatch(year) is None:
            return worded(f"--year {year}: write a year as 2023", f"--year {year}：年份请写作 2023")
        return Period(date(int(year), 1, 1), date(int(year), 12, 31))
    if day is None:
        return None
    read = read_date(day)
    if read is None:
        return worded(f"--day {day}: write a day as 2023-06-01", f"--day {day}：日期请写作 2023-06-01")
    return Period(read, read)


def _choice(
    option: str, text: str | None, choices: type[_Choice], names: Mapping[_Choice, Wording]
) -> _Choice | Wording | None:
    """One of some choices by its value or its name, however its words are joined."""
    if text is None:
        return None
    known = {_joined(name): one for one in choices for _, name in names[one].texts}
    known |= {_joined(str(one.value)): one for one in choices}
    found = known.get(_joined(text))
    values = [str(one.value) for one in choices]
    return _unknown(option, text, nearest(text, values), values) if found is None else found


def _joined(text: str) -> str:
    return text.strip().lower().replace("-", "_").replace(" ", "_")


def _unknown(option: str, text: str, meant: str | None, choices: Sequence[str]) -> Wording:
    if meant is not None:
        return worded(f"{option} {text}: did you mean {meant}?", f"{option} {text}：是否指 {meant}？")
    if choices:
        listed = ", ".join(choices)
        return worded(f"{option} {text}: it is one of {listed}", f"{option} {text}：可选 {listed}")
    return worded(f"{option} {text}: no place is called so", f"{option} {text}：没有此地区")
