"""A row of a table as the factor that it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from footrule.factors import columns as at
from footrule.factors.columns import Texts
from footrule.factors.factor import Factor, Kind, Scope, Source, Status, Uncertainty
from footrule.factors.provenance import Provenance
from footrule.measure.decimal import Printed, read_decimal
from footrule.measure.instant import read_date
from footrule.measure.unit import read_unit


def factor_of(row: Texts, provenance: Provenance, line: int) -> Factor:
    """The factor that a sound row is. INVARIANT: `problems` finds nothing in the row."""
    value, unit = read_decimal(row[at.VALUE]), read_unit(row[at.UNIT])
    assert value is not None and unit is not None, "a row was taken that is not sound"
    low, high = read_decimal(row[at.LOW]), read_decimal(row[at.HIGH])
    return Factor(
        id=row[at.ID],
        table=provenance.table,
        line=line,
        name=row[at.NAME],
        name_zh=row[at.NAME_ZH],
        kind=Kind(row[at.KIND]),
        series=row[at.SERIES] or row[at.ID],
        cas=tuple(row[at.CAS].split()),
        hs=tuple(row[at.HS].split()),
        geography=row[at.GEOGRAPHY],
        sector=row[at.SECTOR],
        valid_from=day_of(row[at.VALID_FROM]),
        valid_until=day_of(row[at.VALID_UNTIL]),
        value=value,
        unit=unit,
        uncertainty=None if low is None and high is None else Uncertainty(low, high, row[at.RANGE]),
        gas=row[at.GAS],
        origin=row[at.ORIGIN],
        parts=tuple((gas, number.value) for gas, number in pairs_of(row[at.PARTS]) if number is not None),
        gwp_set=row[at.GWP_SET],
        scope=Scope(row[at.SCOPE]) if row[at.SCOPE] else None,
        boundary=row[at.BOUNDARY],
        technology=row[at.TECHNOLOGY],
        quality=tuple((name, number.value) for name, number in pairs_of(row[at.QUALITY]) if number is not None),
        source=_source(row, provenance),
        status=Status(row[at.STATUS]),
        conflicts_with=tuple(row[at.CONFLICTS_WITH].split()),
        superseded_by=row[at.SUPERSEDED_BY],
        derivation=row[at.DERIVATION],
        note=row[at.NOTE],
        note_zh=row[at.NOTE_ZH],
    )


def _source(row: Texts, provenance: Provenance) -> Source:
    return Source(
        title=row[at.SOURCE] or provenance.title,
        year=int(row[at.SOURCE_YEAR]) if row[at.SOURCE_YEAR] else provenance.year,
        table=row[at.SOURCE_TABLE],
        page=row[at.SOURCE_PAGE],
        licence=row[at.LICENCE] or provenance.licence,
    )


def day_of(text: str) -> date | None:
    """The day that a text names, None where it names none."""
    return read_date(text) if text else None


def pairs_of(text: str) -> Iterator[tuple[str, Printed | None]]:
    """What stands in `NAME=NUMBER;NAME=NUMBER`, the number None where it is none."""
    for part in text.split(";") if text else ():
        name, _, number = part.partition("=")
        yield name.strip(), read_decimal(number.strip())
