"""`footrule lint --format`: the same diagnostics for a program, and for the page of a change."""

from __future__ import annotations

import json
from pathlib import Path

from tests.ends.command import footrule

BROKEN = """library small 1.0.0
  title "Small"
document d "D" edition "1"
rule A-1 "One: two, three"
  cite d "1"
  shall pcf.mass < 3
  shall pcf.fosil > 0 kg CO2e
"""


def written(folder: Path, text: str) -> str:
    """The path of a file with that text."""
    path = folder / "small, one.pcr"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_json_is_an_array_with_every_place(tmp_path: Path) -> None:
    path = written(tmp_path, BROKEN)
    ended = footrule("lint", path, "--format", "json")
    assert ended.status == 1
    first, second = json.loads(ended.out)
    assert (first["code"], first["severity"], first["file"]) == ("P0203", "error", path)
    assert [(one["line"], one["column"]) for one in first["labels"]] == [(6, 20), (6, 9)]
    assert second["code"] == "P0202"
    assert "`fossil`" in second["help"]


def test_json_of_nothing_wrong_is_an_empty_array(tmp_path: Path) -> None:
    path = written(tmp_path, BROKEN.replace("< 3\n", "< 3 kg\n").replace("fosil", "fossil"))
    ended = footrule("lint", path, "--format", "json")
    assert (ended.status, json.loads(ended.out)) == (0, [])


def test_github_is_one_command_a_line_with_its_values_escaped(tmp_path: Path) -> None:
    path = written(tmp_path, BROKEN)
    first, second = footrule("lint", path, "--format", "github").out.splitlines()
    assert first.startswith("::error file=")
    assert "small%2C one.pcr,line=6,endLine=6,col=20,endColumn=21,title=P0203::" in first
    assert second.endswith("(did you mean `fossil`?)")


def test_a_mistake_that_the_parser_alone_tells_stops_a_standard_too(tmp_path: Path) -> None:
    once = BROKEN.replace("< 3\n", "< 3 kg\n").replace("fosil", "fossil")
    path = written(tmp_path, once.replace('  title "Small"\n', '  title "Small"\n  title "Smaller"\n'))
    ended = footrule("lint", path, "--format", "json")
    assert ended.status == 1
    assert [one["code"] for one in json.loads(ended.out)] == ["P0106"]


def test_json_carries_the_fix_with_its_places(tmp_path: Path) -> None:
    path = written(tmp_path, BROKEN.replace("pcf.mass < 3", "pcf.mass ≥ 3 kg"))
    (first,) = json.loads(footrule("lint", path, "--format", "json").out)
    assert first["fix"] == {
        "says": "write `>=`",
        "edits": [{"line": 6, "column": 18, "end_line": 6, "end_column": 19, "replacement": ">="}],
    }
    assert [one["fix"] for one in json.loads(footrule("lint", written(tmp_path, BROKEN), "--format", "json").out)] == [
        None,
        None,
    ]


def test_the_text_says_once_that_something_can_be_fixed(tmp_path: Path) -> None:
    path = written(tmp_path, BROKEN.replace("pcf.mass < 3", "pcf.mass ≥ 3 kg").replace("pcf.fosil", "PCF.fosil"))
    out = footrule("lint", path).out
    assert out.count("`footrule lint --fix`") == 1
    assert out.endswith("`footrule lint --fix`.\n")
    assert "--fix" not in footrule("lint", written(tmp_path, BROKEN)).out


def test_of_very_many_mistakes_a_hundred_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    path = written(tmp_path, BROKEN + "  shall pcf.fosil > 0 kg CO2e\n" * 120)
    ended = footrule("lint", path)
    assert ended.status == 1
    assert (ended.out.count("error["), ended.out.endswith("\n22 more\n\n")) == (100, True)
    listed = json.loads(footrule("lint", path, "--format", "json").out)
    assert (len(listed), listed[0]["more"]) == (100, 22)


def test_a_standard_in_chinese_words_is_told_of_chinese_words(tmp_path: Path) -> None:
    text = '标准 小 1.0.0\n  标题 "小"\n文件 甲 "甲" 版本 "1"\n规则 A-1 "甲"\n  引用 甲 "1"\n  pcf.mass > 0 kg\n'
    in_chinese = footrule("lint", written(tmp_path, text), "--lang", "zh").out
    assert "一项要求以 应、宜 或 可 开头" in in_chinese
    in_english = footrule("lint", written(tmp_path, BROKEN.replace("shall", "", 1)), "--lang", "zh").out
    assert "一项要求以 shall、should 或 may 开头" in in_english
