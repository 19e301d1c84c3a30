"""The index saves time and decides nothing: whatever lies in the cache, wherever that is, the answers are the same."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from footrule.factors import index, making
from footrule.factors.database import Factors
from footrule.factors.shipped import shipped_places, shipped_tables
from footrule.factors.table import TableFile
from tests.ends.command import environment
from tests.factors.tables import DAY, SOUND, found, not_found, opened, row, said, table

OWN = "own.power"
SHIPPED = "cn-grid-footprint.2023"
INDEXES_OF_BOTH = 2


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the indexes in an empty cache."""
    monkeypatch.setenv("FOOTRULE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "factors"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The names of the tables of which indexes were made since."""
    names: list[list[str]] = []
    make = making.made

    def noting(files: list[TableFile], *others: object) -> object:
        names.append([one.name for one in files])
        return make(files, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "made", noting)
    return names


def answer(value: str = "0.612") -> str:
    """What the database answers of a user's row; it has been asked for one that ships as well."""
    own = Factors([table(SOUND | {"value": value})])
    assert found(own.by_id(SHIPPED)).value.text == "0.6205"
    return found(own.of_series(OWN, DAY, "CN-SD")).value.text


def entries(folder: Path) -> dict[str, bytes]:
    """What lies in the cache."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# Kept by the hash of what it was made from


def test_an_index_is_made_once_and_read_from_then_on(folder: Path, made: list[list[str]]) -> None:
    assert answer() == answer() == "0.612"
    assert [names[-1] for names in made] == [shipped_tables()[-1].name, "own"]
    assert len(entries(folder)) == INDEXES_OF_BOTH


def test_a_changed_table_has_an_index_of_its_own_and_the_old_one_serves_the_old_text(
    made: list[list[str]], folder: Path
) -> None:
    assert [answer("0.5"), answer("0.6"), answer("0.5"), answer("0.6")] == ["0.5", "0.6", "0.5", "0.6"]
    assert made.count(["own"]) == 2
    assert len(entries(folder)) == INDEXES_OF_BOTH + 1


def test_the_same_bytes_from_another_place_have_an_index_of_their_own(folder: Path) -> None:
    """Messages name the file, and an index knows it."""
    one = table(SOUND)
    for file in (one.file, "elsewhere/own.csv"):
        assert opened(TableFile(one.name, file, one.data)).tables()[0].name == "own"
    assert len(entries(folder)) == INDEXES_OF_BOTH + 1


@pytest.mark.parametrize("what", ["tables that ship", "places", "version", "engine", "form"])
def test_an_index_is_made_anew_where_anything_changes_that_it_was_judged_by(
    what: str, folder: Path, made: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer()
    if what == "version":
        monkeypatch.setattr(index, "__version__", "0.0.0")
    elif what == "form":
        monkeypatch.setattr(index, "_FORM", "0")
    elif what == "engine":
        monkeypatch.setattr(index, "state_of", lambda _: "changed")
    else:
        places, tables = shipped_places(), shipped_tables()
        changed = TableFile(places.name, places.file, places.data + b"\n")
        more = (*tables, table(row("theirs.a"), name="theirs"))
        name = "shipped_places" if what == "places" else "shipped_tables"
        monkeypatch.setattr("footrule.factors.shipped." + name, lambda: changed if what == "places" else more)
    answer()
    assert made.count(["own"]) == 2


def test_a_table_that_took_an_id_since_is_seen_although_the_users_own_is_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = table(row("own.a"))
    assert opened(file).refused == ()
    monkeypatch.setattr("footrule.factors.shipped.shipped_tables", lambda: (table(row("own.a"), name="new"),))
    assert [en for _, en, _ in said(file)] == ["id: own.a is one of the tables that ship"]


def test_a_table_that_is_refused_leaves_nothing_behind(folder: Path) -> None:
    found(Factors().by_id(SHIPPED))
    before = entries(folder)
    for _ in range(2):
        assert said(table(row(value="?"))) != []
    assert entries(folder) == before


# Damaged, foreign, stale


def another_database(path: Path) -> bytes:
    """An SQLite database with other tables than an index has."""
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE factors (id TEXT); INSERT INTO factors VALUES ('own.power.2025');")
    connection.close()
    return path.read_bytes()


def with_another_value(path: Path, entry: bytes) -> bytes:
    """An index in which somebody has written."""
    path.write_bytes(entry)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE factors SET value = '0.001'")
    connection.commit()
    connection.close()
    return path.read_bytes()


def of_another_table(path: Path, entry: bytes) -> bytes:
    """An index that says it is of another table."""
    path.write_bytes(entry)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE tables SET sha256 = 'another'")
    connection.commit()
    connection.close()
    return path.read_bytes()


DAMAGES: dict[str, Callable[[Path, bytes], bytes]] = {
    "empty": lambda _, __: b"",
    "cut off": lambda _, entry: entry[: len(entry) // 2],
    "a bit flipped": lambda _, entry: entry[:-5000] + bytes([entry[-5000] ^ 1]) + entry[-4999:],
    "garbage": lambda _, __: b"garbage" * 1000,
    "a value changed": with_another_value,
}
RENAMED = DAMAGES | {"another database": lambda path, _: another_database(path), "of another table": of_another_table}
del RENAMED["a value changed"], RENAMED["a bit flipped"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew(damage: str, folder: Path, tmp_path: Path, made: list[list[str]]) -> None:
    answer()
    whole = entries(folder)
    for name, entry in whole.items():
        (folder / name).write_bytes(DAMAGES[damage](tmp_path / name, entry))
    assert answer() == "0.612"
    assert len(made) == 2 * INDEXES_OF_BOTH
    assert entries(folder) == whole, "as it was, to the byte"


@pytest.mark.parametrize("damage", RENAMED)
def test_an_index_that_is_right_by_its_name_alone_is_made_anew(
    damage: str, folder: Path, tmp_path: Path, made: list[list[str]]
) -> None:
    """Its name holds its hash, and inside is something else: nothing that Footrule has left there."""
    answer()
    whole = entries(folder)
    for name, entry in whole.items():
        other = RENAMED[damage](tmp_path / f"other-{name}", entry)
        key = name.partition("-")[0]
        (folder / name).unlink()
        (folder / f"{key}-{hashlib.sha256(other).hexdigest()}.sqlite").write_bytes(other)
    assert answer() == "0.612"
    assert len(made) == 2 * INDEXES_OF_BOTH
    assert entries(folder) == whole, "and what it replaces is gone"


def test_a_folder_in_the_place_of_an_index_is_done_without(folder: Path) -> None:
    answer()
    names = list(entries(folder))
    for name in names:
        (folder / name).unlink()
        (folder / name / "inside").mkdir(parents=True)
    assert answer() == "0.612"
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)


# A cache that cannot be written


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    for place in (tmp_path / "file", tmp_path / "file" / "below", Path("/dev/null/cache"), Path("/proc/cache")):
        monkeypatch.setenv("FOOTRULE_CACHE", str(place))
        assert answer() == "0.612"


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), OSError(28, "no space left")])
def test_an_index_that_cannot_be_given_its_name_serves_this_run_and_leaves_nothing_behind(
    error: OSError, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated, since the superuser may write everywhere."""

    def full(path: Path, target: Path) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", full)
    assert answer() == "0.612"
    assert list(folder.iterdir()) == []


def test_a_disk_that_is_full_before_the_index_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = making.made

    def full(files: object, check: object, known: object, path: Path | None) -> object:
        if path is not None:
            raise sqlite3.OperationalError("database or disk is full")
        return make(files, check, known, None)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "made", full)
    assert answer() == "0.612"
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_only_its_owner_may_look_into_the_cache(folder: Path) -> None:
    answer()
    assert folder.stat().st_mode & 0o077 == 0


