"""What can be an identifier of a data set, what is left over from a spreadsheet, and whether names name one thing."""

from __future__ import annotations

import re
from collections.abc import Collection

_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", re.ASCII)
_DOUBLED = re.compile(r"(.+?)\s*,\s*\1")
_LONGEST_COMPARED = 500
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


def names_agree(said: str, names: Collection[str]) -> bool:
    """Whether what a reference calls its target is a name of it, or holds one, or is held by one.

    >>> names_agree("hard coal;  26.3 MJ/kg", ["hard coal"]), names_agree("particles (> PM10)", ["industrial waste"])
    (True, False)
    >>> names_agree("fuel gas,fuel gas", ["Fuel gas, high pressure"])
    True
    """
    if said in names:
        return True
    doubled = _DOUBLED.fullmatch(said) if len(said) <= _LONGEST_COMPARED else None
    asked = _letters(doubled[1] if doubled is not None else said)
    known = [letters for name in names if (letters := _letters(name))]
    return not asked or not known or any(asked in one or one in asked for one in known)


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
