"""What one unit of a flow holds, by the properties that the flow lists: how many kilograms, what heat, what carbon.

Where a property is told apart by its name, it is because packages give it UUIDs of their own: of the properties that
everybody refers to, none is a carbon content.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

from footrule.submission import exchange_findings, package_findings
from footrule.submission.data_sets import Amount, DataSets, Flow, Link, PropertyFactor
from footrule.submission.package_notes import PackageNotes
from footrule.submission.package_units import NotRead, PackageUnits, Scale
from footrule.submission.reference_data import KNOWN_PROPERTIES, NET_CALORIFIC_VALUE

HEAT, CARBON = "heat", "carbon"
"""What a flow holds besides amounts of it: heat that it gives when burnt, in MJ; carbon, in kg."""
_FOSSIL, _BIOGENIC = "fossil carbon", "biogenic carbon"


class PropertyKind(Enum):
    """What a property measures, beside its unit."""

    AMOUNT = "amount"
    HEAT = HEAT
    CARBON = CARBON
    FOSSIL_CARBON = _FOSSIL
    BIOGENIC_CARBON = _BIOGENIC
    PART = "part"


_OF_CARBON = {PropertyKind.CARBON, PropertyKind.FOSSIL_CARBON, PropertyKind.BIOGENIC_CARBON}
_CARBON = re.compile(r"\bcarbon\b|含碳|碳含量|总碳|碳元素", re.IGNORECASE)
_NO_CARBON_CONTENT = re.compile(r"dioxide|footprint|emission|二氧化碳|足迹|排放", re.IGNORECASE)
_FOSSIL_NAME = re.compile(r"\bfossil\b|化石", re.IGNORECASE)
_BIOGENIC_NAME = re.compile(r"\bbiogenic\b|\bbiomass\b|生物", re.IGNORECASE)
_PART_NAME = re.compile(r"\bcontents?\b|\bdry\b|\bshare\b|含量|干重|干基|干物质", re.IGNORECASE)


def kind_of(id: str, name: str) -> PropertyKind:
    """What a flow property measures, by its UUID where it is one of the reference data, else by its name.

    >>> kind_of("", "Carbon content (biogenic)").value, kind_of("", "Water content").value, kind_of("", "Mass").value
    ('biogenic carbon', 'part', 'amount')
    """
    if id in KNOWN_PROPERTIES:
        return PropertyKind.HEAT if id == NET_CALORIFIC_VALUE else PropertyKind.AMOUNT
    if _CARBON.search(name) and not _NO_CARBON_CONTENT.search(name):
        if _FOSSIL_NAME.search(name):
            return PropertyKind.FOSSIL_CARBON
        return PropertyKind.BIOGENIC_CARBON if _BIOGENIC_NAME.search(name) else PropertyKind.CARBON
    return PropertyKind.PART if _PART_NAME.search(name) else PropertyKind.AMOUNT


class FlowContents:
    """What the flows of one package hold; each is looked up, and complained of, once."""

    __slots__ = ("_data", "_known", "_notes", "_units")

    def __init__(self, data: DataSets, units: PackageUnits, notes: PackageNotes) -> None:
        self._data, self._units, self._notes = data, units, notes
        self._known: dict[str, Mapping[str, Fraction]] = {}

    def kind(self, link: Link) -> PropertyKind:
        """What a property measures."""
        found = self._data.properties.get(link.id)
        return kind_of(link.id, link.name if found is None else found.name or link.name)

    def of(self, flow: Flow) -> Mapping[str, Fraction]:
        """How many base units of each dimension one reference unit of a flow is, as far as its properties say.

        By the field of the amount (`mass`), `HEAT` or `CARBON`: heat is no energy that flows, carbon no mass that does.
        """
        if flow.id not in self._known:
            found: dict[str, Fraction] = {}
            for one in flow.factors:
                self._add(found, one, flow)
            self._known[flow.id] = self._with_all_carbon(found, flow)
        return self._known[flow.id]

    def _add(self, found: dict[str, Fraction], one: PropertyFactor, flow: Flow) -> None:
        if not isinstance(one.property, Link) or not isinstance(one.factor, Amount):
            return
        kind, factor = self.kind(one.property), one.factor.printed.value
        if kind in _OF_CARBON and factor < 0:
            spot = self._data.dialect.spot("flow.property", one.factor.pointer)
            self._notes.add(flow.file, exchange_findings.negative(spot, one.property.name, one.factor.printed.text))
        if kind is PropertyKind.PART or factor < 0 or (factor == 0 and kind not in _OF_CARBON):
            return
        measure = self._units.measure(one.property, flow.file, None, flow.file)
        if isinstance(measure, Scale):
            field = measure.field if kind is PropertyKind.AMOUNT else kind.value
            if (kind in _OF_CARBON and measure.field != "mass") or field == "energy":
                return
            found.setdefault(field, factor * measure.in_base_units)
        elif isinstance(measure, NotRead) and kind in _OF_CARBON:
            spot = self._data.dialect.spot("flow.property", one.pointer)
            self._notes.add(flow.file, exchange_findings.unit_not_read(spot, measure.unit))

    def _with_all_carbon(self, found: dict[str, Fraction], flow: Flow) -> Mapping[str, Fraction]:
        """The same, with the carbon that its parts add up to; one part alone does not tell how much it is in all."""
        parts = [one for one in (_FOSSIL, _BIOGENIC) if one in found]
        if CARBON in found or not parts:
            return found
        if len(parts) == 2:
            return {**found, CARBON: found[_FOSSIL] + found[_BIOGENIC]}
        spot = self._data.dialect.spot("flow.property", flow.pointer)
        self._notes.add(flow.file, package_findings.part_of_carbon(spot, flow.name or flow.id, parts == [_FOSSIL]))
        return found
