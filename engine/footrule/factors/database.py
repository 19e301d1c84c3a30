"""The factor database: the tables that ship and those of a user, and what may be asked of them.

Where several rows would do, the order of preference is: the table of the user before those that ship; the place that
was asked for, then each that it lies in, from the narrowest to the world. A row is taken only if it is valid on the
day and nothing supersedes it; what is left must be one row. Nothing is ever taken by default: where no row fits, the
answer names the nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from footrule.factors.factor import Factor, Kind, Scope
from footrule.factors.shelf import Sought, gas_sought, product_sought, series_sought
from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from footrule.factors.geography import Geography
    from footrule.factors.provenance import Refusal
    from footrule.factors.shelf import Shelf, TableTold
    from footrule.factors.table import TableFile
    from footrule.factors.table_used import TableUsed
    from footrule.measure.quantity import Quantity

MOST_CANDIDATES = 3
NOT_OF_PRODUCTS = frozenset({
    Kind.FUEL_PROPERTY, Kind.PRODUCT_PROPERTY, Kind.STOICHIOMETRY, Kind.BENCHMARK, Kind.SCREENING,
    Kind.CHARACTERISATION,
})  # fmt: skip
"""What has a product code and is no emission factor of the product."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Found(Frozen):
    """A row that answers, and what must be said of its use: that it has expired, or stands for a wider place."""

    factor: Factor
    remarks: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NotFound(Frozen):
    """No row answers: why, and the nearest (at most three)."""

    because: Wording
    candidates: tuple[Factor, ...]

    @property
    def says(self) -> Wording:
        """Why, with the candidates by their ids."""
        if not self.candidates:
            return self.because
        listed = ", ".join(f"{one.id} ({one.shown})" for one in self.candidates)
        listed_zh = "、".join(f"{one.id}（{one.shown}）" for one in self.candidates)
        return worded(
            f"{self.because.in_language('en')}; nearest: {listed}",
            f"{self.because.in_language('zh')}；最接近的：{listed_zh}",
        )


Answer = Found | NotFound


