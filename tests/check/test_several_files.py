"""What a file takes from others, and what it is when it is no text: extended standards, bytes, encodings."""

from __future__ import annotations

import pytest

from footrule.assess.category import declared_data
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
    found = checked(files[-1], Catalogue(files))
    standard, diagnostics = found.standard, found.diagnostics
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
    assert codes(file("a", rule("A-1"), extends="a 1")) == ["P0240"]
    circle = [file("a", rule("A-1"), extends="b 1"), file("b", rule("B-1"), extends="a 1")]
    loaded = Catalogue(circle).load(circle[0])
    assert isinstance(loaded, Broken)
    assert [one.code for one in loaded.diagnostics] == ["P0240"]


def test_a_rule_cannot_take_the_id_of_one_that_is_extended() -> None:
    _, diagnostics = check(file("a", rule("A-1")), file("b", rule("A-1"), extends="a 1"))
    assert [(one.code, str(one.headline)) for one in diagnostics] == [("P0209", "a already has `A-1`")]


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


CAP = 'parameter cap = 3 %\n  provisional "why" zh "原因"\n'
CAPPED = 'rule B-1 "A rule"\n  cite doc "1"\n  shall pcf.exempted_share <= cap\n'


def test_what_a_parent_declares_can_be_named() -> None:
    codes_of = 'codes technology\n  metathesis "Metathesis"\n'
    define = "define reactors = those p in processes where p.technology is metathesis\n"
    parent = file("a", CAP, codes_of, define, rule("A-1"))
    child = (
        'rule B-2 "A second rule"\n  cite doc "1"\n  for each r in reactors\n'
        "  shall r.technology is not steam_cracking\n"
        'rule B-3 "Another rule"\n  cite doc "1"\n  shall some p in processes satisfies p.technology is metathesis\n'
    )
    standard, told = check(parent, file("b", CAPPED, child, extends="a 1"))
    assert [one.code for one in told] == []
    assert standard is not None
    assert [one.name for one in standard.parameters] == ["cap"]
    assert [one.name for one in standard.definitions] == ["reactors"]


def test_a_document_of_a_parent_can_be_cited() -> None:
    parent = file("a", rule("A-1"))
    child = edition_of(f'library b 1.0.0\n  title "Test"\n  extends a 1\n{rule("B-1")}'.encode(), "b.pcr")
    assert child is not None
    assert codes(parent, child) == []


@pytest.mark.parametrize("again", [CAP, "define cap = pcf.mass\n", 'data\n  cap : mass "Cap"\n'])
def test_a_name_of_a_parent_is_taken(again: str) -> None:
    assert codes(file("a", CAP, rule("A-1")), file("b", again, rule("B-1"), extends="a 1")) == ["P0209"]


def test_two_parents_may_bring_one_thing_by_one_name() -> None:
    base = file("base", CAP, rule("A-1"))
    one, other = (file(name, rule(f"{name.upper()}-1"), extends="base 1") for name in ("one", "other"))
    assert codes(base, one, other, file("b", CAPPED, extends="one 1, other 1")) == []


def test_two_parents_with_two_meanings_are_told_once() -> None:
    one, other = file("one", CAP, rule("O-1")), file("other", CAP.replace("3", "5"), rule("P-1"))
    told = check(one, other, file("b", CAPPED, extends="one 1, other 1"))[1]
    assert [one.code for one in told] == ["P0230"]
    assert "one and other both bring `cap`" in str(told[0].headline)


def test_a_datum_of_a_library_takes_the_codes_that_a_child_adds_to_its_list() -> None:
    own = 'codes colour\n  red "Red"\ndata\n  paint : colour "Paint"\n'
    parent = file("a", own, rule("A-1"))
    child, told = check(parent, file("b", 'codes colour\n  green "Green"\n', rule("B-1"), extends="a 1"))
    assert told == () and child is not None
    (paint,) = declared_data(child)
    assert paint.codes is not None and [one.name for one in paint.codes.codes] == ["red", "green"]
