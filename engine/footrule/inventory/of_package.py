"""A product of a life-cycle package as a footprint with an inventory, so that it is recomputed like any other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from fractions import Fraction

from footrule.factors.characterisation import Characterisation, Characterised
from footrule.frozen import Frozen, dataclass
from footrule.inventory.amounts import gas_of
from footrule.inventory.problems import name_of, text_of
from footrule.inventory.records import code_of, records_in
from footrule.measure.quantity import exact
from footrule.submission.element import Code, Element, Items, Number, Record, Text
from footrule.submission.package import Package
from footrule.submission.process_vocabulary import AMOUNTS

NOWHERE = ""
PRODUCTS = frozenset({"main", "additional"})


class Why(Enum):
    """Why a flow counts as nothing."""

    BY_ITS_NAME = "by its name"
    NOBODY_SUPPLIES_IT = "nobody supplies it"
    NO_FACTOR = "no characterisation factor"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CutOff(Frozen):
    """A flow that counts as nothing, and why."""

    process: str
    flow: str
    why: Why


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OfPackage(Frozen):
    """A footprint of one unit of a product, and the flows that were left out of its inventory, by process."""

    footprint: Record
    cut_off: tuple[CutOff, ...]


def processes_called(package: Package, asked: str) -> tuple[Record, ...]:
    """The processes that a name or an identifier means: that of the identifier or the whole name, else all with it."""
    folded = asked.casefold()
    exact_ones = [one for one in package.processes if folded in (_folded(one, "id"), _folded(one, "name"))]
    return tuple(exact_ones or [one for one in package.processes if folded in _folded(one, "name")])


def products_of(process: Record) -> tuple[Record, ...]:
    """The products of a process, the main ones first."""
    products = [one for one in records_in(process, "outputs") if code_of(one, "role") in PRODUCTS]
    return tuple(sorted(products, key=lambda one: code_of(one, "role") != "main"))


def of_package(
    package: Package,
    process: Record,
    output: Record,
    gwp_set: str,
    characterisation: Characterisation,
    *,
    providers: Collection[str] = (),
    complete: bool = True,
) -> OfPackage:
    """One unit of a product of a package, as a footprint that can be recomputed.

    `providers` are identifiers or names of the processes to take where several supply an input. What the package cuts
    off by its name is left out. Unless the result has to be `complete`, so is what nobody supplies, and a gas without a
    characterisation factor. All of it is told.
    """
    chosen = dict(_chosen(package, providers))
    left_out: list[CutOff] = []
    processes = tuple(
        _linked(one, chosen, set(source.cut_off), left_out, None if complete else (characterisation, gwp_set))
        for one, source in zip(package.processes, package.sources, strict=True)
    )
    fields: dict[str, Element] = {
        "processes": Items(NOWHERE, tuple(_needed(processes, text_of(process.fields.get("id")) or ""))),
        "reference_flow": _one_unit(process, output),
        "characterisation": Record(NOWHERE, "characterisation", {"set": Code(NOWHERE, gwp_set, gwp_set)}, {}),
    }
    return OfPackage(Record(NOWHERE, "footprint", fields, {}), tuple(left_out))


def _needed(processes: Iterable[Record], first: str) -> Iterator[Record]:
    """The processes that one needs, itself among them, in their order."""
    by_id = {text_of(one.fields.get("id")) or "": one for one in processes}
    needed, waiting = {first}, [first]
    while waiting:
        one = by_id.get(waiting.pop())
        for flow in records_in(one, "inputs") if one is not None else ():
            supply = flow.fields.get("supply")
            source = text_of(supply.fields.get("process")) if isinstance(supply, Record) else None
            if source is not None and source not in needed:
                needed.add(source)
                waiting.append(source)
    return (one for one_id, one in by_id.items() if one_id in needed)


def _chosen(package: Package, providers: Collection[str]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """What supplies an input of which the package leaves it open, where one of the providers named does."""
    names = {text_of(one.fields.get("id")): _folded(one, "name") for one in package.processes}
    named = {one.casefold() for one in providers}
    for choice in package.choices:
        found = [one for one in choice.providers if one[0].casefold() in named or names.get(one[0]) in named]
        if len(found) == 1:
            yield (choice.process, choice.input), found[0]


def _linked(
    process: Record,
    chosen: Mapping[tuple[str, str], tuple[str, str]],
    cut_off: set[str],
    left_out: list[CutOff],
    counted_by: tuple[Characterisation, str] | None,
) -> Record:
    own, name = text_of(process.fields.get("id")) or "", name_of(process)
    inputs: list[Record] = []
    for flow in records_in(process, "inputs"):
        flow_id = text_of(flow.fields.get("id")) or ""
        if (own, flow_id) in chosen:
            inputs.append(replace(flow, fields={**flow.fields, "supply": _supply(*chosen[own, flow_id])}))
        elif flow_id in cut_off:
            left_out.append(CutOff(name, name_of(flow), Why.BY_ITS_NAME))
        elif "supply" not in flow.fields and counted_by is not None:
            left_out.append(CutOff(name, name_of(flow), Why.NOBODY_SUPPLIES_IT))
        else:
            inputs.append(flow)
    outputs = [one for one in records_in(process, "outputs") if text_of(one.fields.get("id")) not in cut_off]
    emissions: list[Record] = []
    for emission in records_in(process, "emissions"):
        if counted_by is None or _counts(emission, *counted_by):
            emissions.append(emission)
        else:
            left_out.append(CutOff(name, name_of(emission), Why.NO_FACTOR))
    flows = {"inputs": inputs, "outputs": outputs, "emissions": emissions}
    return replace(process, fields={**process.fields, **{name: _items(process, name, flows[name]) for name in flows}})


def _counts(emission: Record, characterisation: Characterisation, gwp_set: str) -> bool:
    gas = gas_of(emission)
    found = None if gas is None else characterisation.gwp100(gas, gwp_set, code_of(emission, "origin"))
    return isinstance(found, Characterised)


def _items(process: Record, field: str, records: Iterable[Record]) -> Items:
    before = process.fields.get(field)
    return Items(before.pointer if isinstance(before, Items) else NOWHERE, tuple(records))


def _supply(process: str, output: str) -> Record:
    fields: dict[str, Element] = {
        "kind": Code(NOWHERE, "process", "process"),
        "process": Text(NOWHERE, process),
        "output": Text(NOWHERE, output),
    }
    return Record(NOWHERE, "supply", fields, {})


def _one_unit(process: Record, output: Record) -> Record:
    """One of the unit that an output is told in."""
    fields: dict[str, Element] = {"process": process.fields["id"], "output": output.fields["id"]}
    for one in AMOUNTS:
        told = output.fields.get(one.name)
        if isinstance(told, Number):
            fields[one.name] = Number(NOWHERE, exact(Fraction(1), told.quantity.unit), "1")
    return Record(NOWHERE, "reference_flow", fields, {})


def _folded(record: Record, field: str) -> str:
    return (text_of(record.fields.get(field)) or "").strip().casefold()
