"""Many submissions in one run: a line each, what they come to together, and progress on a terminal."""

from __future__ import annotations

import json
from pathlib import Path

from tests.ends import footprints
from tests.ends.command import check, checked, written
from tests.ends.terminal import needs_a_terminal, on_a_terminal

VERDICTS = ["conforming", "nonconforming", "unreadable", "undetermined"]


def lines(count: int) -> str:
    """A file of lines with footprints of every verdict in turn."""
    documents = [footprints.conforming(), footprints.nonconforming(), None, footprints.undetermined()]
    texts = ["{" if one is None else footprints.text(one, None) for one in documents]
    return "\n".join(texts[number % 4] for number in range(count))


def test_a_run_over_many_is_a_line_each_and_a_summary(tmp_path: Path) -> None:
    ended = check(written(tmp_path, "many.ndjson", lines(100)))
    assert (ended.status, ended.err) == (2, "")
    each, totals = ended.out.split("\n\n", maxsplit=1)
    assert [line.split()[0].lower() for line in each.splitlines()] == VERDICTS * 25
    assert totals.startswith("100 submissions")
    for verdict in VERDICTS:
        assert f"25  {verdict}" in totals
    assert "25  PACT-C05" in totals


def test_few_are_told_in_full_and_many_where_that_is_asked_for(tmp_path: Path) -> None:
    three, four = (written(tmp_path, f"{count}.ndjson", lines(count)) for count in (3, 4))
    assert check(three).out.count("\nNONCONFORMITIES") == 1
    assert check(four).out.count("\nNONCONFORMITIES") == 0
    assert check("--detail", four).out.count("\nNONCONFORMITIES") == 1
    assert "4 submissions" in check("--detail", four).out


def test_the_json_report_is_one_array_with_a_line_for_each(tmp_path: Path) -> None:
    ended = checked(written(tmp_path, "many.ndjson", lines(100)))
    assert ended.verdicts == VERDICTS * 25
    first, *each, last = ended.out.splitlines()
    assert (first, last) == ("[", "]")
    assert [json.loads(line.rstrip(","))["verdict"] for line in each] == VERDICTS * 25


def test_no_files_at_all_in_a_run_over_many_lines_is_said(tmp_path: Path) -> None:
    ended = checked(written(tmp_path, "none.ndjson", "\n\n"))
    assert (ended.status, ended.verdicts) == (2, ["unreadable"])


@needs_a_terminal
def test_many_files_show_their_progress_on_a_terminal_and_leave_no_trace_of_it(tmp_path: Path) -> None:
    files = [str(written(tmp_path, f"{number}.json", footprints.conforming())) for number in range(25)]
    out = on_a_terminal(["check", "--standard", "pact", *files], {})
    assert "25 submissions" in out
    assert "\x1b[2K" in out, "the bar is taken away at the end"


@needs_a_terminal
def test_few_files_show_no_progress(tmp_path: Path) -> None:
    file = str(written(tmp_path, "one.json", footprints.conforming()))
    assert "\x1b[2K" not in on_a_terminal(["check", "--standard", "pact", file], {})
