"""Fixes change what they name and nothing else; of two that overlap, the first in the text is made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footrule.text.diagnostic import Fix
from footrule.text.fixes import compatible, with_edits
from footrule.text.source import Span
from footrule.text.wording import worded

SAYS = worded("write this", "请改写")


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix(SAYS, tuple((Span(start, end), replacement) for start, end, replacement in edits))


def test_of_two_that_overlap_the_first_is_made() -> None:
    first, inside, after = fix((0, 3, "x")), fix((2, 4, "y")), fix((5, 6, "z"))
    assert compatible([after, inside, first]) == [first, after]


def test_what_touches_waits_for_the_next_round() -> None:
    assert len(compatible([fix((0, 3, "x")), fix((3, 3, " "))])) == 1


def test_two_edits_of_one_fix_are_both_made() -> None:
    assert with_edits("质量且a", [fix((2, 2, " "), (3, 3, " "))]) == "质量 且 a"


def test_nothing_to_fix_changes_nothing() -> None:
    assert with_edits("as it is", []) == "as it is"


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3))))
def test_what_is_not_named_stays(text: str, wanted: list[tuple[int, int, str]]) -> None:
    fixes = [fix((start, start + length, new)) for start, length, new in wanted if start + length <= len(text)]
    chosen = compatible(fixes)
    kept = set(range(len(text))) - {
        at for one in chosen for span, _ in one.edits for at in range(span.start, span.end)
    }  # fmt: skip
    put = sum(len(new) for one in chosen for _, new in one.edits)
    after = with_edits(text, chosen)
    assert len(after) == len(kept) + put
    if not put:
        assert after == "".join(text[at] for at in sorted(kept))
