"""The words of a standard with their comments, in order: what the layout and the translation of keywords work on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lark import Token, Tree

from footrule.syntax.keywords import IN_CHINESE, english
from footrule.text.source import Source

_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|(#[^\n]*)')
_ITEMS = {
    "header", "document", "codes", "data", "parameter", "open_parameter", "set_parameter", "define", "section", "prose",
    "rule", "allocate", "tighten", "replace", "waive", "example", "clauses",
}  # fmt: skip
_SPACED_ITEMS = {"section", "rule", "allocate", "tighten", "replace", "waive", "example"}
_CLAUSES = {
    "title", "extends", "in_force", "transition", "covers", "declared_unit", "boundary", "code", "datum", "provisional",
    "cite", "because", "for_each", "phase_in", "let", "requirement", "attested", "otherwise", "note", "on_each",
    "share", "credit", "subdivide", "alternative", "tolerance", "example_from", "example_with", "example_beside",
    "example_attested",
    "example_set", "example_without", "conforms", "fails", "undetermined", "clause",
}  # fmt: skip
_NO_KEYWORDS = {
    "NAME", "LABEL", "RULE_ID", "VERSION", "DATE", "SECTION_NUMBER", "NUMBER", "WHOLE", "UNIT", "STRING", "LANGUAGE",
    "CLAUSE_NUMBER",
}  # fmt: skip
_CLOSING = {"COMMA", "RPAR", "RSQB", "RBRACE", "COLON", "DOT"}
_OPENING = {"LPAR", "LSQB", "LBRACE", "DOT"}
_HALF_WIDTH = {
    "_COMMA": ("COMMA", ","), "_COLON": ("COLON", ":"), "_LPAR": ("LPAR", "("), "_RPAR": ("RPAR", ")"),
}  # fmt: skip
"""The signs that may be written in full width: what they are to the layout, and how it writes them."""
_OPERANDS = {
    "NAME", "NUMBER", "WHOLE", "UNIT", "STRING", "DATE", "RPAR", "RBRACE", "RSQB", "_NONE", "_TRUE", "_FALSE",
}  # fmt: skip


class WordKind(Enum):
    """What a word is to the layout."""

    ITEM = "begins an item of the file"
    CLAUSE = "begins a line of an item"
    LANGUAGE = "names the language of the text after it"
    COMMENT = "a comment"
    OPENS = "nothing stands between it and the next word"
    OPENS_CALL = "opens a call or a place in a list: nothing stands around it"
    CLOSES = "nothing stands between the word before and it"
    JOINS = "nothing stands around it"
    SIGN = "the sign of the number after it"
    OTHER = "any other word"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a comment, as it was written; `keyword` is its English form where it is one, else None."""

    text: str
    kind: WordKind
    keyword: str | None
    starts_line: bool
    column: int
    blank_before: bool
    opens_block: bool


def words_of(source: Source, tokens: list[Token], tree: Tree[Token]) -> list[Word]:
    """The words of a parsed text in order, comments among them."""
    roles = dict(_roles(tree))
    pieces: list[tuple[int, str, WordKind, str | None, bool]] = []
    before = ""
    for token in tokens:
        start = token.start_pos or 0
        kind, text = _HALF_WIDTH.get(token.type, (token.type, str(token)))
        role, spaced = roles.get(start, (None, False))
        keyword = english(text) if kind not in _NO_KEYWORDS and english(text) in IN_CHINESE else None
        written = text if keyword is None else " ".join(text.split())
        pieces.append((start, written, role or _kind(kind, before), keyword, spaced))
        before = kind
    pieces += [(start, text, WordKind.COMMENT, None, False) for start, text in _comments(source.text)]
    return [_word(source, *piece) for piece in sorted(pieces, key=lambda piece: piece[0])]


def _word(source: Source, start: int, text: str, kind: WordKind, keyword: str | None, spaced: bool) -> Word:
    place = source.position(start)
    before = source.line(place.line)[: place.column - 1]
    starts_line = not before.strip()
    blank = starts_line and place.line > 1 and not source.line(place.line - 1).strip()
    return Word(text, kind, keyword, starts_line, place.column, blank, spaced)


def _roles(tree: Tree[Token]) -> Iterator[tuple[int, tuple[WordKind, bool]]]:
    """The offsets at which items and clauses begin; an item outweighs the clause that begins with it."""
    for branch in tree.find_pred(lambda one: one.data in _CLAUSES):
        yield branch.meta.start_pos, (WordKind.CLAUSE, False)
    for item in tree.children:
        if isinstance(item, Tree) and item.data in _ITEMS:
            # The `when` of a requirement goes on on its line; that of a rule is a line of its own.
            for line in item.children:
                if isinstance(line, Tree) and line.data == "when":
                    yield line.meta.start_pos, (WordKind.CLAUSE, False)
            yield item.meta.start_pos, (WordKind.ITEM, item.data in _SPACED_ITEMS)


def _kind(kind: str, before: str) -> WordKind:
    if kind == "LANGUAGE":
        return WordKind.LANGUAGE
    if kind == "DOT":
        return WordKind.JOINS
    if kind in ("LPAR", "LSQB") and before in ("NAME", "RSQB"):
        return WordKind.OPENS_CALL
    if kind in _OPENING:
        return WordKind.OPENS
    if kind in _CLOSING:
        return WordKind.CLOSES
    if kind == "NEGATIVE" and before.isupper() and before not in _OPERANDS:
        return WordKind.SIGN
    return WordKind.OTHER


def _comments(text: str) -> Iterator[tuple[int, str]]:
    return ((found.start(1), found[1].rstrip()) for found in _COMMENT.finditer(text) if found[1] is not None)
