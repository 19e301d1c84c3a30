"""`footrule new`: what it makes passes lint, layout and tests, and it never writes over anything."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copytree

import pytest

from tests.ends.command import footrule, written
from tests.house.checkout import ROOT


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def passes(path: str | Path) -> str:
    """The output of `test` for a folder whose standard passes lint, layout and tests."""
    linted, laid_out = footrule("lint", path), footrule("fmt", "--check", path)
    assert (linted.status, linted.err) == (0, ""), linted.out
    assert "no mistakes" in linted.out
    assert (laid_out.status, laid_out.err) == (0, ""), laid_out.out
    tested = footrule("test", path)
    assert (tested.status, tested.err) == (0, ""), tested.out
    return tested.out


def snapshot(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def made(*arguments: str) -> str:
    """The text of the standard that a command made."""
    ended = footrule("new", "standard", *arguments)
    assert (ended.status, ended.err) == (0, ""), ended.err
    return (Path(arguments[0]) / "standard.pcr").read_text(encoding="utf-8")


# A standard


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--lang", "zh"),
        ("--title", "Bottled gas", "--title-zh", "瓶装气体", "--cas", "74-85-1", "--extends", "pact"),
        ("--title-zh", "瓶装气体"),
        ("--title", 'Gas, "bottled" \\ {in} $steel'),
        ("--extends", "ethylene", "--cas", "74-85-1", "--cas", "1310-73-2"),
        ("--extends", "caustic_soda@1", "--lang", "zh"),
    ],
    ids=" ".join,
)
def test_a_new_standard_passes_its_own_lint_layout_and_tests(options: tuple[str, ...]) -> None:
    made("bottled_gas", *options)
    assert "rules 2, examples 3, not as promised 0; rules that no example breaks: none" in passes("bottled_gas")
    assert footrule("coverage", "bottled_gas/standard.pcr").status == 0


def test_it_is_a_folder_with_a_standard_an_example_and_a_page(tmp_path: Path) -> None:
    text = made("bottled_gas", "--title", "Bottled gas", "--cas", "74-85-1", "--extends", "pact")
    assert set(snapshot(tmp_path)) == {
        "bottled_gas/standard.pcr", "bottled_gas/examples/footprint.json", "bottled_gas/README.md",
    }  # fmt: skip
    assert 'covers        cas "74-85-1"' in text
    assert "extends       pact 1" in text
    assert "rule BG-4.1" in text
    document = json.loads((tmp_path / "bottled_gas/examples/footprint.json").read_bytes())
    assert document["productClassifications"] == ["urn:pact:productclassification:cas:74-85-1"]
    page = (tmp_path / "bottled_gas/README.md").read_text(encoding="utf-8")
    assert page.startswith("# Bottled gas\n")
    assert "footrule new rule BG-5.1" in page


def test_its_example_is_checked_without_a_word_about_its_form() -> None:
    made("bottled_gas", "--extends", "pact")
    ended = footrule("check", "--standard", "pact", "--as-of", "2026-11-23", "bottled_gas/examples/footprint.json")
    assert ended.status == 3, "conforming but for what a person judges"
    assert "I0" not in ended.out


def test_words_and_texts_are_in_the_language_that_is_asked_for() -> None:
    english, chinese = made("one"), made("two", "--lang", "zh")
    assert english.isascii()
    assert "标准 two 0.1.0" in chinese
    assert not re.search(r"\b(shall|rule|title)\b", chinese)
    both = made("three", "--title", "Three", "--title-zh", "三")
    assert re.search(r'rule THR-4\.1 "[^"]+"  zh "', both)


def test_names_may_be_chinese() -> None:
    text = made("瓶装气体")
    assert "standard 瓶装气体 0.1.0" in text
    assert 'title         zh "瓶装气体"' in text
    assert "rule PCR-4.1" in text
    passes("瓶装气体")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rule"], "is a word of the language"),
        (["标准"], "is a word of the language"),
        (["bottled-gas"], "one word of letters, digits and _"),
        (["../gas"], "one word of letters, digits and _"),
        (["2nd"], "one word of letters, digits and _"),
        ([""], "one word of letters, digits and _"),
        (["x" * 5000], "one word of letters, digits and _"),
        (["\x1b[31m"], "one word of letters, digits and _"),
        (["ethylene"], "is installed already"),
        (["gas", "--cas", "74-85-2"], "74-85-2 is not a CAS number, such as 74-85-1"),
        (["gas", "--extends", "ethylen"], "did you mean ethylene?"),
        (["gas", "--title", "  "], "a title is one line of text"),
        (["gas", "--title", "a\nb"], "a title is one line of text"),
        (["gas", "--title", "瓶装气体"], "would not pass its own lint"),
    ],
)
def test_what_cannot_be_made_is_2_and_writes_nothing(tmp_path: Path, arguments: list[str], words: str) -> None:
    for language in ("en", "zh"):
        ended = footrule("new", "standard", *arguments, "--lang", language)
        assert (ended.status, ended.out) == (2, "")
        assert language == "zh" or words in ended.err
        assert "\x1b" not in ended.err
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    made("gas")
    before = snapshot(tmp_path)
    ended = footrule("new", "standard", "gas", "--title", "Other")
    assert (ended.status, ended.out) == (2, "")
    assert "gas is there already; nothing was written" in ended.err
    assert snapshot(tmp_path) == before


# A rule


def test_a_new_rule_comes_with_one_example_that_keeps_it_and_one_that_breaks_it() -> None:
    before = made("gas", "--extends", "pact")
    ended = footrule("new", "rule", "GAS-4.3", "--in", "gas/standard.pcr")
    assert (ended.status, ended.err) == (0, "")
    text = Path("gas/standard.pcr").read_text(encoding="utf-8")
    line = text[: text.index("rule GAS-4.3")].count("\n") + 1
    assert f"standard.pcr:{line}: GAS-4.3" in ended.out
    assert 'cite      draft "4.3"' in text
    assert text.index("rule GAS-4.2") < text.index("rule GAS-4.3") < text.index("example ")
    assert "rules 3, examples 5, not as promised 0; rules that no example breaks: none" in passes("gas")
    lines = iter(text.splitlines())
    assert all(line in lines for line in before.splitlines()), "what was there is there, in its order"


def test_rules_can_be_added_for_as_long_as_one_likes() -> None:
    made("gas")
    for number in range(3, 14):
        assert footrule("new", "rule", f"GAS-4.{number}", "--in", "gas/standard.pcr").status == 0
    assert "rules 13, examples 25, not as promised 0" in passes("gas")


def test_it_goes_to_the_end_of_the_section_that_is_named() -> None:
    made("gas", "--lang", "zh")
    assert footrule("new", "rule", "GAS-1.1", "--in", "gas/standard.pcr", "--section", "1").status == 0
    text = Path("gas/standard.pcr").read_text(encoding="utf-8")
    assert text.index("章 1 ") < text.index("规则 GAS-1.1") < text.index("章 4 ")
    passes("gas")


BY_SECTION = """library gas_rules 1.0.0
  title         "Rules of gas"

