"""A text with a name, and places in it: what every diagnostic points at."""

from __future__ import annotations

from bisect import bisect_right

from footrule.frozen import Frozen, dataclass, field


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Span(Frozen):
    """The characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The span from the start of this one to the end of the other."""
        return Span(self.start, other.end)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Position(Frozen):
    """A place as an editor shows it: line and column, both counted in characters from 1."""

    line: int
    column: int


def _line_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    index = text.find("\n")
    while index >= 0:
        starts.append(index + 1)
        index = text.find("\n", index + 1)
    return tuple(starts)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Source(Frozen):
    """A named text, split into lines once."""

    name: str
    text: str
    line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "line_starts", _line_starts(self.text))

    def position(self, offset: int) -> Position:
        """Line and column of a character offset; an offset past the end counts as the end."""
        bounded = min(max(offset, 0), len(self.text))
        line = bisect_right(self.line_starts, bounded)
        return Position(line, bounded - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line counted from 1, without its line break."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
