"""What a stream holds, told by its first bytes; its name only helps where these say nothing."""

from __future__ import annotations

from enum import Enum

from footrule.submission.json_text import BYTE_ORDER_MARK, WHITE_SPACE, wide_encoding


class Kind(Enum):
    """What may come as a source of documents."""

    GZIP = "gzip"
    ZSTD = "zstd"
    ZIP = "zip"
    TABLE = "parquet"
    TEXT = "text"
    OTHER = "other"


PACKED_EXTENSIONS = (".gz", ".gzip", ".zst", ".zstd")
_TEXT_EXTENSIONS = (".json", ".ndjson", ".jsonl")
_MAGIC = (
    (b"\x1f\x8b", Kind.GZIP),
    (b"\x28\xb5\x2f\xfd", Kind.ZSTD),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"PAR1", Kind.TABLE),
)
_SKIPPABLE = b"\x2a\x4d\x18"
"""How a frame of zstd that holds no data begins, behind a first byte of 0x50 to 0x5F."""


def kind_of(first: bytes, name: str) -> Kind:
    """The kind of a stream that begins with some bytes; `OTHER` where neither these nor the name promise documents."""
    for magic, kind in _MAGIC:
        if first.startswith(magic):
            return kind
    if first[1:4] == _SKIPPABLE and 0x50 <= first[0] <= 0x5F:
        return Kind.ZSTD
    if name.lower().endswith(_TEXT_EXTENSIONS) or wide_encoding(first) is not None:
        return Kind.TEXT
    begins = first.removeprefix(BYTE_ORDER_MARK).lstrip(WHITE_SPACE)[:1]
    return Kind.TEXT if begins in {b"{", b"["} else Kind.OTHER


def unpacked_name(name: str) -> str:
    """The name of what is in a packed file: without the extension that says how it is packed."""
    for extension in PACKED_EXTENSIONS:
        if name.lower().endswith(extension):
            return name[: -len(extension)]
    return name
