"""`footrule coverage`: the register by document, the rules of each clause, and the gaps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ends.command import footrule, written

STANDARD = """library house_rules 1.0.0
  title "Rules of the house"  zh "本所规则"

document booklet "A booklet"  zh "手册"  edition "1"
document leaflet "A leaflet"  zh "单页"  edition "2"

clauses booklet
  1   "Masses"   zh "质量"
  2   "Persons"  zh "人员"
  3   "Weights"  zh "权重"  not applicable because "nothing is weighted"  zh "没有加权"
  4   "Reports"  zh "报告"

clauses leaflet in part
  "Table, 1" "Limits"  zh "限值"

rule HOUSE-1 "A mass is above zero"  zh "质量大于零"
  cite   booklet "1.1"
  cite   leaflet "Table, 1"
  cite   leaflet "Table, 2"
  shall  pcf.mass > 0 kg

rule HOUSE-2 "Somebody has looked"  zh "已有人审阅"
  cite   booklet "2"
  shall  attested by verifier
"""


def report(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(footrule("coverage", path, "--format", "json").out)
    return found


def test_gaps_are_1_and_are_shown_with_all_the_others(tmp_path: Path) -> None:
    ended = footrule("coverage", written(tmp_path, "house.pcr", STANDARD))
    assert (ended.status, ended.err) == (1, "")
    assert (
        ended.out
        == """house_rules 1.0.0  Rules of the house

booklet  A booklet (1)
  coded           1  Masses (HOUSE-1)
  attested        2  Persons (HOUSE-2)
  not applicable  3  Weights (nothing is weighted)
  GAP             4  Reports

leaflet  A leaflet (2), in part
  coded           Table, 1  Limits (HOUSE-1)
  cited besides, in clauses that this register leaves out:
    Table, 2  HOUSE-1

clauses 5: coded 2, attested 1, not applicable 1, gaps 1
"""
    )


def test_it_speaks_chinese(tmp_path: Path) -> None:
    ended = footrule("coverage", written(tmp_path, "house.pcr", STANDARD), "--lang", "zh")
    assert ended.status == 1
    assert (
        ended.out
        == """house_rules 1.0.0  本所规则

booklet  手册（1）
  已编码    1  质量（HOUSE-1）
  评审确认  2  人员（HOUSE-2）
  不适用    3  权重（没有加权）
  缺口      4  报告

leaflet  单页（2），节选
  已编码    Table, 1  限值（HOUSE-1）
  另引用了此清单未列出的条款：
    Table, 2  HOUSE-1

条款 5 条：已编码 2，评审确认 1，不适用 1，缺口 1
"""
    )


def test_the_json_report_says_the_same(tmp_path: Path) -> None:
    found = report(written(tmp_path, "house.pcr", STANDARD))
    booklet, leaflet = found["registers"]
    assert found["gaps"] == 1
    assert found["standard"]["id"] == "house_rules"
    assert booklet["document"] == {"name": "booklet", "title": "A booklet", "edition": "1"}
    assert [(one["clause"], one["standing"], one["rules"]) for one in booklet["clauses"]] == [
        ("1", "coded", ["HOUSE-1"]),
        ("2", "attested", ["HOUSE-2"]),
        ("3", "not applicable", []),
        ("4", "gap", []),
    ]
    assert booklet["clauses"][2]["because"] == "nothing is weighted"
    assert (booklet["whole"], leaflet["whole"]) == (True, False)
    assert leaflet["cited_besides"] == [{"clause": "Table, 2", "rules": ["HOUSE-1"]}]


CHILD = """standard bottled_gas 1.0.0
  title "Bottled gas"  zh "瓶装气体"
  extends house_rules 1

waive HOUSE-2
  because "nobody looks at gas"  zh "气体无须审阅"
