"""The entrance of the formatter: a standard's text in the one canonical layout."""

from __future__ import annotations

from footrule.syntax.layout import laid_out
from footrule.syntax.parse import parse, the_parser
from footrule.syntax.words import words_of
from footrule.text.diagnostic import Sink
from footrule.text.source import Source


def formatted(source: Source, sink: Sink) -> str | None:
    """The text laid out anew, with every word and every comment; None where a diagnostic says why it does not parse."""
    if parse(source, sink) is None:
        return None
    parser = the_parser()
    tokens = parser.parse_interactive(source.text, start="start").exhaust_lexer()
    return laid_out(words_of(source, tokens, parser.parse(source.text, start="start")))
