"""Where the parts of a standard come from: documents and clauses, the files it is built on, what they changed."""

from __future__ import annotations

from enum import Enum

from footrule.frozen import Frozen, dataclass
from footrule.model.expression import Expression, UnsetParameter
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CitedDocument(Frozen):
    """A document that rules cite."""

    name: str
    title: Wording
    edition: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Citation(Frozen):
    """A clause of a cited document."""

    document: CitedDocument
    clause: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Setting(Frozen):
    """That a file which extends others, `by`, set a parameter, and what its value `was`."""

    by: str
    was: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Parameter(Frozen):
    """A named limit or choice; without citations it is `provisional`, with the reason.

    `standard` is the id of the file that declares it; `settings` are what files that extend it made of it, in order.
    One that is left open has no value (`UnsetParameter`); `open` says what to set it to.
    """

    name: str
    value: Expression
    provisional: Wording | None
    cites: tuple[Citation, ...]
    standard: str = ""
    open: Wording | None = None
    settings: tuple[Setting, ...] = ()

    @property
    def is_set(self) -> bool:
        """Whether it has a value."""
        return not isinstance(self.value, UnsetParameter)

    def is_set_by(self, standard: str) -> bool:
        """Whether the value that it has is the one that a file of that id has set."""
        return bool(self.settings) and self.settings[-1].by == standard


class HowChanged(Enum):
    """What a file can do to a rule that it takes in and goes on to apply."""

    TIGHTENED = "tightened"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Kept(Frozen):
    """What a changed rule has from the rule as it was before: these parts, and the first so many `let` lines."""

    for_each: bool
    phase_in: bool
    when: bool
    lets: int


NOTHING_KEPT = Kept(False, False, False, 0)
"""Of a rule that was written out whole."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RuleChange(Frozen):
    """That a file which extends others, `by`, changed a rule: how, for which reason, and what it cites for that."""

    how: HowChanged
    by: str
    because: Wording | None
    cites: tuple[Citation, ...]
    kept: Kept = NOTHING_KEPT


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Waived(Frozen):
    """A rule or an allocation of the file `standard` that `by`, which extends it, does not apply, and why.

    `cites` are the clauses that the waiver rests on, `answered` those that the rule cites.
    """

    id: str
    title: Wording
    standard: str
    by: str
    because: Wording
    cites: tuple[Citation, ...]
    answered: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Extended(Frozen):
    """A file that another is built on, at some remove; `by` is the one that names it."""

    id: str
    version: str
    by: str

    @property
    def major(self) -> int:
        """The first number of its version."""
        return int(self.version.partition(".")[0])
