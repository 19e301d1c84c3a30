"""The allocation rules of a standard carried out on a process: classes of burdens, keys, subdivisions, credits.

In the order of ISO 14067:2018, 6.4.6.2: what is metered for certain outputs goes to them alone; what replaces
something made elsewhere is credited; the rest is shared by class, each among its outputs in proportion to its key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from footrule.evaluate.context import Context
from footrule.evaluate.evidence import Evidence, Readings, of_limit
from footrule.evaluate.expressions import evaluate
from footrule.evaluate.over_lists import elements
from footrule.evaluate.values import Result, Unknown, Value
from footrule.factors.database import Factors
from footrule.frozen import Frozen, dataclass, field
from footrule.inventory.amounts import emission_of
from footrule.inventory.partition import BEARS_NOTHING, METERED, WHOLE, ClassShares, Credited, Partition, Shares
from footrule.inventory.problems import NotComputed, Problem, name_of, of
from footrule.inventory.records import code_of, records_in
from footrule.measure.quantity import Quantity
from footrule.model.standard import Allocation, AllocationKey, AllocationMethod, BurdenClass, Iteration, Standard
from footrule.submission.element import Element, Record
from footrule.text.wording import Wording, worded

Choices = Mapping[str, str]
"""Which alternative of an allocation is to be used, by the id of the rule."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Allocating(Frozen):
    """Carries out the allocations of a standard over the processes of a footprint."""

    standard: Standard
    footprint: Record
    predecessor: Record | None
    factors: Factors
    choices: Choices
    _listed: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """The pointers of the processes that each allocation runs over; found when the first process asks."""

    def partition(self, process: Record) -> Partition:
        """How the burdens of a process are shared. Raises NotComputed."""
        outputs = records_in(process, "outputs")
        evidence = Evidence(kept=False)
        applied = self._applied(process, evidence)
        if applied is None:
            return self._by_itself(process, outputs, rests_on(self.standard, evidence))
        rule, context = applied
        chosen = self.choices.get(rule.id)
        method = next((one for one in rule.methods if one.name == chosen), None)
        if method is None:
            raise NotComputed(
                [of(process, f"{rule.id} has no alternative {chosen}", f"{rule.id} 没有备选方法 {chosen}")]
            )
        return _OneProcess(process, outputs, self.standard, rule, method, context).partition()

    def _by_itself(self, process: Record, outputs: Sequence[Record], used: Readings) -> Partition:
        """A process that no allocation covers: its one product bears everything."""
        bearing = [number for number, one in enumerate(outputs) if role_of(one) not in BEARS_NOTHING]
        if len(bearing) != 1:
            raise NotComputed([_nothing_shares(process, len(bearing))])
        shares: Shares = {bearing[0]: Fraction(1)}
        burdens = [one.pointer for field in ("inputs", "emissions") for one in records_in(process, field)]
        classes = {WHOLE: ClassShares(WHOLE, shares, {})}
        return Partition(process, None, None, classes, dict.fromkeys(burdens, WHOLE), (), WHOLE, used)

    def _applied(self, process: Record, evidence: Evidence) -> tuple[Allocation, Context] | None:
        """The allocation that covers a process: the standard's own goes before those that it takes in."""
        every = ((rule, self._covers(rule, process, evidence)) for rule in self.standard.allocations)
        covering = [(rule, context) for rule, context in every if context is not None]
        own = [one for one in covering if one[0].standard == self.standard.id]
        found = own or covering
        if len(found) > 1:
            ids = ", ".join(rule.id for rule, _ in found)
            raise NotComputed(
                [of(process, f"{{0}} is covered by several allocations: {ids}", f"{{0}} 同时适用多条分配规则：{ids}")]
            )
        return found[0] if found else None

    def _covers(self, rule: Allocation, process: Record, evidence: Evidence) -> Context | None:
        if process.pointer not in self._running_over(rule, process, evidence):
            return None
        context = self._context(rule, {rule.on_each.variable: process}, evidence)
        for condition in (rule.on_each.condition, rule.when):
            if condition is not None and _known(context.evaluate(condition), process, rule.id) is False:
                return None
        return context

    def _context(self, rule: Allocation, elements: Mapping[str, Element], evidence: Evidence) -> Context:
        lets = {let.name: let.value for let in rule.lets}
        return Context(self.footprint, self.predecessor, elements, lets, evidence, evaluate, self.factors)

    def _running_over(self, rule: Allocation, process: Record, evidence: Evidence) -> frozenset[str]:
        if rule.id not in self._listed:
            listed = _known(self._context(rule, {}, evidence).evaluate(rule.on_each.source), process, rule.id)
            self._listed[rule.id] = frozenset(one.pointer for one in elements(listed))
        return self._listed[rule.id]


