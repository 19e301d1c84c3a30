"""What is shown of two conditions holds: where one follows from the other, no footprint tells otherwise.

Conditions are made at random, each with another that was made from it: a limit moved, a part joined
to it, a form changed.
"""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from footrule.compare.direction import Direction
from footrule.compare.entailment import TooMany, entails
from footrule.compare.rules import rule_differences
from footrule.compare.structure import Forms, Side
from footrule.evaluate.interpreter import Interpreter
from footrule.model.outcome import Outcome
from footrule.model.standard import Asserted, Standard
from tests.check.rules_at_random import FEW_FOOTPRINTS, FOOTPRINTS, HEAD, _Writer
from tests.language.small_world import Plain, checked_small, world

_LIMITS = ("0 kg", "1 kg", "2 kg", "-1 kg")
_FORMS = (
    "{a} and {b}",
    "{a} or {b}",
    "not not {a}",
    "not (not {a} or not {b})",
    "{a}",
    "{b} or {a}",
    "({a} or {b}) and {a}",
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two conditions that have much in common."""
    write = _Writer(draw)
    one = write.condition(draw(st.integers(1, 3)), ())
    two = one
    for limit in _LIMITS:
        if limit in two and draw(st.booleans()):
            two = two.replace(limit, draw(st.sampled_from(_LIMITS)), 1)
    if draw(st.booleans()):
        two = two.replace("<", ">") if draw(st.integers(0, 5)) == 0 else two.replace("<=", "<")
    other = write.condition(1, ())
    return one, draw(st.sampled_from(_FORMS)).format(a=two, b=other)


def standard_with(condition: str) -> Standard | None:
    lets = "  let own = mass\n  let chosen = those c in flows where c.mass > 0 kg\n"
    rule = f'rule T-1 "A rule" zh "规则"\n  cite doc "1"\n{lets}  shall {condition}\n'
    return checked_small(HEAD + rule)[0]


def follows(one: Standard, two: Standard) -> bool:
    forms = Forms()
    placed = []
    for standard in (one, two):
        rule = standard.rules[0]
        (requirement,) = rule.requirements
        assert isinstance(requirement, Asserted)
        placed.append((Side(forms, {let.name: let.value for let in rule.lets}, {}), requirement.asserted))
    try:
        return entails(placed[0], placed[1])
    except TooMany:
        return False


def outcome(standard: Standard, footprint: dict[str, Plain]) -> Outcome:
    (judgement,) = Interpreter().judge(standard, world(**footprint), None, ())
    return judgement.outcome


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(pairs(), st.lists(FOOTPRINTS, min_size=4, max_size=4))
def test_what_follows_holds_wherever_the_other_does(pair: tuple[str, str], footprints: list[dict[str, Plain]]) -> None:
    found = [standard_with(one) for one in pair]
    assume(all(one is not None for one in found))
    old, new = (one for one in found if one is not None)
    for one, two in ((old, new), (new, old)):
        if follows(one, two):
            for footprint in footprints:
                first, second = outcome(one, footprint), outcome(two, footprint)
                assert not (first is Outcome.CONFORMING and second is Outcome.NONCONFORMING)
                assert not (first is Outcome.CONFORMING and second is Outcome.UNDETERMINED)
                assert not (second is Outcome.NONCONFORMING and first is Outcome.UNDETERMINED)
    directions = {one.direction for one in rule_differences(old.rules[0], new.rules[0])}
    if directions <= {Direction.TIGHTER}:
        assert follows(new, old)


def test_nothing_that_differs_on_a_footprint_is_taken_for_the_same() -> None:
    """Every pair of a handful of conditions that are near one another."""
    conditions = [
        "mass > 1 kg", "mass >= 1 kg", "mass < 1 kg", "not (mass > 1 kg)", "mass = 1 kg", "mass > 0 kg",
        "mass is given",
        "mass is given and mass > 1 kg", "mass > 1 kg or carbon > 1 kg", "mass absent as 0 kg > 1 kg",
        "mass + 1 kg > 1 kg", "mass - 1 kg > 1 kg", "1 kg < mass", "2 * mass > 2 kg", "mass within 5 % of carbon",
        "every f in flows satisfies f.mass > 1 kg", "every f in flows satisfies f.mass > 0 kg",
        "some f in flows satisfies f.mass > 1 kg", "no f in flows satisfies f.mass > 1 kg",
        "every f in flows where f.mass is given satisfies f.mass > 1 kg", "count(f for f in flows) > 0",
    ]  # fmt: skip
    standards = [standard_with(one) for one in conditions]
    told = 0
    for one in standards:
        for two in standards:
            assert one is not None and two is not None
            if one is two or not follows(one, two):
                continue
            told += 1
            for footprint in FEW_FOOTPRINTS:
                (first,), (second,) = (list(Interpreter().judge(of, footprint, None, ())) for of in (one, two))
                assert first.outcome is not Outcome.CONFORMING or second.outcome is Outcome.CONFORMING
                assert second.outcome is not Outcome.NONCONFORMING or first.outcome is Outcome.NONCONFORMING
    assert told > 15
