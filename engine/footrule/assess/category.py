"""What a standard declares and a submission gives: the raw data of the category, read for one standard."""

from __future__ import annotations

from footrule.measure.quantity import zero
from footrule.measure.unit import Unit
from footrule.model.standard import DeclaredCodes, Standard
from footrule.model.types import CodeType, InstantType, ListType, QuantityType, TruthType, Type
from footrule.submission.category import DeclaredDatum, category_on_demand, category_table, read_category
from footrule.submission.element import RawObject, Record
from footrule.submission.intake import IntakeFinding
from footrule.submission.study_vocabulary import CATEGORY
from footrule.submission.vocabulary import (
    CodeField,
    CodeName,
    CodeNames,
    FieldKind,
    InstantField,
    ListField,
    NumberField,
    TextField,
    TruthField,
)
from footrule.submission.wire import AttributeTable


def categorised(standard: Standard, footprint: Record) -> tuple[Record, tuple[IntakeFinding, ...]]:
    """The footprint with the data of its category as this standard declares them, and what is wrong with those."""
    raw = footprint.fields.get(CATEGORY)
    if not standard.data or not isinstance(raw, RawObject):
        return footprint, ()
    from footrule.submission.fields_on_demand import with_field

    record, findings = read_category(raw, declared_data(standard))
    return with_field(footprint, CATEGORY, record), findings


def categorised_on_demand(standard: Standard, footprint: Record) -> Record:
    """The footprint with the same data where nothing is wrong with them: each is read when a rule asks for it."""
    raw = footprint.fields.get(CATEGORY)
    if not standard.data or not isinstance(raw, RawObject):
        return footprint
    from footrule.submission.fields_on_demand import with_field

    if standard.sha256 not in _TABLES:
        _TABLES[standard.sha256] = category_table(declared_data(standard))
    return with_field(footprint, CATEGORY, category_on_demand(raw, _TABLES[standard.sha256]))


_TABLES: dict[str, AttributeTable] = {}
"""How the data that a standard declares are written, by its digest."""


def category_table_of(standard: Standard) -> AttributeTable | None:
    """How the data that a standard declares are written; None where it declares none."""
    return category_table(declared_data(standard)) if standard.data else None


def declared_data(standard: Standard) -> tuple[DeclaredDatum, ...]:
    """The data that a standard declares, as the reader of submissions asks for them."""
    lists = {one.name: one for one in standard.codes}
    return tuple(DeclaredDatum(one.name, _kind(one.type, one.unit), _codes(one.type, lists)) for one in standard.data)


def _kind(kind: Type, unit: Unit | None) -> FieldKind:
    match kind:
        case QuantityType(dimension):
            return NumberField(unit or zero(dimension).unit)
        case TruthType():
            return TruthField()
        case InstantType():
            return InstantField()
        case CodeType(name):
            return CodeField(name)
        case ListType(element) if element is not None:
            return ListField(_kind(element, unit))
        case _:
            return TextField()


def _codes(kind: Type, lists: dict[str, DeclaredCodes]) -> CodeNames | None:
    match kind:
        case CodeType(name, codes):
            titles = dict(lists[name].codes) if name in lists else {}
            # A standard may add to a list after the library that asks for the datum.
            every = dict.fromkeys((*codes, *titles))
            return CodeNames(name, tuple(CodeName(code, str(titles.get(code, code))) for code in every))
        case ListType(element) if element is not None:
            return _codes(element, lists)
        case _:
            return None
