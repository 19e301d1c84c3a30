"""A volume of gas is a volume at a temperature, and says so; one that does not is another kind of quantity."""

from __future__ import annotations

from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.builtins.gases import MOL_PER_NM3
from footrule.measure.dimension import GAS_VOLUME, VOLUME
from footrule.measure.quantity import exact
from footrule.measure.unit import read_unit
from tests.measure.strategies import unit


def test_a_cubic_metre_that_says_no_temperature_is_no_volume_of_gas() -> None:
    assert unit("m3").dimension == unit("立方米").dimension == VOLUME
    assert unit("Nm3").dimension == unit("m3(20°C)").dimension == GAS_VOLUME != VOLUME


@pytest.mark.parametrize(
    ("symbol", "kelvin"),
    [("Nm3", "273.15"), ("m3(0°C)", "273.15"), ("m3(15°C)", "288.15"), ("m3(20°C)", "293.15"), ("m3(25°C)", "298.15"),
     ("m3(-50°C)", "223.15"), ("m3(100°C)", "373.15")],
)  # fmt: skip
def test_what_is_warmer_holds_less(symbol: str, kelvin: str) -> None:
    assert unit(symbol).factor == Fraction("273.15") / Fraction(kelvin)


def test_the_two_conditions_that_are_mistaken_for_each_other_differ_by_seven_percent() -> None:
    gas = exact(Fraction(1000), unit("Nm3"))
    assert gas.value / unit("m3(20°C)").factor == pytest.approx(Fraction("1073.22"), rel=1e-5)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("Nm³", "Nm3"), ("m³(20℃)", "m3(20°C)"), ("㎥（20℃）", "m3(20°C)"), ("m3 (20 °C)", "m3(20°C)"),
        ("立方米（15℃）", "m3(15°C)"), ("m3(−10°C)", "m3(-10°C)"), ("m3(＋25℃)", "m3(25°C)"),
        ("GJ/万Nm³", "GJ/10^4 Nm3"), ("GJ/10⁴Nm³", "GJ/10^4 Nm3"), ("t/万Nm3", "t/10^4 Nm3"), ("亿Nm3", "10^8 Nm3"),
        ("万m3(20℃)", "10^4 m3(20°C)"), ("kJ/m3(20°C)", "kJ/m3(20°C)"), ("Nm3/h", "Nm3/h"),
    ],
)  # fmt: skip
def test_forms_of_the_same_unit(written: str, symbol: str) -> None:
    assert unit(written).symbol == symbol
    assert read_unit(symbol) == unit(written)


@given(st.integers(-(10**12), 10**12))
def test_the_temperature_is_whole_and_of_this_world(celsius: int) -> None:
    assert (read_unit(f"m3({celsius}°C)") is not None) is (-50 <= celsius <= 100)


@pytest.mark.parametrize(
    "text", ["m3(20.5°C)", "m3(020°C)", "m3(20°F)", "m3(20)", "Nm3(0°C)", "L(20°C)", "m3(20°C", "m3()"]
)
def test_anything_else_in_brackets_is_no_unit(text: str) -> None:
    assert read_unit(text) is None


def test_a_calorific_value_per_volume_of_gas_gives_energy() -> None:
    burnt = exact(Fraction(2), unit("亿Nm3")) * exact(Fraction("389.31"), unit("GJ/万Nm3"))
    assert str(burnt) == "7786200000 MJ"
    assert exact(Fraction(38931), unit("kJ/Nm3")).value == exact(Fraction("389.31"), unit("GJ/万Nm3")).value


def test_the_gas_law_is_that_of_pint() -> None:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    volume = (
        registry.Quantity(1, "molar_gas_constant") * registry.Quantity(273.15, "K") / registry.Quantity(1, "atm")
    ).to("m**3/mol")
    assert float(MOL_PER_NM3) == pytest.approx(1 / volume.magnitude, rel=1e-12)
    assert float(1000 / MOL_PER_NM3) == pytest.approx(22.41396954, rel=1e-9)  # L/mol, CODATA 2018
