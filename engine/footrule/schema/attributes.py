"""The published attribute tables as definitions of a JSON Schema: one table, one entry of `$defs`."""

from __future__ import annotations

from collections.abc import Mapping

from footrule.measure.dimension import Dimension
from footrule.measure.unit import ONE
from footrule.schema.json_schema import Schema, described, or_null, reference, some, titled
from footrule.schema.units import counting_schema, unit_schema
from footrule.submission.footprint_vocabulary import RECORDS
from footrule.submission.inventory_attributes import INVENTORY_DOCUMENT
from footrule.submission.measured_reading import UNIT, VALUE
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
    WireText,
    WireUnit,
)
from footrule.text.wording import Wording, worded

DECIMAL = r"^[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,2})?$"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT = rf"{_DAY}[Tt][0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]{{1,9}})?(?:[Zz]|[+-][0-9]{{2}}:[0-9]{{2}})"

_TEXT: dict[str, object] = {"type": "string"}
_DECIMAL_STRING: dict[str, object] = {"type": "string", "pattern": DECIMAL}
_PLAIN: dict[WirePlain, Schema] = {
    WirePlain.INSTANT: {"type": "string", "format": "date-time", "pattern": f"^{_MOMENT}$"},
    WirePlain.DATE: {"type": "string", "pattern": f"^(?:{_DAY}|{_MOMENT})$"},
    WirePlain.TRUTH: {"type": "boolean"},
    WirePlain.SHARE: _DECIMAL_STRING,
    WirePlain.WHOLE: {"type": "integer"},
    WirePlain.OPEN_CODE: {"type": "string", "minLength": 1},
    WirePlain.OBJECT: {"type": "object"},
    WirePlain.ANYTHING: True,
}
_KEYED = worded("Each element has an id of its own.", "各项的标识互不相同。")


class Definitions:
    """The definitions that some tables need, each table once."""

    __slots__ = ("_names", "schemas")

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self.schemas: dict[str, dict[str, object]] = {}

    def add(self, table: AttributeTable, prefix: str) -> str:
        """The name of a table's definition; names of a format's own types begin with `prefix`."""
        known = self._names.get(id(table))
        if known is not None:
            return known
        name = table.data_type if table.document == INVENTORY_DOCUMENT else f"{prefix}.{table.data_type}"
        self._names[id(table)] = name
        self.schemas[name] = {}
        self.schemas[name] = self._object(table, prefix)
        return name

    def properties(
        self, table: AttributeTable, prefix: str, meanings: Mapping[str, Wording]
    ) -> dict[str, dict[str, object]]:
        """The attributes of a table, each with what it means."""
        found: dict[str, dict[str, object]] = {}
        for attribute in table.attributes:
            schema = self._kind(attribute.kind, prefix, table)
            if not _is_required(attribute):
                schema = or_null(schema)
            meaning = _meaning(attribute, meanings)
            plain: dict[str, object] = {} if isinstance(schema, bool) else schema
            found[attribute.name] = plain if meaning is None else titled(meaning, plain)
        return found

    def _object(self, table: AttributeTable, prefix: str) -> dict[str, object]:
        whole: dict[str, object] = {"type": "object"}
        needed = [one.name for one in table.attributes if _is_required(one)]
        if needed:
            whole["required"] = needed
        whole["properties"] = self.properties(table, prefix, _meanings(table))
        pairs = [_pair(one) for one in table.attributes if isinstance(one.kind, WireMeasured) and one.kind.unit_in]
        if pairs:
            whole["allOf"] = pairs
        return described(_ways(table), whole) if table.alternatives else whole

    def _kind(self, kind: WireKind, prefix: str, table: AttributeTable) -> Schema:
        match kind:
            case WirePlain():
                plain = _PLAIN[kind]
                return plain if isinstance(plain, bool) else dict(plain)
            case WireText():
                return _text(kind)
            case WireDecimal(as_number=as_number):
                return {"type": "number"} if as_number else dict(_DECIMAL_STRING)
            case WireChoice(codes):
                return {"enum": list(codes)}
            case WireMeasured():
                return dict(_DECIMAL_STRING) if kind.unit_in is not None else self._measured(kind)
            case WireUnit(of):
                measured = table.by_name[of].kind
                return self._units(measured) if isinstance(measured, WireMeasured) else dict(_TEXT)
            case WireObject():
                return self._record(kind, prefix)
            case WireOne(element):
                return self._kind(element, prefix, table)
            case WireList():
                return self._list(kind, prefix, table)

    def _measured(self, kind: WireMeasured) -> Schema:
        """A number with its unit; a plain number may be a decimal alone."""
        members: dict[str, object] = {VALUE: dict(_DECIMAL_STRING), UNIT: self._units(kind)}
        both: dict[str, object] = {"type": "object", "required": [VALUE, UNIT], "properties": members}
        if len(kind.fields) == 1 and kind.fields[0][1] == ONE:
            return {"anyOf": [dict(_DECIMAL_STRING), both]}
        return both

    def _units(self, kind: WireMeasured) -> Schema:
        """The units of what may be measured, each kind of them a definition."""
        names: list[str] = []
        for _, unit in kind.fields:
            if kind.unit_in is not None and unit == ONE:
                name, schema = "unit.pieces", counting_schema()
            else:
                name, schema = f"unit.{_in_one_word(unit.dimension)}", unit_schema(unit.dimension)
            self.schemas.setdefault(name, schema)
            names.append(name)
        return some([reference(name) for name in dict.fromkeys(names)])

    def _record(self, kind: WireObject, prefix: str) -> Schema:
        """An object; one that may be passed over is held to its table only where it surely is not."""
        inner = reference(self.add(kind.table, prefix))
        if kind.applies is None:
            return inner
        return {"type": "object", "if": is_inventory(), "then": inner}

    def _list(self, kind: WireList, prefix: str, table: AttributeTable) -> Schema:
        schema: dict[str, object] = {"type": "array", "items": self._kind(kind.element, prefix, table)}
        if kind.filled:
            schema["minItems"] = 1
        if kind.unique and isinstance(kind.element, WireText):
            schema["uniqueItems"] = True
        return described(_KEYED, schema) if kind.keyed else schema


