"""The sheet a text report is set on: its language, its width, its ink, and rows with a label before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from footrule.frozen import Frozen, dataclass
from footrule.report import wording_of_report as words
from footrule.report.ink import DIM, Ink
from footrule.report.layout import indented, wrapped
from footrule.report.visible import visible
from footrule.text.cells import cells, padded
from footrule.text.wording import Wording

NARROWEST = 40
_WIDE_ENOUGH_FOR_ANY_ROW = 60


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Page(Frozen):
    """Where lines are set. Lines made for a page are at most its width; whoever indents them narrows it first."""

    language: str
    width: int
    ink: Ink

    def narrower(self, by: int) -> Page:
        """The same page with less room."""
        return Page(self.language, self.width - by, self.ink)

    def word(self, own: Wording, *in_order: str | int, **filled: str | int) -> str:
        """A wording of the report itself, its braces filled with text that is visible already."""
        return own.in_language(self.language).format(*in_order, **filled)

    def in_brackets(self, text: str, remark: str) -> str:
        """A visible text with a visible remark behind it."""
        return words.IN_BRACKETS.in_language(self.language).format(text, remark)

    def told(self, given: Wording) -> str:
        """A wording of the assessment, which may quote the submission: braces stay, control characters are shown."""
        return visible(given.in_language(self.language))

    def paragraph(self, text: str, *styles: str) -> list[str]:
        """The text in lines, each in the given styles."""
        return [self.ink(line, *styles) for line in wrapped(text, self.width)]

    def hanging(self, head: str, text: str, *styles: str) -> list[str]:
        """`head` in its styles, the text beside it in lines that keep clear of it; below it where it is too long."""
        column = cells(head) + 2
        if column > self.width // 2:
            return self.paragraph(head, *styles) + indented(wrapped(text, self.width - 2), 2)
        first, *rest = wrapped(text, self.width - column) or [""]
        if not first:
            return [self.ink(head.rstrip(), *styles)]
        return [f"{self.ink(head, *styles)}  {first}", *indented(rest, column)]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Row(Frozen):
    """A label and what stands beside it. `wants` is the width below which it would rather stand under its label."""

    label: Wording
    lines: Callable[[Page], list[str]]
    wants: int = 0


def text_row(label: Wording, *texts: str) -> Row:
    """A row of visible texts, each on a line of its own."""
    return Row(label, lambda page: [line for text in texts for line in wrapped(text, page.width)])


def label_column(page: Page, labels: Iterable[Wording]) -> int:
    """How far from the left the widest of the labels pushes what stands beside it."""
    return max(cells(page.word(label)) for label in labels) + 2


def labelled(page: Page, column: int, rows: Iterable[Row]) -> list[str]:
    """The rows below each other, their labels in a column of the given width."""
    lines: list[str] = []
    for row in rows:
        label = page.word(row.label)
        if page.width - column < min(row.wants, _WIDE_ENOUGH_FOR_ANY_ROW):
            lines += [page.ink(label, DIM), *indented(row.lines(page.narrower(2)), 2)]
            continue
        first, *rest = row.lines(page.narrower(column)) or [""]
        lines += [page.ink(padded(label, column), DIM) + first, *indented(rest, column)]
    return lines
