"""Builtins on gases: how much of it a volume at a stated reference condition holds.

The ideal gas law, n = pV/RT, at 101.325 kPa and 273.15 K, with R = 8.31446261815324 J/(mol K), exact since the SI of
2019 fixed the constants of Boltzmann and Avogadro (CODATA 2018). A fuel gas of mostly methane holds 0.2 to 0.3 % more
than an ideal gas at these conditions (ISO 6976 has the compression factors): a standard that needs it states it as a
parameter.
"""

from __future__ import annotations

from fractions import Fraction

from footrule.measure.dimension import AMOUNT_OF_SUBSTANCE, GAS_VOLUME
from footrule.measure.quantity import Quantity
from footrule.measure.unit import read_unit
from footrule.model.builtin import Builtin
from footrule.model.types import QuantityType
from footrule.text.wording import worded

MOL_PER_NM3 = Fraction("101325") / (Fraction("8.31446261815324") * Fraction("273.15"))


def _moles_of_gas(gas: Quantity) -> Quantity:
    mol = read_unit("mol")
    assert mol is not None, "mol is not in the table of units"
    return gas.scaled_as(mol, MOL_PER_NM3)


GASES = (
    Builtin(
        name="moles_of_gas",
        parameters=(QuantityType(GAS_VOLUME),),
        result=QuantityType(AMOUNT_OF_SUBSTANCE),
        meaning=worded(
            "the amount of substance in a volume of ideal gas, at 101.325 kPa and the temperature its unit states",
            "按理想气体计，给定体积气体的物质的量（压力 101.325 kPa，温度由其单位给出）",
        ),
        example="moles_of_gas(1 Nm3)",
        example_value="44.6150334055 mol",
        run=_moles_of_gas,
        accepts=None,
        partial=False,
        keeps_zero=True,
    ),
)
