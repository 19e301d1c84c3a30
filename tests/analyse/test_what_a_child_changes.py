"""A file is tested in what it changes of others: rules tightened or replaced, and parameters set."""

from __future__ import annotations

import pytest

from footrule.analyse.branches import branches
from footrule.analyse.examples import run_examples
from footrule.analyse.mutants import Mutant, mutants
from footrule.analyse.mutation import mutate
from footrule.analyse.places import line_of
from footrule.analyse.trial import trial
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import Edition, edition_of
from footrule.model.standard import Standard
from tests.submission.pact_documents import PACT_3_TEXT

LIBRARY = """
parameter cap = 3 %
  cite doc "1"
parameter half_cap = cap
  cite doc "1"
parameter least = 1 kg
  cite doc "1"
define small = pcf.exempted_share <= cap

rule LIB-1 "Little is left out"
  cite  doc "1"
  shall small

rule LIB-2 "Sources have versions"
  cite     doc "2"
  for each s in pcf.secondary_sources where s.name is given
  from     2020-01-01 against pcf.reference_period_end
  let      enough = if pcf.mass > least then 1 else 2
  when     pcf.country is given
  shall    enough >= 1

rule LIB-3 "A mass"
  cite  doc "3"
  shall pcf.mass > 0 kg

rule LIB-4 "Of half the cap"
  cite  doc "4"
  shall pcf.exempted_share <= half_cap
"""


def file(name: str, text: str, extends: str = "") -> Edition:
    head = f'library {name} 1.0.0\n  title "Test"\n' + (f"  extends {extends}\n" if extends else "")
    edition = edition_of((head + 'document doc "A document"  edition "1"\n' + text).encode(), f"{name}.pcr")
    assert edition is not None
    return edition


