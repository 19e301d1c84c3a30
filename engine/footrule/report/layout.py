"""Lines of a given width, counted in the cells of a terminal, where a Chinese character takes two.

Nothing is cut: a line breaks at a space, between wide characters, inside a pointer before a slash, and only where
none of these helps, anywhere. Line ends keep to the Chinese rule that closing punctuation never starts a line and
opening punctuation never ends one (GB/T 15834-2011, 5.1). Everything here expects text that is `visible` already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footrule.text.cells import cells
from footrule.text.pattern import pattern

_SPACED = pattern(r"( *)([^ ]+)")
_NEVER_FIRST = frozenset("，。、；：？！）】》」』〕〉％…,.;:?!)]}")
_NEVER_LAST = frozenset("（【《「『〔〈([{")
_BREAK_AFTER = frozenset("-_.:,;=&+?#@|\\")


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells (two at least); only the spaces at line breaks are gone.

    >>> wrapped("/0/pcf/geography/country is missing", 12)
    ['/0/pcf', '/geography', '/country is', 'missing']
    """
    width = max(width, 2)
    lines: list[str] = []
    line = ""
    for gap, atom in _atoms(text):
        if cells(line) + cells(gap) + cells(atom) <= width:
            line += gap + atom
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(atom, width)
        lines += whole
    return [*lines, line] if line else lines


def packed(parts: Sequence[str], separator: str, width: int) -> list[str]:
    """The parts in lines of at most `width` cells, a part breaking only where it is wider than a line.

    >>> packed(["2 observations", "10 conforming"], ", ", 20)
    ['2 observations,', '10 conforming']
    """
    lines: list[str] = []
    line = ""
    for index, part in enumerate(parts):
        ending = part + (separator if index < len(parts) - 1 else "")
        if line and cells(line) + cells(ending.rstrip()) > width:
            lines += wrapped(line, width)
            line = ""
        line += ending
    return [*lines, *wrapped(line, width)]


def indented(lines: list[str], by: int) -> list[str]:
    """The lines moved right; empty ones stay empty."""
    return [" " * by + line if line else "" for line in lines]


def _atoms(text: str) -> Iterator[tuple[str, str]]:
    """What stays together on a line, with the spaces before it."""
    for spaces, word in _SPACED.findall(text):
        gap = spaces
        for atom in [word] if word.isascii() else _unspaced(word):
            yield gap, atom
            gap = ""


def _unspaced(word: str) -> Iterator[str]:
    """A run without spaces, parted beside every wide character where the punctuation allows."""
    atom = ""
    for char in word:
        parts = atom and (_wide(char) or _wide(atom[-1])) and cells(char) > 0
        if parts and char not in _NEVER_FIRST and atom[-1] not in _NEVER_LAST:
            yield atom
            atom = ""
        atom += char
    yield atom


def _wide(char: str) -> bool:
    return cells(char) == 2


def _pieces(atom: str, width: int) -> list[str]:
    pieces: list[str] = []
    while cells(atom) > width:
        end = _fitting(atom, width)
        end = _good_break(atom, end) or end
        pieces.append(atom[:end])
        atom = atom[end:]
    return [*pieces, atom]


def _fitting(atom: str, width: int) -> int:
    """How many characters fit; one at least, and marks stay with the character they stand on."""
    taken = 0
    for index, char in enumerate(atom):
        taken += cells(char)
        if taken > width and index:
            return index
    return len(atom)


def _good_break(atom: str, end: int) -> int | None:
    """The last place up to `end` where a reader expects a break, if it leaves a third of the line or more."""
    slash = atom.rfind("/", end // 3 or 1, end + 1)
    if slash > 0:
        return slash
    for index in range(end, end // 3, -1):
        if atom[index - 1] in _BREAK_AFTER:
            return index
    return None
