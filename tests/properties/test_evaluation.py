"""What checks can be applied: to any footprint, in a bounded number of steps, always to the same outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.evaluate import expressions
from footrule.evaluate.context import Context
from footrule.evaluate.expressions import evaluate
from footrule.evaluate.interpreter import Interpreter
from footrule.evaluate.judgement import Judgement
from footrule.evaluate.values import Result
from footrule.model import expression as model
from footrule.model.outcome import Outcome, Reason
from footrule.model.standard import Asserted, MessagePart, Rule, Standard
from footrule.model.walk import below, children
from footrule.submission.element import Attestation, Element, Items, Record
from tests.language.small_world import outcomes, standard_of, world
from tests.properties.dice import BOUNDED, Drawn
from tests.properties.test_written_standards import conditions_of, standard_from
from tests.properties.written_footprints import Footprints, attestations, footprints, reexpressed, shuffled
from tests.properties.written_standards import standards


def judged(
    standard: Standard, footprint: Record, before: Record | None = None, said: tuple[Attestation, ...] = ()
) -> list[Judgement]:
    """What every requirement comes to on every element."""
    return list(Interpreter().judge(standard, footprint, before, said))


def told(judgements: list[Judgement]) -> list[tuple[object, ...]]:
    """What each came to and where; texts show values in their units, and are left out."""
    return [(one.rule.id, one.number, one.outcome, one.reason, one.pointer) for one in judgements]


@st.composite
def cases(draw: st.DrawFn, *, presence: bool = True, iterating: bool = True) -> tuple[Standard, Record, Record | None]:
    """A standard, a footprint for it, and perhaps the one before it."""
    standard = standard_from(draw(standards(presence=presence, iterating=iterating)))
    before = draw(footprints(standard)) if draw(st.integers(0, 3)) else None
    return standard, draw(footprints(standard)), before


Case = tuple[Standard, Record, Record | None]


@BOUNDED
@given(cases(), attestations())
def test_every_requirement_comes_to_an_outcome(case: Case, said: tuple[Attestation, ...]) -> None:
    standard, footprint, before = case
    found = judged(standard, footprint, before, said)
    assert {(one.rule.id, one.number) for one in found} == {
        (rule.id, number) for rule in standard.rules for number, _ in enumerate(rule.requirements, 1)
    }
    for one in found:
        assert (one.reason is not None) == (one.outcome is Outcome.UNDETERMINED)
        assert one.outcome is not Outcome.NONCONFORMING or one.requirement.modality != "may" or one.expected is not None
        assert all(one.message.in_language(language) for language in ("en", "zh"))
        if one.reason is Reason.LACKS_DATA:
            assert one.remedy is not None


# How long it takes


def counted(case: Case) -> tuple[int, list[Judgement]]:
    """How many expressions were evaluated, and what they came to."""
    steps = 0

    def counting(context: Context, node: model.Expression) -> Result:
        nonlocal steps
        steps += 1
        return evaluate(context, node)

    standard, footprint, before = case
    found = list(Interpreter(counting).judge(standard, footprint, before, ()))
    return steps, found


def longest(element: Element | None) -> int:
    """The length of the longest list in an element."""
    match element:
        case Items(_, elements):
            return max(len(elements), *map(longest, elements), 0)
        case Record():
            return max(map(longest, element.fields.values()), default=0)
        case _:
            return 0


def nesting(node: model.Node, lets: Mapping[str, model.Node]) -> int:
    """How many lists are run through inside one another, through the names that an expression uses."""
    if isinstance(node, model.Local):
        return nesting(lets[node.name], lets) if node.name in lets else 0
    inner = max((nesting(child, lets) for child in children(node)), default=0)
    return inner + isinstance(node, model.Selection | model.QuantifiedOver | model.AggregateOver)


def bound_for(rule: Rule, listed: int) -> int:
    """As many steps as one judgement on a rule may take: what is written, once for each way through its lists.

    What is written is counted four times: whether a field is given is asked before its value, a finding says where
    and what was expected, and a message shows values.
    """
    lets = {let.name: let.value for let in rule.lets}
    whole = [*conditions_of(rule), *(value for part in said_by(rule) if (value := part.value) is not None)]
    written = sum(1 for one in whole for _ in below(one))
    deepest: int = max((nesting(one, lets) for one in whole), default=0)
    return 4 * written * int(pow(listed + 1, deepest))


def said_by(rule: Rule) -> list[MessagePart]:
    """The parts of the messages of a rule."""
    messages = [one.otherwise for one in rule.requirements if one.otherwise is not None]
    return [part for message in messages for _, parts in message.languages for part in parts]


@BOUNDED
@given(cases())
def test_it_ends_within_what_is_written_times_the_lists_run_through(case: Case) -> None:
    _, footprint, before = case
    steps, found = counted(case)
    listed = max(longest(footprint), longest(before))
    # A rule on each element looks at those that its `where` leaves out as well, and at one judgement at least.
    assert steps <= sum(bound_for(one.rule, listed) * (listed + 1) for one in found)


ASKING = {
    "is given": "(if d{0} then flow else flow).mass is given and (if d{0} then flow else flow).name is given",
    "absent as": "(if d{0} then flow else flow).mass absent as 0 kg > 0 kg",
    "used twice": "d{0} and d{0}",
    "a list": "(every f in flows satisfies f.mass > 0 kg) and d{0} and not not d{0}",
}


@pytest.mark.parametrize("asking", ASKING.values(), ids=ASKING)
def test_a_chain_of_names_costs_no_more_than_it_is_long(asking: str) -> None:
    def steps(length: int) -> int:
        names = ["define d0 = holds"] + [f"define d{n + 1} = {asking.format(n)}" for n in range(length)]
        text = "\n".join([*names, 'rule T-1 "A rule"', '  cite doc "1"', f"  shall not d{length}\n"])
        taken, found = counted((standard_of(text), world(flow={"mass": "1", "name": "x"}, flows=[]), None))
        assert [one.outcome for one in found] == [Outcome.NONCONFORMING]
        return taken

    assert steps(12) - steps(8) == steps(8) - steps(4)


def test_lists_inside_lists_multiply_and_lists_beside_lists_add() -> None:
    def steps(condition: str, listed: int) -> int:
        footprint = world(masses=["1" for _ in range(listed)])
        taken, found = counted((standard_of(f"  shall {condition}\n"), footprint, None))
        assert [one.outcome for one in found] == [Outcome.CONFORMING]
        return taken

    inside = "every a in masses satisfies (every b in masses satisfies b = a)"
    beside = "(every a in masses satisfies a > 0 kg) and (every b in masses satisfies b > 0 kg)"
    assert 3.5 < steps(inside, 80) / steps(inside, 40) < 4
    assert 1.8 < steps(beside, 80) / steps(beside, 40) < 2


# What must not matter


@BOUNDED
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_fields_and_unknown_ones_change_nothing(case: Case, random: Random) -> None:
    standard, footprint, before = case
    other = shuffled(footprint, random)
    other_before = None if before is None else shuffled(before, random)
    assert isinstance(other, Record) and isinstance(other_before, Record | None)
    first, again = judged(standard, footprint, before), judged(standard, footprint, before)
    assert first == again == judged(standard, other, other_before)


@BOUNDED
@given(cases(), st.randoms(use_true_random=False))
def test_other_units_with_the_same_precision_change_no_outcome(case: Case, random: Random) -> None:
    standard, footprint, before = case
    other = reexpressed(footprint, random)
    other_before = None if before is None else reexpressed(before, random)
    assert isinstance(other, Record) and isinstance(other_before, Record | None)
    assert told(judged(standard, other, other_before)) == told(judged(standard, footprint, before))


CLOSE = ("1.5", "1.50", "1.45", "1.54", "1.6", "2", "0.0", "0", "3.04", "-1.5")
PRECISE = """
  shall mass equals other_mass
  shall mass + carbon equals other_mass * 2
  shall mass / other_mass equals 1
  shall mass - carbon within 40 g of other_mass
  shall mass within 3 % of other_mass
  shall sum(m for m in masses) equals mass + carbon
  shall max(m for m in masses) within 0.01 kg of mass
  shall heating_value * mass equals energy
