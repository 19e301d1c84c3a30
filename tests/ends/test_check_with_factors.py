"""`footrule check --factors`: tables of one's own beside those that ship, named in the report with their hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.ends.command import Ended, footrule
from tests.house.checkout import ROOT

EXAMPLE = ROOT / "rules" / "factors" / "examples" / "plant.json"
STANDARD = """standard bottled_gas 1.0.0
  title         "Bottled gas"  zh "瓶装气体"

document booklet "A booklet"  zh "手册"  edition "1"

rule GAS-1 "Electricity by contract"  zh "合同电力"
  cite          booklet "1"
  shall         pcf.fossil / pcf.mass > factor("own.power", 2025-06-01, "CN").emission_per_energy * 1 kWh/kg
"""
TABLE = """\
# table: own
# title: A contract
# publisher: Example Power Ltd.
# year: 2025
# licence: ours
# obtained: from the contract
id,name,kind,series,geography,valid_from,valid_until,value,unit,gas,scope,status
own.power.2025,Power,electricity,own.power,CN,2025-01-01,2025-12-31,{value},kg CO2e/kWh,CO2e,life_cycle,{status}
"""


def checked(folder: Path, *options: object, value: str = "0.0123", status: str = "provisional") -> Ended:
    """A footprint against a rule that asks for a factor of one's own."""
    (folder / "gas.pcr").write_text(STANDARD, encoding="utf-8")
    (folder / "own.csv").write_text(TABLE.format(value=value, status=status), encoding="utf-8")
    return footrule("check", EXAMPLE, "--standard", folder / "gas.pcr", "--format", "json", *options)


def test_the_report_names_the_table_and_says_that_the_factor_is_provisional(tmp_path: Path) -> None:
    ended = checked(tmp_path, "--factors", tmp_path / "own.csv")
    (assessment,) = ended.report
    digest = hashlib.sha256((tmp_path / "own.csv").read_bytes()).hexdigest()
    assert ended.status == 0
    assert assessment["factor_tables"] == [{"name": "own", "sha256": digest, "ships_with_engine": False}]
    (finding,) = assessment["findings"]
    assert "own.power.2025 = 0.0123 kg CO2e/kWh" in finding["provisional"][0]
    assert "own.power.2025: 0.0123 kg CO2e/kWh" in [one["value"] for one in finding["values"]]


def test_without_the_table_nothing_is_taken_by_default(tmp_path: Path) -> None:
    (assessment,) = checked(tmp_path).report
    assert assessment["verdict"] == "undetermined"
    assert "there is no series own.power" in assessment["findings"][0]["message"]
    assert assessment["factor_tables"] == []


def test_of_a_table_with_a_mistake_nothing_is_used(tmp_path: Path) -> None:
    ended = checked(tmp_path, "--factors", tmp_path, value='"0,0123"')
    assert ended.status == 2
    assert ended.out == ""
    assert "own.csv:8" in ended.err and "0,0123 has a decimal comma; write 0.0123" in ended.err
