"""`footrule docs`: a standard as one page, in a file or on the standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ends.command import footrule
from tests.house.checkout import ROOT

ETHYLENE = ROOT / "standards" / "ethylene" / "standard.pcr"
EDITIONS = ROOT / "tests" / "standards" / "editions"


def test_a_page_is_printed_or_written_the_same(tmp_path: Path) -> None:
    file = tmp_path / "ethylene.html"
    printed, wrote = footrule("docs", "ethylene"), footrule("docs", "ethylene", "-o", file)
    assert (printed.status, printed.err) == (wrote.status, wrote.err) == (0, "")
    assert wrote.out == ""
    assert file.read_text(encoding="utf-8") == printed.out
    assert printed.out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(("language", "has", "lacks"), [("en", "Contents", "目次"), ("zh", "目次", "Contents")])
def test_a_page_is_in_one_language_if_asked(language: str, has: str, lacks: str) -> None:
    out = footrule("docs", "ethylene", "--lang", language).out
    assert f">{has}<" in out
    assert lacks not in out


def test_a_file_is_published_like_what_is_installed() -> None:
    assert footrule("docs", ETHYLENE).out == footrule("docs", "ethylene").out


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        (
            "ethene@0.2.0",
            ["no dates are stated", "0.3.0: from 2027-07-01; earlier editions may still be applied until"],
        ),
        (
            "ethene@0.3.0",
            ["from 2027-07-01; earlier editions may still be", "0.2.0：未规定日期", "；此前版本可继续采用至"],
        ),
    ],
)
def test_the_front_has_the_period_of_an_edition_and_the_others(asked: str, parts: list[str]) -> None:
    out = footrule("docs", asked, "--library", EDITIONS).out
    assert [part for part in parts if part not in out] == []


CHILD = """
standard gas 1.0.0
  title "Gas" zh "气体"
  extends pact 1
  in force from 2026-01-01 until 2030-12-31

document rules "Rules" zh "规则" edition "2026"

set parameter exemption_cap = 1 %
  cite rules "1"

tighten PACT-C17
  because "we ask for more" zh "要求更多"
  shall attested by verifier using inspection, inquiry
  shall comment is given

waive PACT-C20
  because "nothing grows here" zh "此处无生物质"
"""


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "en",
            [
                "from 2026-01-01 until 2030-12-31", "Tightened by Gas:</b> we ask for more", "set by Gas instead of",
                "Waived by Gas:</b> nothing grows here",
            ],
        ),
        (
            "zh",
            [
                "自2026-01-01起，至2030-12-31止", "由《气体》加严：</b>要求更多", "由《气体》设定，原为",
                "由《气体》免除：</b>此处无生物质",
            ],
        ),
    ],
)  # fmt: skip
def test_a_page_says_what_the_standard_changes_of_what_it_builds_on(
    tmp_path: Path, language: str, parts: list[str]
) -> None:
    file = tmp_path / "gas.pcr"
    file.write_text(CHILD, encoding="utf-8")
    ended = footrule("docs", file, "--lang", language)
    assert (ended.status, ended.err) == (0, "")
    assert [part for part in parts if part not in ended.out] == []


def test_a_rule_asked_for_by_its_id_alone_is_that_of_the_file_that_declares_it(tmp_path: Path) -> None:
    file = tmp_path / "gas.pcr"
    file.write_text(CHILD, encoding="utf-8")
    alone = footrule("show", "PACT-C17", "--library", file).squeezed
    assert "PACT: constraints across attributes" in alone and "tightened" not in alone
    assert "tightened by gas" in footrule("show", "gas", "PACT-C17", "--library", file).squeezed


def test_a_standard_with_mistakes_has_no_page(tmp_path: Path) -> None:
    file = tmp_path / "broken.pcr"
    file.write_text(ETHYLENE.read_text(encoding="utf-8").replace("pcf.mass", "pcf.mas"), encoding="utf-8")
    ended = footrule("docs", file)
    assert (ended.status, ended.out) == (2, "")
    assert "has mistakes" in ended.err


@pytest.mark.parametrize("asked", ["ethylen", "nowhere.pcr", "", "\x1b[31m"])
def test_what_there_is_not_is_2(asked: str) -> None:
    ended = footrule("docs", asked)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err
    assert "\x1b" not in ended.err


def test_a_page_that_cannot_be_written_is_2(tmp_path: Path) -> None:
    ended = footrule("docs", "ethylene", "-o", tmp_path / "no" / "folder.html")
    assert (ended.status, ended.out) == (2, "")
    assert "cannot be written" in ended.err


def test_a_rule_and_an_allocation_are_shown_as_sentences() -> None:
    shown = footrule("show", "ethylene", "ETH-6.4").squeezed
    assert "For each `c` in `crackers`, `made` shall be within 1 % (`yield_closure`) of `fed`." in shown
    chinese = footrule("show", "ethylene", "ETH-6.10", "--lang", "zh").squeezed
    assert "的负荷应按下述方法分配" in chinese
