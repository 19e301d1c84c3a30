"""Fixes made: the text of a source with the changes that its diagnostics are certain of."""

from __future__ import annotations

from collections.abc import Iterable

from footrule.text.diagnostic import Fix


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that do not get in each other's way, in the order of the text: of two that overlap, the first."""
    chosen: list[Fix] = []
    reached = -1
    for fix in sorted(fixes, key=lambda one: one.edits[0][0].start):
        first, last = fix.edits[0][0].start, fix.edits[-1][0].end
        if first > reached:
            chosen.append(fix)
            reached = last
    return chosen


def with_edits(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every edit of some compatible fixes made; whatever they do not name stays as it is.

    >>> from footrule.text.source import Span
    >>> from footrule.text.wording import worded
    >>> with_edits("a => 1；", [Fix(worded("", ""), ((Span(2, 4), ">="),)), Fix(worded("", ""), ((Span(6, 7), ""),))])
    'a >= 1'
    """
    parts: list[str] = []
    at = 0
    for fix in fixes:
        for span, replacement in fix.edits:
            parts += [text[at : span.start], replacement]
            at = span.end
    return "".join([*parts, text[at:]])
