"""Where in the text of a standard a thing stands that a mutant changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from footrule.analyse.variants import Step
from footrule.model.standard import Standard


def line_of(standard: Standard, text: str, owner: str, trail: Sequence[Step]) -> int | None:
    """The line of the thing, or the nearest around it that is found; None where its rule is not in the text.

    A trail leads inwards; what is not within the thing before stands after it (the `when` of a requirement).
    """
    start, end = _owner(standard, text, owner)
    if start is None:
        return None
    last = end
    for written, nth in trail:
        at = _found(text, written, nth, start, end)
        if at is None:
            at = _found(text, written, nth, start, last)
        if at is None:
            break
        start, end = at, at + len(written)
    return text.count("\n", 0, start) + 1


def _owner(standard: Standard, text: str, owner: str) -> tuple[int | None, int]:
    """Where a rule begins and ends, or where a name is defined, or a parameter declared or set."""
    written = {one.id: one.written for one in standard.allocations} | {one.id: one.written for one in standard.rules}
    if owner in written:
        at = text.find(written[owner])
        return (None, 0) if at < 0 else (at, at + len(written[owner]))
    match = re.search(rf"(?:define|parameter|定义|参数)\s+{re.escape(owner)}(?!\w)", text)
    return (None, 0) if match is None else (match.start(), len(text))


def _found(text: str, written: str, nth: int, start: int, end: int) -> int | None:
    """The place of a text that is no part of a longer name, the nth of those alike (from 0)."""
    before = r"(?<![\w.])" if written[:1].isalnum() else ""
    after = r"(?!\w)" if written[-1:].isalnum() else ""
    pattern = re.compile(before + re.escape(written) + after)
    places = [match.start() for match in pattern.finditer(text, start, end)]
    return places[min(nth, len(places) - 1)] if places else None
