"""A text that knows its parts: what was written for what purpose, so that one part can be planted anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from footrule.text.source import Span

LOOSE, OR, AND, NOT, COMPARED, SUM, PRODUCT, SIGNED, ABSENT, ATOM = range(10)
"""How tightly an expression binds, as the grammar orders them."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Part:
    """A piece of a standard made of texts and smaller pieces.

    `role` says what it is for, and so which mistakes can be planted there; `binds` is for expressions. Parts are
    compared by identity: two that read alike are two places.
    """

    pieces: tuple[Part | str, ...]
    role: str = ""
    binds: int = ATOM

    def __str__(self) -> str:
        return "".join(map(str, self.pieces))

    def __repr__(self) -> str:
        """The text, so that an example that fails can be read."""
        return f"{self.role or 'part'} {str(self)!r}"

    def __iter__(self) -> Iterator[Part]:
        """This part and all within it, in the order of the text."""
        yield self
        for piece in self.pieces:
            if isinstance(piece, Part):
                yield from piece

    def having(self, *roles: str) -> list[Part]:
        """The parts within this one that have one of some roles."""
        return [one for one in self if one.role in roles]

    def place_of(self, sought: Part) -> Span:
        """Where a part stands in the text of this one."""
        found = self._place_of(sought, 0)
        assert found is not None, "this part is of another text"
        return found

    def _place_of(self, sought: Part, start: int) -> Span | None:
        if self is sought:
            return Span(start, start + len(str(self)))
        for piece in self.pieces:
            found = piece._place_of(sought, start) if isinstance(piece, Part) else None
            if found is not None:
                return found
            start += len(str(piece))
        return None


def part(role: str, *pieces: Part | str) -> Part:
    """A part for a purpose; one that is made of a single expression binds as that does."""
    binds = pieces[0].binds if len(pieces) == 1 and isinstance(pieces[0], Part) else ATOM
    return Part(pieces, role, binds)


def bound(binds: int, *pieces: Part | str) -> Part:
    """An expression that binds so tightly."""
    return Part(pieces, "", binds)


def at_least(binds: int, expression: Part) -> Part:
    """An expression where only one that binds so tightly may stand: in brackets if it does not."""
    if expression.binds >= binds:
        return expression
    return Part(("(", expression, part("closing bracket", ")")))
