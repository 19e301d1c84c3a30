"""What the exit status says: 0 conforming, 1 a nonconformity, 2 not read, 3 not settled, 4 a fault of the engine."""

from __future__ import annotations

import shlex
import sys
from itertools import permutations
from pathlib import Path

import pytest

from tests.ends import footprints
from tests.ends.command import check, footrule, process, written

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="descriptors and devices of Unix")

DOCUMENTS = {
    0: footprints.conforming(),
    1: footprints.nonconforming(),
    2: "not JSON",
    3: footprints.undetermined(),
}


@pytest.mark.parametrize("status", DOCUMENTS)
@pytest.mark.parametrize("form", ["text", "json"])
def test_one_file_has_the_status_of_its_verdict(tmp_path: Path, status: int, form: str) -> None:
    assert check("--format", form, written(tmp_path, "one.json", DOCUMENTS[status])).status == status


def test_of_several_files_the_gravest_counts_in_whatever_order_they_come(tmp_path: Path) -> None:
    """Of 2, 1, 3, 0 the first that occurs."""
    for status, document in DOCUMENTS.items():
        written(tmp_path, f"{status}.json", document)
    gravest_first = [2, 1, 3, 0]
    for length in (2, 4):
        for chosen in permutations(gravest_first, length):
            expected = next(status for status in gravest_first if status in chosen)
            ended = check("--format", "json", *(tmp_path / f"{status}.json" for status in chosen))
            assert ended.status == expected, chosen


def test_what_only_awaits_a_person_counts_unless_it_is_accepted(tmp_path: Path) -> None:
    file = written(tmp_path, "one.json", footprints.awaiting())
    assert check(file).status == 3
    assert check("--accept", "awaiting-review", file).status == 0


@pytest.mark.parametrize("status", DOCUMENTS)
def test_accepting_what_awaits_a_person_accepts_nothing_else(tmp_path: Path, status: int) -> None:
    assert check("--accept", "awaiting-review", written(tmp_path, "one.json", DOCUMENTS[status])).status == status


def test_missing_data_beside_what_awaits_a_person_is_not_accepted(tmp_path: Path) -> None:
    file = written(tmp_path, "one.json", footprints.without(footprints.awaiting(), "primaryDataShare"))
    assert check("--accept", "awaiting-review", file).status == 3


def test_only_shall_counts(tmp_path: Path) -> None:
    """An observation and an unknown attribute change nothing."""
    document = footprints.without(footprints.conforming(), "ccsTechnologicalCO2CaptureIncluded")
    document["pcf"]["remark"] = "no attribute of the format"
    ended = check(written(tmp_path, "one.json", document))
    assert ended.status == 0
    assert "2 observations" in ended.squeezed


