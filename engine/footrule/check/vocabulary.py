"""The submission's vocabulary as types: what a field is, what a code may be."""

from __future__ import annotations

from collections.abc import Mapping
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

    def __post_init__(self) -> None:
        fields = {
            name: {one.name: self._type(one.kind) for one in shape.fields} for name, shape in self.records.items()
        }
        object.__setattr__(self, "_fields", fields)

    def fields(self, shape: str) -> Mapping[str, Type]:
        """The fields of a record and their types."""
        return self._fields[shape]

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
