"""`footrule check --batch`: rows for any number of documents, whatever they come in, and however the run goes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import IO, Any

import jsonschema
import pyarrow.parquet
import pytest

from footrule.report.result_row import row_schema_text
from tests.batch.inputs import PACKINGS, table, zipped
from tests.ends import footprints
from tests.ends.command import Ended, checked, environment, footrule, process, written
from tests.ends.terminal import needs_a_terminal, on_a_terminal

SCHEMA = jsonschema.Draft202012Validator(json.loads(row_schema_text()))
DOCUMENTS = [footprints.conforming(), footprints.nonconforming(), footprints.undetermined(), footprints.awaiting()]
TEXTS = [footprints.text(one, None) for one in DOCUMENTS]
VERDICTS = ["conforming", "nonconforming", "undetermined", "undetermined"]
LINES = "".join(f"{text}\n" for text in TEXTS)
DAY = ["--standard", "pact", "--as-of", "2026-11-23"]

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
Row = dict[str, Any]


def batch(*arguments: object, stdin: bytes = b"", workers: int = 1) -> Ended:
    """A batch against the `pact` library, in this process unless there are more workers."""
    return footrule("check", "--batch", *DAY, "--workers", workers, *arguments, stdin=stdin)


def rows(path: Path) -> list[Row]:
    """The rows of an output, each held against the schema."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in found:
        SCHEMA.validate(row)
    return found


def run(folder: Path, *arguments: object, name: str = "out.ndjson", stdin: bytes = b"") -> tuple[Ended, list[Row]]:
    """A batch with its rows."""
    ended = batch(*arguments, "--output", folder / name, stdin=stdin)
    return ended, rows(folder / name)


def test_a_row_says_what_a_check_of_the_same_document_says(tmp_path: Path) -> None:
    file = written(tmp_path, "many.ndjson", LINES)
    ended, found = run(tmp_path, file)
    single = checked(file)
    assert (ended.status, ended.err) == (1, "")
    assert [row["verdict"] for row in found] == single.verdicts == VERDICTS
    assert [row["status"] for row in found] == [0, 1, 3, 3]
    for row, whole in zip(found, single.report, strict=True):
        submission = whole["submission"]
        assert {name: row[name] for name in ("file", "line", "pointer", "id", "sha256", "format")} == {
            name: submission[name] for name in ("file", "line", "pointer", "id", "sha256", "format")
        }
        attention = [one for one in whole["findings"] if one["outcome"] in {"nonconforming", "undetermined"}]
        assert [(one["rule"], one["requirement"], one["message"], one["line"]) for one in row["findings"]] == [
            (one["rule"]["id"], one["rule"]["requirement"], one["message"], one["element"]["line"]) for one in attention
        ]
        assert [one["clauses"] for one in row["findings"]] == [one["clauses"] for one in attention]
        assert sum(row["counts"].values()) == len(whole["findings"])
        assert row["standards"] == [
            {name: one[name] for name in ("id", "version", "sha256")} for one in whole["standards"]
        ]


@pytest.mark.parametrize("packed", ["ndjson", "folder", "zip", "parquet", *PACKINGS])
@pytest.mark.parametrize("through", ["a file", "standard input"])
def test_the_verdicts_are_the_same_whatever_documents_come_in(tmp_path: Path, packed: str, through: str) -> None:
    each = {f"{number}.json": text.encode() for number, text in enumerate(TEXTS)}
    if packed == "folder":
        source = tmp_path / "folder"
        source.mkdir()
        for name, data in each.items():
            (source / name).write_bytes(data)
        assert [row["verdict"] for row in run(tmp_path, source)[1]] == VERDICTS
        return
    data = {
        "ndjson": LINES.encode(),
        "zip": zipped(each),
        "parquet": table([{"json": text} for text in TEXTS]),
        **{name: pack(LINES.encode()) for name, pack in PACKINGS.items()},
    }[packed]
    if through == "a file":
        found = run(tmp_path, written(tmp_path, "source", data))[1]
    else:
        found = run(tmp_path, "-", stdin=data)[1]
    assert [row["verdict"] for row in found] == VERDICTS


