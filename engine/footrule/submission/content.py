"""What a JSON value says, without how it is laid out: one text for it, and its fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from footrule.submission.json_text import JsonNumber, JsonValue


def canonical(value: JsonValue) -> str:
    """The value as JSON without spaces: members by name, without those that are null, numbers as they are written.

    >>> canonical({"b": JsonNumber("1.50"), "a": ["x", None, True], "c": None})
    '{"a":["x",null,true],"b":1.50}'
    """
    if isinstance(value, JsonNumber):
        return str(value)
    if isinstance(value, str):
        return encode_basestring_ascii(value)
    if isinstance(value, dict):
        members = (
            f"{encode_basestring_ascii(name)}:{canonical(value[name])}"
            for name in sorted(value)
            if value[name] is not None
        )
        return f"{{{','.join(members)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(canonical, value))}]"
    if value is None:
        return "null"
    return "true" if value else "false"


def content_fingerprint(footprint: Mapping[str, JsonValue]) -> str:
    """SHA-256 over the canonical content of a footprint without its `status`, which alone may change (PACT 3, C24)."""
    without_status = {name: value for name, value in footprint.items() if name != "status"}
    return sha256(canonical(without_status).encode("ascii")).hexdigest()
