"""A checked standard or library: its rules, parameters, examples, and everything a report says of them."""

from __future__ import annotations

from datetime import date

from footrule.frozen import Frozen, dataclass
from footrule.measure.instant import Instant
from footrule.measure.quantity import Quantity
from footrule.measure.unit import Unit
from footrule.model.clauses import Register
from footrule.model.doubt import Doubt
from footrule.model.expression import Expression
from footrule.model.origin import (
    NOTHING_KEPT,
    Citation,
    CitedDocument,
    Extended,
    HowChanged,
    Kept,
    Parameter,
    RuleChange,
    Setting,
    Waived,
)
from footrule.model.types import Type
from footrule.text.wording import Wording

__all__ = ["Citation", "CitedDocument", "Extended", "HowChanged", "Parameter", "RuleChange", "Setting", "Waived"]
"""What says where the parts of a standard come from; it stands in a room of its own."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MessagePart(Frozen):
    """A piece of a message: a text, or an expression whose value is put there."""

    text: str
    value: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Message(Frozen):
    """What a finding says, by language, with values to be put in."""

    languages: tuple[tuple[str, tuple[MessagePart, ...]], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Asserted(Frozen):
    """A requirement that data decide.

    `provisional` lists the provisional parameters that it depends on, `doubts` the ways to come out undetermined.
    """

    modality: str
    asserted: Expression
    when: Expression | None
    otherwise: Message | None
    provisional: tuple[Parameter, ...]
    doubts: tuple[Doubt, ...]
    written: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attested(Frozen):
    """A requirement that a person judges, and the evidence that is expected; `doubts` as of `Asserted`."""

    modality: str
    by: str
    using: tuple[str, ...]
    when: Expression | None
    otherwise: Message | None
    doubts: tuple[Doubt, ...]
    written: str


Requirement = Asserted | Attested


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Iteration(Frozen):
    """The list a rule is applied to, element by element."""

    variable: str
    source: Expression
    condition: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PhasedIn(Frozen):
    """The rule applies to submissions whose instant `against` is not before `start`."""

    start: Instant
    against: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LetBinding(Frozen):
    """A name for a value within a rule."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rule(Frozen):
    """One rule; `standard` is the id of the file that declares it, `section` its section there.

    `changes` are what files that extend it made of it, in order; the rule is as the last of them left it.
    """

    id: str
    title: Wording
    standard: str
    section: str | None
    cites: tuple[Citation, ...]
    for_each: Iteration | None
    phase_in: PhasedIn | None
    when: Expression | None
    lets: tuple[LetBinding, ...]
    requirements: tuple[Requirement, ...]
    notes: tuple[Wording, ...]
    written: str
    changes: tuple[RuleChange, ...] = ()

    @property
    def written_in(self) -> str:
        """The id of the file in which the rule stands as it is now."""
        return self.changes[-1].by if self.changes else self.standard

    @property
    def kept(self) -> Kept:
        """What of it does not stand in the file that it is written in, but in one which that extends."""
        return self.changes[-1].kept if self.changes else NOTHING_KEPT


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Covered(Frozen):
    """A product code that a standard covers; `scheme` is cas, hs, cpc or urn."""

    scheme: str
    code: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WithId(Frozen):
    """A step of a path: the element of a list with that id."""

    id: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Change(Frozen):
    """One change to an example's file: a value put at a path, or the path taken away (`value` None)."""

    path: tuple[str | int | WithId, ...]
    value: ExampleValue | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeLiteral(Frozen):
    """A code that an example sets, by its name in the language."""

    code: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NumberLiteral(Frozen):
    """A number that an example sets, as it is to be printed, with its unit where it has one."""

    text: str
    unit: str | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecordLiteral(Frozen):
    """A record that an example sets."""

    fields: tuple[tuple[str, ExampleValue], ...]


