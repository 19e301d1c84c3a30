"""Making an index: its form, the rows of tables put in, and what is refused of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from footrule.factors.across import Known, refused_across
from footrule.factors.columns import COLUMNS
from footrule.factors.connection import ClosesItself
from footrule.factors.provenance import Refusal
from footrule.factors.reading import Reading
from footrule.factors.row_check import RowCheck
from footrule.factors.table import MOST_REFUSALS, TableFile

_SCHEMA = f"""
    CREATE TABLE tables (place INTEGER PRIMARY KEY, name TEXT, file TEXT, sha256 TEXT, title TEXT, title_zh TEXT,
        publisher TEXT, year INTEGER, licence TEXT, obtained TEXT);
    CREATE TABLE factors (number INTEGER PRIMARY KEY, place INTEGER, line INTEGER,
        {", ".join(f"{one} DEFAULT ''" for one in COLUMNS)});
    CREATE TABLE codes (code TEXT, cas TEXT, hs TEXT);
"""
_ABOUT = ("title", "title_zh", "publisher", "year", "licence", "obtained")
_INDEXES = """
    CREATE INDEX by_id ON factors (id);
    CREATE INDEX by_series ON factors (series, geography, valid_from, valid_until);
    CREATE INDEX by_codes ON factors (cas, hs, geography) WHERE cas <> '' OR hs <> '';
    CREATE INDEX by_gas ON factors (gas, gwp_set) WHERE kind = 'characterisation';
    CREATE INDEX by_figure ON factors (unit, CAST(value AS REAL)) WHERE gas = 'CO2e';
    CREATE INDEX by_code ON codes (code);
"""
_QUICK = {
    "journal_mode": "OFF",  # what is not finished is thrown away
    "synchronous": "OFF",
    "locking_mode": "EXCLUSIVE",
    "temp_store": "MEMORY",
    "cache_size": "-200000",  # in KiB, negative
}


def made(
    files: Sequence[TableFile], check: RowCheck, known_before: Known, path: Path | None
) -> tuple[sqlite3.Connection, list[Refusal]]:
    """A new index of some tables, at a path or in memory, and what is refused of them; then it is of no use."""
    connection = sqlite3.connect(":memory:" if path is None else path, isolation_level=None, factory=ClosesItself)
    for pragma, setting in _QUICK.items():
        connection.execute(f"PRAGMA {pragma} = {setting}")
    connection.executescript(_SCHEMA)
    refused: list[Refusal] = []
    connection.execute("BEGIN")
    for place, file in enumerate(files, 1):
        refused += _filled(connection, place, file, check)
    connection.execute("COMMIT")
    if refused:
        return connection, refused[:MOST_REFUSALS]
    connection.executescript(_INDEXES)
    connection.executemany("INSERT INTO codes VALUES (?, ?, ?)", _codes(connection))
    return connection, refused_across(connection, known_before, MOST_REFUSALS)[:MOST_REFUSALS]


def _filled(connection: sqlite3.Connection, place: int, file: TableFile, check: RowCheck) -> list[Refusal]:
    """Put a table in, and say what is wrong with it."""
    reading = Reading(file, check)
    if reading.columns:
        connection.executemany(_insertion(place, reading.columns), reading.rows())
    about = reading.provenance
    if about is not None:
        row = place, file.name, file.file, file.sha256, *(getattr(about, one) for one in _ABOUT)
        connection.execute(f"INSERT INTO tables VALUES ({', '.join('?' * len(row))})", row)
    return reading.refused


def _insertion(place: int, columns: Sequence[str]) -> str:
    """The statement that takes a row of such a file, its line first. One without a series is a series of its own."""
    marks = {one: f"?{number}" for number, one in enumerate(columns, 2)}
    marks["series"] = f"coalesce(nullif({marks['series']}, ''), {marks['id']})" if "series" in marks else marks["id"]
    return f"INSERT INTO factors (place, line, {', '.join(marks)}) VALUES ({place}, ?1, {', '.join(marks.values())})"


def _codes(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Each code, with the texts of the rows that have it."""
    for cas, hs in connection.execute("SELECT DISTINCT cas, hs FROM factors WHERE cas <> '' OR hs <> ''").fetchall():
        for code in dict.fromkeys(f"{cas} {hs}".split()):
            yield code, cas, hs
