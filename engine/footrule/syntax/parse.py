"""The entrance: a source becomes a tree, or diagnostics.

The parser's tables are generated (`build_tables`) and shipped; where they do not belong to the grammar and the
parser that are installed, the parser is built from the grammar's text, which is slow and right.
"""

from __future__ import annotations

from functools import lru_cache

from footrule.syntax import problems
from footrule.syntax.expression_from_lark import Branch, ExpressionBuilder, TooDeep
from footrule.syntax.expression_tree import Expression
from footrule.syntax.mistakes import explained
from footrule.syntax.recover import MOST_BROKEN_PARTS, without_part
from footrule.syntax.standard_from_lark import StandardBuilder, repeated_lines
from footrule.syntax.tables import Parser, load_parser
from footrule.syntax.tree import Tree
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span


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
    """The tree of a standard's text, or None where diagnostics say why there is none.

    After a mistake of syntax the part of the file that has it is left out, and reading goes on.
    """
    root, whole = _read(source, sink)
    if root is None:
        return None
    try:
        tree = StandardBuilder(source, sink, ExpressionBuilder(source, sink)).file(root)
    except TooDeep as deep:
        sink.add(problems.too_deep(source, deep.span))
        return None
    repeated_lines(tree, sink)
    return tree if whole else None


def _read(source: Source, sink: Sink) -> tuple[Branch | None, bool]:
    """What the parser makes of the text, and whether that is all of it."""
    from lark.exceptions import UnexpectedInput

    text: str | None = source.text
    for attempt in range(MOST_BROKEN_PARTS):
        assert text is not None
        try:
            return the_parser().parse(text, start="start"), attempt == 0
        except UnexpectedInput as unexpected:
            mistake = explained(source, unexpected, 0, len(text))
            sink.add(mistake)
            text = without_part(text, mistake.primary.span.start)
        if text is None:
            break
    return None, False


def parse_expression(source: Source, span: Span, sink: Sink) -> Expression | None:
    """The expression that stands in a span of a source, such as between the braces of a text."""
    from lark.exceptions import UnexpectedInput

    text = source.text[span.start : span.end]
    try:
        root = the_parser().parse(text, start="expr")
        return ExpressionBuilder(source, sink, shift=span.start).build(root)
    except UnexpectedInput as unexpected:
        sink.add(explained(source, unexpected, span.start, span.end))
        return None
    except TooDeep as deep:
        sink.add(problems.too_deep(source, deep.span))
        return None
