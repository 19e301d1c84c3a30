"""Small documents and the things they come in: archives, tables, packed files, and traps made like them."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow
import pyarrow.parquet
import zstandard

from footrule.batch.sources import Raw, Sources
from footrule.submission.intake import Unreadable


def document(number: int) -> bytes:
    """A document that is told from others by its number."""
    return json.dumps({"id": number, "pcf": {}}).encode()


def lines(count: int) -> bytes:
    """A file of lines with so many documents."""
    return b"".join(document(number) + b"\n" for number in range(count))


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return kept.getvalue()


def zstd(data: bytes) -> bytes:
    """Packed by zstd."""
    return zstandard.ZstdCompressor().compress(data)


def table(rows: list[dict[str, object]]) -> bytes:
    """A Parquet file."""
    kept = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), kept)
    return kept.getvalue()


def put(folder: Path, name: str, data: bytes) -> str:
    """A file with some bytes; its name as a user would give it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return str(path)


def read(*names: str, stdin: bytes | None = None) -> list[Raw]:
    """The documents of some sources."""
    return list(Sources(names, None if stdin is None else io.BytesIO(stdin)).documents())


def told(found: list[Raw], folder: Path | None = None) -> list[str]:
    """Each document as `place:line id`, each thing that could not be read as `place code`."""
    begin = "" if folder is None else f"{folder}/"
    return [
        f"{one.file.removeprefix(begin)} {one.kind.id}"
        if isinstance(one, Unreadable)
        else f"{one.file.removeprefix(begin)}:{one.first_line} {json.loads(one.data)['id']}"
        for one in found
    ]


def message(found: Raw) -> str:
    """What is said of something that could not be read."""
    assert isinstance(found, Unreadable)
    assert found.message.in_language("zh")
    return str(found.message)


PACKINGS = {"gzip": gzip.compress, "zstd": zstd}