document booklet "A booklet"  edition "1"

section 4 "Masses"

rule GAS-4.1 "A mass is above zero"
  cite   booklet "4.1"
  shall  pcf.mass > 0 kg

rule GAS-4.2 "A mass is below a million tonnes"
  cite   booklet "4.2"
  shall  pcf.mass < 1000000 t

section 5 "Words"

rule GAS-5.1 "There is a comment"
  cite   booklet "5.1"
  shall  comment is given

rule GAS-5.2 "There is a name"
  cite   booklet "5.2"
  shall  product_name is given
"""


def test_where_ids_begin_with_their_section_it_goes_to_the_section_of_its_id(tmp_path: Path) -> None:
    file = written(tmp_path, "gas.pcr", BY_SECTION)
    ended = footrule("new", "rule", "GAS-4.3", "--in", file)
    assert (ended.status, ended.err) == (0, "")
    text = file.read_text(encoding="utf-8")
    assert text.index("rule GAS-4.2") < text.index("rule GAS-4.3") < text.index("section 5")
    assert footrule("lint", file).status == 0


def test_an_id_that_no_section_has_room_for_is_told_by_what_lint_would_say(tmp_path: Path) -> None:
    file = written(tmp_path, "gas.pcr", BY_SECTION)
    ended = footrule("new", "rule", "GAS-6.1", "--in", file)
    assert (ended.status, ended.out) == (2, "")
    assert "`GAS-6.1` stands in section 5 (P0316)" in ended.err
    in_chinese = footrule("new", "rule", "GAS-4.3", "--in", file, "--section", "5", "--lang", "zh")
    assert "GAS-4.3 位于第5章（P0316）" in in_chinese.err
    assert file.read_text(encoding="utf-8") == BY_SECTION


def test_a_rule_goes_into_a_section_of_its_number_that_has_no_rules_yet(tmp_path: Path) -> None:
    empty = BY_SECTION.replace("section 5 ", 'section 6 "Data"\n\nsection 5 ', 1)
    file = written(tmp_path, "gas.pcr", empty)
    assert footrule("new", "rule", "GAS-6.1", "--in", file).status == 0
    text = file.read_text(encoding="utf-8")
    assert text.index("section 6") < text.index("rule GAS-6.1") < text.index("section 5 ")


@pytest.mark.parametrize("folder", ["rules/factors", "rules/key_products"])
def test_a_rule_fits_into_what_ships(tmp_path: Path, folder: str) -> None:
    copytree(ROOT / folder, tmp_path / "copy")
    for number, file in enumerate(sorted((tmp_path / "copy").glob("*.pcr")), 8):  # one may take in another
        assert footrule("new", "rule", f"NEW-4.{number}", "--in", file).status == 0
    passes("copy")


HOUSE = """library house_rules 1.0.0
  title         "Rules of the house"

