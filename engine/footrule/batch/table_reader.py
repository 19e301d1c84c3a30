"""Tables are read in a process of their own, which may have so much memory and no more.

A page of a Parquet file says how large it is unpacked, and is unpacked at once: a table can be made such that reading
it takes all the memory there is, or ends the process that reads it. Then it costs that table, and nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footrule.batch.processes import Started
from footrule.batch.refusals import SourceRefused, ended_its_reader
from footrule.batch.table import table_documents
from footrule.submission.intake import Unreadable
from footrule.submission.raw_documents import RawDocument

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MOST_MEMORY = 4 * 2**30
_SENT_AT_ONCE = 64
_MOST_BYTES_SENT_AT_ONCE = 2**20


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some documents of a table, how far its file is read, and whether more will come."""

    documents: tuple[RawDocument | Unreadable, ...]
    place: int
    is_last: bool


class TableReader:
    """A process that reads one table after another; it is started when the first is to be read."""

    def __init__(self) -> None:
        self._started: Started | None = None

    def documents(self, shown: str, path: str) -> Iterator[tuple[RawDocument | Unreadable, int]]:
        """The documents of the table at a path, each with how far its file is read. Raises SourceRefused."""
        started = self._started = self._started or Started(serve_tables, MOST_MEMORY)
        is_through = False
        try:
            started.connection.send((shown, path))
            while not is_through:
                piece: _Piece = started.connection.recv()
                is_through = piece.is_last
                for one in piece.documents:
                    yield one, piece.place
        except (EOFError, OSError):
            raise ended_its_reader() from None
        finally:
            # What is still to come of a table that nobody asks for any more would be taken for the next one.
            if not is_through:
                self.end()

    def end(self) -> None:
        """Let go of the process."""
        if self._started is not None:
            self._started.end()
            self._started = None


def serve_tables(connection: Connection, most_memory: int) -> None:
    """What that process does."""
    _limit_memory(most_memory)
    while True:
        try:
            shown, path = connection.recv()
            _send_table(connection, shown, path)
        except (EOFError, OSError):
            return  # Whoever started this has let it go, or is no more.


def _send_table(connection: Connection, shown: str, path: str) -> None:
    found: list[RawDocument | Unreadable] = []
    size = 0
    with open(path, "rb") as file:
        try:
            for one in table_documents(shown, file):
                found.append(one)
                size += len(one.data) if isinstance(one, RawDocument) else 0
                if len(found) == _SENT_AT_ONCE or size > _MOST_BYTES_SENT_AT_ONCE:
                    connection.send(_Piece(tuple(found), file.tell(), is_last=False))
                    found, size = [], 0
        except SourceRefused as refused:
            found.append(refused.of(shown))
    connection.send(_Piece(tuple(found), 0, is_last=True))


def _limit_memory(limit: int) -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        within = limit if most == resource.RLIM_INFINITY else min(most, limit)
        resource.setrlimit(resource.RLIMIT_AS, (within, most))
