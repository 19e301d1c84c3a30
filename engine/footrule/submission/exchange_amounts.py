"""The amounts of exchanges in the fields of flows: in the dimension they are given in, and in those that follow.

Where a flow lists further properties with their factors (a litre of it is so many kilograms), its amount is known in
those too; a net calorific value beside a mass is its heating value, and the carbon that it holds its carbon content.
Energy does not follow from a mass: that of a fuel is its heating value, and not an amount of energy that flows.
Numbers keep their print; conversions are exact.
"""

from __future__ import annotations

from fractions import Fraction

from footrule.measure.decimal import decimal_text
from footrule.measure.quantity import exact, printed
from footrule.measure.unit import Unit
from footrule.submission import exchange_findings, inventory_findings, package_findings
from footrule.submission.data_sets import Amount, DataSets, Exchange, Flow, Link, PropertyFactor
from footrule.submission.element import Element, Number, Unusable
from footrule.submission.flow_contents import CARBON, HEAT, FlowContents, PropertyKind
from footrule.submission.measured_reading import of_another_dimension
from footrule.submission.package_notes import PackageNotes
from footrule.submission.package_units import AMOUNT_FIELDS, Measure, NotRead, PackageUnits, Scale
from footrule.submission.process_vocabulary import CARBON_CONTENTS, HEATING_VALUES, amounts_named
from footrule.submission.reported_units import KG
from footrule.text.wording import Wording, worded

_AMOUNT = worded("the amount", "数量")
_AMOUNTS = {PropertyKind.AMOUNT, PropertyKind.HEAT}
_FOLLOWING = frozenset({"mass", "volume", "gas_volume", "moles"})
_MEASURED_BY = ("mass", "volume", "gas_volume")
_QUOTIENTS = (
    *((HEAT, by, *one) for by, one in zip((*_MEASURED_BY, "moles"), amounts_named(HEATING_VALUES), strict=True)),
    *((CARBON, by, *one) for by, one in zip((*_MEASURED_BY, HEAT), amounts_named(CARBON_CONTENTS), strict=True)),
)
"""What of a flow is told by what of it, in which field and unit."""


