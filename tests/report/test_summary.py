"""Many submissions: one line each, and totals that need no memory of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from footrule.assess.assessment import Assessment
from footrule.report.summary import Tally, line, summary
from footrule.text.cells import cells
from footrule.text.wording import worded
from tests.report import builders
from tests.report.golden import assert_golden
from tests.report.hostile import assessments

RUN = (
    builders.NONCONFORMING,
    builders.CONFORMING,
    builders.assessment(builders.SUM, *builders.MET),
    builders.UNDETERMINED,
    builders.NOT_ASSESSED,
    builders.UNREADABLE,
)


def tallied(*run: Assessment) -> Tally:
    tally = Tally()
    for one in run:
        tally.add(one)
    return tally


@pytest.mark.parametrize("language", ["en", "zh"])
def test_golden(language: str) -> None:
    lines = [line(one, language) for one in RUN]
    told = "\n".join([*lines, "", summary(tallied(*RUN), language, 80, colour=False)])
    assert_golden(f"summary.{language}.txt", told)


def test_a_rule_broken_in_two_places_counts_once_for_a_submission() -> None:
    tally = tallied(builders.NONCONFORMING)
    assert tally.nonconforming_in["ETH-5.2"] == 1


def test_observations_are_not_among_the_nonconformities() -> None:
    assert "PACT-C20" not in tallied(builders.NONCONFORMING).nonconforming_in


def test_the_most_frequent_comes_first_and_ties_go_by_id() -> None:
    told = summary(tallied(*RUN), "en", 80, colour=False)
    assert told.index("2  PACT-C04") < told.index("1  ETH-5.2") < told.index("1  PACT-C14")


def test_of_very_many_rules_the_rest_are_counted() -> None:
    title = worded("A rule", "一条规则")
    many = [builders.decoking(number, "Cracker") for number in range(13)]
    broken = [replace(finding, rule=builders.rule(f"R-{number:02}", title)) for number, finding in enumerate(many)]
    assert "and 3 more rules" in summary(tallied(builders.assessment(*broken)), "en", 80, colour=False)


def test_an_empty_run_says_so() -> None:
    assert summary(Tally(), "en", 80, colour=False) == "Nothing was checked."
    assert summary(Tally(), "zh", 80, colour=False) == "未检查任何文件。"


@given(assessments())
def test_any_assessment_is_one_line_and_any_summary_fits(one: Assessment) -> None:
    assert "\n" not in line(one, "en")
    assert line(one, "zh").isprintable() or "\u3000" in line(one, "zh") or "\xa0" in line(one, "zh")
    told = summary(tallied(one), "zh", 60, colour=False)
    assert max(map(cells, told.split("\n"))) <= 60
