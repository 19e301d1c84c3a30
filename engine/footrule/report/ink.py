"""Colours of a terminal, as decoration only: without them every word of a report is still there."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass

RED, GREEN, YELLOW, BOLD, DIM = "31", "32", "33", "1", "2"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ink(Frozen):
    """Writes in colour, or does not. Applied last, to text whose cells are counted and whose escapes are shown."""

    colour: bool

    def __call__(self, text: str, *styles: str) -> str:
        """The text in the given styles (ECMA-48 SGR parameters)."""
        return f"\x1b[{';'.join(styles)}m{text}\x1b[0m" if self.colour and styles and text else text
