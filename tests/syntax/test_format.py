"""The formatter changes where words stand, and nothing else; doing it twice is doing it once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.syntax.format import formatted
from footrule.syntax.parse import the_parser
from footrule.syntax.tables import InteractiveParser
from footrule.text.diagnostic import Sink
from footrule.text.source import Source

ROOT = Path(__file__).parents[2]
SHIPPED = sorted([*ROOT.glob("rules/**/*.pcr"), *ROOT.glob("standards/**/*.pcr")])
_STRING = r'"(?:\\.|[^"\\\n])*"'
# A unit such as `kg CO2e` has one blank in it, and a language stands on the line of its text.
_WORD = re.compile(rf"zh {_STRING}|{_STRING}|#[^\n]*|\w+ CO2e|[^\s\"#]+")


def laid_out(text: str) -> str:
    """The text in the canonical layout; the text is one that parses."""
    sink = Sink()
    result = formatted(Source("test.pcr", text), sink)
    assert result is not None, [str(one.headline) for one in sink]
    return result


def letters(text: str) -> str:
    """A text without its white space outside quotes: what no layout may change."""
    return re.sub(r"\s+", "", text)


BEFORE = """# what this file is for
library   small 1.0.0
 title "Small"
   zh "小"
document d "D" edition "1"
# about the parameter
parameter cap=3 % provisional "why"   # a limit
rule A-1 "One"   zh "一"
    cite d "1"
  # what counts
  let total=pcf.fossil+
pcf.aircraft absent as 0 kg CO2e
  when not(pcf.packaging_included)
  shall total<=-( 2 kg CO2e )or abs( total )>cap*total
  otherwise "too much: {total}"
  zh "过多"
example "x"
  from "a.json"
  set pcf.sector_rules [1] . operator to other
  fails A-1,A-1
"""

AFTER = """# what this file is for
library small 1.0.0
  title         "Small"
             zh "小"
document d "D"  edition "1"
# about the parameter
parameter cap = 3 %
  provisional "why"  # a limit

rule A-1 "One"  zh "一"
  cite      d "1"
  # what counts
  let       total = pcf.fossil +
            pcf.aircraft absent as 0 kg CO2e
  when      not (pcf.packaging_included)
  shall     total <= -(2 kg CO2e) or abs(total) > cap * total
  otherwise "too much: {total}"
         zh "过多"

example "x"
  from         "a.json"
  set          pcf.sector_rules[1].operator to other
  fails        A-1, A-1
"""


def test_the_layout_is_this_one() -> None:
    assert laid_out(BEFORE) == AFTER


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_is_laid_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert laid_out(text) == text


SPACES = st.sampled_from([" ", "  ", "\n", "\n   ", "\t", "\n\n", " \n \n\n"])
STANDARD = (ROOT / "standards/ethylene/standard.pcr").read_text(encoding="utf-8")


@given(st.sampled_from([AFTER, STANDARD]), st.data())
def test_however_it_was_spaced_no_word_is_lost_and_twice_is_once(text: str, data: st.DataObject) -> None:
    words = _WORD.findall(text)
    first = data.draw(st.integers(0, max(len(words) - 60, 0)))
    gaps = data.draw(st.lists(SPACES, min_size=60, max_size=60))
    spaced = ""
    for number, word in enumerate(words):
        gap = gaps[number - first] if first <= number < first + 60 else " "
        after_comment = number > 0 and words[number - 1].startswith("#")
        spaced += ("\n" if after_comment and "\n" not in gap else gap) + word
    once = laid_out(spaced)
    assert letters(once) == letters(spaced)
    assert laid_out(once) == once


IN_FULL_WIDTH = """library small 1.0.0
  title "Small：（小），、"
document d "D" edition "1"
codes reading
  included "in"
parameter how： reading = included cite d "1"
rule A-1 "One，two"
  cite d "1"
  shall （pcf.mass > 0 kg） and pcf.declared_unit in {kilogram、liter，piece}
  shall max（pcf.mass，1 kg） > 0 kg and how is included   # a remark：（as it is）
"""


def test_signs_in_full_width_are_laid_out_in_half_width_outside_of_texts() -> None:
    result = laid_out(IN_FULL_WIDTH)
    assert "  shall     (pcf.mass > 0 kg) and pcf.declared_unit in {kilogram, liter, piece}\n" in result
    assert "  shall     max(pcf.mass, 1 kg) > 0 kg and how is included  # a remark：（as it is）\n" in result
    assert 'title         "Small：（小），、"' in result
    assert "parameter how: reading = included\n" in result
    assert laid_out(result) == result


def test_keywords_there_and_back_are_the_same_text() -> None:
    once = laid_out(IN_FULL_WIDTH)
    there = formatted(Source("test.pcr", once), Sink(), "zh")
    assert there is not None
    assert there != once
    assert formatted(Source("test.pcr", there), Sink(), "en") == once


CHANGES = """library small 1.0.0
  title         "Small"
  extends       large 1
parameter cut_off: mass/energy open "chosen later"
set parameter cap = 2 %
  cite        d "1"

tighten LARGE-1
  because   "we can"  zh "可以"
  cite      d "2"
  shall     pcf.mass > 0 kg

replace LARGE-2 "Another"
  because   "clearer"
  cite      d "3"
  shall     pcf.mass > 0 kg

waive LARGE-3
  because   "not for gases"
"""


def test_changes_of_what_is_extended_are_laid_out_like_rules() -> None:
    once = laid_out(CHANGES.replace("\n  ", " "))
    assert once.replace("mass / energy", "mass/energy") == CHANGES
    there = formatted(Source("test.pcr", once), Sink(), "zh")
    assert there is not None and "加严 LARGE-1" in there and "设定参数 cap" in there
    assert formatted(Source("test.pcr", there), Sink(), "en") == once


def test_a_text_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = the_parser()
    by_word, begun = parser.parse_interactive, list[str]()

    def counted(text: str, start: str) -> InteractiveParser:
        begun.append(start)
        return by_word(text, start)

    def refused(text: str, start: str) -> None:
        raise AssertionError("parsed as a whole as well")

    monkeypatch.setattr(parser, "parse_interactive", counted)
    monkeypatch.setattr(parser, "parse", refused)
    laid_out(BEFORE)
    assert begun == ["start"]
