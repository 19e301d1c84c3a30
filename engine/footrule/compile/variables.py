"""Variables of generated code that are not needed at the same time share a name.

Python reaches the first 256 variables of a function quicker than the others, and makes room for all of them whenever it
is called. A writer gives each value a name of its own, and the rules of a category have thousands of values.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from footrule.compile.writer import INDENT

MOST_NAMED_FIRST = 200
"""Parameters, and names that are not generated, are among the first 256 too."""
_TURNS = 4
"""How often the body of a loop is thought to run, to tell which variables are reached most often."""
_LOOP = re.compile(r" *for [a-z]\d+ in ")
_TEXT = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_VARIABLE = re.compile(rf"(?:{_TEXT}|#.*|\.[A-Za-z_]\w*)|\b([a-z]\d+)\b")
"""A variable; texts, comments and members of structures may look like one, and are passed over."""


@dataclass(frozen=True, slots=True)
class _Loop:
    """The lines of the body of a loop, and the loop around it."""

    first: int
    last: int
    around: _Loop | None

    def holds(self, line: int) -> bool:
        """Whether a line is one of its body."""
        return self.first <= line <= self.last


def sharing_names(lines: Sequence[str]) -> list[str]:
    """The lines of the body of a function with few variables, of which those of inner loops are named first.

    Each variable is assigned before it is read, and in the same turn of a loop where all of it stands in that loop: so
    a writer makes them.
    """
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for name in dict.fromkeys(_VARIABLE.findall(line)):
            where[name].append(number)
    where.pop("", None)
    within = _loops(lines)
    names = _shared({name: _needed(places, within) for name, places in where.items()})
    renamed = [_VARIABLE.sub(lambda found: names[found[1]] if found[1] else found[0], line) for line in lines]
    reached: Counter[str] = Counter()
    for name, places in where.items():
        reached[names[name]] += sum(_TURNS ** _depth(within[place]) for place in places)
    return [*_named_first(reached), *renamed]


def _loops(lines: Sequence[str]) -> list[_Loop | None]:
    """The innermost loop whose body each line is in."""
    ends: dict[int, int] = {}
    open_: list[tuple[int, int]] = []
    for number, line in enumerate([*lines, ""]):
        indented = len(line) - len(line.lstrip())
        while open_ and (indented <= open_[-1][0] or number == len(lines)):
            ends[open_.pop()[1]] = number - 1
        if _LOOP.match(line):
            open_.append((indented, number))
    within: list[_Loop | None] = []
    loop: _Loop | None = None
    for number in range(len(lines)):
        while loop is not None and not loop.holds(number):
            loop = loop.around
        within.append(loop)
        if number in ends:
            loop = _Loop(number + 1, ends[number], loop)
    return within


def _depth(loop: _Loop | None) -> int:
    depth = 0
    while loop is not None:
        loop, depth = loop.around, depth + 1
    return depth


def _needed(places: Sequence[int], within: Sequence[_Loop | None]) -> tuple[int, int]:
    """From which line to which a variable is needed: through the whole of a loop, where it stands outside of it too."""
    first, last = places[0], places[-1]
    common = within[first]
    while common is not None and not common.holds(last):
        common = common.around
    for place in places:
        loop, outermost = within[place], None
        while loop is not None and loop is not common:
            loop, outermost = loop.around, loop
        if outermost is not None:
            first, last = min(first, outermost.first), max(last, outermost.last)
    return first, last


def _shared(needed: Mapping[str, tuple[int, int]]) -> dict[str, str]:
    """A name for each variable: that of one before it which is not needed any more, else the next of its letter."""
    names: dict[str, str] = {}
    free: defaultdict[str, list[int]] = defaultdict(list)
    made: Counter[str] = Counter()
    in_use: list[tuple[int, str, int]] = []
    for name, (first, last) in sorted(needed.items(), key=lambda one: one[1]):
        while in_use and in_use[0][0] < first:
            _, letter, number = heappop(in_use)
            heappush(free[letter], number)
        letter = name[0]
        if free[letter]:
            number = heappop(free[letter])
        else:
            made[letter] += 1
            number = made[letter]
        names[name] = f"{letter}{number}"
        heappush(in_use, (last, letter, number))
    return names


def _named_first(reached: Counter[str]) -> Iterator[str]:
    """A line that is never run: Python numbers variables in the order in which it meets them."""
    if len(reached) > MOST_NAMED_FIRST:
        often = [name for name, _ in reached.most_common(MOST_NAMED_FIRST)]
        yield f"{INDENT}if False: {' = '.join(often)} = None  # named first, to be reached quickly"
