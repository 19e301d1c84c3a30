"""A pattern is compiled when it is first used, and from then on it is as quick as a compiled one."""

from __future__ import annotations

import re

import pytest

from footrule.text.pattern import pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    compiled, when_used = re.compile("([a-z])([0-9])", re.IGNORECASE), pattern("([a-z])([0-9])", re.IGNORECASE)
    text = "a1 B2 - c"
    assert when_used.sub(r"\2", text) == compiled.sub(r"\2", text)
    assert when_used.findall(text) == compiled.findall(text)
    assert when_used.split(text) == compiled.split(text)
    assert [one.span() for one in when_used.finditer(text)] == [one.span() for one in compiled.finditer(text)]
    assert when_used.pattern == compiled.pattern
    for method in ("match", "search", "fullmatch"):
        assert (getattr(when_used, method)(text) is None) is (getattr(compiled, method)(text) is None)


def test_it_is_compiled_once_and_when_it_is_used() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.match("x")
    whole = pattern("x")
    whole.match("x")
    assert whole.match is whole.match
