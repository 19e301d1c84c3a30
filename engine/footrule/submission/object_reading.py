"""Objects and lists, read by an attribute table into records and items; unknown and missing attributes are noted.

Findings come in the order of the file: what an object lacks stands at its beginning, the rest where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from footrule.frozen import replace
from footrule.submission import pact_findings as findings
from footrule.submission.content import canonical
from footrule.submission.element import Code, Element, Items, Number, Record, Text, Unusable
from footrule.submission.field_reading import expected_field, read_field, suggestion, wrong_type
from footrule.submission.intake_kinds import MISSING_ATTRIBUTE, UNKNOWN_ATTRIBUTE, WRONG_TYPE
from footrule.submission.inventory_findings import A_UNIT, not_one_alternative, repeated_id
from footrule.submission.json_text import JsonValue
from footrule.submission.measured_reading import expected_measured, read_beside, read_measured
from footrule.submission.pact_findings import Spot
from footrule.submission.reading import Notes, Reading
from footrule.submission.wire import (
    Attribute,
    AttributeTable,
    WireKind,
    WireList,
    WireMeasured,
    WireObject,
    WireOne,
    WireUnit,
)
from footrule.text.wording import Wording, worded


def read_record(table: AttributeTable, value: Mapping[str, JsonValue], pointer: str, reading: Reading) -> Record:
    """The record that an object stands for."""
    reading = reading_within(table, value, pointer, reading)
    for attribute in table.attributes:
        if attribute.required and attribute.name not in value:
            _missing(table, attribute, pointer, reading)
    read: dict[str, Element | None] = {}
    measured: dict[str, Mapping[str, Element]] = {}
    misspelt: list[tuple[str, Unusable]] = []
    for name, given in value.items():
        known = table.by_name.get(name)
        if known is None:
            if table.closed and given is not None:
                misspelt += _unknown(table, name, given, pointer, reading)
        elif isinstance(known.kind, WireMeasured | WireUnit):
            measured |= _measured(table, known, value, pointer, reading)
        elif given is not None:
            read[name] = read_value(known.kind, given, reading.spot(table, name, pointer), reading)
        elif known.required:
            _missing(table, known, pointer, reading)
    fields: dict[str, Element] = {}
    for attribute in table.attributes:  # the order of the file must not matter
        if attribute.name in measured:
            fields |= measured[attribute.name]
        else:
            _fill(fields, attribute, read.get(attribute.name))
    for field_name, unusable in sorted(misspelt, key=lambda one: (one[0], one[1].pointer)):
        fields.setdefault(field_name, unusable)
    fields |= fields_beside(table, value, pointer, reading)
    return Record(pointer, table.shape, fields, table.field_names)


def reading_within(table: AttributeTable, value: Mapping[str, JsonValue], pointer: str, reading: Reading) -> Reading:
    """How the attributes of an object are read: those for one unit are multiplied by an amount that stands in it."""
    if table.amount is None:
        return reading
    return replace(reading, per_unit=_amount(table, table.amount, value, pointer, reading))


def fields_of(
    attributes: tuple[Attribute, ...],
    table: AttributeTable,
    value: Mapping[str, JsonValue],
    pointer: str,
    reading: Reading,
) -> dict[str, Element]:
    """The fields that some attributes of a table fill, in its order (see `AttributeTable.decided_by`)."""
    fields: dict[str, Element] = {}
    for known in attributes:
        given = value.get(known.name)
        if given is None:
            if known.required:
                _missing(table, known, pointer, reading)
        elif isinstance(known.kind, WireMeasured | WireUnit):
            for measured in _measured(table, known, value, pointer, reading).values():
                fields |= measured
        else:
            _fill(fields, known, read_value(known.kind, given, reading.spot(table, known.name, pointer), reading))
    return fields


def fields_beside(
    table: AttributeTable, value: Mapping[str, JsonValue], pointer: str, reading: Reading
) -> dict[str, Element]:
    """The fields that no attribute fills: why the format has none, and which of the alternatives an object uses."""
    fields: dict[str, Element] = {name: Unusable(pointer, reason) for name, reason in table.not_in_format.items()}
    if table.alternatives:
        fields["kind"] = _alternative(table, value, pointer, reading)
    return fields


def _measured(
    table: AttributeTable, known: Attribute, value: Mapping[str, JsonValue], pointer: str, reading: Reading
) -> dict[str, Mapping[str, Element]]:
    """The fields of a number with its unit, by the number's attribute; a unit without its number is noted."""
    given = value[known.name]
    if given is None:
        return {}
    spot = reading.spot(table, known.name, pointer)
    if isinstance(known.kind, WireMeasured):
        if known.kind.unit_in is None:
            return {known.name: read_measured(known.kind, given, spot, reading)}
        return {known.name: read_beside(known.kind, given, value, spot, reading)}
    if not isinstance(known.kind, WireUnit) or value.get(known.kind.of) is not None:
        return {}
    number = table.by_name[known.kind.of]
    spot = reading.spot(table, number.name, pointer)
    unusable = Unusable(spot.pointer, reading.notes.add(findings.missing_attribute(spot, findings.A_DECIMAL_STRING)))
    return {number.name: dict.fromkeys(number.fields, unusable)}


def _alternative(table: AttributeTable, value: Mapping[str, JsonValue], pointer: str, reading: Reading) -> Element:
    """Which of the table's alternatives an object uses; that it does not use exactly one is noted."""
    given = [name for name, one in value.items() if one is not None and name in table.by_name]
    for one in table.alternatives:
        if one.leader in given and all(name == one.leader or name in one.beside for name in given):
            return Code(pointer, one.code, one.code)
    spot = reading.spot(table, "", pointer).at(pointer)
    return Unusable(pointer, reading.notes.add(not_one_alternative(spot, given, table.alternatives)))


