"""A value that is absent for a reason (an amount in kWh has no mass) is missing to whoever asks, and else says why."""

from __future__ import annotations

import pytest

from footrule.evaluate.values import Unknown
from footrule.submission.element import RawObject, Record, Unusable
from footrule.text.wording import Wording, worded
from tests.language.small_world import judged, shown, truth, value_of, world

REASON = worded("the amount is given in kWh, which is not a mass", "数量以 kWh 给出，不是质量")
NO_SUCH_FIELD = worded("the format has no such attribute", "格式中没有该属性")


def having(mass: Unusable | RawObject) -> Record:
    """A footprint with that for its mass."""
    given = world(other_mass="2", flows=[{"mass": "1"}])
    return Record(given.pointer, given.shape, {**given.fields, "mass": mass}, given.wire_names)


ABSENT = having(Unusable("/amount", REASON, absent=True))


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("mass is given", False),
        ("mass is missing", True),
        ("mass > 1 kg", None),
        ("mass > 1 kg or mass is missing", True),
        ("mass absent as 3 kg is exactly 3 kg", True),
        ("sum(x.mass for x in flows) + mass > 0 kg", None),
    ],
)
def test_it_is_missing_to_whoever_asks_and_unknown_to_the_rest(condition: str, holds: bool | None) -> None:
    assert truth(condition, ABSENT) is holds


def test_the_default_of_an_absence_applies() -> None:
    assert shown("mass absent as 3 kg + other_mass", ABSENT) == "5 kg"


def test_a_rule_that_needs_it_is_undetermined_and_shows_the_reason() -> None:
    (judgement,) = judged("shall mass > 1 kg", ABSENT)
    assert judgement.outcome.value == "undetermined"
    assert judgement.remedy is not None
    assert str(judgement.remedy) == f"mass: {REASON}"
    assert judgement.remedy.in_language("zh") == f"mass: {REASON.in_language('zh')}"


@pytest.mark.parametrize("because", ["I0117", NO_SUCH_FIELD], ids=["unusable", "not in the format"])
def test_what_is_there_and_cannot_be_used_is_not_taken_as_absent(because: str | Wording) -> None:
    footprint = having(Unusable("/amount", because))
    assert isinstance(value_of("mass absent as 3 kg", footprint), Unknown)


def test_an_object_that_no_standard_declares_is_unknown() -> None:
    assert isinstance(value_of("mass", having(RawObject("/category", {}))), Unknown)
