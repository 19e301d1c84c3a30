"""Regular expressions that are compiled when they are first used: a start-up uses few of those that it defines."""

from __future__ import annotations

import re
from typing import cast

__all__ = ["pattern"]

_METHODS = ("findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")


class _WhenUsed:
    """Has what a compiled pattern has, from the first time that anything of it is asked for."""

    __slots__ = (*_METHODS, "_flags", "_text")

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """What is not there yet: after this, Python finds it in its slot."""
        compiled = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` would make of a text, made when it is first used.

    >>> digits = pattern(r"[0-9]+")
    >>> digits.fullmatch("12") is None, digits.sub("x", "a1b22")
    (False, 'axbx')
    """
    return cast("re.Pattern[str]", _WhenUsed(text, flags))
