"""From a stream of bytes to the bytes of its documents: one document, or one a line (NDJSON), not yet decoded.

Whatever is wrong with one line becomes an `Unreadable` in its place, and the others go on. At most one document, or
one line, is held at a time, and never more of a stream than the largest document is read into one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.submission.intake import IntakeKind, Unreadable
from footrule.submission.json_text import WHITE_SPACE, JsonText, decode, wide_encoding
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
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from typing import BinaryIO

LINE_EXTENSIONS = (".ndjson", ".jsonl")
"""The names of files that hold a document a line, however their first line reads."""

_LINES_LOOKED_AT = 100
_CHUNK = 2**18
_UNFINISHED = (b"{", b"[", b",", b":")
"""How the first line of a document of several lines ends: no need to decode it to see that more must follow."""
_FAULTS_OF_WHOLE_LINES = (DUPLICATE_KEY, NOT_A_NUMBER, TOO_DEEP)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RawDocument(Frozen):
    """The bytes of one document, and where in which file they begin: line from 1, byte from 0."""

    file: str
    data: bytes
    first_line: int
    first_byte: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Line(Frozen):
    """A line of a file, break included, and where it begins; of a line that is too long, only the beginning."""

    data: bytes
    number: int
    first_byte: int

    @property
    def is_blank(self) -> bool:
        return not self.data.strip(WHITE_SPACE)


def raw_documents(
    file: str, stream: BinaryIO, size: int | None = None, *, by_lines: bool = False
) -> Iterator[RawDocument | Unreadable]:
    """The documents of a stream of `size` bytes, where that is known; one a line with `by_lines`, without blank lines.

    It is also of lines where its first line is complete and more follows, or its second is a whole object.
    """
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
    if not is_wide and (by_lines or (len(filled) == 2 and _are_of_lines(*filled))):
        yield from _from_lines(file, chain(head, lines))
        return
    if (size or 0) > LARGEST_DOCUMENT or read > LARGEST_DOCUMENT:
        yield refused(file, TOO_LARGE, _too_large(size))
        return
    data = b"".join([*(line.data for line in head), *_rest(stream, LARGEST_DOCUMENT + 1 - read)])
    if len(data) > LARGEST_DOCUMENT:
        yield refused(file, TOO_LARGE, _too_large(size))
    else:
        yield RawDocument(file, data, 1, 0)


def _rest(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """The rest of a stream in pieces: asked for as a whole, room would be made for the largest document there is."""
    while most > 0 and (piece := stream.read(min(most, _CHUNK))):
        most -= len(piece)
        yield piece


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


def _are_of_lines(first: _Line, second: _Line) -> bool:
    """Whether the first two lines show a file of lines; a first line that is broken does not hide the others."""
    if len(first.data) <= LARGEST_DOCUMENT and first.data.rstrip().endswith(_UNFINISHED):
        return False
    return _is_json(first) or (second.data.startswith(b"{") and _is_json(second))


def _is_json(line: _Line) -> bool:
    """Whether a line is a document for itself; one with a key twice still shows that the file is of lines."""
    if len(line.data) > LARGEST_DOCUMENT or line.data.rstrip().endswith(_UNFINISHED):
        return False
    found = decode(line.data, "")
    return isinstance(found, JsonText) or found.kind in _FAULTS_OF_WHOLE_LINES


def _from_lines(file: str, lines: Iterable[_Line]) -> Iterator[RawDocument | Unreadable]:
    is_empty = True
    for line in lines:
        if line.is_blank:
            continue
        is_empty = False
        if len(line.data) > LARGEST_DOCUMENT:
            yield refused(file, TOO_LARGE, _too_long_a_line(), line)
        else:
            yield RawDocument(file, line.data.rstrip(b"\r\n"), line.number, line.first_byte)
    if is_empty:
        yield RawDocument(file, b"", 1, 0)


def refused(file: str, kind: IntakeKind, message: Wording, line: _Line | None = None) -> Unreadable:
    """What cannot be had of a file, or of a line of it."""
    if line is None:
        return Unreadable(file, kind, None, None, None, message, None)
    return Unreadable(file, kind, line.number, 1, line.first_byte, message, None)


def not_opened(file: str, error: OSError) -> Unreadable:
    """A file that the system did not let be read."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        words = worded(
            "There is no file of this name; check the path and the spelling.", "没有这个文件，请检查路径和文件名。"
        )
        return refused(file, MISSING_FILE, words)
    if isinstance(error, IsADirectoryError) or os.path.isdir(file):
        words = worded(
            "This is a folder; name the files in it, such as folder/*.json.",
            "这是文件夹；请给出其中的文件，例如 folder/*.json。",
        )
        return refused(file, DIRECTORY, words)
    if isinstance(error, PermissionError):
        words = worded(
            "You are not allowed to read it: change its permissions, or ask its owner.",
            "没有读取权限：请修改文件权限，或联系文件所有者。",
        )
        return refused(file, UNREADABLE_FILE, words)
    reason = printable(error.strerror or type(error).__name__, most=100)
    return refused(
        file, UNREADABLE_FILE, worded(f"The system could not read it: {reason}.", f"系统无法读取：{reason}。")
    )


def opened(name: str) -> BinaryIO | Unreadable:
    """The file of a name, opened, or why it cannot be."""
    try:
        return open(name, "rb", buffering=_CHUNK)
    except OSError as error:
        return not_opened(name, error)
    except ValueError:
        # The name holds a zero character.
        return refused(name, MISSING_FILE, worded("No file can have this name.", "不存在这样的文件名。"))


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
