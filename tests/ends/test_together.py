"""`footrule check --together`: what the reports of a run say of several submissions at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ends import footprints
from tests.ends.command import Ended, footrule, written
from tests.report.test_to_json import exact

RULES = """library twins 1.0.0
  title  "Twins"  zh "孪生"

document doc "Document"  zh "文件"  edition "1"

rule T-1 "A product has one footprint"  zh "一个产品只有一份碳足迹"
  cite       doc "1"
  when       submissions is given
  let        twins = those s in submissions where s.id is not id and s.product_name = product_name
  shall      count(s for s in twins) = 0
  otherwise  "{product_name} has another footprint: {twins}"  zh "{product_name}另有碳足迹：{twins}"
"""
UNGUARDED = RULES.replace("  when       submissions is given\n", "")
OF_OTHERS = """library others 1.0.0
  title  "Others"  zh "其他"

document doc "Document"  zh "文件"  edition "1"

rule T-1 "Others have a name"  zh "其他文件有名称"
  cite       doc "1"
  for each   s in submissions absent as none where s.id is not id
  shall      s.product_name is "argon" and s.submissions is missing
"""


def product(name: str, number: int) -> footprints.Document:
    return {
        **footprints.pact3(),
        "id": f"3f0d2f0e-6a4e-4c8e-861d-{number:012d}",
        "productNameCompany": name,
    }


def together(folder: Path, *files: object, rules: str = RULES, options: tuple[str, ...] = ("--together",)) -> Ended:
    standard = written(folder, "rules.pcr", rules)
    return footrule("check", "--standard", standard, "--as-of", "2026-11-23", *options, *files)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(("argon", "argon", "xenon")):
        written(tmp_path, f"{number}.json", product(name, number))
    return ["0.json", "1.json", "2.json"]


def test_a_run_sees_what_no_file_shows_alone(tmp_path: Path, files: list[str]) -> None:
    ended = together(tmp_path, *files, options=("--together", "--format", "json"))
    assert (ended.status, ended.verdicts) == (1, ["nonconforming", "nonconforming", "conforming"])
    assert together(tmp_path, *files, options=("--format", "json")).verdicts == ["not assessed"] * 3


def test_one_file_alone_is_together_with_itself(tmp_path: Path, files: list[str]) -> None:
    assert together(tmp_path, files[0], options=("--together", "--format", "json")).verdicts == ["conforming"]


def test_footprints_of_one_file_know_one_another(tmp_path: Path) -> None:
    lines = "\n".join(footprints.text(product("argon", number), None) for number in range(2))
    file = written(tmp_path, "all.ndjson", lines)
    ended = together(tmp_path, file, options=("--together", "--format", "json"))
    assert ended.verdicts == ["nonconforming"] * 2
    values = ended.report[0]["findings"][0]["values"]
    other = next(one for one in values if one["pointer"] == "all.ndjson (2)#/productNameCompany")
    assert other["line"] == 2


def test_a_file_that_cannot_be_read_takes_nothing_from_the_others(tmp_path: Path, files: list[str]) -> None:
    written(tmp_path, "torn.json", "{")
    ended = together(tmp_path, files[0], "torn.json", files[1], options=("--together", "--format", "json"))
    assert ended.verdicts == ["nonconforming", "unreadable", "nonconforming"]


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        ("en", "1.json, line", "argon has another footprint: argon (1.json)"),
        ("zh", "1.json, 第", "argon另有碳足迹：argon (1.json)"),
    ],
)
def test_the_text_names_the_other_and_its_file(
    tmp_path: Path, files: list[str], language: str, line: str, said: str
) -> None:
    ended = together(tmp_path, *files, options=("--together", "--lang", language))
    assert said in ended.out
    assert line in ended.out.replace("，", ", ")
    assert "2.json, " not in ended.out, "what is no twin is no evidence"


def test_an_element_of_another_file_is_placed_in_that_file(tmp_path: Path, files: list[str]) -> None:
    written(tmp_path, "rules.pcr", OF_OTHERS)
    ended = together(tmp_path, files[0], files[2], rules=OF_OTHERS)
    assert "place     2.json:" in ended.out
    assert "/productNameCompany" in ended.out


def test_the_json_report_keeps_to_its_schema(tmp_path: Path, files: list[str]) -> None:
    report = together(tmp_path, *files, options=("--together", "--format", "json")).report
    exact().validate(report)
    pointers = [one["pointer"] for one in report[0]["findings"][0]["values"]]
    assert "1.json#/productNameCompany" in pointers
    assert json.dumps(report).count("0.json#/productNameCompany") == 1, "its own file is not named in its own report"


@pytest.mark.parametrize(("language", "said"), [("en", "(--together FILES)"), ("zh", "（--together 文件）")])
def test_without_it_a_rule_that_needs_the_others_says_so(
    tmp_path: Path, files: list[str], language: str, said: str
) -> None:
    ended = together(tmp_path, *files[:1], rules=UNGUARDED, options=("--lang", language))
    assert (ended.status, said in ended.squeezed) == (3, True)
