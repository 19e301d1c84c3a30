"""orjson.loads, and nothing asked of what it returns: the floor for whoever makes a Python object of each value."""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence

PACKAGE = "orjson"
TITLE = "orjson.loads alone"
SAYS: frozenset[str] = frozenset()


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Decodes each document."""
    from orjson import loads

    def accepted(documents: Sequence[bytes]) -> int:
        for one in documents:
            loads(one)
        return len(documents)

    return accepted
