"""The files in a zip archive as streams, each unpacked as it is read; an archive that is a trap is refused."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from footrule.batch.folders import is_hidden
from footrule.batch.refusals import SourceRefused, damaged, encrypted, overlapping, unknown_method
from footrule.batch.streams import BUFFER, DEFLATE, ZSTD, Unpacked
from footrule.batch.zip_directory import ZipEntry, entries, find_data

if TYPE_CHECKING:
    from typing import BinaryIO

_STORED, _DEFLATED, _ZSTANDARD = 0, 8, 93


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name, and its content as a stream, or why there is none."""

    name: str
    stream: Verified | SourceRefused


def members(archive: BinaryIO, size: int) -> Iterator[Member]:
    """The files of an archive in the order of its directory; each is to be read before the next is asked for.

    Together they may not be packed in more bytes than the archive has: then they lie over one another, and ten
    megabytes could unpack to petabytes.
    """
    packed = 0
    for entry in entries(archive, size):
        if entry.name.endswith("/") or any(map(is_hidden, entry.name.split("/"))):
            continue
        packed += entry.packed_size
        if packed > size:
            raise overlapping()
        yield Member(entry.name, _opened(archive, entry))


def _opened(archive: BinaryIO, entry: ZipEntry) -> Verified | SourceRefused:
    if entry.is_encrypted:
        return encrypted()
    try:
        find_data(archive, entry)
        inside = io.BufferedReader(_Part(archive, archive.tell(), entry.packed_size), BUFFER)
        if entry.method == _STORED:
            return Verified(inside, None, entry.crc)
        if entry.method not in {_DEFLATED, _ZSTANDARD}:
            return unknown_method(entry.method)
        unpacked = Unpacked(inside, DEFLATE if entry.method == _DEFLATED else ZSTD)
        return Verified(cast("BinaryIO", unpacked), unpacked, entry.crc)
    except SourceRefused as refused:
        return refused


class _Part(io.RawIOBase):
    """Some bytes of a file, which others may read elsewhere in between."""

    def __init__(self, whole: BinaryIO, begins: int, length: int) -> None:
        super().__init__()
        self._whole, self._place, self._left = whole, begins, length

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fill a part of the buffer."""
        room = memoryview(cast("bytearray", buffer)).cast("B")
        self._whole.seek(self._place)
        data = self._whole.read(min(len(room), self._left))
        if not data and self._left:
            raise damaged("zip", "it ends too early")
        room[: len(data)] = data
        self._place += len(data)
        self._left -= len(data)
        return len(data)


class Verified(io.RawIOBase):
    """The content of a member, held against the checksum of the directory once it is read to its end."""

    def __init__(self, content: BinaryIO, unpacked: Unpacked | None, crc: int) -> None:
        super().__init__()
        self._content, self._crc, self._found = content, crc, 0
        self.unpacked = unpacked

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fill a part of the buffer. Raises SourceRefused at the end where the content is not what was packed."""
        room = memoryview(cast("bytearray", buffer)).cast("B")
        data = self._content.read(len(room))
        if not data and self._found != self._crc:
            raise damaged("zip", "its checksum is another")
        self._found = zlib.crc32(data, self._found)
        room[: len(data)] = data
        return len(data)
