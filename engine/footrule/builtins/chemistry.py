"""Builtins on carbon and molecules.

Atomic masses are the abridged standard atomic weights of IUPAC/CIAAW (2021), in g/mol; CO2 is 44.009 by them, and
44.009/12.011 of the mass of its carbon. Practice writes 44/12, which is 0.072 % more.
"""

from __future__ import annotations

from fractions import Fraction

from footrule.measure.dimension import AMOUNT_OF_SUBSTANCE, EMISSION, MASS
from footrule.measure.quantity import Quantity, exact
from footrule.measure.unit import ONE, Unit, read_unit
from footrule.model.builtin import Builtin
from footrule.model.types import TEXT, QuantityType
from footrule.text.pattern import pattern
from footrule.text.wording import worded

ATOMIC_MASSES = {
    "H": "1.008", "C": "12.011", "N": "14.007", "O": "15.999", "F": "18.998", "Na": "22.990", "Mg": "24.305",
    "Si": "28.085", "P": "30.974", "S": "32.06", "Cl": "35.45", "K": "39.098", "Ca": "40.078",
}  # fmt: skip
_ELEMENT = pattern(r"([A-Z][a-z]?)(\d{0,3})")
_FORMULA = pattern(r"(?:[A-Z][a-z]?\d{0,3})+")
MOLAR_MASS = MASS / AMOUNT_OF_SUBSTANCE


def _known_unit(symbol: str) -> Unit:
    unit = read_unit(symbol)
    assert unit is not None, f"{symbol} is not in the table of units"
    return unit


KG_CO2 = _known_unit("kg CO2")
KG_CO2E = _known_unit("kg CO2e")
G_PER_MOL = _known_unit("g/mol")


def formula_mass(formula: str) -> Fraction | None:
    """The molar mass of a formula such as `C2H4` in g/mol, or None where it is no formula of known elements.

    >>> formula_mass("CO2"), formula_mass("C0")
    (Fraction(44009, 1000), None)
    """
    if _FORMULA.fullmatch(formula) is None:
        return None
    total = Fraction(0)
    for element, count in _ELEMENT.findall(formula):
        if element not in ATOMIC_MASSES or (count and int(count) == 0):
            return None
        total += Fraction(ATOMIC_MASSES[element]) * (int(count) if count else 1)
    return total


CO2_PER_CARBON = Fraction("44.009") / Fraction("12.011")


def _co2_of(carbon: Quantity) -> Quantity:
    co2 = carbon * exact(CO2_PER_CARBON, ONE)
    return co2.scaled_as(KG_CO2)


def _co2e_of_co2(co2: Quantity) -> Quantity:
    return co2.scaled_as(KG_CO2E)


def _molar_mass(formula: str) -> Quantity | None:
    mass = formula_mass(formula)
    return None if mass is None else exact(mass, G_PER_MOL)


CHEMISTRY = (
    Builtin(
        name="co2_of",
        parameters=(QuantityType(MASS),),
        result=QuantityType(MASS),
        meaning=worded("the mass of CO2 that holds this mass of carbon", "含有该质量碳的二氧化碳质量"),
        example="co2_of(12.011 kg)",
        example_value="44.009 kg CO2",
        run=_co2_of,
        accepts=None,
        partial=False,
        keeps_zero=True,
    ),
    Builtin(
        name="co2e_of_co2",
        parameters=(QuantityType(MASS),),
        result=QuantityType(EMISSION),
        meaning=worded(
            "a mass of CO2 as an emission: the characterisation factor of CO2 is 1 by definition in every IPCC report",
            "以二氧化碳当量表示的二氧化碳质量：按定义，CO2的特征化因子恒为1",
        ),
        example="co2e_of_co2(2 kg CO2)",
        example_value="2 kg CO2e",
        run=_co2e_of_co2,
        accepts=None,
        partial=False,
        keeps_zero=True,
    ),
    Builtin(
        name="molar_mass",
        parameters=(TEXT,),
        result=QuantityType(MOLAR_MASS),
        meaning=worded("the molar mass of a formula", "分子式的摩尔质量"),
        example='molar_mass("C2H4")',
        example_value="28.054 g/mol",
        run=_molar_mass,
        accepts=lambda formula: formula_mass(formula) is not None,
        partial=False,
        keeps_zero=False,
    ),
)
