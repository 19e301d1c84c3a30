"""Drafts of processes become records of the vocabulary: linked, allocated, and checked for what they are for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footrule.frozen import Frozen, dataclass
from footrule.measure.quantity import Quantity
from footrule.submission import exchange_findings
from footrule.submission.data_sets import DataSets, ProcessData
from footrule.submission.element import Code, Element, Items, Number, Record, Text, Truth, Unusable
from footrule.submission.flow_roles import given, input_kind
from footrule.submission.functional_unit import differs, stated_amount
from footrule.submission.package import OpenChoice, ProcessSource
from footrule.submission.package_allocation import Allocations
from footrule.submission.package_links import Offers
from footrule.submission.package_notes import PackageNotes
from footrule.submission.package_places import in_package
from footrule.submission.package_prices import Prices
from footrule.submission.process_drafts import AMOUNT_NAMES, Draft, Drafting, Kept


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Assembled(Frozen):
    """The processes of a package, each with its source, and the inputs whose supply is open."""

    processes: tuple[Record, ...]
    sources: tuple[ProcessSource, ...]
    choices: tuple[OpenChoice, ...]


def assembled(data: DataSets, processes: Iterable[ProcessData], notes: PackageNotes) -> Assembled:
    """The processes as records; each is let go as soon as it is sorted."""
    drafting = Drafting(data, notes)
    drafts = [drafting.draft(one) for one in processes]
    making = _Making(data, drafts, notes)
    records = tuple(making.record(one) for one in drafts)
    return Assembled(records, tuple(map(_source, drafts)), tuple(making.offers.choices))


def _source(draft: Draft) -> ProcessSource:
    data = draft.data
    return ProcessSource(
        uuid=data.id.text if isinstance(data.id, Text) else None,
        name=data.name.text if data.name is not None else "",
        file=data.file,
        sha256=data.sha256,
        resources=draft.resources,
        other_elementary=draft.other_elementary,
        cut_off=draft.cut_off,
    )


class _Making:
    """The making of the records of one package."""

    __slots__ = ("_allocations", "_dialect", "_notes", "_prices", "offers")

    def __init__(self, data: DataSets, drafts: Sequence[Draft], notes: PackageNotes) -> None:
        self._dialect, self._notes = data.dialect, notes
        self.offers = Offers(drafts, data.dialect, notes)
        self._allocations = Allocations(data.dialect, notes)
        self._prices = Prices(data.dialect, notes)

    def record(self, draft: Draft) -> Record:
        """The record of a process."""
        data = draft.data
        self._check_reference(draft)
        self.offers.check_own_use(draft)
        fields: dict[str, Element] = {"id": data.id}
        fields |= {name: one for name, one in (("name", data.name), ("geography", data.location)) if one is not None}
        moments = (("period_start", data.period_start), ("period_end", data.period_end))
        fields |= {name: one for name, one in moments if one is not None}
        inputs = [self._input(one, draft) for one in draft.inputs]
        outputs: list[Record] = []
        prices = self._prices.of(draft)
        for one in draft.outputs:
            if one.role == "waste" and not one.exchange.is_input:
                output, treatment = self._waste(one, draft)
                outputs.append(output)
                inputs += [] if treatment is None else [treatment]
            else:
                outputs.append(self._output(one, prices.get(one.exchange.pointer)))
        at = f"{data.pointer}/exchanges"
        fields["inputs"] = Items(at, tuple(inputs))
        fields["outputs"] = Items(at, tuple(outputs))
        fields["emissions"] = Items(at, draft.emissions)
        allocation = self._allocations.record(draft)
        if allocation is not None:
            fields["allocation"] = allocation
        made = Record(data.pointer, "process", fields, self._dialect.wire_names.get("process", {}))
        return in_package(made, data.file)

    def _flow(self, kept: Kept) -> dict[str, Element]:
        """What inputs and outputs have in common."""
        at = kept.exchange.flow.pointer if kept.exchange.flow is not None else kept.exchange.pointer
        name: dict[str, Element] = {"name": Text(at, kept.name)} if kept.name else {}
        return {"id": kept.id, **name, **kept.fields}

    def _input(self, kept: Kept, draft: Draft) -> Record:
        fields = self._flow(kept)
        kind = input_kind(kept.flow, kept.fields) if kept.flow is not None else None
        if kind is not None:
            fields["kind"] = Code(kept.exchange.pointer, kind, kind)
        if kept.exchange.measured is not None:
            fields["primary_activity"] = Truth(kept.exchange.pointer, kept.exchange.measured)
        if kept.exchange.quality is not None:
            fields["quality"] = kept.exchange.quality
        supply = self.offers.supply(kept, draft)
        if supply is not None:
            fields["supply"] = supply
        return Record(kept.exchange.pointer, "input", fields, self._dialect.wire_names.get("input", {}))

    def _output(self, kept: Kept, price: Element | None = None) -> Record:
        fields = self._flow(kept)
        if price is not None:
            fields["price"] = price
        if kept.role is not None:
            fields["role"] = Code(kept.exchange.pointer, kept.role, kept.role)
        return Record(kept.exchange.pointer, "output", fields, self._dialect.wire_names.get("output", {}))

    def _waste(self, kept: Kept, draft: Draft) -> tuple[Record, Record | None]:
        """A waste as the output that it is, and the treatment that it needs as an input, where a process gives it."""
        output = self._output(kept)
        supply = self.offers.supply(kept, draft) if kept.is_waste else None
        if not isinstance(supply, Record):
            unusable: dict[str, Element] = {"destination": supply} if isinstance(supply, Unusable) else {}
            return Record(output.pointer, output.shape, {**output.fields, **unusable}, output.wire_names), None
        sent = {**output.fields, "destination": supply.fields["process"]}
        fields = self._flow(kept)
        fields |= {"kind": Code(kept.exchange.pointer, "waste_treatment", "waste_treatment"), "supply": supply}
        treatment = Record(kept.exchange.pointer, "input", fields, self._dialect.wire_names.get("input", {}))
        return Record(output.pointer, output.shape, sent, output.wire_names), treatment

    def _check_reference(self, draft: Draft) -> None:
        data = draft.data
        if not data.references:
            spot = self._dialect.spot("process.reference", data.pointer)
            self._notes.add(data.file, exchange_findings.no_reference(spot, None))
        outputs = {one.exchange.id.text: one for one in reversed(draft.outputs) if one.exchange.id is not None}
        inputs = {one.exchange.id.text for one in draft.inputs if one.exchange.id is not None}
        for reference in data.references:
            self._check_one_reference(draft, reference, outputs.get(reference.text), reference.text in inputs)
        main = next((one for one in draft.outputs if one.role == "main"), None)
        if main is not None:
            self._check_functional_unit(draft, main)

    def _check_one_reference(self, draft: Draft, reference: Text, output: Kept | None, is_input: bool) -> None:
        spot = self._dialect.spot("process.reference", reference.pointer)
        found = draft.references.get(reference.text)
        if found is None:
            self._notes.add(draft.data.file, exchange_findings.no_reference(spot, reference.text))
            return
        name, is_elementary = found
        if output is not None:
            amount = given(output.fields, AMOUNT_NAMES)
            if amount is not None and amount.value <= 0:
                place = self._dialect.spot("exchange.amount", output.exchange.pointer)
                self._notes.add(draft.data.file, exchange_findings.reference_zero(place, str(amount)))
        elif is_elementary or is_input:
            finding = exchange_findings.reference_no_product(spot, name, not is_elementary)
            self._notes.add(draft.data.file, finding)

    def _check_functional_unit(self, draft: Draft, main: Kept) -> None:
        known = (main.fields.get(name) for name in AMOUNT_NAMES)
        amounts: list[Quantity] = [one.quantity for one in known if isinstance(one, Number)]
        for text in draft.data.functional_unit:
            stated = stated_amount(text.text)
            if stated is not None and amounts and differs(stated, amounts):
                spot = self._dialect.spot("process.functional_unit", text.pointer)
                shown = next((str(one) for one in amounts if one.dimension == stated.dimension), str(amounts[0]))
                self._notes.add(draft.data.file, exchange_findings.functional_unit(spot, text.text, shown))
                return
