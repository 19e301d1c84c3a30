"""The published tables of the inventory extension, version 1.

The extension is this project's own format, and its attributes are called as the language calls the fields: so a table
is made of the vocabulary, and here stand the exceptions. Every attribute may be left out but the ids, by which the
parts of an inventory refer to each other.

- A number has its unit with it: `{"value": "12.5", "unit": "t"}`; a plain number may be a decimal alone.
- The amount of a flow is `amount`, with the attribute `unit` beside it, and not below zero: a flow that goes the other
  way is another flow, and a credit is the standard's to give. Biogenic CO2 may be, where it is taken from the air.
- A moment is a date-time with its offset, and a code is written by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from footrule.submission.classification import CAS, CPC, HS, read_code
from footrule.submission.inventory_codes import CLOSED_CODES
from footrule.submission.process_vocabulary import (
    AMOUNTS,
    CARBON_CONTENTS,
    DQI,
    EMISSION_FACTORS,
    HEATING_VALUES,
    PROCESS_RECORDS,
    amounts_named,
)
from footrule.submission.study_vocabulary import CATEGORY, STUDY_FIELDS, STUDY_RECORDS, SUBMISSIONS
from footrule.submission.vocabulary import (
    CodeField,
    CodeNames,
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
    Alternative,
    Attribute,
    AttributeTable,
    Form,
    WireChoice,
    WireKind,
    WireList,
    WireMeasured,
    WireObject,
    WirePlain,
    WireText,
    WireUnit,
    optional,
)
from footrule.text.wording import Wording, worded

INVENTORY_DOCUMENT, INVENTORY_EDITION = "Footrule inventory extension", "1"

_CALLED_OTHERWISE = {
    "system_boundary": "boundary",
    "supply": "from",
    "burden_class": "class",
    "verification_statement": "verification",
}
"""Fields that are words of the language in the format."""

_AMOUNT, _FACTOR = worded("the amount", "数量"), worded("the factor", "因子")
_GROUPS: tuple[tuple[tuple[Field, ...], str, str | None, Wording], ...] = (
    (AMOUNTS, "amount", "unit", _AMOUNT),
    (EMISSION_FACTORS, "value", "unit", _FACTOR),
    (HEATING_VALUES, "lower_heating_value", None, worded("the lower heating value", "低位发热量")),
    (CARBON_CONTENTS, "carbon_content", None, worded("the carbon content", "含碳量")),
)
"""Numbers that fill the field of their dimension: those fields, the attribute, that of the unit, what is measured."""

EMISSION = "emission"
_UPTAKE = (("gas", "CO2"), ("origin", "biogenic"))
"""An emission below zero is CO2 that plants take from the air, and says that it is biogenic. What is captured or stored
is not emitted, and what is avoided elsewhere is a credit."""
_KEYED = frozenset({"process", "input", "output", EMISSION})
"""Records that others refer to by their id."""

_OF_ANY = ("coverage", "boundary", "version", "technology", "justification")
"""What is told of a factor and of a supplier's footprint alike."""
_OF_A_FACTOR = ("value", "unit", "gases", "set", "year", "geography", "source", "scope", *_OF_ANY)
"""What is told of a factor. One that is named may be told as well, so that the two can be compared."""
_ALTERNATIVES = {
    "supply": (
        Alternative("process", "process", ("output",)),
        Alternative("footprint", "footprint", ("value", "unit", "primary_data_share", *_OF_ANY)),
        Alternative("factor", "factor", _OF_A_FACTOR),
        Alternative("inline", "value", _OF_A_FACTOR[1:]),
    )
}
_FILLED_BY_ALTERNATIVE = frozenset({("supply", "kind")})
NOT_SUBMITTED = frozenset({"recomputed", SUBMISSIONS})
"""Fields that follow from the inventory, or from what it is checked with."""
_FORMS = {
    scheme: WireText(Form(partial(read_code, scheme), called))
    for scheme, called in (
        (CAS, worded('a CAS number such as "74-85-1"', 'CAS 号，例如 "74-85-1"')),
        (HS, worded('an HS code such as "2901.21"', 'HS 编码，例如 "2901.21"')),
        (CPC, worded('a CPC code such as "34110"', 'CPC 编码，例如 "34110"')),
    )
}
"""Texts of a form, by their fields of `product`."""
_SHAPES = {one.name: one for one in (*STUDY_RECORDS, *PROCESS_RECORDS, DQI)}
_CLOSED = {one.name: one for one in CLOSED_CODES}


