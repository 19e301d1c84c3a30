"""What a page says of what a standard builds on: rules changed and waived, parameters set, clauses answered for."""

from __future__ import annotations

import re

import pytest

from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import Edition, edition_of
from footrule.publish.origins import origins_of
from footrule.publish.page import standard_page
from tests.publish.outline import Outline, said

LIBRARY = """
document doc "A document" zh "某文件" edition "1"

clauses doc
  1 "One" zh "一"
  2 "Two" zh "二" attested
  3 "Three" zh "三" not applicable because "there is none" zh "没有"
  4 "Four" zh "四"

parameter cap = 3 %
  cite doc "1"
parameter cut_off: share open "how much may be left out" zh "可舍去多少"

section 3 "Limits" zh "限值"

rule LIB-1 "Little is left out" zh "舍去的很少"
  cite  doc "1"
  shall pcf.exempted_share <= cap

rule LIB-2 "The cut-off is kept" zh "不超过取舍限值"
  cite  doc "1"
  shall pcf.exempted_share <= cut_off

section 7 "Persons" zh "人员"

rule LIB-3 "Somebody has looked" zh "有人看过"
  cite  doc "2"
  shall attested by verifier using inspection

rule LIB-4 "There is a mass" zh "有质量"
  cite  doc "4"
  shall pcf.mass > 0 kg

example "A library's own"
  from "f.json"
  fails LIB-1, LIB-2, LIB-4
"""
CHILD = """
document ours "Ours" zh "我们的" edition "2"

set parameter cut_off = 2 %
  cite ours "9"

section 1 "All" zh "全部"

tighten LIB-3
  cite  ours "1"
  shall attested by verifier using inspection, inquiry

replace LIB-4 "There is a country" zh "有国家"
  because "masses are dull" zh "质量无趣"
  cite  ours "2"
  shall pcf.country is given

waive LIB-1
  because "everything is left out" zh "全部舍去"
  cite ours "3"

example "A child's own"
  from "f.json"
  fails LIB-2, LIB-4
"""
LAST = """
document theirs "Theirs" zh "他们的" edition "3"

set parameter cut_off = 1 %
  provisional "until we know" zh "待定之前"

tighten LIB-3
  because "twice is better" zh "两次更好"
  shall attested by verifier using inspection, inquiry, recalculation
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path_factory.mktemp("cache")))


def file(name: str, text: str, extends: str = "", version: str = "1.0.0") -> Edition:
    titles = {
        "lib": '"The library" zh "规则库甲"',
        "child": '"The child" zh "子标准"',
        "last": '"The last" zh "末标准"',
    }
    head = f"library {name} {version}\n  title {titles[name]}\n" + (f"  extends {extends}\n" if extends else "")
    edition = edition_of((head + text).encode(), f"{name}.pcr")
    assert edition is not None
    return edition


LIB = file("lib", LIBRARY)
ALL = (LIB, file("child", CHILD, "lib 1"), file("last", LAST, "child 1"))


def page(*files: Edition, languages: tuple[str, ...] = ("en",)) -> str:
    """The page of the last of some files, where all are installed."""
    catalogue = Catalogue(files)
    standard = checked(files[-1], catalogue).standard
    assert standard is not None
    return standard_page(standard, origins_of(standard, catalogue), languages)


def article(text: str, id: str) -> str:
    (found,) = re.findall(rf'<article class="rule"><h\d id="{re.escape(id)}">.*?</article>', text, re.DOTALL)
    return said(found)


def annex(text: str, title: str) -> str:
    (found,) = re.findall(rf'<section><h2 id="annex-\w">(?:(?!</h2>).)*>{title}<.*?</section>', text, re.DOTALL)
    return str(found)


# Rules


def test_a_tightened_rule_says_by_whom_why_and_what_it_was() -> None:
    one = article(page(*ALL[:2]), "LIB-3")
    assert "Tightened by The child: Ours (2), 1" in one
    assert "Before The verifier shall confirm, by inspection, that this is met" in one
    assert "The verifier shall confirm, by inspection and inquiry, that this is met" in one


def test_a_rule_that_was_changed_twice_has_both_forms_before() -> None:
    one = article(page(*ALL), "LIB-3")
    places = [
        one.index(part)
        for part in (
            "Tightened by The child: Ours (2), 1",
            "by inspection, that",
            "Tightened by The last: twice is better",
            "by inspection and inquiry, that",
            "by inspection, inquiry and recalculation, that",
        )
    ]
    assert places == sorted(places)


def test_a_replaced_rule_has_its_old_title_and_stays_where_it_was() -> None:
    text = page(*ALL[:2])
    one = article(text, "LIB-4")
    assert one.startswith("LIB-4 There is a country")
    assert "Replaced by The child: masses are dull" in one
    assert "Before There is a mass The “product mass without packaging” shall be greater than 0 kg." in one
    # The child wrote it in a section 1, and the library has none of that number.
    assert text.index('id="lib-section-7"') < text.index('id="LIB-4"') < text.index('id="annex-A"')


def test_a_rule_says_which_values_of_its_limits_another_file_has_set() -> None:
    assert "cut_off is 2 %, set by The child, which The library leaves open" in article(page(*ALL[:2]), "LIB-2")
    assert "cut_off is 1 %, set by The last instead of 2 %" in article(page(*ALL), "LIB-2")
    assert "set by" not in article(page(LIB), "LIB-2")


def test_examples_are_those_of_the_rule_as_it_is() -> None:
    text = page(*ALL[:2])
    assert "A child's own" in article(text, "LIB-4") and "A library's own" not in article(text, "LIB-4")
    assert "A child's own" in article(text, "LIB-2") and "A library's own" not in article(text, "LIB-2")
    plain = page(LIB, file("child", "", "lib 1"))
    assert "A library's own" in article(plain, "LIB-4")


def test_what_is_taken_in_is_that_of_the_edition_it_is_built_on() -> None:
    newer = file("lib", LIBRARY.replace("There is a mass", "There is some mass"), version="1.1.0")
    text = page(LIB, newer, file("child", "", "lib 1"))
    assert article(text, "LIB-4").startswith("LIB-4 There is some mass")
    assert "The library (lib 1.1.0)" in said(text)


# The front and the annexes


def test_the_front_lists_every_change_and_leads_to_it() -> None:
    text = page(*ALL)
    front = said(text[text.index("<header") : text.index("</header>")])
    assert "Changes to what it builds on" in front
    assert "tightened: LIB-3 replaced: LIB-4 not applied: LIB-1 set: cut_off" in front
    assert {"#LIB-3", "#LIB-4", "#LIB-1", "#parameter-cut_off"} <= set(Outline(text).addresses)
    assert "Changes to what it builds on" not in said(page(LIB))


def test_rules_that_are_not_applied_say_what_they_ask_whose_they_are_and_why() -> None:
    text = page(*ALL)
    one = said(annex(text, "Rules not applied"))
    assert "LIB-1 Little is left out The “share of exempted emissions” shall be at most 3 % (cap)." in one
    assert "The library Waived by The child: everything is left out Ours (2), 3" in one
    assert 'id="LIB-1"' in text
    assert "are applied" in said(annex(page(LIB, file("child", "", "lib 1")), "Rules not applied"))
    assert "builds on no other" in said(annex(page(LIB), "Rules not applied"))


def test_parameters_say_who_set_them_and_what_they_were() -> None:
    one = said(annex(page(*ALL), "Parameters"))
    assert "set by The child, which The library leaves open set by The last instead of 2 %" in one
    assert "Provisional limit: until we know" in one
    assert "not set Left open: how much may be left out" in said(annex(page(LIB), "Parameters"))


def test_clauses_have_their_standing_and_lead_to_the_rules() -> None:
    found = annex(page(LIB), "Clauses answered for")
    rows = [said(row) for row in re.findall(r"<tr>.*?</tr>", found, re.DOTALL)]
    assert rows[1:] == [
        "1 One coded LIB-1, LIB-2",
        "2 Two attested LIB-3",
        "3 Three not applicable there is none",
        "4 Four coded LIB-4",
    ]
    assert 'href="#LIB-2"' in found
    assert "Clauses 4: coded 2, attested 1, not applicable 1, gaps 0." in said(found)


def test_a_gap_and_what_is_cited_besides_and_without_a_register_are_told() -> None:
    register = 'document more "More" zh "更多" edition "1"\nclauses more in part 5 "Five" zh "五" 6 "Six" zh "六"\n'
    rules = 'rule C-1 "A rule" zh "规则"\n  cite more "5"\n  cite more "7"\n  cite ours "1"\n  shall pcf.mass > 1 kg\n'
    ours = 'document ours "Ours" zh "我们的" edition "2"\n'
    found = annex(page(LIB, file("child", register + ours + rules, "lib 1")), "Clauses answered for")
    text = said(found)
    # The file's own register comes before those that it takes in.
    assert text.index("More (1), in part") < text.index("A document (1)")
    assert "6 Six GAP" in text
    assert "Cited besides, in clauses that this register leaves out: 7: C-1" in text
    assert text.endswith("gaps 1. Without a register: Ours (2).")
    assert "No document that it cites has a register" in said(annex(page(file("lib", "")), "Clauses answered for"))


# Whole pages


@pytest.mark.parametrize("languages", [("en",), ("zh",), ("en", "zh")], ids="-".join)
def test_a_page_with_changes_is_whole(languages: tuple[str, ...]) -> None:
    outline = Outline(page(*ALL, languages=languages))
    assert outline.open == []
    assert len(set(outline.ids)) == len(outline.ids)
    assert {address.removeprefix("#") for address in outline.addresses} <= set(outline.ids)
    assert all(later - earlier <= 1 for earlier, later in zip(outline.levels, outline.levels[1:], strict=False))


def test_a_chinese_page_is_set_as_chinese_is() -> None:
    text = page(*ALL, languages=("zh",))
    seen = said(text)
    assert re.findall("[：，。；、] ", "".join(Outline(text).texts)) == []
    assert "由《子标准》代替：质量无趣" in seen
    assert "由《子标准》设定，《规则库甲》留待设定" in seen
    assert "免除：LIB-1" in seen
    assert '<span lang="en">A child&#x27;s own</span>——' in text


def test_hostile_texts_stay_texts() -> None:
    hostile = CHILD.replace("masses are dull", "<script>alert(1)</script>").replace("everything is left", "</table>")
    text = page(LIB, file("child", hostile, "lib 1"), languages=("en", "zh"))
    assert Outline(text).open == []
    assert "<script" not in text and "&lt;script&gt;" in text
