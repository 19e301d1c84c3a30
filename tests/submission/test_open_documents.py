"""From file names to documents: files, lines, pipes and standard input, and whatever can be wrong with them."""

from __future__ import annotations

import io
import os
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.submission import raw_documents as module
from footrule.submission.intake import Unreadable
from footrule.submission.open_documents import Document, open_documents
from footrule.text.source import Position

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


def opened(*names: Path | str, stdin: bytes | None = None) -> list[Document | Unreadable]:
    return list(open_documents([str(name) for name in names], None if stdin is None else io.BytesIO(stdin)))


def summary(found: list[Document | Unreadable]) -> list[str]:
    """Each document's value as text, each unreadable's id with its line."""
    return [str(one.text.value) if isinstance(one, Document) else f"{one.kind.id} line {one.line}" for one in found]


# Whole documents


def test_a_file_is_a_document_with_the_hash_of_its_bytes(tmp_path: Path) -> None:
    content = b'\xef\xbb\xbf{\n  "a": 1\n}\n\n'
    (tmp_path / "offer.json").write_bytes(content)
    (found,) = opened(tmp_path / "offer.json")
    assert isinstance(found, Document)
    assert (found.file, found.first_line) == (str(tmp_path / "offer.json"), 1)
    assert found.sha256 == sha256(content).hexdigest()
    assert found.positions(["/a"]) == {"/a": Position(2, 3)}


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text("[1]")
    (tmp_path / "bad.json").write_text("[1")
    names = [tmp_path / "bad.json", tmp_path / "none.json", tmp_path, tmp_path / "good.json"]
    assert summary(opened(*names)) == ["I0007 line 1", "I0001 line None", "I0002 line None", "['1']"]


