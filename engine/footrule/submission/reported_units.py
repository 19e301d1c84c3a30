"""The units that the vocabulary's numbers are in: what a bare number means, and which dimension is asked for."""

from __future__ import annotations

from fractions import Fraction

from footrule.measure.dimension import (
    AMOUNT_OF_SUBSTANCE,
    AREA,
    EMISSION,
    ENERGY,
    GAS_VOLUME,
    LENGTH,
    MASS,
    NUMBER,
    VOLUME,
)
from footrule.measure.unit import ONE, Unit, read_unit
from footrule.text.wording import Wording, worded

_ONE = Fraction(1)

KG = Unit("kg", MASS, _ONE)
KG_CO2E = Unit("kg CO2e", EMISSION, _ONE)
KG_C = Unit("kg C", MASS, _ONE)
M2 = Unit("m2", AREA, _ONE)
MJ = Unit("MJ", ENERGY, _ONE)
M3 = Unit("m3", VOLUME, _ONE)
NM3 = Unit("Nm3", GAS_VOLUME, _ONE)
MOL = Unit("mol", AMOUNT_OF_SUBSTANCE, _ONE)
TKM = Unit("tkm", MASS * LENGTH, Fraction(1_000_000))
LONGEST_UNIT = 40
"""In characters: no name of a unit is longer."""
_PIECES = frozenset({"piece", "pieces", "件", "个"})


_IN_WORDS = {
    KG.dimension: ("a mass", "质量"),
    KG_CO2E.dimension: ("emissions in CO2e", "CO2e排放量"),
    M2.dimension: ("an area", "面积"),
    MJ.dimension: ("an energy", "能量"),
    M3.dimension: ("a volume", "体积"),
    NM3.dimension: ("a volume of gas at a stated condition", "注明参比条件的气体体积"),
    MOL.dimension: ("an amount of substance", "物质的量"),
    TKM.dimension: ("transport of a mass", "运输周转量"),
    NUMBER: ("a number", "数值"),
}


def in_words(unit: Unit) -> Wording:
    """What is measured in a unit of this room, such as "a mass", or "an energy for a mass" for MJ/kg."""
    known = _IN_WORDS.get(unit.dimension)
    if unit.symbol == "%":
        known = ("a share", "份额")
    if known is not None:
        return worded(*known)
    symbol_above, _, symbol_below = unit.symbol.partition("/")
    above, below = (read_unit(symbol) for symbol in (symbol_above, symbol_below))
    if above is None or below is None or not symbol_below:
        return worded(str(unit.dimension), str(unit.dimension))
    en_above, zh_above = (in_words(above).in_language(tag) for tag in ("en", "zh"))
    en_below, zh_below = (in_words(below).in_language(tag) for tag in ("en", "zh"))
    return worded(f"{en_above} for {en_below}", f"单位{zh_below}的{zh_above}")


def per(above: Unit, below: Unit) -> Unit:
    """One unit in another, such as MJ/kg."""
    return Unit(f"{above.symbol}/{below.symbol}", above.dimension / below.dimension, above.factor / below.factor)


def flow_unit(text: str) -> Unit | None:
    """The unit that a text of an inventory names; `piece` counts, and so does what is given for one.

    >>> flow_unit("kg CO2e/piece").symbol
    'kg CO2e'
    """
    if len(text) > LONGEST_UNIT:
        return None
    if text in _PIECES:
        return ONE
    above, slash, below = text.rpartition("/")
    return read_unit(above if slash and below in _PIECES else text)
