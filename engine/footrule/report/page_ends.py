"""What the pages about a computed footprint begin with, end with, and say of a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from footrule.report.ink import BOLD, DIM, YELLOW
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.visible import visible
from footrule.submission.file_and_pointer import file_in
from footrule.submission.submission import Submission
from footrule.text.source import Position
from footrule.text.wording import Wording, worded

LINE = worded("line {line}", "第 {line} 行")
IN_FILE = worded("{0}, {1}", "{0}，{1}")
NOTICED = worded("Noticed in the data", "数据中的问题")
MORE_REMARKS = worded("and {n} more: --format json tells them", "另有 {n} 条，见 --format json")
MOST_REMARKS = 30


def of_submission(page: Page, submission: Submission) -> list[str]:
    """Which footprint it is, and where it stands."""
    lines = page.paragraph(visible(submission.id or submission.file), BOLD)
    return lines + page.paragraph(visible(f"{submission.file} {submission.footprint.pointer}".rstrip()), DIM)


def remarks(page: Page, noticed: Sequence[Wording]) -> list[str]:
    """What a reader must know of the data besides; no lines where that is nothing."""
    if not noticed:
        return []
    shown = [line for each in noticed[:MOST_REMARKS] for line in page.narrower(4).hanging("-", page.told(each))]
    more = len(noticed) - MOST_REMARKS
    if more > 0:
        shown += page.narrower(4).paragraph(page.word(MORE_REMARKS, n=more))
    return ["", page.ink(page.word(NOTICED), YELLOW), *indented(shown, 2)]


def place(page: Page, pointer: str, places: Mapping[str, Position], within: str = "") -> str:
    """Where a pointer stands: its line, in a package after its file unless that is the one that the reader is within.

    Empty where nobody knows.
    """
    at = places.get(pointer)
    line = "" if at is None else page.word(LINE, line=at.line)
    named = file_in(pointer)
    file = "" if named == within and line else visible(named)
    return page.word(IN_FILE, file, line) if file and line else file or line
