"""Whatever is handed in gets one clear message with its place, and never stops what comes after it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.ends import footprints
from tests.ends.command import check, checked, footrule, process, written

GOOD = footprints.text(footprints.conforming())
LINE = GOOD[: GOOD.index('"4.50"')].count("\n") + 1


def with_fossil(value: str) -> str:
    """The good document with another text for `"4.50"`, which stands in `LINE` from column 27 on."""
    return GOOD.replace('"4.50"', value)


BAD_BYTES: dict[str, tuple[str | bytes, str, int, int, str, str]] = {
    "no JSON": ("hello there", "I0008", 1, 1, "hello stands here", "hello"),
    "a web page": ("<!DOCTYPE html>", "I0008", 1, 1, "log-in page", "登录页面"),
    "a workbook": (b"PK\x03\x04\xff\xff", "I0008", 1, 1, "Excel", "Excel"),
    "cut off": (GOOD[: GOOD.index('"4.50"') + 3], "I0007", LINE, 30, "not closed", "没有闭合"),
    "GBK": (GOOD.encode("gb18030"), "I0006", 15, 41, "UTF-8", "GB18030"),
    "UTF-16": (GOOD.encode("utf-16"), "I0006", 1, 1, "UTF-16", "UTF-16"),
    "a key twice": (with_fossil('"1", "fossilGhgEmissions": "2"'), "I0010", LINE, 32, "occurs twice", "两次"),
    "NaN": (with_fossil("NaN"), "I0009", LINE, 27, "NaN", "NaN"),
    "minus Infinity": (with_fossil("-Infinity"), "I0009", LINE, 27, "-Infinity", "-Infinity"),
    "an underscore": (with_fossil("1_0"), "I0008", LINE, 27, "1_0 is not a JSON number", "1_0"),
    "full-width digits": (with_fossil("１０"), "I0008", LINE, 27, "full-width digits", "全角数字"),
    "too deep": ("[" * 10_000 + "]" * 10_000, "I0011", 1, 101, "more than 100 levels", "100 层"),
    "too deep within": (with_fossil('{"a":' * 10_000 + "1" + "}" * 10_000), "I0011", LINE, 517, "100 levels", "100 层"),
    "nothing": (b"", "I0005", 1, 1, "0 bytes", "0 字节"),
    "white space": (b" \n\t\n ", "I0005", 1, 1, "white space", "空白"),
    "only a byte order mark": (b"\xef\xbb\xbf", "I0005", 1, 1, "white space", "空白"),
    "a zero byte": (b"\x00", "I0008", 1, 1, "\\u0000", "\\u0000"),
    "a number": ("42", "I0012", 1, 1, "the number 42", "42"),
    "another object": ('{"a": 1}', "I0012", 1, 1, "a footprint is an object with a pcf", "pcf"),
    "an empty list": ("[]", "I0012", 1, 1, "list of footprints is empty", "空"),
    "no version": ('{"pcf": {}}', "I0114", 1, 1, "specVersion", "specVersion"),
}


@pytest.mark.parametrize("name", BAD_BYTES)
def test_what_cannot_be_read_is_told_with_file_line_and_column(tmp_path: Path, name: str) -> None:
    content, kind, line, column, en, zh = BAD_BYTES[name]
    file = written(tmp_path, "bad.json", content)
    ended = checked(file)
    assert (ended.status, ended.err, ended.verdicts) == (2, "", ["unreadable"])
    (finding,) = ended.report[0]["findings"]
    place = finding["element"]
    assert (finding["rule"]["id"], place["line"], place["column"]) == (kind, line, column)
    assert en in finding["message"]
    assert checked("--lang", "zh", file).report[0]["findings"][0]["message"] != finding["message"]
    assert zh in checked("--lang", "zh", file).report[0]["findings"][0]["message"]
    told = check(file)
    assert (told.status, told.err) == (2, "")
    assert f"bad.json:{line}:{column}" in told.out.replace("\n", "").replace(" ", "")
    assert kind in told.out


NO_FILES = {"missing.json": "I0001", "folder": "I0002", "x" * 3000: "I0003"}


@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_file_is_told_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    ended = checked(tmp_path / name)
    assert (ended.status, ended.err, ended.verdicts) == (2, "", ["unreadable"])
    submission = ended.report[0]["submission"]
    assert (submission["file"], submission["id"], submission["sha256"]) == (str(tmp_path / name), None, None)
    assert ended.report[0]["findings"][0]["rule"]["id"] == NO_FILES[name]
    assert "UNREADABLE" in check(tmp_path / name).out


STANDARDS = {
    "gas.pcrpack": (b"PK\x03\x04\xff\xff", "This is a pack of standards", "这是标准包"),
    "gas.pcr": (b'standard gas 1.0.0\n  title "Gas"\n', "This is the text of a standard", "这是标准文本"),
}


@pytest.mark.parametrize("name", STANDARDS)
def test_a_standard_that_is_named_as_a_submission_is_told_where_to_name_it(tmp_path: Path, name: str) -> None:
    content, en, zh = STANDARDS[name]
    file = written(tmp_path, name, content)
    for language, words in (("en", en), ("zh", zh)):
        ended = checked(file, "--lang", language)
        (finding,) = ended.report[0]["findings"]
        assert (ended.status, ended.verdicts, finding["rule"]["id"]) == (2, ["unreadable"], "I0008")
        assert words in finding["message"] and "--standard" in finding["message"]
        assert words in footrule("compute", file, "--lang", language).err


def test_a_footprint_may_be_called_whatever_one_likes(tmp_path: Path) -> None:
    assert checked(written(tmp_path, "gas.pcr", GOOD)).verdicts == ["conforming"]


@pytest.mark.parametrize("arguments", [(), ("--format", "json"), ("--lang", "zh"), ("--detail",)])
def test_bad_files_do_not_stop_the_others(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    files: list[Path] = [tmp_path / "missing.json", tmp_path]
    for number, (content, *_) in enumerate(BAD_BYTES.values()):
        files += [written(tmp_path, f"bad{number}.json", content), written(tmp_path, f"good{number}.json", GOOD)]
    ended = check(*arguments, *files)
    assert (ended.status, ended.err) == (2, "")
    for number in range(len(BAD_BYTES)):
        assert f"good{number}.json" in ended.out
        assert f"bad{number}.json" in ended.out
    if "json" in arguments:
        assert ended.verdicts == ["unreadable"] * 2 + ["unreadable", "conforming"] * len(BAD_BYTES)


def test_a_document_of_500_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    """A sparse file takes no room on the disk; its size shows before anything is read."""
    file = tmp_path / "huge.json"
    with file.open("wb") as stream:
        stream.write(b'{"pcf": ')
        stream.truncate(500 * 2**20)
    ended = checked(file, written(tmp_path, "good.json", GOOD))
    assert (ended.status, ended.verdicts) == (2, ["unreadable", "conforming"])
    finding = ended.report[0]["findings"][0]
    assert finding["rule"]["id"] == "I0004"
    assert "500.0 MiB" in finding["message"]


def test_a_line_of_100_megabytes_does_not_stop_the_lines_after_it(tmp_path: Path) -> None:
    line = footprints.text(footprints.conforming(), None).encode()
    file = tmp_path / "huge.ndjson"
    with file.open("wb") as stream:
        stream.write(line + b"\n")
        stream.seek(100 * 2**20)
        stream.write(b"\n" + line)
    ended = checked(file)
    assert (ended.status, ended.verdicts) == (2, ["conforming", "unreadable", "conforming"])
    assert (ended.report[1]["findings"][0]["rule"]["id"], ended.report[1]["findings"][0]["element"]["line"]) == (
        "I0004",
        2,
    )


# What is JSON, and wrong all the same, is a finding


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ('"banana"', "I0104"),
        ('"1_0"', "I0104"),
        ('"１０"', "I0104"),
        ('"NaN"', "I0104"),
        ('"1e9999999"', "I0104"),
        ("1e9999999", "I0104"),
        ('"1,5"', "I0104"),
        ('" 1"', "I0104"),
        (f'"{"9" * 41}"', "I0104"),
        (f'"{"9" * 5000}"', "I0104"),
        ("4.50", "I0105"),
        ("true", "I0103"),
        ("[4.50]", "I0103"),
        ('{"value": "4.50"}', "I0103"),
        ('""', "I0104"),
        ("null", "I0102"),
    ],
)
def test_a_wrong_number_is_a_finding_at_its_place(tmp_path: Path, value: str, kind: str) -> None:
    ended = checked(written(tmp_path, "one.json", with_fossil(value)))
    assert (ended.status, ended.verdicts) == (1, ["nonconforming"])
    (finding,) = [one for one in ended.report[0]["findings"] if one["rule"]["id"].startswith("I")]
    assert finding["rule"]["id"] == kind
    assert finding["element"] == {"pointer": "/pcf/fossilGhgEmissions", "line": LINE, "column": 5, "byte": None}
    assert len(finding["message"]) < 500


def test_rules_that_need_a_wrong_number_are_undetermined_and_say_why(tmp_path: Path) -> None:
    ended = checked(written(tmp_path, "one.json", with_fossil('"banana"')))
    sums = [one for one in ended.report[0]["findings"] if one["rule"]["id"] == "PACT-C04"]
    assert [one["outcome"] for one in sums] == ["undetermined"]
    assert "I0104" in sums[0]["remedy"]


def test_a_percentage_given_as_a_fraction_is_an_observation(tmp_path: Path) -> None:
    ended = checked(written(tmp_path, "one.json", GOOD.replace('"56.1"', '"0.561"')))
    assert ended.status == 0
    (finding,) = [one for one in ended.report[0]["findings"] if one["rule"]["id"] == "I0111"]
    assert (finding["rule"]["modality"], finding["outcome"]) == ("should", "nonconforming")
    assert "56.1 %" in finding["message"]


def test_an_unknown_attribute_is_an_observation_with_what_was_probably_meant(tmp_path: Path) -> None:
    ended = checked(written(tmp_path, "one.json", GOOD.replace("landUseChangeGhgEmissions", "landUseChangeGhgEmision")))
    (finding,) = [one for one in ended.report[0]["findings"] if one["rule"]["id"] == "I0101"]
    assert finding["rule"]["modality"] == "should"
    assert "Did you mean landUseChangeGhgEmissions?" in finding["message"]


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"])
@pytest.mark.parametrize("name", ["referencePeriodStart", "referencePeriodEnd"])
def test_the_ends_of_the_calendar_are_dates_or_findings(tmp_path: Path, name: str, value: str) -> None:
    """Three years after the end of 9999 there is no date: what depends on it is undetermined."""
    document = footprints.pact3(**{name: value}) | {"validityPeriodEnd": "2027-01-01T00:00:00Z"}
    assert checked(written(tmp_path, "one.json", document)).status in (1, 3)


# Hostile texts

HOSTILE = "\x1b[31mred\x1b]0;title\x07 \u202egpj.exe\u202c \ud800 \u200b \x00 \x7f \x9b31m \r\n \u2028 乙烯"
ENDS_OF_LINES_AND_WHAT_IS_SEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff]")


def hostile(value: object) -> object:
    """A document with a hostile text for every text in it, and one more member in every object."""
    if isinstance(value, dict):
        return {name: hostile(one) for name, one in value.items()} | {HOSTILE: HOSTILE}
    if isinstance(value, list):
        return [hostile(one) for one in value]
    return value + HOSTILE if isinstance(value, str) else value


@pytest.mark.parametrize("document", [footprints.conforming(), footprints.pact2()])
@pytest.mark.parametrize("keeps", ["specVersion", "nothing"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_text_of_a_submission_reaches_the_terminal_unseen(
    tmp_path: Path, document: footprints.Document, keeps: str, language: str
) -> None:
    bad = hostile(document)
    assert isinstance(bad, dict)
    if keeps == "specVersion":
        bad[keeps] = document[keeps]
    file = written(tmp_path, "one.json", json.dumps(bad))
    for arguments in ((), ("--detail",), ("--format", "json")):
        ended = check("--lang", language, *arguments, file, file, file, file)
        assert ended.status in (1, 2)
        assert ENDS_OF_LINES_AND_WHAT_IS_SEEN.search(ended.out) is None


def test_hostile_texts_survive_a_terminal_that_knows_no_chinese(tmp_path: Path) -> None:
    file = written(tmp_path, "one.json", json.dumps(hostile(footprints.conforming())))
    ended = process("check", "--lang", "zh", file, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert "不符合" in ended.stdout.decode()


@pytest.mark.parametrize(
    "name",
    ["with space.json", "乙烯 碳足迹.json", "two\nlines.json", "\x1b[31mred.json", "quote\"'.json", "%s{0}.json"],
)
@pytest.mark.parametrize("bad", [False, True])
def test_a_file_may_have_any_name(tmp_path: Path, name: str, bad: bool) -> None:
    file = written(tmp_path, name, "{" if bad else GOOD)
    ended = check(file)
    assert (ended.status, ended.err) == (2 if bad else 0, "")
    assert ENDS_OF_LINES_AND_WHAT_IS_SEEN.search(ended.out) is None
    assert "\nlines.json" not in ended.out
    assert checked(file).report[0]["submission"]["file"] == str(file)
    told = footrule("check", GOOD, "--predecessor", tmp_path / ("no" + name)).err
    assert ENDS_OF_LINES_AND_WHAT_IS_SEEN.search(told) is None


def test_a_name_that_is_no_text_is_a_file_like_any_other(tmp_path: Path) -> None:
    name = b"gb-\xd2\xd2\xcf\xa9.json"
    written(tmp_path, "one.json", GOOD).rename(tmp_path / name.decode(errors="surrogateescape"))
    for form in ("text", "json"):
        ended = process(
            "check", "--standard", "pact", "--format", form, name.decode(errors="surrogateescape"), cwd=tmp_path
        )
        assert (ended.returncode, ended.stderr) == (0, b"")
        assert "udcd2" in ended.stdout.decode()


def test_a_name_with_a_dash_in_front_stands_behind_two_dashes(tmp_path: Path) -> None:
    written(tmp_path, "-dash.json", GOOD)
    assert process("check", "--standard", "pact", "--", "-dash.json", cwd=tmp_path).returncode == 0
    assert process("check", "--standard", "pact", "./-dash.json", cwd=tmp_path).returncode == 0
    assert process("check", "--standard", "pact", "-dash.json", cwd=tmp_path).returncode == 2
