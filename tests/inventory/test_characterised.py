"""Gases in the sets of the IPCC, and the positions they are in, by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from footrule.inventory.totals import gases, positions
from tests.inventory.systems import bought, emitted, found, made, problems, result, system, unit

F = Fraction
COUNTS = [
    # AR4, table 2.14; AR5, table 8.A.1; AR6, tables 7.15 and 7.SM.7
    ("AR4", "CH4", None, "25"),
    ("AR4", "CH4", "fossil", "25"),
    ("AR4", "N2O", None, "298"),
    ("AR5", "CH4", None, "28"),
    ("AR5", "CH4", "fossil", "30"),
    ("AR5", "CH4", "biogenic", "28"),
    ("AR5", "N2O", None, "265"),
    ("AR6", "CH4", None, "27.9"),
    ("AR6", "CH4", "fossil", "29.8"),
    ("AR6", "CH4", "biogenic", "27.0"),
    ("AR6", "N2O", "fossil", "273"),
]


@pytest.mark.parametrize(("gwp_set", "gas", "origin", "counts"), COUNTS)
def test_a_gas_counts_what_its_set_says(gwp_set: str, gas: str, origin: str | None, counts: str) -> None:
    """1.5 kg for 2 kg of a product: three quarters of what a kilogram counts."""
    one = unit("works", made("x", "2 kg"), emitted(gas, "1.5 kg", origin))
    assert result(system([one], "works", gwp_set=gwp_set)) == Fraction("0.75") * Fraction(counts)


def test_the_set_of_the_study_can_be_exchanged() -> None:
    one = system([unit("works", made("x", "1 kg"), emitted("CH4", "1 kg"), emitted("N2O", "1 kg"))], "works")
    totals = {name: found(one, gwp_set=name).footprint.total for name in ("AR4", "AR5", "AR6")}
    assert totals == {"AR4": 25 + 298, "AR5": 30 + 265, "AR6": Fraction("29.8") + 273}


def test_a_gas_that_a_set_does_not_have_is_a_problem() -> None:
    (says,) = problems(
        system([unit("works", made("x", "1 kg"), emitted("SF6", "1 kg", "biogenic"), emitted("XY", "1 kg"))], "works")
    )
    assert says.startswith("works: AR6 has no factor for XY")


EACH = unit(
    "works",
    made("x", "1 kg"),
    emitted("CO2", "1 kg"),
    emitted("CO2", "100 kg", "biogenic"),
    emitted("CO2", "4 kg", "land_use"),
    emitted("CH4", "1 kg", "biogenic"),
    bought("feed", "8 kg"),
)


def test_each_emission_is_in_the_position_of_its_origin() -> None:
    parts = positions(found(system([EACH], "works")).footprint.contributions)
    told = [parts.fossil, parts.land_use_change, parts.biogenic_non_co2, parts.biogenic_co2]
    assert told == [F(1 + 8), F(4), F(27), F(100)]
    assert parts.excluding_biogenic_uptake == 9 + 4 + 27


def test_gases_are_told_by_origin_with_biogenic_co2_among_them() -> None:
    listed = [
        (one.gas, one.origin, one.mass, one.emission)
        for one in gases(found(system([EACH], "works")).footprint.contributions)
    ]
    assert listed == [
        ("CO2", "biogenic", F(100), F(100)),
        ("CH4", "biogenic", F(1), F(27)),
        ("CO2", "land_use", F(4), F(4)),
        ("CO2", "fossil", F(1), F(1)),
    ]
