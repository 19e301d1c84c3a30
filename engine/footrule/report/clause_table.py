"""A register of clauses as lines: how each clause stands, its number, its title and by what it is answered for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footrule.model.clauses import Clause
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.visible import visible
from footrule.text.cells import cells, padded
from footrule.text.wording import Wording, worded

COMMA = worded(", ", "、")
COLON = worded(": ", "：")
_WIDEST_NUMBER = 12
"""The widest clauses that have a column of their own; attributes and tables stand before their titles."""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause, the word for how it stands, what is told of it, and the styles of its first column."""

    clause: Clause
    standing: str
    answered: str
    styles: tuple[str, ...]


def clause_lines(page: Page, rows: Sequence[ClauseRow], standing_width: int) -> Iterator[str]:
    """The rows in columns, two cells in; `standing_width` is that of the first column, in cells."""
    widest = max((cells(visible(row.clause.clause)) for row in rows), default=0)
    for row in rows:
        head, text, name = padded(row.standing, standing_width), row.answered, visible(row.clause.clause)
        if widest <= _WIDEST_NUMBER:
            head = f"{head}  {padded(name, widest)}"
        else:
            text = name + page.word(COLON) + text
        yield from indented(page.narrower(2).hanging(head, text, *row.styles), 2)


def answered(page: Page, clause: Clause, rules: Sequence[str], because: Wording | None) -> str:
    """The title of a clause with the ids of the rules that answer for it, or with why none does."""
    title = page.told(clause.title)
    if rules:
        return page.in_brackets(title, page.word(COMMA).join(map(visible, rules)))
    return title if because is None else page.in_brackets(title, page.told(because))
