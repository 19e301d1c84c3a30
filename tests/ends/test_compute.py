"""`footrule compute` and `footrule trace`: the footprint of an inventory, and what each figure of it follows from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from math import prod
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from footrule.text.cells import cells
from tests.ends.command import Ended, footrule, written
from tests.ends.factor_tables import plant
from tests.ends.footprints import carrying, pact3
from tests.house.checkout import ROOT
from tests.inventory.systems import emitted, made, unit
from tests.report.golden import assert_golden

ETHYLENE = ROOT / "standards/ethylene/examples/naphtha-cracking.json"
CAUSTIC_SODA = ROOT / "standards/caustic_soda/examples/membrane.json"
DAY = ("--as-of", "2026-11-23")
Told = dict[str, Any]


def compute(*arguments: object) -> Ended:
    return footrule("compute", *DAY, *arguments)


def trace(*arguments: object) -> Ended:
    return footrule("trace", *DAY, *arguments)


def total(*arguments: object) -> Fraction:
    (one,) = compute(*arguments, "--format", "json").report
    return Fraction(one["recomputed"]["excluding_biogenic_uptake"]["value"])


def from_home(path: Path) -> Path:
    return path.relative_to(ROOT)


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


# Compute


@pytest.mark.parametrize("language", ["en", "zh"])
def test_golden_of_a_computed_footprint(language: str) -> None:
    ended = compute(from_home(ETHYLENE), "--lang", language)
    assert (ended.status, ended.err) == (0, "")
    assert_golden(f"computed-footprint.{language}.txt", ended.out.rstrip("\n"))


def test_golden_of_the_chart() -> None:
    assert_golden("contributions.svg", compute(from_home(ETHYLENE), "--format", "svg").out.rstrip("\n"))


def test_a_chart_has_a_bar_for_each_contribution_and_one_for_what_does_not_fit() -> None:
    chart = ElementTree.fromstring(compute(ETHYLENE, "--format", "svg").out)
    (one,) = compute(ETHYLENE, "--format", "json").report
    bars = [each for each in chart if each.tag.endswith("rect") and each.get("fill") != "white"]
    assert len(bars) == len(one["recomputed"]["contributions"])
    widths = [float(each.attrib["width"]) for each in bars]
    assert widths == sorted(widths, reverse=True)


def test_contributions_gases_and_stages_add_up_to_the_footprint() -> None:
    for file in (ETHYLENE, CAUSTIC_SODA):
        (one,) = compute(file, "--format", "json").report
        made = one["recomputed"]
        whole = Fraction(made["excluding_biogenic_uptake"]["value"])
        for listed in ("contributions", "stages"):
            parts = sum(Fraction(each["emission"]["value"]) for each in made[listed])
            assert abs(parts - whole) < whole / 10**9


def test_the_footprint_by_another_allocation_is_what_the_page_says_of_it() -> None:
    (one,) = compute(ETHYLENE, "--format", "json").report
    for each in one["recomputed"]["alternatives"]:
        choice = f"{each['allocation']}={each['alternative']}"
        assert total(ETHYLENE, "--allocation", choice) == Fraction(each["excluding_biogenic_uptake"]["value"])


def test_methane_counts_as_the_set_has_it_that_is_asked_for() -> None:
    def methane(gwp_set: str) -> Fraction:
        (one,) = compute(ETHYLENE, "--set", gwp_set, "--format", "json").report
        (gas,) = [each for each in one["recomputed"]["gases"] if each["gas"] == "CH4"]
        return Fraction(gas["emission"]["value"]) / Fraction(gas["mass"]["value"])

    found = [round(float(methane(one)), 6) for one in ("AR4", "AR5", "AR6")]
    assert found == [25, 30, 29.8], "AR4 table 2.14; AR5 table 8.A.1 with the CO2 of its oxidation; AR6 table 7.15"


def test_what_is_told_by_another_set_is_named_since_nobody_can_convert_it() -> None:
    (one,) = compute(ETHYLENE, "--set", "AR5", "--format", "json").report
    assert {each["flow"] for each in one["told_in_other_sets"]} >= {"electricity", "steam"}
    assert "taken as told" in compute(ETHYLENE, "--set", "AR5").squeezed
    assert "taken as told" not in compute(ETHYLENE).squeezed


def test_without_an_inventory_there_is_nothing_to_compute_from(tmp_path: Path) -> None:
    ended = compute(written(tmp_path, "bare.json", pact3()), "--standard", "ethylene")
    assert ended.status == 3
    assert "carries no inventory" in ended.squeezed


def test_why_a_footprint_cannot_be_computed_is_told_with_its_line(tmp_path: Path) -> None:
    text = ETHYLENE.read_text("utf-8").replace('"origin": "fossil"', '"origin": "marsh"', 1)
    broken = text.replace('"gas": "CH4"', '"gas": "C99"', 1)
    ended = compute(written(tmp_path, "broken.json", broken))
    line = next(number for number, each in enumerate(broken.split("\n"), 1) if '"C99"' in each)
    assert ended.status == 3
    assert "C99" in ended.out
    assert any(f"line {near}:" in ended.out for near in range(line - 4, line + 1)), ended.out
    (one,) = compute(tmp_path / "broken.json", "--format", "json").report
    assert "recomputed" not in one
    assert all(each["line"] and each["pointer"] for each in one["problems"])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--allocation", "ETH-6.10=mas"), "did you mean mass?"),
        (("--allocation", "ETH-7.10=mass"), "did you mean ETH-6.10?"),
        (("--allocation", "mass"), "write the id of the rule, =, and the name"),
        (("--set", "AR7"), "choose one of AR4, AR5, AR6"),
        (("--standard", "ethilene"), "did you mean ethylene?"),
        (("--footprint", "nobody"), "there is no footprint nobody"),
        (("--as-of", "soon"), "write a day as"),
    ],
)
def test_options_that_make_no_sense_are_told_and_nothing_is_computed(options: tuple[str, ...], says: str) -> None:
    for command in ("compute", "trace"):
        ended = footrule(command, ETHYLENE, *options)
        assert (ended.status, ended.out) == (2, "")
        assert says in ended.err


def test_one_of_several_footprints_is_named_by_its_id(tmp_path: Path) -> None:
    documents = [json.loads(each.read_text("utf-8")) for each in (ETHYLENE, CAUSTIC_SODA)]
    both = written(tmp_path, "both.json", {"data": documents})
    assert len(compute(both, "--format", "json").report) == 2
    refused = compute(both, "--format", "svg")
    assert (refused.status, refused.out) == (2, "")
    assert "--footprint" in refused.err
    one = documents[1]["id"]
    assert "<svg" in compute(both, "--format", "svg", "--footprint", one).out
    assert trace(both, "fossil").status == 2
    assert trace(both, "fossil", "--footprint", one).status == 0


CREDITING = """standard gas 1.0.0
  title "Gas" zh "气体"
