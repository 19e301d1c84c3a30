"""What each emission, each input that is bought and each credit of a system adds to the footprint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from footrule.evaluate.factor_record import record_of
from footrule.factors.characterisation import Characterisation, Characterised
from footrule.factors.database import Factors, Found, NotFound
from footrule.frozen import Frozen, dataclass
from footrule.inventory.amounts import emission_of, factors_in, gas_of, is_from_process, usable
from footrule.inventory.linear import Amounts
from footrule.inventory.linking import System
from footrule.inventory.partition import Partition
from footrule.inventory.problems import NotComputed, Problem, of, text_of
from footrule.inventory.records import code_of, records_in
from footrule.inventory.result import Contribution, Kind
from footrule.measure.quantity import Quantity
from footrule.submission.element import Number, Record, Unusable

ZERO = Fraction(0)
ROUNDED = 2.0**-51
"""What is lost, of one, where a product of two numbers is rounded and each of them was before."""
TOO_LARGE = ("{0}: the numbers grow beyond what can be computed with", "{0}：数值超出可计算范围")
SPARE = 1 + 2.0**-40
"""More than is lost in computing a bound."""


def contributions(system: System, asked: Amounts, factors: Factors, gwp_set: str) -> tuple[Contribution, ...]:
    """All contributions, process by process. Raises NotComputed, with every reason that was found."""
    contributing = _Contributing(system, asked, factors, gwp_set)
    found = tuple(contributing.all())
    if contributing.problems:
        raise NotComputed(contributing.problems)
    return found


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Part(Frozen):
    """The part of a burden that the reference flow bears, exact."""

    value: Fraction

    def of(self, amount: Fraction) -> tuple[Fraction, float | None]:
        """That part of an amount, and how far it is off."""
        return amount * self.value, None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _RoundedPart(Frozen):
    """The same, from a system solved in floating point: `value` is off by `bound` at most."""

    value: Fraction
    bound: float

    def of(self, amount: Fraction) -> tuple[Fraction, float | None]:
        """That part of an amount, rounded as the part is: numbers of thousands of digits would be no better."""
        told = float(amount)
        part = told * float(self.value)
        return Fraction(part), (abs(told) * self.bound + abs(part) * ROUNDED) * SPARE


Part = _Part | _RoundedPart


class _Contributing:
    """Contributions of one system in one set of characterisation factors; every problem is gathered."""

    def __init__(self, system: System, asked: Amounts, factors: Factors, gwp_set: str) -> None:
        self.problems: list[Problem] = []
        self._system = system
        self._asked = asked
        self._factors = factors
        self._gwp_set = gwp_set
        self._characterisation = Characterisation(factors)
        self._gwps: dict[tuple[str, str], Characterised | NotFound] = {}

    def all(self) -> Iterator[Contribution]:
        """All contributions; what is not found is among the problems."""
        borne: dict[int, dict[int, Fraction]] = {}
        bounds: dict[int, dict[int, Fraction]] = {}
        for number, amount in self._asked.amounts.items():
            key, made = self._system.products[number], self._system.made[number]
            borne.setdefault(key.process, {})[key.output] = amount / made
            if self._asked.bounds:
                bounds.setdefault(key.process, {})[key.output] = self._asked.bounds[number] / made
        for number, outputs in borne.items():
            process, partition = self._system.processes[number], self._system.partitions[number]
            try:
                parts = {
                    name: _rounded_part(one.shares, outputs, bounds[number])
                    if bounds
                    else _Part(_borne(one.shares, outputs))
                    for name, one in partition.classes.items()
                }
            except OverflowError:
                self.problems.append(of(process, *TOO_LARGE))
                continue
            yield from self._of_process(process, partition, parts)

    def _of_process(self, process: Record, partition: Partition, parts: Mapping[str, Part]) -> Iterator[Contribution]:
        for field, told in (("emissions", self._of_emission), ("inputs", self._of_input)):
            for flow in records_in(process, field):
                of_class = partition.of_burden[flow.pointer]
                part = parts[of_class]
                if part.value == 0:
                    continue
                try:
                    found = told(process, flow, of_class, part)
                except NotComputed as problem:
                    self.problems += [one.within(process) for one in problem.problems]
                    continue
                except OverflowError:
                    self.problems.append(of(flow, *TOO_LARGE).within(process))
                    continue
                if found is not None:
                    yield found
        for credit in partition.credits:
            output = records_in(process, "outputs")[credit.output]
            part = parts[partition.credited_in]
            emission, bound = part.of(-credit.emission)
            yield Contribution(
                Kind.CREDIT,
                process,
                output,
                partition.credited_in,
                part.value,
                emission,
                credit.factor,
                "",
                None,
                bound,
            )

    def _of_emission(self, process: Record, flow: Record, of_class: str, part: Part) -> Contribution:
        gas, amount = gas_of(flow), flow.fields.get("amount")
        if gas is None or not isinstance(amount, Number):
            usable(flow)
            raise NotComputed([of(flow, "{0}: its gas or its amount is missing", "{0}：缺少气体或数量")])
        found = self._gwp(gas, code_of(flow, "origin"))
        if isinstance(found, NotFound):
            raise NotComputed([Problem(flow.pointer, found.says)])
        factor = found.quantity
        mass, doubt = part.of(amount.quantity.value)
        emission = mass * factor.value
        bound = None if doubt is None else doubt * abs(float(factor.value)) * SPARE
        return Contribution(
            Kind.EMISSION, process, flow, of_class, part.value, emission, factor, found.factor.id, mass, bound
        )

    def _gwp(self, gas: str, origin: str) -> Characterised | NotFound:
        key = gas, origin
        if key not in self._gwps:
            self._gwps[key] = self._characterisation.gwp100(gas, self._gwp_set, origin)
        return self._gwps[key]

    def _of_input(self, process: Record, flow: Record, of_class: str, part: Part) -> Contribution | None:
        supply = flow.fields.get("supply")
        if isinstance(supply, Unusable) and isinstance(supply.because, str):
            code = supply.because
            raise NotComputed([of(flow, f"{{0}}: its supply is open ({code})", f"{{0}}：供给未定（{code}）")])
        if not isinstance(supply, Record):
            raise NotComputed([of(flow, "{0}: nobody says where it comes from", "{0}：未说明来源")])
        if is_from_process(supply):
            return None
        factors, source = self._emission_factors(supply)
        for factor in factors:
            emission = emission_of(flow, factor)
            if emission is not None:
                borne, bound = part.of(emission)
                return Contribution(Kind.INPUT, process, flow, of_class, part.value, borne, factor, source, None, bound)
        usable(flow)
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


def _borne(shares: Mapping[int, Fraction], outputs: Mapping[int, Fraction]) -> Fraction:
    """The part of a class of burdens that outputs bear of which these parts are asked for."""
    borne = [share * part for output, part in outputs.items() if (share := shares.get(output)) is not None]
    return sum(borne[1:], borne[0]) if borne else ZERO


def _rounded_part(
    shares: Mapping[int, Fraction], outputs: Mapping[int, Fraction], bounds: Mapping[int, Fraction]
) -> _RoundedPart:
    value, bound = float(_borne(shares, outputs)), float(_borne(shares, bounds))
    return _RoundedPart(Fraction(value), (bound + value * ROUNDED) * SPARE)