document booklet "A booklet"  edition "1"

clauses booklet
  1 "Masses"
  2 "Persons"   attested
  3 "Weights"   not applicable because "nothing is weighted"
  4 "Reports"

rule HOUSE-1 "A mass is above zero"
  cite   booklet "1"
  shall  pcf.mass > 0 kg
"""


def test_without_an_example_a_footprint_is_put_beside_and_a_gap_is_cited(tmp_path: Path) -> None:
    file = written(tmp_path, "house.pcr", HOUSE)
    ended = footrule("new", "rule", "HOUSE-9", "--in", file)
    assert (ended.status, ended.err) == (0, "")
    assert (tmp_path / "examples/footprint.json").exists()
    text = file.read_text(encoding="utf-8")
    assert 'cite      booklet "4"' in text
    assert text.startswith(HOUSE)
    tested = footrule("test", file)
    assert "not as promised 0; rules that no example breaks: HOUSE-1" in tested.out


def test_line_ends_and_a_byte_order_mark_stay_as_they_are(tmp_path: Path) -> None:
    file = written(tmp_path, "house.pcr", b"\xef\xbb\xbf" + HOUSE.replace("\n", "\r\n").encode())
    assert footrule("new", "rule", "HOUSE-9", "--in", file).status == 0
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbflibrary")
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    ("rule", "options", "change", "words"),
    [
        ("house-9", [], ("", ""), "a rule id is capitals, a hyphen and a number, such as ABC-5.1"),
        ("HOUSE-1", [], ("", ""), "there is a rule HOUSE-1 already"),
        ("HOUSE-9", ["--section", "5"], ("", ""), "there is no section 5: the file has no sections"),
        ("HOUSE-9", [], ("pcf.mass", "pcf.mas"), "has errors; `footrule lint` shows them"),
        ("HOUSE-9", [], ("shall  ", "shal  "), "has errors; `footrule lint` shows them"),
        ("HOUSE-9", [], (HOUSE, "{}"), "has errors; `footrule lint` shows them"),
        ("HOUSE-9", [], (HOUSE, 'library a 1.0.0\n  title "A"\n'), "cites no document yet"),
    ],
)
def test_a_rule_that_cannot_be_added_is_2_and_changes_nothing(
    tmp_path: Path, rule: str, options: list[str], change: tuple[str, str], words: str
) -> None:
    file = written(tmp_path, "house.pcr", HOUSE.replace(*change) if change[0] else HOUSE)
    before = snapshot(tmp_path)
    ended = footrule("new", "rule", rule, "--in", file, *options)
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err
    assert snapshot(tmp_path) == before
    assert footrule("new", "rule", rule, "--in", file, *options, "--lang", "zh").status == 2


def test_a_file_that_there_is_not_is_2() -> None:
    ended = footrule("new", "rule", "HOUSE-9", "--in", "nowhere.pcr")
    assert (ended.status, ended.out) == (2, "")
    assert "there is no such file" in ended.err
