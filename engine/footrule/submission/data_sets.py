"""Data sets of life-cycle packages before anything is made of them: what the readers of both formats fill.

Nothing is resolved here: a link to another data set is its id, and an amount is a number without its unit. Where
something is missing there is None; where it cannot be used, an `Unusable` with the finding that says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import Printed
from footrule.submission.element import Code, Moment, Record, Text, Unusable
from footrule.submission.pact_findings import Spot


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Link(Frozen):
    """A reference to another data set, with what it says the other one is called (`""`: nothing)."""

    id: str
    name: str
    pointer: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Amount(Frozen):
    """A number where it stands, without a unit."""

    pointer: str
    printed: Printed


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UnitEntry(Frozen):
    """A unit of a group: `factor` reference units are one of it; `names` are its name and its synonyms."""

    id: str | None
    names: tuple[str, ...]
    factor: Amount | Unusable | None
    pointer: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UnitGroup(Frozen):
    """Units that can be converted into each other; `reference` is the one of factor 1, None where none is named."""

    id: str
    name: str
    file: str
    pointer: str
    reference: UnitEntry | None
    units: tuple[UnitEntry, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FlowProperty(Frozen):
    """A quantity that flows are measured in, such as mass, and the group of its units."""

    id: str
    name: str
    file: str
    pointer: str
    group: Link | Unusable | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PropertyFactor(Frozen):
    """How much of a flow property one unit of the flow's reference property is."""

    property: Link | Unusable | None
    factor: Amount | Unusable | None
    pointer: str


class FlowKind(Enum):
    """What a flow is to a product system."""

    ELEMENTARY = "elementary"
    PRODUCT = "product"
    WASTE = "waste"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Flow(Frozen):
    """A flow. `names` are its name in every language, the first one is shown; `category` goes from the outside in.

    `reference` is its reference flow property, None where none is named.
    """

    id: str
    names: tuple[str, ...]
    file: str
    pointer: str
    kind: FlowKind | None
    category: tuple[str, ...]
    cas: str | None
    formula: str | None
    reference: PropertyFactor | None
    factors: tuple[PropertyFactor, ...]

    @property
    def name(self) -> str:
        """The name that is shown."""
        return self.names[0] if self.names else ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cost(Frozen):
    """What all of an exchange costs or brings in, not one unit of it; `currency` is None where the value is no number.

    That it is all: openLCA adds such values up for a process and multiplies them by no amount (olca-modules,
    CostVector.java).
    """

    value: Amount | Unusable
    currency: Code | Unusable | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Exchange(Frozen):
    """An input or output of a process.

    - `kind` is what the reference to the flow says that it is, for a flow that is not in the package.
    - `labels` are what the exchange calls itself: comments, and the description of its reference.
    - `measured` is whether its amount is primary data.
    - `not_counted` says why it is not part of the inventory, where the package says that it is not.
    - `quality` are ratings of its data, a record of shape `dqi`.
    """

    id: Text | None
    pointer: str
    flow: Link | Unusable | None
    kind: FlowKind | None
    is_input: bool
    amount: Amount | Unusable | None
    unit: Link | Unusable | None
    property: Link | Unusable | None
    provider: Link | Unusable | None
    is_avoided: bool
    labels: tuple[str, ...]
    measured: bool | None
    not_counted: str | None
    cost: Cost | None = None
    quality: Record | Unusable | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Share(Frozen):
    """An allocation factor: the share of a product (a flow or an exchange, by its id), of one exchange or of all."""

    method: str
    product: str
    exchange: str | None
    value: Amount | Unusable | None
    pointer: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AllocationGiven(Frozen):
    """What a process says of its allocation: the method it applies, its basis, and the factors of each method.

    `whole` is what factors add up to: 1, or 100 where they are percentages.
    """

    method: Text | Unusable | None
    code: str | None
    basis: str | None
    shares: tuple[Share, ...]
    whole: int
    pointer: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProcessData(Frozen):
    """A process. `references` are the ids of the exchanges that it is the process of, in their order."""

    id: Text | Unusable
    name: Text | None
    file: str
    sha256: str
    pointer: str
    location: Text | None
    period_start: Moment | Unusable | None
    period_end: Moment | Unusable | None
    references: tuple[Text, ...]
    functional_unit: tuple[Text, ...]
    exchanges: tuple[Exchange, ...]
    allocation: AllocationGiven | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Dialect(Frozen):
    """How a format calls things, so that findings cite it: the type and the name of each, by what it is to us.

    `wire_names` say for each shape under which name the format would carry a field.
    """

    document: str
    edition: str
    names: Mapping[str, tuple[str, str]]
    wire_names: Mapping[str, Mapping[str, str]]

    def spot(self, what: str, pointer: str) -> Spot:
        """A place in a file, as findings cite it."""
        data_type, name = self.names[what]
        return Spot(pointer, self.document, self.edition, data_type, name)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DataSets(Frozen):
    """What the processes of a package refer to, by its id."""

    dialect: Dialect
    groups: Mapping[str, UnitGroup]
    properties: Mapping[str, FlowProperty]
    flows: Mapping[str, Flow]
