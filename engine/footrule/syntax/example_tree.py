"""Examples as written: a file, changes to it, and what the standard makes of it."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import Printed
from footrule.syntax.written import Name
from footrule.text.source import Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ById(Frozen):
    """A step of a path: the element of a list with that id."""

    id: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PathNode(Frozen):
    """A place in a submission in the language's names; list places count from 1, or go by the element's id."""

    steps: tuple[str | int | ById, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetAmount(Frozen):
    """A number with its unit that an example sets."""

    number: Printed
    unit: Name


ExampleValue = str | Printed | SetAmount | bool | Name | tuple["ExampleValue", ...] | dict[str, "ExampleValue"]
"""A value that an example sets: a text, a number, a number with its unit, true or false, a code, a list, a record."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetNode(Frozen):
    """`set PATH to VALUE`."""

    path: PathNode
    value: ExampleValue


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WithoutNode(Frozen):
    """`without PATH`."""

    path: PathNode


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AttestationNode(Frozen):
    """`attested RULE OUTCOME`: a verifier's judgement that the example adds."""

    rule: Name
    outcome: Name


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExampleNode(Frozen):
    """An example: a file, changes to it, and what the standard makes of it."""

    title: str
    file: str | None
    predecessor: str | None
    beside: tuple[str, ...]
    changes: tuple[SetNode | WithoutNode | AttestationNode, ...]
    conforms: bool
    fails: tuple[Name, ...]
    undetermined: tuple[Name, ...]
    span: Span