class _OneProcess:
    """One allocation on one process."""

    def __init__(
        self,
        process: Record,
        outputs: Sequence[Record],
        standard: Standard,
        rule: Allocation,
        method: AllocationMethod,
        context: Context,
    ) -> None:
        self._process = process
        self._outputs = outputs
        self._standard = standard
        self._rule = rule
        self._method = method
        self._context = context

    def partition(self) -> Partition:
        """The whole of it. Raises NotComputed."""
        classes: dict[str, ClassShares] = {}
        of_burden: dict[str, str] = {}
        for part in self._method.subdivisions:
            for burden in self._matching(part.burdens, self._context):
                if burden.pointer not in of_burden:
                    name = f"{METERED}{burden.pointer}"
                    classes[name] = self._metered(name, burden, part.burdens.variable, part.outputs)
                    of_burden[burden.pointer] = name
        credited = tuple(self._credits())
        replaced = {one.output for one in credited}
        rest = [one for field in ("inputs", "emissions") for one in records_in(self._process, field)]
        for one in self._method.classes:
            classes[one.name] = self._shares(one, replaced, self._context.apart())
            taken = rest if one.burdens is None else list(self._matching(one.burdens, self._context))
            for burden in taken:
                of_burden.setdefault(burden.pointer, one.name)
        left = [burden for burden in rest if burden.pointer not in of_burden]
        if left:
            listed = ", ".join(map(name_of, left))
            raise NotComputed([self._problem(f"no class takes {listed}", f"没有类别承担 {listed}")])
        credited_in = next((one.name for one in self._method.classes if one.burdens is None), "")
        if credited and not credited_in:
            raise NotComputed(
                [self._problem("a credit has no class `everything else`", "扣减没有对应的“其余全部”类别")]
            )
        used = rests_on(self._standard, self._context.evidence)
        by = self._method.name
        return Partition(self._process, self._rule.id, by, classes, of_burden, credited, credited_in, used)

    def _metered(self, name: str, burden: Record, variable: str, outputs: Iteration) -> ClassShares:
        inner = self._context.with_element(variable, burden)
        found = [self._number(one) for one in self._matching(outputs, inner)]
        bearing = [number for number in found if role_of(self._outputs[number]) not in BEARS_NOTHING]
        if len(bearing) != 1:
            raise NotComputed(
                [
                    self._problem(
                        f"{name_of(burden)} is metered for {len(bearing)} outputs, where it has to be one",
                        f"{name_of(burden)} 单独计量，所对应的输出为 {len(bearing)} 个，应为一个",
                    )
                ]
            )
        return ClassShares(name, {bearing[0]: Fraction(1)}, {})

    def _credits(self) -> Iterator[Credited]:
        for credit in self._method.credits:
            if credit.when is not None and self._told(self._context.evaluate(credit.when)) is False:
                continue
            for output in self._matching(credit.outputs, self._context):
                inner = self._context.with_element(credit.outputs.variable, output)
                factor = self._told(inner.evaluate(credit.factor))
                assert isinstance(factor, Quantity), "the checker let something through as a factor"
                emission = emission_of(output, factor)
                if emission is None:
                    raise NotComputed(
                        [
                            self._problem(
                                f"{name_of(output)} is not told in what the credit {factor} is for",
                                f"{name_of(output)} 的数量与扣减因子 {factor} 的单位不对应",
                            )
                        ]
                    )
                yield Credited(self._number(output), emission, factor)

    def _shares(self, one: BurdenClass, replaced: set[int], context: Context) -> ClassShares:
        bearing = [
            output
            for output in self._matching(one.outputs, context)
            if role_of(output) not in BEARS_NOTHING and self._number(output) not in replaced
        ]
        if not bearing:
            raise NotComputed([self._problem(f"no output bears {one.name}", f"没有输出承担 {one.name}")])
        key = self._key(one, bearing, context)
        values: dict[int, Quantity] = {}
        for output in bearing:
            value = self._told(context.with_element(one.outputs.variable, output).evaluate(key.value))
            assert isinstance(value, Quantity), "the checker let something through as a key"
            if value.value < 0:
                raise NotComputed([self._negative(output, one.name, value)])
            values[self._number(output)] = value
        total = sum((value.value for value in values.values()), Fraction(0))
        if total == 0:
            raise NotComputed(
                [
                    self._problem(
                        f"the key `{key.value.written}` of {one.name} is zero for every output",
                        f"{one.name} 的分配依据 {key.value.written} 对各输出均为零",
                    )
                ]
            )
        used = rests_on(self._standard, context.evidence)
        return ClassShares(one.name, {number: value.value / total for number, value in values.items()}, values, used)

    def _key(self, one: BurdenClass, bearing: Sequence[Record], context: Context) -> AllocationKey:
        """The first key whose condition holds; one that speaks of an output has to hold for all or for none."""
        contexts = [context.with_element(one.outputs.variable, output) for output in bearing]
        for key in one.keys:
            if key.when is None:
                return key
            holds = {self._told(context.evaluate(key.when)) is True for context in contexts}
            if len(holds) > 1:
                raise NotComputed(
                    [
                        self._problem(
                            f"the key `{key.value.written}` of {one.name} is to be used for some outputs only",
                            f"{one.name} 的分配依据 {key.value.written} 仅适用于部分输出",
                        )
                    ]
                )
            if holds == {True}:
                return key
        raise NotComputed([self._problem("no key applies", "没有适用的分配依据")])

    def _matching(self, iteration: Iteration, context: Context) -> Iterator[Record]:
        listed = elements(self._told(context.evaluate(iteration.source)))
        for element, inner in context.over(iteration.variable, listed):
            if iteration.condition is None or self._told(inner.evaluate(iteration.condition)) is True:
                assert isinstance(element, Record), "the checker let something through as a flow"
                yield element

    def _told(self, result: Result) -> Value:
        return _known(result, self._process, self._rule.id)

    def _number(self, output: Element) -> int:
        return next(number for number, one in enumerate(self._outputs) if one.pointer == output.pointer)

    def _negative(self, output: Record, name: str, value: Quantity) -> Problem:
        return self._problem(
            f"the key of {name} is negative for {name_of(output)}: {value}",
            f"{name} 的分配依据对 {name_of(output)} 为负：{value}",
        )

    def _problem(self, en: str, zh: str) -> Problem:
        name = name_of(self._process)
        return Problem(
            self._process.pointer, worded(f"{name}: {self._rule.id}: {en}", f"{name}：{self._rule.id}：{zh}")
        )


