"""The parser's saved tables: building them from the grammar's text takes half a second, loading them a hundredth."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import BinaryIO, Protocol, cast

import lark
from lark import Lark, Token, Tree

from footrule.resources import data_folder

TABLES = Path(__file__).parent / "tables.bin"
_DIGEST_BYTES = 32


class InteractiveParser(Protocol):
    """A parse under way."""

    def exhaust_lexer(self) -> list[Token]:
        """The rest of the tokens, in order. Raises lark.exceptions.UnexpectedInput."""
        ...

    def feed_eof(self, last_token: Token | None) -> Tree[Token]:
        """End the text, and answer its tree. Raises lark.exceptions.UnexpectedInput."""
        ...


class Parser(Protocol):
    """What is asked of a parser; the library's own declarations leave parts of it open."""

    def parse(self, text: str, start: str) -> Tree[Token]:
        """The generic tree of a text. Raises lark.exceptions.UnexpectedInput."""
        ...

    def parse_interactive(self, text: str, start: str) -> InteractiveParser:
        """The parse of a text, token by token."""
        ...

    def save(self, f: BinaryIO) -> None:
        """Write the tables."""
        ...


class _ParserClass(Protocol):
    def load(self, f: BinaryIO) -> Parser: ...


def load_parser() -> Parser:
    """The parser, from the saved tables where they belong to this grammar and this parser, else from the grammar."""
    grammar = (data_folder("grammar") / "footrule.lark").read_text(encoding="utf-8")
    saved = TABLES.read_bytes() if TABLES.is_file() else b""
    if saved[:_DIGEST_BYTES] != _digest(grammar):
        # Strict mode needs a library of its own to compare patterns; it is the build of the tables that asks for it.
        return _built(grammar, strict=False)
    # The file ships with the engine and is trusted as its modules are; the digest only tells which grammar it is of.
    return cast(_ParserClass, Lark).load(io.BytesIO(saved[_DIGEST_BYTES:]))


def built_tables() -> bytes:
    """What `tables.bin` should hold for the grammar and the parser that are installed."""
    grammar = (data_folder("grammar") / "footrule.lark").read_text(encoding="utf-8")
    buffer = io.BytesIO()
    _built(grammar, strict=True).save(buffer)
    return _digest(grammar) + buffer.getvalue()


def _built(grammar: str, *, strict: bool) -> Parser:
    parser: object = Lark(
        grammar,
        parser="lalr",
        lexer="contextual",
        strict=strict,
        propagate_positions=True,
        maybe_placeholders=False,
        start=["start", "expr"],
    )
    return cast(Parser, parser)


def _digest(grammar: str) -> bytes:
    return hashlib.sha256(f"{lark.__version__}\n{grammar}".encode()).digest()
