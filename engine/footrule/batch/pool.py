"""Processes that work through the documents of a run side by side, with what they answer in the order of the input.

A process that dies, or that is at one document for too long, costs that document and nothing else: the rest of its
chunk is done again by a fresh one. A document is only given up for a death when a second process dies of it, since
the first may have been ended for any reason. A fault of the engine in a process ends the run.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Generic, TypeVar

from footrule.batch.chunks import Chunk, Chunks
from footrule.batch.processes import Started
from footrule.batch.refusals import ended_its_checker, took_too_long
from footrule.batch.sources import Raw
from footrule.batch.worker import NOT_BEGUN, OUT_OF_MEMORY, Job, work_through

T = TypeVar("T")

CHUNKS_IN_FLIGHT_PER_WORKER = 4
MOST_BYTES_IN_FLIGHT = 2**26
MOST_DEATHS_WITHOUT_DOCUMENT = 3
_PYTHON_FAULT = 1
_SECONDS_TO_DIE = 10
"""For how long a process whose answers have ended is waited for, so that it can say what it died of."""


class WorkerFailed(Exception):
    """A process of the pool ended by a fault of the engine, which it has shown on standard error."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A chunk of the input, and what it came to."""

    chunk: Chunk
    result: T


def cores() -> int:
    """How many processes can run at once on this machine."""
    if sys.platform != "win32" and hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def done_here(job: Job[T], documents: Iterator[Raw]) -> Generator[Done[T], None, None]:
    """The same as a pool yields, done in this process: without a limit of time, and nothing survives its death."""
    work, chunks = job.work(), Chunks(documents)
    while (chunk := chunks.next()) is not None:
        begun = monotonic()
        result = work.over(chunk.documents)
        chunks.took(chunk, monotonic() - begun)
        yield Done(chunk, result)


class _Worker:
    """A process, the chunk it is at, and when it was last seen to begin a document."""

    def __init__(self, job: Job[object]) -> None:
        self.mark = multiprocessing.get_context("spawn").RawValue(ctypes.c_int, NOT_BEGUN)
        self._started = Started(work_through, job, self.mark)
        self.connection = self._started.connection
        self.chunk: Chunk | None = None
        self.sent = self._seen_at = monotonic()
        self.seen = NOT_BEGUN

    def send(self, chunk: Chunk) -> None:
        """Give it a chunk. Raises OSError where it is no more."""
        self.chunk = chunk
        self.mark.value = NOT_BEGUN
        self.seen, self.sent = NOT_BEGUN, monotonic()
        self._seen_at = self.sent
        self.connection.send(chunk.documents)

    def seconds_at_document(self) -> float:
        """For how long it has been seen at the document where it is; 0 where it is at none."""
        if self.chunk is None:
            return 0.0
        now, mark = monotonic(), self.mark.value
        if mark != self.seen:
            self.seen, self._seen_at = mark, now
        return now - self._seen_at if 0 <= mark < len(self.chunk.documents) else 0.0

    def end(self, patience: float = 0) -> int:
        """End it, and answer its exit status: its own where it ends by itself within so many seconds."""
        return self._started.end(patience)


