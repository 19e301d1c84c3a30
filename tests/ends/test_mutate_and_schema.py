"""`footrule test --mutate` and `footrule schema`: what no example would notice, and what a submitter is to send."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.ends import footprints
from tests.ends.command import footrule, written
from tests.ends.test_list_show_lint_test import STANDARD
from tests.house.checkout import ROOT

HELD = (
    STANDARD
    + """
example "a mass of little"
  from "good.json"
  set pcf.mass to 0.1
  conforms
"""
)


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    written(tmp_path, "good.json", footprints.pact3())
    return tmp_path


# What no example would notice


def test_a_limit_that_no_example_holds_is_told_with_its_place(beside: Path) -> None:
    file = written(beside, "house.pcr", STANDARD.replace("to 0\n", "to -5\n"))
    ended = footrule("test", "--mutate", file)
    assert (ended.status, ended.err) == (0, "")
    assert (
        f"{file}:10: HOUSE-1: no example would notice if `0 kg` were `-1 kg` in `pcf.mass > 0 kg`"
    ) in ended.out.splitlines()
    assert "thresholds held 0 % (0/1)" in ended.out


def test_a_limit_that_the_examples_hold_is_not(beside: Path) -> None:
    ended = footrule("test", "--mutate", written(beside, "house.pcr", HELD))
    assert ended.status == 0
    assert "no example would notice" not in ended.out
    assert "thresholds held 100 % (1/1), mutants noticed 100 % (3/3" in ended.out
    assert "conditions seen true and false 100 % (1/1)" in ended.out


def test_it_is_told_in_chinese(beside: Path) -> None:
    file = written(beside, "house.pcr", STANDARD.replace("to 0\n", "to -5\n"))
    ended = footrule("test", "--mutate", "--lang", "zh", file)
    assert "即使在 `pcf.mass > 0 kg` 中将 `0 kg` 改为 `-1 kg`，也没有示例会发现" in ended.out
    assert "守住的限值 0%（0/1）" in ended.out


def test_the_status_is_that_of_the_examples(beside: Path) -> None:
    ended = footrule("test", "--mutate", written(beside, "house.pcr", STANDARD.replace("fails HOUSE-1", "conforms")))
    assert ended.status == 1
    assert "thresholds held" in ended.out


def test_a_program_is_told_the_same(beside: Path) -> None:
    file = written(beside, "house.pcr", STANDARD.replace("to 0\n", "to -5\n"))
    ended = footrule("test", "--mutate", "--format", "json", file)
    (report,) = ended.report
    assert (report["file"], report["standard"], report["passes"]) == (str(file), "house_rules", True)
    assert report["thresholds_held"] == {"of": 1, "reached": 0, "percent": 0}
    assert report["mutants_noticed"]["by_kind"]["sign"] == {"of": 1, "reached": 0, "percent": 0}
    first = report["unnoticed"][0]
    assert (first["rule"], first["kind"], first["line"]) == ("HOUSE-1", "sign", 10)
    assert first["message"]["en"].startswith("no example would notice if")
    assert sorted(first["message"]) == ["en", "zh"]


def test_examples_alone_are_told_to_a_program_as_well(beside: Path) -> None:
    wrong = written(beside, "house.pcr", STANDARD.replace("fails HOUSE-1", "conforms"))
    broken = written(beside, "broken.pcr", STANDARD.replace("shall", "shal"))
    ended = footrule("test", "--format", "json", wrong, broken)
    assert ended.status == 1
    one, two = ended.report
    assert one["not_as_promised"][0]["title"] == "a mass of nothing"
    assert "unnoticed" not in one
    assert (two["passes"], two["diagnostics"] != []) == (False, True)


# What a submitter is to send


@pytest.mark.parametrize("asked", [(), ("ethylene",), ("ethylene@1.0.0",), ("pact",), ("--lang", "zh", "caustic_soda")])
def test_a_schema_is_printed(asked: tuple[str, ...]) -> None:
    ended = footrule("schema", *asked)
    assert (ended.status, ended.err) == (0, "")
    schema = json.loads(ended.out)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"].startswith("urn:footrule:schema:")


def test_the_schema_of_a_file_is_that_of_the_standard_in_it() -> None:
    file = ROOT / "standards" / "ethylene" / "standard.pcr"
    assert footrule("schema", file).out == footrule("schema", "ethylene").out


def test_a_standard_that_there_is_not_is_2() -> None:
    for asked in ("ethylen", "nowhere.pcr"):
        ended = footrule("schema", asked)
        assert (ended.status, ended.out) == (2, "")
        assert ended.err != ""


def test_a_standard_with_mistakes_is_1(tmp_path: Path) -> None:
    ended = footrule("schema", written(tmp_path, "house.pcr", STANDARD.replace("shall", "shal")))
    assert (ended.status, ended.out) == (1, "")
    assert "house.pcr:" in ended.err
