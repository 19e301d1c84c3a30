"""The checker that interprets: it reads a document as `footrule check` does, and has the workspace assess it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from footrule.assess.assessment import Assessment, Verdict
from footrule.assess.finding import Finding, Outcome, gravest
from footrule.report.result_row import ResultRow, RowClause, RowCounts, RowError, RowFinding, RowStandard
from footrule.report.standing import Standing, counted
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import document_of
from footrule.submission.raw_documents import RawDocument
from footrule.text.wording import Wording
from footrule.workspace import Asked, Assessed, Workspace, status

UNREADABLE_STATUS = 2


class InterpretingChecker:
    """Checks documents by a workspace, against the standards asked for or those that each submission chooses."""

    def __init__(
        self, workspace: Workspace, asked: Asked, as_of: date, language: str, *, accept_awaiting: bool = False
    ) -> None:
        self._workspace = workspace
        self._asked = asked
        self._as_of = as_of
        self._language = language
        self._accept_awaiting = accept_awaiting

    def rows(self, document: RawDocument) -> Iterator[ResultRow]:
        """A row for each footprint in a document, or for what cannot be read of it."""
        read = document_of(document)
        for one in self._workspace.assessed([read], self._asked, (), self._as_of):
            yield self.row(one)

    def row(self, one: Assessed) -> ResultRow:
        """The row of what was assessed."""
        unreadable = one.assessment.unreadable
        if unreadable is not None:
            return unreadable_row(unreadable, self._as_of, self._language)
        return row_of(one.assessment, status(one, accept_awaiting=self._accept_awaiting), self._language)


def row_of(assessment: Assessment, status: int, language: str) -> ResultRow:
    """The row of an assessment of something that could be read."""
    place = assessment.place
    return ResultRow(
        file=assessment.file,
        line=None if place.position is None else place.position.line,
        pointer=place.pointer,
        id=assessment.submission_id,
        sha256=assessment.sha256,
        format=assessment.format,
        as_of=assessment.as_of,
        standards=tuple(RowStandard(one.id, one.version, one.sha256) for one in assessment.standards),
        verdict=assessment.verdict.value,
        status=status,
        remark=_told(assessment.remark, language),
        counts=row_counts(counted(assessment.findings)),
        findings=tuple(finding_row(one, language) for one in assessment.findings if _needs_attention(one)),
        error=None,
        rules=gravest((one.rule.id, one.outcome) for one in assessment.findings),
    )


def row_counts(standing: Counter[Standing]) -> RowCounts:
    """How many findings stand where, as a row tells it."""
    return RowCounts(
        nonconformities=standing[Standing.NONCONFORMITY],
        observations=standing[Standing.OBSERVATION],
        undetermined=standing[Standing.LACKS_DATA],
        awaiting_a_person=standing[Standing.AWAITS_PERSON],
        conforming=standing[Standing.CONFORMING],
        not_applicable=standing[Standing.NOT_APPLICABLE],
    )


def unreadable_row(unreadable: Unreadable, as_of: date, language: str) -> ResultRow:
    """The row of what could not be read."""
    message = unreadable.message.in_language(language)
    return ResultRow(
        file=unreadable.file,
        line=unreadable.line,
        pointer="",
        id=None,
        sha256=unreadable.sha256,
        format=None,
        as_of=as_of,
        standards=(),
        verdict=Verdict.UNREADABLE.value,
        status=UNREADABLE_STATUS,
        remark=None,
        counts=RowCounts(),
        findings=(),
        error=RowError(unreadable.kind.id, message, unreadable.line, unreadable.column, unreadable.byte),
        rules=(),
    )


def _needs_attention(finding: Finding) -> bool:
    return finding.outcome in {Outcome.NONCONFORMING, Outcome.UNDETERMINED}


def finding_row(one: Finding, language: str) -> RowFinding:
    """A finding that needs attention, as a row tells it."""
    position = one.place.position
    return RowFinding(
        rule=one.rule.id,
        requirement=one.rule.requirement,
        modality=one.rule.modality.value,
        outcome=one.outcome.value,
        reason=one.reason.value if one.reason else None,
        pointer=one.place.pointer,
        line=position.line if position else None,
        column=position.column if position else None,
        message=one.message.in_language(language),
        expected=_told(one.expected, language),
        clauses=tuple(
            RowClause(each.document.in_language(language), each.edition, each.clause) for each in one.clauses
        ),
    )


def _told(wording: Wording | None, language: str) -> str | None:
    return None if wording is None else wording.in_language(language)
