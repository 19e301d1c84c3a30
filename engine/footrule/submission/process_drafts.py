"""A process with its flows looked up and sorted into what goes in, what comes out and what is emitted.

This is the last stage before processes are linked: elementary flows that are no greenhouse gases are counted and let
go, and every exchange that is kept has its flow, its id and its amounts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from footrule.frozen import Frozen, dataclass
from footrule.submission import exchange_findings, package_findings
from footrule.submission.data_sets import DataSets, Exchange, Flow, FlowKind, Link, ProcessData
from footrule.submission.element import Element, Number, Record, Text, Unusable
from footrule.submission.exchange_amounts import ExchangeAmounts
from footrule.submission.flow_roles import given, is_cut_off, is_recovered_energy, waste_class
from footrule.submission.identifiers import names_agree
from footrule.submission.intake import IntakeFinding
from footrule.submission.package_emissions import Emissions
from footrule.submission.package_findings import A_FLOW
from footrule.submission.package_kinds import DANGLING
from footrule.submission.package_notes import PackageNotes
from footrule.submission.package_units import AMOUNT_FIELDS

AMOUNT_NAMES = tuple(name for name, _ in AMOUNT_FIELDS)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Kept(Frozen):
    """An exchange that is an input or an output. `flow` is None where the package lacks it.

    `role` is that of an output, None for an input, and for an output of which nobody knows what it is.
    """

    exchange: Exchange
    flow: Flow | None
    id: Text | Unusable
    fields: dict[str, Element]
    role: str | None

    @property
    def name(self) -> str:
        """What the flow is called."""
        if self.flow is not None and self.flow.name:
            return self.flow.name
        return _link_name(self.exchange)

    @property
    def flow_id(self) -> str | None:
        """The identifier of the flow, in the package or not."""
        return self.exchange.flow.id if isinstance(self.exchange.flow, Link) else None

    @property
    def is_waste(self) -> bool:
        """Whether the flow is a waste flow."""
        kind = self.flow.kind if self.flow is not None else self.exchange.kind
        return kind is FlowKind.WASTE


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Draft(Frozen):
    """A process whose exchanges are sorted; `data` no longer holds them.

    `references` are the exchanges that it is the process of, as far as there are such: the name of each flow by its id,
    and whether it is an elementary flow.
    """

    data: ProcessData
    inputs: tuple[Kept, ...]
    outputs: tuple[Kept, ...]
    emissions: tuple[Record, ...]
    references: Mapping[str, tuple[str, bool]]
    resources: int
    other_elementary: int
    has_avoided: bool
    cut_off: tuple[str, ...]


class Drafting:
    """The sorting of the processes of one package."""

    __slots__ = ("_amounts", "_data", "_emissions", "_notes")

    def __init__(self, data: DataSets, notes: PackageNotes) -> None:
        self._data, self._notes = data, notes
        self._amounts = ExchangeAmounts(data, notes)
        self._emissions = Emissions(data, self._amounts, notes)

    def draft(self, process: ProcessData) -> Draft:
        """The draft of a process."""
        sorting = _Sorting(process, self._data, self._notes)
        for exchange, own in self._identified(process):
            flow = self._flow(exchange, process.file)
            kind = flow.kind if flow is not None else exchange.kind
            sorting.look_for_reference(exchange, flow, kind)
            if exchange.not_counted is not None:
                sorting.leave_out(exchange, flow)
            elif kind is FlowKind.ELEMENTARY:
                record = None if flow is None else self._emissions.record(exchange, flow, own, process.file)
                sorting.add_elementary(exchange, record)
            else:
                sorting.add(exchange, flow, own, self._fields(exchange, flow, process.file))
        return sorting.finished()

    def _identified(self, process: ProcessData) -> Iterable[tuple[Exchange, Text | Unusable]]:
        """The exchanges with their ids: an id that stands twice is that of the first."""
        seen: set[str] = set()
        for number, exchange in enumerate(process.exchanges):
            own = exchange.id
            if own is None:
                yield exchange, Text(exchange.pointer, f"#{number}")
            elif own.text in seen:
                spot = self._data.dialect.spot("exchange.id", own.pointer)
                because = self._notes.add(process.file, package_findings.repeated_exchange(spot, own.text))
                yield exchange, Unusable(own.pointer, because)
            else:
                seen.add(own.text)
                yield exchange, own

    def _flow(self, exchange: Exchange, file: str) -> Flow | None:
        link = exchange.flow
        if not isinstance(link, Link):
            return None
        flow = self._data.flows.get(link.id)
        spot = self._data.dialect.spot("exchange.flow", link.pointer)
        if flow is None:
            self._notes.add(file, package_findings.dangling(spot, A_FLOW, link.id, link.name))
        elif not names_agree(link.name, flow.names):
            self._notes.add(file, package_findings.other_name(spot, link.name, flow.name))
        return flow

    def _fields(self, exchange: Exchange, flow: Flow | None, file: str) -> dict[str, Element]:
        if flow is not None:
            return self._amounts.fields(exchange, flow, file)
        because = exchange.flow.because if isinstance(exchange.flow, Unusable) else DANGLING.id
        return {name: Unusable(exchange.pointer, because) for name in AMOUNT_NAMES}


class _Sorting:
    """The exchanges of one process, one after another."""

    __slots__ = ("_avoided", "_cut_off", "_data", "_emissions", "_inputs",
        "_made",
        "_notes", "_other", "_outputs", "_process",
                 "_references", "_resources", "_wanted")  # fmt: skip

    def __init__(self, process: ProcessData, data: DataSets, notes: PackageNotes) -> None:
        self._process, self._data, self._notes = process, data, notes
        self._inputs: list[Kept] = []
        self._outputs: list[Kept] = []
        self._emissions: list[Record] = []
        self._references: dict[str, tuple[str, bool]] = {}
        self._cut_off: list[str] = []
        self._resources = self._other = 0
        self._avoided = False
        self._wanted = {one.text: number for number, one in reversed(list(enumerate(process.references)))}
        self._made: set[str | None] = set()

    def look_for_reference(self, exchange: Exchange, flow: Flow | None, kind: FlowKind | None) -> None:
        """Remember an exchange that the process is for."""
        if self._is_reference(exchange) and exchange.id is not None:
            name = flow.name if flow is not None else _link_name(exchange)
            self._references.setdefault(exchange.id.text, (name, kind is FlowKind.ELEMENTARY))

    def leave_out(self, exchange: Exchange, flow: Flow | None) -> None:
        """Note an exchange that the package does not count."""
        name = flow.name if flow is not None else ""
        spot = self._data.dialect.spot("exchange.function", exchange.pointer)
        self._note(exchange_findings.not_counted(spot, name, exchange.not_counted or ""))

    def add_elementary(self, exchange: Exchange, record: Record | None) -> None:
        """Take an elementary flow: as the emission that it is, or counted."""
        if record is not None:
            self._emissions.append(record)
        elif exchange.is_input:
            self._resources += 1
        else:
            self._other += 1

    def add(self, exchange: Exchange, flow: Flow | None, id: Text | Unusable, fields: dict[str, Element]) -> None:
        """Take a product or waste flow, or one of which nobody knows what it is."""
        kept = Kept(exchange, flow, id, fields, None)
        cut_off = is_cut_off(kept.name)
        if cut_off:
            spot = self._data.dialect.spot("exchange.flow", _place(exchange))
            self._note(exchange_findings.cut_off(spot, kept.name))
            self._cut_off += [id.text] if isinstance(id, Text) else []
        comes_out = not exchange.is_input
        if exchange.is_avoided:
            self._avoided = comes_out = True
            spot = self._data.dialect.spot("exchange.avoided", exchange.pointer)
            self._note(exchange_findings.avoided(spot, kept.name))
        if comes_out or (self._is_reference(exchange) and kept.is_waste):
            role = "waste" if cut_off else self._role(kept)
            self._outputs.append(Kept(exchange, flow, id, fields, role))
            self._made.add(kept.flow_id)
            self._check_output(kept)
        else:
            self._inputs.append(kept)
            self._check_input(kept)

    def finished(self) -> Draft:
        """The draft."""
        return Draft(
            replace(self._process, exchanges=()),
            tuple(self._inputs), tuple(self._outputs), tuple(self._emissions), self._references, self._resources,
            self._other, self._avoided, tuple(self._cut_off),
        )  # fmt: skip

    def _is_reference(self, exchange: Exchange) -> bool:
        return exchange.id is not None and exchange.id.text in self._wanted

    def _role(self, kept: Kept) -> str | None:
        exchange, flow = kept.exchange, kept.flow
        if self._is_reference(exchange) and exchange.id is not None:
            return "additional" if self._wanted[exchange.id.text] else "main"
        if kept.is_waste:
            return "waste"
        if flow is None:
            return "additional" if exchange.kind is FlowKind.PRODUCT else None
        if is_recovered_energy(flow.names):
            return "energy"
        category = waste_class(flow)
        if category is not None:
            spot = self._data.dialect.spot("exchange.flow", _place(exchange))
            self._note(exchange_findings.waste_by_class(spot, kept.name, category))
            return "waste"
        if kept.flow_id in self._made:
            spot = self._data.dialect.spot("exchange.flow", _place(exchange))
            self._note(exchange_findings.twice_among_outputs(spot, kept.name))
        return "additional"

    def _check_output(self, kept: Kept) -> None:
        amount = given(kept.fields, AMOUNT_NAMES)
        if amount is not None and amount.value < 0 and not self._is_reference(kept.exchange):
            spot = self._data.dialect.spot("exchange.amount", _amount_place(kept))
            self._note(exchange_findings.negative(spot, kept.name, str(amount)))

    def _check_input(self, kept: Kept) -> None:
        amount = given(kept.fields, AMOUNT_NAMES)
        if amount is not None and amount.value < 0:
            spot = self._data.dialect.spot("exchange.amount", _amount_place(kept))
            self._note(exchange_findings.negative_input(spot, kept.name, str(amount)))

    def _note(self, finding: IntakeFinding) -> None:
        self._notes.add(self._process.file, finding)


def _link_name(exchange: Exchange) -> str:
    link = exchange.flow
    return (link.name or link.id) if isinstance(link, Link) else ""


def _place(exchange: Exchange) -> str:
    return exchange.flow.pointer if isinstance(exchange.flow, Link) else exchange.pointer


def _amount_place(kept: Kept) -> str:
    return next((one.pointer for one in kept.fields.values() if isinstance(one, Number)), kept.exchange.pointer)
