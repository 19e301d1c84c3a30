"""The index of some tables: an SQLite database made from their bytes, kept under their hash, rebuilt and never trusted.

An index is found by the hash of everything it was made from, and its name holds the hash of its own bytes: one that is
stale, foreign or damaged is made anew and costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from footrule import __version__
from footrule.factors.connection import ClosesItself
from footrule.resources import cache_folder, state_of

if TYPE_CHECKING:
    from footrule.factors.across import Known
    from footrule.factors.geography import Geography
    from footrule.factors.provenance import Refusal
    from footrule.factors.table import TableFile

_FORM = "2"
"""The form of the index: those of another one are not used."""
_FOLDER, _SUFFIX, _UNFINISHED = "factors", ".sqlite", "unfinished-"
_MOST_KEPT = 8
"""How many indexes are kept: one is made for every state of a table that is being worked at."""
_HOUR = 3600
"""In seconds: no index takes as long to make."""
_ROOMS = ("factors", "measure", "text")
"""The rooms that decide what an index holds."""


def opened(
    files: Sequence[TableFile],
    geography: Callable[[], Geography],
    judged_by: Sequence[TableFile],
    known_before: Known,
) -> tuple[sqlite3.Connection, tuple[Refusal, ...]]:
    """The index of some tables, from the cache where it may be, and what is refused of them; then it is of no use.

    `judged_by` are the files that decide, beside the tables themselves, whether they are in order: the places that
    there are, and the tables whose ids `known_before` tells. The places are asked for where an index is to be made.
    """
    key = _key(files, judged_by)
    kept = _kept(key, files)
    if kept is not None:
        return kept, ()
    from footrule.factors.making import made
    from footrule.factors.row_check import RowCheck

    check, unfinished = RowCheck(geography()), _place_for(key)
    try:
        connection, refused = made(files, check, known_before, unfinished)
    except sqlite3.OperationalError:  # no space left, most likely
        _thrown_away(unfinished)
        unfinished = None
        connection, refused = made(files, check, known_before, None)
    if refused:
        connection.close()
        _thrown_away(unfinished)
    elif unfinished is not None:
        connection = _keep(key, unfinished, connection)
    return connection, tuple(refused)


def in_memory(
    files: Sequence[TableFile], geography: Geography, known_before: Known
) -> tuple[sqlite3.Connection, tuple[Refusal, ...]]:
    """The index of some tables for this run alone, where they are judged otherwise than when they are used."""
    from footrule.factors.making import made
    from footrule.factors.row_check import RowCheck

    connection, refused = made(files, RowCheck(geography), known_before, None)
    return connection, tuple(refused)


def _key(files: Sequence[TableFile], judged_by: Sequence[TableFile]) -> str:
    parts = [_FORM, __version__, *map(state_of, _ROOMS), *(f"{one.file}\n{one.sha256}" for one in (*judged_by, *files))]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:40]


def _kept(key: str, files: Sequence[TableFile]) -> sqlite3.Connection | None:
    """The index of that key, whole as it was left; None where there is none that can be used."""
    try:
        with os.scandir(cache_folder() / _FOLDER) as entries:
            found = [Path(entry.path) for entry in entries if entry.name.startswith(f"{key}-")]
        for path in found:
            if _digest(path) == path.stem.partition("-")[2]:
                connection = _read_only(path)
                if connection.execute("SELECT file, sha256 FROM tables ORDER BY place").fetchall() == [
                    (one.file, one.sha256) for one in files
                ]:
                    return connection
    except (OSError, sqlite3.Error):
        return None
    return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, factory=ClosesItself)


def _place_for(key: str) -> Path | None:
    """A file in the cache to make the index in, or None where nothing can be written there."""
    folder = cache_folder() / _FOLDER
    path = folder / f"{_UNFINISHED}{key}-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(b"")
    except OSError:
        return None
    return path


def _thrown_away(path: Path | None) -> None:
    if path is not None:
        with suppress(OSError):
            path.unlink()


def _keep(key: str, unfinished: Path, connection: sqlite3.Connection) -> sqlite3.Connection:
    """Give a finished index its name, and make room for it; where that cannot be done, it serves this run alone."""
    connection.close()
    try:
        finished = unfinished.with_name(f"{key}-{_digest(unfinished)}{_SUFFIX}")
        unfinished.replace(finished)
    except OSError:
        index = _read_only(unfinished)
        _thrown_away(unfinished)  # from its folder; what is open stays until it is closed
        return index
    index = _read_only(finished)
    _tidied(finished)
    return index


def _tidied(newest: Path) -> None:
    """Remove the indexes that were made longest ago, others of the same key, and what runs that broke off have left."""
    key = newest.stem.partition("-")[0]
    with suppress(OSError), os.scandir(newest.parent) as entries:
        ages = {Path(one.path): one.stat().st_mtime for one in entries if one.is_file() and one.path != str(newest)}
        kept = sorted((one for one in ages if one.suffix == _SUFFIX), key=lambda one: ages[one], reverse=True)
        for path, made in ages.items():
            broken_off = path.name.startswith(_UNFINISHED) and made < time() - _HOUR
            if broken_off or path.name.startswith(f"{key}-") or path in kept[_MOST_KEPT - 1 :]:
                _thrown_away(path)
