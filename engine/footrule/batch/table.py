"""The documents of a Parquet table: one a row, as JSON in one column, or with a column for each attribute."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from footrule.batch.arrow import Arrow, Cell, ReadTable, Schema
from footrule.batch.refusals import damaged, no_column
from footrule.submission.intake import Unreadable
from footrule.submission.raw_documents import RawDocument, refused
from footrule.submission.unreadable_kinds import EMPTY, LARGEST_DOCUMENT, TOO_LARGE
from footrule.text.wording import worded

if TYPE_CHECKING:
    from typing import BinaryIO

ROWS_HELD = 32
NAMES_OF_DOCUMENTS = ("json", "document", "footprint", "data")
OF_FOOTPRINT = "pcf"
"""The attribute by which a footprint is known: where a column is called so, each attribute has one."""

Made = str | int | float | bool | list["Made"] | dict[str, "Made"] | None


def table_documents(shown: str, file: BinaryIO) -> Iterator[RawDocument | Unreadable]:
    """Each row as a document. Raises SourceRefused where the table, or the rest of it, cannot be read."""
    installed = Arrow()
    file.seek(0)
    try:
        opened = installed.read(file)
        schema = opened.schema_arrow
        column = None if _has_attributes(schema) else _column_of_documents(opened, schema, installed)
        columns = schema.names if column is None else [column]
        row = 0
        for batch in opened.iter_batches(batch_size=ROWS_HELD, columns=columns, use_threads=False):
            for cells in batch.to_pylist():
                row += 1
                place = f"{shown}!{row}"
                yield _of_attributes(place, cells) if column is None else _of_text(place, cells[column])
    except installed.faults as error:
        raise damaged("Parquet", str(error)) from None


def _has_attributes(schema: Schema) -> bool:
    return any(name == OF_FOOTPRINT or name.startswith(f"{OF_FOOTPRINT}.") for name in schema.names)


def _column_of_documents(opened: ReadTable, schema: Schema, installed: Arrow) -> str:
    """The column that holds documents: by its name, else the only one with texts, where the first is an object."""
    texts = [name for name in schema.names if installed.is_text(schema.field(name).type)]
    for wanted in NAMES_OF_DOCUMENTS:
        named = [name for name in texts if name.lower() == wanted]
        if named:
            return named[0]
    if len(texts) == 1:
        first = next(opened.iter_batches(batch_size=1, columns=texts, use_threads=False), None)
        rows = [] if first is None else first.to_pylist()
        if not rows or (_text(rows[0][texts[0]]) or b"").lstrip().startswith((b"{", b"[")):
            return texts[0]
    raise no_column(schema.names)


def _of_text(place: str, cell: Cell) -> RawDocument | Unreadable:
    data = _text(cell)
    if data is None:
        return refused(place, EMPTY, worded("Nothing stands in this row.", "该行没有内容。"))
    return _document(place, data)


def _text(cell: Cell) -> bytes | None:
    if isinstance(cell, str):
        return cell.encode("utf-8", "surrogatepass")
    return cell if isinstance(cell, bytes) else None


def _of_attributes(place: str, cells: Mapping[str, Cell]) -> RawDocument | Unreadable:
    made: dict[str, Made] = {}
    for name, cell in cells.items():
        if cell is not None:
            _put(made, name.split("."), _made(cell))
    return _document(place, json.dumps(made, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _put(made: dict[str, Made], path: list[str], value: Made) -> None:
    """Put a value where its column says: `pcf.dqi` is an attribute of an attribute."""
    for name in path[:-1]:
        inner = made.setdefault(name, {})
        if not isinstance(inner, dict):
            return
        made = inner
    made[path[-1]] = value


def _made(cell: Cell) -> Made:
    """A cell as JSON: without what is null, decimals digit by digit as text, times as ISO 8601 writes them."""
    match cell:
        case None | bool() | int() | float() | str():
            return cell
        case Decimal():
            return f"{cell:f}"
        case datetime() | date() | time():
            return cell.isoformat().replace("+00:00", "Z")
        case bytes():
            return cell.decode("utf-8", "replace")
        case dict():
            inside = cast("dict[str, Cell]", cell)
            return {str(name): _made(one) for name, one in inside.items() if one is not None}
        case list():
            elements = cast("list[Cell]", cell)
            if elements and all(isinstance(one, tuple) for one in elements):
                return _made(dict(cast("list[tuple[str, Cell]]", elements)))
            return [_made(one) for one in elements]
        case _:
            return str(cell)


def _document(place: str, data: bytes) -> RawDocument | Unreadable:
    if len(data) > LARGEST_DOCUMENT:
        most = LARGEST_DOCUMENT // 2**20
        words = worded(
            f"This row has more than {most} MiB; one document may have {most} MiB.",
            f"该行超过 {most} MiB；单个文档上限为 {most} MiB。",
        )
        return refused(place, TOO_LARGE, words)
    return RawDocument(place, data, 1, 0)
