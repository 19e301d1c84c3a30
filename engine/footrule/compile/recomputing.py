"""The footprint recomputed from the inventory of a document, in floating point: the record `recomputed` of rules.

It says what the exact calculation says (`inventory`), with a bound on the error of each figure (`figures`). Each field
is computed when a rule asks for it. What is too close to be told apart raises TooCloseError, and exact numbers decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from footrule.compile.balancing import balance
from footrule.compile.contributing import (
    APART,
    BIOGENIC,
    EMISSION,
    FOSSIL,
    OF_LAND,
    Contribution,
    contributions,
    excluding_biogenic_uptake,
    totals,
)
from footrule.compile.figures import Figure, Pair, divided_by, figure, quotient, whole
from footrule.compile.product_system import ProductSystem
from footrule.compile.running import CLOSE, NAMES
from footrule.compile.scaling import Scaling
from footrule.compile.sharing import Allocating, Allocations, NotRecomputedError, Partition
from footrule.compile.structures import Document, Process, Study
from footrule.compile.telling import Questions, TooCloseError
from footrule.compile.weighing import Weighing
from footrule.submission.inventory_codes import CHARACTERISATION_SETS

Told = dict[str, object]
_Key = TypeVar("_Key", bound="tuple[str, ...]")


class Recomputing:
    """Recomputes the footprints of documents by the allocations of one standard."""

    def __init__(self, allocations: Allocations, scaling: Scaling) -> None:
        self._allocations = allocations
        self._scaling = scaling

    def recomputed(self, document: Document, study: Study, questions: Questions) -> Recomputed | None:
        """The record; None where it is sure that there is none. Raises TooCloseError where that is not sure."""
        if study.processes is None:
            return None
        try:
            allocating = Allocating(self._allocations, document, study, questions)
            gwp_set = _set_of(document, study)
            system = ProductSystem(study, allocating, None)
            every = contributions(system, questions, gwp_set)
            scale = self._scaling.scale(document, study, system)
        except NotRecomputedError:
            return None
        return Recomputed(study, allocating, system, every, scale, gwp_set, questions)


def _set_of(document: Document, study: Study) -> str:
    """The set of characterisation factors that the study states."""
    if study.characterisation is not None and study.characterisation.set:
        return study.characterisation.set
    named = set(document.pcf.characterisation_factors)
    if len(named) == 1 and named <= set(CHARACTERISATION_SETS):
        return named.pop()
    raise NotRecomputedError


class Recomputed:
    """The record of one footprint, as generated code reads it."""

    def __init__(
        self,
        study: Study,
        allocating: Allocating,
        system: ProductSystem,
        every: list[Contribution],
        scale: Pair,
        gwp_set: str,
        questions: Questions,
    ) -> None:
        self._study = study
        self._allocating = allocating
        self._system = system
        self._every = every
        self._counted = [one for one in every if one.position != APART]
        self._scale = scale
        self._set = gwp_set
        self._questions = questions
        self._parts = totals(every)
        self._total = excluding_biogenic_uptake(self._parts)
        self._known: Told = {}

    def get(self, name: str, /) -> object:
        """A field; None where it is not there or cannot be used."""
        if name not in self._known:
            made = _FIELDS.get(name)
            self._known[name] = None if made is None else made(self)
        return self._known[name]

    def position(self, place: int) -> Figure:
        """What is emitted of a position, for the declared unit."""
        return self._figure(*self._parts[place], [])

    def excluding_biogenic_uptake(self) -> Figure:
        """All but biogenic CO2."""
        return self._figure(*self._total, [])

    def _figure(self, value: float, size: float, among: list[Pair]) -> Figure:
        times, of_times = self._scale
        return figure(value * times, abs(value) * of_times + size * times, among)

    def _parts_of_whole(self, among: list[Pair]) -> Callable[[float, float], Told]:
        """Which share of the whole an emission is; nothing where the whole is zero."""
        divided = divided_by(self._total)
        if divided is None:
            return lambda value, size: {}
        return lambda value, size: {"share": figure(*divided(value, size), among)}

    def set(self) -> str:
        """The set of characterisation factors."""
        return self._set

    def gases(self) -> list[Told]:
        """The direct emissions by gas and origin, the largest first."""
        masses: dict[tuple[str, str], Pair] = {}
        found: dict[tuple[str, str], Pair] = {}
        for one in self._every:
            if one.kind == EMISSION:
                key = one.gas, one.origin
                masses[key] = _plus(masses.get(key), *one.mass)
                found[key] = _plus(found.get(key), one.emission, one.size)
        of_masses: list[Pair] = []
        emissions: list[Pair] = []
        return [
            {
                "gas": gas,
                "origin": origin or None,
                "mass": self._figure(*masses[gas, origin], of_masses),
                "emission": self._figure(*emission, emissions),
            }
            for (gas, origin), emission in _largest_first(found)
        ]

    def contributions(self) -> list[Told]:
        """What the footprint is made of."""
        emissions: list[Pair] = []
        part = self._parts_of_whole([])
        return [
            {
                "process": one.process.id,
                "flow": one.flow,
                "name": one.name or None,
                "kind": one.kind,
                "stage": _stage_of(one.process) or None,
                "emission": self._figure(one.emission, one.size, emissions),
                **part(one.emission, one.size),
            }
            for one in self._counted
        ]

    def stages(self) -> list[Told]:
        """What each stage of the life cycle contributes, the largest first."""
        found: dict[tuple[str], Pair] = {}
        for one in self._counted:
            key = (_stage_of(one.process),)
            found[key] = _plus(found.get(key), one.emission, one.size)
        emissions: list[Pair] = []
        part = self._parts_of_whole([])
        return [
            {"stage": stage or None, "emission": self._figure(*one, emissions), **part(*one)}
            for (stage,), one in _largest_first(found)
        ]

    def shares(self) -> list[Told]:
        """The shares of every process that is shared by an allocation, those that nothing needs last."""
        among: list[Pair] = []
        reached = self._system.partitions
        found = [told for one in reached.values() for told in _shares_of(one, among)]
        for process in self._study.processes or ():
            if id(process) not in reached:
                try:
                    found += _shares_of(self._allocating.partition(process), among)
                except NotRecomputedError:
                    found += _untold(process)
        return found

    def alternatives(self) -> list[Told]:
        """The results by each other way to allocate."""
        results: list[Pair] = []
        changes: list[Pair] = []
        found: list[Told] = []
        for rule, name, (value, size) in self._others():
            told: Told = {"allocation": rule, "alternative": name}
            told["excluding_biogenic_uptake"] = self._figure(value, size, results)
            change = quotient((value - self._total[0], size + self._total[1]), self._total)
            if change is not None:
                told["change"] = figure(*change, changes)
            found.append(told)
        return found

    def _others(self) -> Iterator[tuple[str, str, Pair]]:
        applied = {one.rule for one in self._system.partitions.values()}
        for number, (rule, _, methods) in enumerate(self._allocating.rules):
            for place, (name, _) in enumerate(methods if rule in applied else ()):
                if name is None:
                    continue
                try:
                    system = ProductSystem(self._study, self._allocating, (number, place))
                    every = contributions(system, self._questions, self._set)
                except NotRecomputedError:
                    continue
                yield rule, name, excluding_biogenic_uptake(totals(every))

    def balances(self) -> list[Told]:
        """The balances of the processes that are needed."""
        return [balance(one.process) for one in self._system.partitions.values()]

    def dqi(self) -> Told | None:
        """The ratings of data quality."""
        found: Told = dict(self._weighing.ratings())
        return found or None

    def primary_data_share(self) -> Figure | None:
        """The share of the emissions that rests on primary data."""
        return self._weighing.primary_data_share()

    @cached_property
    def _weighing(self) -> Weighing:
        return Weighing(self._counted)


_FIELDS: Mapping[str, Callable[[Recomputed], object]] = {
    "excluding_biogenic_uptake": Recomputed.excluding_biogenic_uptake,
    "fossil": lambda one: one.position(FOSSIL),
    "biogenic_non_co2": lambda one: one.position(BIOGENIC),
    "land_use_change": lambda one: one.position(OF_LAND),
    "set": Recomputed.set,
    "gases": Recomputed.gases,
    "contributions": Recomputed.contributions,
    "stages": Recomputed.stages,
    "shares": Recomputed.shares,
    "alternatives": Recomputed.alternatives,
    "balances": Recomputed.balances,
    "primary_data_share": Recomputed.primary_data_share,
    "dqi": Recomputed.dqi,
}


def _plus(sum_: Pair | None, value: float, size: float) -> Pair:
    return (value, size) if sum_ is None else (sum_[0] + value, sum_[1] + size)


def _stage_of(process: Process) -> str:
    return "" if process.stage is None else NAMES[process.stage]


def _largest_first(found: Mapping[_Key, Pair]) -> Iterable[tuple[_Key, Pair]]:
    """Sums by what they are of, the largest first, and by name those that are exactly nothing."""
    for (one, size), (other, of_other) in combinations(found.values(), 2):
        edge = (size + of_other) * CLOSE
        if edge and abs(abs(one) - abs(other)) <= edge:
            raise TooCloseError
    return sorted(found.items(), key=lambda one: (-abs(one[1][0]), one[0]))


def _shares_of(partition: Partition, among: list[Pair]) -> Iterator[Told]:
    """The shares of a process in the classes that a submitter declares shares of."""
    for name, shares in partition.classes.items() if partition.rule is not None else ():
        for output, share, size in shares.values() if isinstance(name, str) else ():
            yield {
                "process": partition.process.id,
                "output": output.id,
                "burden_class": name,
                "share": whole(1) if share and not size else figure(share, size, among),
            }


def _untold(process: Process) -> Iterator[Told]:
    """The shares of a process that cannot be told, for each that is declared of it."""
    factors = process.allocation.factors if process.allocation is not None else None
    for declared in factors or ():
        yield {"process": process.id, "output": declared.output, "burden_class": declared.burden_class}
