"""The entrance: a source becomes a tree, or diagnostics.

The parser's tables are generated (`build_tables`) and shipped; where they do not belong to the grammar and the
parser that are installed, the parser is built from the grammar's text, which is slow and right.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from footrule.syntax import problems
from footrule.syntax.declared import declared_badly
from footrule.syntax.expression_from_lark import Branch, ExpressionBuilder, TooDeep
from footrule.syntax.expression_tree import Expression
from footrule.syntax.parts_from_lark import PartBuilder
from footrule.syntax.recover import MOST_BROKEN_PARTS, without_part
from footrule.syntax.standard_from_lark import StandardBuilder, repeated_lines
from footrule.syntax.tables import Parser, load_parser
from footrule.syntax.tree import Tree, Unread
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span

if TYPE_CHECKING:
    from lark import Token


@lru_cache(maxsize=1)
def the_parser() -> Parser:
    """The parser of the language, loaded once."""
    return load_parser()


def source_of(name: str, data: bytes, sink: Sink) -> Source | None:
    """The text of a standard from its bytes, or None where a diagnostic says that they are not UTF-8."""
    try:
        return Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        sink.add(problems.not_text(Source(name, ""), error.start))
        return None


def parse(source: Source, sink: Sink) -> Tree | None:
    """The tree of a standard's text, or None where there is nothing that could be read; diagnostics say why.

    After a mistake of syntax the stretch of the file that has it is left out, and reading goes on; the tree says what
    it does not have (`unread`).
    """
    root, unread = _read(source, sink)
    return None if root is None else _tree(source, root, unread, sink)


def parsed_with_words(source: Source, sink: Sink) -> tuple[list[Token], Branch] | None:
    """The words of a text that has no mistake of syntax, and what the parser makes of them; None where it has one.

    Lark's tree has no keywords, so the words are those that the parser was fed, in order.
    """
    from lark.exceptions import UnexpectedInput

    reading = the_parser().parse_interactive(source.text, start="start")
    try:
        words = reading.exhaust_lexer()
        root = reading.feed_eof(words[-1] if words else None)
    except UnexpectedInput:
        parse(source, sink)
        return None
    return None if _tree(source, root, (), sink) is None else (words, root)


def _tree(source: Source, root: Branch, unread: tuple[Unread, ...], sink: Sink) -> Tree | None:
    """The tree that the parser's branches stand for; None where something is nested too deep."""
    try:
        tree = StandardBuilder(source, PartBuilder(source, sink, ExpressionBuilder(source, sink))).file(root)
    except TooDeep as deep:
        sink.add(problems.too_deep(source, deep.span))
        return None
    repeated_lines(tree, sink)
    declared_badly(tree, root, sink)
    return replace(tree, unread=unread) if unread else tree


def _read(source: Source, sink: Sink) -> tuple[Branch | None, tuple[Unread, ...]]:
    """What the parser makes of the text, and what it could not read of it."""
    from lark.exceptions import UnexpectedInput

    text = source.text
    unread: list[Unread] = []
    while len(unread) <= MOST_BROKEN_PARTS:
        try:
            return the_parser().parse(text, start="start"), tuple(unread)
        except UnexpectedInput as unexpected:
            from footrule.syntax.mistakes import explained

            mistake, stopped = explained(source, unexpected, 0, len(text))
            sink.add(mistake)
            rest = without_part(text, mistake.primary.span.start, stopped)
        if rest is None:
            break
        text = rest[0]
        unread.append(rest[1])
    return None, ()


def parse_expression(source: Source, span: Span, sink: Sink) -> Expression | None:
    """The expression that stands in a span of a source, such as between the braces of a text."""
    from lark.exceptions import UnexpectedInput

    text = source.text[span.start : span.end]
    try:
        root = the_parser().parse(text, start="expr")
        return ExpressionBuilder(source, sink, shift=span.start).build(root)
    except UnexpectedInput as unexpected:
        from footrule.syntax.mistakes import explained

        sink.add(explained(source, unexpected, span.start, span.end)[0])
        return None
    except TooDeep as deep:
        sink.add(problems.too_deep(source, deep.span))
        return None
