"""What the drafting lint makes of several files, of long and hostile ones, and of those that are shipped."""

from __future__ import annotations

from time import process_time

import pytest

from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import Edition, edition_of
from tests.language.blocks import HEAD, RULE_HEAD, checked_text
from tests.language.small_world import checked_small

FILTERED = """rule B-1 "Names of others"
  cite doc "1"
  for each r in pcf.sector_rules where r.operator is other
  shall r.other_operator_name is given
"""
REQUIRED = """rule A-1 "There is one"
  cite doc "1"
  shall some s in pcf.sector_rules satisfies s.operator is other
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path_factory.mktemp("cache")))


def file(name: str, text: str, extends: str = "") -> Edition:
    """A file of that name."""
    head = f'library {name} 1.0.0\n  title "Test"\n' + (f"  extends {extends}\n" if extends else "")
    edition = edition_of((head + 'document doc "A document"  edition "1"\n' + text).encode(), f"{name}.pcr")
    assert edition is not None
    return edition


def codes(*files: Edition) -> list[str]:
    """The codes of what is said of the last of some files, where the others are installed."""
    return [one.code for one in checked(files[-1], Catalogue(files)).diagnostics]


def test_a_rule_that_is_inherited_asks_for_the_element_as_well() -> None:
    assert codes(file("b", FILTERED)) == ["P0304"]
    assert codes(file("a", REQUIRED), file("b", FILTERED, extends="a 1")) == []


def test_an_inherited_rule_may_be_named_and_one_that_is_not_there_may_not() -> None:
    text = 'rule B-1 "As {} says"\n  cite doc "1"\n  shall pcf.mass > 0 kg\n'
    parent = file("a", REQUIRED.replace("A-1", "B-7"))
    assert codes(parent, file("b", text.format("B-7"), extends="a 1")) == []
    assert codes(parent, file("b", text.format("B-8"), extends="a 1")) == ["P0314"]


BADLY_DRAFTED = """define heavy = pcf.mass < 5 kg or pcf.mass < 5 kg
define few = pcf.exempted_share < 3 %

rule A-1 "Names must be given" zh "名称"
  cite doc "1"
  for each r in pcf.sector_rules where r.operator is other
  let  both = pcf.mass > 5 kg and pcf.mass < 3 kg
  when pcf.mass is given or pcf.mass is missing
  should r.other_operator_name is given when both
  otherwise "TBD"
  note "It shall be so."
