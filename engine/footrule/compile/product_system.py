"""The product system of a reference flow in floating point: what is linked, shared, and asked for of each product.

It is put together in the very order of the exact one (`inventory.linking`, `inventory.linear`), which is that of the
contributions. A system of more than some tens of products is left to exact numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from footrule.compile.figures import LARGEST, MOST_STEPS, SMALLEST, Pair
from footrule.compile.looping import solved
from footrule.compile.sharing import Allocating, Choice, ClassName, NotRecomputedError, Partition, bearing_in
from footrule.compile.structures import Input, Output, Process, Study
from footrule.compile.telling import TooCloseError
from footrule.inventory.loops import loops

MOST_PRODUCTS = 48
_ANY = Fraction(1)
"""What is needed of a product, where only matters that it is."""
_Product = tuple[Process, Output]
_Need = tuple[int, float, ClassName]
"""A product that another one takes, by its number; how much the process takes of it; in which class of burdens."""


class ProductSystem:
    """The system of one way to allocate: the parts of its burdens that the reference flow bears."""

    def __init__(self, study: Study, allocating: Allocating, choice: Choice) -> None:
        self._allocating = allocating
        self._choice = choice
        self._processes = {one.id: one for one in study.processes or ()}
        self._products: list[_Product] = []
        self._places: dict[int, int] = {}
        self.partitions: dict[int, Partition] = {}
        """By the identity of the process, in the order in which something needs it."""
        self.reference, self.measured_in, self.amount = self._reference(study)
        self._place(*self.reference)
        self._needs: list[list[_Need]] = []
        while len(self._needs) < len(self._products):
            self._needs.append(self._needs_of(*self._products[len(self._needs)]))

    def _reference(self, study: Study) -> tuple[_Product, int, float]:
        """The product that the footprint is of, what its amount measures, and the amount."""
        flow = study.reference_flow
        if flow is None:
            raise NotRecomputedError
        product = self._product(flow.process, flow.output)
        amount, made = flow.amount, product[1].amount
        if amount is None or not amount[1] > 0 or (made is not None and made[0] != amount[0]):
            raise NotRecomputedError
        return product, amount[0], amount[1]

    def _product(self, process: str | None, output: str | None) -> _Product:
        """The product that a flow names; without an output, the one that its process has."""
        found = self._processes.get(process) if process else None
        if found is None:
            raise NotRecomputedError
        called = [one for one in found.outputs or () if one.id == output] if output else bearing_in(found)
        if len(called) != 1:
            raise NotRecomputedError
        return found, called[0]

    def _place(self, process: Process, output: Output) -> int:
        place = self._places.get(id(output))
        if place is None:
            if len(self._products) >= MOST_PRODUCTS:
                raise TooCloseError
            place = self._places[id(output)] = len(self._products)
            self._products.append((process, output))
        return place

    def _needs_of(self, process: Process, output: Output) -> list[_Need]:
        partition = self.partitions.get(id(process))
        if partition is None:
            partition = self.partitions[id(process)] = self._allocating.partition(process, self._choice)
        made = output.amount
        if made is None or not made[1] > 0 or any(one[0] is output for one in partition.credits):
            raise NotRecomputedError
        found: list[_Need] = []
        for flow in process.inputs or ():
            supply = flow.supply
            if supply is not None and supply.process is not None:
                of_class = partition.class_of(flow)
                share = partition.classes[of_class].get(id(output))
                if share is not None and share[1]:
                    found.append((*self._link(flow, supply.process, supply.output), of_class))
        return found

    def _link(self, flow: Input, process: str, output: str | None) -> tuple[int, float]:
        source = self._product(process, output)
        amount, made = flow.amount, source[1].amount
        if amount is None or made is None or amount[0] != made[0]:
            raise NotRecomputedError
        return self._place(*source), amount[1]

    def borne(self) -> list[tuple[Partition, dict[ClassName, Pair]]]:
        """Of each process that is needed, the part of each class of its burdens that the reference flow bears."""
        flows = sum(_flows_of(one.process) + len(one.credits) for one in self.partitions.values())
        links = sum(map(len, self._needs))
        if flows + links + 6 * len(self._products) > MOST_STEPS:
            raise TooCloseError
        asked: list[Pair] = [(0.0, 0.0)] * len(self._products)
        asked[0] = self.amount, self.amount
        found: dict[int, dict[ClassName, Pair]] = {}
        for loop in self._loops():
            if len(loop) > 1 or self._takes_itself(loop[0]):
                self._solve(loop, asked)
            for product in loop:
                process, output = self._products[product]
                parts = self._parts(output, asked[product], self.partitions[id(process)])
                for place, taken, of_class in self._needs[product]:
                    if place not in loop:
                        asked[place] = _and(asked[place], taken, parts[of_class])
                whole = found.setdefault(id(process), {})
                for name, part in parts.items():
                    whole[name] = _and(whole[name], 1.0, part) if name in whole else part
        return [(self.partitions[process], parts) for process, parts in found.items()]

    def _loops(self) -> Sequence[Sequence[int]]:
        """The products, those that feed one another together, each after all that need it."""
        if len(self._products) == 1:
            return [(0,)]
        return loops([dict.fromkeys((need for need, _, _ in needs), _ANY) for needs in self._needs], {0: None})

    def _takes_itself(self, product: int) -> bool:
        return any(need == product for need, _, _ in self._needs[product])

    def _solve(self, loop: Sequence[int], asked: list[Pair]) -> None:
        """Products that feed one another: what is asked for of them altogether."""
        places = {product: place for place, product in enumerate(loop)}
        taken: list[list[Pair]] = [[(0.0, 0.0)] * len(loop) for _ in loop]
        for column, product in enumerate(loop):
            process, output = self._products[product]
            parts = self._parts(output, (1.0, 0.0), self.partitions[id(process)])
            for need, amount, of_class in self._needs[product]:
                if need in places:
                    row = taken[places[need]]
                    row[column] = _and(row[column], amount, parts[of_class])
        for product, found in zip(loop, solved(taken, [asked[one] for one in loop]), strict=True):
            asked[product] = found

    def _parts(self, output: Output, asked: Pair, partition: Partition) -> dict[ClassName, Pair]:
        """The parts of the burdens of a process that an amount of one of its outputs bears."""
        amount, size = asked
        assert output.amount is not None, "that is seen to where it is linked"
        made = output.amount[1]
        unit, of_unit = amount / made, (size + amount) / made
        if size and not (SMALLEST < amount < LARGEST and SMALLEST < unit < LARGEST):
            raise TooCloseError
        found: dict[ClassName, Pair] = {}
        for name, shares in partition.classes.items():
            share = shares.get(id(output))
            if share is not None and share[1]:
                found[name] = share[1] * unit, share[1] * of_unit + share[2] * unit
        return found


def _and(sum_: Pair, amount: float, part: Pair) -> Pair:
    """A sum, and an amount of which a part is taken."""
    value, size = part
    return sum_[0] + amount * value, sum_[1] + amount * (size + value)


def _flows_of(process: Process) -> int:
    return sum(len(one or ()) for one in (process.inputs, process.outputs, process.emissions))
