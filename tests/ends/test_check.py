"""`footrule check`: what may be handed in and how, and what comes out."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest

from footrule.report.to_json import schema_text
from tests.ends import footprints
from tests.ends.command import START, Ended, check, checked, footrule, process, written
from tests.ends.terminal import needs_a_terminal, on_a_terminal

SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_text()))
GOOD, BAD = footprints.conforming(), footprints.nonconforming()


def event(*documents: footprints.Document) -> footprints.Document:
    """A PACT event that carries footprints."""
    return {
        "type": "org.wbcsd.pact.ProductFootprint.RequestFulfilledEvent.3",
        "specversion": "1.0",
        "id": "e1",
        "source": "//example.org/events",
        "time": "2026-03-01T00:00:00Z",
        "data": {"requestEventId": "e0", "pfs": list(documents)},
    }


def lines(*documents: object) -> str:
    """A file of lines."""
    return "".join(footprints.text(one, None) + "\n" for one in documents)


ENVELOPES = {
    "bare": (footprints.text(GOOD), ["conforming"]),
    "list": (footprints.text([GOOD, BAD]), ["conforming", "nonconforming"]),
    "answer of a host": (footprints.text({"data": [GOOD, BAD]}), ["conforming", "nonconforming"]),
    "answer with one": (footprints.text({"data": BAD}), ["nonconforming"]),
    "event": (footprints.text(event(GOOD, BAD)), ["conforming", "nonconforming"]),
    "list of events": (footprints.text([event(BAD), event(GOOD)]), ["nonconforming", "conforming"]),
    "lines": (lines(GOOD, BAD), ["conforming", "nonconforming"]),
    "lines of everything": (lines(GOOD, [BAD], {"data": [GOOD]}, event(BAD)), ["conforming", "nonconforming"] * 2),
    "lines, one of them bad": (lines(GOOD) + "{\n" + lines(BAD), ["conforming", "unreadable", "nonconforming"]),
    "one stray in a list": (footprints.text([GOOD, 7, BAD]), ["conforming", "unreadable", "nonconforming"]),
}


@pytest.mark.parametrize("name", ENVELOPES)
@pytest.mark.parametrize("through", ["a file", "standard input"])
def test_footprints_are_found_whatever_they_travel_in(tmp_path: Path, name: str, through: str) -> None:
    content, verdicts = ENVELOPES[name]
    if through == "a file":
        ended = checked(written(tmp_path, "one.json", content))
    else:
        ended = checked("-", stdin=content.encode())
        assert {one["submission"]["file"] for one in ended.report} == {"standard input"}
    assert (ended.verdicts, ended.err) == (verdicts, "")
    SCHEMA.validate(ended.report)


def test_every_line_of_a_file_of_lines_has_its_own_place(tmp_path: Path) -> None:
    ended = checked(written(tmp_path, "many.ndjson", lines(GOOD, BAD, BAD)))
    places = [
        one["element"]["line"]
        for assessment in ended.report
        for one in assessment["findings"]
        if one["outcome"] == "nonconforming"
    ]
    assert places == [2, 3]


def test_both_versions_of_the_format_are_read(tmp_path: Path) -> None:
    ended = checked(written(tmp_path, "two.json", [footprints.pact3(), footprints.pact2()]))
    assert [one["submission"]["format"] for one in ended.report] == ["PACT 3.0.0", "PACT 2.3.0"]
    assert ended.verdicts == ["undetermined"] * 2


def test_standard_input_is_closed(tmp_path: Path) -> None:
    ended = process(start=["bash", "-c", f"'{sys.executable}' -c '{START[2]}' check - --format json <&-"])
    assert ended.returncode == 2
    assert json.loads(ended.stdout)[0]["findings"][0]["rule"]["id"] == "I0003"


def test_standard_input_may_stand_among_files_once_and_is_empty_the_second_time(tmp_path: Path) -> None:
    file = written(tmp_path, "one.json", GOOD)
    ended = checked(file, "-", file, "-", stdin=footprints.text(BAD).encode())
    assert ended.verdicts == ["conforming", "nonconforming", "conforming", "unreadable"]


# What is applied


def test_a_standard_is_applied_once_however_often_it_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, "one.json", GOOD)
    once, twice = checked(file), checked(file, "--standard", "pact", "--standard", "pact@1")
    assert [one["id"] for one in twice.report[0]["standards"]] == ["pact"]
    assert twice.report == once.report


@pytest.mark.parametrize("asked", ["pact", "pact@1", "pact@1.0", "pact@1.0.0"])
def test_a_version_may_be_named_in_part(tmp_path: Path, asked: str) -> None:
    ended = footrule("check", "--standard", asked, "--format", "json", written(tmp_path, "one.json", GOOD))
    assert [(one["id"], one["version"]) for one in ended.report[0]["standards"]] == [("pact", "1.0.0")]
    assert ended.status == 0


@pytest.mark.parametrize(
    ("asked", "en", "zh"),
    [
        ("pakt", "did you mean pact?", "是否指 pact"),
        ("nothing-like-it", "installed are", "已安装"),
        ("pact@2", "there is no pact@2; installed are pact@1.0.0", "没有 pact@2"),
        ("pact@", "there is no pact@; installed are pact@1.0.0", "没有 pact@"),
        ("pact@1.0.0.0", "there is no pact@1.0.0.0", "没有 pact@1.0.0.0"),
        ("\x1b[31mpact", "there is no \\x1b[31mpact", "没有 \\x1b[31mpact"),
    ],
)
def test_an_unknown_standard_is_told_before_anything_is_read(asked: str, en: str, zh: str) -> None:
    for language, words in (("en", en), ("zh", zh)):
        ended = footrule("check", "--standard", asked, "--lang", language, "nowhere.json")
        assert (ended.status, ended.out) == (2, "")
        assert words in ended.err
        assert len(ended.err.splitlines()) == 1


def test_the_day_is_the_one_that_was_asked_for(tmp_path: Path) -> None:
    file = written(tmp_path, "one.json", GOOD)
    assert [one["as_of"] for one in checked(file).report] == ["2026-11-23"]
    assert "2026-11-23" in check(file).out


def test_the_day_is_today_unless_one_is_asked_for(tmp_path: Path) -> None:
    ended = footrule("check", "--format", "json", written(tmp_path, "one.json", GOOD))
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", ended.report[0]["as_of"])


# The footprint before


def same_id_changed(tmp_path: Path, predecessor: object) -> Ended:
    """A check of the good footprint against a predecessor."""
    return checked(written(tmp_path, "new.json", GOOD), "--predecessor", written(tmp_path, "old.json", predecessor))


def test_a_predecessor_with_the_same_id_must_have_the_same_content(tmp_path: Path) -> None:
    changed = footprints.verified(footprints.pact3(fossilCarbonContent="2.01"))
    assert same_id_changed(tmp_path, changed).status == 1
    assert same_id_changed(tmp_path, GOOD | {"status": "Deprecated"}).status == 0


@pytest.mark.parametrize("content", ["", "{", "[]", "7", b"\xff"])
def test_a_predecessor_that_cannot_be_read_is_told_with_its_place_and_nothing_is_assessed(
    tmp_path: Path, content: str | bytes
) -> None:
    file = written(tmp_path, "old.json", content)
    ended = checked(written(tmp_path, "new.json", GOOD), "--predecessor", file)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"footrule: {file}:1:")


def test_a_predecessor_comes_from_a_file(tmp_path: Path) -> None:
    ended = checked(written(tmp_path, "new.json", GOOD), "--predecessor", "-")
    assert (ended.status, ended.out) == (2, "")
    assert "--predecessor: name a file" in ended.err


# The report


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_json_report_keeps_to_its_schema(tmp_path: Path, language: str) -> None:
    files = [
        written(tmp_path, "a.json", GOOD),
        written(tmp_path, "b.json", "{"),
        written(tmp_path, "c.json", footprints.pact2()),
        tmp_path / "missing.json",
    ]
    SCHEMA.validate(checked("--lang", language, *files).report)


def test_chinese_reports_are_chinese(tmp_path: Path) -> None:
    ended = check("--lang", "zh", written(tmp_path, "one.json", BAD))
    assert ended.out.startswith("不符合")
    assert "PACT-C05" in ended.out
    assert "评价日期" in ended.out
    assert not re.search(r"nonconform|because|clause|line \d", ended.out)


def test_the_report_is_the_same_in_every_run(tmp_path: Path) -> None:
    file = written(tmp_path, "one.json", [BAD, GOOD, footprints.pact2()])
    words = ("check", file, "--standard", "pact", "--format", "json")
    runs = {process(*words, env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "1", "2")}
    assert len(runs) == 1


@needs_a_terminal
@pytest.mark.parametrize(
    ("changes", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
def test_colours_are_for_terminals_that_want_them(tmp_path: Path, changes: dict[str, str], coloured: bool) -> None:
    file = written(tmp_path, "one.json", BAD)
    out = on_a_terminal(["check", str(file), "--standard", "pact"], {"COLUMNS": "60"} | changes)
    assert ("\x1b[" in out) is coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert max(len(line) for line in plain.splitlines()) <= 60
    assert "NONCONFORMING" in plain


def test_there_are_no_colours_in_a_file(tmp_path: Path) -> None:
    assert b"\x1b" not in process("check", written(tmp_path, "one.json", BAD), "--standard", "pact").stdout
