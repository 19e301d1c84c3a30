"""The entrance of the room: a footprint recomputed by the allocation of a standard, with its other legal results."""

from __future__ import annotations

from fractions import Fraction

from footrule.collector import collector_paused
from footrule.evaluate.evidence import Reading, Readings
from footrule.factors.database import Factors
from footrule.frozen import Frozen, dataclass
from footrule.inventory.allocating import Allocating, Choices
from footrule.inventory.footprint import computed
from footrule.inventory.partition import Partition
from footrule.inventory.problems import NotComputed, Problem
from footrule.inventory.recomputed import Alternative, record_of, scale_of
from footrule.inventory.records import code_of
from footrule.inventory.result import Footprint
from footrule.inventory.totals import positions
from footrule.model.standard import Standard
from footrule.submission.element import Items, Record, Text
from footrule.submission.inventory_codes import CHARACTERISATION_SETS
from footrule.text.wording import worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Recomputed(Frozen):
    """A recomputed footprint: the calculation, how it is scaled to the declared unit, and the record that rules read.

    `alternatives` are the results by each other way to allocate that the standard allows, in kg CO2e for the reference
    flow; one that cannot be computed is not among them. `alternatives_rest_on` is for all of them what `rests_on` is
    for a footprint. `apart` are the processes that nothing needs, as far as they can be shared: their shares are among
    those of the record.
    """

    footprint: Footprint
    scale: Fraction
    alternatives: tuple[Alternative, ...]
    record: Record
    alternatives_rest_on: Readings
    apart: tuple[Partition, ...]


@collector_paused()
def recompute(
    standard: Standard,
    footprint: Record,
    predecessor: Record | None,
    factors: Factors,
    *,
    gwp_set: str | None = None,
    choices: Choices | None = None,
    with_alternatives: bool = True,
) -> Recomputed:
    """The footprint of a submission's inventory by a standard. Raises NotComputed, with every reason that was found.

    The characterisation factors are those of the study unless a set is asked for; `choices` name the alternative to be
    used, by the id of an allocation.
    """
    chosen = dict(choices or {})
    in_set = gwp_set or _set_of(footprint)

    def allocating(of: Choices) -> Allocating:
        return Allocating(standard, footprint, predecessor, factors, of)

    whole = computed(footprint, allocating(chosen), in_set)
    scale = scale_of(footprint, whole)
    alternatives: list[Alternative] = []
    used: list[Reading] = []
    if with_alternatives:
        applied = {one.rule for one in whole.partitions.values()}
        for rule in standard.allocations:
            for method in rule.methods if rule.id in applied else ():
                if method.name is not None and chosen.get(rule.id) != method.name:
                    try:
                        other = computed(footprint, allocating({**chosen, rule.id: method.name}), in_set)
                    except NotComputed:
                        continue
                    total = positions(other.contributions).excluding_biogenic_uptake
                    alternatives.append(Alternative(rule.id, method.name, total, other.bound))
                    used += other.rests_on
    apart = [(one, _apart(allocating(chosen), one)) for one in whole.unreached]
    shared = tuple(one for _, one in apart if isinstance(one, Partition))
    record = record_of(whole, scale, alternatives, apart)
    return Recomputed(whole, scale, tuple(alternatives), record, tuple(dict.fromkeys(used)), shared)


def _apart(allocating: Allocating, process: Record) -> Partition | tuple[Problem, ...]:
    """How a process that nothing needs shares its burdens: what is declared of it can still be compared."""
    try:
        return allocating.partition(process)
    except NotComputed as problem:
        return problem.problems


def _set_of(footprint: Record) -> str:
    """The set of characterisation factors that the study states."""
    study = footprint.fields.get("characterisation")
    if isinstance(study, Record) and code_of(study, "set"):
        return code_of(study, "set")
    pcf = footprint.fields.get("pcf")
    listed = pcf.fields.get("characterisation_factors") if isinstance(pcf, Record) else None
    named = {one.text for one in listed.elements if isinstance(one, Text)} if isinstance(listed, Items) else set[str]()
    if len(named) == 1 and named <= set(CHARACTERISATION_SETS):
        return named.pop()
    says = worded(
        "the study does not say which one set of characterisation factors it uses",
        "研究未说明所采用的是哪一套特征化因子",
    )
    raise NotComputed([Problem(footprint.place_of("characterisation"), says)])
