"""Documents of the small world: how a file prints its vocabulary, and documents at random.

The form has every kind of attribute that a compiled program can read, so that a generated standard over the small world
meets all of them: numbers in a fixed unit, with their unit in an object, beside it or alone, shares, codes that are
printed in another way, open codes, moments and dates, lists of each. Half of the fields stand in the inventory of a
document, as in PACT. Money has no attribute.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache

from footrule.assess.category import categorised
from footrule.measure.dimension import Dimension
from footrule.measure.unit import Unit
from footrule.model.standard import Standard
from footrule.submission.document_form import DocumentForm
from footrule.submission.element import Attestation, Items, Record
from footrule.submission.extension import INVENTORY_TABLE, Inventory, is_inventory
from footrule.submission.json_text import JsonText, decode
from footrule.submission.object_reading import read_record
from footrule.submission.reading import Notes, Reading
from footrule.submission.vocabulary import (
    CodeField,
    Field,
    FieldKind,
    InstantField,
    ListField,
    NumberField,
    RecordField,
    TextField,
    TruthField,
)
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
    optional,
    required,
)
from footrule.text.wording import worded
from tests.language.small_world import SMALL
from tests.properties.dice import Dice, chance, pick
from tests.properties.scope import UNITS

_CALLED = worded("the number", "数值")
_IN_INVENTORY = frozenset({
    "broken", "unknown", "words", "end", "flow", "preceding_ids", "energy", "volume", "gas_volume", "heating_value",
    "emission_factor", "technology", "technologies", "category", "processes",
})  # fmt: skip
"""Fields of the footprint that stand in the inventory of a document."""
_IN_A_FIXED_UNIT = frozenset({("footprint", "mass"), ("part", "mass"), ("footprint", "energy")})
_BESIDE = frozenset({("footprint", "carbon"), ("flow", "mass"), ("emission", "amount")})
"""Numbers whose unit is an attribute beside them."""
_AMOUNTS = {"input": ("mass", "energy"), "output": ("mass", "energy")}
"""Records with one number that fills the field of its dimension."""
_PRINTED = {
    "flow_kind": {"product": "product", "a product": "product", "Waste": "waste", "'resource\\": "resource"},
    "role": {"main": "main", "additional": "additional", "waste": "waste"},
}


def _kind(shape: str, name: str, kind: FieldKind) -> WireKind | None:
    match kind:
        case NumberField(unit) if unit.dimension.is_in_money:
            return None
        case NumberField(unit) if (shape, name) == ("footprint", "share"):
            return WirePlain.SHARE
        case NumberField(unit) if (shape, name) in _IN_A_FIXED_UNIT or not name:
            return WireDecimal(unit)
        case NumberField(unit):
            beside = f"{name}_unit" if (shape, name) in _BESIDE else None
            from_zero = shape == "emission"
            return WireMeasured(((name, unit),), _CALLED, beside, from_zero, (("gas", "CO2"),) if from_zero else ())
        case TextField():
            return WireText(filled=(shape, name) == ("process", "id"))
        case TruthField():
            return WirePlain.TRUTH
        case InstantField():
            return WirePlain.DATE if name == "end" else WirePlain.INSTANT
        case CodeField(listed, is_open):
            return WirePlain.OPEN_CODE if is_open else WireChoice(_PRINTED[listed])
        case RecordField("category"):
            return WirePlain.OBJECT
        case RecordField(record):
            return WireObject(_table(record))
        case ListField(element):
            inner = _kind(shape, "", element)
            is_set = name == "technologies"
            return None if inner is None else WireList(inner, unique=is_set, filled=is_set, keyed=name == "processes")


def _attributes(shape: str, fields: Iterable[Field]) -> Iterator[Attribute]:
    amounts = _AMOUNTS.get(shape, ())
    if amounts:
        units = {one.name: one.kind.unit for one in fields if isinstance(one.kind, NumberField)}
        yield optional("amount", None, WireMeasured(tuple((one, units[one]) for one in amounts), _CALLED, "unit"))
        yield optional("unit", None, WireUnit("amount"))
    for one in fields:
        kind = _kind(shape, one.name, one.kind)
        if kind is not None and one.name not in amounts:
            yield Attribute(one.name, (one.name,), kind, shape == "process" and one.name == "id")
            if isinstance(kind, WireMeasured) and kind.unit_in is not None:
                yield optional(kind.unit_in, None, WireUnit(one.name))


def _filling(one: Attribute) -> Attribute:
    """The attribute with the fields that a measured number fills."""
    if isinstance(one.kind, WireMeasured) and not one.fields:
        return Attribute(one.name, tuple(name for name, _ in one.kind.fields), one.kind, one.required)
    return one


@cache
def _table(shape: str) -> AttributeTable:
    fields = SMALL.records[shape].fields
    return AttributeTable(shape, shape, tuple(map(_filling, _attributes(shape, fields))))


def _form() -> DocumentForm:
    fields = SMALL.records["footprint"].fields
    inventory = (one for one in fields if one.name in _IN_INVENTORY)
    attributes = (*_attributes("footprint", inventory), INVENTORY_TABLE.by_name["attestations"])
    study = AttributeTable("inventory", "footprint", attributes)
    data = AttributeTable("data", "data", (required("inventory", "inventory", WireObject(study)),), closed=False)
    extension = AttributeTable("extension", "extension", (
        required("dataSchema", None, WireText()), required("data", "data", WireObject(data)),
    ))  # fmt: skip
    root = AttributeTable("document", "footprint", (
        required("spec_version", "spec_version", WireText()),
        *_attributes("footprint", (one for one in fields if one.name not in _IN_INVENTORY)),
        optional("extensions", "extensions", WireList(WireObject(extension, applies=is_inventory))),
    ))  # fmt: skip
    return DocumentForm(root, study, "3.", "the small world")


FORM = _form()


def read_small(standard: Standard, data: bytes) -> tuple[Record, tuple[Attestation, ...]] | list[str]:
    """The footprint of a document as the ordinary reader makes it, or what it notes."""
    text = decode(data, "x.json")
    if not isinstance(text, JsonText) or not isinstance(text.value, dict):
        return ["no object"]
    notes = Notes()
    record = read_record(FORM.root, text.value, "", Reading("doc", "1", 0, notes))
    whole = Reading("doc", "1", 0, notes).spot(FORM.root, "", "")
    found = [f"{one.kind.id} {one.pointer}" for one in notes.listed(whole)]
    studies = list(_studies(record))
    if len(studies) > 1:
        return [*found, "several inventories"]
    fields = {**record.fields, **(studies[0].fields if studies else {})}
    footprint, noted = categorised(standard, Record("", "footprint", fields, record.wire_names))
    return [*found, *(one.kind.id for one in noted)] or (footprint, Inventory(tuple(studies)).attestations)


def _studies(record: Record) -> Iterator[Record]:
    listed = record.fields.get("extensions")
    for one in listed.elements if isinstance(listed, Items) else ():
        data = one.fields.get("data") if isinstance(one, Record) else None
        study = data.fields.get("inventory") if isinstance(data, Record) else None
        if isinstance(study, Record):
            yield study


# Documents at random

NUMBERS = (
    "1", "0", "2", "0.5", "-1", "1.0", "0.0", "3", "100", "1e2", "-0", "0e5", "-0.0", "0.1", "0.2", "0.3", "-0.3",
    "0.30000000000000004", "0.3000000000000000000001", "1000000000.0000001", "-1000000000", "-999999999.9999999",
    "1e-20", "-1e-20", "1e20", "0.333333333333333333333", "1.005", "1.00499999999999999", "0.9999999999999999999999",
    "99.99999999999999999999", "2.50", "5E-1", "100.0", "0.49", "0.51", "1000", "0.001", "500",
)  # fmt: skip
"""Near ties, terms that cancel, zero and one in many spellings, as long as a program reads them."""
TOO_LONG = ("9" * 40, "0." + "3" * 40, "1e99", "1e-99", "0." + "0" * 22 + "1")
MOMENTS = (
    "2026-01-01T00:00:00Z", "2027-06-30T23:59:59Z", "0001-01-01T00:00:00-14:00", "9999-12-31T22:59:59+14:00",
    "2024-02-29T12:00:00Z", "2023-12-31T23:59:59.999Z", "2024-01-01t08:00:00.5+08:00", "0001-01-01T00:00:00Z",
)  # fmt: skip
DATES = ("2026-01-01", "2024-02-29", "2027-12-31", "0001-01-01", "9999-12-31", *MOMENTS)
TEXTS = (
    "a", "b", "", "CN-11", "乙烯", "a\n\x1b[31m\u202e", "'", '"', "\\", "__import__('os')", "None", "class", "ab",
)  # fmt: skip
CODES = (
    "membrane", "mercury", "solar", "CO2", "CH4", "fossil", "HFC-134a", "HFC_134a", "2-butene", "unheard of", "清焦",
    "included", "added", "别计",
)  # fmt: skip
_FILLED = {
    "requirement": ("A-1", "A-2", "A-3", "T-1", "NO-1"), "by": ("A person",),
    "role": ("verifier", "critical_reviewer", "submitter"), "id": ("a", "b", "c"), "serves": ("a", "b", "", "d"),
}  # fmt: skip
"""Texts that are never empty in attestations, and texts by which the parts of a document name one another."""
ODD = (
    '"+1"', "null", "true", "5", "1.5", '"x"', '""', "[]", "{}", "[null]", '"1_0"', '" 1"', '"1."', '".5"', '"NaN"',
    '"１２"',
    '"--1"', '{"value": "1"}', '{"value": 1, "unit": "kg"}', '{"value": "1", "unit": "furlong"}', '"2025-02-29"',
    '"2025-06-30T24:00:00Z"', '"1", "more": "2"', '"\\ud800"', '{"value": "1", "unit": "kg", "and": 1}',
    *(f'"{one}"' for one in TOO_LONG),
)  # fmt: skip
"""JSON texts that are no clean value, most of them wherever they stand; one of them is two members."""


class Documents:
    """Makes documents for a standard, of whose values one in `odd` is something else than what is read there."""

    def __init__(self, dice: Dice, category: AttributeTable | None, *, odd: int) -> None:
        self._dice = dice
        self._category = category
        self._odd = odd
        self._missing = pick(dice, (20, 20, 6, 2))
        self._ids = 0

    def document(self) -> bytes:
        """A document: its own fields, and mostly an inventory with the others."""
        members = self._members(FORM.root)
        members["spec_version"] = '"3.0.0"'
        del members["extensions"]
        if not chance(self._dice, 5):
            data = f'{{"inventory": {self._object(FORM.study)}}}'
            members["extensions"] = f'[{{"dataSchema": "https://footrule.example/inventory", "data": {data}}}]'
        return self._written(members).encode("utf-8", "surrogatepass")

    def _object(self, table: AttributeTable) -> str:
        return self._written({one: text for one, text in self._members(table).items() if text})

    def _written(self, members: dict[str, str]) -> str:
        space = pick(self._dice, ("", "", " "))
        return "{" + ",".join(f'"{name}":{space}{text}' for name, text in members.items() if text) + "}"

    def _members(self, table: AttributeTable) -> dict[str, str]:
        """What stands at each attribute, "" where nothing does."""
        found: dict[str, str] = {}
        for one in table.attributes:
            if isinstance(one.kind, WireUnit):
                continue
            given = one.required or not chance(self._dice, self._missing)
            found[one.name] = self._value(one.kind, one.name) if given else ""
            if isinstance(one.kind, WireMeasured) and one.kind.unit_in is not None and given:
                asked = pick(self._dice, one.kind.fields)[1]
                found[one.kind.unit_in] = self._quoted(self._unit(asked.dimension))
        return found

    def _quoted(self, text: str) -> str:
        return json.dumps(text, ensure_ascii=chance(self._dice, 2))

    def _unit(self, measured: Dimension) -> str:
        return pick(self._dice, UNITS[measured]) or pick(self._dice, ("1", "件", "piece"))

    def _value(self, kind: WireKind, name: str) -> str:
        if chance(self._dice, self._odd):
            return pick(self._dice, ODD)
        match kind:
            case WireDecimal():
                return f'"{pick(self._dice, NUMBERS)}"'
            case WireMeasured(fields=((_, asked), *_), unit_in=None):
                return self._measured(asked)
            case WireMeasured():
                return f'"{pick(self._dice, NUMBERS)}"'
            case WireText():
                return self._text(kind, name)
            case _:
                return self._structured(kind, name)

    def _text(self, kind: WireText, name: str) -> str:
        if kind.form is not None:
            return '"2026-03-31"'
        if name == "id" and kind.filled:
            self._ids += 1
            return f'"id {self._ids}"'
        return self._quoted(pick(self._dice, _FILLED.get(name, TEXTS)))

    def _structured(self, kind: WireKind, name: str) -> str:
        match kind:
            case WireChoice(codes=codes):
                return self._quoted(pick(self._dice, tuple(codes)))
            case WireList():
                return self._list(kind, name)
            case WireObject(table=table):
                return self._object(table)
            case _:
                return self._plain(kind)

    def _plain(self, kind: WireKind) -> str:
        match kind:
            case WirePlain.TRUTH:
                return pick(self._dice, ("true", "false"))
            case WirePlain.INSTANT:
                return self._quoted(pick(self._dice, MOMENTS))
            case WirePlain.DATE:
                return self._quoted(pick(self._dice, DATES))
            case WirePlain.OPEN_CODE:
                return self._quoted(pick(self._dice, CODES))
            case WirePlain.SHARE:
                return self._quoted(pick(self._dice, ("100", "56.1", "0", "100.0", "1.5", "99.9999999999999999999")))
            case WirePlain.OBJECT if self._category is not None:
                return self._object(self._category)
            case _:
                return "{}"

    def _measured(self, asked: Unit) -> str:
        number = pick(self._dice, NUMBERS)
        if asked.symbol == "" and not chance(self._dice, 3):
            return f'"{number}"'
        return f'{{"value": "{number}", "unit": {self._quoted(self._unit(asked.dimension))}}}'

    def _list(self, kind: WireList, name: str) -> str:
        many = pick(self._dice, (1, 2, 0, 3, 5))
        elements = [self._value(kind.element, name) for _ in range(max(many, int(kind.filled)))]
        if kind.unique and not chance(self._dice, 20):
            elements = list(dict.fromkeys(elements))
        return f"[{','.join(elements)}]"
