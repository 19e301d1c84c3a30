"""msgspec's untyped decoder, and nothing asked of what it returns."""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence

PACKAGE = "msgspec"
TITLE = "msgspec alone, untyped"
SAYS: frozenset[str] = frozenset()


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Decodes each document."""
    from msgspec.json import Decoder

    decode = Decoder().decode

    def accepted(documents: Sequence[bytes]) -> int:
        for one in documents:
            decode(one)
        return len(documents)

    return accepted
