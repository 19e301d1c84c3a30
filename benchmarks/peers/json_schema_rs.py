"""The same JSON Schema by jsonschema-rs, which compiles it in Rust."""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.peers.json_schema import SAYS, SCHEMA

__all__ = ["PACKAGE", "SAYS", "TITLE", "accepting"]

PACKAGE = "jsonschema-rs"
TITLE = "JSON Schema, jsonschema-rs"


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Decodes with orjson and validates, with one validator for all."""
    from jsonschema_rs import Draft202012Validator
    from orjson import loads

    is_valid = Draft202012Validator(SCHEMA).is_valid

    def accepted(documents: Sequence[bytes]) -> int:
        return sum(is_valid(loads(one)) for one in documents)

    return accepted
