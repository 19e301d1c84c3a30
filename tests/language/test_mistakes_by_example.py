"""Every row of `mistakes_by_example.md` holds: one diagnostic, its place, its help in both languages, and its fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from footrule.syntax.own_words import in_own_words
from footrule.text.diagnostic import Severity
from footrule.text.fixes import with_edits
from tests.language.blocks import HEAD, RULE_HEAD, checked_text

PAGE = Path(__file__).parent / "mistakes_by_example.md"
NEXT_LINE = " ⏎ "
CHINESE_HEAD = '规则库 测试 1.0.0\n  标题 "测试"\n文件 甲 "某文件" 版本 "1"\n'
CHINESE_RULE_HEAD = '规则 T-1 "某规则"\n  引用 甲 "1"\n'
ABOVE = {
    "A requirement": HEAD + RULE_HEAD + "  ",
    "A part of a file": HEAD,
    "The head of a file": "",
    "要求": CHINESE_HEAD + CHINESE_RULE_HEAD + "  ",
    "文件的一部分": CHINESE_HEAD,
    "文件头": "",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A mistake, what is marked of it, the help in English and Chinese, and the text mended (None: nobody can tell)."""

    above: str
    written: str
    marked: str
    en: str
    zh: str
    mended: str | None

    def __str__(self) -> str:
        return self.written.replace("\n", NEXT_LINE)


def _rows() -> Iterator[Row]:
    """The rows of the page, each with what stands above it in its file."""
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
        elif line.startswith("| ``"):
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            written, marked, mended = (_code(cells[number]) for number in (0, 1, 4))
            yield Row(ABOVE[heading], written or "", marked or "", cells[2], cells[3], mended)


def _code(cell: str) -> str | None:
    found = re.fullmatch(r"`` (.*) ``", cell)
    return None if found is None else found[1].replace(NEXT_LINE, "\n")


ROWS = tuple(_rows())


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_mistake_is_told_once_where_it_stands_with_what_helps(row: Row) -> None:
    text = row.above + row.written
    standard, diagnostics = checked_text(text + "\n")
    assert standard is None
    (one,) = (in_own_words(diagnostic) for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR)
    span = one.primary.span
    assert text[span.start : span.end] == row.marked
    assert one.help is not None
    assert (one.help.in_language("en"), one.help.in_language("zh")) == (row.en, row.zh)
    mended = None if one.fix is None else with_edits(text, [one.fix])
    assert mended == (None if row.mended is None else row.above + row.mended)


def test_there_are_many_in_both_languages() -> None:
    chinese = [row for row in ROWS if not row.above.isascii() or not row.written.isascii()]
    assert len(ROWS) >= 100
    assert len(chinese) >= 40
