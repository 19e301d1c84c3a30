"""An index of tables as rows: the queries that are made of it, and nothing of what is asked by rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from footrule.factors.columns import COLUMNS
from footrule.factors.factor import Factor, Kind, Scope
from footrule.factors.provenance import Provenance
from footrule.factors.row import factor_of
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen, dataclass
from footrule.measure.quantity import Quantity
from footrule.measure.unit import Unit, read_unit

if TYPE_CHECKING:
    import sqlite3

_ROW = f"SELECT place, line, {', '.join(COLUMNS)} FROM factors"
_MOST_NAMES, _BESIDE = 1_000, 20
_MANY = -1
"""No limit, as SQLite writes it."""
_STANDS = "(valid_from = '' OR valid_from <= ?) AND (valid_until = '' OR valid_until >= ?)"
_DAYS_OFF = """
    CASE WHEN valid_from > ? THEN julianday(valid_from) - julianday(?)
        WHEN valid_until <> '' AND valid_until < ? THEN julianday(?) - julianday(valid_until) ELSE 0 END
"""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableTold(Frozen):
    """A table as a person is told of it: with its provenance and the number of its rows."""

    used: TableUsed
    provenance: Provenance
    rows: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sought(Frozen):
    """Which rows say the same thing, of different times and places: a condition with what stands for its `?`."""

    where: str
    arguments: tuple[str, ...]

    def and_also(self, where: str, *arguments: str) -> Sought:
        """The rows of these for which another condition holds."""
        return Sought(f"{self.where} AND {where}", (*self.arguments, *arguments))


def series_sought(series: str) -> Sought:
    """The rows of a series."""
    return Sought("series = ?", (series,))


def product_sought(codes: Sequence[str], scope: Scope | None, without: Collection[Kind]) -> Sought:
    """The rows that have one of some product codes, with a scope where one is asked for, and not of some kinds."""
    # What stands first is what the index of codes is for, word by word: else it is not used.
    found = f"(cas <> '' OR hs <> '') AND (cas, hs) IN (SELECT cas, hs FROM codes WHERE code IN ({_marks(codes)}))"
    kinds = sorted(one.value for one in without)
    sought = Sought(f"{found} AND kind NOT IN ({_marks(kinds)})", (*codes, *kinds))
    return sought if scope is None else sought.and_also("scope = ?", scope.value)


def gas_sought(gas: str, gwp_set: str) -> Sought:
    """The characterisation factors of a gas in a set."""
    return Sought("kind = 'characterisation' AND gas = ? AND gwp_set = ?", (gas, gwp_set))


class Shelf:
    """The rows of some tables."""

    def __init__(self, connection: sqlite3.Connection, *, ships: bool, standard: str = "") -> None:
        self._connection = connection
        self.tables: dict[int, TableUsed] = {}
        self.provenances: dict[int, Provenance] = {}
        for place, name, sha256, *about in connection.execute(
            "SELECT place, name, sha256, title, title_zh, publisher, year, licence, obtained FROM tables ORDER BY place"
        ):
            self.tables[place] = TableUsed(name, sha256, ships, standard)
            self.provenances[place] = Provenance(name, *about)

    def with_id(self, id: str) -> Iterator[Factor]:
        """The row of an id: one, or none."""
        return self.all_of(Sought("id = ?", (id,)))

    def all_of(self, sought: Sought, most: int = _MANY) -> Iterator[Factor]:
        """The rows that are sought, in the order of their tables."""
        return self._rows(sought, "number", (), most)

    def standing(self, sought: Sought, place: str, day: date, most: int) -> Iterator[Factor]:
        """The rows that stand for a place, and for no narrower or wider one, on a day."""
        return self.all_of(sought.and_also("geography = ?", place).and_also(_STANDS, *[day.isoformat()] * 2), most)

    def ended_last(self, sought: Sought, place: str, day: date) -> Iterator[Factor]:
        """The rows for a place whose period ended last before a day."""
        ended = sought.and_also("geography = ?", place).and_also(
            "valid_until <> '' AND valid_until < ?", day.isoformat()
        )
        last = next(self._rows(ended, "valid_until DESC", (), 1), None)
        if last is None or last.valid_until is None:
            return iter(())
        return self.all_of(ended.and_also("valid_until = ?", last.valid_until.isoformat()))

    def nearest(self, sought: Sought, places: Sequence[str], day: date, most: int) -> Iterator[Factor]:
        """The rows that come nearest: first in place, as these are ordered, then in time."""
        far = " ".join(f"WHEN ? THEN {number}" for number, _ in enumerate(places))
        order = f"superseded_by <> '', CASE geography {far} ELSE {len(places)} END, {_DAYS_OFF}, id"
        return self._rows(sought, order, (*places, *[day.isoformat()] * 4), most)

    def emissions_about(self, quantity: Quantity, tolerance: Fraction) -> Iterator[Factor]:
        """The rows of CO2e whose value is that of a quantity, or no further from it than a part of it."""
        for symbol, unit in self._units_of_emissions:
            if unit.dimension == quantity.dimension:
                sought = quantity.value / unit.factor
                least, most = sorted((float(sought * (1 - tolerance)), float(sought * (1 + tolerance))))
                where = "gas = 'CO2e' AND unit = ? AND CAST(value AS REAL) BETWEEN CAST(? AS REAL) AND CAST(? AS REAL)"
                yield from self._rows(Sought(where, (symbol, repr(least), repr(most))), "number", (), _MANY)

    @cached_property
    def _units_of_emissions(self) -> Sequence[tuple[str, Unit]]:
        """The units of the rows of CO2e, each as it is written; found by leaps, however many rows have the same."""
        found: list[tuple[str, Unit]] = []
        symbol: str | None = ""
        while symbol is not None:
            query = "SELECT min(unit) FROM factors WHERE gas = 'CO2e' AND unit > ?"
            (symbol,) = self._connection.execute(query, (symbol,)).fetchone()
            unit = None if symbol is None else read_unit(symbol)
            if symbol is not None and unit is not None:
                found.append((symbol, unit))
        return found

    def every(self) -> Iterator[Factor]:
        """All rows."""
        return self.all_of(Sought("1", ()))

    def having(self, words: Sequence[str]) -> Iterator[Factor]:
        """The rows in whose names, id, codes or technology every one of some words occurs, in either language."""
        where = " AND ".join(
            "instr(lower(name || ' ' || name_zh || ' ' || id || ' ' || cas || ' ' || hs || ' ' || technology), ?)"
            for _ in words
        )
        return self.all_of(Sought(where or "1", tuple(one.lower() for one in words)))

    def has(self, id: str) -> bool:
        """Whether there is a row of that id."""
        return any(True for _ in self._found("SELECT 1 FROM factors WHERE id = ?", (id,)))

    def told(self) -> Iterator[TableTold]:
        """The tables, each with its provenance and the number of its rows."""
        rows = dict(self._connection.execute("SELECT place, count(*) FROM factors GROUP BY place"))
        for place, used in self.tables.items():
            yield TableTold(used, self.provenances[place], rows.get(place, 0))

    def names(self, most: int = _MANY) -> list[str]:
        """Every id, up to some number of them: what a misspelt one may have meant."""
        return [one for (one,) in self._connection.execute("SELECT id FROM factors ORDER BY number LIMIT ?", (most,))]

    def gwp_sets(self) -> list[str]:
        """The sets that there are characterisation factors of."""
        query = "SELECT DISTINCT gwp_set FROM factors WHERE kind = 'characterisation'"
        return [one for (one,) in self._connection.execute(query)]

    def names_like(self, name: str) -> list[str]:
        """The ids and series that begin like a name, and those beside it in the order of names.

        A table of a million has too many names to compare with each.
        """
        begins = name[:3].casefold()
        found: dict[str, None] = {}
        for column in ("id", "series"):
            query = f"SELECT DISTINCT {column} FROM factors WHERE {column}"
            for where, *arguments in (
                (f">= ? ORDER BY {column} LIMIT {_BESIDE}", name),
                (f"< ? ORDER BY {column} DESC LIMIT {_BESIDE}", name),
                (f"BETWEEN ? AND ? || char(0x10FFFF) LIMIT {_MOST_NAMES}", begins, begins),
            ):
                found |= dict.fromkeys(one for (one,) in self._found(f"{query} {where}", arguments))
        return list(found)

    def _rows(self, sought: Sought, order: str, of_order: Sequence[str], most: int) -> Iterator[Factor]:
        query = f"{_ROW} WHERE {sought.where} ORDER BY {order} LIMIT {most}"
        for place, line, *texts in self._found(query, (*sought.arguments, *of_order)):
            yield factor_of(tuple(texts), self.provenances[place], line)

    def _found(self, query: str, arguments: Sequence[str]) -> sqlite3.Cursor | tuple[()]:
        """What a query finds; nothing where it asks for half a character, which no table of text has in it."""
        try:
            return self._connection.execute(query, arguments)
        except UnicodeEncodeError:
            return ()


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
