"""A checked standard or library: its rules, parameters, examples, and everything a report says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footrule.frozen import Frozen
from footrule.measure.instant import Instant
from footrule.measure.quantity import Quantity
from footrule.model.expression import Expression
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
class Parameter(Frozen):
    """A named limit or choice; without citations it is `provisional`, with the reason."""

    name: str
    value: Expression
    provisional: Wording | None
    cites: tuple[Citation, ...]


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
    """A requirement that data decide. `provisional` lists the provisional parameters that it depends on."""

    modality: str
    asserted: Expression
    when: Expression | None
    otherwise: Message | None
    provisional: tuple[Parameter, ...]
    written: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attested(Frozen):
    """A requirement that a person judges, and the evidence that is expected."""

    modality: str
    by: str
    using: tuple[str, ...]
    when: Expression | None
    otherwise: Message | None
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
    """One rule; `standard` is the id of the file it was written in, `section` its section there."""

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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Covered(Frozen):
    """A product code that a standard covers; `scheme` is cas, hs, cpc or urn."""

    scheme: str
    code: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Change(Frozen):
    """One change to an example's file: a value put at a path, or the path taken away (`value` None)."""

    path: tuple[str | int, ...]
    value: ExampleValue | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeLiteral(Frozen):
    """A code that an example sets, by its name in the language."""

    code: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NumberLiteral(Frozen):
    """A number that an example sets, as it is to be printed."""

    text: str


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
    changes: tuple[Change, ...]
    attestations: tuple[ExampleAttestation, ...]
    fails: tuple[str, ...]
    undetermined: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Standard(Frozen):
    """A whole checked file. `rules` are its own and those it extends, in that order, each with where it is from."""

    kind: str
    id: str
    version: str
    sha256: str
    title: Wording
    in_force_from: date | None
    in_force_until: date | None
    covers: tuple[Covered, ...]
    declared_unit: Quantity | None
    boundary: str | None
    parameters: tuple[Parameter, ...]
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
