"""Contenders timed in turn, each beside orjson on the same documents, so that a busy minute falls on both alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from benchmarks.contenders import Accepted, Contender

LEAST_SECONDS_OF_BASE = 0.02


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: rounds, seconds of each contender in a round, and how many documents it takes at least."""

    rounds: int
    seconds: float
    least_documents: int
    once_beyond: float = 10.0
    """A contender that takes more seconds than these is measured in one round only."""


@dataclass(slots=True)
class Times:
    """What was measured of a contender on some documents; seconds are for one document."""

    contender: Contender
    documents: int
    seconds: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)

    @property
    def least(self) -> float:
        """The least time of a document."""
        return min(self.seconds)

    @property
    def ratio(self) -> float:
        """The median, over rounds, of its time in that of orjson on the same documents."""
        return median(self.ratios)


def seconds_of(accepted: Accepted, documents: Sequence[bytes]) -> float:
    """How long it takes for some documents."""
    start = perf_counter()
    accepted(documents)
    return perf_counter() - start


def interleaved(
    contenders: Sequence[Contender], base: Accepted, documents: Sequence[bytes], effort: Effort
) -> list[Times]:
    """Times of each contender, round by round; `base` is what they are compared with."""
    found: list[Times] = []
    for one in contenders:
        assert one.accepted is not None
        found.append(Times(one, fitting(one.accepted, documents, effort)))
    for number in range(effort.rounds):
        turn = number % len(found)
        for times in [*found[turn:], *found[:turn]]:
            accepted, some = times.contender.accepted, documents[: times.documents]
            assert accepted is not None
            if times.seconds and times.seconds[0] * len(some) > effort.once_beyond:
                continue
            alone = _of_base(base, some)
            taken = seconds_of(accepted, some) / len(some)
            times.seconds.append(taken)
            times.ratios.append(taken / alone)
    return found


def fitting(accepted: Accepted, documents: Sequence[bytes], effort: Effort) -> int:
    """How many documents fill the seconds of a round, by trying more and more; the first ones also warm it up."""
    count = min(2, len(documents))
    accepted(documents[:1])
    while (taken := seconds_of(accepted, documents[:count])) < effort.seconds / 2 and count < len(documents):
        count = min(4 * count, len(documents))
    return min(len(documents), max(effort.least_documents, int(count * effort.seconds / taken)))


def _of_base(base: Accepted, documents: Sequence[bytes]) -> float:
    """What the base takes of one document, over enough of them to be told."""
    taken = seconds_of(base, documents)
    times = 1
    while taken < LEAST_SECONDS_OF_BASE:
        taken += seconds_of(base, documents)
        times += 1
    return taken / times / len(documents)