class Pool(Generic[T]):
    """So many processes, one job; `time_limit` is how many seconds one document may take."""

    def __init__(self, job: Job[T], workers: int, time_limit: float) -> None:
        self._job = job
        self._most_workers = workers
        self._time_limit = time_limit
        self._workers: list[_Worker] = []
        self._again: deque[Chunk] = deque()
        self._done: dict[int, Done[T]] = {}
        self._faults: dict[int, str] = {}
        self._suspects: set[tuple[int, int]] = set()
        self._deaths_without_document = 0
        self._in_flight: dict[int, int] = {}

    def done(self, documents: Iterator[Raw]) -> Generator[Done[T], None, None]:
        """Every chunk of the documents with what it came to, in their order. Raises WorkerFailed."""
        chunks = Chunks(documents)
        more, following = True, 0
        try:
            while more or self._in_flight:
                more = more and self._hand_out(chunks)
                while following in self._done:
                    self._in_flight.pop(following)
                    yield self._done.pop(following)
                    following += 1
                if following in self._faults:
                    raise WorkerFailed(self._faults[following])
                self._take_in(chunks)
        finally:
            for one in self._workers:
                one.end()

    def _hand_out(self, chunks: Chunks) -> bool:
        """Give every idle process a chunk while not too much is under way; False where nothing is left to read."""
        while True:
            idle = next((one for one in self._workers if one.chunk is None), None)
            if idle is None and len(self._workers) == self._most_workers:
                return True
            chunk = self._again.popleft() if self._again else None
            if chunk is None:
                full = len(self._in_flight) >= CHUNKS_IN_FLIGHT_PER_WORKER * self._most_workers
                if self._in_flight and (full or sum(self._in_flight.values()) >= MOST_BYTES_IN_FLIGHT):
                    return True
                chunk = chunks.next()
                if chunk is None:
                    return False
                self._in_flight[chunk.number] = chunk.size
            if idle is None:
                idle = _Worker(self._job)
                self._workers.append(idle)
            self._send(idle, chunk)

    def _send(self, worker: _Worker, chunk: Chunk) -> None:
        try:
            worker.send(chunk)
        except OSError:
            self._lost(worker)

    def _take_in(self, chunks: Chunks) -> None:
        """Wait until a process answers, ends, or has been at one document for too long."""
        self._hand_out_again()
        busy = {one.connection: one for one in self._workers if one.chunk is not None}
        if not busy:
            return
        for ready in wait(list(busy), timeout=min(1.0, self._time_limit / 4)):
            assert isinstance(ready, Connection)
            self._receive(busy[ready], chunks)
        for worker in [one for one in self._workers if one.seconds_at_document() > self._time_limit]:
            self._lost(worker, stuck_at=worker.seen)

    def _hand_out_again(self) -> None:
        """Chunks to be done again go out even where nothing is left to be read."""
        while self._again:
            worker = next((one for one in self._workers if one.chunk is None), None)
            if worker is None:
                if len(self._workers) == self._most_workers:
                    return
                worker = _Worker(self._job)
                self._workers.append(worker)
            self._send(worker, self._again.popleft())

    def _receive(self, worker: _Worker, chunks: Chunks) -> None:
        chunk = worker.chunk
        assert chunk is not None, "an idle process said something"
        try:
            result: T = worker.connection.recv()
        except (EOFError, OSError):
            self._lost(worker)
            return
        chunks.took(chunk, monotonic() - worker.sent)
        self._deaths_without_document = 0
        worker.chunk = None
        self._done[chunk.number] = Done(chunk, result)

    def _lost(self, worker: _Worker, *, stuck_at: int | None = None) -> None:
        """A process is no more: its chunk is done again, without the document that it was at where that is to blame."""
        chunk = worker.chunk
        assert chunk is not None, "an idle process was waited for"
        self._workers.remove(worker)
        status = worker.end(_SECONDS_TO_DIE if stuck_at is None else 0)
        index = worker.mark.value
        if stuck_at is not None:
            # It may have come further in the moment before it was ended.
            too_long = took_too_long(self._time_limit)
            self._again.append(chunk.without(index, too_long) if index == stuck_at else chunk)
        elif status == _PYTHON_FAULT:
            self._faults[chunk.number] = _place_of(chunk, index)
        elif not 0 <= index < len(chunk.documents):
            self._deaths_without_document += 1
            if self._deaths_without_document > MOST_DEATHS_WITHOUT_DOCUMENT:
                self._faults[chunk.number] = f"processes end as soon as they are started ({_how(status)})"
            self._again.append(chunk)
        elif (chunk.number, index) in self._suspects:
            self._again.append(chunk.without(index, ended_its_checker(_how(status))))
        else:
            self._suspects.add((chunk.number, index))
            self._again.append(chunk)


def _how(status: int) -> str:
    """How a process ended, as a person would look it up."""
    if status == OUT_OF_MEMORY:
        return "out of memory"
    if status < 0:
        try:
            return signal.Signals(-status).name
        except ValueError:
            return f"signal {-status}"
    return f"exit status {status}"


def _place_of(chunk: Chunk, index: int) -> str:
    if not 0 <= index < len(chunk.documents):
        return "a process of the batch failed before its first document"
    return f"a process of the batch failed at a document of {chunk.documents[index].file}"
