"""`footrule lint --fix`: what is certain is mended in the file, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footrule.cli.fixing import fixed
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import Edition
from footrule.syntax.parse import parse
from footrule.text.diagnostic import Sink
from footrule.text.source import Source
from tests.ends.command import footrule
from tests.language.test_mistakes_by_example import ROWS

SLOPPY = """\ufefflibrary small 1.0   # the version has two numbers\r
  title: “Small”；\r
document d "D" edition 2018\r
rule A-1 "One: “two”，three；" zh "一：“二”，三；"\r
  cite d 第4.2条\r
  1) must PCF.Mass  => 3 kgs。\r
  otherwise "to be ≥ 3 kgs。"  zh "应≥３ kgs。"\r
\r
  # a remark： “as it is”；\r
  shall pcf.mass ≤ ３０ tonnes && pcf.fossil 大于等于 0 kg CO2e;\r
"""
MENDED = """\ufefflibrary small 1.0.0   # the version has two numbers\r
  title "Small"\r
document d "D" edition "2018"\r
rule A-1 "One: “two”，three；" zh "一：“二”，三；"\r
  cite d "第4.2条"\r
  shall pcf.mass  >= 3 kg\r
  otherwise "to be ≥ 3 kgs。"  zh "应≥３ kgs。"\r
\r
  # a remark： “as it is”；\r
  shall pcf.mass <= 30 t and pcf.fossil >= 0 kg CO2e\r
"""


def file(folder: Path, text: str) -> Path:
    """A file with that text, byte for byte."""
    path = folder / "small.pcr"
    path.write_bytes(text.encode())
    return path


def test_everything_certain_is_mended_and_what_stands_in_texts_and_remarks_is_left(tmp_path: Path) -> None:
    path = file(tmp_path, SLOPPY)
    ended = footrule("lint", "--fix", path)
    assert path.read_bytes().decode() == MENDED
    assert f"{path}:1:15: fixed: a version has three numbers: `1.0.0`" in ended.out
    assert "error[" not in ended.out
    assert ended.status == 0


def test_fixing_again_changes_nothing_and_does_not_write(tmp_path: Path) -> None:
    path = file(tmp_path, MENDED)
    before = path.stat().st_mtime_ns
    assert "fixed" not in footrule("lint", "--fix", path).out
    assert (path.read_bytes().decode(), path.stat().st_mtime_ns) == (MENDED, before)


def test_without_fix_nothing_is_written(tmp_path: Path) -> None:
    path = file(tmp_path, SLOPPY)
    assert footrule("lint", path).status == 1
    assert path.read_bytes().decode() == SLOPPY


def test_what_leaves_a_choice_is_left_and_told(tmp_path: Path) -> None:
    text = MENDED.replace(">= 3 kg", "!= 3 kg").replace("30 t ", "1,000 t ")
    path = file(tmp_path, text)
    ended = footrule("lint", "--fix", path)
    assert (ended.status, path.read_bytes().decode()) == (1, text)
    assert "write `is not` for a code" in ended.out


@pytest.mark.parametrize("form", ["json", "github"])
def test_what_a_program_reads_has_nothing_else_in_it(tmp_path: Path, form: str) -> None:
    ended = footrule("lint", "--fix", "--format", form, file(tmp_path, SLOPPY))
    assert "fixed: " in ended.err
    assert ended.out.strip() in ("[\n\n]", "")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    path = file(tmp_path, SLOPPY)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    for command in (("lint", "--fix"), ("fmt", "--words", "zh")):
        monkeypatch.setattr(Path, "write_bytes", refuse)
        target = path if command[0] == "lint" else tmp_path / "good.pcr"
        if command[0] == "fmt":
            with target.open("wb") as stream:
                stream.write(MENDED.encode())
        ended = footrule(*command, target)
        assert ended.status == 2
        assert "cannot be written" in ended.err


def test_the_second_of_two_lines_that_are_the_same_goes(tmp_path: Path) -> None:
    path = file(tmp_path, MENDED.replace('  title "Small"\r\n', '  title "Small"\r\n  title "Small"\r\n'))
    footrule("lint", "--fix", path)
    assert path.read_bytes().decode() == MENDED
    other = MENDED.replace('  title "Small"\r\n', '  title "Small"\r\n  title "Smaller"\r\n')
    footrule("lint", "--fix", file(tmp_path, other))
    assert path.read_bytes().decode() == other


WRITTEN = [row.above + row.written + "\n" for row in ROWS]


def readable(text: str) -> bool:
    """Whether a text has no mistake of syntax."""
    tree = parse(Source("", text), Sink())
    return tree is not None and not tree.unread


@pytest.mark.parametrize("text", WRITTEN)
def test_every_mistake_that_has_a_fix_can_be_read_after_it_if_it_could_before(text: str) -> None:
    after = fixed(Edition("", "", (0, 0, 0), "", text.encode()), Catalogue([])).edition.data.decode()
    assert readable(after) or not readable(text)
    assert fixed(Edition("", "", (0, 0, 0), "", after.encode()), Catalogue([])).made == ()


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(WRITTEN), st.integers(0, 400), st.sampled_from("“”，。；：（）、≥==&&'\"#\n #shall应且必须PCF1０")
)
def test_no_text_makes_fixing_fail_or_go_on_for_ever(text: str, at: int, put: str) -> None:
    text = text[:at] + put + text[at:]
    after = fixed(Edition("", "", (0, 0, 0), "", text.encode()), Catalogue([]))
    assert len(after.made) < 200
    assert readable(after.edition.data.decode()) or not readable(text)
