"""Rows as a Parquet file, made of the rows as JSON, group by group; it takes its name when it is complete."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from footrule.batch.arrow import Arrow

if TYPE_CHECKING:
    from typing import BinaryIO

MOST_BYTES_OF_GROUP = 2**23


def to_parquet(rows: Path, output: Path) -> None:
    """Make a Parquet file of a file of rows. Raises SourceRefused where pyarrow is not installed."""
    installed = Arrow()
    unfinished = output.with_name(f"{output.name}.{os.getpid()}")
    with rows.open("rb") as lines:
        written = installed.write(unfinished)
        for group in _groups(lines):
            written.write_table(installed.rows_of(group))
        written.close()
    unfinished.replace(output)
    rows.unlink()


def _groups(lines: BinaryIO) -> Iterator[bytes]:
    """The rows in groups that end with a row: the same for the same rows, however they came."""
    while group := lines.read(MOST_BYTES_OF_GROUP):
        yield group if group.endswith(b"\n") else group + lines.readline()
