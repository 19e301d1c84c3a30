"""Which texts name a unit of a dimension, as a pattern.

Every text that the engine reads as a unit of the dimension matches; most others do not. What stands in other
characters than ASCII, such as 千克, and what has two strokes or more is let through: the engine tells those apart.
"""

from __future__ import annotations

from functools import lru_cache

from footrule.measure.dimension import NUMBER, Dimension
from footrule.measure.quantity import zero
from footrule.measure.unit import known_symbols, read_unit

_POWER = r"(?:10\^[3468] ?)?"
_PIECE = r"(?:piece|pieces)"
_MOST_EXAMPLES = 6
_OTHERWISE = r"[\s\S]*[^\x00-\x7f][\s\S]*|[^/]*/[^/]*/[\s\S]*"


@lru_cache(maxsize=1)
def symbols() -> dict[Dimension, tuple[str, ...]]:
    """The simple units in ASCII by what they measure."""
    found: dict[Dimension, list[str]] = {}
    for symbol in known_symbols():
        unit = read_unit(symbol)
        if unit is not None and symbol.isascii():
            found.setdefault(unit.dimension, []).append(symbol)
    return {dimension: tuple(names) for dimension, names in found.items()}


def unit_schema(dimension: Dimension) -> dict[str, object]:
    """The schema of a text that names a unit of a dimension."""
    shown = list(symbols().get(dimension, (zero(dimension).unit.symbol,)))
    return {"type": "string", "pattern": unit_pattern(dimension), "examples": shown[:_MOST_EXAMPLES]}


def counting_schema() -> dict[str, object]:
    """The schema of what stands for a unit where pieces are counted."""
    return {"type": "string", "pattern": _whole(["1", _PIECE]), "examples": ["piece", "1"]}


@lru_cache(maxsize=256)
def unit_pattern(dimension: Dimension) -> str:
    """The pattern of the units of a dimension."""
    if dimension == NUMBER:
        return _whole(["1", _PIECE, *symbols()[NUMBER], "[^/]*/[^/]*"])
    forms: list[str] = []
    if dimension in symbols():
        forms += [_group(dimension), rf"{_group(dimension)}\s*/{_PIECE}"]
    for over in symbols():
        for under in symbols():
            if over / under == dimension:
                above = f"(?:1|{_group(NUMBER)})" if over == NUMBER else _group(over)
                forms.append(rf"{above}\s*/\s*{_group(under)}")
    return _whole(forms)


def _whole(forms: list[str]) -> str:
    return rf"^(?:\s*(?:{'|'.join(forms)})\s*|{_OTHERWISE})$"


def _group(dimension: Dimension) -> str:
    names = "|".join(symbol.replace(" ", r"\s+") for symbol in symbols()[dimension])
    return f"(?:{names})" if dimension == NUMBER else f"{_POWER}(?:{names})"
