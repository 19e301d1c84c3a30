"""Everything that is known of one row: its table, what contradicts it, what follows it, how it follows from others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from footrule.factors.database import Factors, Found
from footrule.factors.factor import Factor
from footrule.factors.recomputed import Recomputed, recomputed
from footrule.factors.shelf import TableTold
from footrule.measure.quantity import Quantity
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True)
class YearOfSeries:
    """A row of a series, and by which part of the one before it differs; None where the two are not compared."""

    factor: Factor
    change: Fraction | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A row with what belongs to it. `over_time` has the row itself among its neighbours, or nothing."""

    factor: Factor
    table: TableTold
    place: Wording
    remarks: tuple[Wording, ...]
    conflicts: tuple[Factor, ...]
    successor: Factor | None
    derived: Recomputed | Wording | None
    over_time: tuple[YearOfSeries, ...]


def dossier(factors: Factors, found: Found, mass_of: Callable[[str], Quantity | None]) -> Dossier:
    """Everything of a row that was found; `mass_of` has the molar masses by formulas."""
    one = found.factor

    def row_of(id: str) -> Factor | None:
        answer = factors.by_id(id, obsolete=True)
        return answer.factor if isinstance(answer, Found) else None

    others = (row_of(name) for name in one.conflicts_with)
    return Dossier(
        factor=one,
        table=factors.table_of(one),
        place=factors.geography.name(one.geography),
        remarks=found.remarks,
        conflicts=tuple(other for other in others if other is not None),
        successor=row_of(one.superseded_by) if one.superseded_by else None,
        derived=recomputed(one, row_of, mass_of) if one.derivation else None,
        over_time=_over_time(one, factors.neighbours_in_time(one)),
    )


def difference(one: Factor, other: Factor) -> Fraction | None:
    """By which part of `other` a value differs from it, None where the two do not measure the same."""
    if one.unit.dimension != other.unit.dimension or other.value.value == 0:
        return None
    return one.quantity.value / other.quantity.value - 1


def _over_time(one: Factor, neighbours: tuple[Factor, ...]) -> tuple[YearOfSeries, ...]:
    """The rows that say the same thing of other times, and this one among them, year by year."""
    others = [other for other in neighbours if _same_thing(one, other) and not _same_time(one, other)]
    if not others:
        return ()
    rows = sorted([one, *others], key=lambda row: (row.valid_from or date.min, row.id))
    changes = [None, *(_change(before, after) for before, after in pairwise(rows))]
    return tuple(YearOfSeries(row, change) for row, change in zip(rows, changes, strict=True))


def _same_thing(one: Factor, other: Factor) -> bool:
    return all(
        getattr(one, name) == getattr(other, name) for name in ("gas", "sector", "technology", "origin", "scope")
    )


def _same_time(one: Factor, other: Factor) -> bool:
    return (one.valid_from, one.valid_until) == (other.valid_from, other.valid_until)


def _change(before: Factor, after: Factor) -> Fraction | None:
    """None between values of different characterisation factors: that would be no change of what they measure."""
    return difference(after, before) if before.gwp_set == after.gwp_set else None
