"""Places by what people call them: a code in any case, or a name in English or Chinese."""

from __future__ import annotations

import re

from footrule.factors.geography import Geography
from footrule.text.suggest import nearest

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_CHINESE = re.compile(r"[\u3400-\u9fff]{2,}")


def half_width(text: str) -> str:
    """A text whose full-width letters, digits and signs are plain ones, as a Chinese keyboard may not have them.

    >>> half_width("ＣＯ２　ｅ")
    'CO2 e'
    """
    return text.translate(_FULL_WIDTH)


def code_called(geography: Geography, text: str) -> str | None:
    """The code of the place of that code or name; None where there is none, or more than one."""
    known = geography.places
    asked = half_width(text).strip()
    if asked.upper() in known:
        return asked.upper()
    names = {name.casefold(): code for code, place in known.items() for _, name in place.name.texts}
    folded = asked.casefold()
    if folded in names:
        return names[folded]
    if _CHINESE.fullmatch(folded) is None:
        return None
    # A province or a grid is often called without the word for what it is: the one place that begins so is meant.
    begun = {code for name, code in names.items() if name.startswith(folded)}
    return begun.pop() if len(begun) == 1 else None


def place_like(geography: Geography, text: str) -> str | None:
    """The code or name of a place that is most like a misspelt one."""
    places = geography.places.values()
    return nearest(text, [called for one in places for called in (one.code, *(name for _, name in one.name.texts))])
