"""Where JSON Pointers (RFC 6901) stand in the text of a document: line and column, for findings.

An iterative scanner over text that has already been decoded, so that it may trust the text to be JSON with no key
twice in one object. It looks into the containers on the way to a pointer, jumps over all others, and stops where
nothing is left to be found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable

from footrule.frozen import Frozen, dataclass
from footrule.text.pattern import pattern
from footrule.text.source import Position

_S = r"[ \t\n\r]*+"
_BETWEEN = r"[ \t\n\r,]*+"
_STRING_TEXT = r'"(?:[^"]*+(?<!\\)"|[^"\\]*+(?:\\.[^"\\]*+)*+")'
"""Most have no quotation mark in them, and those are gone over faster."""
_SCALAR = rf"{_STRING_TEXT}|[^ \t\n\r,\[\]{{}}]++"
_SPACE = pattern(_S)
_MEMBER = pattern(rf"{_BETWEEN}({_STRING_TEXT}){_S}:{_S}({_SCALAR}|(?=[\[{{]))", re.DOTALL)
_ELEMENT = pattern(rf"{_BETWEEN}()({_SCALAR}|(?=[\[{{]))", re.DOTALL)
_CLOSE = pattern(rf"{_BETWEEN}[\]}}]")
_DECODER = json.JSONDecoder(parse_float=str, parse_int=str, strict=False)
"""For going over a value: of all that can do that, the quickest."""
_UP_TO_BRACKET = pattern(rf'(?:[^\[\]{{}}"]++|{_STRING_TEXT})*+', re.DOTALL)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Region(Frozen):
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
    root, wanted = _wanted(pointers)
    _place(text, root, 0)
    found = [(one.offset, one.value, pointer) for pointer, one in wanted.items() if one.offset is not None]
    regions: dict[str, Region] = {}
    line, line_start, byte, counted = 1, 0, 0, 0
    for offset, value, pointer in sorted(found):
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
    root, wanted = _wanted(pointers)
    _place(text, root, 0)
    return {pointer: _nearest(one) for pointer, one in wanted.items()}


def _offsets_in(text: str, pointers: Iterable[str], region: Region) -> dict[str, int]:
    """The offset of each pointer, all of them held by the region."""
    within = len(region.pointer)
    root, wanted = _wanted(pointer[within:] for pointer in pointers)
    _place(text, root, region.value)
    root.offset = region.offset
    return {region.pointer + below: _nearest(one) for below, one in wanted.items()}


def string_value(raw: str) -> str:
    """What a JSON string says, from the string as it stands in the file, quotation marks included."""
    if "\\" not in raw:
        return raw[1:-1]
    value: str = json.loads(raw)
    return value


class _Wanted:
    """A step on the way to a pointer; `offset` is where it was found, `value` where its value begins."""

    __slots__ = ("above", "children", "offset", "value")

    def __init__(self, above: _Wanted | None) -> None:
        self.above = above
        self.children: dict[str, _Wanted] = {}
        self.offset: int | None = None
        self.value = 0


class _Entered:
    """A container that is being looked through; `missing` counts the wanted children not yet met."""

    __slots__ = ("index", "is_object", "missing", "wanted")

    def __init__(self, wanted: _Wanted, is_object: bool, missing: int) -> None:
        self.wanted = wanted
        self.is_object = is_object
        self.missing = missing
        self.index = 0


def _wanted(pointers: Iterable[str]) -> tuple[_Wanted, dict[str, _Wanted]]:
    """All steps of all pointers as one tree, and the last step of each pointer."""
    root = _Wanted(None)
    parents: dict[str, _Wanted] = {}
    last: dict[str, _Wanted] = {}
    for pointer in pointers:
        parent, slash, token = pointer.rpartition("/")
        if parent not in parents:
            parents[parent] = _steps(root, parent.split("/")[1:])
        last[pointer] = _steps(parents[parent], [token]) if slash else root
    return root, last


def _steps(node: _Wanted, tokens: Iterable[str]) -> _Wanted:
    """The step at the end of some tokens below another one, made with all on the way where it is new."""
    for token in tokens:
        name = token.replace("~1", "/").replace("~0", "~") if "~" in token else token
        child = node.children.get(name)
        if child is None:
            child = node.children[name] = _Wanted(node)
        node = child
    return node


def _nearest(wanted: _Wanted) -> int:
    """Where a step is, else the nearest thing that should hold it."""
    while wanted.offset is None and wanted.above is not None:
        wanted = wanted.above
    return wanted.offset or 0


def _place(text: str, root: _Wanted, start: int) -> None:
    """Fill in the offsets of all wanted steps that exist in the value that begins at `start`, or after space there."""
    root.offset = root.value = at = _end(_SPACE, text, start)
    if not root.children or text[at : at + 1] not in ("{", "["):
        return
    entered, missing = [_enter(text, root)], len(root.children)
    at += 1
    while missing:
        inside = entered[-1]
        if not inside.missing:
            while not entered[-1].missing:
                inside = entered.pop()
            at = _past(text, inside.wanted.value)
            continue
        match = (_MEMBER if inside.is_object else _ELEMENT).match(text, at)
        if match is None:
            entered.pop()
            missing -= inside.missing
            at = _end(_CLOSE, text, at)
            continue
        value, at = match.start(2), match.end()
        child = inside.wanted.children.get(string_value(match[1]) if inside.is_object else str(inside.index))
        inside.index += 1
        if child is not None:
            child.offset, child.value = match.start(1), value
            inside.missing -= 1
            missing -= 1
        if at > value:  # a scalar, which the match went over
            continue
        if child is not None and child.children:
            entered.append(_enter(text, child))
            missing += len(child.children)
            at += 1
        else:
            at = _past(text, at)


def _enter(text: str, wanted: _Wanted) -> _Entered:
    return _Entered(wanted, text[wanted.value] == "{", len(wanted.children))


def _past(text: str, at: int) -> int:
    """Just behind the container that begins there; one nested too deeply for the decoder is gone over by brackets."""
    try:
        return _DECODER.raw_decode(text, at)[1]
    except RecursionError:
        pass
    depth = 0
    while True:
        at = _end(_UP_TO_BRACKET, text, at)
        depth += 1 if text[at] in "{[" else -1
        at += 1
        if not depth:
            return at


def _end(expected: re.Pattern[str], text: str, at: int) -> int:
    match = expected.match(text, at)
    return match.end() if match else at
