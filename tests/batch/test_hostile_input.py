"""Broken, huge and hostile input: each has its own row, and the others are read."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from pathlib import Path
from unittest.mock import patch

import pyarrow
import pyarrow.parquet
import pytest

from footrule.batch import sources, streams, table_reader
from footrule.batch.refusals import SourceRefused
from footrule.batch.table import table_documents
from footrule.submission import raw_documents
from footrule.submission.raw_documents import RawDocument
from tests.batch.inputs import PACKINGS, document, lines, message, put, read, table, told, zipped

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")

BOMB = b"[0" + b",0" * 10**7


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("bomb", [BOMB, b"\n" * 2 * 10**7, document(1) + b"\n" + b" " * 2 * 10**7], ids=len)
def test_what_unpacks_to_far_more_than_documents_would_is_not_unpacked(
    tmp_path: Path, packing: str, bomb: bytes
) -> None:
    names = [put(tmp_path, "bomb.json", PACKINGS[packing](bomb)), put(tmp_path, "good.json", document(2))]
    found = read(*names)
    assert told(found[-2:], tmp_path) == ["bomb.json I0020", "good.json:1 2"]
    assert "without a whole document among them" in message(found[-2])


def test_lines_that_are_much_alike_are_no_trap(tmp_path: Path) -> None:
    assert len(read(put(tmp_path, "x.gz", gzip.compress(document(1) + (b"\n" + document(1)) * 100_000)))) == 100_001


def test_an_archive_with_a_trap_and_a_broken_file_in_it_is_read_around_them(tmp_path: Path) -> None:
    data = zipped({"a.json": document(1), "bomb.json": BOMB, "two.json": document(2), "c.json": b"x" * 100})
    broken = bytearray(data)
    at = data.index(b"two.json") + len("two.json")
    broken[at : at + 8] = b"\xff" * 8
    found = read(put(tmp_path, "z.zip", bytes(broken)))
    assert [one.split()[-1] for one in told(found[:3])] == ["1", "I0020", "I0017"]
    assert isinstance(found[3], RawDocument)


def test_files_of_an_archive_that_lie_over_one_another_are_not_read_again_and_again(tmp_path: Path) -> None:
    data = zipped({"a.json": document(1) + b" " * 100}, zipfile.ZIP_STORED)
    directory, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[directory:end] * 50
    counts = (50).to_bytes(2, "little") * 2
    ends = data[end : end + 8] + counts + len(entry).to_bytes(4, "little") + data[end + 16 :]
    found = read(put(tmp_path, "z.zip", data[:directory] + entry + ends))
    assert told(found[-1:], tmp_path) == ["z.zip I0020"]
    assert len(found) < 50
    assert "lie over one another" in message(found[-1])


def test_a_file_that_needs_a_password_says_so(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.json": document(1), "b.json": document(2)}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    found = read(put(tmp_path, "z.zip", bytes(data)))
    assert told(found, tmp_path) == ["z.zip!a.json I0017", "z.zip!b.json:1 2"]
    assert "needs a password" in message(found[0])


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_packed_file_that_is_cut_off_or_damaged_is_read_up_to_there(tmp_path: Path, packing: str) -> None:
    text = b"".join(b'{"id": %d, "x": "%s"}\n' % (n, n.to_bytes(40, "big").hex().encode()) for n in range(20_000))
    whole = PACKINGS[packing](text)
    cut = read(put(tmp_path, "cut", whole[: len(whole) // 2]))
    assert "ends too early" in message(cut[-1])
    damaged = bytearray(whole)
    damaged[len(whole) // 2 : len(whole) // 2 + 20] = b"\xff" * 20
    torn = read(put(tmp_path, "torn", bytes(damaged)))
    assert "is damaged here" in message(torn[-1])
    behind = read(put(tmp_path, "behind", whole + b"and more that is not packed"))
    assert (len(behind), told(behind[-1:], tmp_path)) == (20_001, ["behind I0017"])


@pytest.mark.parametrize("cut", range(1, 200, 13))
def test_an_archive_that_is_cut_off_is_told(tmp_path: Path, cut: int) -> None:
    whole = zipped({"a.json": document(1), "b.json": document(2)})
    found = read(put(tmp_path, "z.zip", whole[:-cut]))
    assert told(found, tmp_path) == ["z.zip I0017"]


def test_bytes_of_an_archive_changed_at_random_never_end_the_run(tmp_path: Path) -> None:
    whole = zipped({"a.json": document(1), "b.json": document(2)})
    for place in range(0, len(whole), 3):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        assert read(put(tmp_path, "z.zip", bytes(damaged)), put(tmp_path, "g.json", document(3)))[-1:]


def test_bytes_of_a_table_changed_at_random_never_end_the_run(tmp_path: Path) -> None:
    whole = table([{"json": document(number).decode()} for number in range(5)])
    places = range(4, len(whole), 9)
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        put(tmp_path, f"d/{place:04}.parquet", bytes(damaged))
    found = read(str(tmp_path / "d"), put(tmp_path, "g.json", document(3)))
    assert {one.file.partition("!")[0] for one in found[:-1]} == {
        f"{tmp_path}/d/{place:04}.parquet" for place in places
    }
    assert told(found[-1:], tmp_path) == ["g.json:1 3"]


@unix_only
def test_a_table_that_takes_all_memory_ends_its_reader_and_not_the_run(tmp_path: Path) -> None:
    huge = "{" + " " * 30_000_000
    bomb = io.BytesIO()
    column = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 1000, pyarrow.int32()), pyarrow.array([huge]))
    pyarrow.parquet.write_table(pyarrow.table({"json": column}), bomb, compression="zstd", store_schema=False)
    good = table([{"json": document(2).decode()}])
    with patch.object(table_reader, "MOST_MEMORY", 10**9):
        found = read(put(tmp_path, "bomb.parquet", bomb.getvalue()), put(tmp_path, "good.parquet", good))
    assert len(bomb.getvalue()) < 100_000
    assert told(found, tmp_path) == ["bomb.parquet I0017", "good.parquet!1:1 2"]


def test_a_line_of_forty_megabytes_is_read_and_one_that_is_too_long_passed_over(tmp_path: Path) -> None:
    long = b'{"id": 1, "x": "' + b"x" * 40_000_000 + b'"}\n'
    found = read(put(tmp_path, "x.ndjson", document(0) + b"\n" + long + document(2)))
    assert [len(one.data) for one in found if isinstance(one, RawDocument)] == [len(document(0)), len(long) - 1, 20]
    with patch.object(raw_documents, "LARGEST_DOCUMENT", 10**6):
        found = read(put(tmp_path, "x.ndjson", document(0) + b"\n" + long + document(2)))
    assert told(found, tmp_path) == ["x.ndjson:1 0", "x.ndjson I0004", "x.ndjson:3 2"]


def test_a_first_line_that_is_broken_does_not_hide_the_others() -> None:
    found = read("-", stdin=b"not JSON\n" + lines(2))
    assert [one.data for one in found if isinstance(one, RawDocument)] == [b"not JSON", document(0), document(1)]


def test_an_archive_that_comes_packed_and_is_too_large_is_not_kept_aside(tmp_path: Path) -> None:
    archive = zipped({"a.json": document(1)})
    with patch.object(sources, "LARGEST_PACKAGE", 50):
        found = read(put(tmp_path, "z.zip.gz", gzip.compress(archive)), put(tmp_path, "z.zip", archive))
    assert told(found, tmp_path) == ["z.zip.gz I0004", "z.zip!a.json:1 1"]


def test_what_is_packed_again_and_again_is_not_unpacked_for_ever(tmp_path: Path) -> None:
    data = document(1)
    for _ in range(5):
        data = gzip.compress(data)
    assert told(read(put(tmp_path, "x.gz", data)), tmp_path) == ["x.gz I0017"]


def test_without_the_extra_it_is_told_what_to_install(tmp_path: Path) -> None:
    with patch.dict("sys.modules", {"zstandard": None, "pyarrow": None}):
        found = read(put(tmp_path, "x", PACKINGS["zstd"](document(1))), put(tmp_path, "g.json", document(2)))
        with pytest.raises(SourceRefused) as refused:
            next(table_documents("t", io.BytesIO(table([]))))
    assert told(found, tmp_path) == ["x I0003", "g.json:1 2"]
    for one in (message(found[0]), str(refused.value)):
        assert 'pip install "footrule[batch]"' in one


def test_a_stream_of_small_pieces_is_told_by_its_first_bytes() -> None:
    class Dripping(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            return self.read(1)

    found = list(sources.Sources(["-"], Dripping(gzip.compress(lines(3)))).documents())
    assert len(told(found)) == 3
    assert streams.FEWEST_FOR_MAGIC == 8
