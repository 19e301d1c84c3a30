"""How a value follows from others: what may be written, and what it comes to."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.builtins.chemistry import G_PER_MOL, formula_mass
from footrule.factors.derivation import Derived, NotDerived, derived
from footrule.measure.quantity import Quantity, exact
from tests.measure.strategies import unit

ROWS = {
    "fuel.ncv": exact(Fraction("44.5"), unit("GJ/t")),
    "fuel.carbon": exact(Fraction(20), unit("kg C/GJ")),
    "2024.grid-mix": exact(Fraction("0.5"), unit("kg CO2e/kWh")),
    "nothing": exact(Fraction(0), unit("kg")),
}


def mass_of(formula: str) -> Quantity | None:
    """The molar mass of a formula."""
    mass = formula_mass(formula)
    return None if mass is None else exact(mass, G_PER_MOL)


def come_to(written: str) -> Derived:
    """What a derivation comes to."""
    return derived(written, ROWS.get, mass_of)


@pytest.mark.parametrize(
    ("written", "value", "symbol"),
    [
        ("44 / 12", "11/3", ""),
        ("2 + 3 * 4 - 1", "13", ""),
        ("( 2 + 3 ) * 4", "20", ""),
        ("(2 + 3) * (4 - 1)", "15", ""),
        ("((2))", "2", ""),
        ("8 / 4 / 2", "1", ""),
        ("-3 * 2", "-6", ""),
        ("1.5 kg + 500 g", "2", "kg"),
        ("fuel.ncv * fuel.carbon", "0.89", ""),
        ("fuel.ncv * fuel.carbon * 44 / 12", "979/300", ""),
        ("2024.grid-mix * 2 kWh", "1", "kg CO2e"),
        ("molar_mass(CO2) / molar_mass(C)", "44.009/12.011", ""),
        ("0.5 * molar_mass(CO2) / molar_mass(CH4O)", "22.0045/32.042", ""),
        ("22.414 Nm3/kmol / molar_mass(CaC2)", "22.414/64.1", "Nm3/kg"),
        ("300 m3(20°C)/t / 1 m3(20°C)/t", "300", ""),
        ("(1 - 92.5 %) * 300 kg N2O/t", "0.0225", ""),
    ],
)
def test_what_a_derivation_comes_to(written: str, value: str, symbol: str) -> None:
    above, _, below = value.partition("/")
    found = come_to(written)
    assert found.tolerance == 0
    assert found.quantity.value == Fraction(above) / Fraction(below or "1")
    assert found.quantity.dimension == (
        unit(symbol).dimension if symbol else exact(Fraction(1), found.quantity.unit).dimension
    )


@pytest.mark.parametrize(
    ("written", "tolerance"), [("44 / 12 within 0.6 %", "0.006"), ("44 / 12   within 2%  ", "0.02")]
)
def test_how_far_off_it_may_be(written: str, tolerance: str) -> None:
    assert come_to(written) == Derived(come_to("44 / 12").quantity, Fraction(tolerance))


@pytest.mark.parametrize(
    ("written", "en", "zh"),
    [
        ("", "something is missing at its end", "结尾不完整"),
        ("2 *", "something is missing at its end", "结尾不完整"),
        ("* 2", "`*` is no id, number or molar_mass(FORMULA)", "“*”不是标识"),
        ("2 3", "`2 3` is no id, number", "“2 3”不是标识"),
        ("2*3", "`2*3` is no id, number", "“2*3”不是标识"),
        ("fuel.hhv * 2", "`fuel.hhv` is no id, number", "“fuel.hhv”不是标识"),
        ("molar_mass(Xx)", "`molar_mass(Xx)` is no id, number", "“molar_mass(Xx)”不是标识"),
        ("3 furlong", "`3 furlong` is no id, number", "“3 furlong”不是标识"),
        ("( 2 + 3", "a bracket is not closed", "括号未闭合"),
        ("2 )", "`)` is no id, number", "“)”不是标识"),
        ("1 / nothing", "it divides by zero", "除数为零"),
        ("1 kg + 1 kWh", "mass and energy are not added", "mass 与 energy 不能相加"),
        ("( " * 30 + "1" + " )" * 30, "too many brackets", "括号层数过多"),
        ("1 within 3", "`1 within 3` is no id, number", "“1 within 3”不是标识"),
    ],
)
def test_what_cannot_be_computed_says_why(written: str, en: str, zh: str) -> None:
    with pytest.raises(NotDerived) as why:
        come_to(written)
    assert why.value.says.in_language("en").startswith(en)
    assert why.value.says.in_language("zh").startswith(zh)
    assert str(why.value) == why.value.says.in_language("en")


WORDS = [
    "(",
    ")",
    "+",
    "-",
    "*",
    "/",
    "2",
    "0",
    "1.5 kg",
    "fuel.ncv",
    "molar_mass(CO2)",
    "molar_mass(",
    "within 2 %",
    "x",
]


@given(st.one_of(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.text(max_size=40)))
def test_any_text_comes_to_something_or_says_why(written: str) -> None:
    try:
        quantity = come_to(written).quantity
    except NotDerived as why:
        assert set(why.says.languages) == {"en", "zh"}
    else:
        assert quantity.low <= quantity.value <= quantity.high