"""


def test_a_gap_that_a_waiver_leaves_says_where_it_is_from(tmp_path: Path) -> None:
    library = written(tmp_path, "house.pcr", STANDARD.replace('  4   "Reports"  zh "报告"\n', ""))
    child = written(tmp_path, "gas.pcr", CHILD)
    grandchild = (
        CHILD[: CHILD.index("waive")].replace("bottled_gas", "gas_in_hand").replace("house_rules", "bottled_gas")
    )
    for file in (child, written(tmp_path, "hand.pcr", grandchild)):
        options = ("coverage", file, "--library", library, "--library", child)
        ended = footrule(*options)
        assert ended.status == 1
        assert "GAP 2 Persons (HOUSE-2 of house_rules is waived by bottled_gas: nobody looks at gas)" in ended.squeezed
        chinese = footrule(*options, "--lang", "zh").out
        assert "缺口      2  人员（house_rules 的 HOUSE-2 由 bottled_gas 免除：气体无须审阅）" in chinese
        clause = json.loads(footrule(*options, "--format", "json").out)["registers"][0]["clauses"][1]
        assert (clause["clause"], clause["standing"]) == ("2", "gap")
        assert clause["waived"] == [
            {"rule": "HOUSE-2", "standard": "house_rules", "by": "bottled_gas", "because": "nobody looks at gas"}
        ]


def test_no_waiver_is_told_of_a_clause_that_another_rule_answers_for(tmp_path: Path) -> None:
    library = written(tmp_path, "house.pcr", STANDARD)
    own = 'rule GAS-1 "Somebody has looked"  zh "已有人审阅"\n  cite booklet "2"\n  shall attested by verifier\n'
    ended = footrule("coverage", written(tmp_path, "gas.pcr", f"{CHILD}\n{own}"), "--library", library)
    assert "attested        2  Persons (GAS-1)" in ended.out
    assert "waived" not in ended.out


def test_what_is_within_a_clause_that_is_not_applicable_has_its_reason(tmp_path: Path) -> None:
    within = STANDARD.replace('  4   "Reports"', '  3.1 "Factors"  zh "系数"\n  4   "Reports"')
    ended = footrule("coverage", written(tmp_path, "house.pcr", within))
    assert "not applicable  3.1  Factors (nothing is weighted)" in ended.out


def test_without_gaps_it_is_0(tmp_path: Path) -> None:
    whole = STANDARD.replace('  4   "Reports"  zh "报告"\n', "")
    assert whole != STANDARD
    assert footrule("coverage", written(tmp_path, "house.pcr", whole)).status == 0


def test_without_a_register_there_is_nothing_to_say(tmp_path: Path) -> None:
    start, end = STANDARD.index("clauses booklet"), STANDARD.index("rule HOUSE-1")
    ended = footrule("coverage", written(tmp_path, "house.pcr", STANDARD[:start] + STANDARD[end:]))
    assert ended.status == 0
    assert "no document that it cites has a register of its clauses\nwithout a register: booklet, leaflet" in ended.out


@pytest.mark.parametrize("standard", ["pact", "ethylene", "caustic_soda", "hydrogen", "diesel"])
def test_what_is_installed_has_no_gap_in_what_it_lists(standard: str) -> None:
    ended = footrule("coverage", standard)
    assert (ended.status, ended.err) == (0, ""), ended.out
    assert "methodology  PACT Methodology (3.0), in part" in ended.out


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ethylen", "did you mean ethylene?"),
        ("pact@9", "there is no pact@9"),
        ("nowhere.pcr", "there is no such file"),
        ("\x1b[31m", "no standard is called"),
    ],
)
def test_a_standard_that_there_is_not_is_2(name: str, words: str) -> None:
    ended = footrule("coverage", name)
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err or words.replace("no standard is called", "there is no") in ended.err
    assert "\x1b" not in ended.err


@pytest.mark.parametrize(
    "text", ["", "{}", "\ud800".encode("utf-8", "surrogatepass"), STANDARD.replace("pcf.mass", "m")]
)
def test_a_file_with_errors_is_2(tmp_path: Path, text: str | bytes) -> None:
    ended = footrule("coverage", written(tmp_path, "house.pcr", text))
    assert (ended.status, ended.out) == (2, "")
    assert "has errors" in ended.err


def test_texts_that_a_terminal_would_obey_are_shown(tmp_path: Path) -> None:
    ended = footrule("coverage", written(tmp_path, "house.pcr", STANDARD.replace("Masses", "Ma\x1b[31msses")))
    assert ended.status == 1
    assert "\x1b" not in ended.out
    assert "Ma\\x1b[31msses" in ended.out


def test_long_names_stand_before_their_titles_and_lines_are_not_too_wide(tmp_path: Path) -> None:
    name = "Footprint.andOneOfItsAttributes"
    ended = footrule("coverage", written(tmp_path, "house.pcr", STANDARD.replace("Table, 1", name)))
    assert f"  coded           {name}: Limits (HOUSE-1)\n" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 100
