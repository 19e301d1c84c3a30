"""Changing a document in the language's own names: what examples do, before the document is read.

The published attribute tables say how a field is called and written in the format, so an example breaks a real
document, and everything on its way into the engine is tried with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import decimal_text, read_decimal
from footrule.measure.unit import ONE, PERCENT, Unit, read_unit
from footrule.submission.category import DeclaredDatum, category_table
from footrule.submission.extension import INVENTORY_TABLE, is_inventory
from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.submission.measured_reading import UNIT, VALUE
from footrule.submission.pact2_attributes import PACT_2
from footrule.submission.pact3_attributes import PACT_3
from footrule.submission.study_vocabulary import CATEGORY, STUDY_FIELDS
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    WireChoice,
    WireDecimal,
    WireKind,
    WireList,
    WireMeasured,
    WireObject,
    WireOne,
    WirePlain,
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ById(Frozen):
    """The element of a list whose `id` is that text."""

    id: str


Step = str | int | ById
Path = tuple[Step, ...]
"""Field names of the language, and elements of lists: by their places, which count from 1, or by their ids."""


def written(path: Path) -> str:
    """A path as a standard writes it.

    >>> written(("processes", ById("p1"), "inputs", 2, "mass"))
    'processes["p1"].inputs[2].mass'
    """
    return "".join(map(_step, path)).removeprefix(".")


def _step(step: Step) -> str:
    match step:
        case int():
            return f"[{step}]"
        case ById(name):
            return f'["{name}"]'
        case str():
            return f".{step}"


_OF_INVENTORY = frozenset(one.name for one in STUDY_FIELDS)


class NoSuchPlaceError(ValueError):
    """A path that this document's format does not have, or that leads nowhere in this document."""


def amended(
    document: dict[str, JsonValue], path: Path, value: JsonValue, declared: Sequence[DeclaredDatum] = ()
) -> None:
    """Put a value at a path, in place; None takes away what stands there.

    Codes and records are in the language's names, and a number that has its unit with it is a text such as "3.2 t", or
    a number in the unit of the field. `declared` are the data below `category`. Raises NoSuchPlaceError.
    """
    holder, kind = _root(document, path[0])
    for step in path[:-1]:
        key, kind = _entered(kind, holder, step, declared)
        holder = _below(holder, key, step)
    last = path[-1]
    key, inner = _entered(kind, holder, last, declared)
    if isinstance(inner, WireMeasured) and isinstance(last, str):
        _put_measured(holder, str(key), inner, last, value)
    else:
        _put(holder, key, last, None if value is None else _encoded(inner, value))


def _root(document: dict[str, JsonValue], first: Step) -> tuple[JsonValue, WireKind]:
    """Where a path begins: in the footprint, or in its first inventory."""
    if first not in _OF_INVENTORY:
        table = (PACT_2 if str(document.get("specVersion", "")).startswith("2") else PACT_3).root
        return document, WireObject(table)
    inventory = next(_inventories(document), None)
    if inventory is None:
        raise NoSuchPlaceError(written((first,)))
    return inventory, WireObject(INVENTORY_TABLE)


def _inventories(document: Mapping[str, JsonValue]) -> Iterator[dict[str, JsonValue]]:
    extensions = document.get("extensions")
    for extension in extensions if isinstance(extensions, list) else ():
        data = extension.get("data") if isinstance(extension, dict) and is_inventory(extension) else None
        inventory = data.get("inventory") if isinstance(data, dict) else None
        if isinstance(inventory, dict):
            yield inventory


def _entered(
    kind: WireKind, holder: JsonValue, step: Step, declared: Sequence[DeclaredDatum]
) -> tuple[str | int, WireKind]:
    """The key of a step in the format, and the kind of what stands there."""
    if isinstance(step, int) and isinstance(kind, WireList):
        return step - 1, kind.element
    if isinstance(step, ById) and isinstance(kind, WireList) and isinstance(holder, list):
        for index, element in enumerate(holder):
            if isinstance(element, dict) and element.get("id") == step.id:
                return index, kind.element
    if isinstance(step, str) and isinstance(kind, WireObject):
        if kind.table is INVENTORY_TABLE and step == CATEGORY:
            return CATEGORY, WireObject(category_table(tuple(declared)))
        attribute = _attribute(kind.table, step)
        return attribute.name, attribute.kind
    raise NoSuchPlaceError(written((step,)))


