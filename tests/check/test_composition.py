"""What a file changes in what it extends: parameters set, rules tightened, replaced, waived."""

from __future__ import annotations

import pytest

from footrule.library.catalogue import Broken, Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import Edition, edition_of
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model.doubt import DoubtKind
from footrule.model.standard import Asserted, HowChanged, Rule, Standard
from footrule.model.walk import below, expressions_in
from footrule.text.diagnostic import Diagnostic

DOCUMENT = 'document doc "A document"  edition "1"\n'
LIBRARY = """
parameter cap = 3 %
  cite doc "1"
parameter cut_off: share open "how much may be left out"
define small = pcf.exempted_share <= cap

rule LIB-1 "Little is left out"
  cite  doc "1"
  shall small

rule LIB-2 "The cut-off is kept"
  cite  doc "2"
  when  pcf.exempted_share is given
  shall pcf.exempted_share <= cut_off

rule LIB-3 "Sources have versions"
  cite     doc "3"
  for each s in pcf.secondary_sources where s.name is given
  let      years = 2
  should   s.version is given
  shall    count(t for t in pcf.secondary_sources) <= 2 * years when s.name is given

rule LIB-4 "The scale is one of some"
  cite  doc "4"
  shall pcf.exempted_share < 1 and pcf.exempted_share >= 0 %
"""


def file(name: str, text: str = "", *, extends: str = "", kind: str = "library", version: str = "1.0.0") -> Edition:
    head = f'{kind} {name} {version}\n  title "Test"\n' + (f"  extends {extends}\n" if extends else "")
    edition = edition_of((head + DOCUMENT + text).encode(), f"{name}.pcr")
    assert edition is not None
    return edition


LIB = file("lib", LIBRARY)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path_factory.mktemp("cache")))


def check(*files: Edition) -> tuple[Standard | None, tuple[Diagnostic, ...]]:
    found = checked(files[-1], Catalogue(files))
    return found.standard, found.diagnostics


def codes(*files: Edition) -> list[str]:
    return [one.code for one in check(*files)[1] if not one.code.startswith("P03") and one.code != "P0220"]


def child(text: str, **more: str) -> Edition:
    return file("child", text, extends="lib 1", **more)


def effective(text: str) -> Standard:
    standard, diagnostics = check(LIB, child(text))
    assert standard is not None, [one.headline for one in diagnostics]
    return standard


def rule_of(standard: Standard, id: str) -> Rule:
    (rule,) = (one for one in standard.rules if one.id == id)
    return rule


def marked(diagnostic: Diagnostic) -> str:
    span = diagnostic.primary.span
    return diagnostic.source.text[span.start : span.end]


# Parameters


def test_a_parameter_that_is_set_has_its_value_in_every_rule_that_rests_on_it() -> None:
    standard = effective('set parameter cap = 2 %\n  provisional "until the committee decides"\n')
    cap = next(one for one in standard.parameters if one.name == "cap")
    assert isinstance(cap.value, model.Constant) and isinstance(cap.value.value, Quantity)
    assert str(cap.value.value) == "2 %"
    assert cap.standard == "lib" and [one.by for one in cap.settings] == ["child"]
    (asserted,) = rule_of(standard, "LIB-1").requirements
    assert isinstance(asserted, Asserted)
    # The rule names a definition, which names the parameter; that it is provisional now is said of the requirement.
    assert [one.name for one in asserted.provisional] == ["cap"]
    held = asserted.asserted
    assert isinstance(held, model.Definition) and isinstance(held.value, model.ComparisonOf)
    assert isinstance(held.value.right, model.Constant) and held.value.right.value == cap.value.value
    own, _ = check(LIB)
    assert own is not None and rule_of(own, "LIB-1").requirements[0] != asserted


def test_a_parameter_that_is_left_open_is_a_doubt_until_it_is_set() -> None:
    own, _ = check(LIB)
    assert own is not None
    doubts = rule_of(own, "LIB-2").requirements[0].doubts
    assert [one.wording.in_language("en") for one in doubts if one.kind is DoubtKind.UNSET] == [
        "parameter `cut_off` is not set"
    ]
    standard = effective('set parameter cut_off = 1 %\n  cite doc "1"\n')
    assert DoubtKind.UNSET not in {one.kind for one in rule_of(standard, "LIB-2").requirements[0].doubts}
    assert all(one.is_set for one in standard.parameters)


