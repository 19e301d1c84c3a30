"""The rule that an allocation with a tolerance makes: what its findings show, what it says, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from footrule.assess.recomputing import with_recomputed
from footrule.evaluate.interpreter import Interpreter
from footrule.evaluate.judgement import Judgement
from footrule.factors.database import shipped_factors
from footrule.model.standard import Standard
from footrule.submission.element import Record
from tests.inventory.systems import Plain, allocating, emitted, made, system, unit

BY_MASS = ("  share all: everything else among o in p.outputs by o.mass",)


def declaring(shares: Mapping[str, str]) -> Plain:
    """A process whose products have the same mass, and the shares that it declares for them."""
    factors = [{"output": one, "class": "all", "share": {"value": told, "unit": "%"}} for one, told in shares.items()]
    declared = {"method": "physical", "basis": "mass", "factors": factors}
    return unit("u", *(made(one, "1 kg") for one in shares), emitted("CO2", "1 kg"), allocation=declared)


def judged(by: Standard, *processes: Plain) -> list[Judgement]:
    """What the requirements of a standard come to for a system that makes the first output of its first process."""
    first = processes[0]["outputs"]
    assert isinstance(first, list)
    footprint: Record = system(processes, f"{processes[0]['id']}.{first[0]['id']}")
    read = with_recomputed(by, footprint, None, shipped_factors())
    return list(Interpreter().judge(by, read, None, ()))


# What a finding shows


def test_computed_shares_are_shown_by_what_they_are_of() -> None:
    one, _ = judged(allocating(*BY_MASS, "  tolerance 0.5 points"), declaring({"gas": "50", "tar": "50"}))
    (shown,) = [each.shown for each in one.readings if each.name == "recomputed.shares"]
    assert shown == (
        "[{process: u, output: gas, burden_class: all, share: 50 %}, "
        "{process: u, output: tar, burden_class: all, share: 50 %}]"
    )
