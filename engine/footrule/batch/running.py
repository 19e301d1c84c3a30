"""A run of a batch from its sources to its results, new or gone on with."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from math import inf
from pathlib import Path
from time import monotonic
from typing import TypeVar

from footrule.batch.checking import Checked
from footrule.batch.interruptions import Interruptions
from footrule.batch.journal import Journal, LastDocument, Progress, is_same, last_of
from footrule.batch.pool import Done, Pool, cores, done_here
from footrule.batch.results import Results, ToFile
from footrule.batch.sources import Raw
from footrule.batch.worker import Job
from footrule.report.batch_totals import Totals
from footrule.text.wording import Wording, worded

T = TypeVar("T")

SECONDS_BETWEEN_NOTES = 0.5
SECONDS_FOR_A_DOCUMENT = 60.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How documents are worked through: in how many processes (None: one a core), and how long one may take.

    With one process there is none but this, and no limit of time.
    """

    workers: int | None = None
    time_limit: float = SECONDS_FOR_A_DOCUMENT


class InputChanged(Exception):
    """The input is not what it was when the run was begun, so that it cannot be gone on with."""

    def __init__(self, message: Wording) -> None:
        super().__init__(str(message))
        self.message = message


def worked_through(job: Job[T], documents: Iterator[Raw], manner: Manner) -> Generator[Done[T], None, None]:
    """Every chunk of the documents with what it comes to, in their order; whoever closes it ends its processes."""
    if manner.workers == 1:
        return done_here(job, documents)
    return Pool(job, manner.workers or cores(), manner.time_limit).done(documents)


def to_results(
    job: Job[Checked],
    documents: Iterator[Raw],
    manner: Manner,
    results: Results,
    each: Callable[[Totals], None],
) -> Totals:
    """Check documents and put their rows into results that cannot be gone on with; `each` sees the totals grow."""
    totals, signals = Totals(), Interruptions()
    with signals.heeded(), closing(worked_through(job, documents, manner)) as found:
        for one in found:
            with signals.held():
                results.write(one.result.lines)
                totals.merge(one.result.totals)
            each(totals)
    return totals


def to_kept_file(
    job: Job[Checked],
    documents: Iterator[Raw],
    manner: Manner,
    rows: Path,
    journal: Journal,
    before: Progress | None,
    each: Callable[[Totals], None],
) -> Totals:
    """Check documents and put their rows into a file with a journal, from where the run came `before`.

    However it ends, what the journal says is whole. The journal does not yet say that the run is finished.
    """
    signals = Interruptions()
    kept = _Kept(rows, journal, before)
    with signals.heeded():
        try:
            left = documents if before is None else after(documents, before)
            with closing(worked_through(job, left, manner)) as found:
                for one in found:
                    with signals.held():
                        kept.take(one)
                    each(kept.totals)
        finally:
            with signals.held():
                kept.note()
                kept.close()
    return kept.totals


def finished(rows: Path, journal: Journal, totals: Totals) -> None:
    """Let the journal say that nothing is left to do."""
    size = rows.stat().st_size if rows.exists() else 0
    journal.write(Progress(totals.documents, size, None, totals, is_finished=True))


def after(documents: Iterator[Raw], before: Progress) -> Iterator[Raw]:
    """The documents that are left to do. Raises InputChanged where those that are done are not found again."""
    last: Raw | None = None
    for number in range(before.documents):
        last = next(documents, None)
        if last is None:
            raise InputChanged(_fewer(number, before.documents))
    if last is not None and before.last is not None and not is_same(last, before.last):
        raise InputChanged(_other(before.documents))
    return documents


class _Kept:
    """The rows and the journal of a run, and what they come to so far."""

    def __init__(self, rows: Path, journal: Journal, before: Progress | None) -> None:
        self._file = ToFile(rows, 0 if before is None else before.bytes_written)
        self._journal = journal
        self._last: LastDocument | None = None if before is None else before.last
        self.totals = Totals() if before is None else before.totals
        self.note()
        self._noted_at = -inf  # the first chunk is noted at once

    def take(self, one: Done[Checked]) -> None:
        """Put the rows of a chunk behind those before."""
        self._file.write(one.result.lines)
        self.totals.merge(one.result.totals)
        self._last = last_of(one.chunk.documents[-1])
        if monotonic() - self._noted_at > SECONDS_BETWEEN_NOTES:
            self.note()

    def note(self) -> None:
        """Let the journal say how far the run has come."""
        written = self._file.on_disk()
        self._journal.write(Progress(self.totals.documents, written, self._last, self.totals, is_finished=False))
        self._noted_at = monotonic()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _fewer(found: int, done: int) -> Wording:
    return worded(
        f"the input ends after document {found:,}, and {done:,} of it were done: it was changed since; begin anew",
        f"输入只有 {found:,} 份文档，而此前已完成 {done:,} 份：输入已被改动，请重新开始",
    )


def _other(done: int) -> Wording:
    return worded(
        f"document {done:,} of the input is not the one that was done last: it was changed since; begin anew",
        f"输入的第 {done:,} 份文档不是上次完成的最后一份：输入已被改动，请重新开始",
    )
