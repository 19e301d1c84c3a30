"""The findings of one package: noted by file, listed in the order of the files, and never more than anybody reads."""

from __future__ import annotations

from collections.abc import Iterable

from footrule.submission.intake import IntakeFinding
from footrule.submission.package import PackageFinding
from footrule.submission.pact_findings import Spot, not_listed
from footrule.submission.reading import MOST_FINDINGS_LISTED

MOST_LISTED_IN_A_PACKAGE = 20_000
"""Of each modality, in one package."""


class PackageNotes:
    """What is noticed in the files of one package."""

    __slots__ = ("_by_file", "_counts", "_left_out", "_once", "_totals")

    def __init__(self) -> None:
        self._by_file: dict[str, list[IntakeFinding]] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._totals: dict[str, int] = {}
        self._left_out: dict[str, int] = {}
        self._once: set[tuple[str, str]] = set()

    def add(self, file: str, finding: IntakeFinding) -> str:
        """Note a finding in a file, and return the id of its kind."""
        modality = finding.kind.modality
        of_file = self._counts.get((file, modality), 0)
        total = self._totals.get(modality, 0)
        if of_file >= MOST_FINDINGS_LISTED or total >= MOST_LISTED_IN_A_PACKAGE:
            self._left_out[modality] = self._left_out.get(modality, 0) + 1
        else:
            self._counts[file, modality] = of_file + 1
            self._totals[modality] = total + 1
            self._by_file.setdefault(file, []).append(finding)
        return finding.kind.id

    def add_all(self, file: str, findings: Iterable[IntakeFinding]) -> None:
        """Note several findings in a file."""
        for finding in findings:
            self.add(file, finding)

    def is_first(self, kind: str, what: str) -> bool:
        """Whether this is the first time that a kind asks about something: it is then to be noted, and never again."""
        if (kind, what) in self._once:
            return False
        self._once.add((kind, what))
        return True

    def listed(self, whole: Spot) -> tuple[PackageFinding, ...]:
        """What was noted, by file; at the end, how many findings about the `whole` package are left out."""
        found = [PackageFinding(file, one) for file in sorted(self._by_file) for one in self._by_file[file]]
        left_out = [PackageFinding("", not_listed(whole, modality, many)) for modality, many in self._left_out.items()]
        return (*found, *left_out)
