"""The entrance: a source becomes a tree, or diagnostics.

The parser's tables are generated (`build_tables`) and shipped; where they do not belong to the grammar and the
parser that are installed, the parser is built from the grammar's text, which is slow and right.
"""

from __future__ import annotations

from functools import lru_cache

from footrule.syntax import problems
from footrule.syntax.expression_from_lark import ExpressionBuilder, TooDeep
from footrule.syntax.expression_tree import Expression
from footrule.syntax.mistakes import explained
from footrule.syntax.standard_from_lark import StandardBuilder, repeated_lines
from footrule.syntax.tables import Parser, load_parser
from footrule.syntax.tree import Tree
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span


@lru_cache(maxsize=1)
def _parser() -> Parser:
    return load_parser()


def parse(source: Source, sink: Sink) -> Tree | None:
    """The tree of a standard's text, or None where a diagnostic says why there is none."""
    from lark.exceptions import UnexpectedInput

    expressions = ExpressionBuilder(source, sink)
    try:
        root = _parser().parse(source.text, start="start")
        tree = StandardBuilder(source, sink, expressions).file(root)
    except UnexpectedInput as unexpected:
        sink.add(explained(source, unexpected, 0))
        return None
    except TooDeep as deep:
        sink.add(problems.too_deep(source, deep.span))
        return None
    repeated_lines(tree, sink)
    return tree


def parse_expression(source: Source, span: Span, sink: Sink) -> Expression | None:
    """The expression that stands in a span of a source, such as between the braces of a text."""
    from lark.exceptions import UnexpectedInput

    text = source.text[span.start : span.end]
    try:
        root = _parser().parse(text, start="expr")
        return ExpressionBuilder(source, sink, shift=span.start).build(root)
    except UnexpectedInput as unexpected:
        sink.add(explained(source, unexpected, span.start))
        return None
    except TooDeep as deep:
        sink.add(problems.too_deep(source, deep.span))
        return None
