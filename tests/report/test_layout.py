"""Lines of a given width in cells: nothing wider, nothing lost, breaks where a reader expects them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.report.layout import packed, wrapped
from footrule.report.visible import visible, without_surrogates
from footrule.text.cells import cells

texts = st.text().map(visible)


@given(texts, st.integers(2, 100))
def test_lines_keep_to_the_width_and_lose_only_spaces(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(lines)
    assert max(map(cells, lines), default=0) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("two  spaces stay", 20, ["two  spaces stay"]),
        ("not at  a break", 8, ["not at", "a break"]),
        ("/pcf/fossilGhgEmissions", 10, ["/pcf", "/fossilGhg", "Emissions"]),
        ("6f9c1d4e-0b7a-4b1f", 12, ["6f9c1d4e-", "0b7a-4b1f"]),
        ("碳足迹核算", 6, ["碳足迹", "核算"]),
        ("碳足迹核算", 7, ["碳足迹", "核算"]),
        ("缺少碳含量。", 10, ["缺少碳含", "量。"]),
        ("取值（暂定）", 6, ["取值", "（暂", "定）"]),
        ("清焦CO2排放", 6, ["清焦", "CO2排", "放"]),
    ],
)
def test_breaks(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(st.lists(st.from_regex(r"[a-z]{1,9} [a-z]{1,9}", fullmatch=True)), st.integers(20, 60))
def test_a_part_that_fits_is_never_broken(parts: list[str], width: int) -> None:
    lines = packed(parts, ", ", width)
    assert max(map(cells, lines), default=0) <= width
    assert ", ".join(parts).replace(" ", "") == "".join(lines).replace(" ", "")
    assert all(any(part in line for line in lines) for part in parts)


@given(st.text())
def test_what_is_visible_is_printable_and_says_the_same_twice(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert "\x1b" not in shown
    assert "\n" not in shown
    assert visible(shown) == shown


@given(st.text(st.characters(categories=["Cs", "Ll", "So"])))
def test_without_surrogates_can_be_encoded(text: str) -> None:
    without_surrogates(text).encode()
