"""The index of some tables: an SQLite database made from their bytes, kept under their hash, rebuilt and never trusted.

An index is found by the hash of everything it was made from, and its name holds the hash of its own bytes: one that is
stale, foreign or damaged is made anew and costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from footrule import __version__
from footrule.factors import columns as at
from footrule.factors.across import Known, refused_across
from footrule.factors.columns import COLUMNS, Texts
from footrule.factors.provenance import Refusal
from footrule.factors.row import RowCheck
from footrule.factors.table import MOST_REFUSALS, Table, TableFile, read_table
from footrule.resources import cache_folder

_FORM = "1"
"""The form of the index: those of another one are not used."""
_FOLDER, _SUFFIX = "factors", ".sqlite"
_SCHEMA = f"""
    CREATE TABLE tables (place INTEGER PRIMARY KEY, name TEXT, file TEXT, sha256 TEXT, title TEXT, title_zh TEXT,
        publisher TEXT, year INTEGER, licence TEXT, obtained TEXT);
    CREATE TABLE factors (number INTEGER PRIMARY KEY, place INTEGER, line INTEGER, {", ".join(COLUMNS)});
    CREATE TABLE codes (code TEXT, number INTEGER);
"""
_INDEXES = """
    CREATE INDEX by_id ON factors (id);
    CREATE INDEX by_series ON factors (series);
    CREATE INDEX by_code ON codes (code);
"""


@dataclass(frozen=True, slots=True)
class Indexed:
    """An index that is open, and what was refused of its tables; where anything was, nobody should ask it."""

    connection: sqlite3.Connection
    refused: tuple[Refusal, ...]


def opened(files: Sequence[TableFile], check: RowCheck, known_before: Known) -> Indexed:
    """The index of some tables, from the cache where it may be."""
    key = _key(files)
    kept = _kept(key)
    if kept is not None:
        return Indexed(kept, ())
    unfinished = _place_for(key)
    connection, refused = _built(files, check, known_before, unfinished)
    if unfinished is None:
        return Indexed(connection, tuple(refused))
    if refused:
        with suppress(OSError):
            unfinished.unlink()
        return Indexed(connection, tuple(refused))
    return Indexed(_keep(key, unfinished, connection), ())


def _key(files: Sequence[TableFile]) -> str:
    parts = [_FORM, __version__, _engine(), *(f"{one.file}\n{one.sha256}" for one in files)]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:40]


def _engine() -> str:
    """The state of the files of this room, which make the index; that of a zip file is its version."""
    try:
        with os.scandir(Path(__file__).parent) as entries:
            return repr(
                sorted((one.name, one.stat().st_size, one.stat().st_mtime_ns) for one in entries if one.is_file())
            )
    except OSError:
        return ""


def _kept(key: str) -> sqlite3.Connection | None:
    """The index of that key, whole as it was left; None where there is none that can be used."""
    try:
        with os.scandir(cache_folder() / _FOLDER) as entries:
            found = [entry.path for entry in entries if entry.name.startswith(f"{key}-")]
        for path in found:
            if _digest(Path(path)) == Path(path).stem.partition("-")[2]:
                return sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except (OSError, sqlite3.Error):
        return None
    return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _place_for(key: str) -> Path | None:
    """A file in the cache to make the index in, or None where nothing can be written there."""
    folder = cache_folder() / _FOLDER
    path = folder / f"unfinished-{key}-{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(b"")
    except OSError:
        return None
    return path


def _keep(key: str, unfinished: Path, connection: sqlite3.Connection) -> sqlite3.Connection:
    """Give a finished index its name; where that cannot be done, it serves this run alone."""
    try:
        connection.execute("PRAGMA wal_checkpoint")
        finished = unfinished.with_name(f"{key}-{_digest(unfinished)}{_SUFFIX}")
        unfinished.replace(finished)
    except OSError:
        return connection
    return connection


def _built(
    files: Sequence[TableFile], check: RowCheck, known_before: Known, path: Path | None
) -> tuple[sqlite3.Connection, list[Refusal]]:
    connection = sqlite3.connect(":memory:" if path is None else path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -200000", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.executescript(_SCHEMA)
    refused: list[Refusal] = []
    connection.execute("BEGIN")
    for place, file in enumerate(files, 1):
        table = read_table(file, check)
        refused += table.refused
        _fill(connection, place, table)
    connection.execute("COMMIT")
    connection.executescript(_INDEXES)
    refused = refused or refused_across(connection, known_before)
    return connection, refused[:MOST_REFUSALS]


def _fill(connection: sqlite3.Connection, place: int, table: Table) -> None:
    block, file = table.provenance, table.file
    about: tuple[str | int, ...] = ("", "", "", 0, "", "")
    if block is not None:
        about = (block.title, block.title_zh, block.publisher, block.year, block.licence, block.obtained)
    row = (place, file.name, file.file, file.sha256, *about)
    connection.execute(f"INSERT INTO tables VALUES ({_marks(len(row))})", row)
    (before,) = connection.execute("SELECT coalesce(max(number), 0) FROM factors").fetchone()
    connection.executemany(
        f"INSERT INTO factors VALUES ({_marks(3 + len(COLUMNS))})",
        ((before + number, place, line, *_with_series(texts)) for number, (line, texts) in enumerate(table.rows, 1)),
    )
    connection.executemany("INSERT INTO codes VALUES (?, ?)", _codes(table, before))


def _marks(many: int) -> str:
    return ", ".join("?" * many)


def _with_series(texts: Texts) -> Texts:
    """A row whose series is named: one without is a series of its own."""
    return texts if texts[at.SERIES] else (*texts[: at.SERIES], texts[at.ID], *texts[at.SERIES + 1 :])


def _codes(table: Table, before: int) -> Iterator[tuple[str, int]]:
    for number, (_, texts) in enumerate(table.rows, 1):
        for code in f"{texts[at.CAS]} {texts[at.HS]}".split():
            yield code, before + number


def in_memory(files: Sequence[TableFile], check: RowCheck, known_before: Known) -> Indexed:
    """The index of some tables for this run alone, where they are judged otherwise than when they are used."""
    connection, refused = _built(files, check, known_before, None)
    return Indexed(connection, tuple(refused))
