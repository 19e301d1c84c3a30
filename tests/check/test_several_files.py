"""What a file takes from others, and what it is when it is no text: extended standards, bytes, encodings."""

from __future__ import annotations

import pytest

from footrule.library.catalogue import Broken, Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import Edition, edition_of
from footrule.model.standard import Standard
from footrule.text.diagnostic import Diagnostic

DOCUMENT = 'document doc "A document"  edition "1"\n'


def rule(id: str) -> str:
    return f'rule {id} "A rule"\n  cite doc "1"\n  shall pcf.mass > 0 kg\n'


def file(name: str, *lines: str, extends: str = "", version: str = "1.0.0") -> Edition:
    """A file of that name and version."""
    head = f'library {name} {version}\n  title "Test"\n' + (f"  extends {extends}\n" if extends else "")
    edition = edition_of((head + DOCUMENT + "".join(lines)).encode(), f"{name}.pcr")
    assert edition is not None
    return edition


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path_factory.mktemp("cache")))


def check(*files: Edition) -> tuple[Standard | None, tuple[Diagnostic, ...]]:
    """The last of some files, checked where the others are installed."""
    standard, _, diagnostics = checked(files[-1], Catalogue(files))
    return standard, diagnostics


def codes(*files: Edition) -> list[str]:
    """The codes of what is wrong with the last of some files."""
    return [one.code for one in check(*files)[1]]


def test_rules_are_taken_in_before_the_own_ones() -> None:
    standard, _ = check(file("a", rule("A-1")), file("b", rule("B-1"), extends="a 1"))
    assert standard is not None
    assert [(one.standard, one.id) for one in standard.rules] == [("a", "A-1"), ("b", "B-1")]


def test_a_rule_that_comes_by_two_ways_comes_once() -> None:
    files = [file("a", rule("A-1")), file("b", rule("B-1"), extends="a 1"), file("c", rule("C-1"), extends="a 1")]
    standard, _ = check(*files, file("d", rule("D-1"), extends="b 1, c 1"))
    assert standard is not None
    assert [one.id for one in standard.rules] == ["A-1", "B-1", "C-1", "D-1"]


def test_the_newest_edition_of_the_major_version_is_taken() -> None:
    old, new = file("a", rule("A-1")), file("a", rule("A-2"), version="1.10.0")
    other = file("a", rule("A-3"), version="2.0.0")
    standard, _ = check(old, other, new, file("b", rule("B-1"), extends="a 1"))
    assert standard is not None
    assert [one.id for one in standard.rules] == ["A-2", "B-1"]


def test_p0212_an_extended_standard_that_is_not_there_or_has_errors() -> None:
    _, diagnostics = check(file("b", rule("B-1"), extends="a 1"))
    (found,) = diagnostics
    assert found.code == "P0212"
    assert found.source.text[found.primary.span.start : found.primary.span.end] == "a"
    assert codes(file("a", rule("A-1"), version="2.0.0"), file("b", rule("B-1"), extends="a 1")) == ["P0212"]
    assert codes(file("a", "rule A-1\n"), file("b", rule("B-1"), extends="a 1")) == ["P0212"]


def test_a_standard_cannot_extend_itself_not_even_by_way_of_another() -> None:
    assert codes(file("a", rule("A-1"), extends="a 1")) == ["P0212"]
    circle = [file("a", rule("A-1"), extends="b 1"), file("b", rule("B-1"), extends="a 1")]
    loaded = Catalogue(circle).load(circle[0])
    assert isinstance(loaded, Broken)
    assert [one.code for one in loaded.diagnostics] == ["P0212"]


def test_a_rule_cannot_take_the_id_of_one_that_is_extended() -> None:
    _, diagnostics = check(file("a", rule("A-1")), file("b", rule("A-1"), extends="a 1"))
    assert [(one.code, str(one.headline)) for one in diagnostics] == [("P0209", "`A-1` is already a rule of a")]


def test_examples_may_name_extended_rules() -> None:
    example = 'example "none"\n  from "x.json"\n  set pcf.mass to 0\n  fails A-1, B-1\n'
    assert codes(file("a", rule("A-1")), file("b", rule("B-1"), example, extends="a 1")) == []


@pytest.mark.parametrize(
    ("data", "byte"), [(b"\xff\xfe", 0), ('library a 1.0.0\n  title "质量"'.encode("gb18030"), 25), (b"abc\x80", 3)]
)
def test_p0108_a_file_that_is_not_utf_8(data: bytes, byte: int) -> None:
    standard, diagnostics = check(Edition("library", "a", (1, 0, 0), "a.pcr", data))
    assert standard is None
    assert [(one.code, str(one.headline)) for one in diagnostics] == [
        ("P0108", f"this file is not UTF-8 (byte {byte})")
    ]


def test_a_byte_order_mark_is_no_mistake() -> None:
    plain = file("a", rule("A-1"))
    assert codes(Edition(plain.kind, plain.id, plain.version, plain.name, b"\xef\xbb\xbf" + plain.data)) == []


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_no_mistake(line_end: str) -> None:
    plain = file("a", rule("A-1"))
    data = plain.data.replace(b"\n", line_end.encode())
    assert codes(Edition(plain.kind, plain.id, plain.version, plain.name, data)) == []
