"""A row of the factor database as a record that rules read, and what its use leaves in the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import lru_cache

from footrule.evaluate.evidence import Reading
from footrule.factors.database import Found
from footrule.factors.factor import Factor, Kind, Status
from footrule.factors.table_used import TableUsed
from footrule.measure.instant import Instant
from footrule.measure.quantity import exact
from footrule.measure.unit import ONE
from footrule.submission.element import Code, Element, Items, Moment, Number, Record, Text, Unusable
from footrule.submission.factor_vocabulary import EMISSION_FACTOR, GAS_AMOUNTS, PLAIN_AMOUNTS
from footrule.submission.inventory_codes import CHARACTERISATION_SETS
from footrule.submission.process_vocabulary import CARBON_CONTENTS, EMISSION_FACTORS, HEATING_VALUES, amounts_named
from footrule.submission.vocabulary import Field, code_name
from footrule.text.wording import Wording, worded

NOWHERE = ""
"""The place of what stands in no submission."""
_PROPERTIES = frozenset({Kind.FUEL_PROPERTY, Kind.PRODUCT_PROPERTY})
_EVERY_AMOUNT = (*EMISSION_FACTORS, *GAS_AMOUNTS, *HEATING_VALUES, *CARBON_CONTENTS, *PLAIN_AMOUNTS)


@lru_cache(maxsize=4096)
def record_of(factor: Factor) -> Record:
    """The row as a record: its value in the field of its dimension, in the others why they are absent."""
    return Record(NOWHERE, EMISSION_FACTOR, dict(_fields(factor)), {})


def reading_of(written: str, found: Found, table: TableUsed) -> Reading:
    """What the evidence says of a row that was used: which it is, and what a reader must know of it."""
    factor = found.factor
    shown = f"{factor.id}: {factor.shown}"
    remarks = [*found.remarks, worded(f"source: {factor.source.title}", f"来源：{factor.source.title}")]
    joined = {tag: sep.join(one.in_language(tag) for one in remarks) for tag, sep in (("en", "; "), ("zh", "；"))}
    provisional = _provisional(factor) if factor.status is Status.PROVISIONAL else None
    return Reading(written, None, shown, worded(joined["en"], joined["zh"]), provisional, table, factor.id)


def _provisional(factor: Factor) -> Wording:
    return worded(
        f"{factor.id} = {factor.shown}: recollected, or seen in one transcription alone",
        f"{factor.id} = {factor.shown}：凭记忆或仅见于一处转录",
    )


def _fields(factor: Factor) -> Iterator[tuple[str, Element]]:
    for name, text in (
        ("id", factor.id),
        ("name", factor.name),
        ("series", factor.series),
        ("geography", factor.geography),
        ("sector", factor.sector),
        ("technology", factor.technology),
        ("source", factor.source.title),
        ("superseded_by", factor.superseded_by),
    ):
        if text:
            yield name, Text(NOWHERE, text)
    for name, code in (
        ("kind", factor.kind.value),
        ("gas", code_name(factor.gas) if factor.gas != "CO2e" else ""),
        ("origin", factor.origin),
        ("set", factor.gwp_set if factor.gwp_set in CHARACTERISATION_SETS else ""),
        ("scope", factor.scope.value if factor.scope is not None else ""),
        ("status", factor.status.value),
    ):
        if code:
            yield name, Code(NOWHERE, code, code)
    yield "conflicts", Items(NOWHERE, tuple(Text(NOWHERE, one) for one in factor.conflicts_with))
    yield from _time(factor)
    yield from _amounts(factor)


def _time(factor: Factor) -> Iterator[tuple[str, Element]]:
    if factor.valid_from is not None:
        yield "valid_from", _midnight(factor.valid_from)
    if factor.valid_until is not None and factor.valid_until < date.max:
        yield "valid_until", _midnight(factor.valid_until + timedelta(days=1))
    stands = factor.valid_until or factor.valid_from
    year = stands.year if stands is not None else factor.source.year
    yield "year", Number(NOWHERE, exact(Fraction(year), ONE), str(year))


def _midnight(day: date) -> Moment:
    return Moment(NOWHERE, Instant(datetime.combine(day, time(), UTC)), day.isoformat())


def _amounts(factor: Factor) -> Iterator[tuple[str, Element]]:
    filled = _field_of(factor)
    absent = Unusable(
        NOWHERE,
        worded(f"{factor.id} is {factor.shown}", f"{factor.id} 为 {factor.shown}"),
        absent=True,
    )
    for one in _EVERY_AMOUNT:
        yield one.name, Number(NOWHERE, factor.quantity, factor.value.text) if one.name == filled else absent


def _field_of(factor: Factor) -> str | None:
    """The field that the value fills: what it is of decides among those of one dimension."""
    if factor.gas and factor.gas != "CO2e" and factor.kind is not Kind.CHARACTERISATION:
        groups: tuple[tuple[Field, ...], ...] = (GAS_AMOUNTS,)
    elif factor.kind in _PROPERTIES and "C/" in factor.unit.symbol:
        groups = (CARBON_CONTENTS,)
    elif factor.kind in _PROPERTIES:
        groups = (HEATING_VALUES, PLAIN_AMOUNTS)
    else:
        groups = (EMISSION_FACTORS, PLAIN_AMOUNTS)
    for group in groups:
        for name, unit in amounts_named(group):
            if unit.dimension == factor.unit.dimension:
                return name
    return None
