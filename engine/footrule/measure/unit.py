"""Units and their exact conversion: one reader of unit expressions, over one table. Tested against pint."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from footrule.frozen import Frozen, dataclass
from footrule.measure import dimension
from footrule.measure.dimension import NUMBER, Dimension
from footrule.measure.unit_table import (
    COLDEST,
    IN_CHINESE,
    MASS_SUBSTANCES,
    MASSES,
    PREFIXES,
    TABLE,
    WARMEST,
    reference_factor,
)
from footrule.text.pattern import pattern


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unit(Frozen):
    """A unit by its symbol: `factor` base units of its dimension (kg, kg CO2e, MJ, m, Nm3, s, mol) are one of it."""

    symbol: str
    dimension: Dimension
    factor: Fraction

    def __eq__(self, other: object) -> bool:
        if type(other) is not Unit:
            return NotImplemented
        return (self.symbol, self.dimension, self.factor) == (other.symbol, other.dimension, other.factor)

    def __hash__(self) -> int:
        return hash((self.symbol, self.dimension, self.factor))

    def __str__(self) -> str:
        return self.symbol

    def after(self, number: str) -> str:
        """A number with this unit, as a person reads it: `3 kg`, `0.25`, `3 x 10^4 t`."""
        if not self.symbol:
            return number
        return f"{number} x {self.symbol}" if self.symbol.startswith("10^") else f"{number} {self.symbol}"


ONE = Unit("", NUMBER, Fraction(1))
PERCENT = Unit("%", NUMBER, Fraction(1, 100))
POINTS = Unit("points", NUMBER, Fraction(1, 100))
"""Percentage points, by which two shares may differ: a `tolerance` of the language has them, and no text is read so."""


def _simple_units() -> dict[str, tuple[Dimension, str]]:
    known = {symbol: (kind, factor) for kind, units in TABLE.items() for symbol, factor in units.items()}
    for symbol, factor in MASSES.items():
        known[f"{symbol} CO2e"] = dimension.EMISSION, factor
        for substance in MASS_SUBSTANCES:
            known[f"{symbol} {substance}"] = dimension.MASS, factor
    return known


_SIMPLE = _simple_units()
"""What each simple unit measures and its factor, as a text: start-up makes no units that nobody asks for."""
_LONGEST = 100
_SPACES = pattern(r"\s+")
_RAISED = pattern(r"(?<![^\s/])10([³⁴⁶⁸])")
_POWER = pattern(r"(?:10\^([3468]) ?|(百万|[千万亿]))(.+)")
_AT_REFERENCE = pattern(r"(?:m3|立方米) ?\( ?[+]?(0|-?[1-9][0-9]{0,2}) ?°C ?\)")


def read_unit(text: str) -> Unit | None:
    """The unit a text names, such as `kg`, `kg CO2e` or `kg CO2e/MJ`; None where it names none.

    Chinese names and the forms of Chinese typography (`㎏`, `㎥`, `m³`, `％`, `m3（20℃）`) name the same units; 千, 万,
    百万 and 亿 stand before any of them. `read_unit(unit.symbol) == unit` for every unit that this returns.

    >>> read_unit("kg CO2e/t").factor
    Fraction(1, 1000)
    >>> read_unit("吨 CO2e/㎏").symbol
    't CO2e/kg'
    >>> read_unit("GJ/万Nm³").symbol
    'GJ/10^4 Nm3'
    >>> read_unit("furlong") is None
    True
    """
    return _read(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=512)
def _read(text: str) -> Unit | None:
    above, *below = plain_parts(text)
    unit = ONE if above == "1" else _read_simple(above)
    if unit is None:
        return None
    for part in below:
        divisor = _read_simple(part)
        if divisor is None:
            return None
        symbol = f"{unit.symbol or '1'}/{divisor.symbol}"
        unit = Unit(symbol, unit.dimension / divisor.dimension, unit.factor / divisor.factor)
    return unit


def plain_parts(text: str) -> list[str]:
    """The parts of a unit expression between its strokes, in plain forms: `㎏ CO2e／㎥` is `kg CO2e` and `m3`."""
    return [_SPACES.sub(" ", part).strip() for part in _plain_forms(text).split("/")]


def _plain_forms(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import normalize

    raised = _RAISED.sub(r"10^\1", text)  # before the exponent becomes a digit like any other
    return normalize("NFKC", raised).replace("−", "-")


def _read_simple(part: str) -> Unit | None:
    """The unit of one part in plain forms: simple, at a temperature of reference, or a power of ten of such a one."""
    unit = _unscaled(part)
    if unit is not None:
        return unit
    match = _POWER.fullmatch(part)
    if match is None:
        return None
    digit, word, rest = match.groups()
    of = _unscaled(rest)
    if of is None or of.dimension.is_number:
        return None
    power = int(digit) if digit else PREFIXES[word]
    return Unit(f"10^{power} {of.symbol}", of.dimension, of.factor * 10**power)


def _unscaled(part: str) -> Unit | None:
    """A unit of the table by its symbol or its Chinese name, with a substance or without, or one at a temperature."""
    name, space, substance = part.partition(" ")
    symbol = IN_CHINESE.get(name, name) + space + substance
    if symbol not in _SIMPLE:
        return _at_reference(part)
    kind, factor = _SIMPLE[symbol]
    return Unit(symbol, kind, Fraction(factor))


def _at_reference(part: str) -> Unit | None:
    """A cubic metre of gas at a stated temperature."""
    match = _AT_REFERENCE.fullmatch(part)
    if match is None:
        return None
    celsius = int(match[1])
    if not COLDEST <= celsius <= WARMEST:
        return None
    return Unit(f"m3({celsius}°C)", dimension.GAS_VOLUME, Fraction(reference_factor(celsius)))


def known_symbols() -> tuple[str, ...]:
    """Every simple unit symbol, for suggestions and for the reference."""
    return tuple(_SIMPLE)
