"""The assessment of one submission: what was applied, why, and the verdict."""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from footrule.assess.finding import Finding, Place, Standing, Standings
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass
from footrule.model.edition import EditionStanding
from footrule.model.standard import Standard, Waived
from footrule.submission.intake import Unreadable
from footrule.text.wording import Wording

if TYPE_CHECKING:
    from footrule.pack.name import PackName


class Verdict(Enum):
    """What the findings come to."""

    CONFORMING = "conforming"
    NONCONFORMING = "nonconforming"
    UNDETERMINED = "undetermined"
    NOT_ASSESSED = "not assessed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AppliedStandard(Frozen):
    """A standard that was applied, why it was chosen, and the rules of those it is built on that it waives.

    `edition` says how the edition that was applied stands on the day, `other_editions` how the others do.
    `pack` is what it came in; None where it lay on the shelf by itself. `effective` is what was applied, with all it
    takes in, for reports that look into it.
    """

    id: str
    version: str
    sha256: str
    title: Wording
    chosen_because: Wording
    edition: EditionStanding
    other_editions: tuple[EditionStanding, ...] = ()
    waived: tuple[Waived, ...] = ()
    pack: PackName | None = None
    effective: Standard | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Assessment(Frozen):
    """One submission against its standards on one day. `unreadable` is given exactly where the verdict says so.

    `factor_tables` are those of the factor database that a finding rests on. `unlisted` counts judgements that are not
    among the findings, by where they stand: of what holds, or does not apply, a report may need no more than that.
    `place` is where the submission stands in its file: the whole of it, or one of several.
    """

    submission_id: str | None
    file: str
    place: Place
    sha256: str | None
    format: str | None
    as_of: date
    standards: tuple[AppliedStandard, ...]
    factor_tables: tuple[TableUsed, ...]
    verdict: Verdict
    findings: tuple[Finding, ...]
    unreadable: Unreadable | None
    remark: Wording | None
    unlisted: tuple[tuple[Standing, int], ...] = ()

    @property
    def standings(self) -> Standings:
        """How many judgements stand where."""
        found = Counter(one.standing for one in self.findings)
        found.update(dict(self.unlisted))
        return found
