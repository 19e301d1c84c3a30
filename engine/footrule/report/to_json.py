"""Assessments as JSON: an array, one assessment a line, to the published contract `assessment.schema.json`.

It streams: one assessment is held at a time. The output is ASCII, every other character escaped, so that it is the
same JSON whatever encoding a stream or a terminal has. A lone surrogate, which JSON readers refuse (RFC 7493, 2.1),
is written as the six characters of its escape.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from footrule.assess.assessment import AppliedStandard, Assessment
from footrule.assess.finding import Clause, EvidenceValue, Finding, RuleReference
from footrule.model.edition import EditionStanding, told
from footrule.report.visible import without_surrogates
from footrule.submission.intake import Unreadable
from footrule.text.source import Position
from footrule.text.wording import Wording

Json = str | int | bool | None | Mapping[str, "Json"] | Sequence["Json"]
"""What the report is made of: it has no floats, since numbers stay as they were printed."""

UNREADABLE_REASON = "unreadable"


def to_json(assessments: Iterable[Assessment], language: str, *, clauses: bool = False) -> Iterator[str]:
    """The pieces of the array, to be written one after the other; an empty run is an empty array.

    With `clauses` each has the conformity by clause.
    """
    before = "[\n"
    for assessment in assessments:
        told = {**as_json(assessment, language), **(_matrix(assessment, language) if clauses else {})}
        yield before + json.dumps(told, ensure_ascii=True, separators=(",", ":"))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def schema_text() -> str:
    """The JSON Schema (2020-12) that every report keeps to."""
    from pkgutil import get_data

    found = get_data("footrule.report", "assessment.schema.json")
    if found is None:
        raise FileNotFoundError("footrule was installed without its assessment.schema.json")
    return found.decode("utf-8")


def _matrix(assessment: Assessment, language: str) -> dict[str, Json]:
    from footrule.report.clause_matrix import clause_matrix

    return {
        "clauses": [
            {
                "document": _told(one.register.document.title, language),
                "edition": without_surrogates(one.register.document.edition),
                "clause": without_surrogates(each.clause.clause),
                "title": _told(each.clause.title, language),
                "standing": each.standing.value,
                "rules": list(each.rules),
                "because": _told(each.because, language),
            }
            for one in clause_matrix(assessment)
            for each in one.clauses
        ]
    }


def as_json(assessment: Assessment, language: str) -> dict[str, Json]:
    """One assessment as the schema describes it, before it is written down."""
    unreadable = assessment.unreadable
    findings = [_finding(one, language) for one in assessment.findings]
    if unreadable is not None:
        findings = [_unreadable_finding(unreadable, assessment.format, language), *findings]
    return {
        "submission": {
            "id": _text(assessment.submission_id),
            "file": without_surrogates(assessment.file),
            "pointer": without_surrogates(assessment.place.pointer),
            **_line_and_column(assessment.place.position),
            "sha256": assessment.sha256 or (unreadable.sha256 if unreadable else None),
            "format": _text(assessment.format),
        },
        "standards": [_standard(one, language) for one in assessment.standards],
        "factor_tables": [
            {
                "name": without_surrogates(one.name),
                "sha256": one.sha256,
                "ships_with_engine": one.ships,
                "standard": one.standard or None,
            }
            for one in assessment.factor_tables
        ],
        "as_of": assessment.as_of.isoformat(),
        "verdict": assessment.verdict.value,
        "remark": _told(assessment.remark, language),
        "findings": findings,
    }


def _standard(applied: AppliedStandard, language: str) -> Json:
    return {
        "id": without_surrogates(applied.id),
        "version": without_surrogates(applied.version),
        "sha256": applied.sha256,
        "title": _told(applied.title, language),
        "chosen_because": _told(applied.chosen_because, language),
        "edition": _edition(applied.edition, language),
        "other_editions": [_edition(one, language) for one in applied.other_editions],
        "pack": None
        if applied.pack is None
        else {"name": without_surrogates(applied.pack.name), "sha256": applied.pack.sha256},
        "waived": [
            {
                "id": without_surrogates(one.id),
                "title": _told(one.title, language),
                "standard": without_surrogates(one.standard),
                "because": _told(one.because, language),
            }
            for one in applied.waived
        ],
    }


def _edition(one: EditionStanding, language: str) -> Json:
    return {
        "version": without_surrogates(one.version),
        "standing": one.standing.value,
        "day": None if one.day is None else one.day.isoformat(),
        "replaced_by": _text(one.by),
        "says": _told(told(one), language),
    }


def _finding(finding: Finding, language: str) -> Json:
    clauses = [_clause(one, language) for one in finding.clauses]
    return {
        "rule": _rule(finding.rule, language),
        "clause": clauses[0] if clauses else None,
        "clauses": clauses,
        "outcome": finding.outcome.value,
        "reason": finding.reason.value if finding.reason else None,
        "element": {
            "pointer": without_surrogates(finding.place.pointer),
            **_line_and_column(finding.place.position),
            "byte": None,
        },
        "values": [_value(one, language) for one in finding.values],
        "expected": _told(finding.expected, language),
        "message": _told(finding.message, language),
        "remedy": _told(finding.remedy, language),
        "provisional": [_told(one, language) for one in finding.provisional],
    }


def _unreadable_finding(unreadable: Unreadable, format_read: str | None, language: str) -> Json:
    """Why nothing could be assessed, in the form of a finding, so that every reader of the report sees it."""
    title = _told(unreadable.kind.title, language)
    return {
        "rule": {
            "id": unreadable.kind.id,
            "title": title,
            "modality": unreadable.kind.modality,
            "standard": _text(format_read),
            "requirement": 1,
            "written": title,
            "sentence": title,
            "changed": [],
        },
        "clause": None,
        "clauses": [],
        "outcome": "undetermined",
        "reason": UNREADABLE_REASON,
        "element": {
            "pointer": None,
            "line": unreadable.line,
            "column": unreadable.column,
            "byte": unreadable.byte,
        },
        "values": [],
        "expected": None,
        "message": _told(unreadable.message, language),
        "remedy": None,
        "provisional": [],
    }


def _rule(rule: RuleReference, language: str) -> Json:
    return {
        "id": without_surrogates(rule.id),
        "title": _told(rule.title, language),
        "modality": rule.modality.value,
        "standard": without_surrogates(rule.standard),
        "requirement": rule.requirement,
        "written": without_surrogates(rule.written),
        "sentence": without_surrogates(rule.sentence.in_language(language)),
        "changed": [_told(one, language) for one in rule.changed],
    }


def _clause(clause: Clause, language: str) -> Json:
    return {
        "document": _told(clause.document, language),
        "edition": without_surrogates(clause.edition),
        "clause": without_surrogates(clause.clause),
    }


def _value(value: EvidenceValue, language: str) -> Json:
    return {
        "name": without_surrogates(value.name),
        "pointer": _text(value.pointer),
        **_line_and_column(value.position),
        "value": _text(value.shown),
        "note": _told(value.note, language),
    }


def _line_and_column(position: Position | None) -> Mapping[str, int | None]:
    return {
        "line": position.line if position else None,
        "column": position.column if position else None,
    }


def _text(text: str | None) -> str | None:
    return None if text is None else without_surrogates(text)


def _told(wording: Wording | None, language: str) -> str | None:
    return None if wording is None else without_surrogates(wording.in_language(language))
