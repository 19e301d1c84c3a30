"""The nearest name: "did you mean" for misspelt names, attributes and standards."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None where nothing is close.

    >>> nearest("declared_ammount", ["declared_amount", "mass"])
    'declared_amount'
    >>> nearest("banana", ["mass", "energy"]) is None
    True
    """
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(_folded(candidate), candidate)
    matches = get_close_matches(_folded(name), folded, n=1, cutoff=0.72)
    return folded[matches[0]] if matches else None


def _folded(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "").replace(" ", "")
