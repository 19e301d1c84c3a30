"""Quantities: the interval encloses whatever was meant, and what a number is printed in changes nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from footrule.evaluate.comparing import compare, within
from footrule.evaluate.values import Unknown
from footrule.measure.decimal import read_decimal
from footrule.measure.quantity import Quantity, exact, printed, rounded, zero
from footrule.measure.unit import ONE, PERCENT, Unit
from footrule.model.expression import Sign
from tests.measure.strategies import (
    ENERGIES,
    GASES,
    MASSES,
    SYMBOLS,
    decimals,
    fractions,
    inside,
    quantities,
    shares,
    unit,
)

KG, MJ = unit("kg"), unit("MJ")


@given(quantities(), quantities(), shares, shares)
def test_the_interval_of_a_result_encloses_what_may_have_been_meant(
    one: Quantity, two: Quantity, a: Fraction, b: Fraction
) -> None:
    meant, other = inside(one, a), inside(two, b)
    for result, truth in ((one + two, meant + other), (one - two, meant - other), (one * two, meant * other)):
        assert result.low <= truth <= result.high
        assert result.low <= result.value <= result.high
    quotient = one.divided_by(two)
    if quotient is not None:
        assert quotient.low <= meant / other <= quotient.high
    for result, truth in ((-one, -meant), (one.magnitude(), abs(meant))):
        assert result.low <= truth <= result.high


BOUNDS = st.fractions(min_value=0, max_value=10)


@given(*[quantities()] * 2, *[BOUNDS] * 2, *[st.fractions(-1, 1)] * 2)
def test_the_bound_of_a_result_holds_what_the_rounding_of_its_terms_can_do(
    one: Quantity, two: Quantity, off: Fraction, other_off: Fraction, a: Fraction, b: Fraction
) -> None:
    """Two figures that were computed in rounded numbers, and the true ones, which are off by a part of the bound."""
    left, right = rounded(one.value, off, one.unit), rounded(two.value, other_off, two.unit)
    true, other = one.value + a * off, two.value + b * other_off
    for result, truth in ((left + right, true + other), (left - right, true - other), (left * right, true * other)):
        assert result.bound is not None
        assert abs(result.value - truth) <= result.bound
        assert result.low <= truth <= result.high
    quotient = left.divided_by(right)
    if quotient is not None:
        assert quotient.bound is not None
        assert abs(quotient.value - true / other) <= quotient.bound
    magnitude = left.magnitude()
    assert magnitude.bound is not None
    assert abs(magnitude.value - abs(true)) <= magnitude.bound
    for sign in (Sign.BELOW, Sign.AT_MOST, Sign.ABOVE, Sign.AT_LEAST, Sign.EXACTLY):
        outcome = compare(sign, left, exact(other, ONE) if one.unit == ONE else rounded(other, None, one.unit))
        assert isinstance(outcome, Unknown) or outcome is compare(
            sign, rounded(true, None, one.unit), rounded(other, None, one.unit)
        )


@given(quantities(), quantities())
def test_the_ends_of_a_product_and_of_a_quotient_are_among_those_of_the_ends(one: Quantity, two: Quantity) -> None:
    products = [mine * other for mine in (one.low, one.high) for other in (two.low, two.high)]
    assert ((one * two).low, (one * two).high) == (min(products), max(products))
    quotient = one.divided_by(two)
    if quotient is not None:
        quotients = [mine / other for mine in (one.low, one.high) for other in (two.low, two.high)]
        assert (quotient.low, quotient.high) == (min(quotients), max(quotients))


@given(quantities(), quantities())
def test_a_quotient_does_not_exist_where_the_divisor_may_be_zero(one: Quantity, two: Quantity) -> None:
    assert (one.divided_by(two) is None) is (two.low <= 0 <= two.high)


@given(quantities(), quantities())
def test_equals_says_whether_the_two_can_be_one_number(one: Quantity, two: Quantity) -> None:
    overlap = max(one.low, two.low) <= min(one.high, two.high)
    assert one.equals(two) is two.equals(one) is overlap
    assert one.within(Fraction(0), two) is overlap


@given(quantities(), quantities(), st.fractions(min_value=0, max_value=10))
def test_a_wider_tolerance_never_excludes(one: Quantity, two: Quantity, allowance: Fraction) -> None:
    if one.within(allowance, two):
        assert one.within(allowance + 1, two)
        assert two.within(allowance, one)


@given(st.data(), st.sampled_from([MASSES, ENERGIES, GASES]))
def test_other_units_change_no_outcome(data: st.DataObject, units: list[Unit]) -> None:
    """What a number says is independent of the unit it says it in: factors are exact, never rounded."""
    numbers = [data.draw(fractions) for _ in range(3)]
    before = [exact(number, units[2]) for number in numbers]
    after = [
        exact(number * units[2].factor / into.factor, into)
        for number, into in zip(numbers, (data.draw(st.sampled_from(units)) for _ in range(3)), strict=True)
    ]
    (a, b, c), (x, y, z) = before, after
    for sign in Sign:
        assert compare(sign, a + b, c) == compare(sign, x + y, z)
        assert compare(sign, a * b, c * c) == compare(sign, x * y, z * z)
    assert within(a, b, c.magnitude(), relative=False) == within(x, y, z.magnitude(), relative=False)


@given(decimals(), st.sampled_from(MASSES), st.integers(-6, 6))
def test_a_printed_number_moved_to_another_power_of_ten_is_the_same(text: str, into: Unit, power: int) -> None:
    """`1.50 t` and `1.50e3 kg` have the same value and the same half place."""
    mantissa, _, exponent = text.partition("e")
    moved = read_decimal(f"{mantissa}e{int(exponent or 0) + power}")
    number = read_decimal(text)
    assume(moved is not None)
    assert number is not None and moved is not None
    scaled = Unit("", into.dimension, into.factor / Fraction(10) ** power)
    one, two = printed(number, into), printed(moved, scaled)
    assert (one.value, one.low, one.high) == (two.value, two.low, two.high)


@given(decimals(), st.sampled_from([*MASSES, PERCENT, ONE]), fractions)
def test_a_printed_number_is_converted_with_its_interval(text: str, into: Unit, times: Fraction) -> None:
    number = read_decimal(text)
    assert number is not None
    scale = into.factor * times
    value, half = number.value * scale, number.half_place * abs(scale)
    assert printed(number, into, times) == Quantity(value, value - half, value + half, into)


def test_a_conversion_scales_the_interval() -> None:
    number = read_decimal("2.4")
    assert number is not None
    per_unit = printed(number, KG, Fraction(-10))
    assert (per_unit.value, per_unit.low, per_unit.high) == (Fraction(-24), Fraction("-24.5"), Fraction("-23.5"))


def q(text: str) -> Quantity:
    """A literal such as `2 kg`."""
    number, _, symbol = text.partition(" ")
    return exact(Fraction(number), unit(symbol) if symbol else ONE)


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (q("1 t") + q("500 kg"), "1.5 t"),
        (q("500 kg") + q("1 t"), "1500 kg"),
        (q("1") + q("5 %"), "105 %"),
        (q("2") * q("3 kg"), "6 kg"),
        (q("3 t") * q("50 %"), "1.5 t"),
        (q("50 %") * q("50 %"), "0.25"),
        (q("6 t CO2e").divided_by(q("3 kg")), "2 t CO2e/kg"),
        (q("6 kg CO2e").divided_by(q("3 t")), "2 kg CO2e/t"),
        (q("6 t").divided_by(q("3 kg")), "2000"),
        (q("6 t").divided_by(q("3")), "2 t"),
        (q("6 kg/kg") * q("2 MJ"), "12 MJ"),
        (q("2 kg") * q("3 kg"), "6 kg2"),
        (q("6 kg CO2e/MJ").divided_by(q("2 kg")), "3 kg CO2e/MJ/kg"),
        (-q("2 kg"), "-2 kg"),
        (q("-2 kg").magnitude(), "2 kg"),
        (zero(unit("kg CO2e/MJ").dimension), "0 kg CO2e/MJ"),
        (exact(Fraction(5), PERCENT), "5 %"),
    ],
)
def test_the_unit_a_result_is_shown_in(quantity: Quantity | None, text: str) -> None:
    assert str(quantity) == text


@given(st.sampled_from(SYMBOLS), st.sampled_from(SYMBOLS))
def test_results_have_a_unit_of_their_dimension(one: str, two: str) -> None:
    a, b = exact(Fraction(6), unit(one)), exact(Fraction(2), unit(two))
    quotient = a.divided_by(b)
    assert quotient is not None
    assert (a * b).dimension == a.dimension * b.dimension
    assert quotient.dimension == a.dimension / b.dimension
    if " " not in one + two:
        shown = str(quotient).partition(" ")[0]
        assert Fraction(shown) * quotient.unit.factor == pytest.approx(quotient.value)
