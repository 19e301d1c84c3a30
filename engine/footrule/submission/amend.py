"""Changing a document in the language's own names: what examples do, before the document is read.

The published attribute tables say how a field is called and written in the format, so an example breaks a real
document, and everything on its way into the engine is tried with it.
"""

from __future__ import annotations

from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.submission.pact2_attributes import PACT_2
from footrule.submission.pact3_attributes import PACT_3
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    WireChoice,
    WireDecimal,
    WireKind,
    WireList,
    WireObject,
    WireOne,
)

Path = tuple[str | int, ...]
"""Field names of the language and places in lists, which count from 1."""


class NoSuchPlaceError(ValueError):
    """A path that this document's format does not have, or that leads nowhere in this document."""


def amended(document: dict[str, JsonValue], path: Path, value: JsonValue) -> None:
    """Put a value at a path, in place; None takes away what stands there.

    Codes and records are in the language's names. Raises NoSuchPlaceError.
    """
    table = (PACT_2 if str(document.get("specVersion", "")).startswith("2") else PACT_3).root
    holder: JsonValue = document
    kind: WireKind = WireObject(table)
    for step in path[:-1]:
        key, kind = _entered(kind, step)
        holder = _below(holder, key, step)
    key, kind = _entered(kind, path[-1])
    _put(holder, key, path[-1], None if value is None else _encoded(kind, value))


def _entered(kind: WireKind, step: str | int) -> tuple[str | int, WireKind]:
    """The key of a step in the format, and the kind of what stands there."""
    if isinstance(step, int) and isinstance(kind, WireList):
        return step - 1, kind.element
    if isinstance(step, str) and isinstance(kind, WireObject):
        attribute = _attribute(kind.table, step)
        return attribute.name, attribute.kind
    raise NoSuchPlaceError(str(step))


def _attribute(table: AttributeTable, field: str) -> Attribute:
    for attribute in table.attributes:
        if field in attribute.fields:
            return attribute
    raise NoSuchPlaceError(field)


def _below(holder: JsonValue, key: str | int, step: str | int) -> JsonValue:
    if isinstance(holder, dict) and isinstance(key, str):
        return holder.setdefault(key, {})
    if isinstance(holder, list) and isinstance(key, int) and 0 <= key < len(holder):
        return holder[key]
    raise NoSuchPlaceError(str(step))


def _put(holder: JsonValue, key: str | int, step: str | int, value: JsonValue) -> None:
    if isinstance(holder, dict) and isinstance(key, str):
        if value is not None:
            holder[key] = value
        elif key in holder:
            del holder[key]
        else:
            raise NoSuchPlaceError(str(step))
    elif isinstance(holder, list) and isinstance(key, int) and 0 <= key < len(holder):
        if value is not None:
            holder[key] = value
        else:
            del holder[key]
    else:
        raise NoSuchPlaceError(str(step))


def _encoded(kind: WireKind, value: JsonValue) -> JsonValue:
    match kind:
        case WireList(element) if isinstance(value, list):
            return [_encoded(element, one) for one in value]
        case WireOne(element):
            return _encoded(element, value[0] if isinstance(value, list) and value else value)
        case WireObject(table) if isinstance(value, dict):
            fields = {name: _attribute(table, name) for name in value}
            return {fields[name].name: _encoded(fields[name].kind, one) for name, one in value.items()}
        case WireChoice(codes):
            printed = {code: title for title, code in codes.items()}
            return printed.get(value, value) if isinstance(value, str) else value
        case WireDecimal(as_number=True):
            return value
        case _:
            return str(value) if isinstance(value, JsonNumber) else value
