"""A choice may be between codes, where the other side says of which list; a mistake there has no echo here."""

from __future__ import annotations

import pytest

from footrule.text.diagnostic import Severity
from tests.language.small_world import checked_small


def errors(condition: str) -> list[tuple[str, str]]:
    """What is told of a condition: codes and the text that is marked."""
    _, diagnostics = checked_small(f"  shall {condition}\n")
    marked = [(one, one.primary.span) for one in diagnostics if one.severity is Severity.ERROR]
    return [(one.code, one.source.text[span.start : span.end]) for one, span in marked]


@pytest.mark.parametrize(
    "condition",
    [
        "kind is (if holds then product else waste)",
        "flow.kind is (if holds then product else waste)",
        "kind is (if holds then product else flow.kind)",
        "flow.kind in {if holds then product else waste}",
        "product is (if holds then kind else flow.kind)",
    ],
)
def test_codes_in_a_choice(condition: str) -> None:
    assert errors(condition) == []


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("kind is (if holds then product else wast)", [("P0208", "wast")]),
        ("flow.kindd is (if holds then product else waste)", [("P0202", "kindd")]),
        ("waste is flow.kindd", [("P0202", "kindd")]),
        ("kindd is (if holds then product else waste)", [("P0201", "kindd")]),
    ],
)
def test_one_mistake_is_told_once(condition: str, told: list[tuple[str, str]]) -> None:
    assert errors(condition) == told