def _attribute(table: AttributeTable, field: str) -> Attribute:
    for attribute in table.attributes:
        if field in attribute.fields:
            return attribute
    raise NoSuchPlaceError(field)


def _below(holder: JsonValue, key: str | int, step: Step) -> JsonValue:
    if isinstance(holder, dict) and isinstance(key, str):
        return holder.setdefault(key, {})
    if isinstance(holder, list) and isinstance(key, int) and 0 <= key < len(holder):
        return holder[key]
    raise NoSuchPlaceError(written((step,)))


def _put(holder: JsonValue, key: str | int, step: Step, value: JsonValue) -> None:
    if isinstance(holder, dict) and isinstance(key, str):
        if value is not None:
            holder[key] = value
        elif key in holder:
            del holder[key]
        else:
            raise NoSuchPlaceError(written((step,)))
    elif isinstance(holder, list) and isinstance(key, int) and 0 <= key < len(holder):
        if value is not None:
            holder[key] = value
        else:
            del holder[key]
    else:
        raise NoSuchPlaceError(written((step,)))


def _put_measured(holder: JsonValue, key: str, kind: WireMeasured, field: str, value: JsonValue) -> None:
    """Put a number with its unit, or take both away."""
    if not isinstance(holder, dict):
        raise NoSuchPlaceError(field)
    if value is None:
        _put(holder, key, field, None)
        if kind.unit_in is not None:
            holder.pop(kind.unit_in, None)
    else:
        holder |= _measured(key, kind, field, value)


def _measured(key: str, kind: WireMeasured, field: str, value: JsonValue) -> dict[str, JsonValue]:
    """The attributes that a number with its unit is written as."""
    unit = dict(kind.fields)[field]
    if not isinstance(value, str):
        return {key: value}
    number, _, symbol = value.partition(" ") if not isinstance(value, JsonNumber) else (str(value), "", unit.symbol)
    if kind.unit_in is not None:
        return {key: number, kind.unit_in: symbol or "1"}
    return {key: _alone(number, symbol, unit)}


def _alone(number: str, symbol: str, unit: Unit) -> JsonValue:
    return number if unit == ONE and not symbol else {VALUE: number, UNIT: symbol or "1"}


def _encoded(kind: WireKind, value: JsonValue) -> JsonValue:
    match kind:
        case WireList(element) if isinstance(value, list):
            return [_encoded(element, one) for one in value]
        case WireOne(element):
            return _encoded(element, value[0] if isinstance(value, list) and value else value)
        case WireObject(table) if isinstance(value, dict):
            members: dict[str, JsonValue] = {}
            for name, one in value.items():
                members |= _members(_attribute(table, name), name, one)
            return members
        case WireChoice(codes):
            printed = {code: title for title, code in codes.items()}
            return printed.get(value, value) if isinstance(value, str) else value
        case WireMeasured(fields=((field, _), *_)):
            return _measured("", kind, field, value)[""]
        case WireDecimal(unit, as_number) if isinstance(value, str) and not isinstance(value, JsonNumber):
            text = _in_unit(value, unit)
            return JsonNumber(text) if as_number else text
        case WirePlain.SHARE if isinstance(value, str) and not isinstance(value, JsonNumber):
            return _in_unit(value, PERCENT)
        case WireDecimal(as_number=True):
            return value
        case _:
            return str(value) if isinstance(value, JsonNumber) else value


def _in_unit(amount: str, unit: Unit) -> str:
    """The number that an amount such as `1.5 t` is in the unit of a field; a text that is no amount stays as it is."""
    number, _, symbol = amount.partition(" ")
    read, written_in = read_decimal(number), read_unit(symbol)
    if read is None or written_in is None or written_in.dimension != unit.dimension:
        return amount
    return decimal_text(read.value * written_in.factor / unit.factor, significant=40)


def _members(attribute: Attribute, field: str, value: JsonValue) -> dict[str, JsonValue]:
    if isinstance(attribute.kind, WireMeasured):
        return _measured(attribute.name, attribute.kind, field, value)
    return {attribute.name: _encoded(attribute.kind, value)}
