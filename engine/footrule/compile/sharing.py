"""How the burdens of processes are shared, as generated code has gathered it (see `allocating`), in floating point."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn, cast

from footrule.compile.figures import LEAST_OF_SIZE, OF_GENERATED, SMALLEST
from footrule.compile.flows import emission_of
from footrule.compile.running import CLOSE
from footrule.compile.structures import Document, Output, Process, Study
from footrule.compile.telling import Questions, TooCloseError
from footrule.frozen import Frozen, dataclass
from footrule.inventory.partition import BEARS_NOTHING, WHOLE

Share = tuple[Output, float, float]
Shares = Mapping[int, Share]
"""The outputs that bear a class of burdens, by their identity: each with its share and the size of that.

A share that is exactly one has the size nothing.
"""
ClassName = str | int | None
"""The name of a class; of burdens that are metered apart, the identity of the burden."""
Credited = tuple[Output, float, float]
Shared = tuple[dict[ClassName, Shares], dict[int, ClassName], str | None, list[Credited]]
"""The classes; the class of each burden by its identity, and that of all others; the credits, in kg CO2e."""
Sharing = Callable[[Document, Study, Questions, Process], Shared]
Allocation = tuple[str, bool, Sequence[tuple[str | None, Sharing | None]]]
"""An allocation: its id, whether it is the standard's own, and its ways by their names, None for the interpreter."""
Choice = tuple[int, int] | None
"""Another way than the first of one allocation, both by their numbers."""


class NotRecomputedError(Exception):
    """The footprint cannot be recomputed: the exact calculation would say why."""


def lacking(unsure: object) -> NoReturn:
    """What is not known; where that is not sure, exact numbers decide."""
    raise TooCloseError if unsure else NotRecomputedError


def alone(output: Output) -> Shares:
    """One output that bears everything."""
    return {id(output): (output, 1.0, 0.0)}


def shares(keyed: Sequence[tuple[Output, float, float]], unsure: object) -> Shares:
    """Outputs with the values of their keys, each above nothing or exactly that, to their shares."""
    if unsure or not keyed:
        lacking(unsure)
    total = of_total = 0.0
    bearing = 0
    for _, value, size in keyed:
        if value > size * CLOSE:
            total += value
            of_total += size
            bearing += 1
        elif size:
            lacking(not value < -size * CLOSE)
    if not bearing:
        lacking(unsure)
    if bearing == 1:
        return {id(output): (output, 1.0 if size else 0.0, 0.0) for output, _, size in keyed}
    if not total > of_total * LEAST_OF_SIZE:
        raise TooCloseError
    found: dict[int, Share] = {}
    for output, value, size in keyed:
        share = value / total
        if size and not share >= SMALLEST:
            raise TooCloseError
        found[id(output)] = output, share, OF_GENERATED * (size + share * of_total) / total
    return found


def credit(output: Output, place: int, factor: float, size: float, unsure: object) -> Credited:
    """An output that replaces something made elsewhere, with what that emits by a factor for its amount."""
    amount = emission_of(output, place, 1.0)
    if unsure or amount is None:
        lacking(unsure)
    if size and not abs(factor) > size * CLOSE:
        raise TooCloseError
    value, of_amount = amount
    return output, value * factor, OF_GENERATED * size * abs(value) + of_amount * abs(factor)


class Partition:
    """The burdens of one process by class. `rule` is the id of the allocation, None where one output bears all."""

    __slots__ = ("classes", "credits", "of_burden", "process", "rest", "rule")

    def __init__(self, process: Process, rule: str | None, shared: Shared) -> None:
        self.process = process
        self.rule = rule
        self.classes, self.of_burden, self.rest, self.credits = shared
        if self.rest is None and (self.credits or not self._takes_all()):
            raise NotRecomputedError

    def _takes_all(self) -> bool:
        of_burden = self.of_burden
        inputs, emissions = self.process.inputs or (), self.process.emissions or ()
        return all(id(one) in of_burden for one in inputs) and all(id(one) in of_burden for one in emissions)

    def class_of(self, burden: object) -> ClassName:
        """The class of a burden."""
        return self.of_burden.get(id(burden), self.rest)


class Allocating:
    """Carries out the allocations of a standard over the processes of one document."""

    def __init__(self, allocations: Allocations, document: Document, study: Study, questions: Questions) -> None:
        self.rules = allocations.rules
        self._covering = allocations.covering
        self._asked = document, study, questions
        self._listed = allocations.listing(document, study, questions)
        self._numbers: dict[int, int | None] = {}
        self._known: dict[tuple[int, int], Partition] = {}

    def partition(self, process: Process, choice: Choice = None) -> Partition:
        """How the burdens of a process are shared. Raises NotRecomputedError where nobody can tell."""
        number = self.rule_of(process)
        method = choice[1] if choice is not None and choice[0] == number else 0
        key = id(process), method
        if key not in self._known:
            self._known[key] = self._shared(process, number, method)
        return self._known[key]

    def _shared(self, process: Process, number: int | None, method: int) -> Partition:
        if number is None:
            return _by_itself(process)
        rule, _, methods = self.rules[number]
        way = methods[method][1]
        if way is None:
            raise TooCloseError
        return Partition(process, rule, way(*self._asked, process))

    def rule_of(self, process: Process) -> int | None:
        """The number of the allocation that covers a process: the standard's own goes before others."""
        if id(process) not in self._numbers:
            covering = self._covering(*self._asked, process, self._listed)
            found = [one for one in covering if self.rules[one][1]] or covering
            if len(found) > 1:
                raise NotRecomputedError
            self._numbers[id(process)] = found[0] if found else None
        return self._numbers[id(process)]


def _by_itself(process: Process) -> Partition:
    """A process that no allocation covers: its one product bears everything."""
    bearing = bearing_in(process)
    if len(bearing) != 1:
        raise NotRecomputedError
    return Partition(process, None, ({WHOLE: alone(bearing[0])}, {}, WHOLE, []))


def bearing_in(process: Process) -> list[Output]:
    """The outputs of a process that bear something at all."""
    return [one for one in process.outputs or () if one.role not in BEARS_NOTHING]


Listing = Callable[[Document, Study, Questions], Sequence["frozenset[int] | None"]]
Covering = Callable[[Document, Study, Questions, Process, Sequence["frozenset[int] | None"]], list[int]]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Allocations(Frozen):
    """The allocations of a standard, as its generated code has them."""

    rules: Sequence[Allocation]
    listing: Listing
    covering: Covering

    @classmethod
    def of(cls, names: Mapping[str, object]) -> Allocations | None:
        """Those of a generated module; None where they take the interpreter."""
        if "ALLOCATIONS" not in names:
            return None
        rules = cast("Sequence[Allocation]", names["ALLOCATIONS"])
        return cls(rules, cast("Listing", names["listing"]), cast("Covering", names["covering"]))


AT_WORK: Mapping[str, object] = {"lacking": lacking, "shares": shares, "alone": alone, "credit": credit}
"""What generated code calls."""
