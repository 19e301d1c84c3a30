"""The assessment of what programs decided, for reports that list what needs attention and count the rest."""

from __future__ import annotations

from collections import Counter
from datetime import date

from footrule.assess.assess import applied_standards, sorted_tables
from footrule.assess.assessment import Assessment
from footrule.assess.deciding import DecidedSubmission


def from_decided(decided: DecidedSubmission, as_of: date) -> Assessment:
    """The assessment of one footprint; what holds, or does not apply, is counted and not among its findings."""
    findings = tuple(decided.findings())
    unlisted = Counter(decided.standings())
    unlisted.subtract(one.standing for one in findings)
    return Assessment(
        submission_id=decided.id,
        file=decided.file,
        place=decided.place,
        sha256=decided.sha256,
        format=decided.format,
        as_of=as_of,
        standards=applied_standards(decided.applied),
        factor_tables=sorted_tables(decided.tables()),
        verdict=decided.verdict,
        findings=findings,
        unreadable=None,
        remark=None,
        unlisted=tuple((one, many) for one, many in unlisted.items() if many),
    )
