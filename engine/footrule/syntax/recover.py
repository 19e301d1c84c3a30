"""Going on after a mistake: the part of the file that has it is blanked out, and every other mistake is found too."""

from __future__ import annotations

import re

from footrule.syntax.expected import ITEMS
from footrule.syntax.keywords import IN_CHINESE
from footrule.syntax.tree import Unread
from footrule.text.source import Span

MOST_BROKEN_PARTS = 20
LONGEST_REREAD = 400_000

_HEAD_LINES = ("title", "extends", "in force", "transition", "covers", "declared unit", "boundary")


def _either(words: list[str]) -> str:
    return "|".join(sorted(form for word in words for form in (word.replace(" ", r"\s+"), IN_CHINESE[word])))


_WORDS_OF_ITEMS = [word.lower().replace("_", " ") for word in ITEMS]
_ITEM = re.compile(rf"^[^\S\n]*(?:{_either(_WORDS_OF_ITEMS)})\b", re.MULTILINE)
HEAD = re.compile(rf"^[^\S\n]*(?:{_either(['standard', 'library'])})\b", re.MULTILINE)
"""The first word of a file."""
_HEAD_LINE = re.compile(rf"^[^\S\n]*(?:{_either([*_HEAD_LINES])})\b", re.MULTILINE)
_EXTENDS = re.compile(rf"[^\S\n]*(?:{_either(['extends'])})\b")
_NAMED = re.compile(r"^[^\S\n]*[^\W\d]\w*[^\S\n]+([^\W\d][\w.-]*)", re.MULTILINE)
_DATA = re.compile(rf"[^\S\n]*(?:{_either(['data'])})\b")
_DATUM = re.compile(r"^[^\S\n]*([^\W\d]\w*)[^\S\n]*[:：]", re.MULTILINE)
_ALL_BUT_LINE_ENDS = re.compile(r"[^\n]")
_SOME_HEAD = "标准 x 0.0.0"


def without_part(text: str, offset: int, stopped: int | None) -> tuple[str, Unread] | None:
    """The text with what has the mistake at an offset made blank, every other character in its place; and what that is.

    It is a part of the file or a line of its head, up to the next. Where the parser `stopped` at the beginning of a
    line with all before it complete, only the rest of the part from there on. None where the text is too long to be
    read again and again, or has no head.
    """
    head = HEAD.search(text)
    if head is None or len(text) > LONGEST_REREAD:
        return None
    items = [found.start() for found in _ITEM.finditer(text, head.end())]
    first_item = items[0] if items else len(text)
    lines_of_head = [found.start() for found in _HEAD_LINE.finditer(text, head.end(), first_item)]
    starts = [head.start(), *lines_of_head, *items]
    ends = [start for start in starts if start > (offset if stopped is None else stopped)]
    end = ends[0] if ends else len(text)
    if stopped is not None and not _in_example(text, starts, stopped):
        start = text.rfind("\n", 0, stopped) + 1
    else:
        before = [start for start in starts if start <= offset] or [head.start()]
        at_its_first_word = len(before) > 1 and not text[before[-1] : offset].strip()
        # A part is not expected where the one before it is not complete: neither can be read.
        start = before[-2] if at_its_first_word and before[-1] in items else before[-1]
    rest = _ALL_BUT_LINE_ENDS.sub(" ", text[start:end])
    if start <= head.start():
        if len(rest) < len(_SOME_HEAD):
            return None
        rest = _SOME_HEAD + rest[len(_SOME_HEAD) :]
    return text[:start] + rest + text[end:], Unread(
        frozenset() if _EXTENDS.match(text, start) else _names(text, start, end), Span(start, end)
    )


def _in_example(text: str, starts: list[int], stopped: int) -> bool:
    """Whether a place is in an example, half of which would be another example."""
    last = max((start for start in starts if start <= stopped), default=0)
    return re.match(rf"\s*(?:example|{IN_CHINESE['example']})\b", text[last : last + 200]) is not None


def _names(text: str, start: int, end: int) -> frozenset[str]:
    """What the lines that begin a part declare: the second word of each, and what it may have been meant to be.

    A part of which nothing can be made out may declare anything, as a line does that takes in other files.
    """
    found: set[str] = set()
    if _DATA.match(text, start):
        found |= {datum[1] for datum in _DATUM.finditer(text, start, end)}
    for line in _NAMED.finditer(text, start, end):
        if line.start() == start or _ITEM.match(text, line.start()):
            name = line[1].rstrip(".-")
            found |= {name, name.upper()} if "-" in name else {name}
    return frozenset(found)
