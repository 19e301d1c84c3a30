"""`footrule factors check` and `template`, and `--factors`: tables of one's own, read by the code that reads ours."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.ends.command import Ended, footrule, process, written
from tests.ends.factor_tables import ROWS, STEAM, plant, table
from tests.ends.test_factors import FORBIDDEN
from tests.house.checkout import ROOT

ALONE = STEAM | {"conflicts_with": ""}


def check(*arguments: object) -> Ended:
    return footrule("factors", "check", *arguments)


# Check


def test_the_tables_that_ship_are_clean() -> None:
    ended = check(ROOT / "factors")
    assert (ended.status, ended.err) == (0, "")
    tables = sorted((ROOT / "factors").glob("*.csv"))
    assert ended.out.count(" no mistakes\n") == len(tables) - 1
    assert f"{ROOT / 'factors' / 'geography.csv'}: places, and no factors\n" in ended.out
    assert "ships with footrule" not in ended.out


def test_a_sound_table_has_a_closing_line_and_remarks(tmp_path: Path) -> None:
    own = plant(tmp_path)
    ended = check(own)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        f"{own}:13: warning: without a Chinese name: lines 13, 14",
        f"{own}:13: warning: without the table of the source: lines 13, 14",
        f"{own}:11: warning: provisional: lines 11, 13",
        f"{own}: {len(ROWS)} factors, no mistakes",
    ]
    assert check("--lang", "zh", own).out.splitlines()[-1] == f"{own}：{len(ROWS)} 个因子，没有错误"
    assert check(plant(tmp_path, ALONE)).out == f"{own}: 1 factor, no mistakes\n"


def test_many_lines_are_told_by_the_first_of_them(tmp_path: Path) -> None:
    rows = [ALONE | {"id": f"plant.{number}", "series": "", "name_zh": ""} for number in range(12)]
    assert "without a Chinese name: lines 9, 10, 11, 12, 13 and 7 more\n" in check(plant(tmp_path, *rows)).out


MISTAKES: dict[str, tuple[dict[str, str], str]] = {
    "a decimal comma": ({"value": "98,5"}, "value: 98,5 has a decimal comma; write 98.5"),
    "another unit": ({"unit": "kg CO2-Eq/GJ"}, "`kg CO2-Eq/GJ` is no unit"),
    "another place": ({"geography": "RER"}, "geography: `RER` is not known"),
    "a wrong CAS number": ({"cas": "74-85-2"}, "its check digit is wrong"),
    "parts": ({"parts": "CO2=1"}, "the parts add up to 1, and the value is 98.5"),
    "an unknown conflict": ({"conflicts_with": "plant.nothing"}, "there is no row plant.nothing"),
    "an id that ships": ({"id": "cn-grid-footprint.2023"}, "is one of the tables that ship"),
    "a wrong derivation": ({"derivation": "2 * cn-heat.purchased"}, "and the unit is kg CO2e/GJ"),
    "another value": (
        {"derivation": "98.6 kg CO2e/GJ * 1"},
        "comes to 98.6 kg CO2e/GJ, and 98.5 kg CO2e/GJ is printed",
    ),
    "a part that is not there": ({"derivation": "plant.nothing * 2"}, "`plant.nothing` is no id"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_1_with_its_file_and_line(tmp_path: Path, name: str) -> None:
    change, told = MISTAKES[name]
    own = plant(tmp_path, ALONE | {"id": "plant.sound", "series": ""}, ALONE | change)
    ended = check(own)
    assert (ended.status, ended.err) == (1, "")
    first, *_, closing = ended.out.splitlines()
    assert first.startswith(f"{own}:10: ")
    assert told in first
    assert closing == f"{own}: 1 mistake"
    chinese = check("--lang", "zh", own)
    assert chinese.status == 1
    assert chinese.out.splitlines()[0] != first
    assert chinese.out.splitlines()[-1] == f"{own}：1 处错误"


def test_a_derivation_may_rest_on_rows_that_ship(tmp_path: Path) -> None:
    derived = ALONE | {
        "unit": "kg CO2/GJ",
        "gas": "CO2",
        "gwp_set": "",
        "parts": "",
        "low": "",
        "high": "",
        "scope": "direct",
    }
    row = derived | {"value": "110", "derivation": "cn-heat.purchased * 1"}
    assert check(plant(tmp_path, row)).status == 0


def test_tables_are_looked_through_together(tmp_path: Path) -> None:
    first = plant(tmp_path, STEAM, name="one")
    second = plant(tmp_path, STEAM | {"id": "plant.steam-meter.2024", "conflicts_with": "plant.steam.2024"}, name="two")
    ended = check(first)
    assert (ended.status, f"{first}:9: conflicts_with: there is no row" in ended.out) == (1, True)
    assert (check(tmp_path).status, check(second, first, first).status) == (0, 0)
    twice = plant(tmp_path, STEAM, name="two")
    ended = check(first, twice)
    assert f"{twice}:9: id: plant.steam.2024 stands at {first}:9 already" in ended.out


def test_where_one_has_a_mistake_the_others_are_told_apart_from_it(tmp_path: Path) -> None:
    sound = plant(tmp_path, ALONE, name="sound")
    broken = plant(tmp_path, *(ALONE | {"value": "x", "id": f"plant.{number}"} for number in range(200)), name="broken")
    ended = check(sound, broken)
    assert ended.status == 1
    assert f"{sound}: no mistakes in its rows (1); how they stand beside the other tables is seen" in ended.out
    assert ended.out.endswith(f"{broken}: 100 mistakes or more\n")


def test_a_table_of_ours_being_worked_on_is_looked_through_in_its_place(tmp_path: Path) -> None:
    text = (ROOT / "factors" / "cn-heat.csv").read_text(encoding="utf-8")
    own = written(tmp_path, "cn-heat.csv", text)
    assert "ships with footrule" not in check(own).out, "it is that table"
    own = written(tmp_path, "cn-heat.csv", text.replace(",0.11,", ",0.12,"))
    ended = check(own)
    assert ended.status == 0
    assert f"{own}: warning: a table of this name ships with footrule and was left out here" in ended.out
    refused = footrule("factors", "list", "--factors", own)
    assert (refused.status, "is one of the tables that ship" in refused.err) == (2, True)


def test_json_has_every_mistake_and_remark(tmp_path: Path) -> None:
    own = plant(tmp_path)
    told = json.loads(check("--format", "json", own).out)
    assert told[-1] == {
        "severity": "warning", "file": str(own), "line": 11, "message": "provisional: lines 11, 13", "rows": 2
    }  # fmt: skip
    own = plant(tmp_path, ALONE | {"value": "98,5"})
    (error,) = json.loads(check("--format", "json", own).out)
    assert (error["severity"], error["line"]) == ("error", 9)
    assert json.loads(check("--format", "json", plant(tmp_path, ALONE)).out) == []
    assert json.loads(check("--format", "json", tmp_path / "nowhere").out) == []


def test_github_is_one_command_a_line_with_its_values_escaped(tmp_path: Path) -> None:
    own = plant(tmp_path, ALONE | {"value": "98,5", "high": "100%"}, name="a, b")
    line, *_ = check("--format", "github", own).out.splitlines()
    assert line.startswith("::error file=")
    assert "a%2C b.csv,line=9::value: 98,5 has a decimal comma; write 98.5" in line
    assert "::warning file=" in check("--format", "github", plant(tmp_path)).out
    assert ",line=1::" in check("--format", "github", written(tmp_path, "empty.csv", "")).out


# What cannot be read


@pytest.fixture
def unreadable(tmp_path: Path) -> Path:
    """A folder with much that is no table."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "inner" / "deeper.csv").mkdir(parents=True)
    (tmp_path / "dangling.csv").symlink_to("nowhere")
    written(tmp_path, "book.csv", b"PK\x03\x04 and so on")
    with (tmp_path / "huge.csv").open("wb") as stream:
        stream.truncate(3 * 2**30)
    return tmp_path


