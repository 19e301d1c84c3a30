r"""Submitted text made safe to show: whatever a terminal might obey is written out instead.

A submission can carry escape sequences, bidirectional overrides, invisible characters and lone surrogates; a report
that sent them on would let a submission rewrite its own verdict on the screen. They are shown as Python and JSON
write them (`\x1b`, `\u202e`), so a verifier also sees that they are there.
"""

from __future__ import annotations

from unicodedata import category

from footrule.text.pattern import pattern

LONGEST_NAME = 120
_LONE_SURROGATE = pattern("[\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text on one line, every character that is not seen or not a space written as its escape.

    >>> print(visible("red\x1b[31m, two\nlines, 千克"))
    red\x1b[31m, two\nlines, 千克
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or category(char) == "Zs" else _escaped(char) for char in text)


def named(text: str) -> str:
    """An id or a name that a submission gives itself, cut where nobody would read on."""
    shown = visible(text[: LONGEST_NAME + 1])
    return shown if len(text) <= LONGEST_NAME else shown[:LONGEST_NAME] + "…"


def without_surrogates(text: str) -> str:
    r"""The text with each lone surrogate, which no encoding carries, written as its escape.

    >>> without_surrogates("a\ud800b")
    'a\\ud800b'
    """
    if text.isascii():
        return text
    return _LONE_SURROGATE.sub(lambda found: _escaped(found.group()), text)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
