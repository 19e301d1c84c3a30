"""The derivation of a figure as a page: each value below what it leads to, with its place in the file or its source."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.inventory.derivation import Derivation
from footrule.report.ink import BOLD, DIM
from footrule.report.layout import indented
from footrule.report.page import NARROWEST, Page
from footrule.report.visible import visible
from footrule.submission.submission import Submission
from footrule.text.wording import worded

VALUE = worded("{0}: {1}", "{0}：{1}")
LINE = worded("line {line}", "第 {line} 行")
STEP = 2


def trace_page(page: Page, one: Derivation, submission: Submission) -> list[str]:
    """The lines of the page."""
    places = submission.locate(sorted(set(_pointers(one))))
    lines = {pointer: at.line for pointer, at in places.items()}
    head = page.paragraph(visible(f"{submission.file} {submission.footprint.pointer}".rstrip()), DIM)
    return [*head, "", *_told(page, one, lines)]


def _told(page: Page, one: Derivation, lines: dict[str, int]) -> list[str]:
    name = page.told(one.name)
    text = page.word(VALUE, name, visible(one.value)) if one.value else name
    marks = [page.word(LINE, line=lines[one.pointer])] if one.pointer in lines else []
    marks += [visible(one.source)] if one.source else []
    if marks:
        text = page.in_brackets(text, ", ".join(marks))
    told = page.paragraph(text, *([BOLD] if one.of else []))
    inner = page if page.width - STEP < NARROWEST else page.narrower(STEP)
    below = [page.ink(line, DIM) for line in inner.paragraph(f"= {page.told(one.how)}")] if one.how is not None else []
    for each in one.of:
        below += _told(inner, each, lines)
    return told + indented(below, page.width - inner.width)


def _pointers(one: Derivation) -> Iterator[str]:
    if one.pointer:
        yield one.pointer
    for each in one.of:
        yield from _pointers(each)
