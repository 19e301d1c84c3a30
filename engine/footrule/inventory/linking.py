"""The product system of a reference flow: which products it reaches, and what one unit of each takes of others."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from footrule.frozen import Frozen, dataclass
from footrule.inventory.allocating import Allocating, role_of
from footrule.inventory.amounts import is_from_process, told_amount, usable
from footrule.inventory.partition import BEARS_NOTHING, Partition
from footrule.inventory.problems import NotComputed, Problem, name_of, of, text_of
from footrule.inventory.records import records_in
from footrule.inventory.result import ProductKey
from footrule.measure.quantity import Quantity
from footrule.submission.element import Record
from footrule.text.wording import worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class System(Frozen):
    """A product system, linked and shared: product j takes `needs[j][k]` of product k for one unit, in base units.

    `products` begins with the reference; `made` holds the amount of each that its process makes, `supplies` the product
    that each input takes, by the number of its process and its pointer.
    """

    processes: tuple[Record, ...]
    amount: Quantity
    products: tuple[ProductKey, ...]
    made: tuple[Fraction, ...]
    needs: tuple[Mapping[int, Fraction], ...]
    partitions: Mapping[int, Partition]
    supplies: Mapping[tuple[int, str], ProductKey]


def linked(footprint: Record, allocating: Allocating) -> System:
    """The system of a footprint with an inventory. Raises NotComputed, with every reason that was found."""
    return _Linking(footprint, allocating).system()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Link(Frozen):
    """An input that another process supplies: whose output it takes, and how much."""

    source: int
    amount: Fraction


class _Linking:
    """Links what the reference needs: processes are shared when something needs them, and every problem is gathered."""

    def __init__(self, footprint: Record, allocating: Allocating) -> None:
        self._footprint = footprint
        self._allocating = allocating
        self._processes = records_in(footprint, "processes")
        self._outputs = [records_in(one, "outputs") for one in self._processes]
        self._numbers: dict[str, list[int]] = {}
        for number, one in enumerate(self._processes):
            self._numbers.setdefault(text_of(one.fields.get("id")) or "", []).append(number)
        self._named: dict[int, dict[str, list[int]]] = {}
        self._partitions: dict[int, Partition] = {}
        self._products: list[ProductKey] = []
        self._places: dict[ProductKey, int] = {}
        self._inputs: dict[int, list[tuple[Record, Record]]] = {}
        self._links: dict[tuple[int, str], _Link] = {}
        self._problems: list[Problem] = []

    def system(self) -> System:
        """The whole system."""
        reference, amount = self._reference()
        self._place(reference)
        made: list[Fraction] = []
        needs: list[Mapping[int, Fraction]] = []
        while len(needs) < len(self._products):
            one_made, taken = self._gathering(self._products[len(needs)])
            made.append(one_made)
            needs.append(taken)
        if self._problems:
            raise NotComputed(self._problems)
        products = tuple(self._products)
        supplies = {where: products[link.source] for where, link in self._links.items()}
        return System(self._processes, amount, products, tuple(made), tuple(needs), self._partitions, supplies)

    def _reference(self) -> tuple[ProductKey, Quantity]:
        """The output that the footprint is of, and its amount."""
        flow = self._footprint.fields.get("reference_flow")
        if not isinstance(flow, Record):
            where = self._footprint.place_of("reference_flow")
            raise NotComputed([Problem(where, worded("there is no reference flow", "没有基准流"))])
        key = self._product(flow, text_of(flow.fields.get("process")), text_of(flow.fields.get("output")))
        amount = told_amount(flow)
        if amount is None or amount.value <= 0:
            raise NotComputed([of(flow, "the reference flow has no amount above zero", "基准流没有大于零的数量")])
        made = told_amount(self._outputs[key.process][key.output])
        if made is not None and made.dimension != amount.dimension:
            raise NotComputed(
                [
                    of(
                        flow,
                        f"the reference flow is told as {amount.dimension}, and the output as {made.dimension}",
                        f"基准流以{amount.dimension}计，而该输出以{made.dimension}计",
                    )
                ]
            )
        return key, amount

    def _product(self, flow: Record, process: str | None, output: str | None) -> ProductKey:
        """The product that a flow names; without an output, the one that its process has."""
        numbers = self._numbers.get(process, []) if process else []
        if len(numbers) != 1:
            there = f"there are {len(numbers)} processes" if numbers else "there is no process"
            there_zh = f"有 {len(numbers)} 个过程名为" if numbers else "没有过程"
            raise NotComputed([of(flow, f"{{0}}: {there} {process}", f"{{0}}：{there_zh} {process}")])
        (number,) = numbers
        places = self._outputs_called(number, output or "")
        if len(places) != 1:
            many = len(places)
            named = f"{many or 'no'} outputs {output}" if output else f"{many} products to choose from"
            named_zh = f"有 {many} 个输出 {output}" if output else f"有 {many} 个产品可选"
            raise NotComputed([of(flow, f"{{0}}: {process} has {named}", f"{{0}}：{process} {named_zh}")])
        return ProductKey(number, places[0])

    def _outputs_called(self, process: int, output: str) -> list[int]:
        """The places of the outputs of an id, or without one of those that bear something."""
        if process not in self._named:
            named: dict[str, list[int]] = {"": []}
            for place, one in enumerate(self._outputs[process]):
                output_id = text_of(one.fields.get("id"))
                if output_id:
                    named.setdefault(output_id, []).append(place)
                if role_of(one) not in BEARS_NOTHING:
                    named[""].append(place)
            self._named[process] = named
        return self._named[process].get(output, [])

    def _gathering(self, key: ProductKey) -> tuple[Fraction, Mapping[int, Fraction]]:
        """How much of a product is made and what one unit takes; nothing where that is a problem, which is kept."""
        number = key.process
        try:
            if number not in self._partitions:
                self._partitions[number] = self._allocating.partition(self._processes[number])
        except NotComputed as problem:
            self._problems += problem.problems
            return Fraction(0), {}
        try:
            return self._needs_of(key, self._partitions[number])
        except NotComputed as problem:
            self._problems += [one.within(self._processes[number]) for one in problem.problems]
            return Fraction(0), {}

    def _place(self, key: ProductKey) -> int:
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self._products)
            self._products.append(key)
        return place

    def _needs_of(self, key: ProductKey, partition: Partition) -> tuple[Fraction, Mapping[int, Fraction]]:
        output = self._outputs[key.process][key.output]
        told = told_amount(output)
        if told is None or told.value <= 0:
            usable(output)
            raise NotComputed([of(output, "{0}: nothing of it is made", "{0}：没有产量")])
        made = told.value
        borne = {name: share / made for name, one in partition.classes.items() if (share := one.shares.get(key.output))}
        found: dict[int, Fraction] = {}
        for flow, supply in self._from_processes(key.process):
            share = borne.get(partition.of_burden[flow.pointer])
            if share is None:
                continue
            link = self._link(key.process, flow, supply)
            taken = link.amount * share
            found[link.source] = found[link.source] + taken if link.source in found else taken
        if any(one.output == key.output for one in partition.credits):
            raise NotComputed([self._credited(key)])
        return made, found

    def _from_processes(self, number: int) -> list[tuple[Record, Record]]:
        """The inputs of a process that another one supplies, each with its supply."""
        if number not in self._inputs:
            self._inputs[number] = [
                (flow, supply)
                for flow in records_in(self._processes[number], "inputs")
                if isinstance(supply := flow.fields.get("supply"), Record) and is_from_process(supply)
            ]
        return self._inputs[number]

    def _link(self, number: int, flow: Record, supply: Record) -> _Link:
        where = number, flow.pointer
        if where not in self._links:
            source = self._product(flow, text_of(supply.fields.get("process")), text_of(supply.fields.get("output")))
            taken = self._taken(flow, source)
            self._links[where] = _Link(self._place(source), taken)
        return self._links[where]

    def _credited(self, key: ProductKey) -> Problem:
        """An output that is needed, and is credited as well: it would be counted twice."""
        return of(
            self._outputs[key.process][key.output],
            "{0} is credited for what it replaces elsewhere, and needed here as well",
            "{0} 已按替代其他产品扣减，同时又在此被使用",
        )

    def _taken(self, flow: Record, source: ProductKey) -> Fraction:
        """How much of a product an input takes, in the base unit that the product is told in."""
        output = self._outputs[source.process][source.output]
        amount, made = told_amount(flow), told_amount(output)
        if amount is None or made is None or amount.dimension != made.dimension:
            usable(flow)
            told = "nothing" if amount is None else str(amount.dimension)
            raise NotComputed(
                [
                    of(
                        flow,
                        f"{{0}} is told as {told}, and {name_of(output)}, which supplies it, as "
                        f"{'nothing' if made is None else made.dimension}",
                        f"{{0}} 的计量（{told}）与供给它的 {name_of(output)} 不同",
                    )
                ]
            )
        return amount.value