"""
"""Where the last printed place decides."""


@given(st.lists(st.sampled_from(CLOSE), min_size=7, max_size=7), st.randoms(use_true_random=False))
def test_other_units_carry_the_precision_where_it_decides(printed: list[str], random: Random) -> None:
    one, other, carbon, energy, heating_value, *masses = printed
    footprint = world(
        mass=one, other_mass=other, carbon=carbon, energy=energy, heating_value=heating_value, masses=[*masses]
    )
    said_otherwise = reexpressed(footprint, random)
    assert isinstance(said_otherwise, Record)
    assert outcomes(PRECISE, said_otherwise) == outcomes(PRECISE, footprint)


@BOUNDED
@given(cases(presence=False, iterating=False), st.data())
def test_what_is_decided_stays_decided_when_more_is_given(case: Case, data: st.DataObject) -> None:
    """Kleene's logic is monotone: only what asks for presence, or gives absence a meaning, can change its mind."""
    standard, footprint, before = case
    more = Footprints(Drawn(data.draw), standard)
    filled = more.filled(footprint)
    filled_before = more.footprint() if before is None else more.filled(before)
    assert isinstance(filled, Record) and isinstance(filled_before, Record)
    earlier, later = judged(standard, footprint, before), judged(standard, filled, filled_before)
    for one, then in zip(earlier, later, strict=True):
        asks = any(isinstance(node, model.GivenWithin) for node in nodes_of(one))
        if one.outcome is not Outcome.UNDETERMINED and not asks:
            assert (then.rule.id, then.number, then.outcome) == (one.rule.id, one.number, one.outcome)


def nodes_of(judgement: Judgement) -> list[model.Node]:
    """What a requirement is made of."""
    requirement = judgement.requirement
    return list(below(requirement.asserted)) if isinstance(requirement, Asserted) else []


def test_every_kind_of_expression_is_decided() -> None:
    """A kind that is new in the language would otherwise be found out by the first standard that uses it."""
    assert set(expressions.BY_KIND) == set(get_args(model.Expression))


@BOUNDED
@given(cases(), attestations())
def test_outcomes_are_those_of_the_judgements(case: Case, said: tuple[Attestation, ...]) -> None:
    """Examples and mutants are tried without explanations, and with conditions that stop early."""
    standard, footprint, before = case
    explained = [(one.rule.id, one.outcome) for one in judged(standard, footprint, before, said)]
    bare = [
        (rule.id, outcome)
        for rule in standard.rules
        for outcome in Interpreter().outcomes(standard, rule, footprint, before, said)
    ]
    assert bare == explained
