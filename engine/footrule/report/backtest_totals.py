"""What a changed standard does to documents, counted: verdicts before and after, and what changes of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from footrule.assess.assessment import Verdict
from footrule.model.outcome import Outcome
from footrule.report.result_row import ResultRow


class Change(Enum):
    """What can change of a rule on a footprint; one that was broken and is undetermined now has two of these."""

    BREAKS = "newly broken"
    NO_LONGER_BREAKS = "no longer broken"
    UNDETERMINED = "newly undetermined"
    NO_LONGER_UNDETERMINED = "no longer undetermined"


@dataclass(frozen=True, slots=True)
class Example:
    """A footprint of which something changes: where it stands, its id, and what is said of it."""

    file: str
    line: int | None
    pointer: str
    id: str | None
    message: str


class Changed:
    """Counts the footprints of a run by what changes for them, with the first examples of each change."""

    def __init__(self, most_examples: int) -> None:
        self.most_examples = most_examples
        self.documents = 0
        self.verdicts: Counter[tuple[str, str]] = Counter()
        self.rules: Counter[tuple[str, Change]] = Counter()
        self.examples: dict[tuple[str, Change], list[Example]] = {}

    @property
    def footprints(self) -> int:
        """How many footprints were held against both standards."""
        return self.verdicts.total()

    @property
    def unreadable(self) -> int:
        """How many rows are of something that could not be read."""
        return self.verdicts[Verdict.UNREADABLE.value, Verdict.UNREADABLE.value]

    @property
    def other_verdict(self) -> int:
        """How many footprints have another verdict than before."""
        return sum(n for (old, new), n in self.verdicts.items() if old != new)

    def add(self, old: ResultRow, new: ResultRow) -> None:
        """Count a footprint by its rows under both standards."""
        self.verdicts[old.verdict, new.verdict] += 1
        before, after = dict(old.rules), dict(new.rules)
        for rule in dict.fromkeys((*before, *after)):
            for change in _changes(before.get(rule), after.get(rule)):
                self.rules[rule, change] += 1
                self._keep((rule, change), old, new)

    def merge(self, other: Changed) -> None:
        """Count what another one counted, further on in the input."""
        self.documents += other.documents
        self.verdicts.update(other.verdicts)
        self.rules.update(other.rules)
        for key, examples in other.examples.items():
            kept = self.examples.setdefault(key, [])
            kept += examples[: self.most_examples - len(kept)]

    def _keep(self, key: tuple[str, Change], old: ResultRow, new: ResultRow) -> None:
        kept = self.examples.setdefault(key, [])
        if len(kept) < self.most_examples:
            is_new = key[1] in {Change.BREAKS, Change.UNDETERMINED}
            kept.append(_example(new if is_new else old, key[0]))


def _changes(old: str | None, new: str | None) -> Iterator[Change]:
    broken, open_ = Outcome.NONCONFORMING.value, Outcome.UNDETERMINED.value
    if old == new:
        return
    if new == broken:
        yield Change.BREAKS
    if old == broken:
        yield Change.NO_LONGER_BREAKS
    if new == open_:
        yield Change.UNDETERMINED
    if old == open_:
        yield Change.NO_LONGER_UNDETERMINED


def _example(row: ResultRow, rule: str) -> Example:
    finding = next((one for one in row.findings if one.rule == rule), None)
    line = row.line if finding is None or finding.line is None else finding.line
    pointer = row.pointer if finding is None else finding.pointer
    return Example(row.file, line, pointer, row.id, "" if finding is None else finding.message)
