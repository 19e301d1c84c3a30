"""What a category standard asks for: the raw `category` of an inventory, read by what the standard declares.

A submission is read before anybody knows which standard it is assessed against, so the object waits as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from footrule.frozen import Frozen, dataclass
from footrule.submission.element import RawObject, Record
from footrule.submission.footprint_vocabulary import CODES
from footrule.submission.intake import IntakeFinding
from footrule.submission.inventory_attributes import (
    INVENTORY_DOCUMENT,
    INVENTORY_EDITION,
    inventory_table,
    wire_kind,
)
from footrule.submission.study_vocabulary import CATEGORY
from footrule.submission.vocabulary import CodeField, CodeNames, FieldKind, InstantField, ListField
from footrule.submission.wire import Attribute, AttributeTable, WireChoice, WireKind, WireList, WirePlain
from footrule.text.wording import worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DeclaredDatum(Frozen):
    """A datum that a standard declares: its name, what it holds, and where that is a code of the standard, its list.

    A number is written with any unit of its dimension, `{"value": "1.25", "unit": "t/t"}`, one without a unit as a
    decimal too; a date with or without a time; a code by its name or its title.
    """

    name: str
    kind: FieldKind
    codes: CodeNames | None = None


def read_category(raw: RawObject, declared: Sequence[DeclaredDatum]) -> tuple[Record, tuple[IntakeFinding, ...]]:
    """The record of shape `category` that an object is to a standard, and what is wrong with it.

    That something is missing is for the standard to say, so no finding says it.
    """
    from footrule.submission.object_reading import read_record
    from footrule.submission.reading import Notes, Reading

    notes = Notes()
    reading = Reading(INVENTORY_DOCUMENT, INVENTORY_EDITION, 0, notes)
    table = category_table(tuple(declared))
    record = read_record(table, raw.members, raw.pointer, reading)
    return record, notes.listed(reading.spot(table, CATEGORY, raw.pointer))


def category_on_demand(raw: RawObject, table: AttributeTable) -> Record:
    """The same record by that table, of an object that is known to be clean: a datum is read when it is asked for."""
    from footrule.submission.fields_on_demand import NothingToNote, record_on_demand
    from footrule.submission.reading import Reading

    reading = Reading(INVENTORY_DOCUMENT, INVENTORY_EDITION, 0, NothingToNote(), on_demand=record_on_demand)
    return record_on_demand(table, raw.members, raw.pointer, reading)


@lru_cache(maxsize=64)
def category_table(declared: tuple[DeclaredDatum, ...]) -> AttributeTable:
    """The attributes of what a standard declares."""
    return inventory_table(
        "inventory.category",
        CATEGORY,
        (Attribute(one.name, (one.name,), _kind(one, one.kind), False) for one in declared),
    )


def _kind(datum: DeclaredDatum, kind: FieldKind) -> WireKind:
    called = worded(datum.name, datum.name)
    match kind:
        case InstantField():
            return WirePlain.DATE
        case ListField(element):
            return WireList(_kind(datum, element))
        case CodeField(listed, False):
            codes = datum.codes or CODES[listed]
            return WireChoice(_printed(codes))
        case _:
            return wire_kind(kind, datum.name, called, CODES)


def _printed(codes: CodeNames) -> Mapping[str, str]:
    return {one.title: one.name for one in codes.codes} | {one.name: one.name for one in codes.codes}
