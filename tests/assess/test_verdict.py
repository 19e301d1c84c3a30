"""The verdict follows from the findings and from nothing else, and the exit status from the verdict."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.assess.assess import verdict
from footrule.assess.assessment import Assessment, Verdict
from footrule.assess.finding import Finding, Modality, Outcome, Place, Reason, RuleReference
from footrule.text.wording import worded
from footrule.workspace import Assessed, only_awaits, status

WORDS = worded("a text", "文本")
NOWHERE = Place("", None)


def finding(modality: Modality, outcome: Outcome, reason: Reason | None = None) -> Finding:
    """A finding of which only its weight is of interest."""
    rule = RuleReference("R-1", WORDS, modality, "a_standard", 1, "holds", WORDS)
    return Finding(rule, (), outcome, reason, NOWHERE, (), None, WORDS, None, ())


def assessment(findings: list[Finding]) -> Assessment:
    """An assessment that came to these findings."""
    found = tuple(findings)
    return Assessment(
        submission_id=None,
        file="one.json",
        place=NOWHERE,
        sha256=None,
        format=None,
        as_of=date(2026, 11, 23),
        standards=(),
        factor_tables=(),
        verdict=verdict(found),
        findings=found,
        unreadable=None,
        remark=None,
    )


KINDS = st.one_of(
    st.builds(
        finding, st.sampled_from(Modality), st.sampled_from([one for one in Outcome if one is not Outcome.UNDETERMINED])
    ),
    st.builds(finding, st.sampled_from(Modality), st.just(Outcome.UNDETERMINED), st.sampled_from(Reason)),
)


@given(st.lists(KINDS, max_size=6))
def test_the_gravest_shall_decides(findings: list[Finding]) -> None:
    weights = [Outcome.NONCONFORMING, Outcome.UNDETERMINED, Outcome.CONFORMING]
    verdicts = [Verdict.NONCONFORMING, Verdict.UNDETERMINED, Verdict.CONFORMING]
    outcomes = {one.outcome for one in findings if one.rule.modality is Modality.SHALL}
    expected = [told for weight, told in zip(weights, verdicts, strict=True) if weight in outcomes]
    assert verdict(findings) is (expected[0] if expected else Verdict.NOT_ASSESSED)


@given(st.lists(KINDS, max_size=6), st.lists(KINDS, max_size=3), st.randoms())
def test_neither_order_nor_recommendations_change_it(
    findings: list[Finding], more: list[Finding], random: Random
) -> None:
    recommended = [one for one in more if one.rule.modality is not Modality.SHALL]
    mixed = findings + recommended
    random.shuffle(mixed)
    assert verdict(mixed) is verdict(findings)


@pytest.mark.parametrize(
    ("outcome", "reason", "plain", "accepting"),
    [
        (Outcome.CONFORMING, None, 0, 0),
        (Outcome.NONCONFORMING, None, 1, 1),
        (Outcome.UNDETERMINED, Reason.LACKS_DATA, 3, 3),
        (Outcome.UNDETERMINED, Reason.AWAITS_PERSON, 3, 0),
        (Outcome.NOT_APPLICABLE, None, 3, 3),
    ],
)
def test_the_status_of_one_finding(outcome: Outcome, reason: Reason | None, plain: int, accepting: int) -> None:
    one = Assessed(assessment([finding(Modality.SHALL, outcome, reason)]), must_choose=False)
    assert (status(one, accept_awaiting=False), status(one, accept_awaiting=True)) == (plain, accepting)
    undecided = Assessed(one.assessment, must_choose=True)
    assert status(undecided, accept_awaiting=True) == 2


@given(st.lists(KINDS, max_size=6))
def test_accepting_changes_only_what_awaits_a_person(findings: list[Finding]) -> None:
    one = Assessed(assessment(findings), must_choose=False)
    plain, accepting = (status(one, accept_awaiting=accept) for accept in (False, True))
    if accepting != plain:
        assert (plain, accepting) == (3, 0)
        assert only_awaits(one.assessment.standings)
        settled = [each for each in findings if each.reason is not Reason.AWAITS_PERSON]
        assert verdict(settled) in (Verdict.CONFORMING, Verdict.NOT_ASSESSED)