def test_a_table_with_a_column_for_each_attribute_is_read_as_the_document_is(tmp_path: Path) -> None:
    columns = table([footprints.pact3(), footprints.pact3(pcfIncludingBiogenicUptake="9.99")])
    found = run(tmp_path, written(tmp_path, "t.parquet", columns))[1]
    assert [row["verdict"] for row in found] == ["undetermined", "nonconforming"]
    assert [row["file"].rpartition("!")[2] for row in found] == ["1", "2"]


def test_several_processes_write_the_same_rows_in_the_same_order(tmp_path: Path) -> None:
    file = written(tmp_path, "many.ndjson", LINES * 10)
    run(tmp_path, file)
    ended = batch(file, "--output", tmp_path / "two.ndjson", workers=2)
    assert ended.status == 1
    assert (tmp_path / "two.ndjson").read_bytes() == (tmp_path / "out.ndjson").read_bytes()


def test_each_broken_document_has_its_own_row(tmp_path: Path) -> None:
    hostile = [
        "not JSON",
        "[" * 100_000,
        '{"a": 1, "a": 2}',
        '{"pcf": NaN}',
        '{"pcf": "' + "x" * 10**6 + '"}',
        "[]",
        '{"id": "\\ud800", "pcf": {}}',
    ]
    data = "\n".join([TEXTS[0], *hostile, TEXTS[0]]).encode() + b'\n{"a": "\xff"}\n' + TEXTS[0].encode()
    ended, found = run(tmp_path, written(tmp_path, "many.ndjson", data))
    assert ended.status == 2
    codes = [row["error"]["id"] if row["error"] else row["verdict"] for row in found]
    good = "conforming"
    assert codes[:5] == [good, "I0008", "I0011", "I0010", "I0009"]
    assert codes[-3:] == [good, "I0006", good]
    assert [row["line"] for row in found] == list(range(1, 12))


def test_rows_without_an_output_go_to_standard_output_and_the_summary_does_not(tmp_path: Path) -> None:
    ended = process("check", "--batch", *DAY, "--workers", 1, "-", stdin=LINES.encode())
    found = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [row["verdict"] for row in found] == VERDICTS
    assert b"4 footprints in 4 documents" in ended.stderr
    assert ended.returncode == 1


def test_the_summary_is_by_verdict_standard_and_rule_in_both_languages(tmp_path: Path) -> None:
    file = written(tmp_path, "many.ndjson", LINES * 2 + "{\n")
    ended = batch(file, "--output", tmp_path / "a", "--summary", tmp_path / "s.json")
    assert "9 footprints in 9 documents" in ended.out
    assert re.search(r"^  2  conforming$", ended.out, re.MULTILINE)
    assert "pact 1.0.0  2 conforming, 2 nonconforming, 4 undetermined" in ended.out
    assert re.search(r"^  1  I0007$", ended.out, re.MULTILINE)
    assert re.search(r"^  PACT-C05 +2 +0 +6 +0$", ended.out, re.MULTILINE)
    summary = json.loads((tmp_path / "s.json").read_text())
    assert (summary["documents"], summary["footprints"], summary["status"]) == (9, 9, 2)
    assert summary["verdicts"] == {
        "conforming": 2, "nonconforming": 2, "undetermined": 4, "not assessed": 0, "unreadable": 1,
    }  # fmt: skip
    outcomes = {one["rule"]: one["outcomes"] for one in summary["rules"]}
    assert outcomes["PACT-C05"] == {"nonconforming": 2, "undetermined": 0, "conforming": 6, "not applicable": 0}
    chinese = batch(file, "--output", tmp_path / "b", "--lang", "zh").out
    assert "9 份文档中的 9 份碳足迹" in chinese
    assert "各规则的碳足迹份数" in chinese


def test_a_folder_with_other_files_says_what_was_passed_over(tmp_path: Path) -> None:
    for name, text in (("a.json", TEXTS[0]), ("notes.txt", "a note")):
        written(tmp_path, name, text)
    ended = batch(tmp_path, "--output", tmp_path / "out.ndjson")
    assert "Passed over, since they are no documents: 1 (" in ended.squeezed
    assert "none of 24 rules is broken or left open" in ended.out
    assert len(rows(tmp_path / "out.ndjson")) == 1


