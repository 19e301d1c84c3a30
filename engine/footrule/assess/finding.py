"""Findings: what each requirement came to, on each element it was applied to, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from footrule.frozen import Frozen, dataclass
from footrule.model.outcome import Modality, Outcome, Reason
from footrule.text.source import Position
from footrule.text.wording import Wording

Standing = tuple[Modality, Outcome, Reason | None]
"""Where a judgement stands: the weight of its requirement, what it came to, and why where it came to nothing."""
Standings = Mapping[Standing, int]
"""How many judgements stand where."""

__all__ = [
    "Clause",
    "EvidenceValue",
    "Finding",
    "Modality",
    "Outcome",
    "Place",
    "Reason",
    "RuleReference",
    "Spoken",
    "Standing",
    "Standings",
    "gravest",
]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Clause(Frozen):
    """The clause a requirement comes from: the document's full title, its edition, and the clause in it."""

    document: Wording
    edition: str
    clause: str


class Spoken(Protocol):
    """What can be told in a language: a wording, or a sentence that is made when somebody asks for it."""

    def in_language(self, language: str) -> str:
        """The text in a language."""
        ...


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RuleReference(Frozen):
    """The rule a finding comes from; `standard` is its file's id, or the format for an intake finding.

    `requirement` counts the requirements of a rule from 1; `written` is the requirement as it was written, `sentence`
    what it says, made from what was checked. `changed` is what the standard, and those that it is built on, made of a
    rule that they take in.
    """

    id: str
    title: Wording
    modality: Modality
    standard: str
    requirement: int
    written: str
    sentence: Spoken
    changed: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Place(Frozen):
    """Where in the submission: JSON Pointer, and line and column of the file where they are known."""

    pointer: str
    position: Position | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EvidenceValue(Frozen):
    """A value that was used: its name in the rule, where it stands, and how it reads.

    `shown` is None where the value is missing; `note` says what a reader must know of it ("taken as absent: 0 kg").
    """

    name: str
    pointer: str | None
    position: Position | None
    shown: str | None
    note: Wording | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Finding(Frozen):
    """One requirement, one element, one outcome."""

    rule: RuleReference
    clauses: tuple[Clause, ...]
    outcome: Outcome
    reason: Reason | None
    place: Place
    values: tuple[EvidenceValue, ...]
    expected: Wording | None
    message: Wording
    remedy: Wording | None
    provisional: tuple[Wording, ...]

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return self.rule.modality, self.outcome, self.reason


_GRAVEST_FIRST = (Outcome.NONCONFORMING, Outcome.UNDETERMINED, Outcome.CONFORMING, Outcome.NOT_APPLICABLE)


def gravest(outcomes: Iterable[tuple[str, Outcome]]) -> tuple[tuple[str, str], ...]:
    """Each rule by its id with the gravest outcome that it came to, in the order in which they come first."""
    found: dict[str, Outcome] = {}
    for rule, outcome in outcomes:
        found[rule] = min(found.get(rule, outcome), outcome, key=_GRAVEST_FIRST.index)
    return tuple((rule, outcome.value) for rule, outcome in found.items())
