"""Going on after a mistake: the part of the file that has it is blanked out, and every other mistake is found too."""

from __future__ import annotations

import re

from footrule.syntax.expected import ITEMS
from footrule.syntax.keywords import IN_CHINESE

MOST_BROKEN_PARTS = 20
LONGEST_REREAD = 400_000

_BEGINNINGS = sorted(form for word in ITEMS for form in (word.lower(), IN_CHINESE[word.lower()]))
_ITEM = re.compile(rf"^[^\S\n]*(?:{'|'.join(_BEGINNINGS)})\b", re.MULTILINE)
_HEAD = re.compile(rf"^[^\S\n]*(?:standard|library|{IN_CHINESE['standard']}|{IN_CHINESE['library']})\b", re.MULTILINE)
_ALL_BUT_LINE_ENDS = re.compile(r"[^\n]")


def without_part(text: str, offset: int) -> str | None:
    """The text with the part that holds an offset made blank, every other character in its place.

    None where the mistake is before the first part (a file without a head is nothing), or the text is too long to be
    read again and again.
    """
    if len(text) > LONGEST_REREAD:
        return None
    head = _HEAD.search(text)
    if head is None:
        return None
    starts = [found.start() for found in _ITEM.finditer(text, head.end())]
    before = [start for start in starts if start <= offset]
    if not before:
        return None
    end = next((start for start in starts if start > offset), len(text))
    blank = _ALL_BUT_LINE_ENDS.sub(" ", text[before[-1] : end])
    return text[: before[-1]] + blank + text[end:]
