"""`footrule list`, `show`, `lint` and `test`: what is installed, and what is wrong with a standard's text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.ends import footprints
from tests.ends.command import footrule, process, written
from tests.house.checkout import ROOT

SHIPPED = sorted(path for folder in ("rules", "standards") for path in (ROOT / folder).rglob("*.pcr"))

STANDARD = """library house_rules 1.0.0
  title "Rules of the house"  zh "本所规则"

document booklet "A booklet"  zh "手册"  edition "1"

section 1 "Masses"  zh "质量"

rule HOUSE-1 "A mass is above zero"  zh "质量大于零"
  cite   booklet "1"
  shall  pcf.mass > 0 kg

example "a mass of nothing"
  from "good.json"
  set pcf.mass to 0
  fails HOUSE-1
"""


def test_what_is_installed_is_listed_one_a_line() -> None:
    ended = footrule("list")
    assert (ended.status, ended.err) == (0, "")
    assert len(ended.out.splitlines()) == len(SHIPPED)
    assert "library   pact" in ended.out
    assert "跨字段约束" in footrule("list", "--lang", "zh").out


def test_a_rule_is_shown_with_its_text_and_its_clauses() -> None:
    ended = footrule("show", "PACT-C04")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("PACT-C04  The footprint excluding biogenic uptake")
    assert "PACT Technical Specifications (3.0), CarbonFootprint.pcfExcludingBiogenicUptake" in ended.out
    assert "shall     pcf.excluding_biogenic_uptake equals parts" in ended.out
    assert footrule("show", "--lang", "zh", "PACT-C04").out.startswith("PACT-C04  不含生物碳吸收")


def test_a_rule_is_shown_with_what_can_keep_it_undetermined() -> None:
    ended = footrule("show", "pact", "PACT-C04")
    assert (ended.status, ended.err) == (0, "")
    _, _, requirements = ended.out.partition("REQUIREMENTS\n")
    assert "  shall pcf.excluding_biogenic_uptake equals parts\n    can be undetermined because:\n" in ended.out
    assert "-  `pcf.fossil` may be missing\n" in requirements
    # Their absence has a meaning in this rule; what is given of them may be unusable all the same.
    assert "`pcf.ccs_capture` may be missing" not in requirements
    assert "what is given may be unusable: `pcf.land_management_fossil`," in requirements
    chinese = footrule("show", "pact@1", "PACT-C04", "--lang", "zh").out
    assert "在以下情形无法判定：" in chinese
    assert "`pcf.fossil` 可能缺失" in chinese


def test_a_rule_is_shown_with_where_it_is_from_and_the_parameters_it_rests_on() -> None:
    shown = footrule("show", "pact", "PACT-C04").squeezed
    assert "PACT: constraints across attributes 1.0.0, section" in shown
    assert "rules/pact/pact.pcr" in shown
    assert "land_management_fossil = included clause PACT Technical Specifications (3.0)," in shown
    assert "provisional: " in footrule("show", "ethylene", "ETH-6.8").squeezed


def test_a_standard_shows_the_rules_that_it_extends_too_and_no_others() -> None:
    assert footrule("show", "ethylene", "PACT-C04").out == footrule("show", "pact", "PACT-C04").out
    ended = footrule("show", "pact", "ETH-4.1")
    assert (ended.status, ended.out) == (2, "")
    assert "there is no rule ETH-4.1" in ended.err
    ended = footrule("show", "ethylen", "ETH-4.1")
    assert (ended.status, ended.out) == (2, "")
    assert "did you mean ethylene?" in ended.err


@pytest.mark.parametrize("rule", ["PACT-C44", "pact-c04", "", "\x1b[31m", "x" * 10_000])
def test_a_rule_that_there_is_not_is_2_with_the_nearest_one(rule: str) -> None:
    ended = footrule("show", rule)
    assert (ended.status, ended.out) == (2, "")
    assert "there is no rule" in ended.err
    assert "\x1b" not in ended.err
    if rule.startswith(("PACT", "pact")):
        assert "did you mean PACT-C" in ended.err


# Lint


def test_a_standard_without_mistakes_is_0(tmp_path: Path) -> None:
    file = written(tmp_path, "house.pcr", STANDARD)
    ended = footrule("lint", file, ROOT / "rules", ROOT / "standards")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [f"{one}: no mistakes" for one in (file, *SHIPPED)]


BROKEN: dict[str, str | bytes] = {
    "a misspelt field": STANDARD.replace("pcf.mass >", "pcf.mas >"),
    "a wrong unit": STANDARD.replace("0 kg", "0 MJ"),
    "cut off": STANDARD[: STANDARD.index("shall") + 8],
    "no text": STANDARD.encode().replace(b"booklet", b"\xff\xfe", 1),
    "UTF-16": STANDARD.encode("utf-16"),
    "empty": "",
    "another language": "{}",
    "a zero byte": STANDARD.replace("title", "\x00"),
    "escape sequences": STANDARD.replace("title", "\x1b[31m"),
    "deep": STANDARD.replace("pcf.mass >", "not " * 5000 + "pcf.mass >"),
    "long": STANDARD.replace("pcf.mass >", " + ".join(["pcf.mass"] * 5000) + " >").replace("0 kg", "0 MJ"),
    "one line of 2 MB": "library " + "x" * 2_000_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_1_and_has_a_code_and_a_place(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, "house.pcr", BROKEN[name])
    for language in ("en", "zh"):
        ended = footrule("lint", "--lang", language, file)
        assert (ended.status, ended.err) == (1, "")
        assert "error[P" in ended.out
        assert f"--> {file}:" in ended.out
        assert len(ended.out) < 20_000


NO_STANDARDS = ("missing.pcr", "folder", "folder.pcr", "dangling.pcr", "x" * 5000, "huge.pcr")


@pytest.mark.parametrize("command", ["lint", "test"])
@pytest.mark.parametrize("name", NO_STANDARDS)
def test_what_cannot_be_read_is_2_and_does_not_stop_the_others(tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.pcr").mkdir()
    (tmp_path / "dangling.pcr").symlink_to("nowhere")
    with (tmp_path / "huge.pcr").open("wb") as stream:
        stream.truncate(500 * 2**20)
    written(tmp_path, "good.json", footprints.pact3())
    good = written(tmp_path, "house.pcr", STANDARD)
    ended = footrule(command, tmp_path / name, good, tmp_path / name)
    assert ended.status == 2
    assert "Traceback" not in ended.err
    assert len(ended.err.splitlines()) == 2
    assert str(tmp_path / name)[:60] in ended.err
    assert "house" in ended.out


def test_a_folder_with_standards_that_cannot_be_read_is_told_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "b.pcr").mkdir()
    written(tmp_path, "a.pcr", STANDARD)
    ended = footrule("lint", tmp_path)
    assert ended.status == 2
    assert "a.pcr: no mistakes" in ended.out
    assert "b.pcr" in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_an_endless_file_ends() -> None:
    assert footrule("lint", "/dev/zero").status == 2


# The examples of a standard


def test_examples_that_come_out_as_promised_are_0(tmp_path: Path) -> None:
    written(tmp_path, "good.json", footprints.pact3())
    ended = footrule("test", written(tmp_path, "house.pcr", STANDARD))
    assert (ended.status, ended.err) == (0, "")
    assert "examples 1, not as promised 0; rules that no example breaks: none" in ended.out


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("fails HOUSE-1", "conforms"), "HOUSE-1 is nonconforming, and the example does not say so"),
        (("pcf.mass to 0", "pcf.mass to 1"), "HOUSE-1 should be nonconforming, and is not"),
        (('"good.json"', '"nowhere.json"'), "there is no file nowhere.json beside the standard"),
        (('"good.json"', '"."'), "there is no file . beside the standard"),
        (('"good.json"', '"bad.json"'), "not closed"),
        (('"good.json"', '"number.json"'), "the number 7"),
        (("pcf.mass to 0", "pcf.sector_rules[9].operator to other"), "leads nowhere in good.json"),
    ],
)
def test_an_example_that_comes_out_otherwise_is_1(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    written(tmp_path, "good.json", footprints.pact3())
    written(tmp_path, "bad.json", '{"pcf": {')
    written(tmp_path, "number.json", "7")
    assert change[0] in STANDARD
    ended = footrule("test", written(tmp_path, "house.pcr", STANDARD.replace(*change)))
    assert (ended.status, ended.err) == (1, "")
    assert words in ended.out
    assert "house.pcr:" in ended.out


def test_a_rule_that_no_example_breaks_is_told(tmp_path: Path) -> None:
    ended = footrule("test", written(tmp_path, "house.pcr", STANDARD[: STANDARD.index("example")]))
    assert ended.status == 1
    assert "rules that no example breaks: HOUSE-1" in ended.out


def test_the_mistakes_of_a_standard_are_told_and_its_examples_left(tmp_path: Path) -> None:
    ended = footrule("test", written(tmp_path, "house.pcr", STANDARD.replace("shall", "shal")))
    assert (ended.status, ended.err) == (1, "")
    assert "error[P0102]" in ended.out
    assert "examples" not in ended.out


def test_the_commands_need_no_cache_and_no_home(tmp_path: Path) -> None:
    """As in a container that runs under a user without a name: nothing may be left in the folder it runs in."""
    for words in (("list",), ("show", "PACT-C01")):
        ended = process(
            *words, env={"FOOTRULE_CACHE": "/dev/null/cache", "HOME": "", "XDG_CACHE_HOME": ""}, cwd=tmp_path
        )
        assert (ended.returncode, ended.stderr) == (0, b"")
    assert list(tmp_path.iterdir()) == []
