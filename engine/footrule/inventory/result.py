"""What a footprint comes to: the amounts that were asked for, and every contribution with what it follows from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction
from math import fsum
from typing import NamedTuple

from footrule.evaluate.evidence import Readings
from footrule.frozen import Frozen, dataclass
from footrule.inventory.partition import Partition
from footrule.inventory.records import code_of
from footrule.measure.quantity import Quantity
from footrule.submission.element import Record


class Kind(Enum):
    """What contributes."""

    EMISSION = "emission"
    INPUT = "input"
    CREDIT = "credit"


class ProductKey(NamedTuple):
    """A product of the system: an output of a process, both by their places."""

    process: int
    output: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Contribution(Frozen):
    """What one emission, one input that is bought, or one credit adds to the footprint, in kg CO2e.

    `part` is the part of the flow, as the inventory tells it, that the reference flow bears. `factor` is what a
    kilogram of the gas counts, or what an amount of the input emits; `mass` is that of the gas, in kg. `bound` is how
    far the emission can be off, in kg CO2e, where the system was solved in floating point.
    """

    kind: Kind
    process: Record
    flow: Record
    burden_class: str
    part: Fraction
    emission: Fraction
    factor: Quantity
    factor_from: str
    mass: Fraction | None
    bound: float | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Footprint(Frozen):
    """A footprint of the reference flow, before it is scaled to the declared unit.

    `amounts` are those of each product that the reference flow asks for, in base units; `supplies` the product that
    each input from within the system takes, by the number of its process and its pointer. `bounds` say how far each
    amount can be off; there are none where the system was solved in exact numbers. `unreached` are the processes that
    are not needed; they add nothing.
    """

    reference: ProductKey
    reference_amount: Quantity
    gwp_set: str
    processes: tuple[Record, ...]
    partitions: Mapping[int, Partition]
    amounts: Mapping[ProductKey, Fraction]
    bounds: Mapping[ProductKey, Fraction]
    supplies: Mapping[tuple[int, str], ProductKey]
    contributions: tuple[Contribution, ...]
    unreached: tuple[Record, ...]

    def partitions_reached(self) -> tuple[Record, ...]:
        """The processes that the reference flow needs."""
        return tuple(one.process for one in self.partitions.values())

    @property
    def rests_on(self) -> Readings:
        """The provisional limits and the rows of the factor database that its allocations used, each once."""
        return tuple(dict.fromkeys(one for each in self.partitions.values() for one in each.burdens_rest_on))

    def told_in_other_sets(self) -> Iterator[tuple[Record, Record, str]]:
        """Each input whose emissions are told in CO2e by another set than this footprint's: process, input, set."""
        for one in self.contributions:
            supply = one.flow.fields.get("supply")
            used = code_of(supply, "set") if isinstance(supply, Record) else ""
            if one.kind is Kind.INPUT and used and used != self.gwp_set:
                yield one.process, one.flow, used

    @property
    def total(self) -> Fraction:
        """All of it, in kg CO2e."""
        return sum((one.emission for one in self.contributions), Fraction(0))

    @property
    def bound(self) -> Fraction | None:
        """How far any sum of contributions can be off at most, in kg CO2e; None where they are exact."""
        if not self.bounds:
            return None
        return Fraction(fsum(one.bound for one in self.contributions if one.bound is not None)) * (
            1 + Fraction(1, 2**40)
        )
