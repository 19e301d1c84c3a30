"""The footprint of the reference flow: the product system linked, shared, solved and characterised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from footrule.evaluate.factor_record import record_of
from footrule.factors.characterisation import Characterisation
from footrule.factors.database import Factors, Found, NotFound
from footrule.inventory.allocating import BEARS_NOTHING, Allocating, role_of
from footrule.inventory.amounts import emission_of, factors_in, gas_of, told_amount, usable
from footrule.inventory.linear import Singular, amounts
from footrule.inventory.partition import Partition
from footrule.inventory.problems import NotComputed, Problem, name_of, of, text_of
from footrule.inventory.records import code_of, records_in
from footrule.inventory.result import Contribution, Footprint, Kind, ProductKey
from footrule.measure.quantity import Quantity
from footrule.submission.element import Code, Number, Record, Unusable
from footrule.text.wording import worded


def computed(footprint: Record, allocating: Allocating, gwp_set: str) -> Footprint:
    """The footprint of the reference flow of an inventory. Raises NotComputed, with every reason that was found."""
    return _Calculation(footprint, allocating, gwp_set).whole()


class _Calculation:
    """One calculation: processes are shared when something needs them, and every problem is gathered."""

    def __init__(self, footprint: Record, allocating: Allocating, gwp_set: str) -> None:
        self._footprint = footprint
        self._allocating = allocating
        self._factors: Factors = allocating.factors
        self._gwp_set = gwp_set
        self._characterisation = Characterisation(allocating.factors)
        self._processes = records_in(footprint, "processes")
        self._numbers: dict[str, list[int]] = {}
        for number, one in enumerate(self._processes):
            self._numbers.setdefault(text_of(one.fields.get("id")) or "", []).append(number)
        self._partitions: dict[int, Partition] = {}
        self._products: list[ProductKey] = []
        self._places: dict[ProductKey, int] = {}
        self._supplies: dict[tuple[int, str], ProductKey] = {}
        self._problems: list[Problem] = []

    def whole(self) -> Footprint:
        """The whole calculation."""
        reference, amount = self._reference()
        needs = self._needs(reference)
        self._stop_where_problems_are()
        found = amounts(needs, {self._places[reference]: amount.value})
        if isinstance(found, Singular):
            raise NotComputed([self._loop(found)])
        asked = {self._products[number]: value for number, value in found.items()}
        contributions = tuple(self._contributions(asked))
        self._stop_where_problems_are()
        unreached = tuple(one for number, one in enumerate(self._processes) if number not in self._partitions)
        return Footprint(
            reference,
            amount,
            self._gwp_set,
            self._processes,
            self._partitions,
            asked,
            self._supplies,
            contributions,
            unreached,
        )

    def _stop_where_problems_are(self) -> None:
        if self._problems:
            raise NotComputed(self._problems)

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
        made = told_amount(self._output(key))
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
        outputs = records_in(self._processes[number], "outputs")
        places = [
            place
            for place, one in enumerate(outputs)
            if (text_of(one.fields.get("id")) == output if output else role_of(one) not in BEARS_NOTHING)
        ]
        if len(places) != 1:
            many = len(places)
            named = f"{many or 'no'} outputs {output}" if output else f"{many} products to choose from"
            named_zh = f"有 {many} 个输出 {output}" if output else f"有 {many} 个产品可选"
            raise NotComputed([of(flow, f"{{0}}: {process} has {named}", f"{{0}}：{process} {named_zh}")])
        return ProductKey(number, places[0])

    def _output(self, key: ProductKey) -> Record:
        return records_in(self._processes[key.process], "outputs")[key.output]

    def _needs(self, reference: ProductKey) -> list[Mapping[int, Fraction]]:
        """What one unit of each product takes of others, for all that the reference needs."""
        needs: list[Mapping[int, Fraction]] = []
        self._place(reference)
        while len(needs) < len(self._products):
            needs.append(self._gathering(self._products[len(needs)]))
        return needs

    def _gathering(self, key: ProductKey) -> Mapping[int, Fraction]:
        """What one unit of a product takes; nothing where that is a problem, which is kept."""
        try:
            self._partition(key.process)
        except NotComputed as problem:
            self._problems += problem.problems
            return {}
        try:
            return self._needs_of(key)
        except NotComputed as problem:
            self._problems += [one.within(self._processes[key.process]) for one in problem.problems]
            return {}

    def _place(self, key: ProductKey) -> int:
        if key not in self._places:
            self._places[key] = len(self._products)
            self._products.append(key)
        return self._places[key]

    def _needs_of(self, key: ProductKey) -> Mapping[int, Fraction]:
        made = told_amount(usable(self._output(key)))
        if made is None or made.value <= 0:
            raise NotComputed([of(self._output(key), "{0}: nothing of it is made", "{0}：没有产量")])
        found: dict[int, Fraction] = {}
        for flow in records_in(self._processes[key.process], "inputs"):
            supply = flow.fields.get("supply")
            if not isinstance(supply, Record) or not _from_process(supply):
                continue
            share = self._share(key, flow)
            if share == 0:
                continue
            source = self._product(flow, text_of(supply.fields.get("process")), text_of(supply.fields.get("output")))
            self._supplies[key.process, flow.pointer] = source
            place = self._place(source)
            found[place] = found.get(place, Fraction(0)) + self._taken(flow, source) * share / made.value
        if any(one.output == key.output for one in self._partition(key.process).credits):
            raise NotComputed([self._credited(key)])
        return found

    def _credited(self, key: ProductKey) -> Problem:
        """An output that is needed, and is credited as well: it would be counted twice."""
        return of(
            self._output(key),
            "{0} is credited for what it replaces elsewhere, and needed here as well",
            "{0} 已按替代其他产品扣减，同时又在此被使用",
        )

    def _taken(self, flow: Record, source: ProductKey) -> Fraction:
        """How much of a product an input takes, in the base unit that the product is told in."""
        output = self._output(source)
        amount, made = told_amount(usable(flow)), told_amount(output)
        if amount is None or made is None or amount.dimension != made.dimension:
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

    def _partition(self, number: int) -> Partition:
        if number not in self._partitions:
            self._partitions[number] = self._allocating.partition(self._processes[number])
        return self._partitions[number]

    def _share(self, key: ProductKey, flow: Record) -> Fraction:
        partition = self._partition(key.process)
        of_class = partition.classes[partition.of_burden[flow.pointer]]
        return of_class.shares.get(key.output, Fraction(0))

    def _loop(self, singular: Singular) -> Problem:
        keys = [self._products[number] for number in singular.products]
        names = ", ".join(dict.fromkeys(name_of(self._processes[key.process]) for key in keys))
        return Problem(
            self._processes[keys[0].process].pointer,
            worded(
                f"{names}: all that is made is taken again on the way, or more; nothing is left of it",
                f"{names}：产出在系统内被全部或超额消耗，没有余量",
            ),
        )

    def _contributions(self, asked: Mapping[ProductKey, Fraction]) -> Iterator[Contribution]:
        borne: dict[int, dict[int, Fraction]] = {}
        for key, amount in asked.items():
            made = told_amount(self._output(key))
            assert made is not None, "a product without an amount is a problem before this"
            borne.setdefault(key.process, {})[key.output] = amount / made.value
        for number, outputs in borne.items():
            partition = self._partitions[number]
            parts = {
                name: sum(
                    (share * outputs.get(output, Fraction(0)) for output, share in one.shares.items()), Fraction(0)
                )
                for name, one in partition.classes.items()
            }
            yield from self._of_process(number, partition, parts)

    def _of_process(self, number: int, partition: Partition, parts: Mapping[str, Fraction]) -> Iterator[Contribution]:
        process = self._processes[number]
        for field, told in (("emissions", self._of_emission), ("inputs", self._of_input)):
            for flow in records_in(process, field):
                of_class = partition.of_burden[flow.pointer]
                if parts[of_class] == 0:
                    continue
                try:
                    found = told(process, usable(flow), of_class, parts[of_class])
                except NotComputed as problem:
                    self._problems += [one.within(process) for one in problem.problems]
                    continue
                if found is not None:
                    yield found
        for credit in partition.credits:
            output = records_in(process, "outputs")[credit.output]
            part = parts[partition.credited_in]
            emission = -credit.emission * part
            yield Contribution(
                Kind.CREDIT, process, output, partition.credited_in, part, emission, credit.factor, "", None
            )

    def _of_emission(self, process: Record, flow: Record, of_class: str, part: Fraction) -> Contribution:
        gas, amount = gas_of(flow), flow.fields.get("amount")
        if gas is None or not isinstance(amount, Number):
            raise NotComputed([of(flow, "{0}: its gas or its amount is missing", "{0}：缺少气体或数量")])
        found = self._characterisation.gwp100(gas, self._gwp_set, code_of(flow, "origin"))
        if isinstance(found, NotFound):
            raise NotComputed([Problem(flow.pointer, found.says)])
        mass = amount.quantity.value * part
        return Contribution(
            Kind.EMISSION,
            process,
            flow,
            of_class,
            part,
            mass * found.quantity.value,
            found.quantity,
            found.factor.id,
            mass,
        )

    def _of_input(self, process: Record, flow: Record, of_class: str, part: Fraction) -> Contribution | None:
        supply = flow.fields.get("supply")
        if isinstance(supply, Unusable) and isinstance(supply.because, str):
            code = supply.because
            raise NotComputed([of(flow, f"{{0}}: its supply is open ({code})", f"{{0}}：供给未定（{code}）")])
        if not isinstance(supply, Record):
            raise NotComputed([of(flow, "{0}: nobody says where it comes from", "{0}：未说明来源")])
        if _from_process(supply):
            return None
        factors, source = self._emission_factors(supply)
        for factor in factors:
            emission = emission_of(flow, factor)
            if emission is not None:
                return Contribution(Kind.INPUT, process, flow, of_class, part, emission * part, factor, source, None)
        told = ", ".join(map(str, factors)) or "nothing"
        raise NotComputed(
            [
                of(
                    flow,
                    f"{{0}}: its amount is told in something else than what its emissions are for ({told})",
                    f"{{0}}：其数量与排放因子（{told}）的计量不对应",
                )
            ]
        )

    def _emission_factors(self, supply: Record) -> tuple[tuple[Quantity, ...], str]:
        """What a supply emits for an amount, as the submission tells it, else as the database does."""
        told = tuple(factors_in(supply))
        named = text_of(supply.fields.get("factor"))
        if told or named is None:
            return told, text_of(supply.fields.get("footprint")) or text_of(supply.fields.get("source")) or ""
        found = self._factors.by_id(named)
        if not isinstance(found, Found):
            raise NotComputed([Problem(supply.pointer, found.says)])
        return tuple(factors_in(record_of(found.factor))), found.factor.id


def _from_process(supply: Record) -> bool:
    kind = supply.fields.get("kind")
    return isinstance(kind, Code) and kind.code == "process"
