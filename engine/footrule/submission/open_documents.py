"""From file names to documents, one at a time: whole files, pipes, standard input, and files of lines (NDJSON).

Whatever is wrong with one file or one line becomes an `Unreadable` in its place, and the others go on. At most one
document, or one line, is held at a time.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass
from footrule.submission.intake import IntakeKind, Unreadable
from footrule.submission.json_text import BYTE_ORDER_MARK, JsonText, decode
from footrule.submission.raw_documents import LINE_EXTENSIONS, RawDocument, not_opened, opened, raw_documents, refused
from footrule.submission.unreadable_kinds import UNREADABLE_FILE
from footrule.text.source import Position
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from typing import BinaryIO

    from footrule.submission.locate import Region

STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Document(Frozen):
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
        from footrule.submission.locate import locate

        places = locate(self.text.text, pointers, region)
        if self.first_line == 1:
            return places
        return {pointer: Position(place.line + self.first_line - 1, place.column) for pointer, place in places.items()}

    def regions(self, pointers: Collection[str]) -> Mapping[str, Region]:
        """The regions of several values, found in one pass: whoever asks for places in each of them scans only it."""
        from footrule.submission.locate import regions

        return regions(self.text.text, pointers)

    def unreadable(self, region: Region, kind: IntakeKind, message: Wording) -> Unreadable:
        """The document, or the part of it in a region, as something that cannot be read."""
        line, column = region.line + self.first_line - 1, region.offset - region.line_start + 1
        return Unreadable(self.file, kind, line, column, self.first_byte + region.byte, message, self.sha256)


def open_documents(names: Sequence[str], stdin: BinaryIO | None) -> Iterator[Document | Unreadable]:
    """The documents of the named files in their order; `-` is standard input.

    A file holds a document a line where its name ends in .ndjson or .jsonl, or where its first lines show it; blank
    lines are passed over. Files are opened one after another, each when its turn comes.
    """
    for one in raw_from(names, stdin):
        yield one if isinstance(one, Unreadable) else document_of(one)


def raw_from(names: Sequence[str], stdin: BinaryIO | None) -> Iterator[RawDocument | Unreadable]:
    """The bytes of the same documents, not yet decoded."""
    for name in names:
        yield from _from_standard_input(stdin) if name == "-" else _from_file(name)


def document_of(raw: RawDocument) -> Document | Unreadable:
    """The document that some bytes are, or why they are none."""
    text = decode(raw.data, raw.file, raw.first_line, raw.first_byte)
    if isinstance(text, Unreadable):
        return text
    mark = len(BYTE_ORDER_MARK) if raw.data.startswith(BYTE_ORDER_MARK) else 0
    return Document(raw.file, sha256(raw.data).hexdigest(), text, raw.first_line, raw.first_byte + mark)


def standard_input_closed() -> Unreadable:
    """Standard input where there is none."""
    return refused(STANDARD_INPUT, UNREADABLE_FILE, worded("It is closed.", "标准输入已关闭。"))


def _from_standard_input(stdin: BinaryIO | None) -> Iterator[RawDocument | Unreadable]:
    if stdin is None:
        yield standard_input_closed()
        return
    try:
        yield from raw_documents(STANDARD_INPUT, stdin)
    except OSError as error:
        yield not_opened(STANDARD_INPUT, error)


def _from_file(name: str) -> Iterator[RawDocument | Unreadable]:
    stream = opened(name)
    if isinstance(stream, Unreadable):
        yield stream
        return
    with stream:
        try:
            status = os.fstat(stream.fileno())
            size = status.st_size if stat.S_ISREG(status.st_mode) else None
            yield from raw_documents(name, stream, size, by_lines=name.lower().endswith(LINE_EXTENSIONS))
        except OSError as error:
            yield not_opened(name, error)
