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
    assert assessment["factor_tables"] == [
        {"name": "own", "sha256": digest, "ships_with_engine": False, "standard": None}
    ]
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


# The examples of an author


EXAMPLES = (
    STANDARD
    + """
example "as it is"
  from "examples/plant.json"
  conforms

example "hardly anything"
  from "examples/plant.json"
  set pcf.fossil to 0
  fails GAS-1
"""
)


def examples_run(folder: Path, *options: object, value: str = "0.0123") -> Ended:
    """The examples of a standard that asks for a factor of its author's own."""
    (folder / "examples").mkdir()
    (folder / "examples" / "plant.json").write_bytes(EXAMPLE.read_bytes())
    (folder / "gas.pcr").write_text(EXAMPLES, encoding="utf-8")
    (folder / "own.csv").write_text(TABLE.format(value=value, status="verified"), encoding="utf-8")
    return footrule("test", folder / "gas.pcr", *options)


def test_the_examples_of_a_standard_may_ask_for_tables_of_ones_own(tmp_path: Path) -> None:
    ended = examples_run(tmp_path, "--factors", tmp_path / "own.csv", "--mutate")
    assert (ended.status, ended.err) == (0, ""), ended.out
    assert "examples 2, not as promised 0; rules that no example breaks: none" in ended.out
    assert "conditions seen true and false 100 % (1/1)" in ended.out, "the trial of mutants asks the tables as well"


def test_without_the_tables_no_example_of_theirs_comes_out_as_promised(tmp_path: Path) -> None:
    ended = examples_run(tmp_path)
    assert ended.status == 1
    assert "GAS-1 is undetermined, and the example does not say so" in ended.out


def test_examples_are_not_run_by_tables_with_a_mistake(tmp_path: Path) -> None:
    ended = examples_run(tmp_path, "--factors", tmp_path, value='"0,0123"')
    assert (ended.status, ended.out) == (2, "")
    assert "own.csv:8" in ended.err and "0,0123 has a decimal comma; write 0.0123" in ended.err