LIB = file("lib", LIBRARY)
TIGHTEN = """
tighten LIB-2
  cite  doc "1"
  let   more = 3 * enough
  shall enough >= 1 and more < 8
"""
REPLACE = """
replace LIB-3 "Another mass"
  because "we weigh tonnes"
  cite  doc "1"
  shall pcf.mass >= 2 t
"""
SET = """
set parameter cap = 1 %
  cite doc "2"
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path_factory.mktemp("cache")))


def effective(*files: Edition) -> Standard:
    """The last of some files, where the others are installed."""
    found = checked(files[-1], Catalogue(files))
    assert found.standard is not None, [str(one.headline) for one in found.diagnostics]
    return found.standard


def child(text: str) -> tuple[Standard, str]:
    edition = file("child", text, extends="lib 1")
    return effective(LIB, edition), edition.data.decode()


def read_file(_: str) -> bytes:
    return PACT_3_TEXT.encode()


def example(outcome: str, *changes: str) -> str:
    lines = "".join(f"  {one}\n" for one in changes)
    return f'example "{outcome} {len(lines)}"\n  from "f.json"\n{lines}  {outcome}\n'


def lines(standard: Standard, text: str) -> dict[str, set[str]]:
    """The lines at which the mutants of each owner stand."""
    at: dict[str, set[str]] = {}
    for one in mutants(standard):
        number = line_of(standard, text, one.owner, one.trail)
        at.setdefault(one.owner, set()).add("none" if number is None else text.splitlines()[number - 1].strip())
    return at


def said(found: list[Mutant]) -> list[str]:
    return [one.clause.in_language("en") for one in found]


# Rules


@pytest.mark.parametrize(("change", "id"), [(TIGHTEN, "LIB-2"), (REPLACE, "LIB-3")])
def test_a_changed_rule_is_to_be_broken_by_an_example_of_the_file_that_changes_it(change: str, id: str) -> None:
    standard, _ = child(change)
    assert [rule.id for rule in standard.own_rules] == [id]
    assert run_examples(standard, read_file).unbroken == (id,)
    # Whoever builds on that file takes the rule in as it is, and has nothing to show for it.
    last = effective(LIB, file("child", change, extends="lib 1"), file("last", "", extends="child 1"))
    assert last.own_rules == ()


def test_an_example_that_breaks_the_changed_rule_will_do() -> None:
    broken = example("fails LIB-1, LIB-3, LIB-4", "set pcf.mass to 1999", "set pcf.exempted_share to 50")
    standard, _ = child(REPLACE + broken)
    assert run_examples(standard, read_file).unbroken == ()


OWN = 'rule C-1 "More than a tonne"\n  cite doc "1"\n  shall pcf.mass > 1 t\n'
LESS = ("set pcf.mass to 0", "set pcf.exempted_share to 50")


@pytest.mark.parametrize(
    ("outcome", "wrong"),
    [
        ("fails C-1", []),  # what LIB-1 and LIB-4 notice besides is not for this file to say
        ("fails C-1, LIB-1", []),
        ("fails C-1, LIB-2", ["LIB-2 should be nonconforming, and is not"]),
        ("fails LIB-1", ["C-1 is nonconforming, and the example does not say so"]),
    ],
)
def test_an_example_that_fails_says_all_of_the_rules_of_its_file_and_of_others_those_it_names(
    outcome: str, wrong: list[str]
) -> None:
    standard, _ = child(OWN + example(outcome, *LESS))
    (run,) = run_examples(standard, read_file).runs
    assert [one.in_language("en") for one in run.wrong] == wrong


def test_an_example_without_a_rule_that_fails_says_all_of_every_file() -> None:
    standard, _ = child(OWN + example("conforms", "set pcf.mass to 2000", "set pcf.exempted_share to 50"))
    (run,) = run_examples(standard, read_file).runs
    assert {one.in_language("en").split()[0] for one in run.wrong} == {"LIB-1", "LIB-4"}


def test_a_tightened_rule_is_varied_in_what_stands_in_the_file_and_nowhere_else() -> None:
    standard, text = child(TIGHTEN)
    assert lines(standard, text) == {"LIB-2": {"let   more = 3 * enough", "shall enough >= 1 and more < 8"}}
    written = {one.written for one in branches(standard, trial(standard, read_file))}
    assert written == {"enough >= 1 and more < 8", "enough >= 1", "more < 8"}


def test_a_when_and_a_from_that_are_written_anew_are_varied() -> None:
    anew = TIGHTEN.replace("  let ", "  from 2019-01-01 against pcf.reference_period_end\n  when true\n  let ")
    standard, text = child(anew)
    assert lines(standard, text)["LIB-2"] >= {"from 2019-01-01 against pcf.reference_period_end", "when true"}


def test_a_replaced_rule_is_varied_whole() -> None:
    standard, text = child(REPLACE)
    assert lines(standard, text) == {"LIB-3": {"shall pcf.mass >= 2 t"}}


def test_a_definition_of_another_file_is_varied_there() -> None:
    own = 'define tiny = pcf.exempted_share < 1 %\nrule C-1 "Mine"\n  cite doc "1"\n  shall small and tiny\n'
    standard, text = child(own)
    assert set(lines(standard, text)) == {"C-1", "tiny"}
    written = {one.written for one in branches(standard, trial(standard, read_file))}
    assert "pcf.exempted_share < 1 %" in written and "pcf.exempted_share <= cap" not in written


# Parameters


def test_a_value_that_is_set_is_varied_in_the_rules_that_are_taken_in() -> None:
    standard, text = child(SET)
    found = list(mutants(standard))
    assert said(found) == ["`cap` were `0 %` instead of `1 %`", "`cap` were `2 %` instead of `1 %`"]
    assert lines(standard, text) == {"cap": {"set parameter cap = 1 %"}}
    # By way of a definition, and of a parameter that takes its value from this one.
    assert [one.before.id for one in found[0].changed] == ["LIB-1", "LIB-4"]
    run = mutate(standard, trial(standard, read_file))
    assert (run.thresholds.of, run.thresholds.reached) == (1, 0)


def test_examples_on_both_sides_hold_the_value_that_is_set() -> None:
    near = example("conforms", "set pcf.exempted_share to 1") + example(
        "fails LIB-1, LIB-4", "set pcf.exempted_share to 1.1"
    )
    standard, _ = child(SET + near)
    assert [one.wrong for one in run_examples(standard, read_file).runs] == [(), ()]
    assert mutate(standard, trial(standard, read_file)).unnoticed == ()


def test_a_value_is_varied_once_in_a_rule_that_names_it() -> None:
    own = 'rule C-1 "Mine"\n  cite doc "1"\n  shall pcf.mass > least\n'
    standard, _ = child(own + 'set parameter least = 20 kg\n  cite doc "2"\n')
    found = [one for one in mutants(standard) if one.clause.in_language("en").startswith("`least`")]
    assert [(one.owner, [changed.before.id for changed in one.changed]) for one in found] == [
        ("C-1", ["C-1"]), ("C-1", ["C-1"]), ("least", ["LIB-2"]), ("least", ["LIB-2"]),
    ]  # fmt: skip


def test_what_somebody_else_has_set_is_left_to_them() -> None:
    last = effective(LIB, file("child", SET, extends="lib 1"), file("last", "", extends="child 1"))
    assert list(mutants(last)) == []
    again = SET.replace("1 %", "2 %")
    last = effective(LIB, file("child", SET, extends="lib 1"), file("last", again, extends="child 1"))
    assert said(list(mutants(last)))[0] == "`cap` were `1 %` instead of `2 %`"


def test_a_value_taken_from_another_follows_it_through_every_file() -> None:
    again = SET.replace("1 %", "2 %")
    last = effective(LIB, file("child", SET, extends="lib 1"), file("last", again, extends="child 1"))
    values = {one.name: str(getattr(one.value, "value", "")) for one in last.parameters}
    assert (values["cap"], values["half_cap"]) == ("2 %", "2 %")
