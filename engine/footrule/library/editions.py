"""Editions of one standard side by side: how each stands on a day, and which of them a submission is held against.

An edition may be applied from its first day in force to its last. The newest of those that may be replaces the others,
unless it says `earlier editions until DATE`: up to that day both may be applied, and the data decide. A submission
whose data end before the newer edition came into force goes by the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from footrule.frozen import Frozen, dataclass
from footrule.library.shelf import Edition
from footrule.measure.instant import read_date
from footrule.model.edition import EditionStanding, Standing
from footrule.text.pattern import pattern

_TEXTS_AND_REMARKS = pattern(r'"(?:\\.|[^"\\\n])*"|#[^\n]*')
_DAY = r"\s+(\d{4}-\d{2}-\d{2})"
_IN_FORCE = pattern(rf"\b(?:in\s+force|施行)\s+(?:from|自){_DAY}(?:\s+(?:until|至){_DAY})?")
_EARLIER = pattern(rf"\b(?:transition|过渡期)\s+(?:until|至){_DAY}")
_LONGEST_HEAD = 20_000
"""In characters: the head of a file stands at its beginning, and need not be looked for in the rules of a long one."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Period(Frozen):
    """When an edition may be applied, as its head says: first day, last day, last day of the editions before it."""

    begins: date | None
    ends: date | None
    earlier_until: date | None


@lru_cache(maxsize=1024)
def period_of(edition: Edition) -> Period:
    """The period of an edition, read from its text alone: to choose one of ten, nine need not be checked."""
    head = _TEXTS_AND_REMARKS.sub('""', edition.data[: 4 * _LONGEST_HEAD].decode("utf-8", "replace")[:_LONGEST_HEAD])
    in_force, earlier = _IN_FORCE.search(head), _EARLIER.search(head)
    begins, ends = (None, None) if in_force is None else in_force.groups()
    return Period(
        None if begins is None else read_date(begins),
        None if ends is None else read_date(ends),
        None if earlier is None else read_date(earlier[1]),
    )


def standings(editions: Iterable[Edition], day: date) -> dict[Edition, EditionStanding]:
    """How each edition of one standard stands on a day, the newest first."""
    found: dict[Edition, EditionStanding] = {}
    newer: list[Edition] = []
    for edition in sorted(editions, key=lambda one: one.version, reverse=True):
        found[edition] = _standing(edition, newer, day)
        if found[edition].may_be_applied:
            newer.append(edition)
    return found


def _standing(edition: Edition, newer: Sequence[Edition], day: date) -> EditionStanding:
    """How an edition stands, given the newer ones that may be applied on that day."""
    version, period = edition.version_text, period_of(edition)
    if period.begins is not None and day < period.begins:
        return EditionStanding(version, Standing.NOT_YET, period.begins, None)
    if period.ends is not None and period.ends < day:
        return EditionStanding(version, Standing.WITHDRAWN, period.ends, None)
    last_days: list[tuple[date, str]] = []
    for one in newer:
        until = period_of(one).earlier_until
        if until is None or until < day:
            return EditionStanding(version, Standing.REPLACED, period_of(one).begins, one.version_text)
        last_days.append((until, one.version_text))
    if last_days:
        until, by = min(last_days)
        return EditionStanding(version, Standing.STILL_ALLOWED, until, by)
    return EditionStanding(version, Standing.IN_FORCE, period.begins, None)


_Of = TypeVar("_Of")


def by_data(editions: Sequence[_Of], begins: Sequence[date | None], data_until: date | None) -> _Of:
    """Of editions that may all be applied, the newest first, the one that data up to a day (exclusive) go by.

    `begins` are their first days in force. Data that say no end go by the newest, data older than all by the oldest.
    """
    if data_until is None:
        return editions[0]
    for one, first_day in zip(editions, begins, strict=True):
        if first_day is None or first_day < data_until:
            return one
    return editions[-1]
