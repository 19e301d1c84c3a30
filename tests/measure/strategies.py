"""Numbers, units and quantities to try things with."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from footrule.measure.quantity import Quantity
from footrule.measure.unit import ONE, Unit, known_symbols, read_unit


def unit(symbol: str) -> Unit:
    """The unit of that symbol."""
    read = read_unit(symbol)
    assert read is not None, symbol
    return read


MASSES = [unit(symbol) for symbol in ("mg", "g", "kg", "t", "kt", "Mt")]
ENERGIES = [unit(symbol) for symbol in ("J", "kJ", "MJ", "GJ", "TJ", "Wh", "kWh", "MWh", "GWh", "kgce", "tce")]
GASES = [unit(symbol) for symbol in ("Nm3", "kNm3", "m3(15°C)", "m3(20°C)", "万Nm3")]
SYMBOLS = known_symbols()

fractions = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@st.composite
def decimals(draw: st.DrawFn) -> str:
    """A text that prints a number: sign, digits, decimals and exponent, each where it pleases."""
    whole = draw(st.text("0123456789", min_size=1, max_size=40))
    places = draw(st.one_of(st.just(""), st.text("0123456789", min_size=1, max_size=40).map(lambda one: f".{one}")))
    power = draw(st.one_of(st.just(""), st.integers(-99, 99).map(lambda one: f"e{one}")))
    return draw(st.sampled_from(["", "-", "+"])) + whole + places + power


@st.composite
def quantities(draw: st.DrawFn, of: Unit = ONE) -> Quantity:
    """A quantity whose printed precision leaves an interval open, or none."""
    value = draw(fractions)
    below, above = (draw(st.fractions(min_value=0, max_value=5, max_denominator=100)) for _ in "  ")
    return Quantity(value, value - below, value + above, of)


def inside(quantity: Quantity, share: Fraction) -> Fraction:
    """A value within the interval: a share of the way from its low to its high end."""
    return quantity.low + (quantity.high - quantity.low) * share


shares = st.fractions(min_value=0, max_value=1, max_denominator=7)
