"""Units as people write them: each gets the one to write, or is told why it is not enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.check import said_units
from footrule.check.said_units import unit_doubted, unit_nearest, unit_said
from footrule.measure.unit import known_symbols, read_unit


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("NM3", "Nm3"), ("nm3", "Nm3"), ("kg/NM3", "kg/Nm3"), ("KWH", "kWh"), ("Kg", "kg"), ("kgCO2eq", "kg CO2e"),
        ("tCO2eq", "t CO2e"), ("tCO2", "t CO2"), ("kgCO2/kWh", "kg CO2/kWh"), ("kgCO₂e/㎏", "kg CO2e/kg"),
        ("kg/CO2", "kg CO2"), ("tCO2/万kwh", "t CO2/万kWh"), ("万吨CO2e", "万吨 CO2e"), ("m3(20C)", "m3(20°C)"),
        ("tonne", "t"), ("度", "kWh"), ("RMB/t", "CNY/t"), ("月", "months"), ("人民币", "CNY"), ("万度", "万kWh"),
    ],
)  # fmt: skip
def test_what_is_meant_is_certain(written: str, meant: str) -> None:
    assert read_unit(written) is None
    assert unit_doubted(written) is None
    assert unit_said(written) == meant


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("kWh/tonn", "kWh/t"), ("tonn", "t"), ("万tonn", "万t"), ("killogram/kwh", "kg/kWh"),
        ("kgg CO2e/kWh", "kg CO2e/kWh"), ("monts", "months"), ("kg/m33", "kg/m3"), ("bananas", None),
        ("kg/bananas", None), ("kg/kg/kgg", "kg/kg/kg"), ("万" * 200, None),
    ],
)  # fmt: skip
def test_what_is_misspelt_has_a_nearest_unit_part_by_part(written: str, near: str | None) -> None:
    assert unit_nearest(written, (*known_symbols(), "months")) == near


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Sm3", "`m3(20°C)`"), ("标准立方米", "`Nm3` (0 °C)"), ("GJ/万标方", "`Nm3` (0 °C)"), ("scm", "0, 15 or 20 °C"),
        ("MMscf", "cubic foot"), ("kcal", "4.184 J"), ("Mcal/t", "4.1868 J"), ("千卡/千克", "4.184 J"),
        ("MMBtu", "1055"),
        ("ton", "2000 lb"), ("kg/ton", "2000 lb"), ("gal", "4.54609 L"), ("°C", "temperatures"),
        ("Nm3(20°C)", "at 0 °C already"), ("万Nm3（20℃）", "at 0 °C already"), ("m3(200°C)", "-50 to 100"),
    ],
)  # fmt: skip
def test_what_may_mean_two_things_is_refused_and_both_are_named(written: str, told: str) -> None:
    assert read_unit(written) is None
    assert told in str(unit_doubted(written))


def test_every_unit_that_is_advised_is_one_and_none_that_is_said_otherwise() -> None:
    said, ambiguous = said_units._SAID, said_units._AMBIGUOUS  # pyright: ignore[reportPrivateUsage]
    assert [one for one in said.values() if read_unit(one) is None] == ["months"]
    assert [one for one in (*said, *ambiguous) if read_unit(one) is not None] == []


@given(st.text(max_size=40) | st.sampled_from(known_symbols()).map(str.swapcase))
def test_advice_is_given_of_any_text(text: str) -> None:
    doubt, said = unit_doubted(text), unit_said(text)
    assert doubt is None or doubt.in_language("zh")
    assert said is None or said == "months" or read_unit(said) is not None


def test_a_long_text_is_not_looked_into() -> None:
    for text in ("万" * 100_000, "万" * 90):
        assert unit_doubted(text) is None
        assert unit_said(text) is None