@pytest.mark.parametrize(
    ("name", "kind", "en", "zh"),
    [
        ("missing.json", "I0001", "no file of this name", "没有这个文件"),
        ("file.json/inside", "I0001", "no file of this name", "没有这个文件"),
        ("zero\0character", "I0001", "No file can have this name", "文件名"),
        ("", "I0002", "This is a folder", "这是文件夹"),
        ("x" * 5000, "I0003", "The system could not read it", "系统无法读取"),
    ],
)
@unix_only
def test_a_name_that_cannot_be_opened_says_why(tmp_path: Path, name: str, kind: str, en: str, zh: str) -> None:
    (tmp_path / "file.json").write_text("{}")
    (found,) = opened(f"{tmp_path}/{name}")
    assert isinstance(found, Unreadable)
    assert (found.kind.id, found.line, found.sha256) == (kind, None, None)
    assert en in found.message.in_language("en")
    assert zh in found.message.in_language("zh")


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated, since the superuser may read everything."""

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", denied)
    (found,) = opened(tmp_path / "locked.json")
    assert isinstance(found, Unreadable)
    assert found.kind.id == "I0003"
    assert "not allowed to read it" in found.message.in_language("en")


def sparse(path: Path, size: int) -> Path:
    """A file of `size` zero bytes that takes no room on the disk."""
    path.touch()
    os.truncate(path, size)
    return path


def test_a_document_of_500_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    (found,) = opened(sparse(tmp_path / "huge.json", 500 * 10**6))
    assert isinstance(found, Unreadable)
    assert (found.kind.id, found.line, found.sha256) == ("I0004", None, None)
    assert "It has 476.8 MiB; one document may have 64 MiB" in found.message.in_language("en")
    assert "NDJSON" in found.message.in_language("zh")


def test_a_file_of_lines_may_be_larger_but_not_its_one_line(tmp_path: Path) -> None:
    (found,) = opened(sparse(tmp_path / "huge.ndjson", 70 * 10**6))
    assert isinstance(found, Unreadable)
    assert (found.kind.id, found.line, found.column, found.byte) == ("I0004", 1, 1, 0)
    assert "This line has more than 64 MiB" in found.message.in_language("en")


# Documents line by line

LINES = b'{"a": 1}\n\n{"a": x}\r\n{"b":\n{"a": 2}'
EXPECTED = ["{'a': '1'}", "I0008 line 3", "I0007 line 4", "{'a': '2'}"]


@pytest.mark.parametrize("name", ["many.ndjson", "many.jsonl", "MANY.JSONL", "many.json", "many"])
def test_a_file_of_lines_is_known_by_name_or_by_content(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(LINES)
    assert summary(opened(tmp_path / name)) == EXPECTED


def test_standard_input_may_be_a_document_or_lines() -> None:
    assert summary(opened("-", stdin=b"[\n1\n]\n")) == ["['1']"]
    assert summary(opened("-", stdin=LINES)) == EXPECTED
    assert summary(opened("-", stdin=b"")) == ["I0005 line 1"]
    (closed,) = open_documents(["-"], None)
    assert isinstance(closed, Unreadable)
    assert (closed.file, closed.kind.id) == ("standard input", "I0003")


def test_a_line_knows_its_place_and_hash_in_the_file() -> None:
    first, bad, _, last = opened("-", stdin=LINES)
    assert isinstance(last, Document)
    assert (last.first_line, last.file) == (5, "standard input")
    assert last.sha256 == sha256(b'{"a": 2}').hexdigest()
    assert last.positions(["/a"]) == {"/a": Position(5, 2)}
    assert isinstance(first, Document)
    assert first.sha256 == sha256(b'{"a": 1}').hexdigest()
    assert isinstance(bad, Unreadable)
    assert (bad.column, bad.byte) == (7, LINES.index(b"x"))


def test_a_repeated_key_in_the_first_line_does_not_hide_that_there_are_lines() -> None:
    assert summary(opened("-", stdin=b'{"a": 1, "a": 2}\n{"a": 3}\n')) == ["I0010 line 1", "{'a': '3'}"]


def test_a_file_of_lines_may_have_one_line_or_none(tmp_path: Path) -> None:
    (tmp_path / "one.ndjson").write_bytes(b"[1]\n")
    (tmp_path / "none.ndjson").write_bytes(b"\n" * 1000)
    (one,) = opened(tmp_path / "one.ndjson")
    assert isinstance(one, Document)
    assert one.sha256 == sha256(b"[1]").hexdigest()
    assert summary(opened(tmp_path / "none.ndjson")) == ["I0005 line 1"]


def test_a_file_of_lines_in_utf_16_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "wide.ndjson").write_bytes('{"a": 1}\n{"a": 2}\n'.encode("utf-16"))
    assert summary(opened(tmp_path / "wide.ndjson")) == ["I0006 line 1"]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_DOCUMENT", 10)
    found = opened("-", stdin=b'[1]\n["' + b"x" * 50 + b'"]\n[2]\n')
    assert summary(found) == ["['1']", "I0004 line 2", "['2']"]
    assert summary(opened("-", stdin=b"[\n1,\n2,\n3,\n4\n]")) == ["I0004 line None"]
    assert summary(opened("-", stdin=b"[\n1,\n2\n]\n")) == ["['1', '2']"]


class Endless(io.RawIOBase):
    """A stream of short lines that counts what was read from it."""

    def __init__(self, lines: int) -> None:
        self.left = lines

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self.left:
            return 0
        self.left -= 1
        line = b'{"a": "' + b"x" * 1000 + b'"}\n'
        buffer[: len(line)] = line
        return len(line)


def test_many_lines_are_read_one_at_a_time() -> None:
    raw = Endless(3000)  # 3 MB
    documents: Iterator[Document | Unreadable] = open_documents(["-"], io.BufferedReader(raw, buffer_size=2000))
    next(documents)
    assert raw.left > 2990
    tracemalloc.start()
    count = sum(1 for _ in documents)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 2999
    assert most < 300_000


@unix_only
def test_a_named_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(LINES,))
    writer.start()
    assert summary(opened(pipe)) == EXPECTED
    writer.join()


@unix_only
def test_a_stream_without_end_is_refused() -> None:
    assert summary(opened("/dev/zero")) == ["I0004 line None"]


@given(st.binary(max_size=100) | st.lists(st.sampled_from([b"{}", b"[1", b"\n", b" ", b"\r", b"\xff"])).map(b"".join))
def test_no_stream_of_bytes_escapes(data: bytes) -> None:
    found = opened("-", stdin=data)
    assert found
    for one in found:
        if isinstance(one, Unreadable):
            assert one.byte is not None
            assert 0 <= one.byte <= len(data)
