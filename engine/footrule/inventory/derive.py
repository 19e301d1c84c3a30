"""The derivation of every result of a recomputed footprint, by the name under which it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, partial

from footrule.frozen import Frozen, dataclass
from footrule.inventory.amounts import told_amount
from footrule.inventory.derivation import Derivation
from footrule.inventory.partition import ClassShares, Partition
from footrule.inventory.problems import name_of, text_of
from footrule.inventory.recompute import Recomputed
from footrule.inventory.records import code_of, records_in
from footrule.inventory.result import Contribution, Footprint, Kind, ProductKey
from footrule.inventory.totals import PARTS, RATINGS, counted, position_of, primary_part, rating_of
from footrule.measure.decimal import rounded_text
from footrule.measure.quantity import Quantity
from footrule.submission.element import Number, Record
from footrule.text.wording import Wording, worded

Derived = tuple[Derivation, ...]
"""The derivation of a figure, and after it those of amounts that it refers to as told below."""
Shown = Callable[[], Derived]
TOTAL = "excluding_biogenic_uptake"
DEEPEST = 12
"""So many processes are told one within the other, and further ones below: more is neither read nor printed."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Result(Frozen):
    """A result that may be asked for: its name on the command line, what it is called, and its derivation.

    The derivation is made when it is asked for.
    """

    name: str
    called: Wording
    derived: Shown


def results(recomputed: Recomputed) -> tuple[Result, ...]:
    """All results of a footprint, in the order of its page.

    `excluding_biogenic_uptake`, `fossil`, `gases/CH4/fossil`, `stages/production`, `contributions/PROCESS/FLOW`,
    `shares/PROCESS/CLASS/OUTPUT`, `amounts/PROCESS/OUTPUT`, `primary_data_share`, `dqi/temporal`.
    """
    return tuple(_Deriving(recomputed).results())


