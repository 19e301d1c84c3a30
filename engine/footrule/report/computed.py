"""A footprint that was computed from a submission's inventory, or why it was not, ready to be printed."""

from __future__ import annotations

from footrule.factors.factor import Factor
from footrule.frozen import Frozen, dataclass
from footrule.inventory.problems import Problem
from footrule.inventory.recompute import Recomputed
from footrule.model.edition import ChosenEdition
from footrule.submission.submission import Submission
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Computed(Frozen):
    """What was computed, of which submission, by which standard.

    `provisional` are the factors used that are so; `remarks` what a reader must know of the data besides.
    """

    submission: Submission
    chosen: ChosenEdition
    found: Recomputed
    provisional: tuple[Factor, ...]
    remarks: tuple[Wording, ...] = ()

    @property
    def provisional_limits(self) -> tuple[Wording, ...]:
        """The limits of the standard that its allocations used and that are provisional, each with the reason."""
        used = (one.provisional for one in self.found.footprint.rests_on if one.factor is None)
        return tuple(one for one in used if one is not None)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NothingComputed(Frozen):
    """That a footprint cannot be computed, for every reason that was found; without a standard, that none was found."""

    submission: Submission
    chosen: ChosenEdition | None
    problems: tuple[Problem, ...]
    remarks: tuple[Wording, ...] = ()
