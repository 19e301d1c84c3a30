"""The greenhouse gases that a process emits: elementary flows as records of shape `emission`.

An emission whose gas is contradicted by what stands beside it keeps its amount, and its gas cannot be used: whoever
adds up is told. Other elementary flows are counted and not read.
"""

from __future__ import annotations

from collections.abc import Mapping

from footrule.submission import exchange_findings, greenhouse_gases
from footrule.submission.data_sets import DataSets, Exchange, Flow, Link
from footrule.submission.element import Code, Element, Number, Record, Text, Truth, Unusable
from footrule.submission.exchange_amounts import ExchangeAmounts
from footrule.submission.flow_roles import is_from_air, is_to_air
from footrule.submission.package_notes import PackageNotes
from footrule.submission.vocabulary import code_name
from footrule.text.wording import worded


class Emissions:
    """The elementary flows of the exchanges of one package."""

    __slots__ = ("_amounts", "_data", "_gases", "_notes", "_wire_names")

    def __init__(self, data: DataSets, amounts: ExchangeAmounts, notes: PackageNotes) -> None:
        self._data, self._amounts, self._notes = data, amounts, notes
        self._gases: dict[str, str | Unusable | None] = {}
        self._wire_names: Mapping[str, str] = data.dialect.wire_names.get("emission", {})

    def record(self, exchange: Exchange, flow: Flow, id: Text | Unusable, file: str) -> Record | None:
        """The emission that an exchange is, or None where it is no greenhouse gas that goes to air.

        Carbon dioxide that is taken from the air is a negative emission of biogenic origin.
        """
        gas = self._gas(flow)
        if exchange.is_input:
            is_fossil = greenhouse_gases.origin_of(flow.names) == "fossil"
            taken_up = gas == "CO2" and not is_fossil and is_from_air(flow.category, flow.names)
            return self._uptake(exchange, flow, id, file) if taken_up else None
        if not is_to_air(flow.category):
            return None
        called = exchange.flow.name if isinstance(exchange.flow, Link) else ""
        label = None if isinstance(gas, Unusable) else greenhouse_gases.contradiction(gas, called, exchange.labels)
        if label is None and gas is None:
            return None
        fields: dict[str, Element] = {"id": id}
        at = exchange.flow.pointer if isinstance(exchange.flow, Link) else exchange.pointer
        if label is not None:
            shown = gas if isinstance(gas, str) else flow.name
            spot = self._data.dialect.spot("exchange.label", exchange.pointer)
            finding = exchange_findings.other_gas(spot, shown, label)
            fields["gas"] = Unusable(at, self._notes.add(file, finding))
        elif isinstance(gas, Unusable):
            fields["gas"] = Unusable(at, gas.because)
        elif gas is not None:
            fields["gas"] = Code(at, code_name(gas), flow.name)
            self._add_origin(fields, gas, flow, at, file)
        return self._finished(fields, exchange, flow, file)

    def _gas(self, flow: Flow) -> str | Unusable | None:
        """The gas that a flow is; where its name and its CAS number or formula disagree, that they do."""
        if flow.id not in self._gases:
            by_substance = greenhouse_gases.gas_by_substance(flow.cas, flow.formula)
            by_name = next((gas for name in flow.names if (gas := greenhouse_gases.gas_by_name(name))), None)
            found: str | Unusable | None = by_substance or by_name
            if by_substance is not None and by_name is not None and by_substance != by_name:
                finding = exchange_findings.gas_against_flow(
                    self._data.dialect.spot("flow.substance", flow.pointer), by_name, by_substance
                )
                found = Unusable(flow.pointer, self._notes.add(flow.file, finding))
            self._gases[flow.id] = found
        return self._gases[flow.id]

    def _add_origin(self, fields: dict[str, Element], gas: str, flow: Flow, at: str, file: str) -> None:
        origin = greenhouse_gases.origin_of((*flow.names, *flow.category))
        if origin is not None:
            fields["origin"] = Code(at, origin, flow.name)
        elif greenhouse_gases.has_carbon_of_some_origin(gas):
            spot = self._data.dialect.spot("exchange.flow", at)
            self._notes.add(file, exchange_findings.no_origin(spot, gas))

    def _uptake(self, exchange: Exchange, flow: Flow, id: Text | Unusable, file: str) -> Record:
        at = exchange.flow.pointer if isinstance(exchange.flow, Link) else exchange.pointer
        fields: dict[str, Element] = {
            "id": id, "gas": Code(at, "CO2", flow.name), "origin": Code(at, "biogenic", flow.name)
        }  # fmt: skip
        record = self._finished(fields, exchange, flow, file)
        amount = record.fields.get("amount")
        if not isinstance(amount, Number):
            return record
        spot = self._data.dialect.spot("exchange.amount", amount.pointer)
        self._notes.add(file, exchange_findings.uptake(spot, str(amount.quantity)))
        negative = Number(amount.pointer, -amount.quantity, amount.as_printed)
        return Record(record.pointer, record.shape, {**record.fields, "amount": negative}, record.wire_names)

    def _finished(self, fields: dict[str, Element], exchange: Exchange, flow: Flow, file: str) -> Record:
        """The record with its amount, which cannot be below zero unless its carbon was taken up."""
        called = worded(f"the amount of {flow.name}", f"{flow.name} 的数量")
        amount = self._amounts.mass(exchange, flow, file, called)
        if amount is not None:
            fields["amount"] = amount
        origin = fields.get("origin")
        is_biogenic = isinstance(origin, Code) and origin.code != "fossil"
        if isinstance(amount, Number) and amount.quantity.value < 0 and not is_biogenic:
            spot = self._data.dialect.spot("exchange.amount", amount.pointer)
            self._notes.add(file, exchange_findings.negative(spot, flow.name, str(amount.quantity)))
        if exchange.measured is not None:
            fields["primary"] = Truth(exchange.pointer, exchange.measured)
        if exchange.quality is not None:
            fields["quality"] = exchange.quality
        return Record(exchange.pointer, "emission", fields, self._wire_names)