SHARING = """
parameter near = 0.5
  cite doc "1"
allocate LIB-9 "Shared"
  cite      doc "9"
  on each   p in processes
  share     all: everything else among o in p.outputs by o.mass
  tolerance near points
"""


def test_a_tolerance_in_points_that_is_set_stays_one_in_points() -> None:
    standard, _ = check(file("lib", SHARING), child('set parameter near = 0.2\n  cite doc "1"\n'))
    assert standard is not None
    parts = (node for part in expressions_in(rule_of(standard, "SHARES-LIB-9")) for node in below(part))
    (tolerance,) = (one.tolerance for one in parts if isinstance(one, model.WithinOf))
    assert isinstance(tolerance, model.ArithmeticOf)
    values = [one.value for one in (tolerance.left, tolerance.right) if isinstance(one, model.Constant)]
    assert [str(one) for one in values] == ["0.2", "1 points"]


def test_a_parameter_is_set_to_a_value_of_its_kind() -> None:
    assert codes(LIB, child('set parameter cap = 2 kg\n  cite doc "1"\n')) == ["P0204"]
    assert codes(LIB, child('set parameter cap = pcf.mass\n  cite doc "1"\n')) == ["P0214"]
    assert codes(LIB, child("set parameter cap = 2 %\n")) == ["P0213"]
    assert codes(LIB, child('set parameter cop = 2 %\n  cite doc "1"\n')) == ["P0242"]


def test_p0248_a_standard_sets_every_parameter_that_is_left_open() -> None:
    _, diagnostics = check(LIB, child("", kind="standard"))
    (found,) = (one for one in diagnostics if one.code == "P0248")
    assert marked(found) == "child" and "`cut_off`" in found.headline.in_language("en")
    settled = 'set parameter cut_off = 1 %\n  cite doc "1"\n'
    assert codes(LIB, child(settled, kind="standard")) == []
    # One with a mistake is told once, for its mistake.
    assert codes(LIB, child('set parameter cut_off = 1 kg\n  cite doc "1"\n', kind="standard")) == ["P0204"]


def test_a_grandchild_sees_who_set_a_parameter_and_may_set_it_again() -> None:
    middle = child('set parameter cap = 2 %\n  cite doc "1"\n')
    last = file("last", 'set parameter cap = 1 %\n  cite doc "1"\n', extends="child 1")
    standard, _ = check(LIB, middle, last)
    assert standard is not None
    cap = next(one for one in standard.parameters if one.name == "cap")
    assert [(one.by, one.was.written) for one in cap.settings] == [("child", "3 %"), ("last", "2 %")]


# Rules


def test_a_rule_is_tightened_and_keeps_its_origin_its_place_and_its_clauses() -> None:
    standard = effective('tighten LIB-1\n  because "we can"\n  cite doc "9"\n  shall pcf.exempted_share <= 2 %\n')
    assert [one.id for one in standard.rules] == ["LIB-1", "LIB-2", "LIB-3", "LIB-4"]
    rule = rule_of(standard, "LIB-1")
    assert (rule.standard, rule.written_in) == ("lib", "child")
    assert [one.clause for one in rule.cites] == ["9", "1"]
    (change,) = rule.changes
    assert (change.how, change.by, str(change.because)) == (HowChanged.TIGHTENED, "child", "we can")
    assert [one.clause for one in change.cites] == ["9"]


def test_a_tighten_may_use_the_names_of_the_rule() -> None:
    lines = (
        "  shall s.version is given\n  shall count(t for t in pcf.secondary_sources) <= years when s.name is given\n"
    )
    standard = effective(f'tighten LIB-3\n  cite doc "1"\n{lines}')
    rule = rule_of(standard, "LIB-3")
    assert rule.for_each is not None and [let.name for let in rule.lets] == ["years"]


