"""What no example would notice: every mutant of a standard, tried against its examples.

A mutant is noticed where an example comes out otherwise, which `footrule test` would then say. A threshold is held
where an example notices it moved up, and one notices it moved down.
"""

from __future__ import annotations

from dataclasses import dataclass

from footrule.analyse.mutants import Mutant, mutants
from footrule.analyse.trial import Trial
from footrule.analyse.variants import Kind
from footrule.model.standard import Standard


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant, and whether any example noticed it."""

    mutant: Mutant
    noticed: bool


@dataclass(frozen=True, slots=True)
class Score:
    """So many of so many."""

    of: int
    reached: int

    @property
    def percent(self) -> int:
        """The share in whole per cent, never rounded up; of nothing, all."""
        return 100 * self.reached // self.of if self.of else 100


@dataclass(frozen=True, slots=True)
class MutationRun:
    """Every mutant of a standard as it was tried, rule by rule."""

    standard: Standard
    tried: tuple[Tried, ...]

    @property
    def unnoticed(self) -> tuple[Mutant, ...]:
        """The mutants that no example noticed."""
        return tuple(one.mutant for one in self.tried if not one.noticed)

    @property
    def thresholds(self) -> Score:
        """How many thresholds there are, and how many of them are held both ways."""
        held: dict[object, bool] = {}
        for one in self.tried:
            if one.mutant.kind is Kind.THRESHOLD:
                key = (one.mutant.owner, one.mutant.site)
                held[key] = held.get(key, True) and one.noticed
        return Score(len(held), sum(held.values()))

    def mutants(self, kind: Kind | None = None) -> Score:
        """How many mutants there are, of one kind or of all, and how many of them are noticed."""
        asked = [one for one in self.tried if kind is None or one.mutant.kind is kind]
        return Score(len(asked), sum(one.noticed for one in asked))


def mutate(standard: Standard, trial: Trial) -> MutationRun:
    """Try every mutant of a standard."""
    return MutationRun(standard, tuple(Tried(one, noticed(one, trial)) for one in mutants(standard)))


def noticed(mutant: Mutant, trial: Trial) -> bool:
    """Whether an example comes out otherwise with a mutant in the place of what it changed."""
    if mutant.allocations:
        after = {one.before.id: one.after for one in mutant.changed}
        return trial.notices_shared({one.id: one for one in mutant.allocations}, after)
    return any(trial.notices(one.before, one.after, one.requirement) for one in mutant.changed)
