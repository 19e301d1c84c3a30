"""The submission as the language sees it: one vocabulary for every format that can be read.

The checker builds its types from these declarations; the readers fill records that keep to them.
"""

from __future__ import annotations

from dataclasses import dataclass

from footrule.frozen import Frozen
from footrule.measure.unit import Unit
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NumberField(Frozen):
    """A quantity; formats that carry a bare number mean it in `unit`."""

    unit: Unit


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextField(Frozen):
    """A free text."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TruthField(Frozen):
    """A yes or no."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InstantField(Frozen):
    """A moment in time."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeField(Frozen):
    """One of a closed list, by the name of that list in `CODES`."""

    codes: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecordField(Frozen):
    """Another record, by the name of its declaration in `RECORDS`."""

    record: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListField(Frozen):
    """A list of one kind of thing."""

    element: FieldKind


FieldKind = NumberField | TextField | TruthField | InstantField | CodeField | RecordField | ListField


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Field(Frozen):
    """A field that rules may name, with what it means."""

    name: str
    kind: FieldKind
    meaning: Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecordShape(Frozen):
    """A record that rules may name, with its fields."""

    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeName(Frozen):
    """One code: its name in the language and what it stands for in print."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeNames(Frozen):
    """A closed list of codes."""

    name: str
    codes: tuple[CodeName, ...]