def is_inventory() -> dict[str, object]:
    """An extension whose data hold an inventory."""
    holds = {"type": "object", "required": ["inventory"], "properties": {"inventory": {"type": "object"}}}
    return {"type": "object", "required": ["data"], "properties": {"data": holds}}


def _is_required(attribute: Attribute) -> bool:
    """Whether every edition of the format requires an attribute."""
    return attribute.required and attribute.since == 0


def _meanings(table: AttributeTable) -> Mapping[str, Wording]:
    shape = RECORDS.get("footprint" if table.shape == "inventory" else table.shape)
    return {} if shape is None else {one.name: one.meaning for one in shape.fields}


def _meaning(attribute: Attribute, meanings: Mapping[str, Wording]) -> Wording | None:
    if isinstance(attribute.kind, WireMeasured) and len(attribute.kind.fields) > 1:
        return attribute.kind.called
    return next((meanings[name] for name in attribute.fields if name in meanings), None)


def _text(kind: WireText) -> Schema:
    schema = dict(_TEXT)
    if kind.filled:
        schema["minLength"] = 1
    if kind.form is None:
        return schema
    if kind.form.pattern is not None:
        schema["pattern"] = kind.form.pattern
    return described(kind.form.called, schema)


def _pair(attribute: Attribute) -> dict[str, object]:
    """A number and the unit beside it come together."""
    assert isinstance(attribute.kind, WireMeasured), "only a measured number has a unit beside it"
    unit = attribute.kind.unit_in or UNIT
    has_number = {"required": [attribute.name], "properties": {attribute.name: {"type": "string"}}}
    return {"if": has_number, "then": {"required": [unit], "properties": {unit: {"type": "string"}}}}


def _in_one_word(dimension: Dimension) -> str:
    """A dimension as a name: `energy / mass` is `energy_per_mass`."""
    return str(dimension).replace(" / ", " per ").replace(" x ", " ").replace(" ", "_")


def _ways(table: AttributeTable) -> Wording:
    names = [" + ".join((one.leader, *one.beside)) for one in table.alternatives]
    return worded(
        f"One of these ways, and no attribute of another: {'; '.join(names)}.",
        f"采用下列方式之一，且不含其他方式的属性：{'；'.join(names)}。",
    )
