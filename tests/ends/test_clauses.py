"""`footrule check --clauses`: what each clause of the documents behind a standard came to."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from footrule.report.to_json import schema_text
from tests.ends import footprints
from tests.ends.command import footrule, written

STANDARD = """
library scales 1.0.0
  title "Scales" zh "衡器"

document rules "Rules for scales" zh "衡器规则" edition "2026"

parameter heaviest = 10 kg
  cite rules "2.1"

clauses rules
  1   "There is a mass"         zh "应有质量"
  2   "It is limited"           zh "质量限值"
  2.1 "The limit"               zh "限值"
  3   "Somebody has weighed it" zh "已有人称量"
  4   "It is light"             zh "宜轻"
  5   "Aircraft"                zh "航空"
  6   "Colour"                  zh "颜色"  not applicable because "a footprint has none"  zh "碳足迹没有颜色"
  7   "Sharing"                 zh "分配"
  8   "Nothing says"            zh "未作规定"
  9   "Its version"             zh "版本"

rule SC-1 "A mass" zh "质量"
  cite  rules "1"
  shall pcf.mass > 0 kg
rule SC-2 "Not too heavy" zh "不过重"
  cite  rules "2"
  shall pcf.mass <= heaviest
rule SC-3 "Weighed" zh "称量"
  cite  rules "3"
  shall attested by verifier using inspection
rule SC-4 "Light" zh "轻"
  cite  rules "4"
  should pcf.mass < 1 kg
rule SC-5 "By air" zh "航空"
  cite  rules "5"
  when  pcf.aircraft is given
  shall pcf.aircraft >= 0 kg CO2e
rule SC-9 "A version" zh "版本"
  cite  rules "9, table 1"
  shall pcf.land_occupation > 0 m2
rule SC-9-2 "A name" zh "名称"
  cite  rules "9"
  shall company_name is given
allocate SC-7 "By mass" zh "按质量"
  cite  rules "7"
  on each p in processes
  share all: everything else among o in p.outputs by o.mass
"""

STANDINGS = {
    "1": "conforming", "2": "conforming", "2.1": "conforming", "3": "awaits a person", "4": "observed",
    "5": "not applicable", "6": "left out", "7": "computed", "8": "gap", "9": "undetermined",
}  # fmt: skip


@pytest.fixture
def checked(tmp_path: Path) -> list[str]:
    """The command line of a check of a plain footprint by that standard."""
    (tmp_path / "scales.pcr").write_text(STANDARD, "utf-8")
    return [
        "check",
        "--standard",
        str(tmp_path / "scales.pcr"),
        str(written(tmp_path, "a.json", footprints.conforming())),
    ]


def test_a_clause_is_as_bad_as_the_worst_of_what_cites_it(checked: list[str]) -> None:
    ended = footrule(*checked, "--clauses", "--format", "json")
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(ended.report)
    clauses = ended.report[0]["clauses"]
    assert {one["clause"]: one["standing"] for one in clauses} == STANDINGS
    by_clause = {one["clause"]: one for one in clauses}
    assert by_clause["2.1"]["rules"] == ["SC-2"], "the limit is cited by a parameter"
    assert by_clause["9"]["rules"] == ["SC-9"], "the rule that is met does not decide"
    assert by_clause["7"]["rules"] == ["SC-7"]
    assert by_clause["6"]["because"] == "a footprint has none"
    assert "clauses" not in footrule(*checked, "--format", "json").report[0], "only where it is asked for"


def test_the_matrix_stands_below_the_findings_in_the_order_of_the_document(checked: list[str]) -> None:
    ended = footrule(*checked, "--clauses")
    head, matrix = ended.out.split("CONFORMITY BY CLAUSE\n")
    assert "AWAITING A PERSON" in head
    told = " ".join(matrix.split("\n  ", maxsplit=1)[0].split())
    assert told == (
        "Rules for scales (edition 2026) undetermined 1, awaits a person 1, observation 1, conforming 3, "
        "not applicable 1, computed by 1, left out 1, GAP 1"
    )
    assert "  GAP              8    Nothing says" in matrix
    in_chinese = footrule(*checked, "--clauses", "--lang", "zh").out
    assert "按条款的符合性" in in_chinese and "缺口" in in_chinese


def test_a_standard_without_a_register_says_so(tmp_path: Path) -> None:
    head = STANDARD.split("clauses rules", maxsplit=1)[0]
    rule = STANDARD[STANDARD.index("rule SC-1") : STANDARD.index("rule SC-2")]
    (tmp_path / "plain.pcr").write_text(head + rule, "utf-8")
    file = str(written(tmp_path, "a.json", footprints.conforming()))
    ended = footrule("check", "--standard", str(tmp_path / "plain.pcr"), "--clauses", file)
    assert ended.out.endswith("no standard that was applied has a register of clauses\n")
