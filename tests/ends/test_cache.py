"""The cache saves time and decides nothing: whatever lies in it, and wherever it is, the report is the same."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.ends import footprints
from tests.ends.command import checked, written

FOLDER = "cache"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    folder = tmp_path / FOLDER
    monkeypatch.setenv("FOOTRULE_CACHE", str(folder))
    return folder


@pytest.fixture
def report(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """A check with whatever lies in the cache."""
    file = written(tmp_path, "one.json", footprints.nonconforming())

    def run() -> str:
        ended = checked(file)
        assert (ended.status, ended.err) == (1, "")
        return ended.out

    return run


def entries(folder: Path) -> dict[str, bytes]:
    """What lies in the cache."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_check_fills_the_cache_and_the_next_one_leaves_it_alone(folder: Path, report: Callable[[], str]) -> None:
    first = report()
    stored = entries(folder)
    assert len(stored) == 1
    assert report() == first
    assert entries(folder) == stored


def test_only_its_owner_may_look_into_the_cache(folder: Path, report: Callable[[], str]) -> None:
    report()
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o077 == 0


class Evil:
    """A pickle of this makes a file when it is read by whoever trusts it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def signed(name: str, payload: bytes) -> bytes:
    """An entry with the right hash, as only somebody who means harm would write it."""
    return sha256(name.encode() + payload).digest() + payload


DAMAGES: dict[str, Callable[[str, bytes, Path], bytes]] = {
    "empty": lambda _, __, ___: b"",
    "cut off": lambda _, entry, __: entry[: len(entry) // 2],
    "a bit flipped": lambda _, entry, __: entry[:300] + bytes([entry[300] ^ 1]) + entry[301:],
    "garbage": lambda _, __, ___: b"\x80\x05garbage" * 1000,
    "of another name": lambda _, entry, __: signed("0" * 64, entry[32:]),
    "no pickle": lambda name, _, __: signed(name, b"garbage"),
    "another thing": lambda name, _, __: signed(name, pickle.dumps(((), "no standard"))),
    "odd parents": lambda name, entry, __: signed(name, pickle.dumps(((1, 2), None))),
    "one that makes a folder": lambda name, _, trap: signed(name, pickle.dumps(Evil(trap))),
    "unsigned, that makes a folder": lambda _, __, trap: pickle.dumps(Evil(trap)),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_or_foreign_entry_is_made_anew_and_never_run(
    tmp_path: Path, folder: Path, report: Callable[[], str], damage: str
) -> None:
    first = report()
    ((name, entry),) = entries(folder).items()
    trap = tmp_path / "trap"
    (folder / name).write_bytes(DAMAGES[damage](name, entry, trap))
    assert report() == first
    assert not trap.exists()
    assert entries(folder) == {name: entry}, "rebuilt"


def test_the_trap_shuts_on_whoever_trusts_it(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    pickle.loads(pickle.dumps(Evil(tmp_path / "trap")))
    assert (tmp_path / "trap").exists()


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, report: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = report()
    written(tmp_path, "file", "no folder")
    for place in (tmp_path / "file", tmp_path / "file" / "below", Path("/dev/null/cache"), Path("/proc/cache")):
        monkeypatch.setenv("FOOTRULE_CACHE", str(place))
        assert report() == first


def test_an_entry_that_is_a_folder_is_done_without_and_nothing_is_left_over(
    folder: Path, report: Callable[[], str]
) -> None:
    first = report()
    ((name, _),) = entries(folder).items()
    (folder / name).unlink()
    (folder / name / "inside").mkdir(parents=True)
    assert report() == first
    assert [path.name for path in folder.iterdir()] == [name]


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), OSError(28, "no space left")])
def test_a_full_disk_leaves_nothing_behind(
    folder: Path, report: Callable[[], str], monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """Simulated, since the superuser may write everywhere."""
    first = report()
    ((name, _),) = entries(folder).items()
    (folder / name).unlink()

    def full(path: Path, target: Path) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", full)
    assert report() == first
    assert list(folder.iterdir()) == []