class Factors:
    """The factor database, opened when it is first asked. Raises nothing for what is asked of it."""

    def __init__(self, own: Sequence[TableFile] = ()) -> None:
        self._own_files = tuple(own)
        self._characterised: dict[tuple[str, str], tuple[Factor, ...]] = {}
        self._open: tuple[Shelf, ...] | None = None
        self.refused: tuple[Refusal, ...] = ()

    def by_id(self, id: str, *, obsolete: bool = False) -> Answer:
        """The row of that id. With `obsolete` also one that is superseded; it is told."""
        for factor in self._all_of(Sought("id = ?", (id,))):
            if factor.superseded_by and not obsolete:
                successor = Sought("id = ?", (factor.superseded_by,))
                return NotFound(_superseded(factor), tuple(self._all_of(successor)))
            return Found(factor, _remarks(factor, None, None, self.geography))
        return NotFound(worded(f"no factor is called {id}", f"没有名为 {id} 的因子"), tuple(self._like(id)))

    def of_series(self, series: str, day: date, place: str, *, obsolete: bool = False) -> Answer:
        """The row of a series that stands for a day and a place.

        With `obsolete`, where none stands that is not superseded: the newest that has expired before the day, else one
        that is superseded.
        """
        sought = series_sought(series)
        answer = self._answer(sought, worded(series, series), day, place, obsolete=obsolete)
        if isinstance(answer, NotFound) and not answer.candidates:
            because = worded(f"there is no series {series}", f"没有名为 {series} 的系列")
            return NotFound(because, tuple(self._like(series)))
        return answer

    def of_product(self, code: str, day: date, place: str, scope: Scope, *, obsolete: bool = False) -> Answer:
        """The row of a product by its CAS number or HS code that stands for a day, a place and a scope.

        A row of a wider HS heading covers what it subdivides into.
        """
        parts = code.split(".")
        codes = [".".join(parts[:many]) for many in range(len(parts), 0, -1)]
        asked = worded(f"{code}, {scope.value}", f"{code}、{scope.value}")
        answer = self._answer(product_sought(codes, scope, NOT_OF_PRODUCTS), asked, day, place, obsolete=obsolete)
        if isinstance(answer, NotFound) and not answer.candidates:
            because = worded(
                f"no factor is for {code} with the scope {scope.value}", f"没有 {code} 且范围为 {scope.value} 的因子"
            )
            return NotFound(because, self._nearest(product_sought(codes, None, NOT_OF_PRODUCTS), day, place))
        return answer

    def characterisations(self, gas: str, gwp_set: str) -> tuple[Factor, ...]:
        """The characterisation factors of a gas in a set; for each origin those of the user where there are any."""
        if (gas, gwp_set) not in self._characterised:
            self._characterised[gas, gwp_set] = tuple(self._characterisations(gas, gwp_set))
        return self._characterised[gas, gwp_set]

    def _characterisations(self, gas: str, gwp_set: str) -> Iterator[Factor]:
        found: dict[str, list[Factor]] = {}
        for shelf in self.shelves():
            rows = [one for one in shelf.all_of(gas_sought(gas, gwp_set)) if not one.superseded_by]
            for origin in {one.origin for one in rows} - found.keys():
                found[origin] = [one for one in rows if one.origin == origin]
        return (one for origin in sorted(found) for one in found[origin])

    def gwp_sets(self) -> tuple[str, ...]:
        """The names of the sets that there are characterisation factors of, in order."""
        return tuple(sorted({one for shelf in self.shelves() for one in shelf.gwp_sets()}))

    def like(self, quantity: Quantity) -> tuple[Factor, ...]:
        """The emission factors that have the same value to four digits, both being printed to as many."""
        if not _has_four_digits(quantity):
            return ()
        near = (one for shelf in self.shelves() for one in shelf.emissions_about(quantity, _OTHER_DIGITS))
        return tuple(
            one
            for one in near
            if one.kind not in NOT_OF_PRODUCTS
            and _has_four_digits(one.quantity)
            and _four_digits(one.quantity.value / one.unit.factor) == _four_digits(quantity.value / one.unit.factor)
        )

    @property
    def geography(self) -> Geography:
        """The places that there are."""
        from footrule.factors.shipped import shipped_geography

        return shipped_geography()

    def table(self, factor: Factor) -> TableUsed:
        """The table that a row of the database stands in."""
        return next(one for one in self.tables() if one.name == factor.table)

    def tables(self) -> tuple[TableUsed, ...]:
        """The tables of the database, those of the user first."""
        return tuple(one for shelf in self.shelves() for one in shelf.tables.values())

    def tables_told(self) -> tuple[TableTold, ...]:
        """The same with what is known of each: its provenance, and the number of its rows."""
        return tuple(one for shelf in self.shelves() for one in shelf.told())

    def table_of(self, factor: Factor) -> TableTold:
        """The table that a row of the database stands in, with what is known of it."""
        used = self.table(factor)
        return next(one for one in self.tables_told() if one.used == used)

    def rows_of(self, series: str) -> tuple[Factor, ...]:
        """The rows of a series, whatever their places and periods."""
        return tuple(self._all_of(series_sought(series)))

    def has(self, id: str) -> bool:
        """Whether there is a row of that id."""
        return any(shelf.has(id) for shelf in self.shelves())

    def ids(self, most: int) -> list[str]:
        """The ids of the database, up to some number of each part of it."""
        return [one for shelf in self.shelves() for one in shelf.names(most)]

    def search(self, words: Sequence[str]) -> Iterator[Factor]:
        """The rows in which every one of some words occurs: in names (English or Chinese), id, codes, technology."""
        for shelf in self.shelves():
            yield from shelf.having(words)

    def every(self) -> Iterator[Factor]:
        """Every row, table by table."""
        for shelf in self.shelves():
            yield from shelf.every()

    def neighbours_in_time(self, factor: Factor) -> tuple[Factor, ...]:
        """The other rows of its series for the same place, in the order of their periods."""
        sought = series_sought(factor.series).and_also("geography = ?", factor.geography)
        same = [one for one in self._all_of(sought) if one.id != factor.id]
        return tuple(sorted(same, key=lambda one: (one.valid_from or date.min, one.id)))

    def _answer(self, sought: Sought, asked: Wording, day: date, place: str, *, obsolete: bool) -> Answer:
        """The one row among some of the same thing that stands for a day and a place.

        What may be obsolete comes last of all: to allow it turns no answer into another one.
        """
        in_use = sought.and_also("superseded_by = ''")
        for one, expired in ((in_use, False), (in_use, True), (sought, False), (sought, True)):
            found = self._narrowest(one, day, place, expired=expired)
            if len(found) > 1:
                where = found[0].geography
                because = worded(
                    f"{asked.in_language('en')}: several rows stand for {where} on {day}; name one by its id",
                    f"{asked.in_language('zh')}：在 {day}、{where} 有多行适用，请按标识指定",
                )
                return NotFound(because, found[:MOST_CANDIDATES])
            if found:
                return Found(found[0], _remarks(found[0], day, place, self.geography))
            if not obsolete:
                break
        because = worded(
            f"{asked.in_language('en')}: no row stands for {place} on {day}",
            f"{asked.in_language('zh')}：没有适用于 {place}、{day} 的行",
        )
        return NotFound(because, self._nearest(sought, day, place))

    def _narrowest(self, sought: Sought, day: date, place: str, *, expired: bool) -> tuple[Factor, ...]:
        """The rows of the first table, and of the narrowest place in it, that has any which stand, or have expired."""
        for shelf in self.shelves():
            for where in self.geography.outwards(place):
                if expired:
                    found = tuple(shelf.ended_last(sought, where, day))
                else:
                    found = tuple(shelf.standing(sought, where, day, MOST_CANDIDATES))
                if found:
                    return found
        return ()

    def _nearest(self, sought: Sought, day: date, place: str) -> tuple[Factor, ...]:
        """The rows that come nearest to a place and a day, those of the user before others that are as near."""
        here = self.geography.outwards(place)
        found = [one for shelf in self.shelves() for one in shelf.nearest(sought, here, day, MOST_CANDIDATES)]
        found.sort(
            key=lambda one: (
                one.superseded_by != "",
                here.index(one.geography) if one.geography in here else len(here),
                _days_off(one, day),
            )
        )
        return tuple(found[:MOST_CANDIDATES])

    def _all_of(self, sought: Sought) -> Iterator[Factor]:
        for shelf in self.shelves():
            yield from shelf.all_of(sought)

    def _like(self, name: str) -> Iterator[Factor]:
        """The rows whose id or series is most like a name."""
        from footrule.text.suggest import nearest

        for shelf in self.shelves():
            meant = nearest(name, shelf.names_like(name))
            if meant is not None:
                yield from shelf.all_of(Sought("? IN (id, series)", (meant,)), MOST_CANDIDATES)
                return

    def shelves(self) -> tuple[Shelf, ...]:
        """Its tables in the order in which they are asked: the last shelf is that of those that ship."""
        if self._open is None:
            self._open = self._opened()
        return self._open

    def _opened(self) -> tuple[Shelf, ...]:
        from footrule.factors.index import opened
        from footrule.factors.shelf import Shelf
        from footrule.factors.shipped import shipped_geography, shipped_places, shipped_tables

        connection, refused = opened(shipped_tables(), shipped_geography, [shipped_places()], frozenset)
        assert not refused, f"a table that ships is not in order: {refused[0].says}"
        shelf = Shelf(connection, ships=True)
        if not self._own_files:
            return (shelf,)
        from footrule.factors.brought import brought, named_alike

        own = brought(self._own_files, shelf)
        alike = tuple(named_alike(self._own_files, {one.name: one for one in shelf.tables.values()}))
        self.refused = own if isinstance(own, tuple) else alike
        return (shelf,) if isinstance(own, tuple) or alike else (own, shelf)