def rests_on(standard: Standard, evidence: Evidence) -> Readings:
    """The provisional limits of a standard and the rows of the factor database among what was read."""
    read = [one for one in evidence.readings.values() if one.pointer is None]
    limits = {one.name: of_limit(one) for one in standard.parameters} if read else {}
    found = (one if one.table is not None else limits.get(one.name) for one in read)
    return tuple(one for one in found if one is not None)


def role_of(output: Record) -> str:
    """The role of an output, empty where it has none."""
    return code_of(output, "role")


def _nothing_shares(process: Record, many: int) -> Problem:
    if many == 0:
        return of(process, "{0} has no product", "{0} 没有产品输出")
    return of(
        process,
        f"{{0}} has {many} products, and no allocation of the standard covers it",
        f"{{0}} 有 {many} 个产品，而标准没有适用的分配规则",
    )


def _known(result: Result, process: Record, rule: str) -> Value:
    if isinstance(result, Unknown):
        why = _why(result)
        name = name_of(process)
        says = worded(f"{name}: {rule}: {why.in_language('en')}", f"{name}：{rule}：{why.in_language('zh')}")
        raise NotComputed([Problem(result.lacks[0].pointer if result.lacks else process.pointer, says)])
    return result


def _why(unknown: Unknown) -> Wording:
    if not unknown.lacks:
        return unknown.why or worded("this cannot be told", "无法判定")
    names = ", ".join(dict.fromkeys(lack.name for lack in unknown.lacks))
    return worded(f"{names} is missing", f"缺少 {names}")
