"""Searching the factor database for a person: words and filters, the best match first, and what comes nearest.

What comes first is said in ranking.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from footrule.factors.database import Factors, NotFound
from footrule.factors.factor import Factor, Kind, Scope, Status
from footrule.factors.geography import WORLD
from footrule.factors.place_names import code_called, half_width
from footrule.factors.ranking import Away, codes_of, rank
from footrule.text.suggest import nearest

MOST_WORDS_OF_A_QUERY = 10
"""The database is asked for so many words; the others are looked for in what it answers."""
_MOST_NAMES = 20_000
_BETWEEN_WORDS = re.compile(r"[\s，、；]+")
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_WORD = re.compile(r"[a-z0-9]{3,}|[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last of some days."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for: words in any order, and what a row has to be besides; None where that does not matter."""

    words: tuple[str, ...] = ()
    place: str | None = None
    period: Period | None = None
    scope: Scope | None = None
    kind: Kind | None = None
    series: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """What would be found without one thing that was asked for: the name of that field, or the word."""

    without: str
    word: str
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """What a word that no row has may mean: of the `kind` place, year, word or series, or of none (empty)."""

    word: str
    kind: str
    meant: str


def words_of(texts: Sequence[str]) -> tuple[str, ...]:
    """The words of some texts, each once, as they are looked for: small letters, full-width ones made plain."""
    split = (word for text in texts for word in _BETWEEN_WORDS.split(half_width(text).lower()))
    return tuple(dict.fromkeys(word for word in split if word))


def best(factors: Factors, asked: Asked) -> tuple[Factor, ...]:
    """The rows that answer, the best match first."""
    here = None if asked.place is None else factors.geography.outwards(asked.place)
    away = Away(factors.geography, here)
    found = [(rank(one, asked.words, away), one) for one in _candidates(factors, asked) if _fits(one, asked, here)]
    return tuple(one for _, one in sorted(found, key=lambda entry: entry[0]))


def _candidates(factors: Factors, asked: Asked) -> Iterable[Factor]:
    if asked.series is not None and not asked.words:
        return factors.rows_of(asked.series)
    return factors.search(asked.words[:MOST_WORDS_OF_A_QUERY])


def near(factors: Factors, asked: Asked) -> Iterator[Near]:
    """What would be found if one thing that was asked for were left out, for each of which that helps."""
    for name, without in _looser(asked):
        found = best(factors, without)
        if name == "period" and asked.period is not None:
            period = asked.period
            found = tuple(sorted(found, key=lambda one: _days_away(one, period)))
        elif name == "place" and asked.place is not None:
            wider = asked.place
            found = tuple(sorted(found, key=lambda one: wider not in factors.geography.outwards(one.geography)))
        if found:
            yield Near(name, "", found)
    for word in asked.words[:MOST_WORDS_OF_A_QUERY] if len(asked.words) > 1 else ():
        found = best(factors, replace(asked, words=tuple(one for one in asked.words if one != word)))
        if found:
            yield Near("word", word, found)


def _looser(asked: Asked) -> Iterator[tuple[str, Asked]]:
    """What was asked for, without one filter each time."""
    if asked.period is not None:
        yield "period", replace(asked, period=None)
    if asked.place is not None:
        yield "place", replace(asked, place=None)
    if asked.scope is not None:
        yield "scope", replace(asked, scope=None)
    if asked.kind is not None:
        yield "kind", replace(asked, kind=None)
    if asked.status is not None:
        yield "status", replace(asked, status=None)
    if asked.series is not None and asked.words:
        yield "series", replace(asked, series=None)


def _days_away(one: Factor, period: Period) -> int:
    """How far a row's own days are from some days."""
    return max((_begins(one) - period.last).days, (period.first - _ends(one)).days, 0)


def hints(factors: Factors, asked: Asked) -> Iterator[Hint]:
    """What each word may mean that no row has, and a series that there is not."""
    if asked.series is not None and not factors.rows_of(asked.series):
        answer = factors.of_series(asked.series, date.max, WORLD)
        if isinstance(answer, NotFound) and answer.candidates:
            yield Hint(asked.series, "series", answer.candidates[0].series)
    for word in asked.words[:MOST_WORDS_OF_A_QUERY]:
        known = any(True for _ in factors.search([word]))
        # Many a short word (in, to, no) is the code of a country as well.
        place = None if known and len(word) <= 3 and word.isascii() else code_called(factors.geography, word)
        if place:
            yield Hint(word, "place", place)
        if place or known:
            continue
        like = _word_like(factors, word)
        if _YEAR.fullmatch(word):
            yield Hint(word, "year", word)
        else:
            yield Hint(word, "word" if like else "", like or "")


def _word_like(factors: Factors, word: str) -> str | None:
    """A word of the names that is most like one that occurs nowhere."""
    known: dict[str, None] = {}
    for one in islice(factors.every(), _MOST_NAMES):
        known |= dict.fromkeys(_WORD.findall(f"{one.name} {one.name_zh} {one.id}".lower()))
    return nearest(word, known)


def like(factors: Factors, id: str) -> str | None:
    """The id that is most like a misspelt one."""
    return nearest(id, factors.ids(_MOST_NAMES))


def _fits(one: Factor, asked: Asked, here: tuple[str, ...] | None) -> bool:
    period = asked.period
    return (
        (here is None or one.geography in here)
        and (asked.scope is None or one.scope is asked.scope)
        and (asked.kind is None or one.kind is asked.kind)
        and (asked.series is None or one.series == asked.series)
        and (asked.status is None or one.status is asked.status)
        and (period is None or (_begins(one) <= period.last and _ends(one) >= period.first))
        and all(word in _all_of(one) for word in asked.words[MOST_WORDS_OF_A_QUERY:])
    )


def _begins(one: Factor) -> date:
    return one.valid_from or date.min


def _ends(one: Factor) -> date:
    return one.valid_until or date.max


def _all_of(one: Factor) -> str:
    return f"{one.name} {one.name_zh} {codes_of(one)} {one.technology}".lower()
