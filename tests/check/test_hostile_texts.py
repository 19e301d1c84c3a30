"""Whatever a file holds, its author gets diagnostics: no exception, each at a place of the text, in both languages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from footrule.evaluate.interpreter import Interpreter
from footrule.text.diagnostic import Severity
from footrule.text.snippet import snippet
from tests.check.hostile_texts import LONG, PACT, arbitrary, mutated, words
from tests.language.blocks import checked_text
from tests.submission.pact_documents import pact3, read

A_WHILE = 20
"""Seconds: far above what any of these takes, and far below what an exponential would."""


def explained(text: str) -> int:
    """Parse, check, render all there is to say, and apply what checks; how many diagnostics there were."""
    standard, diagnostics = checked_text(text)
    assert standard is not None or diagnostics
    for one in diagnostics:
        for label in (one.primary, *one.secondary):
            assert 0 <= label.span.start <= label.span.end <= len(text)
        for language in ("en", "zh"):
            assert snippet(one, language).startswith((f"error[{one.code}]", f"warning[{one.code}]"))
    if standard is not None:
        submission = read(pact3())
        assert list(Interpreter().judge(standard, submission.footprint, None, ())) or not standard.rules
    return len(diagnostics)


@given(arbitrary())
def test_arbitrary_text(text: str) -> None:
    explained(text)


@given(mutated())
def test_a_standard_with_its_words_lost_moved_and_doubled(text: str) -> None:
    explained(text)


TOLD = {
    "brackets that open": "P0103", "a sum": "P0107", "conditions": "P0107", "denials": "P0107", "signs": "P0107",
    "fields": "P0107", "choices": "P0107", "quantifiers": "P0107", "digits": "P0104", "a name of a megabyte": "P0201",
    "a line of a megabyte": "P0102", "a megabyte of words": "P0102", "braces": "P0101", "lists": "P0107",
    "a path": "P0224", "lets": "P0107", "definitions": "P0107", "broken rules": "P0102", "quotation marks": "P0102",
    "nothing printable": "P0101",
}  # fmt: skip
"""The code of what is wrong with each; what is merely long has nothing wrong with it."""


@pytest.mark.parametrize("name", LONG)
def test_depth_and_length(name: str) -> None:
    started = time.monotonic()
    explained(LONG[name])
    assert time.monotonic() - started < A_WHILE
    _, diagnostics = checked_text(LONG[name])
    errors = {one.code for one in diagnostics if one.severity is Severity.ERROR}
    assert errors == ({TOLD[name]} if name in TOLD else set())


def test_the_library_these_texts_are_made_from_is_right() -> None:
    assert "".join(words(PACT)) == PACT
    assert explained(PACT) == 0
