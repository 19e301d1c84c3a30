"""Units and their exact conversion: one table, one reader of unit expressions.

Factors are exact by definition: SI prefixes and SI-accepted units (SI Brochure, 9th edition), 1 kWh = 3.6 MJ,
1 kgce = 29.3076 MJ (GB/T 2589-2020: 29 307.6 kJ). Tested against pint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from footrule.measure import dimension
from footrule.measure.dimension import NUMBER, Dimension


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its symbol: `factor` base units of its dimension (kg, kg CO2e, MJ, m, s, mol) are one of it."""

    symbol: str
    dimension: Dimension
    factor: Fraction

    def __str__(self) -> str:
        return self.symbol


ONE = Unit("", NUMBER, Fraction(1))
PERCENT = Unit("%", NUMBER, Fraction(1, 100))

_MASSES = {"mg": "1e-6", "g": "1e-3", "kg": "1", "t": "1000", "kt": "1e6", "Mt": "1e9"}
_TABLE: dict[Dimension, dict[str, str]] = {
    dimension.MASS: _MASSES,
    dimension.ENERGY: {
        "J": "1e-6", "kJ": "1e-3", "MJ": "1", "GJ": "1000", "TJ": "1e6",
        "Wh": "0.0036", "kWh": "3.6", "MWh": "3600", "GWh": "3.6e6", "kgce": "29.3076", "tce": "29307.6",
    },
    dimension.LENGTH: {"mm": "0.001", "cm": "0.01", "m": "1", "km": "1000"},
    dimension.AREA: {"m2": "1", "ha": "10000", "km2": "1e6"},
    dimension.VOLUME: {"m3": "1", "L": "0.001", "mL": "1e-6"},
    dimension.TIME: {"s": "1", "min": "60", "h": "3600"},
    dimension.AMOUNT_OF_SUBSTANCE: {"mol": "1", "kmol": "1000"},
    dimension.DATA: {"Mbit": "1"},
    dimension.MASS * dimension.LENGTH: {"kgkm": "1000", "tkm": "1e6"},
    NUMBER: {"%": "0.01", "ppm": "1e-6"},
}  # fmt: skip
_MASS_SUBSTANCES = ("CO2", "CH4", "N2O", "C")


def _simple_units() -> dict[str, Unit]:
    known = {
        symbol: Unit(symbol, kind, Fraction(factor))
        for kind, units in _TABLE.items()
        for symbol, factor in units.items()
    }
    for symbol, factor in _MASSES.items():
        emission = f"{symbol} CO2e"
        known[emission] = Unit(emission, dimension.EMISSION, Fraction(factor))
        for substance in _MASS_SUBSTANCES:
            of_substance = f"{symbol} {substance}"
            known[of_substance] = Unit(of_substance, dimension.MASS, Fraction(factor))
    return known


_SIMPLE = _simple_units()
IN_CHINESE = {
    "毫克": "mg", "克": "g", "千克": "kg", "公斤": "kg", "吨": "t", "千吨": "kt",
    "焦耳": "J", "千焦": "kJ", "兆焦": "MJ", "吉焦": "GJ", "太焦": "TJ",
    "千瓦时": "kWh", "兆瓦时": "MWh", "吉瓦时": "GWh", "千克标准煤": "kgce", "吨标准煤": "tce",
    "毫米": "mm", "厘米": "cm", "米": "m", "千米": "km", "公里": "km",
    "平方米": "m2", "公顷": "ha", "平方千米": "km2", "立方米": "m3", "升": "L", "毫升": "mL",
    "秒": "s", "分钟": "min", "小时": "h", "摩尔": "mol", "千摩尔": "kmol", "吨公里": "tkm", "吨千米": "tkm",
}  # fmt: skip
"""Units by their Chinese names; they are shown by their symbols."""
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=512)
def read_unit(text: str) -> Unit | None:
    """The unit a text names, such as `kg`, `kg CO2e` or `kg CO2e/MJ`; None where it names none.

    Chinese names and the forms of Chinese typography (`㎏`, `㎥`, `m³`, `％`) name the same units.

    >>> read_unit("kg CO2e/t").factor
    Fraction(1, 1000)
    >>> read_unit("吨 CO2e/㎏").symbol
    't CO2e/kg'
    >>> read_unit("furlong") is None
    True
    """
    above, *below = (_symbol(part) for part in _plain_forms(text).split("/"))
    if above != "1" and above not in _SIMPLE:
        return None
    unit = ONE if above == "1" else _SIMPLE[above]
    for symbol in below:
        if symbol not in _SIMPLE:
            return None
        divisor = _SIMPLE[symbol]
        unit = Unit(f"{unit.symbol or '1'}/{symbol}", unit.dimension / divisor.dimension, unit.factor / divisor.factor)
    return unit


def _plain_forms(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFKC", text)


def _symbol(part: str) -> str:
    """The symbol that one part of a unit expression is, by its Chinese name or as it stands."""
    name, *substance = _SPACES.sub(" ", part.strip()).split(" ")
    return " ".join([IN_CHINESE.get(name, name), *substance])


def known_symbols() -> tuple[str, ...]:
    """Every simple unit symbol, for suggestions and for the reference."""
    return tuple(_SIMPLE)
