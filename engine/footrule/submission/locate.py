"""Where JSON Pointers (RFC 6901) stand in the text of a document: line and column, for findings.

An iterative scanner over text that has already been decoded, so that it may trust the text to be JSON with no key
twice in one object. It looks into the containers on the way to a pointer and jumps over all others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from footrule.text.source import Position

_S = r"[ \t\n\r]*+"
_STRING_TEXT = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_SPACE = re.compile(_S)
_KEY = re.compile(rf"[ \t\n\r,]*+({_STRING_TEXT}){_S}:{_S}", re.DOTALL)
_ELEMENT = re.compile(r"[ \t\n\r,]*+(?=[^ \t\n\r,\]])")
_CLOSE = re.compile(r"[ \t\n\r,]*+[\]}]")
_SCALAR = re.compile(rf"{_STRING_TEXT}|[^ \t\n\r,\]}}]++", re.DOTALL)
_UP_TO_BRACKET = re.compile(rf'(?:[^\[\]{{}}"]++|{_STRING_TEXT})*+', re.DOTALL)


def locate(text: str, pointers: Iterable[str]) -> dict[str, Position]:
    """The place of each pointer: of the value for an element of a list, of the key for a member of an object.

    A pointer to something absent gets the place of the nearest thing that should hold it.

    >>> locate('{"a": [1, 2]}', ["", "/a", "/a/1", "/a/7"])["/a/1"]
    Position(line=1, column=11)
    """
    found = offsets(text, pointers)
    places: dict[int, Position] = {}
    line, line_start, counted = 1, 0, 0
    for offset in sorted(set(found.values())):
        breaks = text.count("\n", counted, offset)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", counted, offset) + 1
        counted = offset
        places[offset] = Position(line, offset - line_start + 1)
    return {pointer: places[offset] for pointer, offset in found.items()}


def position_at(text: str, offset: int) -> Position:
    """Line and column of one character offset."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def offsets(text: str, pointers: Iterable[str]) -> dict[str, int]:
    """The character offset of each pointer, with the meaning that `locate` gives it."""
    root = _Wanted()
    paths = {pointer: _tokens(pointer) for pointer in pointers}
    for path in paths.values():
        node = root
        for token in path:
            node = node.children.setdefault(token, _Wanted())
    _place(text, root)
    return {pointer: _nearest(root, path) for pointer, path in paths.items()}


def string_value(raw: str) -> str:
    """What a JSON string says, from the string as it stands in the file, quotation marks included."""
    if "\\" not in raw:
        return raw[1:-1]
    value: str = json.loads(raw)
    return value


@dataclass(slots=True)
class _Wanted:
    """A step on the way to a pointer; `offset` is where it was found."""

    children: dict[str, _Wanted] = field(default_factory=dict[str, "_Wanted"])
    offset: int | None = None


@dataclass(slots=True)
class _Entered:
    """A container that is being looked through; `missing` counts the wanted children not yet met."""

    wanted: _Wanted
    is_object: bool
    missing: int
    index: int = 0


def _tokens(pointer: str) -> tuple[str, ...]:
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


def _nearest(root: _Wanted, path: tuple[str, ...]) -> int:
    node, offset = root, root.offset or 0
    for token in path:
        node = node.children[token]
        if node.offset is None:
            break
        offset = node.offset
    return offset


def _place(text: str, root: _Wanted) -> None:
    """Fill in the offsets of all wanted steps that exist."""
    root.offset = at = _end(_SPACE, text, 0)
    if not _is_entered(text, at, root):
        return
    entered = [_enter(text, at, root)]
    at += 1
    while entered:
        inside = entered[-1]
        if not inside.missing:
            entered.pop()
            at = _past_close(text, at) if entered else at
            continue
        match = (_KEY if inside.is_object else _ELEMENT).match(text, at)
        if match is None:
            entered.pop()
            at = _end(_CLOSE, text, at)
            continue
        at = match.end()
        child = inside.wanted.children.get(string_value(match[1]) if inside.is_object else str(inside.index))
        inside.index += 1
        if child is not None:
            child.offset = match.start(1) if inside.is_object else at
            inside.missing -= 1
            if _is_entered(text, at, child):
                entered.append(_enter(text, at, child))
                at += 1
                continue
        at = _past_close(text, at + 1) if text[at] in "{[" else _end(_SCALAR, text, at)


def _is_entered(text: str, at: int, wanted: _Wanted) -> bool:
    return bool(wanted.children) and text[at : at + 1] in ("{", "[")


def _enter(text: str, at: int, wanted: _Wanted) -> _Entered:
    return _Entered(wanted, text[at] == "{", len(wanted.children))


def _past_close(text: str, at: int) -> int:
    """From inside a container to just behind its closing bracket."""
    depth = 1
    while depth:
        at = _end(_UP_TO_BRACKET, text, at)
        depth += 1 if text[at] in "{[" else -1
        at += 1
    return at


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
