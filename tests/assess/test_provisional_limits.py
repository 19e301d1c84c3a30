"""What a finding rests on that has no source, where it comes by way of the recomputed footprint."""

from __future__ import annotations

import json
from pathlib import Path

from tests.ends.command import footrule
from tests.ends.footprints import carrying
from tests.inventory.systems import Plain, bought, emitted, made, unit

STANDARD = """standard gas 1.0.0
  title "Gas" zh "气体"
document doc "A document" zh "文件" edition "1"

parameter dearest = 5
  provisional "ratio from recollection" zh "比值凭记忆"
parameter boiler = 90 %
  provisional "boiler from recollection" zh "锅炉凭记忆"
parameter turbine = 40 %
  provisional "turbine from recollection" zh "汽轮机凭记忆"
parameter other = 3
  provisional "never used" zh "从未使用"

allocate GAS-1 "Gas and tar" zh "气与焦油"
  cite        doc "1"
  on each     p in processes where p.technology is distillation
  share       feed: i in p.inputs
              among o in p.outputs by o.mass / boiler
  share       rest: everything else
              among o in p.outputs
              by o.mass when count(q for q in p.outputs) <= dearest otherwise by o.mass * turbine
  alternative masses "By mass, with another limit" zh "按质量，另一限值"
  share       rest: everything else
              among o in p.outputs by o.mass / turbine
  tolerance   0.5 points

allocate GAS-2 "Other processes" zh "其他过程"
  cite        doc "1"
  on each     p in processes where p.technology is electrolysis
  share       rest: everything else
              among o in p.outputs by o.mass / other
  tolerance   0.5 points

rule GAS-3 "The declared footprint is the recomputed one" zh "申报值与复算值一致"
  cite  doc "1"
  shall pcf.fossil within 1 % of recomputed.fossil

rule GAS-4 "Other ways come to the same" zh "其他方法结果相同"
  cite   doc "1"
  should every a in recomputed.alternatives satisfies abs(a.change) <= 30 %

rule GAS-5 "Carbon goes in" zh "有碳输入"
  cite   doc "1"
  should every b in recomputed.balances satisfies b.process is given
"""


def limits_named(folder: Path, *inputs: Plain) -> dict[str, set[str]]:
    """The provisional limits that the findings of each rule name."""
    shares = [{"output": "gas", "class": one, "share": {"value": "50", "unit": "%"}} for one in ("feed", "rest")]
    declared = {"method": "physical", "basis": "mass", "factors": shares}
    flows = (made("gas", "1 kg"), made("tar", "1 kg"), emitted("CO2", "1 kg"), *inputs)
    process = unit("unit", *flows, technology="distillation", allocation=declared)
    flow = {"process": "unit", "output": "gas", "amount": "1", "unit": "kg"}
    inventory = {"processes": [process], "reference_flow": flow, "characterisation": {"set": "AR6"}}
    standard, file = folder / "gas.pcr", folder / "gas.json"
    standard.write_text(STANDARD, encoding="utf-8")
    file.write_text(json.dumps(carrying(inventory)), encoding="utf-8")
    (report,) = footrule("check", "--standard", standard, "--format", "json", file).report
    named: dict[str, set[str]] = {}
    for one in report["findings"]:
        named.setdefault(one["rule"]["id"], set()).update(each.split(" = ")[0] for each in one["provisional"])
    return named


def test_what_compares_with_the_recomputed_footprint_names_the_limits_it_was_shared_by(tmp_path: Path) -> None:
    assert limits_named(tmp_path, bought("crude", "1 kg"))["GAS-3"] == {"boiler", "dearest"}


def test_a_class_without_burdens_has_no_part_in_the_footprint(tmp_path: Path) -> None:
    named = limits_named(tmp_path)
    assert named["GAS-3"] == {"dearest"}
    # Its shares are declared all the same, and compared.
    assert named["SHARES-GAS-1"] == {"boiler", "dearest"}


def test_a_key_and_an_alternative_that_were_not_used_bring_no_limit(tmp_path: Path) -> None:
    named = limits_named(tmp_path, bought("crude", "1 kg"))
    assert "turbine" not in named["SHARES-GAS-1"] | named["GAS-3"]
    assert named["SHARES-GAS-2"] == set()


def test_what_compares_the_alternatives_names_their_limits_too(tmp_path: Path) -> None:
    assert limits_named(tmp_path, bought("crude", "1 kg"))["GAS-4"] == {"boiler", "dearest", "turbine"}


def test_balances_are_those_of_the_inventory_and_rest_on_no_limit(tmp_path: Path) -> None:
    assert limits_named(tmp_path, bought("crude", "1 kg"))["GAS-5"] == set()