TIGHTER = [
    "LIB-1: shall pcf.exempted_share <= 2 %",
    "LIB-1: shall pcf.exempted_share < 3 %",
    "LIB-1: shall pcf.exempted_share <= cap and pcf.mass > 0 kg",
    "LIB-1: shall small shall pcf.mass > 0 kg",
    "LIB-2: shall pcf.exempted_share <= cut_off - 1 % or pcf.exempted_share < cut_off and pcf.exempted_share < 0 %",
    "LIB-4: shall not (pcf.exempted_share >= 50 %) and pcf.exempted_share >= 0",
    'LIB-5: shall comment is "a"',
    'LIB-5: shall comment in {"a", "b"}',
    "LIB-6: shall every s in pcf.secondary_sources satisfies s.name is given and s.version is given",
    "LIB-7: shall pcf.mass within 1 % of 2 kg",
    "LIB-8: shall pcf.exempted_share <= 3 %",
    "LIB-9: shall attested by verifier using inspection, inquiry",
]
LOOSER = [
    "LIB-1: shall pcf.exempted_share <= 5 %",
    "LIB-1: should small",
    "LIB-1: shall small when pcf.mass > 0 kg",
    "LIB-1: shall small or pcf.mass > 0 kg",
    "LIB-2: when pcf.mass > 0 kg and pcf.exempted_share is given shall pcf.exempted_share <= cut_off",
    "LIB-3: shall count(t for t in pcf.secondary_sources) <= 2 * years when s.name is given",
    "LIB-4: shall pcf.exempted_share >= 0 %",
    'LIB-5: shall comment in {"a", "b", "c", "d"}',
    "LIB-6: shall every s in pcf.secondary_sources where s.version is given satisfies s.name is given",
    "LIB-7: shall pcf.mass within 10 % of 2 kg",
    "LIB-8: from 2030-01-01 against pcf.reference_period_end shall pcf.exempted_share <= 4 %",
    "LIB-9: shall attested by verifier",
]
SAME = [
    "LIB-1: shall pcf.exempted_share <= 3 %",
    "LIB-1: shall not (pcf.exempted_share > 0.03)",
    "LIB-4: shall pcf.exempted_share >= 0 % and pcf.exempted_share < 100 %",
    'LIB-5: shall comment is "c" or comment in {"b", "a"}',
    "LIB-6: shall no source in pcf.secondary_sources satisfies not (source.name is given)",
]
UNTOLD = [
    "LIB-6: shall some s in pcf.secondary_sources satisfies s.name is given shall pcf.mass is given",
    "LIB-1: shall pcf.exempted_share equals 3 %",
    "LIB-1: shall pcf.mass > 0 kg",
    "LIB-1: shall attested by verifier",
    "LIB-7: shall pcf.mass within 1 % * pcf.mass of 2 kg",
    "LIB-9: shall attested by critical_reviewer using inspection",
]
MORE = """
rule LIB-5 "A list"
  cite  doc "1"
  shall comment in {"a", "b", "c"}
rule LIB-6 "Names"
  cite  doc "1"
  shall every s in pcf.secondary_sources satisfies s.name is given
rule LIB-7 "Two kilograms"
  cite  doc "1"
  shall pcf.mass within 5 % of 2 kg
rule LIB-8 "Later"
  cite  doc "1"
  from  2027-12-31 against pcf.reference_period_end
  shall pcf.exempted_share <= 4 %
rule LIB-9 "A person judges"
  cite  doc "1"
  shall attested by verifier using inspection
"""
WIDE = file("lib", LIBRARY + MORE)


def tightened(case: str) -> list[str]:
    name, _, lines = case.partition(": ")
    return codes(WIDE, child(f'tighten {name}\n  cite doc "1"\n  {lines}\n'))


@pytest.mark.parametrize("case", TIGHTER)
def test_what_asks_for_more_is_taken(case: str) -> None:
    assert tightened(case) == []


@pytest.mark.parametrize("case", LOOSER)
def test_p0243_what_can_be_shown_to_ask_for_less_is_refused(case: str) -> None:
    assert tightened(case) == ["P0243"]