"""


TIGHTENED = 'tighten A-1\n  cite doc "2"\n  cite doc "3"\n  shall r.other_operator_name is given '


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", []),
        (f"{TIGHTENED} when both\n", []),
        (f"{TIGHTENED} and heavy and few when both\n", []),
        (f'{TIGHTENED} when both\n  note "It shall be so."\n', ["P0303"]),
        ('waive A-1 because "not ours"\n', []),
    ],
)
def test_what_a_child_takes_in_is_told_to_whoever_wrote_it(text: str, told: list[str]) -> None:
    parent = file("a", BADLY_DRAFTED)
    assert codes(parent) == ["P0311", "P0307", "P0307", "P0317", "P0303"]
    assert codes(parent, file("b", text, extends="a 1")) == told


def test_a_change_with_an_error_in_it_is_drafted_as_far_as_it_can_be_read() -> None:
    change = (
        'tighten A-1\n  cite doc "2"\n  let few_r = count(r for r in pcf.sector_ruls)\n'
        '  shall r.other_operator_name is given and few_r < 3\n  otherwise "TBD"\n'
    )
    assert codes(file("a", BADLY_DRAFTED), file("b", change, extends="a 1")) == ["P0202", "P0317"]
    twice = 'waive A-1 because "not ours"\nreplace A-1 "Names" because "ours"\n  cite doc "1"\n  shall 1 < 2\n'
    assert codes(file("a", BADLY_DRAFTED), file("b", twice, extends="a 1")) == ["P0247"]


@pytest.mark.parametrize(
    ("asserted", "told"),
    [
        ("sum(f.mass for f in flows) = mass", True),
        ("mean(f.mass for f in flows where f.measured) = mass", True),
        ("sum(f.mass for f in flows) + 1 kg is exactly 5 kg", True),
        ("sum(f.mass for f in flows) equals mass", False),
        ("sum(1 kg for f in flows) = 3 kg", False),
        ("max(f.mass for f in flows) = mass", False),
        ("count(f for f in flows where f.mass + f.mass > 3 kg) = amount", False),
        ("every f in flows satisfies f.mass = mass", False),
        ("every f in flows satisfies f.mass + mass = other_mass", True),
    ],
)
def test_sums_over_a_list_are_rounded_and_counts_are_not(asserted: str, told: bool) -> None:
    _, diagnostics = checked_small(f"  shall {asserted}\n")
    assert [one.code for one in diagnostics] == ["P0310"] * told


@pytest.mark.parametrize(
    ("required", "told"),
    [
        ('"a" in words', False),
        ('count(v for v in words where v is "a") >= 1', False),
        ('some v in words satisfies v is "b"', True),
        ("some f in flows satisfies f.kind is waste", True),
        ("sum(f.mass for f in flows where f.measured) > 1 kg", True),
    ],
)
def test_the_elements_of_a_list_of_texts_are_asked_for(required: str, told: bool) -> None:
    each = '  for each w in words where w is "a"\n  shall mass > 1 kg\n'
    other = f'rule T-2 "Another rule" zh "规则二"\n  cite doc "1"\n  shall {required}\n'
    _, diagnostics = checked_small(RULE_HEAD + each + other)
    assert [one.code for one in diagnostics] == ["P0304"] * told


@pytest.mark.parametrize(
    ("required", "told"),
    [
        ("some f in flows satisfies f.kind is waste", False),
        ("exactly one f in flows where f.kind is waste satisfies f.measured", False),
        ("sum(f.mass for f in flows where f.kind is waste) > 1 kg", False),
        ("not (every f in flows satisfies f.kind is not waste)", False),
        ("distinct(f.kind for f in flows) = 3", False),
        ("some f in flows satisfies f.kind in {waste, product}", False),
        ("every f in flows satisfies f.kind is waste", True),
        ("no f in flows satisfies f.kind is product", True),
        ("some f in flows where f.measured satisfies f.kind is product", True),
        ("some f in flows satisfies f.mass > 1 kg", True),
    ],
)
def test_only_a_rule_about_the_same_elements_asks_for_them(required: str, told: bool) -> None:
    each = "  for each g in flows where g.kind is waste\n  shall g.mass > 1 kg\n"
    other = f'rule T-2 "Another rule" zh "规则二"\n  cite doc "1"\n  shall {required}\n'
    _, diagnostics = checked_small(RULE_HEAD + each + other)
    assert [one.code for one in diagnostics] == ["P0304"] * told


def test_names_that_double_what_they_name_are_looked_at_once_each() -> None:
    doubled = "".join(f"  let a{n} = a{n - 1} + a{n - 1}\n" for n in range(1, 40))
    before = process_time()
    _, diagnostics = checked_text(f"{HEAD}{RULE_HEAD}  let a0 = 1 kg\n{doubled}  shall a39 > 2 kg\n")
    assert [one.code for one in diagnostics] == ["P0305"]
    assert process_time() - before < 20


def test_a_long_set_is_looked_at_in_one_pass() -> None:
    members = ", ".join(f"{n} kg" for n in range(3000))
    _, diagnostics = checked_text(f"{HEAD}{RULE_HEAD}  shall pcf.mass in {{{members}, 7000 g}}\n")
    assert [one.code for one in diagnostics] == ["P0308"]


def test_a_mistake_of_each_kind_is_told_beside_the_others() -> None:
    """Errors and drafting defects of one file: each once, whatever else is wrong."""
    text = """parameter cap = 3 %
  provisional "TBD"

rule T-1 "The mass must be given"
  cite doc "1"
  shall pcf.mas is given

rule T-2 "Bounds"
  cite doc "1"
  shall pcf.mass > 5 kg and pcf.mass < 3 kg
  shall cap < 5 %
  shall pcf.fossil + pcf.land_use_change = pcf.excluding_biogenic_uptake
  note "It shall be so."
"""
    _, diagnostics = checked_text(HEAD + text)
    assert [one.code for one in diagnostics] == ["P0317", "P0311", "P0202", "P0307", "P0305", "P0310", "P0303"]
