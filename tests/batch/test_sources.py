"""Where documents come from: whatever they are packed in, told by content, in order, and never held as a whole."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tracemalloc
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from footrule.batch import folders
from footrule.batch.sources import Sources
from footrule.submission.raw_documents import RawDocument
from tests.batch.inputs import PACKINGS, document, lines, message, put, read, table, told, zipped, zstd

THREE = lines(3)
EACH_OF_THREE = [f"x:{number + 1} {number}" for number in range(3)]


@pytest.mark.parametrize("name", ["x.json", "x.ndjson", "x", "x.gz", "x.zip", "x.parquet"])
@pytest.mark.parametrize("packing", [None, *PACKINGS])
def test_what_a_file_is_its_content_says_and_not_its_name(tmp_path: Path, name: str, packing: str | None) -> None:
    data = THREE if packing is None else PACKINGS[packing](THREE)
    assert told(read(put(tmp_path, name, data)), tmp_path) == [one.replace("x", name, 1) for one in EACH_OF_THREE]


@pytest.mark.parametrize(
    "data",
    [
        THREE,
        gzip.compress(THREE),
        zstd(THREE),
        gzip.compress(THREE[:40]) + gzip.compress(THREE[40:]) + b"\0\0",
        zstd(THREE[:40]) + b"\x50\x2a\x4d\x18\x02\0\0\0xx" + zstd(THREE[40:]),
        gzip.compress(zstd(THREE)),
    ],
    ids=["plain", "gzip", "zstd", "two parts of gzip", "parts of zstd", "packed twice"],
)
def test_standard_input_may_be_any_of_these(data: bytes) -> None:
    assert told(read("-", stdin=data)) == [one.replace("x", "standard input", 1) for one in EACH_OF_THREE]


def test_standard_input_may_be_an_archive_or_a_table_packed_once_more() -> None:
    archive = zipped({"b.json": document(2), "a.json": document(1)})
    assert told(read("-", stdin=archive)) == ["standard input!b.json:1 2", "standard input!a.json:1 1"]
    packed = gzip.compress(table([{"json": document(7).decode()}]))
    assert told(read("-", stdin=packed)) == ["standard input!1:1 7"]
    assert [message(one) for one in read("-", stdin=None)] == ["It is closed."]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b/z.json", "b/a.ndjson.gz", "a.json", "c.zip", "notes.txt", ".hidden.json", "__MACOSX/a.json"):
        data = {".gz": gzip.compress(THREE[:20]), "zip": zipped({"in.json": document(5)})}.get(name[-3:], document(9))
        put(tmp_path, f"d/{name}", b"a note" if name.endswith(".txt") else data)
    sources = Sources([str(tmp_path / "d")], None)
    found = list(sources.documents())
    assert told(found[:1], tmp_path) == ["d/a.json:1 9"]
    assert [one.file.removeprefix(f"{tmp_path}/") for one in found] == [
        "d/a.json", "d/b/a.ndjson.gz", "d/b/z.json", "d/c.zip!in.json",
    ]  # fmt: skip
    assert (sources.files_passed_over, sources.passed_over) == (1, [str(tmp_path / "d/notes.txt")])


def test_a_folder_of_many_files_is_looked_through_more_than_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(23):
        put(tmp_path, f"d/{number:02}.json", document(number))
    whole = told(read(str(tmp_path / "d")))
    monkeypatch.setattr(folders, "MOST_NAMES_HELD", 5)
    assert told(read(str(tmp_path / "d"))) == whole
    assert len(whole) == 23


def test_what_the_run_writes_into_the_folder_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "a.json", document(1))
    own = put(tmp_path, "out.ndjson", document(2))
    assert told(list(Sources([str(tmp_path)], None, [own]).documents()), tmp_path) == ["a.json:1 1"]


def test_a_name_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    names = [str(tmp_path / "d"), put(tmp_path, "e.zip", zipped({"README.md": b"nothing"})), str(tmp_path / "none")]
    assert told(read(*names), tmp_path) == ["d I0012", "e.zip I0012", "none I0001"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
def test_links_and_pipes_in_a_folder_do_not_hold_it_up(tmp_path: Path) -> None:
    put(tmp_path, "d/a/x.json", document(1))
    (tmp_path / "d/a/round").symlink_to("..")
    (tmp_path / "d/b").symlink_to("a")
    (tmp_path / "d/nowhere.json").symlink_to("gone")
    os.mkfifo(tmp_path / "d/pipe.json")
    found = read(str(tmp_path / "d"))
    assert told(found, tmp_path) == [
        "d/a/round I0002", "d/a/x.json:1 1", "d/b I0002", "d/nowhere.json I0001", "d/pipe.json I0003",
    ]  # fmt: skip
    assert "not followed again" in message(found[0])
    assert "no regular file" in message(found[-1])


# Archives


def test_an_archive_holds_files_of_every_kind(tmp_path: Path) -> None:
    inside = {
        "a/one.json": document(1),
        "a/many.jsonl": THREE,
        "b.json.gz": gzip.compress(document(2)),
        "c.zst": zstd(document(3)),
        "d.parquet": table([{"json": document(4).decode()}]),
        "in.zip": zipped({"x.json": document(5)}),
        "README.md": b"read me",
        ".hidden/x.json": document(6),
    }
    found = read(put(tmp_path, "z.zip", zipped(inside)))
    assert told(found, tmp_path) == [
        "z.zip!a/one.json:1 1",
        *(f"z.zip!a/many.jsonl:{number + 1} {number}" for number in range(3)),
        "z.zip!b.json.gz:1 2",
        "z.zip!c.zst:1 3",
        "z.zip!d.parquet!1:1 4",
        "z.zip!in.zip I0017",
    ]
    assert "archive in an archive" in message(found[-1])


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_methods_of_packing(tmp_path: Path, method: int) -> None:
    found = read(put(tmp_path, "z.zip", zipped({"a.json": document(1)}, method)))
    if method == zipfile.ZIP_BZIP2:
        assert "packed by method 12" in message(found[0])
    else:
        assert told(found, tmp_path) == ["z.zip!a.json:1 1"]


def test_the_names_of_an_archive_are_read_as_they_were_written(tmp_path: Path) -> None:
    archive = put(tmp_path, "y.zip", zipped({"碳/足迹.json": document(1)}))
    assert told(read(archive), tmp_path) == ["y.zip!碳/足迹.json:1 1"]


def test_a_large_archive_says_its_sizes_elsewhere(tmp_path: Path) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive, archive.open("a.json", "w", force_zip64=True) as member:
        member.write(document(1))
    assert told(read(put(tmp_path, "z.zip", kept.getvalue())), tmp_path) == ["z.zip!a.json:1 1"]


# Tables


def test_a_table_has_documents_in_the_column_that_is_called_so_or_in_its_only_text(tmp_path: Path) -> None:
    named = table([{"note": "a", "Document": document(1).decode()}, {"note": "b", "Document": None}])
    assert told(read(put(tmp_path, "t", named)), tmp_path) == ["t!1:1 1", "t!2 I0005"]
    only = table([{"n": 1, "payload": document(2)}])
    assert told(read(put(tmp_path, "u", only)), tmp_path) == ["u!1:1 2"]
    neither = read(put(tmp_path, "v", table([{"a": "x", "b": "y"}])))
    assert told(neither, tmp_path) == ["v I0021"]
    assert "Its columns are a, b" in message(neither[0])
    assert told(read(put(tmp_path, "w", table([{"a": "no object"}]))), tmp_path) == ["w I0021"]


def test_a_table_may_have_a_column_for_each_attribute(tmp_path: Path) -> None:
    row: dict[str, object] = {
        "id": "a",
        "created": datetime(2026, 3, 1, 8, tzinfo=UTC),
        "day": date(2026, 3, 1),
        "version": 2,
        "comment": None,
        "pcf": {"mass": Decimal("1.50"), "gone": None, "list": [{"share": 0.5}, {"share": None}], "text": "碳"},
        "extra.inner": True,
    }
    (found,) = read(put(tmp_path, "t.parquet", table([row])))
    assert isinstance(found, RawDocument)
    assert found.data.decode() == (
        '{"id": "a", "created": "2026-03-01T08:00:00Z", "day": "2026-03-01", "version": 2, '
        '"pcf": {"mass": "1.50", "list": [{"share": 0.5}, {}], "text": "碳"}, "extra": {"inner": true}}'
    )


# How far


def test_sources_say_how_far_they_are_read(tmp_path: Path) -> None:
    names = [
        put(tmp_path, "a.ndjson", lines(2000)),
        put(tmp_path, "b.gz", gzip.compress(lines(2000))),
        put(tmp_path, "c.zip", zipped({f"{number}.json": document(number) for number in range(100)})),
        put(tmp_path, "d.parquet", table([{"json": document(number).decode()} for number in range(100)])),
    ]
    sources = Sources(names, None)
    assert sources.bytes_total == sum(map(os.path.getsize, names))
    seen = [sources.bytes_read for _ in sources.documents()]
    assert seen[0] < seen[-1]
    assert sources.bytes_read == sources.bytes_total
    assert Sources([*names, str(tmp_path)], None).bytes_total is None
    assert Sources(["-"], io.BytesIO()).bytes_total is None


@pytest.mark.parametrize("packing", ["plain", "gzip", "zstd", "zip"])
def test_no_more_is_held_than_a_document_and_small_buffers(tmp_path: Path, packing: str) -> None:
    text = b"".join(b'{"id": %d, "pcf": {"x": "%s"}}\n' % (n, os.urandom(400).hex().encode()) for n in range(2000))
    data = {
        "plain": lambda: text,
        "gzip": lambda: gzip.compress(text, 1),
        "zstd": lambda: zstd(text),
        "zip": lambda: zipped({f"{n}.json": line for n, line in enumerate(text.splitlines())}),
    }[packing]()
    documents = Sources([put(tmp_path, "x", data)], None).documents()
    next(documents)
    tracemalloc.start()
    count = sum(1 for _ in documents)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 1999
    assert most < 2_500_000
