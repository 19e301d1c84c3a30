"""Widths in the cells of a terminal, where a Chinese character takes two and a combining one none."""

from __future__ import annotations

from unicodedata import category, east_asian_width


def cells(text: str) -> int:
    r"""How many cells of a terminal a text takes.

    >>> cells("kg"), cells("千克"), cells("e\u0301")
    (2, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_of_one, text))


def padded(text: str, width: int) -> str:
    """The text with spaces up to `width` cells."""
    return text + " " * (width - cells(text))


def _of_one(char: str) -> int:
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
