"""The rule that an allocation with a tolerance makes: what its findings show, what it says, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from footrule.assess.recomputing import with_recomputed
from footrule.assess.sentences import sentences_of
from footrule.evaluate.interpreter import Interpreter
from footrule.evaluate.judgement import Judgement
from footrule.factors.database import shipped_factors
from footrule.model.standard import Standard
from footrule.submission.element import Record
from tests.inventory.systems import Plain, allocating, emitted, made, standard, system, unit

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
    one, *_ = judged(allocating(*BY_MASS, "  tolerance 0.5 points"), declaring({"gas": "50", "tar": "50"}))
    (shown,) = [each.shown for each in one.readings if each.name == "recomputed.shares"]
    assert shown == (
        "[{process: u, output: gas, burden_class: all, share: 50 %}, "
        "{process: u, output: tar, burden_class: all, share: 50 %}]"
    )


# What the rule says


def test_points_stay_points_in_the_sentence() -> None:
    one = allocating(*BY_MASS, "  tolerance 0.5 points")
    (rule,), sentences = one.rules, sentences_of(one)
    assert "by no more than 0.5 percentage points" in sentences.requirement(rule, 1, "en")
    assert "不超过0.5个百分点" in sentences.requirement(rule, 1, "zh")


LIMIT = 'parameter near = 0.5\n  provisional "nobody has said how near" zh "未见规定"\n'


def by_a_limit(head: str = LIMIT) -> Standard:
    """A standard whose tolerance is a parameter."""
    allocation = 'allocate A-1 "Shared" zh "分配"\n  cite doc "1"\n  on each p in processes'
    return standard(head, allocation, *BY_MASS, "  tolerance near points")


def test_points_of_a_parameter_stay_points_too() -> None:
    (rule,), sentences = by_a_limit().rules, sentences_of(by_a_limit())
    assert "0.5 (`near`) percentage points" in sentences.requirement(rule, 1, "en")
    assert "0.5（`near`）个百分点" in sentences.requirement(rule, 1, "zh")


@pytest.mark.parametrize(("declared", "outcome"), [("50.4", "conforming"), ("50.6", "nonconforming")])
def test_a_tolerance_in_points_is_one_whoever_sets_it(declared: str, outcome: str) -> None:
    other = str(100 - float(declared))
    one, *_ = judged(by_a_limit(), declaring({"gas": declared, "tar": other}))
    assert one.outcome.value == outcome


LETS = ("  let all_of_it = sum(o.mass for o in p.outputs)", "  let most = 90 %")


def test_the_sentence_names_what_the_rule_uses_and_nothing_else() -> None:
    key = "  share all: everything else among o in p.outputs where o.mass < most * all_of_it by o.mass"
    one = allocating(*LETS, key, "  tolerance 0.5 points")
    (rule,) = one.rules
    assert "`most`" not in sentences_of(one).rule(rule, "en")


def test_a_let_of_the_condition_stays_in_the_sentence() -> None:
    one = allocating("  when all_of_it > 1 kg", *LETS[:1], *BY_MASS, "  tolerance 0.5 points")
    (rule,) = one.rules
    assert "`all_of_it` denotes" in sentences_of(one).rule(rule, "en")
