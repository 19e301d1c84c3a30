"""`footrule factors search`, `show` and `list`: what is found, in which order, and what is said of a row."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from footrule.text.cells import cells
from tests.ends.command import START, Ended, environment, footrule, process
from tests.ends.factor_tables import ROWS, STEAM, plant
from tests.ends.terminal import needs_a_terminal, on_a_terminal
from tests.report.golden import assert_golden

FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff]")


def search(*arguments: object) -> Ended:
    return footrule("factors", "search", *arguments)


def found(*arguments: object) -> list[str]:
    """The ids that are found, in their order."""
    report: dict[str, Any] = json.loads(search(*arguments, "--format", "json", "--limit", "1000").out)
    return [one["id"] for one in report["factors"]]


# Search


@pytest.mark.parametrize(("language", "words"), [("en", ("quuxsteam",)), ("zh", ("夸克蒸汽",))])
def test_golden_of_a_search(tmp_path: Path, language: str, words: tuple[str, ...]) -> None:
    ended = search(*words, "--lang", language, "--factors", plant(tmp_path))
    assert (ended.status, ended.err) == (0, "")
    assert_golden(f"factor-search.{language}.txt", ended.out.rstrip("\n"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_golden_of_a_search_that_finds_nothing(tmp_path: Path, language: str) -> None:
    options = ("--geography", "CN-SD", "--year", "2022", "--scope", "life-cycle")
    ended = search("quuxsteam", "boiler", *options, "--lang", language, "--factors", plant(tmp_path))
    assert (ended.status, ended.err) == (1, "")
    assert_golden(f"factor-search-nothing.{language}.txt", ended.out.rstrip("\n"))


def test_words_stand_in_any_order_in_either_language_and_in_any_width() -> None:
    assert found("combustion", "natural", "gas") == found("gas natural", "combustion")
    assert "cn-grid-co2.2022.sd" in found("山东", "电力")
    assert found("ＣＯ２", "燃烧") == found("co2", "燃烧")


def test_a_whole_word_comes_before_a_part_of_one_and_a_name_before_a_technology(tmp_path: Path) -> None:
    zork = {"kind": "process", "geography": "GLO", "value": "1", "unit": "kg/kg", "status": "verified"}
    names = (
        ("d", "Vessels", "with zorks"),
        ("c", "Zorkburners", ""),
        ("b", "Vessels", "with a zork"),
        ("a", "A zork", ""),
    )
    rows = [zork | {"id": f"plant.{letter}", "name": name, "technology": how} for letter, name, how in names]
    assert found("zork", "--factors", plant(tmp_path, *rows)) == ["plant.a", "plant.b", "plant.c", "plant.d"]
    assert found("乙烯")[0] == "ipcc2006.product.ethylene.carbon-mass"  # and not what is poly- or chloro-


def test_a_place_finds_what_it_lies_in_too_and_the_narrower_first() -> None:
    expected = ["CN-SD", "CN-GRID-NORTH", "CN", "GLO"]
    for place in ("CN-SD", "cn-sd", "Shandong", "山东", "山东省"):
        report = json.loads(search("electricity", "--geography", place, "--format", "json", "--limit", "99").out)
        places = [one["geography"] for one in report["factors"]]
        assert list(dict.fromkeys(places)) == expected
        assert places == sorted(places, key=expected.index)


def test_a_year_is_any_day_of_it_and_a_day_that_day(tmp_path: Path) -> None:
    own = ("--factors", plant(tmp_path))
    assert "plant.zorkburner" in found("zorkburners", "--year", "2025", *own)
    assert found("zorkburners", "--day", "2025-06-30", *own) == []
    assert "plant.zorkburner" in found("zorkburners", "--day", "2025-07-01", *own)
    assert "plant.steam.mass" in found("quuxsteam", "--year", "1990", *own), "without a period it stands for any"


def test_filters_are_known_by_their_values_and_by_their_names() -> None:
    once = found("电力", "--scope", "life_cycle")
    assert "cn-grid-footprint.2023" in once
    assert "cn-grid-co2.2023" not in once
    for name in ("life-cycle", "Life Cycle", "生命周期"):
        assert found("电力", "--scope", name) == once
    assert found("--kind", "heat", "--status", "verified") == found("--kind", "热力", "--status", "已核实")
    assert found("--series", "cn-grid-footprint") == ["cn-grid-footprint.2024", "cn-grid-footprint.2023"]


def test_what_is_left_out_is_counted() -> None:
    every = len(found("electricity"))
    ended = search("electricity", "--limit", "3")
    assert f"{every} factors, {every - 3} of them left out: --limit {every} shows all" in ended.squeezed
    assert json.loads(search("electricity", "--limit", "3", "--format", "json").out)["left_out"] == every - 3
    assert "left out" not in search("electricity", "--limit", every).out


def test_a_deprecated_row_says_what_to_use() -> None:
    assert "DEPRECATED, use product.ethane.carbon: Ethane" in search("cn-chemical-carbon.ethane").squeezed
    assert "已弃用，请改用 product.ethane.carbon" in search("cn-chemical-carbon.ethane", "--lang", "zh").out


@pytest.mark.parametrize(
    ("arguments", "helps"),
    [
        (("electricity", "zanzibar"), "without the word `zanzibar`: "),
        (("electrcity",), "no row has the word `electrcity`; did you mean `electricity`?"),
        (("electricity", "japan"), "`japan` is a place: --geography JP"),
        (("heat", "1997"), "`1997` is a year: --year 1997"),
        (("heat", "--geography", "JP", "--kind", "heat", "--status", "verified"), "for other places, GB: "),
        (("--series", "cn-grid-fotprint"), "did you mean `cn-grid-footprint`?"),
        (("cn-grid-footprint", "--day", "1990-01-01"), "in other periods, 2023, 2024: "),
        (("cn-grid-footprint", "--scope", "direct"), "with another scope, life cycle: "),
        (("xqzzy",), "no row has the word `xqzzy`"),
        (("--kind", "heat", "--geography", "JP", "--year", "1900", "--status", "verified", "--series", "x"), "Nothing"),
    ],
)
def test_where_nothing_is_found_it_says_what_would_be(arguments: tuple[str, ...], helps: str) -> None:
    ended = search(*arguments)
    assert (ended.status, ended.err) == (1, "")
    assert "No factor answers to all of this." in ended.out
    assert helps in ended.squeezed
    chinese = search(*arguments, "--lang", "zh")
    assert chinese.status == 1
    assert "没有符合全部条件的因子" in chinese.out
    assert json.loads(search(*arguments, "--format", "json").out)["factors"] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "search for what?"),
        ((" ",), "search for what?"),
        (("x", "--scope", "lifecycle"), "did you mean life_cycle?"),
        (("x", "--kind", "banana"), "it is one of fuel_combustion, "),
        (("x", "--status", ""), "it is one of verified, "),
        (("x", "--geography", "Chnia"), "did you mean China?"),
        (("x", "--geography", "江"), "no place is called so"),
        (("x", "--year", "23"), "write a year as 2023"),
        (("x", "--year", "２０２３"), "write a year as 2023"),
        (("x", "--day", "2023-02-30"), "write a day as 2023-06-01"),
        (("x", "--limit", "0"), "write a number from 1 on"),
        (("x", "--limit", "1e3"), "write a number from 1 on"),
    ],
)
def test_an_option_that_makes_no_sense_is_2(arguments: tuple[str, ...], told: str) -> None:
    ended = search(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert told in ended.err
    assert search(*arguments, "--lang", "zh").err != ended.err


# Show


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("id", ["plant.steam.2024", "plant.steam.mass", "plant.steam.old"])
def test_golden_of_a_row(tmp_path: Path, language: str, id: str) -> None:
    ended = footrule("factors", "show", id, "--lang", language, "--factors", plant(tmp_path))
    assert (ended.status, ended.err) == (0, "")
    assert_golden(f"factor-{id.removeprefix('plant.').replace('.', '-')}.{language}.txt", ended.out.rstrip("\n"))


def test_a_derivation_shows_its_parts_and_what_they_come_to() -> None:
    ended = footrule("factors", "show", "ipcc2006.diesel.co2-mass")
    assert "ipcc2006.diesel.ncv 43.0 TJ/kt" in ended.squeezed
    assert "comes to 3.1863 kg CO2/kg, which is what is printed" in ended.squeezed
    assert "molar_mass(C) 12.011 g/mol" in footrule("factors", "show", "product.ethane.carbon").squeezed


def test_a_wrong_derivation_is_shown_to_be_wrong(tmp_path: Path) -> None:
    for derivation, told in (
        ("plant.steam.2024 * 3", "WHICH IS NOT WHAT IS PRINTED"),
        ("plant.steam.2024 * nothing", "cannot be computed: `nothing` is no id"),
        ("plant.steam.2024 * 2 kg", "and the unit is kg CO2e/GJ"),
    ):
        twice = STEAM | {"id": "plant.two", "series": "plant.two", "conflicts_with": "", "derivation": derivation}
        own = plant(tmp_path, STEAM | {"conflicts_with": ""}, twice)
        assert told in footrule("factors", "show", "plant.two", "--factors", own).squeezed


def test_the_json_of_a_row_has_all_of_it(tmp_path: Path) -> None:
    ended = footrule("factors", "show", "plant.steam.2024", "--factors", plant(tmp_path), "--format", "json")
    row = json.loads(ended.out)
    assert (row["value"], row["unit"], row["place"]["zh"]) == ("98.5", "kg CO2e/GJ", "山东省")
    assert row["parts"] == {"CO2": "98.1", "CH4": "0.1", "N2O": "0.3"}
    assert row["uncertainty"] == {"low": "95.0", "high": "102", "range": "95 %"}
    assert [*row["source"].values()] == ["Factors of a plant", 2025, "Sheet 3", "p. 4", "for the plant alone"]
    assert (row["of_table"]["obtained"], row["of_table"]["ships"]) == ("measured by the plant", False)
    assert [(one["id"], one["difference"]) for one in row["conflicts"]] == [("plant.steam-meter.2024", "-10.45 %")]
    assert [(one["id"], one["change"]) for one in row["over_time"]] == [
        ("plant.steam.2023", None),
        ("plant.steam.2024", "-2.475 %"),
    ]
    row = json.loads(footrule("factors", "show", "product.ethane.carbon", "--format", "json").out)
    assert row["derived"]["agrees"] is True
    assert {"written": "molar_mass(C)", "value": "12.011", "unit": "g/mol"} in row["derived"]["parts"]


def test_other_sets_are_no_change_over_time(tmp_path: Path) -> None:
    sound = STEAM | {"conflicts_with": ""}
    before = sound | {"id": "plant.before", "valid_from": "", "valid_until": "2023-12-31", "gwp_set": "AR5"}
    ended = footrule("factors", "show", "plant.before", "--factors", plant(tmp_path, sound, before))
    assert "until 2023 98.5 kg CO2e/GJ this row 2024 98.5 kg CO2e/GJ plant.steam.2024" in ended.squeezed


def test_a_misspelt_id_is_2_with_the_nearest(tmp_path: Path) -> None:
    ended = footrule("factors", "show", "cn-grid-fotprint.2023")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err == "footrule: no factor is called cn-grid-fotprint.2023; did you mean cn-grid-footprint.2023?\n"
    assert (
        "是否指 plant.steam.2024？"
        in footrule("factors", "show", "plnt.steam.2024", "--lang", "zh", "--factors", plant(tmp_path)).err
    )
    assert footrule("factors", "show", "xqzzy").err == "footrule: no factor is called xqzzy\n"


def test_a_series_is_shown_by_its_rows() -> None:
    ended = footrule("factors", "show", "cn-grid-footprint")
    assert (ended.status, ended.err) == (0, "")
    assert "cn-grid-footprint.2023" in ended.out
    assert "cn-grid-footprint.2024" in ended.out


# List


def test_the_tables_are_listed_with_their_provenance(tmp_path: Path) -> None:
    ended = footrule("factors", "list", "--factors", plant(tmp_path))
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(f"plant ({len(ROWS)} factors, yours)\n  Factors of a plant\n")
    assert "cn-heat (1 factor, ships with footrule)" in ended.out
    assert "电力碳足迹" in footrule("factors", "list", "--lang", "zh").out
    tables = json.loads(footrule("factors", "list", "--format", "json", "--factors", tmp_path).out)
    assert {name: tables[0][name] for name in ("name", "ships", "factors", "licence", "obtained")} == {
        "name": "plant",
        "ships": False,
        "factors": len(ROWS),
        "licence": "for the plant alone",
        "obtained": "measured by the plant",
    }
    assert re.fullmatch(r"[0-9a-f]{64}", tables[0]["sha256"])


# Hostile words, pipes and terminals


@pytest.mark.parametrize(
    "word",
    [
        "\x1b[31mred",
        "\udcff\udcfe",
        "'; DROP TABLE factors; --",
        "%_%",
        "{0}{n}",
        "\x00",
        "\u202eabc",
        "x" * 100_000,
        "*",
    ],
)
def test_hostile_words_find_nothing_and_reach_no_terminal(word: str) -> None:
    commands: tuple[tuple[str, ...], ...] = (
        ("search", word),
        ("search", "electricity", word),
        ("show", word),
        *(("search", "x", option, word) for option in ("--geography", "--scope", "--year", "--series", "--limit")),
    )
    for command in commands:
        for form in ("text", "json"):
            ended = footrule("factors", *command, "--format", form)
            assert ended.status in (1, 2)
            assert FORBIDDEN.search(ended.out + ended.err) is None


def test_very_many_words_are_looked_for() -> None:
    ended = search(*map(str, range(3000)))
    assert (ended.status, ended.err) == (1, "")
    name = "Electricity of the national grid, average without market-traded non-fossil power"
    assert found(name, "kg", "cn-grid-co2-residual") == []
    assert len(found(name, "grid", "cn-grid-co2-residual", "2022")) == 1


def test_texts_of_a_table_reach_no_terminal_unseen(tmp_path: Path) -> None:
    bad = "\x1b[31m\u202e{0}"
    texts = dict.fromkeys(("name", "name_zh", "sector", "range", "boundary", "technology", "note", "source_table"), bad)
    own = plant(tmp_path, STEAM | texts | {"conflicts_with": ""}, name="plant")
    for command in (("show", "plant.steam.2024"), ("search", "plant.steam"), ("list",)):
        for language in ("en", "zh"):
            ended = footrule("factors", *command, "--lang", language, "--factors", own)
            assert ended.status == 0
            assert FORBIDDEN.search(ended.out) is None


def test_a_reader_that_has_seen_enough_ends_the_run() -> None:
    with subprocess.Popen(
        [*START, "factors", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@needs_a_terminal
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "words", [("search", "electricity"), ("show", "cn-chemical-carbon.ethane"), ("list",), ("search", "heat", "1997")]
)
def test_every_line_fits_a_narrow_terminal(language: str, words: tuple[str, ...]) -> None:
    plain = on_a_terminal(["factors", *words, "--lang", language], {"COLUMNS": "40", "NO_COLOR": "1"})
    assert "\x1b" not in plain
    assert max(map(cells, plain.splitlines())) <= 40
    assert "\x1b[1m" in on_a_terminal(["factors", *words, "--lang", language], {"COLUMNS": "40"}) or "1997" in words


def test_it_needs_no_cache_and_no_home(tmp_path: Path) -> None:
    env = {"FOOTRULE_CACHE": "/dev/null/cache", "HOME": "", "XDG_CACHE_HOME": ""}
    ended = process("factors", "show", "cn-grid-footprint.2023", env=env, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert list(tmp_path.iterdir()) == []
