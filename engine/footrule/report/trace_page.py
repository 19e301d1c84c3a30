"""The derivation of a figure as a page: each value below what it leads to, with its place in the file or its source."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from footrule.inventory.derivation import Derivation, every
from footrule.report.computed import Computed
from footrule.report.ink import BOLD, DIM
from footrule.report.layout import indented
from footrule.report.page import NARROWEST, Page
from footrule.report.page_ends import of_submission, place, remarks
from footrule.report.visible import visible
from footrule.submission.file_and_pointer import file_in
from footrule.submission.submission import Submission
from footrule.text.source import Position
from footrule.text.wording import worded

VALUE = worded("{0}: {1}", "{0}：{1}")
STEP = 2


def trace_page(page: Page, told: Sequence[Derivation], one: Computed) -> list[str]:
    """The lines of the page; `told` are a figure and what it refers to as told below it."""
    lines = of_submission(page, one.submission)
    places = places_of(told, one.submission)
    for each in told:
        lines += ["", *_told(page, each, places)]
    return lines + remarks(page, one.remarks)


def places_of(told: Collection[Derivation], submission: Submission) -> Mapping[str, Position]:
    """Where everything stands that derivations point to."""
    pointers = {one.pointer for root in told for one in every(root) if one.pointer}
    return submission.locate(sorted(pointers))


def _told(page: Page, one: Derivation, places: Mapping[str, Position], within: str = "") -> list[str]:
    name = page.told(one.name)
    text = page.word(VALUE, name, visible(one.value)) if one.value else name
    marks = list(_marks(page, one, places, within))
    if marks:
        text = page.in_brackets(text, ", ".join(marks))
    told = page.paragraph(text, *([BOLD] if one.of else []))
    inner = page if page.width - STEP < NARROWEST else page.narrower(STEP)
    below = [page.ink(line, DIM) for line in inner.paragraph(f"= {page.told(one.how)}")] if one.how is not None else []
    for each in one.of:
        below += _told(inner, each, places, file_in(one.pointer) or within)
    return told + indented(below, page.width - inner.width)


def _marks(page: Page, one: Derivation, places: Mapping[str, Position], within: str) -> Iterator[str]:
    if one.pointer and (at := place(page, one.pointer, places, within)):
        yield at
    if one.source:
        yield visible(one.source)
