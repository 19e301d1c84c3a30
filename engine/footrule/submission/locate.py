"""Where JSON Pointers (RFC 6901) stand in the text of a document: line and column, for findings.

An iterative scanner over text that has already been decoded, so that it may trust the text to be JSON with no key
twice in one object. It looks into the containers on the way to a pointer and jumps over all others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
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


@dataclass(frozen=True, slots=True)
class Region:
    """One value in a text, found once so that what lies in it can be found without the text before it.

    `offset` is the place that its pointer gets, the line of which is `line` and begins at `line_start`; `value` is
    where the value itself begins; `byte` counts the bytes of UTF-8 before `offset`.
    """

    pointer: str
    offset: int
    value: int
    line: int
    line_start: int
    byte: int

    def holds(self, pointer: str) -> bool:
        """Whether a pointer is to this value or to something in it."""
        return pointer.startswith(self.pointer) and pointer[len(self.pointer) :][:1] in ("", "/")


def locate(text: str, pointers: Collection[str], region: Region | None = None) -> dict[str, Position]:
    """The place of each pointer: of the value for an element of a list, of the key for a member of an object.

    A pointer to something absent gets the place of the nearest thing that should hold it. With a `region` of the
    same text, what it holds is looked for in it alone, and found at the same places.

    >>> locate('{"a": [1, 2]}', ["", "/a", "/a/1", "/a/7"])["/a/1"]
    Position(line=1, column=11)
    """
    if region is None:
        return _positions(text, offsets(text, pointers), _START)
    inside = [pointer for pointer in pointers if region.holds(pointer)]
    places = _positions(text, _offsets_in(text, inside, region), region)
    if len(inside) < len(pointers):
        places |= locate(text, [pointer for pointer in pointers if not region.holds(pointer)])
    return places


def regions(text: str, pointers: Iterable[str]) -> dict[str, Region]:
    """The region of each pointer that leads to something in the text, all found in one pass."""
    root, paths = _wanted(pointers)
    _place(text, root, 0)
    found = {pointer: node for pointer, path in paths.items() if (node := _node(root, path)) is not None}
    regions: dict[str, Region] = {}
    line, line_start, byte, counted = 1, 0, 0, 0
    for pointer, (offset, value) in sorted(found.items(), key=lambda one: one[1]):
        breaks = text.count("\n", counted, offset)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", counted, offset) + 1
        byte += len(text[counted:offset].encode())
        counted = offset
        regions[pointer] = Region(pointer, offset, value, line, line_start, byte)
    return regions


_START = Region("", 0, 0, 1, 0, 0)


def _positions(text: str, found: dict[str, int], start: Region) -> dict[str, Position]:
    """Offsets as lines and columns, counted on from the beginning of a region that lies before all of them."""
    places: dict[int, Position] = {}
    line, line_start, counted = start.line, start.line_start, start.offset
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
    root, paths = _wanted(pointers)
    _place(text, root, 0)
    return {pointer: _nearest(root, path) for pointer, path in paths.items()}


def _offsets_in(text: str, pointers: Iterable[str], region: Region) -> dict[str, int]:
    """The offset of each pointer, all of them held by the region."""
    within = len(region.pointer)
    root, paths = _wanted(pointer[within:] for pointer in pointers)
    _place(text, root, region.value)
    root.offset = region.offset
    return {region.pointer + below: _nearest(root, path) for below, path in paths.items()}


def string_value(raw: str) -> str:
    """What a JSON string says, from the string as it stands in the file, quotation marks included."""
    if "\\" not in raw:
        return raw[1:-1]
    value: str = json.loads(raw)
    return value


@dataclass(slots=True)
class _Wanted:
    """A step on the way to a pointer; `offset` is where it was found, `value` where its value begins."""

    children: dict[str, _Wanted] = field(default_factory=dict[str, "_Wanted"])
    offset: int | None = None
    value: int = 0


@dataclass(slots=True)
class _Entered:
    """A container that is being looked through; `missing` counts the wanted children not yet met."""

    wanted: _Wanted
    is_object: bool
    missing: int
    index: int = 0


def _tokens(pointer: str) -> tuple[str, ...]:
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


def _wanted(pointers: Iterable[str]) -> tuple[_Wanted, dict[str, tuple[str, ...]]]:
    """All steps of all pointers as one tree, and the steps of each pointer."""
    root = _Wanted()
    paths = {pointer: _tokens(pointer) for pointer in pointers}
    for path in paths.values():
        node = root
        for token in path:
            node = node.children.setdefault(token, _Wanted())
    return root, paths


def _node(root: _Wanted, path: tuple[str, ...]) -> tuple[int, int] | None:
    """Offset and beginning of the value at the end of a path, where it was found."""
    node = root
    for token in path:
        node = node.children[token]
    return None if node.offset is None else (node.offset, node.value)


def _nearest(root: _Wanted, path: tuple[str, ...]) -> int:
    node, offset = root, root.offset or 0
    for token in path:
        node = node.children[token]
        if node.offset is None:
            break
        offset = node.offset
    return offset


def _place(text: str, root: _Wanted, start: int) -> None:
    """Fill in the offsets of all wanted steps that exist in the value that begins at `start`, or after space there."""
    root.offset = root.value = at = _end(_SPACE, text, start)
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
            child.offset, child.value = (match.start(1) if inside.is_object else at), at
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
