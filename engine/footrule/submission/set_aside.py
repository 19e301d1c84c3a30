"""A document without what its reader has noted: the rest is clean, and means what it meant.

An attribute that a finding is about is left out, or gets a value that its format allows where it is required. What a
rule comes to that reads none of the fields of these attributes is the same for both documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from footrule.frozen import Frozen, dataclass
from footrule.submission.document_form import PROGRAMS_READ
from footrule.submission.intake import IntakeFinding
from footrule.submission.intake_kinds import NOT_LISTED, SHARE_AS_FRACTION, SHARE_OF_ONE
from footrule.submission.json_text import JsonValue
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    WireChoice,
    WireDecimal,
    WireKind,
    WireList,
    WireMeasured,
    WireObject,
    WirePlain,
    WireText,
    WireUnit,
)
from footrule.text.suggest import nearest

_NOT_OF_ONE_ATTRIBUTE = frozenset({NOT_LISTED.id, SHARE_AS_FRACTION.id, SHARE_OF_ONE.id})
"""Findings on the document as a whole, or on what all of its shares mean."""
_READ_APART = frozenset({"specVersion", "extensions", "dataSchema", "data", "inventory", "attestations"})
"""What says how all else is read, or is read without being a field that rules name."""
_FOLLOWING = frozenset({"content", "claimed_standard", "recomputed"})
"""Fields of a footprint that follow from others."""
_ALTERNATIVE = "kind"
_TEXTS = ("urn:x:y", "00000000-0000-4000-8000-000000000000", "AR6", "CN", "1.0.0")
_PLAIN: Mapping[WirePlain, JsonValue] = {
    WirePlain.INSTANT: "2000-01-01T00:00:00Z",
    WirePlain.DATE: "2000-01-01",
    WirePlain.TRUTH: True,
    WirePlain.SHARE: "50",
    WirePlain.OPEN_CODE: "x",
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetAside(Frozen):
    """The bytes of the rest of a document, and the fields that may say something else, or nothing, in it."""

    data: bytes
    fields: frozenset[str]


class _CannotBeSetAside(Exception):
    """A finding that is not about one attribute, or about one that the rest cannot do without."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Place(Frozen):
    """An attribute of an object in a document: the steps to the object, its table, the name, the attribute if known."""

    steps: tuple[str, ...]
    table: AttributeTable
    name: str
    attribute: Attribute | None


def set_aside(value: dict[str, JsonValue], findings: Iterable[IntakeFinding], pointer: str = "") -> SetAside | None:
    """The rest of a footprint, which stands at a pointer in its document; None where that cannot be told.

    Nor of another version than programs read: what its findings are about is in other tables.
    """
    version = value.get("specVersion")
    if not isinstance(version, str) or not version.startswith(PROGRAMS_READ.version):
        return None
    rest = dict(value)
    fields = set[str]()
    try:
        for number, one in enumerate(findings):
            if one.kind.id in _NOT_OF_ONE_ATTRIBUTE:
                return None
            place = _place(value, one.pointer.removeprefix(pointer))
            fields.update(_fields_of(place))
            _leave_out(rest, place, number)
        if fields:
            fields |= _FOLLOWING
        return SetAside(json.dumps(rest, ensure_ascii=False).encode(), frozenset(fields))
    except (_CannotBeSetAside, UnicodeEncodeError):
        return None


def _place(value: JsonValue, pointer: str) -> _Place:
    """The attribute that a pointer leads to, or into: the last one that an object with a table has."""
    steps = [one.replace("~1", "/").replace("~0", "~") for one in pointer.split("/")[1:]]
    table, at = PROGRAMS_READ.root, 0
    while at < len(steps) and isinstance(value, dict):
        name = steps[at]
        attribute = table.by_name.get(name)
        found = _object_within(attribute, value.get(name), steps[at + 1 :])
        if found is None:
            if attribute is not None and name in _READ_APART:
                raise _CannotBeSetAside
            return _Place(tuple(steps[:at]), table, name, attribute)
        if name == "attestations":
            raise _CannotBeSetAside
        table, value, taken = found
        at += 1 + taken
    raise _CannotBeSetAside


def _object_within(
    attribute: Attribute | None, value: JsonValue, steps: Sequence[str]
) -> tuple[AttributeTable, JsonValue, int] | None:
    """The object that further steps lead into: its table, itself, how many steps are taken; None where none is."""
    kind = attribute.kind if attribute is not None else None
    if isinstance(kind, WireObject) and steps:
        return kind.table, value, 0
    if isinstance(kind, WireList) and isinstance(kind.element, WireObject) and len(steps) > 1:
        assert isinstance(value, list), "a finding stands in an element of it"
        return kind.element.table, value[int(steps[0])], 1
    return None


def _number_with_unit(place: _Place) -> tuple[Attribute, ...]:
    """The attributes that say one thing with this one: a number and the unit that stands beside it."""
    if place.attribute is None:
        return ()
    kind, by_name = place.attribute.kind, place.table.by_name
    if isinstance(kind, WireUnit):
        return by_name[kind.of], place.attribute
    if isinstance(kind, WireMeasured) and kind.unit_in is not None:
        return place.attribute, by_name[kind.unit_in]
    return (place.attribute,)


def _fields_of(place: _Place) -> Iterator[str]:
    """The fields that an attribute fills, or would fill if its name were the one that it is most like."""
    table = place.table
    meant = _number_with_unit(place)
    if place.attribute is None:
        like = nearest(place.name, tuple(table.by_name))
        names = table.replaced.get(place.name, () if like is None else (like,))
        meant = tuple(table.by_name[one] for one in names)
    elif table.alternatives:
        yield _ALTERNATIVE
    for one in meant:
        yield from one.fields


def _leave_out(rest: dict[str, JsonValue], place: _Place, number: int) -> None:
    """Leave an attribute out of a document, in which all on the way to it is copied."""
    holder: JsonValue = rest
    for step in place.steps:
        holder = _copied_within(holder, step)
        if holder is None:
            return  # left out already, with what it stood in
    assert isinstance(holder, dict), "the last step leads to an object"
    if place.attribute is None:
        holder.pop(place.name, None)
    for one in _number_with_unit(place):
        if one.required and place.table.closed:
            holder[one.name] = _allowed(one.kind, number)
        else:
            holder.pop(one.name, None)


def _copied_within(holder: JsonValue, step: str) -> JsonValue:
    """What a step leads to, put back as a copy that can be changed; None where nothing can stand in it."""
    if isinstance(holder, dict):
        within = _copy(holder.get(step))
        if within is not None:
            holder[step] = within
        return within
    assert isinstance(holder, list), "only objects and lists are on the way"
    holder[int(step)] = within = _copy(holder[int(step)])
    return within


def _copy(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return dict(value)
    return list(value) if isinstance(value, list) else None


def _allowed(kind: WireKind, number: int) -> JsonValue:
    """A value that the format allows, unlike that of another number where it is a text of any form."""
    match kind:
        case WireDecimal():
            return "1"
        case WireChoice(codes=codes):
            return next(iter(codes))
        case WireText(form=form):
            texts = (f"x{number}", *_TEXTS)
            found = next((one for one in texts if form is None or form.matches(one)), None)
            if found is not None:
                return found
        case WireList(element=element):
            return [_allowed(element, number)]
        case WirePlain() if kind in _PLAIN:
            return _PLAIN[kind]
        case _:
            pass
    raise _CannotBeSetAside
