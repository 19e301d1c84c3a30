"""The directory of a zip archive, entry by entry: an archive of a million files takes no more memory than one of ten.

(Python's own zipfile holds an object for each.) PKWARE, .ZIP File Format Specification 6.3.10, with zip64.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footrule.batch.refusals import SourceRefused, damaged

if TYPE_CHECKING:
    from typing import BinaryIO

_END = struct.Struct("<4s4H2LH")
_END_64_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_COMMENT = 2**16
_IN_ZIP64, _IN_ZIP64_SHORT = 0xFFFFFFFF, 0xFFFF
_ZIP64_EXTRA = 1
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file of an archive: how it is packed, in how many bytes, and where."""

    name: str
    method: int
    is_encrypted: bool
    crc: int
    packed_size: int
    offset: int


def entries(archive: BinaryIO, size: int) -> Iterator[ZipEntry]:
    """The entries of an archive of some size, as its directory lists them. Raises SourceRefused where it is damaged."""
    place, end = _directory(archive, size)
    while place < end:
        archive.seek(place)
        fixed = _ENTRY.unpack(_exactly(archive, _ENTRY.size))
        if fixed[0] != b"PK\x01\x02":
            raise _no_directory()
        name_length, extra_length, comment_length = fixed[10:13]
        name = _exactly(archive, name_length)
        extra = _exactly(archive, extra_length)
        place += _ENTRY.size + name_length + extra_length + comment_length
        packed_size, offset = _with_zip64(extra, unpacked=fixed[9], packed=fixed[8], offset=fixed[16])
        flags = fixed[3]
        yield ZipEntry(
            name.decode("utf-8" if flags & _UTF8_NAME else "cp437", "surrogateescape"),
            fixed[4],
            bool(flags & _ENCRYPTED),
            fixed[7],
            packed_size,
            offset,
        )


def find_data(archive: BinaryIO, entry: ZipEntry) -> None:
    """Put the archive at the first byte of what a file is packed in. Raises SourceRefused where no file is there."""
    archive.seek(entry.offset)
    local = _LOCAL.unpack(_exactly(archive, _LOCAL.size))
    if local[0] != b"PK\x03\x04":
        raise damaged("zip", "no file where its directory says")
    archive.seek(local[9] + local[10], 1)


def _directory(archive: BinaryIO, size: int) -> tuple[int, int]:
    """Where the directory begins and ends."""
    tail_begins = max(0, size - _LONGEST_COMMENT - _END.size)
    archive.seek(tail_begins)
    tail = archive.read(_LONGEST_COMMENT + _END.size)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise damaged("zip", "no directory at its end")
    end = _END.unpack_from(tail, at)
    length, offset, end_begins = end[5], end[6], tail_begins + at
    if _IN_ZIP64 in {length, offset} or end[4] == _IN_ZIP64_SHORT:
        archive.seek(max(0, end_begins - _END_64_LOCATOR.size))
        locator = _END_64_LOCATOR.unpack(_exactly(archive, _END_64_LOCATOR.size))
        if locator[0] != b"PK\x06\x07" or locator[2] > size:
            raise _no_directory()
        archive.seek(locator[2])
        end_64 = _END_64.unpack(_exactly(archive, _END_64.size))
        if end_64[0] != b"PK\x06\x06":
            raise _no_directory()
        length, offset, end_begins = end_64[8], end_64[9], locator[2]
    if offset + length > end_begins:
        raise _no_directory()
    return offset, offset + length


def _with_zip64(extra: bytes, *, unpacked: int, packed: int, offset: int) -> tuple[int, int]:
    """Packed size and place, which stand in an extra field where they need more than 32 bits."""
    if _IN_ZIP64 not in {packed, offset}:
        return packed, offset
    while len(extra) >= 4:
        tag, length = struct.unpack_from("<HH", extra)
        if tag == _ZIP64_EXTRA:
            numbers = iter(struct.unpack_from(f"<{min(length, len(extra) - 4) // 8}Q", extra, 4))
            if unpacked == _IN_ZIP64:
                next(numbers, None)
            packed = next(numbers, packed) if packed == _IN_ZIP64 else packed
            offset = next(numbers, offset) if offset == _IN_ZIP64 else offset
            return packed, offset
        extra = extra[4 + length :]
    return packed, offset


def _exactly(archive: BinaryIO, length: int) -> bytes:
    data = archive.read(length)
    if len(data) < length:
        raise damaged("zip", "it ends too early")
    return data


def _no_directory() -> SourceRefused:
    return damaged("zip", "its directory is not where it should be")
