"""How the burdens of one process are shared among its outputs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from footrule.evaluate.evidence import Readings
from footrule.frozen import Frozen, dataclass
from footrule.inventory.records import records_in
from footrule.measure.quantity import Quantity
from footrule.submission.element import Record

BEARS_NOTHING = frozenset({"waste"})
"""The roles of outputs that bear no burdens."""
METERED = "subdivision of "
"""What a class of a burden that is metered apart begins with, before its pointer; no name in a standard has a space."""
WHOLE = "whole"
"""The class of all burdens where one output bears them."""

Shares = Mapping[int, Fraction]
"""The share of each output that bears something, by its place among the outputs; together they are 1."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClassShares(Frozen):
    """A class of burdens with the shares of its outputs, and the values of the key that they follow from.

    `rests_on` as of a partition, but for this class alone.
    """

    name: str
    shares: Shares
    keys: Mapping[int, Quantity]
    rests_on: Readings = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Credited(Frozen):
    """An output that replaces something made elsewhere: its credit in kg CO2e, which is taken off its process."""

    output: int
    emission: Fraction
    factor: Quantity


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Partition(Frozen):
    """The burdens of a process by class: `of_burden` names the class of each input and emission by its pointer.

    `rule` is the allocation that was applied, and `method` its alternative, if it was one; both are None where the
    process has one product and nothing is to be shared. Credits go to the outputs as `credited_in` says. `rests_on` are
    the provisional limits of the standard and the rows of the factor database that decided which allocation covers the
    process, what is metered apart, and what is credited.
    """

    process: Record
    rule: str | None
    method: str | None
    classes: Mapping[str, ClassShares]
    of_burden: Mapping[str, str]
    credits: tuple[Credited, ...]
    credited_in: str
    rests_on: Readings = ()

    @property
    def shares_rest_on(self) -> Readings:
        """What the shares of all classes rest on."""
        return (*self.rests_on, *(one for each in self.classes.values() for one in each.rests_on))

    @property
    def burdens_rest_on(self) -> Readings:
        """What the burdens of the outputs rest on: not on the shares of a class that no burden belongs to."""
        carrying = {*self.of_burden.values(), *([self.credited_in] if self.credits else [])}
        of_classes = (one for name, each in self.classes.items() if name in carrying for one in each.rests_on)
        return (*self.rests_on, *of_classes)

    @property
    def outputs(self) -> tuple[Record, ...]:
        """The outputs of the process, in the order by whose places shares are told."""
        return records_in(self.process, "outputs")

    @property
    def declared_classes(self) -> tuple[ClassShares, ...]:
        """The classes that a submitter declares shares of: not those of burdens that are metered apart."""
        return tuple(one for one in self.classes.values() if not one.name.startswith(METERED))
