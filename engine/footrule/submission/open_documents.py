"""From file names to documents, one at a time: whole files, pipes, standard input, and files of lines (NDJSON).

Whatever is wrong with one file or one line becomes an `Unreadable` in its place, and the others go on. At most one
document, or one line, is held at a time, and never more of a stream than the largest document is read into one.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from footrule.submission.intake import IntakeKind, Unreadable
from footrule.submission.json_text import BYTE_ORDER_MARK, WHITE_SPACE, JsonText, decode, wide_encoding
from footrule.submission.locate import Region, locate, regions
from footrule.submission.unreadable_kinds import (
    DIRECTORY,
    DUPLICATE_KEY,
    LARGEST_DOCUMENT,
    MISSING_FILE,
    NOT_A_NUMBER,
    TOO_DEEP,
    TOO_LARGE,
    UNREADABLE_FILE,
    printable,
)
from footrule.text.source import Position
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from typing import BinaryIO

STANDARD_INPUT = "standard input"

_LINE_EXTENSIONS = (".ndjson", ".jsonl")
_LINES_LOOKED_AT = 100
_CHUNK = 2**18
_UNFINISHED = (b"{", b"[", b",", b":")
"""How the first line of a document of several lines ends: no need to decode it to see that more must follow."""
_FAULTS_OF_WHOLE_LINES = (DUPLICATE_KEY, NOT_A_NUMBER, TOO_DEEP)


@dataclass(frozen=True, slots=True)
class Document:
    """One JSON document of one file.

    `sha256` is of the whole file, or of its own line without the line break; `first_line` and `first_byte` say where
    in the file it begins.
    """

    file: str
    sha256: str
    text: JsonText
    first_line: int
    first_byte: int

    def positions(self, pointers: Collection[str], region: Region | None = None) -> Mapping[str, Position]:
        """Where pointers stand in the file (see `locate`); the text is scanned only here."""
        places = locate(self.text.text, pointers, region)
        if self.first_line == 1:
            return places
        return {pointer: Position(place.line + self.first_line - 1, place.column) for pointer, place in places.items()}

    def regions(self, pointers: Collection[str]) -> Mapping[str, Region]:
        """The regions of several values, found in one pass: whoever asks for places in each of them scans only it."""
        return regions(self.text.text, pointers)

    def unreadable(self, region: Region, kind: IntakeKind, message: Wording) -> Unreadable:
        """The document, or the part of it in a region, as something that cannot be read."""
        line, column = region.line + self.first_line - 1, region.offset - region.line_start + 1
        return Unreadable(self.file, kind, line, column, self.first_byte + region.byte, message, self.sha256)


def open_documents(names: Sequence[str], stdin: BinaryIO | None) -> Iterator[Document | Unreadable]:
    """The documents of the named files in their order; `-` is standard input.

    A file holds a document a line where its name ends in .ndjson or .jsonl, or where its first line is complete and
    more follows; blank lines are passed over. Files are opened one after another, each when its turn comes.
    """
    for name in names:
        if name == "-":
            yield from _from_standard_input(stdin)
        else:
            yield from _from_file(name)


def _from_standard_input(stdin: BinaryIO | None) -> Iterator[Document | Unreadable]:
    if stdin is None:
        yield _refused(STANDARD_INPUT, UNREADABLE_FILE, worded("It is closed.", "标准输入已关闭。"))
        return
    try:
        yield from _from_stream(STANDARD_INPUT, stdin, None, by_lines=False)
    except OSError as error:
        yield _not_opened(STANDARD_INPUT, error)


def _from_file(name: str) -> Iterator[Document | Unreadable]:
    stream = _opened(name)
    if isinstance(stream, Unreadable):
        yield stream
        return
    with stream:
        try:
            status = os.fstat(stream.fileno())
            size = status.st_size if stat.S_ISREG(status.st_mode) else None
            yield from _from_stream(name, stream, size, by_lines=name.lower().endswith(_LINE_EXTENSIONS))
        except OSError as error:
            yield _not_opened(name, error)


def _opened(name: str) -> BinaryIO | Unreadable:
    try:
        return open(name, "rb", buffering=_CHUNK)
    except OSError as error:
        return _not_opened(name, error)
    except ValueError:
        # The name holds a zero character.
        return _refused(name, MISSING_FILE, worded("No file can have this name.", "不存在这样的文件名。"))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file, break included, and where it begins; of a line that is too long, only the beginning."""

    data: bytes
    number: int
    first_byte: int

    @property
    def is_blank(self) -> bool:
        return not self.data.strip(WHITE_SPACE)


