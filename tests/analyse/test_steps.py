"""The neighbours of a number, a date or a duration: what an author might have written instead."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.analyse.steps import moved, step
from footrule.measure.decimal import read_decimal
from footrule.measure.instant import Duration, start_of
from footrule.measure.quantity import exact
from footrule.measure.unit import ONE, Unit, read_unit


def unit(symbol: str) -> Unit:
    found = read_unit(symbol)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "down", "up"),
    [
        ("3 %", "2 %", "4 %"),
        ("0.5 %", "0.4 %", "0.6 %"),
        ("0.05 %", "0.04 %", "0.06 %"),
        ("100 %", "90 %", "110 %"),
        ("0 kg", "-1 kg", "1 kg"),
        ("2050 kWh/t", "1845 kWh/t", "2255 kWh/t"),
        ("210.9 kJ/mol", "189.8 kJ/mol", "232 kJ/mol"),
        ("44 kg", "39 kg", "49 kg"),
    ],
)
def test_a_number_moves_by_its_last_place_or_by_a_tenth(written: str, down: str, up: str) -> None:
    number, _, symbol = written.partition(" ")
    value = exact(Fraction(number), unit(symbol))
    assert (str(moved(value, written, -1)), str(moved(value, written, 1))) == (down, up)


@given(st.decimals(-10_000, 10_000, places=3))
def test_the_step_is_a_place_or_more_and_no_more_than_a_tenth_and_a_place(number: object) -> None:
    printed = read_decimal(f"{number:.3f}")
    assert printed is not None
    place, amount = Fraction(1, 1000), abs(printed.value)
    found = step(exact(printed.value, ONE), printed.text)
    assert place <= found < amount / 10 + place or found == place
    assert (found / place).denominator == 1


def test_dates_move_by_a_day_and_durations_by_a_day_or_a_month() -> None:
    assert str(moved(start_of(date(2027, 12, 31)), "2027-12-31", 1)) == "2028-01-01"
    assert moved(Duration(36, 0), "3 years", -1) == Duration(35, 0)
    assert moved(Duration(0, 90), "90 days", 1) == Duration(0, 91)


def test_the_calendar_ends() -> None:
    assert moved(start_of(date(9999, 12, 31)), "9999-12-31", 1) is None
