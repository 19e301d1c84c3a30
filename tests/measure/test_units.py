"""Units convert as the SI and the conventions of energy statistics define them."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.measure.dimension import EMISSION, ENERGY, MASS, NUMBER
from footrule.measure.unit import IN_CHINESE, known_symbols, read_unit
from tests.measure.strategies import SYMBOLS, unit

PLAIN = [symbol for symbol in known_symbols() if " " not in symbol]
# pint's names for what it spells otherwise, and what it does not have: units of coal equivalent are a convention.
IN_PINT = {
    "%": "percent",
    "kgkm": "kg * km",
    "tkm": "t * km",
    "m2": "m**2",
    "m3": "m**3",
    "km2": "km**2",
    "ha": "hectare",
    "kt": "kilotonne",
    "Mt": "megatonne",
    "h": "hour",
}
NOT_IN_PINT = {"kgce", "tce"}
REGISTRY: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)  # pyright: ignore[reportArgumentType]


def in_pint(symbol: str) -> str:
    """The unit as pint spells it."""
    return IN_PINT.get(symbol, symbol)


def ratio_in_pint(one: str, two: str) -> Fraction:
    """How many of the second unit one of the first is, as pint has it."""
    return Fraction(REGISTRY.Quantity(Fraction(1), in_pint(one)).to(in_pint(two)).magnitude)


def test_every_unit_converts_as_pint_has_it() -> None:
    compared = 0
    for one, two in combinations([symbol for symbol in PLAIN if symbol not in NOT_IN_PINT], 2):
        if unit(one).dimension == unit(two).dimension:
            compared += 1
            assert ratio_in_pint(one, two) == unit(one).factor / unit(two).factor, (one, two)
    assert compared > 60


def test_what_pint_takes_for_two_dimensions_we_do_too() -> None:
    # Bits are plain numbers to pint, and a dimension here: data are what a hosting service delivers.
    for one, two in combinations([symbol for symbol in PLAIN if symbol not in {*NOT_IN_PINT, "Mbit"}], 2):
        same = unit(one).dimension == unit(two).dimension
        assert REGISTRY.Quantity(1, in_pint(one)).is_compatible_with(in_pint(two)) is same, (one, two)


@pytest.mark.parametrize(
    ("symbol", "of", "factor"),
    [
        ("kgce", "kJ", Fraction("29307.6")),
        ("tce", "GJ", Fraction("29.3076")),
        ("kWh", "MJ", Fraction("3.6")),
        ("t", "kg", Fraction(1000)),
        ("tkm", "kgkm", Fraction(1000)),
        ("km2", "ha", Fraction(100)),
        ("%", "ppm", Fraction(10_000)),
    ],
)
def test_factors_by_definition(symbol: str, of: str, factor: Fraction) -> None:
    assert unit(symbol).factor / unit(of).factor == factor


def test_an_emission_is_no_mass_and_carbon_dioxide_is() -> None:
    assert unit("kg CO2e").dimension == EMISSION
    assert [unit(f"t {gas}").dimension for gas in ("CO2", "CH4", "N2O", "C")] == [MASS] * 4
    assert unit("t CO2").factor == unit("t CO2e").factor == 1000


@given(st.sampled_from(SYMBOLS), st.sampled_from(SYMBOLS))
def test_a_ratio_of_units_is_their_quotient(above: str, below: str) -> None:
    ratio = unit(f"{above}/{below}")
    assert ratio.dimension == unit(above).dimension / unit(below).dimension
    assert ratio.factor == unit(above).factor / unit(below).factor
    assert ratio.symbol == f"{above}/{below}"


def test_ratios_of_ratios() -> None:
    assert unit("kg CO2e/t/km").factor == Fraction(1, 10**6)
    assert unit("1/kg").dimension == NUMBER / MASS
    assert unit("MJ/kWh").dimension == ENERGY / ENERGY == NUMBER


@pytest.mark.parametrize("text", ["", "/", "kg/", "/kg", "furlong", "KG", "mj", "kg/furlong", "CO2e", "kg CO2e x", "2"])
def test_anything_else_is_no_unit(text: str) -> None:
    assert read_unit(text) is None


@given(st.text(max_size=30))
def test_no_text_makes_reading_fail(text: str) -> None:
    found = read_unit(text)
    assert found is None or found.factor > 0


@pytest.mark.parametrize(("chinese", "symbol"), IN_CHINESE.items())
def test_a_chinese_name_is_the_unit_of_its_symbol(chinese: str, symbol: str) -> None:
    assert unit(chinese) == unit(symbol)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("㎏", "kg"), ("㎎", "mg"), ("㎥", "m3"), ("m³", "m3"), ("㎡", "m2"), ("％", "%"), ("ｋｇ", "kg"), ("㎞", "km"),
        ("千克 CO2e/吨", "kg CO2e/t"), ("吨 CO2e", "t CO2e"), ("㎏ CO2e／㎏", "kg CO2e/kg"), ("吉焦/吨", "GJ/t"),
    ],
)  # fmt: skip
def test_forms_of_chinese_typography_are_the_same_units(written: str, symbol: str) -> None:
    assert unit(written) == unit(symbol)
