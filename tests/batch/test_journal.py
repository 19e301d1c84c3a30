"""How far a run has come: what is kept, what is known again, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from footrule.batch.chunks import given_up
from footrule.batch.fingerprint import fingerprint
from footrule.batch.journal import Journal, LastDocument, Progress, is_same, last_of
from footrule.batch.refusals import took_too_long
from footrule.batch.results import ToFile, file_of_rows, too_short
from footrule.batch.running import InputChanged, after
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.report.batch_totals import Totals, taken_up
from footrule.text.wording import Wording
from tests.batch.jobs import asked


def counted() -> Totals:
    """Some totals."""
    totals = Totals()
    totals.documents = 3
    totals.verdicts.update({"conforming": 2, "unreadable": 1})
    totals.statuses.update({0: 2, 2: 1})
    totals.standards["a", "1.0.0", "conforming"] = 2
    totals.rules["A-1", "conforming"] = 2
    totals.errors["I0008"] = 1
    return totals


def test_a_journal_is_read_as_it_was_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "out.ndjson", {"engine": "1"})
    assert journal.read() is None
    assert not journal.is_unfinished()
    last = LastDocument("f", 3, 40, "ab")
    journal.write(Progress(3, 120, last, counted(), is_finished=False))
    read = journal.read()
    assert isinstance(read, Progress)
    assert (read.documents, read.bytes_written, read.last, read.is_finished) == (3, 120, last, False)
    assert read.totals.as_json() == counted().as_json()
    assert journal.is_unfinished()
    assert [path.name for path in tmp_path.iterdir()] == ["out.ndjson.progress"]


def test_totals_are_taken_up_and_counted_on() -> None:
    totals = taken_up(counted().as_json())
    totals.merge(counted())
    assert (totals.documents, totals.rows, totals.status) == (6, 6, 2)
    assert totals.rules["A-1", "conforming"] == 4


@pytest.mark.parametrize("changed", ["engine", "inputs", "standards", "catalogue", "factors", "as of", "options"])
def test_a_run_goes_on_only_as_what_it_was(tmp_path: Path, changed: str) -> None:
    parts = dict.fromkeys(["engine", "inputs", "standards", "catalogue", "factors", "as of", "options"], "a")
    Journal(tmp_path / "out", parts).write(Progress(1, 1, None, counted(), is_finished=False))
    refused = Journal(tmp_path / "out", {**parts, changed: "b"}).read()
    assert isinstance(refused, Wording)
    assert "is of another run" in str(refused)
    assert "属于另一次运行" in refused.in_language("zh")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "another"}', '{"format": "footrule batch progress 1"}'])
def test_a_file_that_is_no_journal_is_refused(tmp_path: Path, text: str) -> None:
    journal = Journal(tmp_path / "out", {})
    journal.path.write_text(text)
    assert isinstance(journal.read(), Wording)
    assert not journal.is_unfinished()


def test_what_is_behind_the_last_whole_row_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"one\ntwo\nthr")
    file = ToFile(path, 8)
    file.write(b"three\n")
    assert file.on_disk() == 14
    file.close()
    assert path.read_bytes() == b"one\ntwo\nthree\n"
    assert too_short(path, 14) is None
    assert "has 14 bytes, and 20 were written" in str(too_short(path, 20))
    assert "has 0 bytes" in str(too_short(tmp_path / "none", 1))
    assert file_of_rows(Path("a/out.parquet")) == Path("a/out.parquet.rows")


def test_the_documents_that_are_done_must_be_found_again() -> None:
    documents = asked("a", "b", "c")

    def progress(number: int) -> Progress:
        return Progress(number, 0, last_of(documents[number - 1]), Totals(), is_finished=False)

    assert list(after(iter(documents), progress(2))) == documents[2:]
    with pytest.raises(InputChanged, match="document 2 of the input is not the one"):
        after(iter(asked("a", "x", "c")), progress(2))
    with pytest.raises(InputChanged, match="the input ends after document 1, and 2"):
        after(iter(asked("a")), progress(2))


def test_a_document_that_was_given_up_is_known_again() -> None:
    (document,) = asked("a")
    assert is_same(document, last_of(given_up(document, took_too_long(1))))


def test_the_fingerprint_names_what_can_change(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("{}")
    catalogue = Catalogue(shipped())

    def taken(names: list[str]) -> dict[str, str]:
        return dict(fingerprint(names, catalogue, (), [], date(2026, 11, 23), {"language": "en"}))

    before = taken([str(file), "-", str(tmp_path)])
    file.write_text("{ }")
    changed = taken([str(file), "-", str(tmp_path)])
    assert [part for part in before if before[part] != changed[part]] == ["inputs"]
    assert json.loads(changed["inputs"])[0][:2] == [str(file), 3]
