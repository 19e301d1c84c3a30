"""JSON texts in pieces, so that they can be spoiled as no value of Python can be: keys twice, odd spellings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(eq=False, slots=True)
class Members:
    """An object: its keys as they are spelled, quotation marks and all, each with its value.

    A value is an object, a list, or the text of anything else as it is spelled.
    """

    items: list[tuple[str, Piece]]


@dataclass(eq=False, slots=True)
class Elements:
    """A list."""

    items: list[Piece]


Piece: TypeAlias = Members | Elements | str


def pieces(text: str) -> Members:
    """The pieces of a JSON object."""
    found = _piece(json.loads(text, object_pairs_hook=_Pairs, parse_float=_Spelled, parse_int=_Spelled))
    assert isinstance(found, Members)
    return found


class _Pairs(list[tuple[str, object]]):
    """The members of an object in their order."""


class _Spelled(str):
    """A number as it is spelled."""

    __slots__ = ()


def _piece(value: object) -> Piece:
    if isinstance(value, _Pairs):
        return Members([(spelled(name), _piece(one)) for name, one in value])
    if isinstance(value, list):
        return Elements([_piece(one) for one in value])
    return str(value) if isinstance(value, _Spelled) else spelled(value)


def spelled(value: object) -> str:
    """A value as JSON spells it, without escapes that it does not need."""
    return json.dumps(value, ensure_ascii=False)


def text_of(piece: Piece, space: str = "") -> str:
    """The text, with some white space after each comma and colon."""
    match piece:
        case Members(items):
            return "{" + f",{space}".join(f"{key}:{space}{text_of(one, space)}" for key, one in items) + "}"
        case Elements(items):
            return "[" + f",{space}".join(text_of(one, space) for one in items) + "]"
        case str():
            return piece


def containers(piece: Piece) -> Iterator[Members | Elements]:
    """Every object and list in a value, it itself first."""
    if isinstance(piece, str):
        return
    yield piece
    for one in piece.items:
        yield from containers(one[1] if isinstance(one, tuple) else one)


def escaped(string: str, at: int) -> str:
    """A string spelled with one of its characters as an escape; one that has none, or has escapes already, as it is."""
    inner = string[1:-1]
    if not inner or "\\" in inner:
        return string
    place = at % len(inner)
    code = inner[place].encode("utf-16-be").hex()
    units = "".join(f"\\u{code[start : start + 4]}" for start in range(0, len(code), 4))
    return f'"{inner[:place]}{units}{inner[place + 1 :]}"'
