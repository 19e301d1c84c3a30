"""The archive of a pack: a zip of the plainest kind, whose bytes follow from its contents alone.

Any program that opens zip archives opens a pack. Nothing in it is compressed: compressors differ from one machine to
the next, and a pack is to have the same bytes wherever it is made; so nothing in it can grow when it is read, either.
The time of every file is the first that a zip knows, and every file may be read by all and written by its owner.

Reading goes through the files one after the other and trusts nothing. Whether the rest of the archive (its directory,
its comment, what a zip may hold between its parts) is as it should be is not looked at piece by piece: the archive is
written again from what was read (`archive`), and has to be the same to the last byte.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Mapping
from struct import Struct

from footrule.pack import problems
from footrule.pack.file_names import is_safe
from footrule.text.wording import Wording

MOST_FILES = 5000
LARGEST_PACK = 64 * 2**20
"""The most bytes that a pack may have."""

_FILE = Struct("<4s5H3I2H")
_ENTRY = Struct("<4s6H3I5H2I")
_END = Struct("<4s4H2IH")
_FILE_MARK, _ENTRY_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_NEEDED, _MADE_BY = 20, 3 << 8 | 20
"""Version 2.0 of the format; made by a Unix, as far as permissions go."""
_ENCRYPTED, _SIZE_COMES_LATER, _NAME_IS_UTF8 = 0x1, 0x8, 0x800
_STORED = 0
_MIDNIGHT, _FIRST_OF_JANUARY_1980 = 0, 1 << 5 | 1
_PERMISSIONS = 0o100644 << 16


def archive(files: Mapping[str, bytes], comment: bytes) -> bytes:
    """The archive of some files, in the order of the mapping.

    >>> archive({"a": b"text"}, b"") == archive({"a": b"text"}, b"")
    True
    """
    written: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, data in files.items():
        encoded = name.encode()
        told = (
            _NEEDED, _NAME_IS_UTF8, _STORED, _MIDNIGHT, _FIRST_OF_JANUARY_1980,
            crc32(data), len(data), len(data), len(encoded), 0,
        )  # fmt: skip
        written += (_FILE.pack(_FILE_MARK, *told), encoded, data)
        directory += (_ENTRY.pack(_ENTRY_MARK, _MADE_BY, *told, 0, 0, 0, _PERMISSIONS, offset), encoded)
        offset += _FILE.size + len(encoded) + len(data)
    size = sum(map(len, directory))
    end = _END.pack(_END_MARK, 0, 0, len(files), len(files), size, offset, len(comment))
    return b"".join((*written, *directory, end, comment))


def files_in(data: bytes, shown: str) -> dict[str, bytes] | Wording:
    """The files of an archive, in its order, or why it cannot be that of a pack; `shown` is what it is called."""
    if len(data) > LARGEST_PACK:
        return problems.too_large(shown, LARGEST_PACK)
    if not data.startswith((_FILE_MARK, _END_MARK)):
        return problems.no_archive(shown)
    files: dict[str, bytes] = {}
    position = 0
    while data.startswith(_FILE_MARK, position):
        found = _file_at(data, position, shown)
        if isinstance(found, Wording):
            return found
        name, contents, position = found
        if name in files:
            return problems.name_occurs_twice(shown, name)
        files[name] = contents
        if len(files) > MOST_FILES:
            return problems.too_many_files(shown, MOST_FILES)
    return files


def _file_at(data: bytes, position: int, shown: str) -> tuple[str, bytes, int] | Wording:
    """The file that begins at a position, by name and contents, and where it ends."""
    begins = position + _FILE.size
    if begins > len(data):
        return problems.cut_off(shown)
    _, _, flags, method, _, _, _, size, _, length, extra = _FILE.unpack_from(data, position)
    encoded = data[begins : begins + length]
    begins += length + extra
    try:
        name = encoded.decode()
    except UnicodeDecodeError:
        return problems.unsafe_name(shown, encoded.decode("utf-8", "replace"))
    if not is_safe(name):
        return problems.unsafe_name(shown, name)
    if flags & _ENCRYPTED:
        return problems.encrypted(shown, name)
    if method != _STORED or flags & _SIZE_COMES_LATER:
        return problems.compressed(shown, name)
    if begins + size > len(data):
        return problems.cut_off(shown)
    return name, data[begins : begins + size], begins + size