class ExchangeAmounts:
    """The amounts of the exchanges of one package."""

    __slots__ = ("_contents", "_data", "_notes", "_units")

    def __init__(self, data: DataSets, notes: PackageNotes) -> None:
        self._data, self._notes = data, notes
        self._units = PackageUnits(data, notes)
        self._contents = FlowContents(data, self._units, notes)

    def fields(self, exchange: Exchange, flow: Flow, file: str) -> dict[str, Element]:
        """The fields of a flow that an exchange fills: numbers, and in the others why there is none."""
        amount = exchange.amount
        if amount is None:
            return {}
        if isinstance(amount, Unusable):
            return _all(amount)
        used = self._property_used(exchange, flow, file)
        scale = used if isinstance(used, Unusable) else self._scale(used, exchange, flow, file)
        if isinstance(scale, Unusable):
            return _all(Unusable(amount.pointer, scale.because))
        is_part = isinstance(used, PropertyFactor) and self._is_part(used)
        fields: dict[str, Element] = {} if is_part else {scale.field: _number(amount, scale.unit, scale.times)}
        if isinstance(used, PropertyFactor) and len(flow.factors) > 1:
            self._add_following(fields, amount, used, scale, flow)
            fields |= self._quotients(exchange, flow)
        for name, asked in AMOUNT_FIELDS:
            if name not in fields:
                why = of_another_dimension(_AMOUNT, scale.unit.symbol, asked.symbol)
                fields[name] = Unusable(amount.pointer, why, True)
        return fields

    def mass(self, exchange: Exchange, flow: Flow, file: str, gas: Wording) -> Element | None:
        """The mass of an emitted gas; None where no amount is given."""
        fields = self.fields(exchange, flow, file)
        mass = fields.get("mass")
        if not isinstance(mass, Unusable) or not mass.absent:
            return mass
        spot = self._data.dialect.spot(
            "exchange.unit", exchange.unit.pointer if isinstance(exchange.unit, Link) else mass.pointer
        )
        given = next((one.quantity.unit.symbol for one in fields.values() if isinstance(one, Number)), "")
        finding = inventory_findings.wrong_dimension(spot, given, gas, (KG,))
        return Unusable(mass.pointer, self._notes.add(file, finding))

    def _property_used(self, exchange: Exchange, flow: Flow, file: str) -> PropertyFactor | Unusable:
        """The property that an amount is in, as the flow lists it."""
        asked = exchange.property
        if isinstance(asked, Unusable):
            return asked
        if asked is None:
            if flow.reference is not None:
                return flow.reference
            spot = self._data.dialect.spot("flow.reference", flow.pointer)
            finding = package_findings.no_reference_unit(spot, flow.name or flow.id)
            if self._notes.is_first(finding.kind.id, f"flow {flow.id}"):
                self._notes.add(flow.file, finding)
            return Unusable(exchange.pointer, finding.kind.id)
        for one in flow.factors:
            if isinstance(one.property, Link) and one.property.id == asked.id:
                return one
        spot = self._data.dialect.spot("exchange.property", asked.pointer)
        finding = package_findings.property_of_another_flow(spot, asked.name or asked.id, flow.name or flow.id)
        return Unusable(asked.pointer, self._notes.add(file, finding))

    def _scale(self, used: PropertyFactor, exchange: Exchange, flow: Flow, file: str) -> Scale | Unusable:
        if isinstance(exchange.unit, Unusable):
            return exchange.unit
        measure = self._measure(used, exchange.unit, flow, file)
        if not isinstance(measure, NotRead):
            return measure
        pointer = exchange.unit.pointer if exchange.unit is not None else exchange.pointer
        spot = self._data.dialect.spot("exchange.unit", pointer)
        return Unusable(pointer, self._notes.add(file, exchange_findings.unit_not_read(spot, measure.unit)))

    def _measure(self, used: PropertyFactor, unit: Link | None, flow: Flow, file: str) -> Measure:
        if isinstance(used.property, Link):
            return self._units.measure(used.property, flow.file, unit, file)
        if isinstance(used.property, Unusable):
            return used.property
        spot = self._data.dialect.spot("flow.property", used.pointer)
        finding = package_findings.no_reference_unit(spot, flow.name or flow.id)
        if self._notes.is_first(finding.kind.id, f"flow {flow.id}"):
            self._notes.add(flow.file, finding)
        return Unusable(used.pointer, finding.kind.id)

    def _is_part(self, used: PropertyFactor) -> bool:
        """Whether an amount is told by what the flow holds, such as its carbon: it is then no amount of the flow."""
        return isinstance(used.property, Link) and self._contents.kind(used.property) not in _AMOUNTS

    def _add_following(
        self, fields: dict[str, Element], amount: Amount, used: PropertyFactor, scale: Scale, flow: Flow
    ) -> None:
        """Add what the amount is in the other properties of the flow."""
        factor = _factor(used)
        reference = self._measure(used, None, flow, flow.file)
        if factor is None or not isinstance(reference, Scale):
            return
        contents = self._contents.of(flow)
        in_reference_units = scale.in_base_units / (factor * reference.in_base_units)
        for name, asked in AMOUNT_FIELDS:
            if name in _FOLLOWING and name not in fields and name in contents:
                fields[name] = _number(amount, asked, in_reference_units * contents[name] / asked.factor)

    def _quotients(self, exchange: Exchange, flow: Flow) -> dict[str, Element]:
        """Its heating values and carbon contents."""
        contents = self._contents.of(flow)
        pointer = exchange.flow.pointer if isinstance(exchange.flow, Link) else exchange.pointer
        found: dict[str, Element] = {}
        for what, by, field, unit in _QUOTIENTS:
            if what in contents and contents.get(by):
                value = contents[what] / contents[by] / unit.factor
                found[field] = Number(pointer, exact(value, unit), decimal_text(value))
        return found


def _factor(one: PropertyFactor) -> Fraction | None:
    """The factor of a property where it is one that can be divided by."""
    if isinstance(one.factor, Amount):
        return one.factor.printed.value if one.factor.printed.value > 0 else None
    return None


def _number(amount: Amount, unit: Unit, times: Fraction) -> Number:
    return Number(amount.pointer, printed(amount.printed, unit, times), amount.printed.text)


def _all(unusable: Unusable) -> dict[str, Element]:
    return {name: unusable for name, _ in AMOUNT_FIELDS}