def test_a_product_that_no_standard_covers_is_not_assessed(tmp_path: Path) -> None:
    file = written(tmp_path, "one.json", footprints.conforming())
    ended = footrule("check", file)
    assert ended.status == 3
    assert "NOT ASSESSED" in ended.out
    assert footrule("check", "--accept", "awaiting-review", file).status == 3


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("bogus",),
        ("check",),
        ("check", "FILE", "--format", "xml"),
        ("check", "FILE", "--lang", "fr"),
        ("check", "FILE", "--accept", "everything"),
        ("check", "FILE", "--as-of", "2026-02-30"),
        ("check", "FILE", "--as-of", "today"),
        ("check", "FILE", "--standard"),
        ("check", "FILE", "--standard", ""),
        ("check", "FILE", "--standard", "pakt"),
        ("check", "FILE", "--standard", "pact@99"),
        ("check", "FILE", "--standard", "pact@"),
        ("check", "FILE", "--predecessor", "nowhere.json"),
        ("check", "FILE", "--predecessor", "-"),
        ("show",),
        ("show", "PACT-C99"),
        ("lint",),
        ("test", "nowhere"),
        ("--unknown",),
    ],
)
def test_a_command_line_that_makes_no_sense_is_2_and_says_why(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    file = str(written(tmp_path, "one.json", footprints.conforming()))
    ended = footrule(*(file if one == "FILE" else one for one in arguments))
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err
    assert "Traceback" not in ended.err


# A fault of the engine

FAULTY = """
import sys
from footrule.cli.main import main
from footrule.assess.deciding import Deciding

decided = Deciding.decided
def faulty(self, document, applied):
    if b"faulty" in document.data:
        raise {fault}
    return decided(self, document, applied)
Deciding.decided = faulty
main()
"""


def faulty(fault: str, *files: Path) -> tuple[int, str]:
    """Status and standard error of a check that fails on comments with the word `faulty`."""
    start = [sys.executable, "-c", FAULTY.format(fault=fault)]
    ended = process("check", "--standard", "pact", *files, start=start)
    return ended.returncode, ended.stderr.decode()


@pytest.mark.parametrize("fault", ["ZeroDivisionError()", "RecursionError()", "OSError(5, 'disk', 'file')"])
def test_a_fault_of_the_engine_is_4_whatever_the_other_files_are(tmp_path: Path, fault: str) -> None:
    """Python's own status for a fault is 1, which would be a judgement on the footprint."""
    files = [written(tmp_path, f"{status}.json", document) for status, document in DOCUMENTS.items()]
    files.append(written(tmp_path, "fault.json", footprints.pact3() | {"comment": "faulty"}))
    status, err = faulty(fault, *files)
    assert status == 4
    assert "Traceback" in err
    assert fault.split("(", maxsplit=1)[0] in err
    assert "has a fault of its own: nothing was decided" in err
    assert "故障" in err


def test_an_interruption_is_no_answer_and_no_traceback(tmp_path: Path) -> None:
    status, err = faulty("KeyboardInterrupt()", written(tmp_path, "a.json", footprints.pact3() | {"comment": "faulty"}))
    assert (status, err) == (130, "")


# Streams


START = "from footrule.cli.main import main; main()"
FAULT = "from footrule.cli import main; main._status = None; main.main()"


def in_shell(*words: str, then: str = "", code: str = START) -> tuple[int, str]:
    """Status (of the command, not of what it is piped to) and standard error of a command line of the shell."""
    line = shlex.join([sys.executable, "-c", code, *words])
    ended = process(start=["bash", "-c", f"{line} {then}; exit ${{PIPESTATUS[0]}}"])
    return ended.returncode, ended.stderr.decode()


@unix_only
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_has_seen_enough_ends_the_run_quietly_and_without_a_verdict(tmp_path: Path, form: str) -> None:
    lines = "\n".join([footprints.text(footprints.conforming(), None)] * 60)
    file = written(tmp_path, "many.ndjson", lines)
    status, err = in_shell("check", str(file), "--standard", "pact", "--detail", "--format", form, then="| head -c 1")
    assert (status, err) == (141, "")


@unix_only
@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("status", DOCUMENTS)
def test_without_standard_output_the_status_still_tells(tmp_path: Path, form: str, status: int) -> None:
    file = written(tmp_path, "one.json", DOCUMENTS[status])
    words = ("check", str(file), "--standard", "pact", "--format", form)
    assert in_shell(*words, then=">&-") == (status, "")


@unix_only
@pytest.mark.parametrize("words", [("--version",), ("list",), ("check", "FILE"), ("check", "FILE", "--format", "json")])
def test_output_that_cannot_be_written_is_said_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    file = str(written(tmp_path, "one.json", footprints.conforming()))
    status, err = in_shell(*(file if one == "FILE" else one for one in words), then=">/dev/full")
    assert status == 2
    assert err.startswith("footrule: the output cannot be written")
    assert len(err.splitlines()) == 1


@unix_only
@pytest.mark.parametrize("then", ["2>&-", "2>/dev/full", "2>&- >&-", "<&- 2>&-"])
def test_without_standard_error_a_bad_command_line_is_2(then: str) -> None:
    assert in_shell("check", "nowhere.json", "--as-of", "x", then=then) == (2, "")


@unix_only
@pytest.mark.parametrize("then", ["", "2>&-", "2>/dev/full", ">&-", ">/dev/full", "2>&- >&-"])
def test_a_fault_is_4_even_where_it_cannot_be_told(then: str) -> None:
    assert in_shell("list", then=then, code=FAULT)[0] == 4
