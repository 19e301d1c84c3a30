"""Which conditions of a rule the examples have seen true, and which false."""

from __future__ import annotations

from footrule.analyse.branches import branches
from footrule.analyse.places import line_of
from footrule.analyse.trial import trial
from tests.analyse.test_mutation import EXAMPLE, HEAD
from tests.standards.test_examples import standard_in
from tests.submission.pact_documents import PACT_3_TEXT

RULE = """when pcf.country is given
  let limit = if pcf.declared_unit is piece then 5 kg else 9 kg
  shall comment is given or pcf.mass < limit
  shall pcf.mass > 1 kg and least > 2 kg"""


def seen(*examples: tuple[str, str]) -> dict[str, tuple[bool, bool, int | None]]:
    text = HEAD.replace("{rule}", RULE)
    for number, (changes, outcome) in enumerate(examples):
        text += EXAMPLE.format(title=f"Example {number}", changes=changes, outcome=outcome)
    standard = standard_in(text.encode(), "small.pcr")
    found = branches(standard, trial(standard, lambda _: PACT_3_TEXT.encode()))
    return {one.written: (one.true, one.false, line_of(standard, text, one.owner, one.trail)) for one in found}


def test_every_condition_is_listed_with_its_place_but_not_what_only_a_parameter_decides() -> None:
    lines = {written: line for written, (_, _, line) in seen().items()}
    assert lines == {
        "pcf.country is given": 14,
        "pcf.declared_unit is piece": 15,
        "comment is given or pcf.mass < limit": 16,
        "comment is given": 16,
        "pcf.mass < limit": 16,
        "pcf.mass > 1 kg and least > 2 kg": 17,
        "pcf.mass > 1 kg": 17,
    }


def test_both_sides_are_seen_where_an_example_decides_them() -> None:
    one = {written: (true, false) for written, (true, false, _) in seen(("", "conforms")).items()}
    assert one["pcf.country is given"] == (True, False)
    assert one["comment is given"] == (False, True)
    assert one["pcf.mass < limit"] == (True, False)
    both = seen(("", "conforms"), ("without pcf.country", "conforms"), ("set pcf.mass to 10", "fails S-1"))
    assert both["pcf.country is given"][:2] == (True, True)
    assert both["pcf.mass < limit"][:2] == (True, True)


def test_what_is_never_decided_has_no_side() -> None:
    found = seen(("without pcf.mass", "undetermined S-1"))
    assert found["pcf.mass < limit"][:2] == (False, False)