def read_value(kind: WireKind, value: JsonValue, spot: Spot, reading: Reading) -> Element | None:
    """The element that the value at `spot` stands for; None where it says that there is nothing."""
    match kind:
        case WireObject():
            return _object(kind, value, spot, reading)
        case WireList():
            return _list(kind, value, spot, reading)
        case WireOne(element=element):
            one = read_value(element, value, spot, reading)
            return one if one is None or isinstance(one, Unusable) else Items(spot.pointer, (one,))
        case WireMeasured(fields=((name, _), *_)):
            return read_measured(kind, value, spot, reading)[name]
        case WireMeasured() | WireUnit():
            return None
        case _:
            return read_field(kind, value, spot, reading)


def _amount(
    table: AttributeTable, name: str, value: Mapping[str, JsonValue], pointer: str, reading: Reading
) -> Fraction | str | Wording:
    """What numbers for one unit are multiplied by, or why they cannot be."""
    given = value.get(name)
    if given is None:
        return MISSING_ATTRIBUTE.id
    unheard = replace(reading, notes=Notes())
    amount = read_value(table.by_name[name].kind, given, reading.spot(table, name, pointer), unheard)
    if isinstance(amount, Unusable):
        return amount.because
    if isinstance(amount, Number) and amount.quantity.value > 0:
        return amount.quantity.value
    return _NO_AMOUNT


_NO_AMOUNT = worded(
    "the values are for one declared unit, and the amount of declared units is not above 0",
    "数值以一个声明单位计，而声明单位的数量不大于 0",
)


def _fill(fields: dict[str, Element], attribute: Attribute, element: Element | None) -> None:
    if element is None:
        return
    if attribute.not_derivable is not None and not isinstance(element, Unusable):
        element = Unusable(element.pointer, attribute.not_derivable)
    for field_name in attribute.fields:
        before = fields.get(field_name)
        fields[field_name] = element if before is None else _joined(before, element)


def _joined(one: Element, two: Element) -> Element:
    """Two attributes that fill one list: every text of either, once."""
    if not (isinstance(one, Items) and isinstance(two, Items)):
        return one if isinstance(one, Unusable) else two
    known = {element.text for element in one.elements if isinstance(element, Text)}
    new = (element for element in two.elements if not (isinstance(element, Text) and element.text in known))
    return Items(one.pointer, (*one.elements, *new))


def _object(kind: WireObject, value: JsonValue, spot: Spot, reading: Reading) -> Element | None:
    if not isinstance(value, dict):
        return wrong_type(value, findings.AN_OBJECT, spot, reading)
    if kind.applies is not None and not kind.applies(value):
        return None
    table = kind.table
    record = (reading.on_demand or read_record)(table, value, spot.pointer, reading)
    if table.only_if is None or value.get(table.only_if) is True:
        return record
    if value.get(table.only_if) is False:
        return None
    because = MISSING_ATTRIBUTE if value.get(table.only_if) is None else WRONG_TYPE
    return Unusable(spot.pointer, because.id)


def _list(kind: WireList, value: JsonValue, spot: Spot, reading: Reading) -> Element:
    if not isinstance(value, list):
        return wrong_type(value, findings.A_LIST, spot, reading)
    if kind.filled and not value:
        return Unusable(spot.pointer, reading.notes.add(findings.empty(spot, value)))
    if reading.on_demand is not None:
        places = (spot.at(f"{spot.pointer}/{index}") for index in range(len(value)))
        read = (read_value(kind.element, given, place, reading) for given, place in zip(value, places, strict=True))
        return Items(spot.pointer, tuple(element for element in read if element is not None))
    elements: list[Element] = []
    seen: set[str] = set()
    for index, given in enumerate(value):
        place = spot.at(f"{spot.pointer}/{index}")
        element = read_value(kind.element, given, place, reading)
        if element is not None:
            elements.append(element)
        if kind.unique:
            content = canonical(given)
            if content in seen:
                reading.notes.add(findings.repeated(place, given))
            seen.add(content)
        if kind.keyed and isinstance(element, Record) and isinstance(key := element.fields.get("id"), Text):
            if key.text in seen:
                reading.notes.add(repeated_id(place.at(key.pointer), key.text))
            seen.add(key.text)
    return Items(spot.pointer, tuple(elements))


def _missing(table: AttributeTable, attribute: Attribute, pointer: str, reading: Reading) -> None:
    if reading.minor >= attribute.since:
        spot = reading.spot(table, attribute.name, pointer)
        reading.notes.add(findings.missing_attribute(spot, _expected(attribute.kind)))


def _expected(kind: WireKind) -> Wording:
    match kind:
        case WireObject():
            return findings.AN_OBJECT
        case WireList():
            return findings.A_LIST
        case WireOne(element=element):
            return _expected(element)
        case WireMeasured():
            return expected_measured(kind)
        case WireUnit():
            return A_UNIT
        case _:
            return expected_field(kind)


def _unknown(
    table: AttributeTable, name: str, value: JsonValue, pointer: str, reading: Reading
) -> list[tuple[str, Unusable]]:
    """Note an unknown attribute; the fields that it probably means, which are therefore not simply missing."""
    spot = reading.spot(table, name, pointer)
    successors = table.replaced.get(name)
    if successors is None:
        meant = suggestion(name, tuple(table.by_name), reading)
        reading.notes.add(findings.unknown_attribute(spot, value, meant))
        successors = () if meant is None else (meant,)
    else:
        reading.notes.add(findings.replaced_attribute(spot, value, successors))
    unusable = Unusable(spot.pointer, UNKNOWN_ATTRIBUTE.id)
    return [(field_name, unusable) for one in successors for field_name in table.by_name[one].fields]