class _Deriving:
    """Derives results; what one amount follows from is told once, and referred to otherwise.

    Nothing is told deeper than `DEEPEST`: what an amount there follows from waits until the rest is told.
    """

    def __init__(self, recomputed: Recomputed) -> None:
        self._footprint: Footprint = recomputed.footprint
        self._scale = recomputed.scale
        self._numbers = {one.pointer: number for number, one in enumerate(self._footprint.processes)}
        self._told: set[ProductKey] = set()
        self._waiting: dict[ProductKey, None] = {}
        self._depth = 0

    def results(self) -> Iterator[Result]:
        every = self._footprint.contributions
        yield self._sum(TOTAL, worded("footprint without biogenic CO2", "碳足迹（不含生物源CO2）"), counted(every))
        for name, called in PARTS.items():
            of_part = [one for one in every if position_of(one) == name]
            yield self._sum(name, called, of_part)
        yield from self._by("gases", (one for one in every if one.mass is not None), _gas_and_origin)
        yield from self._by("stages", counted(every), lambda one: code_of(one.process, "stage"))
        yield from self._contributions()
        yield from self._shares()
        yield from self._amounts()
        yield from self._weighted()

    def _result(self, name: str, called: Wording, derived: Callable[[], Derivation]) -> Result:
        def anew() -> Derived:
            self._told.clear()
            told = [derived()]
            while self._waiting:
                key = next(iter(self._waiting))
                del self._waiting[key]
                told.append(self._amount(key))
            return tuple(told)

        return Result(name, called, anew)

    def _sum(self, name: str, called: Wording, parts: Iterable[Contribution]) -> Result:
        chosen = sorted(parts, key=lambda one: -abs(one.emission))
        return self._result(name, called, partial(self._sum_of, called, chosen))

    def _sum_of(self, called: Wording, parts: Iterable[Contribution]) -> Derivation:
        below = tuple(self._contribution(one) for one in parts)
        total = sum((one.emission for one in parts), Fraction(0)) * self._scale
        how = worded("the sum of", "以下各项之和") if below else worded("nothing contributes to it", "没有贡献项")
        return Derivation(called, _emission(total), how, of=below)

    def _by(self, name: str, parts: Iterable[Contribution], group: Callable[[Contribution], str]) -> Iterator[Result]:
        groups: dict[str, list[Contribution]] = {}
        for one in parts:
            groups.setdefault(group(one), []).append(one)
        for key, members in groups.items():
            if key:
                yield self._sum(f"{name}/{key}", worded(key, key), members)

    def _contributions(self) -> Iterator[Result]:
        for one in self._footprint.contributions:
            process, flow = _id(one.process), _id(one.flow)
            derived = partial(self._contribution, one)
            yield self._result(f"contributions/{process}/{flow}", _called(one), derived)

    def _contribution(self, one: Contribution) -> Derivation:
        partition = self._partition_of(one.process)
        amount = _amount_of(one.flow)
        factor = Derivation(
            worded("emissions for that amount", "单位排放量"),
            str(one.factor),
            source=one.factor_from,
            pointer="" if one.factor_from else one.flow.pointer,
        )
        if one.kind is Kind.EMISSION:
            factor = Derivation(_GWP, str(one.factor), source=one.factor_from)
        elif one.kind is Kind.CREDIT:
            factor = Derivation(_CREDIT, str(one.factor), source=partition.rule or "")
        part = self._part(partition, partition.classes[one.burden_class])
        below = (amount, factor, part, *self._scaled())
        says = worded("the product of", "以下各项之积")
        if one.kind is Kind.CREDIT:
            says = worded("the negative product of", "以下各项之积的负值")
        return Derivation(_called(one), _emission(one.emission * self._scale), says, one.flow.pointer, of=below)

    def _scaled(self) -> tuple[Derivation, ...]:
        if self._scale == 1:
            return ()
        how = worded("declared unit by reference flow", "声明单位与基准流之比")
        return (Derivation(worded("scale", "换算系数"), _number(self._scale), how),)

    def _part(self, partition: Partition, of_class: ClassShares) -> Derivation:
        """Which part of a burden the reference flow bears: what is asked of each output, times the output's share."""
        number = self._numbers[partition.process.pointer]
        below: list[Derivation] = []
        total = Fraction(0)
        for output, share in of_class.shares.items():
            key = ProductKey(number, output)
            if key not in self._footprint.amounts or share == 0:
                continue
            made = told_amount(partition.outputs[output])
            assert made is not None, "what is asked for is made"
            total += share * self._footprint.amounts[key] / made.value
            below += [self._share(partition, of_class, output), self._amount(key), _made(partition.outputs[output])]
        how = worded("share × amount asked for / amount made", "分配系数×需求量/产量")
        return Derivation(worded("part that the product bears", "产品承担的部分"), _number(total), how, of=tuple(below))

    def _share(self, partition: Partition, of_class: ClassShares, output: int) -> Derivation:
        called = _share_called(partition, of_class, output)
        value = _percent(of_class.shares[output])
        if not of_class.keys:
            how = worded("the only product bears all of it", "唯一产品承担全部")
            return Derivation(called, value, how, source=partition.rule or "")
        keys = tuple(
            Derivation(worded(name_of(partition.outputs[one]), name_of(partition.outputs[one])), str(key), None,
                       partition.outputs[one].pointer)
            for one, key in of_class.keys.items()
        )  # fmt: skip
        how = worded("its key among those of all outputs", "其分配依据占各输出合计之比")
        source = partition.rule or ""
        if partition.method is not None:
            source += f" ({partition.method})"
        return Derivation(called, value, how, source=source, of=keys)

    def _amount(self, key: ProductKey) -> Derivation:
        """How much of a product is asked for: by the reference flow, and by each process that takes it."""
        output = records_in(self._footprint.processes[key.process], "outputs")[key.output]
        called = _demand_called(output)
        value = _in_unit(self._footprint.amounts[key], told_amount(output))
        if key in self._told:
            return Derivation(called, value, worded("as told above", "见上文"))
        if key in self._waiting or self._depth == DEEPEST:
            self._waiting[key] = None
            return Derivation(called, value, worded("as told below", "见下文"))
        self._told.add(key)
        self._depth += 1
        below: list[Derivation] = []
        if key == self._footprint.reference:
            below.append(Derivation(worded("reference flow", "基准流"), str(self._footprint.reference_amount)))
        for flow, partition in self._takers.get(key, ()):
            name = name_of(partition.process)
            taken = worded(f"{name} takes of it", f"{name}的取用量")
            of_class = partition.classes[partition.of_burden[flow.pointer]]
            parts = (_amount_of(flow), self._part(partition, of_class))
            below.append(Derivation(taken, "", worded("the product of", "以下各项之积"), flow.pointer, of=parts))
        self._depth -= 1
        return Derivation(called, value, worded("the sum of", "以下各项之和") if below[1:] else None, of=tuple(below))

    @cached_property
    def _takers(self) -> Mapping[ProductKey, Sequence[tuple[Record, Partition]]]:
        """The inputs that take each product, with the partition of their process."""
        found: dict[ProductKey, list[tuple[Record, Partition]]] = {}
        for number, partition in self._footprint.partitions.items():
            for flow in records_in(partition.process, "inputs"):
                source = self._footprint.supplies.get((number, flow.pointer))
                if source is not None:
                    found.setdefault(source, []).append((flow, partition))
        return found

    def _partition_of(self, process: Record) -> Partition:
        return self._footprint.partitions[self._numbers[process.pointer]]

    def _shares(self) -> Iterator[Result]:
        for partition in self._footprint.partitions.values():
            for of_class in partition.declared_classes if partition.rule is not None else ():
                for output in of_class.shares:
                    name = f"shares/{_id(partition.process)}/{of_class.name}/{_id(partition.outputs[output])}"
                    called = _share_called(partition, of_class, output)
                    yield self._result(name, called, partial(self._share, partition, of_class, output))

    def _amounts(self) -> Iterator[Result]:
        for key in self._footprint.amounts:
            process = self._footprint.processes[key.process]
            output = records_in(process, "outputs")[key.output]
            derived = partial(self._amount, key)
            yield self._result(f"amounts/{_id(process)}/{_id(output)}", _demand_called(output), derived)

    def _weighted(self) -> Iterator[Result]:
        """The means over all contributions, weighted by their emissions: where every contribution tells its part."""
        means: list[tuple[str, Wording, Callable[[Contribution], Fraction | None], Callable[[Fraction], str]]] = [
            ("primary_data_share", worded("primary data share", "初级数据占比"), primary_part, _percent)
        ]
        for name in RATINGS:
            means.append((f"dqi/{name}", worded(f"{name} rating", f"{name} 评分"), rating_of(name), _number))
        every = [one for one in counted(self._footprint.contributions) if one.emission != 0]
        for name, of, told, shown in means:
            values = [(one, value) for one in every if (value := told(one)) is not None]
            if every and len(values) == len(every):
                yield self._result(name, of, partial(_mean, of, values, shown))


