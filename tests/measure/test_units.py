"""Units convert as the SI and the conventions of energy statistics define them."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.measure.dimension import CURRENCIES, EMISSION, ENERGY, GAS_VOLUME, MASS, NUMBER, TIME
from footrule.measure.quantity import exact
from footrule.measure.unit import known_symbols, read_unit
from footrule.measure.unit_table import IN_CHINESE, PREFIXES
from tests.measure.strategies import SYMBOLS, unit

PLAIN = [symbol for symbol in known_symbols() if " " not in symbol]
# pint's names for what it spells otherwise.
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
    "bbl": "oil_bbl",
    "‰": "permille",
}
# Coal equivalents and the mu are conventions of one country; money and gas at reference conditions it leaves to others.
NOT_IN_PINT = {
    "kgce", "tce", "mu", "ppb", *CURRENCIES, *(one for one in PLAIN if unit(one).dimension == GAS_VOLUME)
}  # fmt: skip
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
    assert compared > 120


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
        ("ppm", "ppb", Fraction(1000)),
        ("ha", "mu", Fraction(15)),
        ("toe", "GJ", Fraction("41.868")),
        ("lb", "g", Fraction("453.59237")),
        ("bbl", "L", 42 * 231 * Fraction("0.254") ** 3),  # 42 US gallons of 231 cubic inches, an inch being 0.254 dm
        ("bar", "kPa", Fraction(100)),
    ],
)
def test_factors_by_definition(symbol: str, of: str, factor: Fraction) -> None:
    assert unit(symbol).factor / unit(of).factor == factor


@pytest.mark.parametrize("watts", ["W", "kW", "MW", "GW"])
def test_a_power_for_an_hour_is_an_energy(watts: str) -> None:
    assert unit(watts).dimension * TIME == ENERGY
    assert unit(watts).factor * unit("h").factor == unit(f"{watts}h").factor


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


ONES = st.one_of(
    st.sampled_from(SYMBOLS),
    st.integers(-50, 100).map(lambda celsius: f"m3({celsius}°C)"),
    st.tuples(st.sampled_from(sorted(PREFIXES)), st.sampled_from(SYMBOLS))
    .map("".join)
    .filter(lambda one: read_unit(one) is not None),
)


@given(st.lists(ONES, min_size=1, max_size=4).map("/".join))
def test_every_unit_is_read_back_from_its_symbol(text: str) -> None:
    assert read_unit(unit(text).symbol) == unit(text)


@given(st.integers(-(10**9), 10**9), st.integers(0, 6), ONES, st.sampled_from(SYMBOLS))
def test_a_quantity_that_is_shown_is_read_back_the_same(digits: int, places: int, above: str, below: str) -> None:
    quantity = exact(Fraction(digits, 10**places), unit(f"{above}/{below}"))
    number, _, symbol = str(quantity).replace(" x ", " ", 1).partition(" ")
    assert exact(Fraction(number), unit(symbol)) == quantity


def test_ratios_of_ratios() -> None:
    assert unit("kg CO2e/t/km").factor == Fraction(1, 10**6)
    assert unit("1/kg").dimension == NUMBER / MASS
    assert unit("MJ/kWh").dimension == ENERGY / ENERGY == NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "kg/",
        "/kg",
        "furlong",
        "KG",
        "mj",
        "kg/furlong",
        "CO2e",
        "kg CO2e x",
        "2",
        "money",
        "Sm3",
        "kcal",
        "ton",
        "°C",
        "m3(C)",
        "万",
        "万%",
        "万1",
        "10^5 t",
        "10^4",
    ],
)
def test_anything_else_is_no_unit(text: str) -> None:
    assert read_unit(text) is None


@given(st.text(max_size=30))
def test_no_text_makes_reading_fail(text: str) -> None:
    found = read_unit(text)
    assert found is None or found.factor > 0


@pytest.mark.parametrize(
    "text",
    ["kg/" * 200_000, "万" * 50, "㎏" * 10_000, "\ufdfa" * 99, "m3(" + "9" * 90 + "°C)", "10^" * 30 + "t", "\ud800/kg"],
    ids=["long", "tens", "signs", "grows", "hot", "powers", "surrogate"],
)
def test_a_hostile_text_is_no_unit(text: str) -> None:
    assert read_unit(text) is None


@pytest.mark.parametrize(("chinese", "symbol"), IN_CHINESE.items())
def test_a_chinese_name_is_the_unit_of_its_symbol(chinese: str, symbol: str) -> None:
    assert unit(chinese) == unit(symbol)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("㎏", "kg"), ("㎎", "mg"), ("㎥", "m3"), ("m³", "m3"), ("㎡", "m2"), ("％", "%"), ("ｋｇ", "kg"), ("㎞", "km"),
        ("千克 CO2e/吨", "kg CO2e/t"), ("吨 CO2e", "t CO2e"), ("㎏ CO2e／㎏", "kg CO2e/kg"), ("吉焦/吨", "GJ/t"),
        ("kg CO₂e/㎏", "kg CO2e/kg"), ("t CO₂/GJ", "t CO2/GJ"), ("Nm³", "Nm3"), ("吨二氧化碳当量/吨", "t CO2e/t"),
    ],
)  # fmt: skip
def test_forms_of_chinese_typography_are_the_same_units(written: str, symbol: str) -> None:
    assert unit(written) == unit(symbol)


@pytest.mark.parametrize(
    ("written", "of", "times", "symbol"),
    [
        ("万吨", "t", 10**4, "10^4 t"), ("万t CO2e", "t CO2e", 10**4, "10^4 t CO2e"), ("百万吨", "t", 10**6, "10^6 t"),
        ("万吨二氧化碳当量", "t CO2e", 10**4, "10^4 t CO2e"), ("万千瓦时", "kWh", 10**4, "10^4 kWh"),
        ("亿千瓦时", "kWh", 10**8, "10^8 kWh"), ("万kWh", "kWh", 10**4, "10^4 kWh"),
        ("万吨标准煤", "tce", 10**4, "10^4 tce"),
        ("千元", "CNY", 10**3, "10^3 CNY"), ("万元", "CNY", 10**4, "10^4 CNY"), ("亿元", "CNY", 10**8, "10^8 CNY"),
        ("万m³", "m3", 10**4, "10^4 m3"), ("10⁴ t", "t", 10**4, "10^4 t"), ("10^4t", "t", 10**4, "10^4 t"),
    ],
)  # fmt: skip
def test_powers_of_ten_stand_before_any_unit(written: str, of: str, times: int, symbol: str) -> None:
    read = unit(written)
    assert (read.dimension, read.factor, read.symbol) == (unit(of).dimension, unit(of).factor * times, symbol)


def test_a_power_of_ten_is_shown_as_one() -> None:
    assert str(exact(Fraction("2.5"), unit("万吨"))) == "2.5 x 10^4 t"
    assert str(exact(Fraction("389.31"), unit("GJ/万Nm3"))) == "389.31 GJ/10^4 Nm3"
