"""The bytes of a table as rows of fields, each with the line that it begins on; and where they cannot be read so."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import chain

from footrule.text.wording import Wording, worded

LONGEST_FIELD = 4_000
"""In characters: longer than any note, and short enough that a quotation mark never closed is soon found."""
Row = tuple[int, list[str]]
"""The fields of a row, with the line of the file on which it begins."""


class Unreadable(Exception):
    """From some line on, a file cannot be read as a table."""

    def __init__(self, line: int, says: Wording) -> None:
        super().__init__(str(says))
        self.line = line
        self.says = says


def block_and_rows(data: bytes) -> tuple[list[str], Iterator[Row]]:
    """The lines with `#` at the head of a table, and the rows below them, the heads of the columns first.

    Empty rows are passed over. Raises Unreadable, and so do the rows.
    """
    zero = data.find(0)
    if zero >= 0:
        says = worded("a zero byte is no text; save the file as UTF-8", "零字节不是文本，请将文件存为UTF-8")
        raise Unreadable(_line_of(data, zero), says)
    stream = io.BytesIO(data)
    stream.seek(len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
    lines = io.TextIOWrapper(stream, "utf-8", newline="\n")
    block: list[str] = []
    try:
        for line in lines:
            if not line.startswith(("#", '"#')):
                return block, _rows(data, chain([line], lines), len(block))
            block.append(_of_block(line))
    except UnicodeDecodeError:
        raise _not_utf_8(data) from None
    return block, iter(())


def _of_block(line: str) -> str:
    """A line of the block; a spreadsheet has put commas after it, and quotation marks where it has one itself."""
    written = line.strip().rstrip(",")
    return written[1:].removesuffix('"').replace('""', '"') if written.startswith('"') else written


def _rows(data: bytes, lines: Iterator[str], above: int) -> Iterator[Row]:
    reader = csv.reader(lines, strict=True)
    begins, limit = above + 1, csv.field_size_limit(LONGEST_FIELD)
    try:
        for fields in reader:
            if fields and (fields[0] or any(map(str.strip, fields))):
                yield begins, fields
            begins = above + reader.line_num + 1
    except csv.Error as wrong:
        raise Unreadable(begins, _not_csv(wrong)) from None
    except UnicodeDecodeError:
        raise _not_utf_8(data) from None
    finally:
        csv.field_size_limit(limit)


def _not_utf_8(data: bytes) -> Unreadable:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        says = worded("this is not UTF-8; save the file as UTF-8", "不是UTF-8编码，请存为UTF-8")
        return Unreadable(_line_of(data, wrong.start), says)
    raise AssertionError("what can be decoded as a whole can be decoded in parts")


def _line_of(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1


def _not_csv(problem: csv.Error) -> Wording:
    return worded(
        f"this cannot be read as fields with commas between them ({problem}); is a quotation mark left open?",
        f"无法按逗号分隔读取（{problem}）；是否有引号未闭合？",
    )
