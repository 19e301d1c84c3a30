"""The values a finding rests on, as a table: what each is called in the rule, how it reads, which line it is on."""

from __future__ import annotations

import re
from itertools import zip_longest

from footrule.assess.finding import EvidenceValue
from footrule.report import wording_of_report as words
from footrule.report.ink import YELLOW
from footrule.report.layout import wrapped
from footrule.report.page import Page
from footrule.report.page_ends import IN_FILE
from footrule.report.visible import visible
from footrule.submission.file_and_pointer import file_in
from footrule.text.cells import cells, padded
from footrule.text.pattern import pattern

MOST_CHARACTERS_SHOWN = 240
_GAP = "  "
_WHOLE_PART = pattern(r"[+-]?\d+(?=[^\d:/-]|$)", re.ASCII)
_MOST_ALIGNMENT = 12
_SHORTEST_PLACE = 12


def table(page: Page, values: tuple[EvidenceValue, ...]) -> list[str]:
    """One row a value; numbers stand with their decimal points under each other where there is room."""
    rows = _rows(page, values)
    names, shown, places = _column_widths(page.width, rows)
    lines: list[str] = []
    for value, row in zip(values, rows, strict=True):
        parts = (wrapped(row[0], names), wrapped(row[1], shown), wrapped(row[2], places))
        for name, text, place in zip_longest(*parts, fillvalue=""):
            value_cell = page.ink(text, YELLOW) if value.shown is None else text
            line = padded(name, names) + _GAP + value_cell
            lines.append(line + " " * (shown - cells(text)) + _GAP + place if place else line.rstrip())
    return lines


def natural_width(page: Page, values: tuple[EvidenceValue, ...]) -> int:
    """The width at which no row of the table breaks."""
    rows = _rows(page, values)
    return sum(max(cells(row[column]) for row in rows) for column in range(3)) + 2 * len(_GAP)


def in_one_line(page: Page, values: tuple[EvidenceValue, ...]) -> str:
    """The values as running text, for findings that weigh less."""
    return page.word(words.COMMA).join(_in_text(page, value) for value in values)


def _in_text(page: Page, value: EvidenceValue) -> str:
    text = f"{visible(value.name)} {_reading(page, value)}"
    place = _line(page, value)
    return page.in_brackets(text, place) if place else text


def _rows(page: Page, values: tuple[EvidenceValue, ...]) -> list[tuple[str, str, str]]:
    readings = [_reading(page, value) for value in values]
    whole_parts = [match.end() if (match := _WHOLE_PART.match(reading)) else None for reading in readings]
    point = max((end for end in whole_parts if end is not None and end <= _MOST_ALIGNMENT), default=0)
    return [
        (visible(value.name), " " * (point - end if end is not None else 0) + reading, _line(page, value))
        for value, reading, end in zip(values, readings, whole_parts, strict=True)
    ]


def _reading(page: Page, value: EvidenceValue) -> str:
    """How the value reads, with what a reader must know of it; a missing one is told by its note alone."""
    if value.shown is None:
        return page.told(value.note) if value.note else page.word(words.MISSING)
    text = _shortened(page, value.shown)
    return page.in_brackets(text, page.told(value.note)) if value.note else text


def _shortened(page: Page, text: str) -> str:
    if len(text) <= MOST_CHARACTERS_SHOWN:
        return visible(text)
    return page.word(words.CHARACTERS, text=visible(text[:MOST_CHARACTERS_SHOWN]), n=len(text))


def _line(page: Page, value: EvidenceValue) -> str:
    """The line, after the name of the file where that is another than the one that the report is of."""
    line = page.word(words.LINE, n=value.position.line) if value.position else ""
    file = visible(file_in(value.pointer)) if value.pointer else ""
    return page.word(IN_FILE, file, line) if file and line else file or line


def _column_widths(width: int, rows: list[tuple[str, str, str]]) -> tuple[int, int, int]:
    """Names and values as wide as they need to be, or else sharing what the places leave: a third is for these."""
    names, shown, places = (max(cells(row[column]) for row in rows) for column in range(3))
    if names + shown + places + 2 * len(_GAP) > width:
        places = min(places, max(width // 3, _SHORTEST_PLACE))
    room = width - places - 2 * len(_GAP)
    if names + shown > room:
        shown = min(shown, max(room // 3, room - names))
        names = min(names, room - shown)
    return names, shown, places