_GWP = worded("what a kilogram of the gas counts", "每千克该气体的折合量")
_CREDIT = worded("emissions that its making elsewhere is credited with", "替代生产的扣减因子")


def _gas_and_origin(one: Contribution) -> str:
    return "/".join(filter(None, (code_of(one.flow, "gas"), code_of(one.flow, "origin"))))


def _mean(
    called: Wording, values: Iterable[tuple[Contribution, Fraction]], shown: Callable[[Fraction], str]
) -> Derivation:
    weights = sum((abs(one.emission) for one, _ in values), Fraction(0))
    mean = sum((abs(one.emission) * value for one, value in values), Fraction(0)) / weights
    below = tuple(
        Derivation(
            _called(one),
            shown(value),
            worded(f"weighs {_percent(abs(one.emission) / weights)}", f"权重 {_percent(abs(one.emission) / weights)}"),
            one.flow.pointer,
        )
        for one, value in sorted(values, key=lambda each: -abs(each[0].emission))
    )
    return Derivation(
        called, shown(mean), worded("the mean, weighted by emissions, of", "按排放量加权的平均值"), of=below
    )


def _called(one: Contribution) -> Wording:
    name = f"{name_of(one.process)}: {name_of(one.flow)}"
    return worded(name, name)


def _share_called(partition: Partition, of_class: ClassShares, output: int) -> Wording:
    name = name_of(partition.outputs[output])
    return worded(f"share of {name} ({of_class.name})", f"{name}的分配系数（{of_class.name}）")


def _demand_called(output: Record) -> Wording:
    return worded(f"amount of {name_of(output)} asked for", f"{name_of(output)}的需求量")


def _amount_of(flow: Record) -> Derivation:
    emitted = flow.fields.get("amount")
    amount = emitted.quantity if isinstance(emitted, Number) else told_amount(flow)
    return Derivation(worded("amount", "数量"), "" if amount is None else str(amount), None, flow.pointer)


def _made(output: Record) -> Derivation:
    amount = told_amount(output)
    name = name_of(output)
    called = worded(f"amount of {name} made", f"{name}的产量")
    return Derivation(called, "" if amount is None else str(amount), None, output.pointer)


def _id(record: Record) -> str:
    return text_of(record.fields.get("id")) or name_of(record)


def _number(value: Fraction) -> str:
    return rounded_text(value)


def _emission(value: Fraction) -> str:
    return f"{_number(value)} kg CO2e"


def _percent(value: Fraction) -> str:
    return f"{_number(value * 100)} %"


def _in_unit(value: Fraction, made: Quantity | None) -> str:
    if made is None:
        return _number(value)
    return made.unit.after(_number(value / made.unit.factor))
