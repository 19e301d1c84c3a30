"""Processes side by side: in order, within bounds, and what one of them dies of costs the others nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from footrule.batch.chunks import MOST_BYTES, Chunks
from footrule.batch.pool import CHUNKS_IN_FLIGHT_PER_WORKER, Pool, WorkerFailed, done_here
from footrule.batch.sources import Raw
from footrule.submission.raw_documents import RawDocument
from tests.batch.jobs import Obeying, asked

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")


def answers(job: Obeying, documents: list[Raw], workers: int = 2, time_limit: float = 30) -> list[str]:
    """What a pool answers to some documents."""
    pool = Pool(job, workers, time_limit)
    return [answer for one in pool.done(iter(documents)) for answer in one.result]


def test_answers_come_in_the_order_of_the_documents(tmp_path: Path) -> None:
    words = [f"slow {number}" if number % 7 == 0 else str(number) for number in range(200)]
    assert answers(Obeying(tmp_path), asked(*words), workers=3) == words
    here = [answer for one in done_here(Obeying(tmp_path), iter(asked(*words))) for answer in one.result]
    assert here == words
    assert answers(Obeying(tmp_path), []) == []


@unix_only
def test_a_document_that_ends_its_process_costs_itself_alone(tmp_path: Path) -> None:
    words = [str(number) for number in range(30)]
    words[3], words[17], words[18] = "die a", "die b", "memory"
    found = answers(Obeying(tmp_path), asked(*words))
    expected = list(words)
    for place in (3, 17, 18):
        assert found[place].startswith(f"I0022 line {place + 1} The process that checked it ended twice (")
        expected[place] = found[place]
    assert found == expected
    assert "SIGKILL" in found[3]
    assert "out of memory" in found[18]


@unix_only
def test_a_process_that_was_ended_from_outside_costs_nothing(tmp_path: Path) -> None:
    words = ["0", "once 1", "2", "once 3", "4"]
    assert answers(Obeying(tmp_path), asked(*words)) == words


@unix_only
def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    found = answers(Obeying(tmp_path), asked("0", "hang", "2"), time_limit=0.4)
    assert (found[0], found[2]) == ("0", "2")
    assert found[1].startswith("I0022 line 2 It was not checked to the end within 0.4 s")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_the_engine_ends_the_run_behind_what_was_done(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], workers: int
) -> None:
    words = [str(number) for number in range(40)]
    words[30] = "fail"
    found: list[str] = []
    with pytest.raises(WorkerFailed, match="failed at a document of f"):
        for one in Pool(Obeying(tmp_path), workers, 30).done(iter(asked(*words))):
            found += one.result
    assert found == words[: len(found)]
    assert len(found) >= 10
    assert "ZeroDivisionError" in capfd.readouterr().err


@unix_only
def test_processes_that_cannot_begin_are_not_started_for_ever(tmp_path: Path) -> None:
    with pytest.raises(WorkerFailed, match="end as soon as they are started"):
        answers(Obeying(tmp_path, fails_at_once=True), asked("0"), workers=1)


def test_no_more_is_read_than_is_under_way(tmp_path: Path) -> None:
    taken = 0

    def counted() -> Iterator[Raw]:
        nonlocal taken
        for one in asked(*(["slow"] * 3000)):
            taken += 1
            yield one

    running = Pool(Obeying(tmp_path), 2, 30).done(counted())
    first = next(running)
    running.close()
    assert len(first.chunk.documents) <= taken <= 2 * CHUNKS_IN_FLIGHT_PER_WORKER * 100


def test_chunks_grow_with_fast_documents_and_stay_small_with_large_ones() -> None:
    small = Chunks(iter(asked(*map(str, range(5000)))))
    sizes = []
    while (chunk := small.next()) is not None:
        sizes.append(len(chunk.documents))
        small.took(chunk, 0.001)
    assert sizes[:4] == [4, 8, 16, 32]
    assert max(sizes) == 1024
    documents: list[Raw] = [RawDocument("f", b"x" * (MOST_BYTES // 2 + 1), number, 0) for number in range(6)]
    large = Chunks(iter(documents))
    assert [len(chunk.documents) for chunk in iter(large.next, None)] == [2, 2, 2]


def test_documents_that_come_slowly_are_not_held_back() -> None:
    def dripping() -> Iterator[Raw]:
        for one in asked("0", "1", "2", "3"):
            yield one
            time.sleep(0.3)

    assert [len(chunk.documents) for chunk in iter(Chunks(dripping()).next, None)] == [2, 2]


def test_chunks_shrink_with_slow_documents() -> None:
    slow = Chunks(iter(asked(*map(str, range(20)))))
    first = slow.next()
    assert first is not None
    slow.took(first, 40)
    second = slow.next()
    assert second is not None
    assert len(second.documents) == 1
