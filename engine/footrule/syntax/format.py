"""The entrance of the formatter: a standard's text in the one canonical layout."""

from __future__ import annotations

from dataclasses import replace

from footrule.syntax.keywords import in_language
from footrule.syntax.layout import laid_out
from footrule.syntax.parse import parsed_with_words
from footrule.syntax.words import Word, words_of
from footrule.text.diagnostic import Sink
from footrule.text.source import Source


def formatted(source: Source, sink: Sink, keywords: str | None = None) -> str | None:
    """The text laid out anew, with every word and every comment; None where a diagnostic says why it does not parse.

    With `keywords` (`en` or `zh`) the keywords are those of that language; what the text means stays the same.
    """
    read = parsed_with_words(source, sink)
    if read is None:
        return None
    words = words_of(source, *read)
    if keywords is not None:
        words = [_said(word, keywords) for word in words]
    return laid_out(words)


def _said(word: Word, language: str) -> Word:
    return word if word.keyword is None else replace(word, text=in_language(word.keyword, language))