ExampleValue = str | bool | CodeLiteral | NumberLiteral | RecordLiteral | tuple["ExampleValue", ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExampleAttestation(Frozen):
    """A verifier's judgement that an example adds."""

    rule: str
    outcome: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Example(Frozen):
    """A file, changes to it, and exactly which rules are then nonconforming, and which undetermined."""

    title: str
    file: str
    predecessor: str | None
    beside: tuple[str, ...]
    changes: tuple[Change, ...]
    attestations: tuple[ExampleAttestation, ...]
    fails: tuple[str, ...]
    undetermined: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AllocationKey(Frozen):
    """A quantity of an output, in whose proportion a burden is shared; the first whose condition holds is used."""

    value: Expression
    when: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BurdenClass(Frozen):
    """A named part of the burdens, the outputs that bear it, and by which key.

    `burdens` None takes whatever no class before it has taken. A burden belongs to the first class that matches it.
    """

    name: str
    burdens: Iteration | None
    outputs: Iteration
    keys: tuple[AllocationKey, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Credit(Frozen):
    """Substitution: outputs that leave the system with a credit of `factor` (an emission for their amount)."""

    outputs: Iteration
    factor: Expression
    when: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Subdivision(Frozen):
    """Burdens that are metered apart, and the outputs that they serve, which bear them alone."""

    burdens: Iteration
    outputs: Iteration


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AllocationMethod(Frozen):
    """One way to allocate; a rule's own has no name. Subdivisions come first, then credits, then the classes."""

    name: str | None
    title: Wording | None
    classes: tuple[BurdenClass, ...]
    credits: tuple[Credit, ...]
    subdivisions: tuple[Subdivision, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tolerance(Frozen):
    """How far declared shares may be from computed ones: percentage points, or a part of the share itself."""

    value: Expression
    points: bool


ON_SHARES = "SHARES-"


def shares_rule_id(allocation: str) -> str:
    """The id of the rule on the shares that submissions declare of an allocation."""
    return f"{ON_SHARES}{allocation}"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Allocation(Frozen):
    """One allocation rule, applied to each process of `on_each`; `provisional` as for a requirement."""

    id: str
    title: Wording
    standard: str
    section: str | None
    cites: tuple[Citation, ...]
    on_each: Iteration
    when: Expression | None
    lets: tuple[LetBinding, ...]
    methods: tuple[AllocationMethod, ...]
    tolerance: Tolerance | None
    provisional: tuple[Parameter, ...]
    notes: tuple[Wording, ...]
    written: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DeclaredDatum(Frozen):
    """What a standard asks of its submitters beyond the format: a name, its type, and the unit to show it in.

    Where it is required, `rule` is the rule of the standard that says so.
    """

    name: str
    type: Type
    unit: Unit | None
    text: Wording | None
    rule: str | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DeclaredCodes(Frozen):
    """A list of codes that a file declares, each with its text."""

    name: str
    codes: tuple[tuple[str, Wording], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Declared(Frozen):
    """A `define` of the file `standard`, for the files that extend it; `height` is how deep it is."""

    name: str
    value: Expression
    height: int
    standard: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Section(Frozen):
    """A section of the document: its number, its heading, and the prose that is no rule."""

    number: str
    title: Wording
    prose: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Standard(Frozen):
    """A whole checked file. What it extends comes first, then its own; rules and allocations say where they are from.

    Up to the day `earlier_until`, if there is one, editions before it may still be applied.
    `sections` are those of the file itself; `waived` are rules of what it extends that are not applied, `built_on`
    every file that it extends, at whatever remove.
    """

    kind: str
    id: str
    version: str
    sha256: str
    title: Wording
    in_force_from: date | None
    in_force_until: date | None
    earlier_until: date | None
    covers: tuple[Covered, ...]
    declared_unit: Quantity | None
    boundary: str | None
    documents: tuple[CitedDocument, ...]
    registers: tuple[Register, ...]
    codes: tuple[DeclaredCodes, ...]
    data: tuple[DeclaredDatum, ...]
    parameters: tuple[Parameter, ...]
    definitions: tuple[Declared, ...]
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...]
    allocations: tuple[Allocation, ...]
    examples: tuple[Example, ...]
    waived: tuple[Waived, ...] = ()
    built_on: tuple[Extended, ...] = ()

    @property
    def own_rules(self) -> tuple[Rule, ...]:
        """The rules that stand in the file: those that it declares, and those that it tightens or replaces."""
        return tuple(rule for rule in self.rules if rule.written_in == self.id)
