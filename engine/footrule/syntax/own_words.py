"""Help in the words that its reader writes: a standard with Chinese keywords is told of Chinese keywords."""

from __future__ import annotations

import re
from dataclasses import replace

from footrule.syntax.keywords import IN_CHINESE
from footrule.syntax.recover import HEAD
from footrule.text.diagnostic import Diagnostic
from footrule.text.wording import Wording

_LONGEST_FIRST = sorted(IN_CHINESE, key=len, reverse=True)
_KEYWORD_OR_TEXT = re.compile(rf'"[^"]*"|(?<![\w./-])(?:{"|".join(_LONGEST_FIRST)})(?![\w./(-])', re.ASCII)


def in_own_words(diagnostic: Diagnostic) -> Diagnostic:
    """The diagnostic, its Chinese help with Chinese keywords where the standard is written with them.

    In a Chinese sentence, an English word that is a keyword is one; what stands in quotation marks is an author's text.
    """
    head = HEAD.search(diagnostic.source.text)
    if diagnostic.help is None or head is None or head[0].isascii():
        return diagnostic
    texts = ((tag, _in_chinese(text) if tag == "zh" else text) for tag, text in diagnostic.help.texts)
    return replace(diagnostic, help=Wording(tuple(texts)))


def _in_chinese(text: str) -> str:
    return _KEYWORD_OR_TEXT.sub(lambda found: IN_CHINESE.get(found[0], found[0]), text)
