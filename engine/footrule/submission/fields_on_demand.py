"""Fields that are read when they are asked for, by the same tables and readers that read an object whole.

This is for documents that are known to be clean: an evaluator has gone through them before and has found that no
reader would note anything. Of a large document a rule looks at little, and nothing else of it is read.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, overload

from footrule.submission.element import Element, Record
from footrule.submission.intake import IntakeFinding
from footrule.submission.json_text import JsonValue
from footrule.submission.object_reading import fields_beside, fields_of, reading_within
from footrule.submission.reading import Notes, Reading
from footrule.submission.wire import AttributeTable

_Other = TypeVar("_Other")


class FieldsOnDemand(Mapping[str, Element]):
    """Fields that are found when they are asked for, each once; equal to any mapping that has the same."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: dict[str, Element | None] = {}

    @abstractmethod
    def find(self, name: str) -> Element | None:
        """The field of that name; None where there is none."""

    @abstractmethod
    def names(self) -> Iterable[str]:
        """Every name that a field may have, each once, in the order of the fields."""

    @overload
    def get(self, key: str, /) -> Element | None: ...

    @overload
    def get(self, key: str, /, default: Element | _Other) -> Element | _Other: ...

    def get(self, key: str, /, default: Element | _Other | None = None) -> Element | _Other | None:
        """The field of that name; the default where there is none."""
        found = self._found
        if key in found:
            element = found[key]
        else:
            element = found[key] = self.find(key)
        return default if element is None else element

    def __getitem__(self, key: str) -> Element:
        element = self.get(key)
        if element is None:
            raise KeyError(key)
        return element

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.names() if self.get(name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(dict(self))


class ObjectOnDemand(FieldsOnDemand):
    """The fields of the record that an object stands for, by an attribute table."""

    __slots__ = ("_pointer", "_reading", "_table", "_value")

    def __init__(self, table: AttributeTable, value: Mapping[str, JsonValue], pointer: str, reading: Reading) -> None:
        super().__init__()
        self._table = table
        self._value = value
        self._pointer = pointer
        self._reading = reading

    def find(self, name: str) -> Element | None:
        """The field, and beside it those that are read from the same attributes."""
        table, reading = self._table, self._reading
        attributes = table.decided_by.get(name)
        if attributes is None or name in table.not_in_format:
            return fields_beside(table, self._value, self._pointer, reading).get(name)
        fields = fields_of(attributes, table, self._value, self._pointer, reading)
        if len(fields) > 1:
            self._found |= {other: one for other, one in fields.items() if table.decided_by[other] is attributes}
        return fields.get(name)

    def names(self) -> Iterable[str]:
        """Those of the table, in its order."""
        table = self._table
        return dict.fromkeys((*table.field_names, *table.not_in_format, *(("kind",) if table.alternatives else ())))


def record_on_demand(table: AttributeTable, value: Mapping[str, JsonValue], pointer: str, reading: Reading) -> Record:
    """The record that an object of a clean document stands for; equal to the one that `read_record` makes."""
    fields = ObjectOnDemand(table, value, pointer, reading_within(table, value, pointer, reading))
    return Record(pointer, table.shape, fields, table.field_names)


class NothingToNote(Notes):
    """The findings of a document that is known to be clean: that there is one all the same is a fault of the engine."""

    __slots__ = ()

    def add(self, finding: IntakeFinding) -> str:
        """Ends the run."""
        raise AssertionError(f"{finding.pointer}: {finding.kind.id}, in a document that was found to be clean")

    def has_room(self, modality: str) -> bool:
        """There is none."""
        del modality
        return False


class _Overlaid(FieldsOnDemand):
    """The fields of another mapping, some of which are replaced or added."""

    __slots__ = ("_below", "_over")

    def __init__(self, below: Mapping[str, Element], over: Mapping[str, Element]) -> None:
        super().__init__()
        self._below = below
        self._over = over

    def find(self, name: str) -> Element | None:
        """The field that lies over, else that below."""
        given = self._over.get(name)
        return given if given is not None else self._below.get(name)

    def names(self) -> Iterable[str]:
        """Those of below first."""
        below = self._below.names() if isinstance(self._below, FieldsOnDemand) else self._below
        return dict.fromkeys((*below, *self._over))


def with_field(record: Record, name: str, element: Element) -> Record:
    """The record with a field replaced or added; none of the others is read for that."""
    if isinstance(record.fields, FieldsOnDemand):
        fields: Mapping[str, Element] = _Overlaid(record.fields, {name: element})
    else:
        fields = {**record.fields, name: element}
    return Record(record.pointer, record.shape, fields, record.wire_names)
