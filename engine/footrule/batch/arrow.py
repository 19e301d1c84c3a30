"""The part of pyarrow that is used here, with types: the package itself has none, and is an extra."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from footrule.batch.refusals import needs_extra
from footrule.report.result_row import WRITTEN, RowClause, RowCounts, RowError, RowFinding, RowStandard

if TYPE_CHECKING:
    from typing import BinaryIO

Cell = object
"""What pyarrow makes of a value: None, a truth value, a number, a text, bytes, a date or time, a list, a dictionary."""


class DataType(Protocol):
    """A type of a column."""


class Field(Protocol):
    """A column of a schema."""

    @property
    def type(self) -> DataType:
        """Its type."""
        ...


class Schema(Protocol):
    """The columns of a table."""

    @property
    def names(self) -> list[str]:
        """Their names."""
        ...

    def field(self, name: str, /) -> Field:
        """The column of a name."""
        ...


class Table(Protocol):
    """A table, or a batch of its rows."""

    def to_pylist(self) -> list[dict[str, Cell]]:
        """Its rows, each by the names of the columns."""
        ...


class ReadTable(Protocol):
    """A Parquet file that is opened to be read."""

    @property
    def schema_arrow(self) -> Schema:
        """Its columns."""
        ...

    def iter_batches(self, *, batch_size: int, columns: Sequence[str], use_threads: bool) -> Iterator[Table]:
        """Its rows, some at a time."""
        ...


class WrittenTable(Protocol):
    """A Parquet file that is being written."""

    def write_table(self, table: Table, /) -> None:
        """Put a group of rows behind those before."""
        ...

    def close(self) -> None:
        """Write what ends the file."""
        ...


class _Types(Protocol):
    """The module of types."""

    def is_string(self, kind: DataType, /) -> bool: ...

    def is_large_string(self, kind: DataType, /) -> bool: ...

    def is_binary(self, kind: DataType, /) -> bool: ...

    def is_large_binary(self, kind: DataType, /) -> bool: ...


class _Arrow(Protocol):
    """The package."""

    ArrowException: type[Exception]
    types: _Types

    def string(self) -> DataType: ...

    def int64(self) -> DataType: ...

    def list_(self, element: DataType, /) -> DataType: ...

    def struct(self, fields: Sequence[tuple[str, DataType]], /) -> DataType: ...

    def schema(self, fields: Sequence[tuple[str, DataType]], /) -> Schema: ...

    def BufferReader(self, data: bytes, /) -> object: ...  # noqa: N802 - its name


class _Json(Protocol):
    """The module that reads JSON lines."""

    def ReadOptions(self, *, use_threads: bool, block_size: int) -> object: ...  # noqa: N802 - its name

    def ParseOptions(self, *, explicit_schema: Schema, unexpected_field_behavior: str) -> object: ...  # noqa: N802

    def read_json(self, source: object, read: object, parse: object, /) -> Table: ...


class _Parquet(Protocol):
    """The module of Parquet files."""

    def ParquetFile(self, file: BinaryIO, /, *, buffer_size: int, pre_buffer: bool) -> ReadTable: ...  # noqa: N802

    def ParquetWriter(self, path: Path, schema: Schema, /, *, compression: str) -> WrittenTable: ...  # noqa: N802


class Arrow:
    """What is done with pyarrow. Raises SourceRefused where it is not installed."""

    def __init__(self) -> None:
        try:
            import pyarrow  # pyright: ignore[reportMissingTypeStubs]
            import pyarrow.json  # pyright: ignore[reportMissingTypeStubs]
            import pyarrow.parquet  # pyright: ignore[reportMissingTypeStubs]
        except ImportError:
            raise needs_extra("Parquet") from None
        self._arrow = cast("_Arrow", pyarrow)
        self._json = cast("_Json", pyarrow.json)
        self._parquet = cast("_Parquet", pyarrow.parquet)

    @property
    def faults(self) -> tuple[type[Exception], ...]:
        """What it raises where a file is damaged, or holds what it does not read."""
        return (self._arrow.ArrowException, OSError, ValueError)

    def is_text(self, kind: DataType) -> bool:
        """Whether a column holds texts, or the bytes of texts."""
        of = self._arrow.types
        return of.is_string(kind) or of.is_large_string(kind) or of.is_binary(kind) or of.is_large_binary(kind)

    def read(self, file: BinaryIO) -> ReadTable:
        """Open a Parquet file; it is read through a small buffer, so that no column is read as a whole."""
        return self._parquet.ParquetFile(file, buffer_size=2**16, pre_buffer=False)

    def write(self, path: Path) -> WrittenTable:
        """Begin a Parquet file of result rows."""
        return self._parquet.ParquetWriter(path, self._row_schema(), compression="zstd")

    def rows_of(self, lines: bytes) -> Table:
        """Result rows, as they are written in JSON, as a table."""
        parse = self._json.ParseOptions(explicit_schema=self._row_schema(), unexpected_field_behavior="error")
        in_one_block = self._json.ReadOptions(use_threads=False, block_size=len(lines) + 1)
        return self._json.read_json(self._arrow.BufferReader(lines), in_one_block, parse)

    def _row_schema(self) -> Schema:
        """The columns of result rows: see batch_row.schema.json."""
        of = self._arrow
        text, number = of.string(), of.int64()
        numbers = {"requirement", "line", "column", "byte"}
        clauses = of.list_(of.struct([(name, text) for name in RowClause.__match_args__]))
        kinds = {
            "line": number,
            "status": number,
            "standards": of.list_(of.struct([(name, text) for name in RowStandard.__match_args__])),
            "counts": of.struct([(name, number) for name in RowCounts.__match_args__]),
            "findings": of.list_(
                of.struct(
                    [
                        (name, clauses if name == "clauses" else number if name in numbers else text)
                        for name in RowFinding.__match_args__
                    ]
                )
            ),
            "error": of.struct([(name, number if name in numbers else text) for name in RowError.__match_args__]),
        }
        return of.schema([(name, kinds.get(name, text)) for name in WRITTEN])