def test_results_as_a_table_are_the_rows(tmp_path: Path) -> None:
    file = written(tmp_path, "many.ndjson", LINES + "{\n")
    _, found = run(tmp_path, file)
    assert batch(file, "--output", tmp_path / "out.parquet").status == 2
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist() == found
    left = sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("out.parquet"))
    assert left == ["out.parquet", "out.parquet.progress"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--batch", "--together"], "do not go together"),
        (["--batch", "--detail"], "do not go together"),
        (["--batch", "--clauses"], "do not go together"),
        (["--batch", "--predecessor", "x"], "do not go together"),
        (["--batch", "--format", "json"], "do not go together"),
        (["--batch", "--resume"], "--resume needs the --output"),
        (["--batch", "--workers", "0"], "a whole number from 1"),
        (["--batch", "--workers", "many"], "a whole number from 1"),
        (["--batch", "--time-limit", "1.5"], "whole seconds from 1"),
        (["--batch", "--output", "nowhere/out"], "cannot be written"),
        (["--output", "x"], "--output belongs to a batch"),
        (["--workers", "2"], "--workers belongs to a batch"),
        (["--time-limit", "2"], "--time-limit belongs to a batch"),
        (["--resume"], "--resume belongs to a batch"),
    ],
)
def test_options_that_make_no_sense_are_refused(tmp_path: Path, arguments: list[str], says: str) -> None:
    file = written(tmp_path, "a.json", TEXTS[0])
    ended = footrule("check", *DAY, *arguments, file)
    assert (ended.status, ended.out) == (2, "")
    assert says in ended.err
    assert len(ended.err.splitlines()) == 1


# Going on


PATCHED = """
import time
from footrule.batch import checking
from footrule.cli.main import main

as_it_is = checking.json_line
def patched(row):
    {what}
    return as_it_is(row)
checking.json_line = patched
if __name__ == "__main__":
    main()
"""
SLOW, FAULTY = "time.sleep(0.02)", "row.line == 17 and 1 / 0"


def patched(folder: Path, what: str) -> list[str]:
    """How to start a command that does something more with each row, in all its processes."""
    return [sys.executable, str(written(folder, "patched.py", PATCHED.format(what=what)))]


