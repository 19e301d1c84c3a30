"""The structures of an inventory as the recomputation reads them, and that a projection has them so.

A number with its unit is prepared: the place of the field that it fills, its value in base units, its text and unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from footrule.compile.value import NotCompiled
from footrule.submission.document_form import DocumentForm
from footrule.submission.wire import AttributeTable, WireChoice, WireList, WireMeasured, WireObject

if TYPE_CHECKING:
    from footrule.compile.projection import Projection

Prepared = tuple[int, float, str, str]


class Quality(Protocol):
    """Ratings of data quality."""

    technological: Prepared | None
    geographical: Prepared | None
    temporal: Prepared | None


class Supply(Protocol):
    """Where an input comes from."""

    process: str | None
    output: str | None
    footprint: str | None
    factor: str | None
    value: Prepared | None
    primary_data_share: Prepared | None


class Flow(Protocol):
    """What inputs and outputs have in common."""

    id: str
    name: str | None
    amount: Prepared | None
    lower_heating_value: Prepared | None
    carbon_content: Prepared | None


class Input(Flow, Protocol):
    """What goes into a process."""

    kind: str | None
    supply: Supply | None
    primary_activity: bool | None
    primary_factor: bool | None
    quality: Quality | None


class Output(Flow, Protocol):
    """What comes out of it."""

    role: str | None
    concentration: Prepared | None


class Emission(Protocol):
    """A greenhouse gas that it emits."""

    id: str
    gas: str | None
    origin: str | None
    amount: Prepared | None
    primary: bool | None
    quality: Quality | None


class Declared(Protocol):
    """A share that is declared."""

    output: str | None
    burden_class: str | None


class Allocation(Protocol):
    """How a process is told to share its burdens."""

    factors: Sequence[Declared] | None


class Process(Protocol):
    """A process of an inventory."""

    id: str
    stage: str | None
    inputs: Sequence[Input] | None
    outputs: Sequence[Output] | None
    emissions: Sequence[Emission] | None
    allocation: Allocation | None


class ReferenceFlow(Protocol):
    """The output that the footprint is of."""

    process: str | None
    output: str | None
    amount: Prepared | None


class Characterisation(Protocol):
    """The set of characterisation factors."""

    set: str | None


class Product(Protocol):
    """The product."""

    concentration: object


class Study(Protocol):
    """An inventory."""

    processes: Sequence[Process] | None
    reference_flow: ReferenceFlow | None
    characterisation: Characterisation | None
    product: Product | None


class Footprint(Protocol):
    """The declared footprint."""

    declared_unit: str
    declared_amount: str
    mass: str
    characterisation_factors: Sequence[str]


class Document(Protocol):
    """A document."""

    pcf: Footprint


_READ = {
    "processes": Process, "inputs": Input, "outputs": Output, "emissions": Emission, "supply": Supply,
    "quality": Quality, "allocation": Allocation, "factors": Declared, "reference_flow": ReferenceFlow,
    "characterisation": Characterisation, "product": Product, "pcf": Footprint,
}  # fmt: skip
"""The structure that stands in a member, whatever structure that is of."""
_PRINTED_OTHERWISE = frozenset({"declared_unit"})
"""Codes that may be printed otherwise than the language calls them; all others are compared as they are printed."""
ALWAYS = frozenset({"amount", "value", "lower_heating_value", "concentration"})
_ASKED_FOR = {
    "balances": frozenset({"carbon_content"}),
    "primary_data_share": frozenset({"primary_data_share"}),
    "dqi": frozenset({"technological", "geographical", "temporal"}),
}
"""The numbers that fields of the recomputed footprint need besides."""


def prepare(projection: Projection, form: DocumentForm, asked: frozenset[str]) -> None:
    """Have all numbers prepared that those fields are computed from; raises NotCompiled where a form is another one."""
    wanted = ALWAYS.union(*(numbers for name, numbers in _ASKED_FOR.items() if name in asked))
    for table, protocol in ((form.study, Study), (form.root, Document)):
        for of, attributes in _reached(projection, table, protocol):
            for name, attribute in attributes.items():
                if name in wanted and isinstance(of.by_name[attribute].kind, WireMeasured):
                    projection.prepare(of, of.by_name[attribute])


def _reached(
    projection: Projection, table: AttributeTable, protocol: type
) -> Iterator[tuple[AttributeTable, dict[str, str]]]:
    """Each table that is read, with the attribute of each member; raises NotCompiled where one of them is not there."""
    members = {projection.member(table, one): one.name for one in table.attributes}
    if not _names_in(protocol) <= members.keys():
        raise NotCompiled(f"{table.data_type} without {sorted(_names_in(protocol) - members.keys())}")
    for name in _names_in(protocol) - _PRINTED_OTHERWISE:
        kind = table.by_name[members[name]].kind
        if isinstance(kind, WireChoice) and any(printed != code for printed, code in kind.codes.items()):
            raise NotCompiled(f"{table.data_type}.{name} is not printed as it is called")
    yield table, {name: members[name] for name in _names_in(protocol)}
    for name in _names_in(protocol) & _READ.keys():
        kind = table.by_name[members[name]].kind
        if isinstance(kind, WireList):
            kind = kind.element
        if not isinstance(kind, WireObject):
            raise NotCompiled(f"{table.data_type}.{name}")
        yield from _reached(projection, kind.table, _READ[name])


def _names_in(protocol: type) -> set[str]:
    return {name for one in protocol.__mro__ for name in getattr(one, "__annotations__", ())}
