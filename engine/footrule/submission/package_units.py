"""What amounts of a package are in: the engine's units, through the package's own flow properties and unit groups.

An amount is in a unit of a flow property; the group of that property says how many of its reference unit that is, and
the reference unit is one that the engine knows. Conversions are exact, and each is looked up, and complained of, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import decimal_text
from footrule.measure.dimension import GAS_VOLUME
from footrule.measure.unit import ONE, Unit
from footrule.submission import package_findings
from footrule.submission.data_sets import Amount, DataSets, FlowProperty, Link, UnitEntry, UnitGroup
from footrule.submission.element import Unusable
from footrule.submission.intake import IntakeFinding
from footrule.submission.package_findings import A_FLOW_PROPERTY, A_UNIT, A_UNIT_GROUP
from footrule.submission.package_notes import PackageNotes
from footrule.submission.process_vocabulary import AMOUNTS, amounts_named
from footrule.submission.reference_data import KNOWN_PROPERTIES, NORMAL_VOLUME, unit_called

AMOUNT_FIELDS = amounts_named(AMOUNTS)
"""The fields that the amount of a flow may fill, each with the unit it is asked for in."""

_TOLERATED = Fraction(1, 1000)
_UNMISTAKABLE = frozenset({"kg", "t", "MJ", "GJ", "kWh", "MWh", "m3", "L", "tkm"})
"""Units that are out of place in a group of another dimension; `h` may be an hour or a hand."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Scale(Frozen):
    """What amounts are in: `times` of a unit of the engine, which fills a field of flows."""

    unit: Unit
    times: Fraction
    field: str

    @property
    def in_base_units(self) -> Fraction:
        """How many base units of its dimension one is."""
        return self.times * self.unit.factor


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NotRead(Frozen):
    """A unit, by its name, in which amounts fill no field."""

    unit: str


Measure = Scale | NotRead | Unusable
"""What is known of a unit."""


def field_of(unit: Unit) -> str | None:
    """The field for amounts in a unit: mass, energy... None where no field takes them."""
    for name, asked in AMOUNT_FIELDS:
        if (unit == ONE) if asked == ONE else unit.dimension == asked.dimension:
            return name
    return None


