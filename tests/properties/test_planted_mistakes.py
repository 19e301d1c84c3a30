"""One mistake, one message: what is told of a standard with a single mistake, at the place where it was made."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footrule.text.diagnostic import Severity
from footrule.text.snippet import snippet
from footrule.text.source import Span
from tests.language.small_world import checked_file
from tests.properties.dice import BOUNDED, Dice, Thrown, pick
from tests.properties.mistakes import MISTAKES, Mistake, around
from tests.properties.parts import Part
from tests.properties.written_standards import Standards

EXAMPLES = max(settings().max_examples // 15, 1)
"""Of each kind of mistake; there are many kinds."""
SEEDS = st.integers(0, 2**32 - 1)
"""Standards by seed, not by choices that Hypothesis makes: ten times as fast, and a failure is told at once."""


def planted(dice: Dice, mistake: Mistake) -> tuple[str, Span] | None:
    """A standard with that mistake, and where it was planted; None where it has no place for it."""
    whole = Standards(dice).file()
    places = whole.having(*mistake.roles)
    if not places:
        return None
    target = pick(dice, places)
    return with_mistake(whole, target, mistake)


def with_mistake(whole: Part, target: Part, mistake: Mistake) -> tuple[str, Span]:
    """The text with a mistake at one part, and the place that its diagnostic has to be about."""
    text, place, old = str(whole), whole.place_of(target), str(target)
    new = mistake.makes(old)
    about = Span(place.start, place.start + len(new))
    if mistake.within:
        outer = whole.place_of(around(whole, target, mistake.within))
        about = Span(outer.start, outer.end + len(new) - len(old))
    return text[: place.start] + new + text[place.end :], about


@pytest.mark.parametrize("name", MISTAKES)
@settings(BOUNDED, max_examples=EXAMPLES)
@given(seed=SEEDS)
def test_one_mistake_is_told_once_where_it_is(name: str, seed: int) -> None:
    mistake = MISTAKES[name]
    is_told(*planted_by_seed(seed, mistake), mistake)


def planted_by_seed(seed: int, mistake: Mistake) -> tuple[str, Span]:
    """The first standard after a seed that has a place for a mistake."""
    found = None
    while found is None:
        found = planted(Thrown(Random(seed)), mistake)
        seed += 1
    return found


def is_told(text: str, about: Span, mistake: Mistake) -> None:
    """Exactly the one diagnostic, with the code of that mistake, at its place."""
    standard, diagnostics = checked_file(text)
    weight = Severity.WARNING if mistake.warning else Severity.ERROR
    errors = [one for one in diagnostics if one.severity is Severity.ERROR]
    at_place = [one for one in diagnostics if one.severity is weight and touches(one.primary.span, about)]
    told = "\n".join([text, text[about.start : about.end], *(snippet(one, "en") for one in errors)])
    assert len(errors) == (0 if mistake.warning else 1), told
    assert (standard is not None) is mistake.warning
    assert any(one.code in mistake.codes for one in at_place), told


def touches(span: Span, about: Span) -> bool:
    """Whether one of two places lies within the other."""
    return about.start <= span.start <= span.end <= about.end or span.start <= about.start <= about.end <= span.end
