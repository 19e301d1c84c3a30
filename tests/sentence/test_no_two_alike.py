"""Two rules that decide differently never read the same: not in English, not in Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.standard import Asserted, Iteration, LetBinding, Rule
from footrule.model.types import TRUTH, QuantityType, RecordType
from footrule.sentence.conditions import Conditions
from footrule.sentence.marks import PlainMarks
from footrule.sentence.mood import Mood
from footrule.sentence.names import Names
from footrule.sentence.of_rule import rule_in_words
from footrule.sentence.voice import Voice
from footrule.submission.spoken import ROOT, SILENT, SPOKEN_CODE_TITLES, SPOKEN_FIELDS
from footrule.text.wording import worded
from tests.sentence.expressions_at_random import conditions, form, lists, masses, nodes, with_other


def voice(language: str) -> Voice:
    """A voice with the names of the submission."""
    fields = {key: said.in_language(language) for key, said in SPOKEN_FIELDS.items()}
    codes = {key: said.in_language(language) for key, said in SPOKEN_CODE_TITLES.items()}
    return Voice(language, Names(ROOT, SILENT, fields, codes), PlainMarks())


VOICES = [voice("en"), voice("zh")]


@st.composite
def nearly_the_same(draw: st.DrawFn) -> tuple[Expression, Expression]:
    """A condition, and the same with something else in one place of it."""
    one = draw(conditions(2))
    inside = [node for node in nodes(one) if node.type == TRUTH or isinstance(node.type, QuantityType)]
    old = draw(st.sampled_from(inside))
    new = draw(conditions(1) if old.type == TRUTH else masses(1))
    other = with_other(one, old, new)
    return one, other  # type: ignore[return-value]


@pytest.mark.parametrize("speaker", VOICES, ids=["en", "zh"])
@settings(max_examples=200, deadline=None)
@given(pair=nearly_the_same() | st.tuples(conditions(1), conditions(1)), moods=st.tuples(*[st.sampled_from(Mood)] * 2))
def test_conditions_that_differ_read_differently(
    speaker: Voice, pair: tuple[Expression, Expression], moods: tuple[Mood, Mood]
) -> None:
    one, other = (Conditions(speaker).required(node, mood) for node, mood in zip(pair, moods, strict=True))
    assert (one == other) == ((form(pair[0]), moods[0]) == (form(pair[1]), moods[1])), (one, other)


def joined(leaves: tuple[Expression, ...]) -> Iterator[Expression]:
    """Every way to join conditions by `and` and `or`, and to deny what is joined."""
    if len(leaves) == 1:
        yield leaves[0]
        return
    for cut in range(1, len(leaves)):
        for left in joined(leaves[:cut]):
            for right in joined(leaves[cut:]):
                for kind in (model.BothOf, model.EitherOf):
                    yield kind(TRUTH, "", left, right)
                    yield model.NotOf(TRUTH, "", kind(TRUTH, "", left, right))


def _presence(field: str, given: bool) -> Expression:
    pcf = model.SubmissionField(RecordType("pcf"), "", "pcf")
    return model.PresenceOf(TRUTH, "", model.FieldOf(TRUTH, "", pcf, field), given)


LEAVES = (
    _presence("mass", False),
    _presence("fossil", True),
    _presence("aircraft", False),
    _presence("packaging", True),
)


@pytest.mark.parametrize("speaker", VOICES, ids=["en", "zh"])
def test_every_way_to_join_four_conditions_reads_differently(speaker: Voice) -> None:
    said: dict[str, Expression] = {}
    every = list(joined(LEAVES))
    for node in every:
        for mood in (Mood.FACT, Mood.SHALL):
            assert said.setdefault(f"{mood} {Conditions(speaker).required(node, mood)}", node) is node
    differing = 2 * len(every)
    assert len(said) == differing


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Rules with few parts of each kind."""
    asserted = conditions(1)
    when = st.none() | conditions(1)
    requirement = st.builds(
        Asserted, st.sampled_from(("shall", "should", "may")), asserted, when,
        st.none(), st.just(()), st.just(()), st.just(""),
    )  # fmt: skip
    lets = [LetBinding("fed", draw(masses(1)))] if draw(st.booleans()) else []
    lets += [LetBinding("holds", draw(conditions(1)))] if draw(st.booleans()) else []
    each = st.builds(Iteration, st.sampled_from("op"), lists(0), st.none() | conditions(0))
    return Rule(
        id="T-1", title=worded("A rule", "规则"), standard="t", section=None, cites=(),
        for_each=draw(st.none() | each), phase_in=None, when=draw(when), lets=tuple(lets),
        requirements=tuple(draw(st.lists(requirement, min_size=1, max_size=2))), notes=(), written="",
    )  # fmt: skip


@pytest.mark.parametrize("speaker", VOICES, ids=["en", "zh"])
@settings(max_examples=100, deadline=None)
@given(one=rules(), other=rules(), what=st.sampled_from(("when", "for_each", "lets", "requirements")))
def test_rules_that_differ_in_a_part_read_differently(speaker: Voice, one: Rule, other: Rule, what: str) -> None:
    changed = replace(one, **{what: getattr(other, what)})
    said = rule_in_words(one, speaker), rule_in_words(changed, speaker)
    assert (said[0] == said[1]) == (form(one) == form(changed)), said