@pytest.mark.parametrize("case", SAME)
def test_p0245_what_asks_for_the_same_is_told(case: str) -> None:
    assert tightened(case) == ["P0245"]


@pytest.mark.parametrize("case", UNTOLD)
def test_p0244_what_cannot_be_told_is_said_to_be_so(case: str) -> None:
    assert tightened(case) == ["P0244"]


def test_a_tighten_says_what_for() -> None:
    assert codes(LIB, child("tighten LIB-1\n  when pcf.mass > 0 kg\n  shall pcf.exempted_share <= 1 %\n")) == ["P0210"]


def test_a_rule_is_replaced_where_it_stands_and_says_why() -> None:
    text = 'replace LIB-2 "Another"\n  because "ours is clearer"\n  cite doc "2"\n  shall pcf.mass > 0 kg\n'
    standard = effective(text)
    assert [one.id for one in standard.rules] == ["LIB-1", "LIB-2", "LIB-3", "LIB-4"]
    rule = rule_of(standard, "LIB-2")
    assert (str(rule.title), rule.standard, rule.written_in) == ("Another", "lib", "child")
    assert [(one.how, str(one.because)) for one in rule.changes] == [(HowChanged.REPLACED, "ours is clearer")]


def test_a_waived_rule_is_not_applied_and_not_forgotten() -> None:
    standard = effective('waive LIB-2\n  because "not for gases"\n  cite doc "7"\n')
    assert [one.id for one in standard.rules] == ["LIB-1", "LIB-3", "LIB-4"]
    (waived,) = standard.waived
    assert (waived.id, waived.standard, waived.by, str(waived.because)) == ("LIB-2", "lib", "child", "not for gases")
    # Its id stays taken, and those that extend the file know of it.
    own = 'rule LIB-2 "Mine"\n  cite doc "1"\n  shall pcf.mass > 0 kg\n'
    assert codes(LIB, child(f'waive LIB-2 because "x"\n{own}')) == ["P0209"]
    last, _ = check(LIB, child('waive LIB-2 because "x"\n'), file("last", extends="child 1"))
    assert last is not None and [one.by for one in last.waived] == ["child"]
    back = 'replace LIB-2 "Back" because "y"\n  cite doc "1"\n  shall pcf.mass > 0 kg\n'
    again, _ = check(LIB, child('waive LIB-2 because "x"\n'), file("last", back, extends="child 1"))
    assert again is not None and not again.waived and "LIB-2" in {one.id for one in again.rules}


def test_p0247_a_rule_is_changed_once_in_a_file() -> None:
    assert codes(LIB, child('waive LIB-1 because "a"\nwaive LIB-1 because "b"\n')) == ["P0247"]


def test_p0249_an_allocation_can_be_waived_and_nothing_else() -> None:
    allocation = (
        'allocate LIB-A "By mass"\n  cite doc "1"\n  on each p in processes\n'
        "  share rest: everything else among o in p.outputs\n    by o.mass\n"
    )
    library = file("lib", LIBRARY + allocation)
    requirement = '  cite doc "1"\n  shall pcf.mass > 0 kg\n'
    assert codes(library, child(f"tighten LIB-A\n{requirement}")) == ["P0249"]
    assert codes(library, child(f'replace LIB-A "x" because "y"\n{requirement}')) == ["P0249"]
    standard, _ = check(library, child('waive LIB-A because "shares are metered"\n'))
    assert standard is not None and not standard.allocations and [one.id for one in standard.waived] == ["LIB-A"]


# Several files


def test_p0240_a_circle_names_its_members() -> None:
    circle = [file("a", extends="b 1"), file("b", extends="c 1"), file("c", extends="a 1")]
    for start in range(3):
        loaded = Catalogue(circle).load(circle[start])
        assert isinstance(loaded, Broken)
        (found,) = loaded.diagnostics
        assert found.code == "P0240"
        names = "abcabc"[start : start + 4]
        assert found.primary.text.in_language("en") == " → ".join(names)
    # What only extends a circle is told that it cannot be extended.
    assert codes(*circle, file("d", extends="a 1")) == ["P0212"]


