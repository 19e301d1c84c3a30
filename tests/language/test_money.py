"""Money arrives in a currency of its own, and no rate is assumed: what would need one is undetermined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.evaluate.values import Unknown
from footrule.measure.dimension import CURRENCIES, MONEY
from footrule.measure.quantity import exact, zero
from footrule.submission.element import Record
from tests.language.small_world import LACKS, NO, YES, checked_small, outcomes, shown, truth, value_of, world
from tests.measure.strategies import unit

ALIKE = world(price="7.1 CNY", other_price="10 CNY", prices=["3 CNY", "5 CNY", "3 CNY"])
MIXED = world(price="7.1 CNY", other_price="1 USD", prices=["3 CNY", "5 USD", "3 CNY"])
NONE_SOLD = world(price="7.1 CNY", other_price="10 CNY", prices=[])


@pytest.mark.parametrize(
    ("expression", "alike"),
    [
        ("price + other_price", "17.1 CNY"), ("price - other_price", "-2.9 CNY"), ("sum(p for p in prices)", "11 CNY"),
        ("mean(p for p in prices) * 3", "11 CNY"), ("min(p for p in prices)", "3 CNY"),
        ("max(p for p in prices)", "5 CNY"), ("distinct(p for p in prices)", "2"), ("price / other_price + 0", "0.71"),
        ("abs(price)", "7.1 CNY"), ("-price", "-7.1 CNY"),
    ],
)  # fmt: skip
def test_money_of_one_currency_is_a_quantity_like_any_other(expression: str, alike: str) -> None:
    assert shown(expression, ALIKE) == alike


@pytest.mark.parametrize(
    ("condition", "alike"),
    [
        ("price < other_price", YES), ("price = other_price", NO), ("price is not other_price", YES),
        ("price equals other_price", NO), ("price within 50 % of other_price", YES),
        ("price within other_price of price", YES), ("price in {other_price, price}", YES),
        ("other_price in prices", NO), ("price / other_price <= 0.71", YES),
    ],
)  # fmt: skip
def test_comparisons_of_money(condition: str, alike: bool) -> None:
    assert truth(condition, ALIKE) is alike


@pytest.mark.parametrize(
    "expression",
    [
        "price + other_price", "price - other_price", "sum(p for p in prices)", "mean(p for p in prices)",
        "min(p for p in prices)", "max(p for p in prices)", "distinct(p for p in prices)",
        "price < other_price", "price = other_price", "price is not other_price", "price equals other_price",
        "price within 50 % of other_price", "price within other_price of price", "other_price in {price}",
        "price / other_price <= 0.71", "price / other_price + 1 > 0",
    ],
)  # fmt: skip
def test_two_currencies_are_not_converted(expression: str) -> None:
    value = value_of(expression, MIXED)
    assert isinstance(value, Unknown)
    assert value.lacks == ()
    assert value.why is not None
    assert "without a stated rate" in str(value.why)
    assert "未给定汇率" in value.why.in_language("zh")


def test_the_reason_names_both_currencies() -> None:
    value = value_of("price + other_price", MIXED)
    assert isinstance(value, Unknown)
    assert str(value.why) == "CNY and USD are not converted without a stated rate"


@pytest.mark.parametrize(
    ("condition", "result"),
    [
        ("other_price in prices", LACKS),  # 1 USD may be 3 CNY
        ("price in {other_price, price}", YES),
        ("price < other_price or true", YES),
        ("price < other_price and false", NO),
        ("price < other_price", LACKS),
    ],
)
def test_what_is_certain_without_a_rate_is_certain(condition: str, result: bool | None) -> None:
    assert truth(condition, MIXED) is result


def test_a_requirement_that_would_need_a_rate_lacks_data() -> None:
    assert outcomes("  shall price < other_price\n", MIXED) == ["lacks data"]
    assert outcomes("  shall price < other_price\n", ALIKE) == ["conforming"]


def test_money_whose_currency_arrives_is_not_compared_with_a_currency() -> None:
    standard, diagnostics = checked_small("  shall price < 5 CNY\n")
    assert standard is None
    (told,) = diagnostics
    assert (told.code, str(told.headline)) == ("P0203", "money and CNY cannot be compared")
    assert "arrives with the submission" in str(told.help)


@pytest.mark.parametrize("footprint", [NONE_SOLD, world(price="7.1 USD", other_price="10 USD", prices=[])])
def test_no_money_is_none_in_every_currency(footprint: Record) -> None:
    assert truth("sum(p for p in prices) < price", footprint) is YES
    assert truth("sum(p for p in prices) / price = 0", footprint) is YES
    assert truth("sum(p for p in prices) / price + 1 = 1", footprint) is YES
    assert shown("sum(p for p in prices) + price", footprint) == shown("price", footprint)
    assert shown("price + sum(p for p in prices)", footprint) == shown("price", footprint)


@given(st.sampled_from(CURRENCIES), st.sampled_from(CURRENCIES))
def test_a_currency_is_comparable_with_itself_and_with_no_money(one: str, two: str) -> None:
    a, b = exact(Fraction(1), unit(one)), exact(Fraction(1), unit(two))
    assert a.comparable_with(b) is b.comparable_with(a) is (one == two)
    assert a.comparable_with(zero(MONEY)) and zero(MONEY).comparable_with(a)
    assert not a.comparable_with(exact(Fraction(1), zero(MONEY).unit))


def test_a_stated_rate_leads_from_one_currency_to_the_other() -> None:
    rate = exact(Fraction("7.1"), unit("元/美元"))
    dollars = exact(Fraction(2), unit("USD"))
    assert str(dollars * rate) == "14.2 CNY"
    assert exact(Fraction("14.2"), unit("元")).equals(dollars * rate)