def _from_stream(file: str, stream: BinaryIO, size: int | None, *, by_lines: bool) -> Iterator[Document | Unreadable]:
    lines = _lines(stream)
    head: list[_Line] = []
    filled: list[_Line] = []
    read = 0
    for line in lines:
        head.append(line)
        if not line.is_blank:
            filled.append(line)
        read += len(line.data)
        if len(filled) == 2 or len(head) == _LINES_LOOKED_AT or read > LARGEST_DOCUMENT:
            break
    is_wide = bool(filled) and wide_encoding(filled[0].data) is not None
    if not is_wide and (by_lines or (len(filled) == 2 and _is_json(filled[0]))):
        yield from _from_lines(file, chain(head, lines))
        return
    if (size or 0) > LARGEST_DOCUMENT or read > LARGEST_DOCUMENT:
        yield _refused(file, TOO_LARGE, _too_large(size))
        return
    data = b"".join([*(line.data for line in head), stream.read(LARGEST_DOCUMENT + 1 - read)])
    if len(data) > LARGEST_DOCUMENT:
        yield _refused(file, TOO_LARGE, _too_large(size))
    else:
        yield _document(file, data, 1, 0)


def _lines(stream: BinaryIO) -> Iterator[_Line]:
    number, first_byte = 1, 0
    while data := stream.readline(LARGEST_DOCUMENT + 1):
        yield _Line(data, number, first_byte)
        first_byte += len(data)
        if len(data) > LARGEST_DOCUMENT:
            while data and not data.endswith(b"\n"):
                data = stream.readline(_CHUNK)
                first_byte += len(data)
        number += 1


def _is_json(line: _Line) -> bool:
    """Whether a first line is a document for itself; one with a key twice still shows that the file is of lines."""
    if len(line.data) > LARGEST_DOCUMENT or line.data.rstrip().endswith(_UNFINISHED):
        return False
    found = decode(line.data, "")
    return isinstance(found, JsonText) or found.kind in _FAULTS_OF_WHOLE_LINES


def _from_lines(file: str, lines: Iterable[_Line]) -> Iterator[Document | Unreadable]:
    is_empty = True
    for line in lines:
        if line.is_blank:
            continue
        is_empty = False
        if len(line.data) > LARGEST_DOCUMENT:
            yield _refused(file, TOO_LARGE, _too_long_a_line(), line)
        else:
            yield _document(file, line.data.rstrip(b"\r\n"), line.number, line.first_byte)
    if is_empty:
        yield _document(file, b"", 1, 0)


def _document(file: str, data: bytes, first_line: int, first_byte: int) -> Document | Unreadable:
    text = decode(data, file, first_line, first_byte)
    if isinstance(text, Unreadable):
        return text
    mark = len(BYTE_ORDER_MARK) if data.startswith(BYTE_ORDER_MARK) else 0
    return Document(file, sha256(data).hexdigest(), text, first_line, first_byte + mark)


def _refused(file: str, kind: IntakeKind, message: Wording, line: _Line | None = None) -> Unreadable:
    if line is None:
        return Unreadable(file, kind, None, None, None, message, None)
    return Unreadable(file, kind, line.number, 1, line.first_byte, message, None)


def _not_opened(file: str, error: OSError) -> Unreadable:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        words = worded(
            "There is no file of this name; check the path and the spelling.", "没有这个文件，请检查路径和文件名。"
        )
        return _refused(file, MISSING_FILE, words)
    if isinstance(error, IsADirectoryError) or os.path.isdir(file):
        words = worded(
            "This is a folder; name the files in it, such as folder/*.json.",
            "这是文件夹；请给出其中的文件，例如 folder/*.json。",
        )
        return _refused(file, DIRECTORY, words)
    if isinstance(error, PermissionError):
        words = worded(
            "You are not allowed to read it: change its permissions, or ask its owner.",
            "没有读取权限：请修改文件权限，或联系文件所有者。",
        )
        return _refused(file, UNREADABLE_FILE, words)
    reason = printable(error.strerror or type(error).__name__, most=100)
    return _refused(
        file, UNREADABLE_FILE, worded(f"The system could not read it: {reason}.", f"系统无法读取：{reason}。")
    )


def _too_large(size: int | None) -> Wording:
    most = LARGEST_DOCUMENT // 2**20
    en = f"It has {size / 2**20:,.1f} MiB" if size else f"It has more than {most} MiB"
    zh = f"文件大小为 {size / 2**20:,.1f} MiB" if size else f"文件超过 {most} MiB"
    return worded(
        f"{en}; one document may have {most} MiB. Put one footprint on each line (NDJSON, name.ndjson): "
        "such a file may be of any size.",
        f"{zh}；单个文档上限为 {most} MiB。请改为每行一个碳足迹（NDJSON，文件名 name.ndjson），此类文件大小不限。",
    )


def _too_long_a_line() -> Wording:
    most = LARGEST_DOCUMENT // 2**20
    return worded(
        f"This line has more than {most} MiB; one document may have {most} MiB. Put one footprint on each line.",
        f"此行超过 {most} MiB；单个文档上限为 {most} MiB。请每行只放一个碳足迹。",
    )
