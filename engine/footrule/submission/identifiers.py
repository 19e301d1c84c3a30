"""What can be an identifier of a data set, and what is left over from a spreadsheet."""

from __future__ import annotations

import re

_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", re.ASCII)
_NOTHING = frozenset({"nan", "null", "none", "n/a", "na", "undefined", "tbd"})


def is_identifier(text: str) -> bool:
    """Whether a text can tell a data set from others.

    >>> is_identifier("pump-1"), is_identifier("#REF!"), is_identifier(" "), is_identifier("None")
    (True, False, False, False)
    """
    trimmed = text.strip()
    return bool(trimmed) and not trimmed.startswith("#") and trimmed.casefold() not in _NOTHING


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID.

    >>> is_uuid("93a60a56-a3c8-11da-a746-0800200b9a66"), is_uuid("#REF!")
    (True, False)
    """
    return _UUID.fullmatch(text) is not None