@lru_cache(maxsize=1)
def shipped_factors() -> Factors:
    """The tables that ship, opened once for all who ask."""
    return Factors()


def _days_off(one: Factor, day: date) -> int:
    """How many days a row is from being valid on a day."""
    if one.valid_from is not None and day < one.valid_from:
        return (one.valid_from - day).days
    if one.valid_until is not None and one.valid_until < day:
        return (day - one.valid_until).days
    return 0


_OTHER_DIGITS = Fraction(1, 1000)
"""Numbers further apart than this part of them differ in their first four digits."""


def _has_four_digits(quantity: Quantity) -> bool:
    """Whether a number is printed to four digits at least; an exact one is."""
    return quantity.value != 0 and (quantity.high - quantity.low) <= abs(quantity.value) / 1000


def _four_digits(value: Fraction) -> Decimal:
    return Context(prec=4).divide(Decimal(value.numerator), Decimal(value.denominator))


def _superseded(one: Factor) -> Wording:
    return worded(f"{one.id} is superseded by {one.superseded_by}", f"{one.id} 已由 {one.superseded_by} 取代")


def _remarks(one: Factor, day: date | None, place: str | None, geography: Geography) -> tuple[Wording, ...]:
    found: list[Wording] = []
    if one.superseded_by:
        found.append(_superseded(one))
    if day is not None and one.valid_until is not None and one.valid_until < day:
        found.append(worded(f"it has expired on {one.valid_until}", f"已于 {one.valid_until} 失效"))
    if place is not None and one.geography != place:
        wider = geography.name(one.geography)
        found.append(
            worded(
                f"it stands for {wider.in_language('en')} ({one.geography}), not for {place} alone",
                f"其适用地区为{wider.in_language('zh')}（{one.geography}），不限于 {place}",
            )
        )
    return tuple(found)
