"""One canonical layout: the words of a standard as its author wrote them, spaced and aligned the same way everywhere.

The layout works on the words, not on the tree, so that nothing can be lost: what it prints has the same words in the
same order, and every comment where it was. Line breaks inside a clause are the author's; everything else is decided
here. Laying out twice is laying out once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from footrule.syntax.words import Word, WordKind
from footrule.text.cells import cells, padded

INDENT = 2
KEYWORD_COLUMNS = {
    "standard": 14, "library": 14, "parameter": 12, "set parameter": 12, "rule": 10, "tighten": 10, "replace": 10,
    "waive": 10, "allocate": 12, "example": 13,
}  # fmt: skip
"""How wide the keywords of an item's lines are set; the codes of a list as wide as the longest."""
_APART = ("edition", "attested", "not applicable")
"""Keywords within a line that stand apart from the text before them."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A line of an item with its continuation: its words, and the keyword they begin with (none for the head)."""

    words: tuple[Word, ...]
    keyword: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A head and its clauses; comments on lines of their own are clauses too."""

    clauses: tuple[_Clause, ...]
    blank_before: bool


def laid_out(words: list[Word]) -> str:
    """The text of the words in the canonical layout, with a line break at its end."""
    lines: list[str] = []
    for number, item in enumerate(_items(words)):
        if number and item.blank_before:
            lines.append("")
        lines += _item_lines(item)
    return "\n".join(lines) + "\n" if lines else ""


def _items(words: list[Word]) -> Iterator[_Item]:
    item: list[Word] = []
    for word in words:
        outermost = word.kind is WordKind.COMMENT and word.starts_line and word.column == 1
        heads_comments = _only_comments(item) and not word.blank_before
        if item and (word.kind is WordKind.ITEM or outermost) and not heads_comments:
            yield _item(item)
            item = []
        item.append(word)
    if item:
        yield _item(item)


def _only_comments(words: list[Word]) -> bool:
    return all(word.kind is WordKind.COMMENT for word in words)


def _item(words: list[Word]) -> _Item:
    clauses: list[_Clause] = []
    current: list[Word] = []
    keyword = ""
    for word in words:
        begins = word.kind is WordKind.CLAUSE or (word.kind is WordKind.COMMENT and word.starts_line)
        after_comment = bool(current) and current[-1].kind is WordKind.COMMENT
        if current and (begins or after_comment):
            clauses.append(_Clause(tuple(current), keyword))
            current, keyword = [], ""
        if word.kind is WordKind.CLAUSE:
            keyword = word.text
        current.append(word)
    if current:
        clauses.append(_Clause(tuple(current), keyword))
    return _Item(tuple(clauses), words[0].blank_before or words[0].opens_block)


def _item_lines(item: _Item) -> list[str]:
    widest = max((cells(clause.keyword) for clause in item.clauses), default=0)
    width = KEYWORD_COLUMNS.get(_head(item), widest + 1)
    lines: list[str] = []
    headed = False
    for clause in item.clauses:
        comment = clause.words[0].kind is WordKind.COMMENT
        if not clause.keyword:
            lines += _wrapped(clause.words, " " * INDENT if headed and comment else "", INDENT + width)
            headed = headed or not comment
            continue
        start = " " * INDENT + padded(clause.keyword, width)
        rest = clause.words[1:]
        lines += _wrapped(rest, start, INDENT + width) if rest else [start.rstrip()]
    return lines


def _head(item: _Item) -> str:
    words = (word for clause in item.clauses for word in clause.words)
    return next((word.keyword or "" for word in words if word.kind is WordKind.ITEM), "")


def _wrapped(words: tuple[Word, ...], start: str, column: int) -> list[str]:
    """The words after `start`; where the author broke the line, it is broken, and goes on at `column`."""
    lines = [start]
    before: Word | None = None
    for word in words:
        if before is not None and word.starts_line and word.kind is not WordKind.COMMENT:
            lines[-1] = lines[-1].rstrip()
            indent = column - len(word.text) - 1 if word.kind is WordKind.LANGUAGE else column
            lines.append(" " * max(indent, INDENT) + word.text)
        else:
            lines[-1] += _gap(before, word) + word.text
        before = word
    return lines


def _gap(before: Word | None, word: Word) -> str:
    if before is None:
        return ""
    if word.kind in (WordKind.LANGUAGE, WordKind.COMMENT) or word.keyword in _APART:
        return "  "
    glued_before = word.kind in (WordKind.CLOSES, WordKind.JOINS, WordKind.OPENS_CALL)
    glued_after = before.kind in (WordKind.OPENS, WordKind.JOINS, WordKind.OPENS_CALL, WordKind.SIGN)
    return "" if glued_before or glued_after else " "
