"""The checker that decides by compiled programs, and hands to the interpreting one what no program decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from footrule.assess.assess import Applied
from footrule.assess.deciding import DecidedSubmission
from footrule.assess.finding import Standings
from footrule.batch.interpreting import InterpretingChecker, finding_row, row_counts
from footrule.report.result_row import ResultRow, RowCounts, RowStandard
from footrule.report.standing import counted_of
from footrule.submission.raw_documents import RawDocument
from footrule.workspace import Asked, Assessed, Workspace, status_of

MOST_COUNTS = 1000


class DecidingChecker:
    """Checks documents by the programs of the standards asked for, or of those that each submission chooses."""

    def __init__(
        self, workspace: Workspace, asked: Asked, as_of: date, language: str, *, accept_awaiting: bool = False
    ) -> None:
        self._workspace = workspace
        self._asked = asked
        self._as_of = as_of
        self._language = language
        self._accept_awaiting = accept_awaiting
        self._interpreting = InterpretingChecker(workspace, asked, as_of, language, accept_awaiting=accept_awaiting)
        self._counts: dict[int, tuple[Standings, RowCounts]] = {}

    def rows(self, document: RawDocument) -> Iterator[ResultRow]:
        """A row for each footprint in a document, or for what cannot be read of it."""
        for one in self._workspace.decided(document, self._asked, self._as_of):
            yield self._interpreting.row(one) if isinstance(one, Assessed) else self._row(one)

    def _row(self, decided: DecidedSubmission) -> ResultRow:
        standings, verdict, place = decided.standings(), decided.verdict, decided.place
        return ResultRow(
            file=decided.file,
            line=None if place.position is None else place.position.line,
            pointer=place.pointer,
            id=decided.id,
            sha256=decided.sha256,
            format=decided.format,
            as_of=self._as_of,
            standards=tuple(_standard(decided.applied)),
            verdict=verdict.value,
            status=status_of(verdict, standings, accept_awaiting=self._accept_awaiting),
            remark=None,
            counts=self._counted(standings),
            findings=tuple(finding_row(one, self._language) for one in decided.findings()),
            error=None,
            rules=decided.outcomes(),
        )

    def _counted(self, standings: Standings) -> RowCounts:
        """The counts of a row; found once for standings that many documents share."""
        known = self._counts.get(id(standings))
        if known is None or known[0] is not standings:
            if len(self._counts) >= MOST_COUNTS:
                self._counts.clear()
            known = self._counts[id(standings)] = standings, row_counts(counted_of(standings))
        return known[1]


def _standard(applied: Applied) -> Iterator[RowStandard]:
    for one in applied:
        yield RowStandard(one.standard.id, one.standard.version, one.standard.sha256)
