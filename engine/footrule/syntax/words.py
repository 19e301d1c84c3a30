"""The words of a standard with their comments, in order: what the layout and the translation of keywords work on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from lark import Token, Tree

from footrule.syntax.keywords import IN_CHINESE, english
from footrule.text.source import Source

_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|(#[^\n]*)')
_ITEMS = {"header", "document", "codes", "parameter", "define", "section", "rule", "example"}
_SPACED_ITEMS = {"section", "rule", "example"}
_CLAUSES = {
    "title", "extends", "in_force", "covers", "declared_unit", "boundary", "code", "provisional", "cite", "for_each",
    "phase_in", "let", "requirement", "attested", "otherwise", "note", "example_from", "example_with",
    "example_attested", "example_set", "example_without", "conforms", "fails", "undetermined",
}  # fmt: skip
_NO_KEYWORDS = {
    "NAME", "RULE_ID", "VERSION", "DATE", "SECTION_NUMBER", "NUMBER", "WHOLE", "UNIT", "STRING", "LANGUAGE",
}  # fmt: skip
_CLOSING = {"COMMA", "RPAR", "RSQB", "RBRACE", "COLON", "DOT"}
_OPENING = {"LPAR", "LSQB", "LBRACE", "DOT"}
_BEFORE_A_SIGN = {
    "LPAR",
    "LSQB",
    "LBRACE",
    "COMMA",
    "EQUAL",
    "LESSTHAN",
    "MORETHAN",
    "PLUS",
    "STAR",
    "SLASH",
    "NEGATIVE",
}


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
    start: int
    starts_line: bool
    column: int
    blank_before: bool
    opens_block: bool


def words_of(source: Source, tokens: list[Token], tree: Tree[Token]) -> list[Word]:
    """The words of a parsed text in order, comments among them."""
    roles = dict(_roles(tree))
    spans = [(token.start_pos or 0, str(token), token.type) for token in tokens]
    pieces: list[tuple[int, str, WordKind, str | None, bool]] = []
    before = ""
    for start, text, kind in spans:
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
    return Word(text, kind, keyword, start, starts_line, place.column, blank, spaced)


def _roles(tree: Tree[Token]) -> Iterator[tuple[int, tuple[WordKind, bool]]]:
    """The offsets at which items and clauses begin; an item outweighs the clause that begins with it."""
    for branch in tree.iter_subtrees():
        name = str(branch.data)
        if name in _CLAUSES or (name == "when" and _is_of_rule(branch, tree)):
            yield branch.meta.start_pos, (WordKind.CLAUSE, False)
    for child in tree.children:
        if isinstance(child, Tree) and child.data in _ITEMS:
            yield child.meta.start_pos, (WordKind.ITEM, child.data in _SPACED_ITEMS)


def _is_of_rule(when: Tree[Token], tree: Tree[Token]) -> bool:
    return any(
        when is child
        for rule in tree.children
        if isinstance(rule, Tree) and rule.data == "rule"
        for child in rule.children
    )


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
    if kind == "NEGATIVE" and (before in _BEFORE_A_SIGN or (before.isupper() and before not in _OPERANDS)):
        return WordKind.SIGN
    return WordKind.OTHER


_OPERANDS: Mapping[str, None] = dict.fromkeys(
    ("NAME", "NUMBER", "WHOLE", "UNIT", "STRING", "DATE", "RPAR", "RBRACE", "RSQB", "_NONE", "_TRUE", "_FALSE")
)


def _comments(text: str) -> Iterator[tuple[int, str]]:
    return ((found.start(1), found[1].rstrip()) for found in _COMMENT.finditer(text) if found[1] is not None)