@contextmanager
def running(folder: Path, *arguments: object, stdin: IO[bytes] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A slow batch in a process of its own, in a group of its own, as a shell starts it."""
    words = ["check", "--batch", *DAY, *map(str, arguments)]
    pipe, start = subprocess.PIPE, patched(folder, SLOW)
    with subprocess.Popen(
        [*start, *words], stdin=stdin, stdout=pipe, stderr=pipe, env=environment(), start_new_session=True
    ) as started:
        try:
            yield started
        finally:
            if started.poll() is None:
                os.killpg(started.pid, signal.SIGKILL)


def until(out: Path, size: int) -> None:
    """Wait until the journal of an output says that so many bytes of it are whole."""
    journal = out.with_name(f"{out.name}.progress")
    for _ in range(600):
        if journal.exists() and json.loads(journal.read_text())["bytes"] >= size:
            return
        time.sleep(0.02)
    raise TimeoutError(f"{out} stays short")


@unix_only
def test_a_run_that_is_killed_again_and_again_is_gone_on_with(tmp_path: Path) -> None:
    file = written(tmp_path, "many.ndjson", (LINES + "{\n") * 24)
    run(tmp_path, file)
    whole, out = (tmp_path / "out.ndjson").read_bytes(), tmp_path / "killed.ndjson"
    chance = Random(1)
    size = 0
    for _ in range(2):
        size += chance.randrange(1, len(whole) // 3)
        with running(tmp_path, file, "--output", out, "--resume", "--workers", 2) as started:
            until(out, size)
            os.kill(started.pid, signal.SIGKILL)
            started.wait()
    ended = batch(file, "--output", out, "--resume", workers=2)
    assert out.read_bytes() == whole
    assert (ended.status, ended.err) == (2, "")
    assert "120 footprints in 120 documents" in ended.out
    assert re.search(r"^  PACT-C05 +24 +0 +72 +0$", ended.out, re.MULTILINE)
    assert "were done before" in batch(file, "--output", out, "--resume").out
    assert out.read_bytes() == whole


@unix_only
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_interrupted_leaves_whole_rows_and_goes_on(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    file = written(tmp_path, "many.ndjson", LINES * 30)
    out = tmp_path / "out.ndjson"
    with running(tmp_path, file, "--output", out, "--workers", 2) as started:
        until(out, 1)
        os.killpg(started.pid, number)
        _, err = started.communicate(timeout=30)
    assert (started.returncode, err) == (status, b"")
    done = len(rows(out))
    assert 0 < done < 120
    refused = batch(file, "--output", out)
    assert refused.status == 2
    assert "--resume goes on with it" in refused.err
    assert batch(file, "--output", out, "--resume").status == 1
    assert [row["verdict"] for row in rows(out)] == VERDICTS * 30


@unix_only
def test_a_table_of_results_is_made_of_all_rows_however_often_the_run_broke_off(tmp_path: Path) -> None:
    file = written(tmp_path, "many.ndjson", LINES * 15)
    expected = batch(file, "--output", tmp_path / "whole.parquet")
    out = tmp_path / "out.parquet"
    with running(tmp_path, file, "--output", out, "--workers", 1) as started:
        until(out, 1)
        os.kill(started.pid, signal.SIGKILL)
    assert not out.exists()
    assert batch(file, "--output", out, "--resume").status == expected.status
    assert out.read_bytes() == (tmp_path / "whole.parquet").read_bytes()


@unix_only
def test_standard_input_is_gone_on_with_by_passing_over_what_was_done(tmp_path: Path) -> None:
    data = (LINES * 15).encode()
    written(tmp_path, "many.ndjson", data)
    run(tmp_path, "-", stdin=data)
    out = tmp_path / "piped"
    with (
        (tmp_path / "many.ndjson").open("rb") as piped,
        running(tmp_path, "-", "--output", out, "--workers", 1, stdin=piped) as started,
    ):
        until(out, 1)
        os.kill(started.pid, signal.SIGKILL)
    assert batch("-", "--output", out, "--resume", stdin=data[:1000]).status == 2
    other = batch("-", "--output", out, "--resume", stdin=data[len(TEXTS[0]) + 1 :])
    assert "it was changed since; begin anew" in other.err
    assert batch("-", "--output", out, "--resume", stdin=data).status == 1
    assert out.read_bytes() == (tmp_path / "out.ndjson").read_bytes()


def test_a_run_is_not_gone_on_with_as_another(tmp_path: Path) -> None:
    file = written(tmp_path, "many.ndjson", LINES)
    run(tmp_path, file)
    for more in (["--lang", "zh"], ["--accept", "awaiting-review"], ["--as-of", "2026-11-24"]):
        ended = batch(file, "--output", tmp_path / "out.ndjson", "--resume", *more)
        assert ended.status == 2
        assert "out.ndjson.progress" in ended.err
    written(tmp_path, "many.ndjson", LINES * 2)
    assert "the files to check" in batch(file, "--output", tmp_path / "out.ndjson", "--resume").err


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_the_engine_ends_the_run_and_does_not_hide(tmp_path: Path, workers: int) -> None:
    file, out = written(tmp_path, "many.ndjson", LINES * 6), tmp_path / "out.ndjson"
    words = ["check", "--batch", *DAY, file, "--output", out, "--workers", workers]
    ended = process(*words, start=patched(tmp_path, FAULTY))
    assert ended.returncode == 4
    assert b"ZeroDivisionError" in ended.stderr
    assert b"has a fault of its own" in ended.stderr
    assert [row["verdict"] for row in rows(out)] == (VERDICTS * 4)[: len(rows(out))]
    assert len(rows(out)) >= 4


@needs_a_terminal
def test_a_run_on_a_terminal_shows_its_progress_and_leaves_no_trace_of_it(tmp_path: Path) -> None:
    file = str(written(tmp_path, "many.ndjson", LINES * 5))
    out = on_a_terminal(["check", "--batch", *DAY, "--workers", "1", "-o", str(tmp_path / "out"), file], {})
    assert "documents," in out and "a second" in out
    assert "\x1b[2K" in out, "the bar is taken away at the end"
    assert "20 footprints in 20 documents" in out