class PackageUnits:
    """The units of one package."""

    __slots__ = ("_data", "_known", "_notes", "_units")

    def __init__(self, data: DataSets, notes: PackageNotes) -> None:
        self._data, self._notes = data, notes
        self._known: dict[tuple[str, str | None], Measure] = {}
        self._units: Mapping[str, str] = {
            unit.id: group.name for group in data.groups.values() for unit in group.units if unit.id is not None
        }

    def measure(self, link: Link, file: str, unit: Link | None, unit_file: str) -> Measure:
        """What amounts in a unit of a flow property are in; without a unit, in its reference unit.

        `file` has the link to the property, `unit_file` that to the unit.
        """
        key = link.id, None if unit is None else unit.id or f"named {unit.name}"
        known = self._known.get(key)
        if known is None:
            known = self._looked_up(link, file, unit, unit_file)
            if unit is None or not isinstance(known, Unusable) or known.pointer != unit.pointer:
                self._known[key] = known  # What is wrong with the unit of an exchange is said of each.
        return known

    def _looked_up(self, link: Link, file: str, unit: Link | None, unit_file: str) -> Measure:
        is_normal = link.id == NORMAL_VOLUME
        found = self._data.properties.get(link.id)
        if found is None:
            group = self._reference_group(link, link.id, "flow.property", file)
            if group is None:
                spot = self._data.dialect.spot("flow.property", link.pointer)
                dangling = package_findings.dangling(spot, A_FLOW_PROPERTY, link.id, link.name)
                return self._noted(file, link.id, dangling)
        else:
            looked_up = self._group(found)
            if isinstance(looked_up, Unusable):
                return looked_up
            group = looked_up
        return self._in_group(group, unit, unit_file, is_normal=is_normal)

    def _noted(self, file: str, about: str, finding: IntakeFinding) -> Unusable:
        """Why something cannot be used, noted the first time."""
        if self._notes.is_first(finding.kind.id, about):
            self._notes.add(file, finding)
        return Unusable(finding.pointer, finding.kind.id)

    def _reference_group(self, link: Link, property_id: str, what: str, file: str) -> UnitGroup | None:
        """The unit group of a flow property that everybody knows, in place of something that the package lacks."""
        known = KNOWN_PROPERTIES.get(property_id)
        if known is None:
            return None
        spot = self._data.dialect.spot(what, link.pointer)
        called = A_FLOW_PROPERTY if what == "flow.property" else A_UNIT_GROUP
        self._noted(file, link.id, package_findings.from_reference_data(spot, called, link.id, link.name, known.unit))
        reference = UnitEntry(None, (known.unit,), None, link.pointer)
        return UnitGroup(link.id, known.names[0], file, link.pointer, reference, ())

    def _group(self, found: FlowProperty) -> UnitGroup | Unusable:
        link = found.group
        if isinstance(link, Unusable):
            return link
        if link is None:
            spot = self._data.dialect.spot("property.group", found.pointer)
            return self._noted(found.file, found.id, package_findings.no_reference_unit(spot, found.name))
        group = self._data.groups.get(link.id) or self._reference_group(link, found.id, "property.group", found.file)
        if group is not None:
            return group
        spot = self._data.dialect.spot("property.group", link.pointer)
        return self._noted(found.file, link.id, package_findings.dangling(spot, A_UNIT_GROUP, link.id, link.name))

    def _in_group(self, group: UnitGroup, unit: Link | None, unit_file: str, *, is_normal: bool) -> Measure:
        reference = group.reference
        if reference is None or not reference.names:
            spot = self._data.dialect.spot("group.reference", group.pointer)
            return self._noted(group.file, group.id, package_findings.no_reference_unit(spot, group.name))
        if isinstance(reference.factor, Amount) and reference.factor.printed.value != 1:
            spot = self._data.dialect.spot("unit.factor", reference.factor.pointer)
            told = package_findings.reference_unit_factor(spot, reference.names[0], reference.factor.printed.text)
            return self._noted(group.file, group.id, told)
        base = unit_called(reference.names[0], is_normal_volume=is_normal)
        if unit is None:
            return _measure(base, Fraction(1), reference.names[0])
        if not group.units:
            return self._by_name(group, base, unit, unit_file, is_normal=is_normal)
        entry = next((one for one in group.units if _is_meant(one, unit)), None)
        if entry is None:
            return self._no_unit(unit, group, unit_file)
        if not isinstance(entry.factor, Amount) or entry.factor.printed.value <= 0:
            spot = self._data.dialect.spot("unit.factor", entry.pointer)
            told = package_findings.unit_without_factor(spot, entry.names[0] if entry.names else unit.name, group.name)
            return self._noted(group.file, f"{group.id} {unit.id}", told)
        return self._of_entry(entry, entry.factor, base, group, is_normal=is_normal)

    def _by_name(self, group: UnitGroup, base: Unit | None, unit: Link, unit_file: str, *, is_normal: bool) -> Measure:
        """A unit of a group of the reference data, which the package does not list: known by its name alone."""
        own = unit_called(unit.name, is_normal_volume=is_normal)
        if own is not None and base is not None and own.dimension != base.dimension:
            spot = self._data.dialect.spot("exchange.unit", unit.pointer)
            finding = package_findings.mixed_units(spot, unit.name, group.name)
            return Unusable(unit.pointer, self._notes.add(unit_file, finding))
        return _measure(own, Fraction(1), unit.name)

    def _no_unit(self, unit: Link, group: UnitGroup, file: str) -> Unusable:
        """Note a unit that is not one of its group: of another group, or of none in the package."""
        spot = self._data.dialect.spot("exchange.unit", unit.pointer)
        if unit.id in self._units:
            finding = package_findings.mixed_units(spot, unit.name, group.name)
        else:
            finding = package_findings.dangling(spot, A_UNIT, unit.id, unit.name)
        return Unusable(unit.pointer, self._notes.add(file, finding))

    def _of_entry(
        self, entry: UnitEntry, factor: Amount, base: Unit | None, group: UnitGroup, *, is_normal: bool
    ) -> Measure:
        """A unit of a group: in itself where the engine has it with the same factor, else in the reference unit."""
        times, name = factor.printed.value, entry.names[0] if entry.names else ""
        own = next((one for one in map(unit_called, entry.names) if one is not None), None)
        if own is not None and own.dimension == GAS_VOLUME:
            return _measure(own, Fraction(1), name)
        if base is None or own is None or is_normal:
            return _measure(base, times, name)
        spot = self._data.dialect.spot("unit.factor", factor.pointer)
        if own.dimension != base.dimension:
            if own.symbol not in _UNMISTAKABLE:
                return _measure(base, times, name)
            return self._noted(group.file, entry.pointer, package_findings.mixed_units(spot, name, group.name))
        expected = own.factor / base.factor
        if times == expected:
            return _measure(own, Fraction(1), name)
        if abs(times - expected) > expected * _TOLERATED:
            told = package_findings.unit_factor(spot, name, factor.printed.text, decimal_text(expected), base.symbol)
            self._noted(group.file, f"{group.id} {entry.id}", told)
        return _measure(base, times, name)


def _is_meant(entry: UnitEntry, unit: Link) -> bool:
    return entry.id == unit.id if unit.id else unit.name in entry.names


def _measure(unit: Unit | None, times: Fraction, name: str) -> Scale | NotRead:
    field = None if unit is None else field_of(unit)
    return NotRead(name) if unit is None or field is None else Scale(unit, times, field)