def test_p0241_two_major_versions_of_one_library_are_told_with_their_ways() -> None:
    two = file("lib", LIBRARY, version="2.0.0")
    one, other = child(""), file("other", extends="lib 2")
    _, diagnostics = check(LIB, two, one, other, file("last", extends="child 1, other 1"))
    told = [found.headline.in_language("en") for found in diagnostics if found.code == "P0241"]
    assert told == ["two major versions of `lib` come together: lib 1.0.0 by child, lib 2.0.0 by other"]


def test_p0246_a_rule_that_comes_in_two_forms_is_told_unless_the_file_says_which_holds() -> None:
    strict = child('tighten LIB-1\n  cite doc "1"\n  shall pcf.exempted_share <= 1 %\n')
    plain = file("plain", extends="lib 1")
    last = "child 1, plain 1"
    assert codes(LIB, strict, plain, file("last", extends=last)) == ["P0246"]
    assert codes(LIB, strict, plain, file("last", 'waive LIB-1 because "neither"\n', extends=last)) == []
    waiving = child('waive LIB-1 because "no"\n')
    assert codes(LIB, waiving, plain, file("last", extends=last)) == ["P0246"]
    kept, _ = check(LIB, plain, file("last", extends="lib 1, plain 1"))
    assert kept is not None and [one.id for one in kept.rules].count("LIB-1") == 1


def test_a_parameter_that_two_parents_set_differently_is_settled_by_the_child() -> None:
    one = child('set parameter cap = 2 %\n  cite doc "1"\n')
    other = file("other", 'set parameter cap = 1 %\n  cite doc "1"\n', extends="lib 1")
    both = "child 1, other 1"
    assert codes(LIB, one, other, file("last", extends=both)) == ["P0230", "P0246"]
    settled = 'set parameter cap = 1 %\n  cite doc "1"\n'
    assert codes(LIB, one, other, file("last", settled, extends=both)) == []


@pytest.mark.parametrize("parents", ["sets 1, keeps 1", "keeps 1, sets 1", "lib 1, sets 1, keeps 1"])
def test_what_one_parent_leaves_open_another_may_set(parents: str) -> None:
    sets = file("sets", 'set parameter cut_off = 2 %\n  cite doc "1"\n', extends="lib 1")
    keeps = file("keeps", 'rule K-1 "Kept"\n  cite doc "1"\n  shall pcf.exempted_share < cut_off\n', extends="lib 1")
    last, told = check(LIB, sets, keeps, file("last", extends=parents))
    assert told == () and last is not None
    (parameter,) = [one for one in last.parameters if one.name == "cut_off"]
    assert [one.by for one in parameter.settings] == ["sets"]
    limits = [one for rule in last.rules if rule.id in ("LIB-2", "K-1") for one in expressions_in(rule)]
    assert not [one for one in limits if isinstance(one, model.UnsetParameter)]


def test_what_a_parent_leaves_open_two_others_may_not_set_differently() -> None:
    one, other = (
        file(name, f'set parameter cut_off = {value} %\n  cite doc "1"\n', extends="lib 1")
        for name, value in (("one", 1), ("other", 2))
    )
    assert "P0230" in codes(LIB, one, other, file("last", extends="lib 1, one 1, other 1"))


def test_a_changed_parent_makes_another_standard_of_its_child(tmp_path: object) -> None:
    text = 'tighten LIB-1\n  cite doc "1"\n  shall pcf.exempted_share <= 2 %\n'
    before = Catalogue([LIB, child(text)]).load(child(text))
    assert Catalogue([LIB, child(text)]).load(child(text)) == before
    other = file("lib", LIBRARY.replace("cap = 3 %", "cap = 1 %"))
    loaded = Catalogue([other, child(text)]).load(child(text))
    # What tightened the old library loosens the new one, and the kept result of the old is not used.
    assert isinstance(loaded, Broken) and [one.code for one in loaded.diagnostics] == ["P0243"]