def wire_kind(kind: FieldKind, name: str, called: Wording, codes: Mapping[str, CodeNames]) -> WireKind:
    """How a submission writes a field of that kind; `codes` are the closed lists by their names."""
    match kind:
        case NumberField(unit):
            return WireMeasured(((name, unit),), called)
        case TextField():
            return WireText()
        case TruthField():
            return WirePlain.TRUTH
        case InstantField():
            return WirePlain.INSTANT
        case CodeField(codes=listed, open=is_open):
            if is_open:
                return WirePlain.OPEN_CODE
            return WireChoice({one.title: one.name for one in codes[listed].codes})
        case ListField(element):
            keyed = isinstance(element, RecordField) and element.record in _KEYED
            return WireList(wire_kind(element, name, called, codes), keyed=keyed)
        case RecordField(record):
            return WirePlain.OBJECT if record == CATEGORY else WireObject(_table(record))


def _attributes(shape: str, fields: Iterable[Field]) -> Iterator[Attribute]:
    """The attributes that fill the fields of a shape, in their order."""
    grouped = {one.name: group for group in _GROUPS for one in group[0]} if shape in _WITH_GROUPS else {}
    done: set[str] = set()
    for one in fields:
        if (shape, one.name) in _FILLED_BY_ALTERNATIVE:
            continue
        group = grouped.get(one.name)
        if group is not None:
            if group[1] not in done:
                done.add(group[1])
                yield from _measured(*group, from_zero=group[0] is AMOUNTS)
        elif one.name == "amount":
            yield from _measured((one,), "amount", "unit", _AMOUNT, from_zero=shape == EMISSION, unless=_UPTAKE)
        else:
            kind = wire_kind(one.kind, one.name, one.meaning, _CLOSED)
            is_required = one.name == "id" and shape in _KEYED
            if is_required:
                kind = WireText(filled=True)
            elif shape == "product" and one.name in _FORMS:
                kind = _FORMS[one.name]
            yield Attribute(_CALLED_OTHERWISE.get(one.name, one.name), (one.name,), kind, is_required)


def _measured(
    fields: tuple[Field, ...],
    name: str,
    unit: str | None,
    called: Wording,
    *,
    from_zero: bool = False,
    unless: tuple[tuple[str, str], ...] = (),
) -> Iterator[Attribute]:
    names = amounts_named(fields)
    kind = WireMeasured(names, called, unit, from_zero, unless if from_zero else ())
    yield Attribute(name, tuple(one for one, _ in names), kind, False)
    if unit is not None:
        yield optional(unit, None, WireUnit(name))


_WITH_GROUPS = frozenset({"input", "output", "supply", "monthly_output", "reference_flow"})
"""Shapes of flows: elsewhere `energy` and `volume` are fields like any other."""


_tables: dict[str, AttributeTable] = {}


def _table(shape: str) -> AttributeTable:
    """The table of a shape; each is made once."""
    if shape not in _tables:
        _tables[shape] = inventory_table(f"inventory.{shape}", shape, _attributes(shape, _SHAPES[shape].fields))
    return _tables[shape]


def inventory_table(data_type: str, shape: str, attributes: Iterable[Attribute]) -> AttributeTable:
    """A table of the extension's document."""
    return AttributeTable(
        data_type,
        shape,
        tuple(attributes),
        alternatives=_ALTERNATIVES.get(shape, ()),
        document=INVENTORY_DOCUMENT,
        edition=INVENTORY_EDITION,
    )


def study_attributes() -> tuple[Attribute, ...]:
    """The attributes of an inventory that fill fields of the footprint."""
    return tuple(_attributes("footprint", (one for one in STUDY_FIELDS if one.name not in NOT_SUBMITTED)))
