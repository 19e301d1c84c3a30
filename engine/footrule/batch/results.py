"""Where the rows of a run go: a stream, or a file that can be gone on with; as Parquet once they are all there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from typing import BinaryIO

PARQUET = ".parquet"
ROWS = ".rows"
"""Behind the name of a Parquet file: its rows while they come, as NDJSON. A Parquet file cannot be gone on with."""


class Results(Protocol):
    """Where rows go."""

    def write(self, lines: bytes) -> None:
        """Put rows behind those before."""
        ...


class ToStream:
    """Rows into a stream, each piece at once."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, lines: bytes) -> None:
        """Put rows behind those before."""
        self._stream.write(lines)
        self._stream.flush()


class ToFile:
    """Rows into a file, from its first `kept` bytes on: what stands behind them is taken away."""

    def __init__(self, path: Path, kept: int) -> None:
        self.path = path
        self._file = path.open("r+b" if kept else "wb")
        self._file.truncate(kept)
        self._file.seek(kept)

    def write(self, lines: bytes) -> None:
        """Put rows behind those before."""
        self._file.write(lines)

    def on_disk(self) -> int:
        """See to it that what was written is on the disk, and answer how many bytes that are."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def file_of_rows(output: Path) -> Path:
    """Where the rows of an output are written as they come."""
    return output.with_name(output.name + ROWS) if is_parquet(output) else output


def is_parquet(output: Path) -> bool:
    """Whether an output is to be a Parquet file: its name says so."""
    return output.name.lower().endswith(PARQUET)


def too_short(output: Path, kept: int) -> Wording | None:
    """Why an output cannot be gone on with: it has fewer bytes than were written to it."""
    try:
        size = output.stat().st_size
    except FileNotFoundError:
        size = 0
    if size >= kept:
        return None
    return worded(
        f"{output} has {size:,} bytes, and {kept:,} were written to it: it was changed since; begin anew",
        f"{output} 只有 {size:,} 字节，而此前已写入 {kept:,} 字节：文件已被改动，请重新开始",
    )
