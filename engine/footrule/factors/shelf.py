"""An index of tables as rows: the queries that are made of it, and nothing of what is asked by rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footrule.factors.columns import COLUMNS
from footrule.factors.factor import Factor
from footrule.factors.provenance import Provenance
from footrule.factors.row import factor_of
from footrule.factors.table_used import TableUsed
from footrule.frozen import Frozen

if TYPE_CHECKING:
    import sqlite3

_ROW = f"SELECT place, line, {', '.join(COLUMNS)} FROM factors"
_MOST_NAMES = 5_000


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableTold(Frozen):
    """A table as a person is told of it: with its provenance and the number of its rows."""

    used: TableUsed
    provenance: Provenance
    rows: int


class Shelf:
    """The rows of some tables."""

    def __init__(self, connection: sqlite3.Connection, *, ships: bool) -> None:
        self._connection = connection
        self.tables: dict[int, TableUsed] = {}
        self.provenances: dict[int, Provenance] = {}
        for place, name, sha256, *about in connection.execute(
            "SELECT place, name, sha256, title, title_zh, publisher, year, licence, obtained FROM tables ORDER BY place"
        ):
            self.tables[place] = TableUsed(name, sha256, ships)
            self.provenances[place] = Provenance(name, *about)

    def with_id(self, id: str) -> Iterator[Factor]:
        """The row of an id: one, or none."""
        return self._rows("id = ?", id)

    def of_series(self, series: str) -> Iterator[Factor]:
        """The rows of a series."""
        return self._rows("series = ?", series)

    def of_codes(self, codes: Sequence[str]) -> Iterator[Factor]:
        """The rows that have one of some product codes."""
        marks = ", ".join("?" * len(codes))
        return self._rows(f"number IN (SELECT number FROM codes WHERE code IN ({marks}))", *codes)

    def every(self) -> Iterator[Factor]:
        """All rows."""
        return self._rows("1")

    def having(self, words: Sequence[str]) -> Iterator[Factor]:
        """The rows in whose names, id, codes or technology every one of some words occurs, in either language."""
        where = " AND ".join(
            "instr(lower(name || ' ' || name_zh || ' ' || id || ' ' || cas || ' ' || hs || ' ' || technology), ?)"
            for _ in words
        )
        return self._rows(where or "1", *(one.lower() for one in words))

    def has(self, id: str) -> bool:
        """Whether there is a row of that id."""
        return self._connection.execute("SELECT 1 FROM factors WHERE id = ?", (id,)).fetchone() is not None

    def names_like(self, name: str) -> list[str]:
        """The ids and series that begin like a name: a table of a million has too many to compare with each."""
        beginning = f"{name[:3].casefold().replace('%', '').replace('_', '')}%"
        query = "SELECT series FROM factors WHERE series LIKE ? UNION SELECT id FROM factors WHERE id LIKE ? LIMIT ?"
        return [one for (one,) in self._connection.execute(query, (beginning, beginning, _MOST_NAMES))]

    def told(self) -> Iterator[TableTold]:
        """The tables, each with its provenance and the number of its rows."""
        rows = dict(self._connection.execute("SELECT place, count(*) FROM factors GROUP BY place"))
        for place, used in self.tables.items():
            yield TableTold(used, self.provenances[place], rows.get(place, 0))

    def names(self, most: int) -> list[str]:
        """Every id, up to some number of them: what a misspelt one may have meant."""
        return [one for (one,) in self._connection.execute("SELECT id FROM factors ORDER BY number LIMIT ?", (most,))]

    def _rows(self, where: str, *arguments: str) -> Iterator[Factor]:
        """The rows for which a condition of this class holds, in the order of their tables."""
        for place, line, *texts in self._connection.execute(f"{_ROW} WHERE {where} ORDER BY number", arguments):
            yield factor_of(tuple(texts), self.provenances[place], line)
