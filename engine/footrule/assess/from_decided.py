"""The assessment of what programs decided, for reports that list what needs attention and count the rest."""

from __future__ import annotations

from collections import Counter
from datetime import date
from hashlib import sha256

from footrule.assess.assess import Applied, applied_standards, sorted_tables
from footrule.assess.assessment import Assessment
from footrule.assess.deciding import DecidedSubmission
from footrule.assess.finding import Place
from footrule.submission.json_text import WHITE_SPACE
from footrule.submission.raw_documents import RawDocument
from footrule.text.source import Position


def from_decided(decided: DecidedSubmission, applied: Applied, document: RawDocument, as_of: date) -> Assessment:
    """The assessment of one document; what holds, or does not apply, is counted and not among its findings.

    `applied` are the standards that were applied with why this very document chose them.
    """
    findings = tuple(decided.findings())
    standings = decided.standings()
    unlisted = Counter(standings)
    unlisted.subtract(one.standing for one in findings)
    return Assessment(
        submission_id=decided.id,
        file=document.file,
        place=Place("", _beginning(document)),
        sha256=sha256(document.data).hexdigest(),
        format=decided.format,
        as_of=as_of,
        standards=applied_standards(applied),
        factor_tables=sorted_tables(decided.tables()),
        verdict=decided.verdict,
        findings=findings,
        unreadable=None,
        remark=None,
        unlisted=tuple((one, many) for one, many in unlisted.items() if many),
    )


def _beginning(document: RawDocument) -> Position:
    """Where the object begins in its file, behind white space."""
    before = len(document.data) - len(document.data.lstrip(WHITE_SPACE))
    line = document.data.count(b"\n", 0, before)
    return Position(document.first_line + line, before - document.data.rfind(b"\n", 0, before))
