"""The names that a generated expression may use, by the type of what they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from footrule.measure import dimension
from footrule.measure.dimension import Dimension
from footrule.model.types import ListType, RecordType, Type
from tests.language.small_world import SMALL
from tests.properties.parts import Part, part

D = dimension
UNITS: dict[Dimension, tuple[str, ...]] = {
    D.MASS: ("kg", "t", "g", "千克", "t CO2", "万吨", "lb"),
    D.NUMBER: ("", "%", "‰"),
    D.ENERGY: ("MJ", "GJ", "kWh", "吨标准煤"),
    D.EMISSION: ("kg CO2e", "t CO2e", "吨二氧化碳当量"),
    D.GAS_VOLUME: ("Nm3", "m3(20°C)", "m³（25℃）", "万Nm3"),
    D.VOLUME: ("m3", "L"),
    D.AMOUNT_OF_SUBSTANCE: ("mol", "kmol"),
    D.EMISSION / D.MASS: ("kg CO2e/kg", "t CO2e/t"),
    D.ENERGY / D.MASS: ("MJ/kg", "kWh/t"),
    D.MASS / D.AMOUNT_OF_SUBSTANCE: ("g/mol",),
}
"""What generated quantities measure, and the units that their literals have."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a name: `flow`, or `flow.mass`. `path` is whether it can be given or missing."""

    name: str
    fields: tuple[str, ...]
    type: Type
    path: bool

    def written(self) -> Part:
        """The name as a part of its own."""
        steps = [one for field in self.fields for one in (".", part("field", field))]
        if isinstance(self.type, RecordType | ListType):
            return part("", part("name", self.name), *steps)
        return part("plain path", part("name", self.name), *steps)


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of a place, those of the places around it among them, by how their type is called."""

    by_type: dict[str, tuple[Named, ...]]

    def having(self, *named: Named) -> Scope:
        """This scope with more names, and with the fields of those that are records."""
        by_type = dict(self.by_type)
        for one in named:
            for reached in _reached(one, 2 if one.name in ("flow", "predecessor") else 3):
                key = _key(reached.type)
                by_type[key] = (*by_type.get(key, ()), reached)
        return Scope(by_type)

    def of(self, kind: Type, *, paths: bool = False) -> list[Named]:
        """What is of a type; with `paths`, what may be given or missing."""
        return [one for one in self.by_type.get(_key(kind), ()) if one.path or not paths]

    def single_values(self) -> list[Named]:
        """Everything that is neither a record nor a list."""
        return [
            one for group in self.by_type.values() for one in group if not isinstance(one.type, RecordType | ListType)
        ]

    def ends(self) -> list[Named]:
        """Everything that may be given or missing."""
        return [one for group in self.by_type.values() for one in group if one.path]

    def lists(self) -> list[Named]:
        """Every list."""
        return [one for group in self.by_type.values() for one in group if isinstance(one.type, ListType)]


def _key(kind: Type) -> str:
    """What types are told apart by: codes by their list, so that those a file adds are of the same type."""
    if isinstance(kind, ListType):
        return f"list of {_key(kind.element)}" if kind.element is not None else "empty list"
    return f"{type(kind).__name__} {kind}"


def _reached(named: Named, steps: int) -> Iterable[Named]:
    yield named
    if isinstance(named.type, RecordType) and steps > 1:
        for name, kind in SMALL.fields(named.type.shape).items():
            if kind != RecordType("category"):
                yield from _reached(Named(named.name, (*named.fields, name), kind, True), steps - 1)


def footprint_scope() -> Scope:
    """The fields of the footprint, and the one before it."""
    fields = [
        Named(name, (), kind, True)
        for name, kind in SMALL.fields("footprint").items()
        if kind != RecordType("category")
    ]
    return Scope({}).having(*fields, Named("predecessor", (), RecordType("footprint"), True))