# Several at once, and many one after the other

_PROCESS = """
from datetime import date
from footrule.factors.database import Factors
from tests.factors.tables import SOUND, table
rows = [SOUND | {"id": f"own.{number}", "series": f"own.{number}"} for number in range(3_000)]
own = Factors([table(*rows)])
print(own.of_series("own.2999", date(2025, 6, 1), "CN-SD").factor.value.text, own.by_id("SHIPPED").factor.value.text)
"""


def test_processes_that_start_together_answer_alike_and_leave_one_index_of_each(folder: Path) -> None:
    code = _PROCESS.replace("SHIPPED", SHIPPED)
    env = environment({"FOOTRULE_CACHE": str(folder.parent)})
    env["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[2]), env["PYTHONPATH"]])
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    assert [one.communicate(timeout=120) for one in running] == [("0.612 0.6205\n", "")] * 4
    names = list(entries(folder))
    assert len(names) == INDEXES_OF_BOTH
    assert not any(name.startswith("unfinished") for name in names)


_SLOW = {"making", "reading", "row_check", "across", "figures", "meaning"}


def modules_of_the_room(cache: Path) -> set[str]:
    """What a process has loaded of the room that has asked one question of the tables that ship."""
    code = f"""
import sys
from footrule.factors.database import Factors
assert Factors().by_id("{SHIPPED}").factor.value.text == "0.6205"
print(*sys.modules)
"""
    env = environment({"FOOTRULE_CACHE": str(cache)})
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return {name.rpartition(".")[2] for name in done.stdout.split() if name.startswith("footrule.factors.")}


def test_a_warm_start_loads_nothing_that_makes_indexes(folder: Path) -> None:
    assert modules_of_the_room(folder.parent) >= _SLOW
    assert modules_of_the_room(folder.parent) & _SLOW == set()


def test_indexes_of_earlier_states_of_a_table_do_not_pile_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_MOST_KEPT", 3)
    for number in range(1, 6):
        assert answer(f"0.{number}") == f"0.{number}"
        for age, path in enumerate(sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)):
            made_at = time.time() - age - 1
            os.utime(path, (made_at, made_at))
    assert len(entries(folder)) == 3


def test_what_a_run_that_broke_off_has_left_is_removed_when_it_is_old(folder: Path) -> None:
    folder.mkdir(parents=True)
    old, new = folder / "unfinished-old", folder / "unfinished-new"
    for path in (old, new):
        path.write_bytes(b"")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    answer()
    assert (old.exists(), new.exists()) == (False, True)


# Beside the tables that ship


def test_the_table_of_a_user_stands_beside_those_that_ship() -> None:
    own = opened(table(row("own.a", series="cn-grid-footprint", geography="CN-SD")))
    first, *others = own.tables()
    assert (first.name, first.ships, len(first.sha256)) == ("own", False, 64)
    assert [one.name for one in others] == [one.name for one in shipped_tables()]
    assert all(one.ships for one in others)
    assert found(own.of_series("cn-grid-footprint", DAY, "CN-SD")).id == "own.a"
    assert not_found(own.of_series("cn-grid-footprint", DAY, "CN-GD")).candidates[0].id == "cn-grid-footprint.2024"


def test_what_is_found_in_an_index_is_found_in_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = list(Factors().every())
    monkeypatch.setenv("FOOTRULE_CACHE", "/dev/null/cache")
    assert list(Factors().every()) == kept
