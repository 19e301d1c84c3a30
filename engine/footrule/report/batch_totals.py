"""What the rows of a batch come to: counts only, so that a batch may have no end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from footrule.report.result_row import ResultRow

FIRST_TO_LAST = (2, 1, 3, 0)
"""Of the statuses of rows the first of these that occurs is that of the run."""

TotalsAsJson = dict[str, "int | list[list[str | int]]"]


class Totals:
    """Counts rows, whole documents and each rule by its outcomes."""

    def __init__(self) -> None:
        self.documents = 0
        self.verdicts: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.standards: Counter[tuple[str, str, str]] = Counter()
        self.rules: Counter[tuple[str, str]] = Counter()
        self.errors: Counter[str] = Counter()

    @property
    def rows(self) -> int:
        """How many rows were counted."""
        return self.verdicts.total()

    @property
    def status(self) -> int:
        """The exit status that the rows come to."""
        return next((one for one in FIRST_TO_LAST if self.statuses[one]), 0)

    def add(self, row: ResultRow) -> None:
        """Count a row."""
        self.verdicts[row.verdict] += 1
        self.statuses[row.status] += 1
        for one in row.standards:
            self.standards[one.id, one.version, row.verdict] += 1
        self.rules.update(row.rules)
        if row.error is not None:
            self.errors[row.error.id] += 1

    def merge(self, other: Totals) -> None:
        """Count what another one counted."""
        self.documents += other.documents
        self.verdicts.update(other.verdicts)
        self.statuses.update(other.statuses)
        self.standards.update(other.standards)
        self.rules.update(other.rules)
        self.errors.update(other.errors)

    def as_json(self) -> TotalsAsJson:
        """The counts, to be kept and taken up again by `taken_up`."""
        return {
            "documents": self.documents,
            "verdicts": [[name, n] for name, n in sorted(self.verdicts.items())],
            "statuses": [[status, n] for status, n in sorted(self.statuses.items())],
            "standards": [[*key, n] for key, n in sorted(self.standards.items())],
            "rules": [[*key, n] for key, n in sorted(self.rules.items())],
            "errors": [[kind, n] for kind, n in sorted(self.errors.items())],
        }


def taken_up(kept: Mapping[str, int | Sequence[Sequence[str | int]]]) -> Totals:
    """The totals that `as_json` wrote down. Raises KeyError, TypeError or ValueError where they are others."""
    totals = Totals()
    documents = kept["documents"]
    if not isinstance(documents, int):
        raise TypeError(documents)
    totals.documents = documents
    for verdict, n in _entries(kept["verdicts"]):
        totals.verdicts[str(verdict)] = int(n)
    for status, n in _entries(kept["statuses"]):
        totals.statuses[int(status)] = int(n)
    for name, version, verdict, n in _entries(kept["standards"]):
        totals.standards[str(name), str(version), str(verdict)] = int(n)
    for rule, outcome, n in _entries(kept["rules"]):
        totals.rules[str(rule), str(outcome)] = int(n)
    for kind, n in _entries(kept["errors"]):
        totals.errors[str(kind)] = int(n)
    return totals


def _entries(kept: int | Sequence[Sequence[str | int]]) -> Sequence[Sequence[str | int]]:
    if isinstance(kept, int):
        raise TypeError(kept)
    return kept
