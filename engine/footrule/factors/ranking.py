"""What comes first of the rows that a search finds.

A word that stands whole comes before one that is a part of another, in a name before an id or a code, there before the
technology. Chinese has no spaces: a word is taken as whole where no other character stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from footrule.factors.factor import Factor, Kind
from footrule.factors.geography import Geography

_HAN = re.compile(r"[\u3400-\u9fff]")
_END_OF_HEAD = re.compile(r"\s*[,:;(，：；（]")


class Away:
    """How far a place is from what was asked for; and how many places a place lies in."""

    def __init__(self, geography: Geography, here: tuple[str, ...] | None) -> None:
        self._geography = geography
        self._steps = {place: number for number, place in enumerate(here or ())}
        self._depths: dict[str, int] = {}

    def steps(self, place: str) -> int:
        """How much wider a place is than the one asked for; 0 where none was."""
        return self._steps.get(place, 0)

    def depth(self, place: str) -> int:
        """How many places a place lies in."""
        if place not in self._depths:
            self._depths[place] = len(self._geography.outwards(place))
        return self._depths[place]


Rank = tuple[int, bool, bool, int, int, int, int, str, int, str]
"""Where a row stands in the order: the smaller, the earlier."""


def rank(one: Factor, words: Sequence[str], away: Away) -> Rank:
    """What comes first: better matches, what is not deprecated, what may be computed with, nearer places, ..."""
    names = f"{one.name}\n{one.name_zh}".lower()
    texts = (names, codes_of(one), one.technology.lower())
    return (
        sum(_match(word, texts) for word in words),
        bool(one.superseded_by),
        one.kind is Kind.SCREENING,
        away.steps(one.geography),
        min(_begun(name, words) for name in names.split("\n")),
        away.depth(one.geography),
        len(one.name),
        one.name,
        -(one.valid_from or date.min).toordinal(),
        one.id,
    )


def codes_of(one: Factor) -> str:
    """The id and the codes of a row, in small letters."""
    return " ".join((one.id, *one.cas, *one.hs)).lower()


def _begun(name: str, words: Sequence[str]) -> int:
    """How a name begins: what stands before its first comma or bracket is one of the words, begins so, or does not."""
    head = _END_OF_HEAD.split(name, maxsplit=1)[0]
    return 0 if head in words or head == " ".join(words) else 2 - head.startswith(tuple(words))


def _match(word: str, texts: Sequence[str]) -> int:
    """How far a match is from the best: a whole word in a name."""
    whole = re.compile(rf"(?<![\w]){re.escape(word)}" + ("" if _HAN.match(word[-1]) else r"(?![\w])"))
    for place, text in enumerate(texts):
        if whole.search(text):
            return place
    return len(texts) + next((place for place, text in enumerate(texts) if word in text), len(texts))