document doc "A document" zh "文件" edition "1"
parameter replaced = 90 %
  provisional "from recollection" zh "凭记忆"
allocate GAS-1 "Steam replaces other steam" zh "蒸汽替代"
  cite    doc "1"
  on each p in processes
  credit  o in p.outputs where o.role is energy at factor("plant.steam-meter.2024").emission_per_energy * replaced
  share   all: everything else among o in p.outputs by o.mass
"""


def test_what_a_credit_rests_on_is_told_where_it_is_provisional(tmp_path: Path) -> None:
    standard, file, factors = tmp_path / "gas.pcr", tmp_path / "gas.json", plant(tmp_path)
    standard.write_text(CREDITING, encoding="utf-8")
    process = unit("unit", made("gas", "1 kg"), made("steam", "1 MJ", "energy"), emitted("CO2", "1 kg"))
    flow = {"process": "unit", "output": "gas", "amount": "1", "unit": "kg"}
    study = {"processes": [process], "reference_flow": flow, "characterisation": {"set": "AR6"}}
    file.write_text(json.dumps(carrying(study)), encoding="utf-8")
    asked = ("--standard", standard, "--factors", factors, file)
    (one,) = compute(*asked, "--format", "json").report
    assert one["provisional_factors"] == ["plant.steam-meter.2024"]
    assert one["provisional_limits"] == ["replaced = 90 %: from recollection"]
    page = compute(*asked).out
    assert "Provisional factors\n  plant.steam-meter.2024: 110 kg CO2e/GJ" in page
    assert "Provisional limits of the allocation\n  replaced = 90 %: from recollection" in page


def test_no_line_is_wider_than_the_page() -> None:
    for language in ("en", "zh"):
        for ended in (compute(ETHYLENE, "--lang", language), trace(ETHYLENE, "fossil", "--lang", language)):
            assert max(map(cells, ended.out.split("\n"))) <= 100


def test_the_json_keeps_to_its_published_schema(tmp_path: Path) -> None:
    schema = json.loads((ROOT / "engine/footrule/report/computed.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    bare = written(tmp_path, "bare.json", pact3())
    for arguments in (
        (ETHYLENE,),
        (CAUSTIC_SODA,),
        (ETHYLENE, "--set", "AR4"),
        (bare, "--standard", "ethylene"),
        (bare,),
    ):
        report = compute(*arguments, "--format", "json", "--lang", "zh").report
        assert report
        validator.validate(report)
    without_total = compute(ETHYLENE, "--format", "json").report
    del without_total[0]["recomputed"]["fossil"]
    assert not validator.is_valid(without_total)


# Trace


def names(file: Path) -> list[str]:
    return [line.split("  ")[0] for line in trace(file).out.splitlines()]


@cache
def derivation(file: Path, name: str) -> Told:
    found: Told = json.loads(trace(file, name, "--format", "json").out)
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_golden_of_a_derivation(language: str) -> None:
    ended = trace(from_home(ETHYLENE), "contributions/cracker/fugitive-ch4", "--lang", language)
    assert (ended.status, ended.err) == (0, "")
    assert_golden(f"trace.{language}.txt", ended.out.rstrip("\n"))


def number(told: Told) -> float:
    return float(told["value"].split()[0])


def everything_in(told: Told) -> Iterator[Told]:
    yield told
    for each in told.get("of", ()):
        yield from everything_in(each)


@pytest.mark.parametrize("file", [ETHYLENE, CAUSTIC_SODA], ids=["ethylene", "caustic soda"])
def test_every_sum_and_every_product_of_every_derivation_holds(file: Path) -> None:
    checked = 0
    for name in names(file):
        for told in everything_in(derivation(file, name)):
            below = [each for each in told.get("of", ()) if each.get("value")]
            if told.get("how") == "the sum of" and len(below) == len(told["of"]):
                assert sum(map(number, below)) == pytest.approx(number(told), rel=1e-4, abs=1e-9)
                checked += 1
            if told.get("how") == "the product of" and len(below) == len(told["of"]) and told.get("value"):
                units = [each["value"].partition(" ")[2] for each in below]
                scale = {"t": 1000.0}.get(units[0], 1.0) if "/kg" in units[1] else 1.0
                if "/" not in units[1] or units[1].endswith(f"/{units[0]}") or scale != 1.0:
                    assert prod(map(number, below)) * scale == pytest.approx(number(told), rel=1e-4)
                    checked += 1
    assert checked > 20


def test_every_leaf_stands_in_the_file_or_has_a_source() -> None:
    for name in names(ETHYLENE):
        for told in everything_in(derivation(ETHYLENE, name)):
            if not told.get("of") and told["name"] not in {"reference flow", "scale"} and "how" not in told:
                assert told.get("pointer") or told.get("source"), told


def test_the_names_are_listed_with_what_they_are_called() -> None:
    ended = trace(ETHYLENE, "--lang", "zh")
    assert "contributions/cracker/fugitive-ch4  Steam cracker and separation: fugitive-ch4" in ended.out
    assert "excluding_biogenic_uptake  碳足迹（不含生物源CO2）" in ended.out


@pytest.mark.parametrize("option", [("--process", "cracker"), ("--allocate", "mass"), ("--incomplete",)])
@pytest.mark.parametrize("command", ["compute", "trace"])
def test_an_option_of_packages_is_not_given_to_a_submission_in_vain(command: str, option: tuple[str, ...]) -> None:
    ended = footrule(command, *DAY, ETHYLENE, *option)
    assert (ended.status, ended.out) == (2, "")
    assert f"{option[0]} is for life-cycle packages" in ended.err


def test_a_figure_that_is_not_there_is_told_with_the_nearest() -> None:
    ended = trace(ETHYLENE, "fossill")
    assert (ended.status, ended.out) == (2, "")
    assert "did you mean fossil?" in ended.err
