"""What a process of the pool does: it makes its tools once, then works through chunk after chunk until it is let go."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

from footrule.batch.sources import Raw

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T_co = TypeVar("T_co", covariant=True)

NOT_BEGUN = -1
OUT_OF_MEMORY = 77
"""The exit status of a process that had no memory left: not its own fault, but perhaps that of the document."""


class Work(Protocol[T_co]):
    """What is done with documents in one process."""

    def over(self, documents: Iterable[Raw], /) -> T_co:
        """What some documents come to; they are taken one after another, each when the one before is done."""
        ...


class Job(Protocol[T_co]):
    """The work of a run as it is sent to its processes, each of which begins it for itself."""

    def work(self) -> Work[T_co]:
        """The work, begun."""
        ...


def work_through(connection: Connection, job: Job[object], mark: ctypes.c_int) -> None:
    """Answer every chunk with what it comes to. `mark` says all the while at which document of it this process is.

    An exception ends the process with status 1, after Python has shown it: that is a fault of the engine.
    """
    work = job.work()
    while True:
        try:
            documents: tuple[Raw, ...] = connection.recv()
        except (EOFError, OSError):
            return  # Whoever started this has let it go, or is no more.
        try:
            result = work.over(_marked(documents, mark))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        try:
            connection.send(result)
        except OSError:
            return


def _marked(documents: tuple[Raw, ...], mark: ctypes.c_int) -> Iterator[Raw]:
    for index, one in enumerate(documents):
        mark.value = index
        yield one
    mark.value = len(documents)
