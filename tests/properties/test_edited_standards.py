"""However a real standard is damaged, its author is told where, in both languages, and nothing is raised."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.syntax.format import formatted
from footrule.text.diagnostic import Diagnostic, Severity, Sink
from footrule.text.snippet import snippet
from footrule.text.source import Source
from tests.language.blocks import checked_text
from tests.properties.edited import SHIPPED, edited, read
from tests.syntax.test_keywords import meaning, tree_of

ITEMS = read()


@pytest.mark.parametrize("name", ITEMS)
@given(random=st.randoms(use_true_random=False))
def test_an_edited_standard_is_explained(name: str, random: Random) -> None:
    text = edited(ITEMS[name], random)
    standard, diagnostics = checked_text(text)
    for one in diagnostics:
        is_shown(one, text)
    errors = [one for one in diagnostics if one.severity is Severity.ERROR]
    assert (standard is None) == bool(errors)
    if standard is not None:
        laid_out = formatted(Source("test.pcr", text), Sink())
        assert laid_out is not None
        assert meaning(tree_of(laid_out)) == meaning(tree_of(text))


def is_shown(diagnostic: Diagnostic, text: str) -> None:
    """A diagnostic at places of the text, that reads in both languages, and holds nothing that a terminal obeys."""
    for label in (diagnostic.primary, *diagnostic.secondary):
        assert 0 <= label.span.start <= label.span.end <= len(text)
        assert all(label.text.in_language(language) for language in ("en", "zh"))
    for language in ("en", "zh"):
        shown = snippet(diagnostic, language)
        assert shown.startswith(f"{diagnostic.severity.value}[{diagnostic.code}]: ")
        assert all(line.isprintable() for line in shown.replace("\t", " ").replace("\u00a0", " ").split("\n"))


def test_every_shipped_standard_is_among_them() -> None:
    assert len(ITEMS) == len(SHIPPED) >= 2
    assert sum(len(items) > 3 for items in ITEMS.values()) >= 20, "some only take others in"
