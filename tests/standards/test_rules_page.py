"""The page of the libraries is current, and an example breaks a rule for every pattern of nonconformity."""

from __future__ import annotations

import re

from tests.standards.patterns import PATTERNS
from tests.standards.rules_page import PAGE, caught_by, newest, page_with_its_tables

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_generated_parts_are_current() -> None:
    assert page_with_its_tables(TEXT) == TEXT, "run `python -m tests.standards.rules_page`"


def test_patterns_are_numbered_through() -> None:
    assert list(PATTERNS) == [f"E{number:02}" for number in range(1, 41)]


def test_every_pattern_is_caught_by_a_rule_that_an_example_breaks() -> None:
    caught = {pattern for pattern, catches in caught_by().items() if any(one.example for one in catches)}
    assert set(PATTERNS) - caught == set()


def test_no_rule_cites_a_pattern_that_there_is_not() -> None:
    assert set(caught_by()) <= set(PATTERNS)


def test_every_library_is_spoken_of() -> None:
    spoken_of = set(re.findall(r"`(\w+)`", TEXT))
    assert {one.id for one in newest() if one.kind == "library"} <= spoken_of


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert links
    assert [link for link in links if not (PAGE.parent / link).exists()] == []