NO_TABLES = {
    "empty": "there is no table (*.csv) in this folder",
    "missing.csv": "there is no such file",
    "dangling.csv": "there is no such file",
    "inner": "this is no file",
    "book.csv": "this is a workbook; save the sheet as CSV (UTF-8)",
    "huge.csv": "larger than 2 GiB",
    "x" * 5000: "cannot be read",
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table_is_2_and_does_not_stop_the_others(unreadable: Path, name: str) -> None:
    own = plant(unreadable, ALONE)
    ended = check(unreadable / name, own)
    assert ended.status == 2
    assert NO_TABLES[name] in ended.err
    assert ended.out == f"{own}: 1 factor, no mistakes\n"
    for command in (("search", "x"), ("show", "x"), ("list",)):
        refused = footrule("factors", *command, "--factors", unreadable / name, "--lang", "zh")
        assert (refused.status, refused.out, len(refused.err.splitlines())) == (2, "", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_devices_and_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for name in ("/dev/zero", tmp_path / "pipe.csv"):
        ended = check(name)
        assert (ended.status, "this is no file" in ended.err) == (2, True)


BROKEN: dict[str, str | bytes] = {
    "empty": "",
    "no table": "hello\n",
    "no text": table().encode().replace(b"boiler", b"\xff\xfe"),
    "UTF-16": table().encode("utf-16"),
    "GBK": table().encode("gb18030"),
    "an open quotation mark": table().replace('"gas boiler"', '"gas boiler'),
    "a column that is not": table().replace("technology", "technolgy"),
    "no heads": table().partition("id,")[0],
    "a zero byte": table().replace("Sheet 3", "\x00"),
    "escape sequences": table().replace("heat", "\x1b[31m\u202e"),
    "a long field": table().replace("Sheet 3", "x" * 200_000),
    "another name": table(name="other"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_whatever_a_table_holds_is_told_and_no_fault(tmp_path: Path, name: str) -> None:
    own = written(tmp_path, "plant.csv", BROKEN[name])
    for language in ("en", "zh"):
        for form in ("text", "json", "github"):
            ended = check("--lang", language, "--format", form, own)
            assert (ended.status, ended.err) == (1, "")
            assert FORBIDDEN.search(ended.out) is None
        refused = footrule("factors", "list", "--lang", language, "--factors", own)
        assert (refused.status, "plant.csv" in refused.err) == (2, True)
        assert FORBIDDEN.search(refused.err) is None


@pytest.mark.parametrize("name", ["with space", "数据", "two\nlines", "\x1b[31mred", "quote\"'", "%s{0}", "-dash"])
def test_a_table_may_have_any_name(tmp_path: Path, name: str) -> None:
    own = plant(tmp_path, ALONE, name=name)
    ended = check(own)
    assert (ended.status, ended.err) == (1 if "\n" in name else 0, "")
    assert FORBIDDEN.search(ended.out) is None


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    name = b"gb-\xd2\xd2.csv".decode(errors="surrogateescape")
    plant(tmp_path, ALONE).rename(tmp_path / name)
    for command in (("check", name), ("check", "--format", "json", "."), ("list", "--factors", ".")):
        ended = process("factors", *command, cwd=tmp_path)
        assert (ended.returncode, b"Traceback" in ended.stderr) == (2 if "list" in command else 1, False)
        assert b"udcd2" in ended.stdout + ended.stderr


# Used beside what ships


def test_files_and_folders_add_to_what_ships(tmp_path: Path) -> None:
    own = plant(tmp_path, name="PLANT").rename(tmp_path / "PLANT.CSV")
    written(tmp_path, ".hidden.csv", "no table")
    places = (ROOT / "factors" / "geography.csv").read_bytes()
    written(tmp_path, "geography.csv", b"\xef\xbb\xbf" + places.replace(b"\n", b"\r\n"))
    other = plant(tmp_path, ALONE | {"id": "other.steam", "series": ""}, name="other")
    for options in ((own, other), (tmp_path,), (tmp_path, own, other)):
        added = [word for one in options for word in ("--factors", one)]
        names = [one["name"] for one in json.loads(footrule("factors", "list", "--format", "json", *added).out)]
        assert sorted(names[:2]) == ["PLANT", "other"]
        assert "cn-heat" in names


def test_a_table_that_is_refused_is_told_line_by_line_and_not_used(tmp_path: Path) -> None:
    own = plant(tmp_path, *(ALONE | {"id": f"plant.{number}", "value": ""} for number in range(20)))
    ended = footrule("factors", "search", "electricity", "--factors", own)
    assert (ended.status, ended.out) == (2, "")
    lines = ended.err.splitlines()
    assert lines[0] == f"footrule: {own}:9: value is empty: a row that has no value is left out"
    assert (len(lines), lines[-1]) == (11, "footrule: 10 more: `footrule factors check` tells them")


def test_two_tables_of_one_name_are_not_taken(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    here, there = plant(tmp_path, ALONE), plant(tmp_path / "there", ALONE | {"id": "plant.there", "series": ""})
    for ended in (check(here, there), footrule("factors", "list", "--factors", here, "--factors", there)):
        assert (ended.status, ended.out) == (2, "")
        assert f"{there}: a table of that name is {here} already" in ended.err


# A table to begin with


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [(), ("my-database",), ("a.b_c.csv",)])
def test_the_template_is_in_order(tmp_path: Path, language: str, name: tuple[str, ...]) -> None:
    ended = footrule("factors", "template", *name, "--lang", language)
    assert (ended.status, ended.err) == (0, "")
    file = (name[0].removesuffix(".csv") if name else "mine") + ".csv"
    own = written(tmp_path, file, ended.out)
    assert check(own).out == f"{own}: 1 factor, no mistakes\n"


@pytest.mark.parametrize("name", ["", "My Table", "两", "a\nb", "\x1b[31m", "x" * 100, "../up", "\udcff"])
def test_a_template_has_a_plain_name(name: str) -> None:
    ended = footrule("factors", "template", name)
    assert (ended.status, ended.out) == (2, "")
    assert FORBIDDEN.search(ended.err) is None
