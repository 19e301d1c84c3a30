"""What the checker says of a requirement holds: it comes out undetermined only in the ways that were told.

Rules and footprints are made at random; the interpreter is asked, and what it lacks is looked up among the doubts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from footrule.evaluate.comparing import RELATIVE_TO_ZERO
from footrule.evaluate.expressions import NO_DIVISOR, OUT_OF_CALENDAR
from footrule.evaluate.interpreter import Interpreter
from footrule.evaluate.judgement import Judgement
from footrule.evaluate.over_lists import NOTHING_TO_COMPARE
from footrule.evaluate.values import TOO_LONG
from footrule.model.doubt import MAY_BE_MISSING, Doubt, DoubtKind
from footrule.model.outcome import Outcome
from footrule.text.diagnostic import Severity
from tests.check.rules_at_random import FEW_FOOTPRINTS, FOOTPRINTS, guarded, rules
from tests.language.small_world import Plain, checked_small, standard_of, world

REFUSED = {"P0107", "P0223"}
"""What is deeper than can be evaluated, and what is divided by a literal zero, is made at random too."""
_MISSING = re.compile(r"(?:^|; )give (\S+) at ")
_LACKING = re.compile(r"cannot be decided without (.*)")
WHY = {
    str(NO_DIVISOR): DoubtKind.DIVISOR,
    str(RELATIVE_TO_ZERO): DoubtKind.TOLERANCE,
    str(NOTHING_TO_COMPARE): DoubtKind.EMPTY,
    str(OUT_OF_CALENDAR): DoubtKind.CALENDAR,
    str(TOO_LONG): DoubtKind.DIGITS,
}


def unexplained(judgement: Judgement, doubts: tuple[Doubt, ...]) -> list[str]:
    """The reasons of an undetermined judgement that no doubt of its requirement speaks of."""
    said = str(judgement.message)
    lacking = _LACKING.fullmatch(said)
    if lacking is None:
        return [] if WHY[said] in {doubt.kind for doubt in doubts} else [said]
    missing = set(_MISSING.findall(str(judgement.remedy)))
    may_be_missing = {doubt.what for doubt in doubts if doubt.kind in MAY_BE_MISSING}
    named = {doubt.what for doubt in doubts}
    return sorted((set(lacking[1].split(", ")) - named) | (missing - may_be_missing))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(rules(), st.lists(FOOTPRINTS, min_size=4, max_size=4), st.one_of(st.none(), FOOTPRINTS))
def test_nothing_is_undetermined_in_a_way_that_was_not_told(
    rule: str, footprints: list[dict[str, Plain]], before: dict[str, Plain] | None
) -> None:
    standard, diagnostics = checked_small(rule)
    assert {one.code for one in diagnostics if one.severity is Severity.ERROR} <= REFUSED
    assume(standard is not None)
    assert standard is not None
    predecessor = None if before is None else world(**before)
    for footprint in footprints:
        assert_told(Interpreter().judge(standard, world(**footprint), predecessor, ()))


def assert_told(judgements: Iterable[Judgement]) -> None:
    """That everything that keeps a requirement undetermined is among its doubts."""
    for judgement in judgements:
        if judgement.outcome is Outcome.UNDETERMINED:
            doubts = judgement.requirement.doubts
            assert unexplained(judgement, doubts) == [], [str(doubt.wording) for doubt in doubts]


@settings(max_examples=250)
@given(guarded())
def test_a_guard_guards_against_what_it_is_said_to(rule: str) -> None:
    standard = standard_of(rule)
    for footprint in FEW_FOOTPRINTS:
        assert_told(Interpreter().judge(standard, footprint, None, ()))


def test_a_reason_that_no_doubt_speaks_of_is_seen() -> None:
    standard = standard_of("  shall mass > 1 kg\n")
    (judgement,) = Interpreter().judge(standard, world(), None, ())
    assert unexplained(judgement, judgement.requirement.doubts) == []
    assert unexplained(judgement, ()) == ["mass"]
    assert unexplained(judgement, (Doubt(DoubtKind.UNUSABLE, "mass"),)) == ["mass"]
