"""Streams of bytes as the sources read them: counted, and unpacked without ever holding more than a small piece."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from footrule.batch.refusals import cut_off, damaged, needs_extra, unpacks_too_far

if TYPE_CHECKING:
    from typing import BinaryIO

BUFFER = 2**18
FEWEST_FOR_MAGIC = 8

_MOST_WITHOUT_DOCUMENT = 2**30
_RATIO_LOOKED_AT_FROM = 2**23
_HIGHEST_RATIO = 200
"""No document of 8 MiB and more is two hundred times as large as it is packed: numbers and names do not repeat so."""


class Counted(io.RawIOBase):
    """Another stream, the bytes that are taken from it counted; the first piece is long enough to tell its kind by."""

    def __init__(self, source: BinaryIO, count: Callable[[int], None]) -> None:
        super().__init__()
        self._take: Callable[[int], bytes] = getattr(source, "read1", source.read)
        self._count = count
        self._is_first = True

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fill a part of the buffer."""
        room = memoryview(cast("bytearray", buffer)).cast("B")
        data = self._take(len(room))
        while self._is_first and 0 < len(data) < FEWEST_FOR_MAGIC <= len(room) and (more := self._take(1)):
            data += more
        self._is_first = False
        self._count(len(data))
        room[: len(data)] = data
        return len(data)


class Decoder(Protocol):
    """One frame that is being unpacked, as zlib has it, and zstandard too."""

    @property
    def eof(self) -> bool:
        """Whether the frame is complete."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What stood behind the frame."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """What comes out of some more bytes."""
        ...


class Packing:
    """A way of packing: what it is called, how a frame is begun, how many bytes are fed to it at a time.

    So few are fed that what comes out of them is at most some 32 MiB, whatever they are.
    """

    def __init__(self, name: str, frame: Callable[[], Decoder], fed: int, *, frames_follow: bool = True) -> None:
        self.name = name
        self.frame = frame
        self.fed = fed
        self.frames_follow = frames_follow


class _ZstdFrame:
    """A frame of zstd; what the library raises is said as zlib would."""

    def __init__(self) -> None:
        try:
            import zstandard
        except ImportError:
            raise needs_extra("zstd") from None
        self._fault = zstandard.ZstdError
        self._frame = zstandard.ZstdDecompressor(max_window_size=2**27).decompressobj()

    @property
    def eof(self) -> bool:
        return self._frame.eof

    @property
    def unused_data(self) -> bytes:
        return self._frame.unused_data

    def decompress(self, data: bytes, /) -> bytes:
        try:
            return self._frame.decompress(data)
        except self._fault as error:
            raise zlib.error(str(error)) from None


GZIP = Packing("gzip", lambda: zlib.decompressobj(31), 2**15)
ZSTD = Packing("zstd", _ZstdFrame, 2**10)
DEFLATE = Packing("zip", lambda: zlib.decompressobj(-15), 2**15, frames_follow=False)
"""A member of a zip archive."""


class Unpacked(io.RawIOBase):
    """What a packed stream holds, unpacked piece by piece. Raises SourceRefused where it is damaged or a trap."""

    def __init__(self, source: BinaryIO, packing: Packing) -> None:
        super().__init__()
        self._source = source
        self._packing = packing
        self._frame = packing.frame()
        self._ready = memoryview(b"")
        self._left_over = b""
        self._packed = self._unpacked = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def document_found(self) -> None:
        """Note that what was read so far held a document, so that only the next one is measured."""
        self._packed = self._unpacked = 0

    def readinto(self, buffer: object, /) -> int:
        """Fill a part of the buffer."""
        room = memoryview(cast("bytearray", buffer)).cast("B")
        while not self._ready:
            if not self._feed():
                return 0
        taken = min(len(room), len(self._ready))
        room[:taken] = self._ready[:taken]
        self._ready = self._ready[taken:]
        self._unpacked += taken
        if self._unpacked > _MOST_WITHOUT_DOCUMENT or (
            self._unpacked > _RATIO_LOOKED_AT_FROM and self._unpacked > _HIGHEST_RATIO * self._packed
        ):
            raise unpacks_too_far(self._unpacked, self._packed)
        return taken

    def _feed(self) -> bool:
        """Unpack one more piece; False at the end."""
        data = self._left_over[: self._packing.fed]
        self._left_over = self._left_over[self._packing.fed :]
        if not data:
            data = self._source.read(self._packing.fed)
        if self._frame.eof and not self._next_frame(data):
            return False
        if not data:
            raise cut_off(self._packing.name)
        self._ready = memoryview(self._decompressed(data))
        if self._frame.eof:
            self._left_over = self._frame.unused_data + self._left_over
        self._packed += len(data)
        return True

    def _next_frame(self, data: bytes) -> bool:
        """Begin another frame where one follows; zeros behind the last one are padding."""
        if not data or (not data.strip(b"\0") and not self._left_over):
            return False
        if not self._packing.frames_follow:
            raise damaged(self._packing.name, "bytes behind the end")
        self._frame = self._packing.frame()
        return True

    def _decompressed(self, data: bytes) -> bytes:
        try:
            return self._frame.decompress(data)
        except (zlib.error, MemoryError) as error:
            raise damaged(self._packing.name, str(error)) from None
