"""The submission's vocabulary as types: what a field is, what a code may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from footrule.model.types import INSTANT, TEXT, TRUTH, CodeType, ListType, QuantityType, RecordType, Type
from footrule.submission import vocabulary as declared

ROOT_SHAPE = "footprint"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The declared records and code lists that a standard's rules may name; the types are made once."""

    records: Mapping[str, declared.RecordShape]
    codes: Mapping[str, declared.CodeNames]
    _fields: Mapping[str, Mapping[str, Type]] = field(init=False, repr=False, compare=False)
    _open: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        fields = {
            name: {one.name: self._type(one.kind) for one in shape.fields} for name, shape in self.records.items()
        }
        object.__setattr__(self, "_fields", fields)
        kinds = (one.kind for shape in self.records.values() for one in shape.fields)
        object.__setattr__(self, "_open", frozenset(name for kind in kinds for name in _open_in(kind)))

    def fields(self, shape: str) -> Mapping[str, Type]:
        """The fields of a record and their types."""
        return self._fields[shape]

    @property
    def open_lists(self) -> frozenset[str]:
        """The lists of codes that standards may add to."""
        return self._open

    def open_codes(self, name: str) -> tuple[str, ...]:
        """The codes that an open list has of its own; none where the list is not open."""
        return tuple(code.name for code in self.codes[name].codes) if name in self._open else ()

    def _type(self, kind: declared.FieldKind) -> Type:
        match kind:
            case declared.NumberField(unit):
                return QuantityType(unit.dimension)
            case declared.TextField():
                return TEXT
            case declared.TruthField():
                return TRUTH
            case declared.InstantField():
                return INSTANT
            case declared.CodeField(name):
                return CodeType(name, tuple(code.name for code in self.codes[name].codes))
            case declared.RecordField(shape):
                return RecordType(shape)
            case declared.ListField(element):
                return ListType(self._type(element))


def _open_in(kind: declared.FieldKind) -> Iterator[str]:
    match kind:
        case declared.CodeField(name, open=True):
            yield name
        case declared.ListField(element):
            yield from _open_in(element)
        case _:
            return
