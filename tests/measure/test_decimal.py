"""One grammar of a decimal at every door, what a printed number says of its precision, and how numbers read."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from footrule.measure.decimal import decimal_text, read_decimal
from tests.measure.strategies import decimals

EXACT = Context(prec=400, Emax=10_000, Emin=-10_000)


@given(decimals())
@example("-0.0e-99")
@example("0" * 40 + "." + "9" * 40 + "e99")
def test_a_decimal_is_what_python_reads_exactly(text: str) -> None:
    read = read_decimal(text)
    assert read is not None
    assert read.value == Fraction(EXACT.create_decimal(text))
    assert read.text == text


@given(decimals())
def test_half_a_place_is_half_of_what_the_last_digit_counts(text: str) -> None:
    read = read_decimal(text)
    assert read is not None
    exponent = Decimal(text).as_tuple().exponent
    assert isinstance(exponent, int)
    digits = re.split("[eE]", text)[0]
    counted = Fraction(0) if read.value == 0 and "." not in digits else Fraction(10) ** exponent / 2
    assert read.half_place == counted


@pytest.mark.parametrize(
    "text",
    ["", ".", ".5", "5.", "1_0", "0x1", "NaN", "Infinity", "-inf", "１", "٣", "1e100", "1e+100", "1e-100", "--1", "1e",
     "1 ", " 1", "1\n", "1,5", "1'000", "½", "1e1.5", "0" * 41, "0." + "0" * 41, "1" * 5000, "²"],
)  # fmt: skip
def test_anything_else_is_no_decimal(text: str) -> None:
    assert read_decimal(text) is None


def test_a_decimal_keeps_the_kind_of_text_that_it_was_read_of() -> None:
    """A number of JSON is a text of a kind of its own; both may print the same."""

    class Marked(str):
        __slots__ = ()

    for text in ("1.50", Marked("1.50"), "1.50"):
        read = read_decimal(text)
        assert read is not None
        assert type(read.text) is type(text)


@given(st.text())
def test_no_text_makes_reading_fail(text: str) -> None:
    read = read_decimal(text)
    assert read is None or Fraction(EXACT.create_decimal(text)) == read.value


@given(decimals())
def test_a_short_number_is_printed_exactly(text: str) -> None:
    read = read_decimal(text[:12])
    if read is not None:
        assert Fraction(decimal_text(read.value)) == read.value


@given(st.fractions())
def test_a_long_number_is_printed_to_twelve_digits(value: Fraction) -> None:
    printed = Fraction(decimal_text(value))
    assert abs(printed - value) <= abs(value) * Fraction(1, 10**11)
    assert (printed > 0) is (value > 0)


@given(st.fractions())
def test_a_number_and_its_negative_read_alike(value: Fraction) -> None:
    assert decimal_text(-value) == (f"-{decimal_text(value)}" if value > 0 else decimal_text(abs(value)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 8), "0.125"),
        (Fraction(-1, 3), "-0.333333333333"),
        (Fraction(2, 3), "0.666666666667"),
        (Fraction(1200), "1200"),
        (Fraction("123456789.123456789"), "123456789.123456789"),
        (Fraction(10**20), "100000000000000000000"),
        (Fraction(10**21), "1e21"),
        (Fraction(3, 10**7), "0.0000003"),
        (Fraction(3, 10**8), "3e-8"),
        (Fraction(-125, 10**12), "-1.25e-10"),
        (Fraction(999999999999999, 10**3), "999999999999.999"),
    ],
)
def test_how_numbers_read(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text


def test_a_number_of_any_length_can_be_shown() -> None:
    """Python refuses to write integers of more than 4300 digits; what is computed can have as many."""
    assert decimal_text(Fraction(7) ** 9999) == "1.36553269382e8450"
    assert decimal_text(Fraction(1, 3) ** 20000) == "3.75755725474e-9543"
