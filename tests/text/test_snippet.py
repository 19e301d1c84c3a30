"""A diagnostic on a terminal: the mark stands below its place, in any script, and nothing in it can be obeyed."""

from __future__ import annotations

from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from footrule.text.diagnostic import Diagnostic, Label, Severity
from footrule.text.snippet import LONGEST_LINE_SHOWN, LONGEST_SENTENCE, snippet
from footrule.text.source import Source, Span
from footrule.text.wording import Wording, worded


def diagnostic(text: str, start: int, end: int, help: Wording | None = None) -> Diagnostic:
    label = Label(Span(start, end), worded("this is mass", "此处是质量"))
    return Diagnostic("P0203", worded("they differ", "二者不同"), Source("a.pcr", text), label, (), help)


def test_a_mark_below_its_place() -> None:
    shown = snippet(diagnostic("first\n  shall mass > 3 MJ\n", 14, 18, worded("write kg", "请写 kg")), "en")
    assert shown == (
        "error[P0203]: they differ\n"
        "  --> a.pcr:2:9\n"
        "   2 |   shall mass > 3 MJ\n"
        "     |         ^^^^ this is mass\n"
        "   = help: write kg"
    )


def test_chinese_characters_take_two_cells() -> None:
    shown = snippet(diagnostic("  shall 质量（年） > 3 MJ", 8, 13), "zh")
    assert shown == (
        "error[P0203]: 二者不同\n"
        "  --> a.pcr:1:9\n"
        "   1 |   shall 质量（年） > 3 MJ\n"
        "     |         ^^^^^^^^^^ 此处是质量"
    )  # fmt: skip
    after = snippet(diagnostic("质量 mass", 3, 7), "zh")
    assert after.splitlines()[-1] == "     |      ^^^^ 此处是质量"


def test_a_tab_is_passed_on_so_that_the_mark_moves_with_it() -> None:
    assert snippet(diagnostic("\tshall\tmass", 7, 11), "en").splitlines()[2:] == [
        "   1 | \tshall\tmass",
        "     | \t     \t^^^^ this is mass",
    ]


def test_an_accent_takes_no_cell() -> None:
    assert snippet(diagnostic("e\u0301 mass", 3, 7), "en").splitlines()[-1] == "     |   ^^^^ this is mass"


def test_what_a_terminal_would_obey_is_shown_as_one_character_each() -> None:
    shown = snippet(diagnostic("\x1b[2J \u202emass", 5, 9), "en")
    assert shown.splitlines()[2:] == ["   1 | \ufffd[2J \ufffdmass", "     |      ^^^^ this is mass"]


def test_a_second_label_has_its_own_line_and_mark() -> None:
    label = Label(Span(0, 4), worded("declared here", "声明于此"))
    one = diagnostic("mass = 3 MJ\n  mass > 3 kg", 14, 18)
    shown = snippet(Diagnostic(one.code, one.headline, one.source, one.primary, (label,)), "en")
    assert shown.splitlines()[-2:] == ["   1 | mass = 3 MJ", "     | ---- declared here"]


def test_a_warning_says_so_and_a_place_at_the_end_of_the_text_has_a_mark() -> None:
    one = diagnostic("mass", 4, 4)
    warning = Diagnostic(one.code, one.headline, one.source, one.primary, severity=Severity.WARNING)
    assert snippet(warning, "en").splitlines() == [
        "warning[P0203]: they differ",
        "  --> a.pcr:1:5",
        "   1 | mass",
        "     |     ^ this is mass",
    ]


def test_a_mark_over_several_lines_ends_with_the_first() -> None:
    assert snippet(diagnostic("mass >\n3 kg", 0, 11), "en").splitlines()[-1] == "     | ^^^^^^ this is mass"


def test_of_a_very_long_line_the_part_around_the_mark_is_shown() -> None:
    line, mark = snippet(diagnostic("x" * 5000 + " mass " + "y" * 5000, 5001, 5005), "en").splitlines()[2:]
    assert line.startswith("   1 | … x")
    assert line.endswith("y …")
    assert line.index("mass") == mark.index("^^^^")
    assert len(line) < LONGEST_LINE_SHOWN + 20


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_any_place_in_any_text_can_be_shown(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    for language in ("en", "zh", "zh-Hant", "xx"):
        shown = snippet(diagnostic(text, start, end, worded("h" * 1000, "提" * 1000)), language)
        assert all(category(char)[0] != "C" or char in "\t\n" for char in shown)
        assert shown.count("\n") == 4
        assert max(map(len, shown.split("\n"))) <= LONGEST_SENTENCE
        assert "^" in shown
