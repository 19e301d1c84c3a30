"""The checker that decides by compiled programs, and hands to the interpreting one what no program decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from footrule.assess.assess import Applied, verdict_of
from footrule.assess.deciding import DecidedSubmission
from footrule.batch.interpreting import InterpretingChecker, finding_row, row_counts
from footrule.report.result_row import ResultRow, RowStandard
from footrule.report.standing import counted_of
from footrule.submission.raw_documents import RawDocument
from footrule.workspace import Asked, Workspace, status_of


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

    def rows(self, document: RawDocument) -> Iterable[ResultRow]:
        """A row for each footprint in a document, or for what cannot be read of it."""
        decided = self._workspace.decided(document, self._asked, self._as_of)
        return self._interpreting.rows(document) if decided is None else (self._row(decided, document),)

    def _row(self, decided: DecidedSubmission, document: RawDocument) -> ResultRow:
        standings = decided.standings()
        verdict = verdict_of(standings)
        return ResultRow(
            file=document.file,
            line=document.first_line,
            pointer="",
            id=decided.id,
            sha256=sha256(document.data).hexdigest(),
            format=decided.format,
            as_of=self._as_of,
            standards=tuple(_standard(decided.applied)),
            verdict=verdict.value,
            status=status_of(verdict, standings, accept_awaiting=self._accept_awaiting),
            remark=None,
            counts=row_counts(counted_of(standings)),
            findings=tuple(finding_row(one, self._language) for one in decided.findings()),
            error=None,
            rules=decided.outcomes(),
        )


def _standard(applied: Applied) -> Iterator[RowStandard]:
    for one in applied:
        yield RowStandard(one.standard.id, one.standard.version, one.standard.sha256)
