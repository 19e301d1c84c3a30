"""Documents put together for one errand of a process: so many that it takes about a quarter of a second."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from math import inf
from time import monotonic

from footrule.batch.refusals import SourceRefused
from footrule.batch.sources import Raw
from footrule.submission.intake import Unreadable

MOST_DOCUMENTS = 1024
MOST_BYTES = 2**20
SECONDS_WANTED = 0.25
_FIRST = 4


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some documents that follow one another; chunks are numbered in the order of the input."""

    number: int
    documents: tuple[Raw, ...]

    @property
    def size(self) -> int:
        """How many bytes its documents have together."""
        return sum(_size(one) for one in self.documents)

    def without(self, index: int, refused: SourceRefused) -> Chunk:
        """The same, with one of its documents given up: it is said why, in its place."""
        documents = list(self.documents)
        documents[index] = given_up(documents[index], refused)
        return replace(self, documents=tuple(documents))


class Chunks:
    """The documents of a run in chunks, which grow or shrink by the time that those before them took."""

    def __init__(self, documents: Iterator[Raw]) -> None:
        self._documents = documents
        self._number = 0
        self._wanted = _FIRST

    def next(self) -> Chunk | None:
        """The next chunk; None where there is nothing left."""
        found: list[Raw] = []
        size, begun = 0, inf
        for one in self._documents:
            found.append(one)
            size += _size(one)
            begun = min(begun, monotonic())
            # Documents that come one by one, through a pipe, are not held back until there are many.
            if len(found) >= self._wanted or size >= MOST_BYTES or monotonic() - begun > SECONDS_WANTED:
                break
        if not found:
            return None
        self._number += 1
        return Chunk(self._number - 1, tuple(found))

    def took(self, chunk: Chunk, seconds: float) -> None:
        """Learn how long a chunk took; one that was cut short by its size says little, and makes none larger."""
        fitting = int(len(chunk.documents) * SECONDS_WANTED / max(seconds, 0.001))
        self._wanted = max(1, min(MOST_DOCUMENTS, fitting, 2 * max(len(chunk.documents), self._wanted // 2)))


def given_up(document: Raw, refused: SourceRefused) -> Unreadable:
    """A document that was read, and is not checked."""
    if isinstance(document, Unreadable):
        return document
    return Unreadable(
        document.file,
        refused.kind,
        document.first_line,
        1,
        document.first_byte,
        refused.message,
        sha256(document.data).hexdigest(),
    )


def _size(document: Raw) -> int:
    return 0 if isinstance(document, Unreadable) else len(document.data)
