"""One row of the results of a batch: one footprint, or one thing that could not be read, as JSON on a line.

The published contract is `batch_row.schema.json`. Findings that are conforming, or do not apply, are only counted.
"""

from __future__ import annotations

import json
from datetime import date

from footrule.frozen import Frozen, dataclass
from footrule.report.visible import without_surrogates


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RowStandard(Frozen):
    """A standard that was applied."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RowClause(Frozen):
    """A clause that a rule cites."""

    document: str
    edition: str
    clause: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RowFinding(Frozen):
    """A requirement that is broken, or cannot be settled; texts are in the language of the run."""

    rule: str
    requirement: int
    modality: str
    outcome: str
    reason: str | None
    pointer: str
    line: int | None
    column: int | None
    message: str
    expected: str | None
    clauses: tuple[RowClause, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RowError(Frozen):
    """Why something could not be read: the id of the intake finding, and where, as far as it is known."""

    id: str
    message: str
    line: int | None
    column: int | None
    byte: int | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RowCounts(Frozen):
    """How many findings stand where."""

    nonconformities: int = 0
    observations: int = 0
    undetermined: int = 0
    awaiting_a_person: int = 0
    conforming: int = 0
    not_applicable: int = 0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ResultRow(Frozen):
    """What a batch says of one footprint. `error` is given exactly where the verdict is `unreadable`.

    `status` is what a check of it alone would end with. `rules` has each rule that was judged with the gravest
    outcome it came to; it is counted, and no part of what is written.
    """

    file: str
    line: int | None
    pointer: str
    id: str | None
    sha256: str | None
    format: str | None
    as_of: date
    standards: tuple[RowStandard, ...]
    verdict: str
    status: int
    remark: str | None
    counts: RowCounts
    findings: tuple[RowFinding, ...]
    error: RowError | None
    rules: tuple[tuple[str, str], ...]


WRITTEN = tuple(name for name in ResultRow.__match_args__ if name != "rules")
"""What of a row is written, in this order."""


def json_line(row: ResultRow) -> bytes:
    """A row as it is written: an object with its keys in one order, ASCII, ended by a line break."""
    told = {
        "file": without_surrogates(row.file),
        "line": row.line,
        "pointer": without_surrogates(row.pointer),
        "id": _text(row.id),
        "sha256": row.sha256,
        "format": _text(row.format),
        "as_of": row.as_of.isoformat(),
        "standards": [{"id": one.id, "version": one.version, "sha256": one.sha256} for one in row.standards],
        "verdict": row.verdict,
        "status": row.status,
        "remark": _text(row.remark),
        "counts": {name: getattr(row.counts, name) for name in RowCounts.__match_args__},
        "findings": [_finding(one) for one in row.findings],
        "error": None if row.error is None else _error(row.error),
    }
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def row_schema_text() -> str:
    """The JSON Schema (2020-12) that every row keeps to."""
    from pkgutil import get_data

    found = get_data("footrule.report", "batch_row.schema.json")
    if found is None:
        raise FileNotFoundError("footrule was installed without its batch_row.schema.json")
    return found.decode("utf-8")


def _finding(one: RowFinding) -> dict[str, object]:
    return {
        "rule": without_surrogates(one.rule),
        "requirement": one.requirement,
        "modality": one.modality,
        "outcome": one.outcome,
        "reason": one.reason,
        "pointer": without_surrogates(one.pointer),
        "line": one.line,
        "column": one.column,
        "message": without_surrogates(one.message),
        "expected": _text(one.expected),
        "clauses": [
            {
                "document": without_surrogates(clause.document),
                "edition": without_surrogates(clause.edition),
                "clause": without_surrogates(clause.clause),
            }
            for clause in one.clauses
        ],
    }


def _error(one: RowError) -> dict[str, object]:
    return {
        "id": one.id,
        "message": without_surrogates(one.message),
        "line": one.line,
        "column": one.column,
        "byte": one.byte,
    }


def _text(text: str | None) -> str | None:
    return None if text is None else without_surrogates(text)
