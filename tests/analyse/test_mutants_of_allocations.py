"""Mutants of allocations: which there are, and that examples notice them by what is shared and what is declared."""

from __future__ import annotations

import json
from functools import cache

import pytest

from footrule.analyse.mutants import Mutant, mutants
from footrule.analyse.mutation import mutate
from footrule.analyse.places import line_of
from footrule.analyse.trial import trial
from footrule.analyse.variants import Kind
from footrule.model.standard import Standard
from tests.ends.footprints import carrying
from tests.inventory.systems import emitted, made, unit
from tests.standards.test_examples import standard_in

HEAD = """
library small 1.0.0
  title "A small library"
document guide "A guide" edition "1"
parameter nearly = 3
  cite guide "0"
define columns = those p in processes where p.technology is distillation
"""
ALLOCATION = """
allocate S-1 "Gas and tar"
  cite        guide "1"
  on each     p in columns
  credit      o in p.outputs where o.role is energy at 50 g CO2e/MJ
  share       all: everything else
              among o in p.outputs where o.role in {main, additional}
              by o.mass when count(q for q in p.outputs) <= nearly otherwise by o.moles
  alternative by_price "By price"
  share       all: everything else
              among o in p.outputs where o.role is main by o.mass * o.price.value
"""
TOLERANCE = "  tolerance 0.5 points\n"
COMPARED = """
rule S-2 "The declared footprint is the recomputed one"
  cite  guide "2"
  shall pcf.fossil within 1 % of recomputed.fossil
"""
ALTERNATIVES = """
rule S-3 "Other ways come to the same"
  cite   guide "3"
  should every a in recomputed.alternatives satisfies abs(a.change) <= 30 %
"""
EXAMPLE = """
example "as it should be"
  from "column.json"
  set  pcf.fossil to 0.375
  conforms
"""


def standard_of(*parts: str) -> Standard:
    """A library of these parts."""
    return standard_in("\n".join((HEAD, *parts)).encode(), "small.pcr")


@cache
def column() -> bytes:
    """Three outputs: gas and tar of 3 kg and 1 kg, and steam that replaces other steam."""
    shares = [
        {"output": one, "class": "all", "share": {"value": told, "unit": "%"}}
        for one, told in (("gas", "75"), ("tar", "25"))
    ]
    flows = (made("gas", "3 kg"), made("tar", "1 kg", "additional"), made("steam", "10 MJ", "energy"))
    declared = {"method": "physical", "basis": "mass", "factors": shares}
    process = unit("u", *flows, emitted("CO2", "2 kg"), technology="distillation", allocation=declared)
    flow = {"process": "u", "output": "gas", "amount": "1", "unit": "kg"}
    study = {"processes": [process], "reference_flow": flow, "characterisation": {"set": "AR6"}}
    document = carrying(study)
    document["pcf"] |= {"productMassPerDeclaredUnit": "1", "declaredUnitAmount": "1"}
    return json.dumps(document).encode()


def said(found: list[Mutant], *kinds: Kind) -> list[str]:
    """What the mutants of the allocation say, those of some kinds."""
    return [one.clause.in_language("en") for one in found if one.kind in kinds and one.owner == "S-1"]


def unnoticed(*parts: str) -> set[str]:
    """The mutants of a library that its examples do not notice."""
    standard = standard_of(*parts)
    run = mutate(standard, trial(standard, lambda _: column()))
    return {one.clause.in_language("en") for one in run.unnoticed}


def test_keys_roles_and_credits_are_changed() -> None:
    found = list(mutants(standard_of(ALLOCATION, TOLERANCE)))
    assert said(found, Kind.KEY) == [
        "`by o.mass` were `by o.moles`",
        "`by o.mass` were `by o.mass * o.price.value`",
        "`by o.moles` were `by o.mass`",
        "`by o.moles` were `by o.mass * o.price.value`",
    ]
    assert said(found, Kind.PART) == ["`credit ... at 50 g CO2e/MJ` were left out"]
    assert "`main` were left out of `o.role in {main, additional}`" in said(found, Kind.CODE)
    assert "`where o.role in {main, additional}` were left out" in said(found, Kind.CONDITION)
    assert "`nearly` were `2` instead of `3`" in said(found, Kind.THRESHOLD)


def test_a_role_becomes_the_next_one() -> None:
    main = ALLOCATION.replace("in {main, additional}", "is main")
    found = list(mutants(standard_of(main, TOLERANCE)))
    assert any("`main` were `additional`" in one for one in said(found, Kind.CODE))


def test_another_way_to_allocate_is_changed_where_a_rule_asks_what_it_comes_to() -> None:
    without, asked = (list(mutants(standard_of(ALLOCATION, *more))) for more in ((COMPARED,), (COMPARED, ALTERNATIVES)))
    other = "`by o.mass * o.price.value` were `by o.mass`"
    assert other not in said(without, Kind.KEY)
    assert other in said(asked, Kind.KEY)


def test_an_allocation_that_no_rule_asks_for_has_no_mutants() -> None:
    assert [one for one in mutants(standard_of(ALLOCATION)) if one.allocations] == []


def test_a_definition_is_changed_in_the_allocation_and_in_the_rule_on_its_shares_at_once() -> None:
    (one, *_) = [one for one in mutants(standard_of(ALLOCATION, TOLERANCE)) if one.owner == "columns"]
    assert [each.id for each in one.allocations] == ["S-1"]
    assert [each.before.id for each in one.changed] == ["SHARES-S-1"]


def test_each_stands_on_its_line_of_the_allocation() -> None:
    text = "\n".join((HEAD, ALLOCATION, TOLERANCE))
    standard = standard_in(text.encode(), "small.pcr")
    lines = {
        one.clause.in_language("en"): line_of(standard, text, one.owner, one.trail)
        for one in mutants(standard)
        if one.owner == "S-1"
    }
    first = text[: text.index("credit ")].count("\n") + 1
    assert lines["`credit ... at 50 g CO2e/MJ` were left out"] == first
    assert lines["`main` were left out of `o.role in {main, additional}`"] == first + 2
    assert lines["`by o.mass` were `by o.moles`"] == first + 3


def test_without_an_example_nothing_is_noticed() -> None:
    found = {one.clause.in_language("en") for one in mutants(standard_of(ALLOCATION, TOLERANCE, COMPARED))}
    assert unnoticed(ALLOCATION, TOLERANCE, COMPARED) == found


@pytest.mark.parametrize(
    ("clause", "is_noticed"),
    [
        ("`additional` were left out of `o.role in {main, additional}`", True),
        ("`by o.mass` were `by o.moles`", True),
        ("`credit ... at 50 g CO2e/MJ` were left out", True),
        ("`nearly` were `2` instead of `3`", True),
        # Nothing is told of another process, or of a column with more outputs.
        ("`where p.technology is distillation` were left out", False),
        ("`nearly` were `4` instead of `3`", False),
    ],
)
def test_one_example_notices_what_changes_a_share_or_the_footprint(clause: str, is_noticed: bool) -> None:
    assert (clause not in unnoticed(ALLOCATION, TOLERANCE, COMPARED, EXAMPLE)) is is_noticed
