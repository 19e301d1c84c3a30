"""The order in which readers look for ids and clauses."""

from __future__ import annotations

import re

_NUMBER_OR_NOT = re.compile(r"[0-9]+|[^0-9]+")


def by_number(name: str) -> tuple[tuple[int, str], ...]:
    """A key that puts the numbers in a name in their order.

    >>> sorted(["6.10", "6.9", "A.1", "6"], key=by_number)
    ['6', '6.9', '6.10', 'A.1']
    """
    parts: list[str] = _NUMBER_OR_NOT.findall(name)
    return tuple((int(part), "") if part.isdecimal() else (_AFTER_NUMBERS, part) for part in parts)


_AFTER_NUMBERS = 10**40
