"""The traps of the published figures, one by one: where a figure is wrong, doubled, mislabelled or of another kind.

Each was fallen into by somebody. The tables keep both figures where sources contradict each other, say in a note what
is the matter, and give by default the one that is right.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from footrule.factors.characterisation import Characterisation
from footrule.factors.database import Factors, Found, NotFound
from footrule.factors.factor import Factor, Kind, Scope
from tests.factors.tables import found, not_found
from tests.measure.strategies import unit

SHIPPED = Factors()
ROWS = {one.id: one for one in SHIPPED.every()}
HEAVIEST_HYDROCARBON = Fraction("0.9226")
"""The carbon of benzene and acetylene, kg C/kg: no hydrocarbon that is a liquid fuel holds more."""


def value(id: str) -> Fraction:
    """The value of a row, in the unit that it is printed in."""
    return ROWS[id].value.value


def in_notes(id: str, *texts: str) -> bool:
    """Whether every text stands in the notes of a row."""
    return all(text in ROWS[id].note or text in ROWS[id].note_zh for text in texts)


def of_series(series: str, day: date, place: str = "GLO") -> Factor:
    """The row of a series for a day."""
    return found(SHIPPED.of_series(series, day, place))


# Carbon that cannot be


def test_ipcc_naphtha_holds_more_carbon_than_naphtha_can_and_says_so() -> None:
    """44.5 GJ/t and 20.0 kg C/GJ make 89.0 % carbon; naphtha holds 84 to 86 %."""
    carbon = ROWS["ipcc2006.naphtha.ncv"].quantity * ROWS["ipcc2006.naphtha.carbon"].quantity
    assert carbon.value == Fraction("0.89")
    for what in ("ncv", "carbon", "carbon-mass", "co2", "co2-mass"):
        assert in_notes(f"ipcc2006.naphtha.{what}", "89.0 %", "impossible for naphtha", "0.845 kg C/kg", "89.0%")


def test_the_carbon_of_naphtha_to_use_contradicts_that_of_ipcc_by_name() -> None:
    right, wrong = ROWS["product.naphtha.carbon"], ROWS["ipcc2006.naphtha.carbon-mass"]
    assert (right.value.text, wrong.value.text) == ("0.845", "0.8900")
    assert wrong.id in right.conflicts_with
    assert right.id in wrong.conflicts_with
    assert Fraction("0.84") <= right.value.value <= Fraction("0.86")


def test_no_other_liquid_fuel_of_ipcc_holds_more_carbon_than_a_hydrocarbon_can() -> None:
    liquids = (
        "crude-oil",
        "gasoline",
        "jet-kerosene",
        "diesel",
        "residual-fuel-oil",
        "lpg",
        "ethane",
        "refinery-feedstocks",
    )
    for fuel in liquids:
        carbon = ROWS[f"ipcc2006.{fuel}.carbon-mass"].quantity.value
        assert Fraction("0.77") <= carbon <= Fraction("0.89"), fuel
        assert carbon < HEAVIEST_HYDROCARBON


def test_the_carbon_of_ethane_in_guidelines_is_that_of_ethylene() -> None:
    """Table 3.10 of IPCC 2006 and the Chinese list after it have 0.856; the formula gives 0.7989."""
    right = ROWS["product.ethane.carbon"]
    assert right.value.text == "0.7989"
    for wrong in ("cn-chemical-carbon.ethane", "ipcc2006.product.ethane.carbon-mass"):
        assert ROWS[wrong].value.text == "0.856" == ROWS["cn-chemical-carbon.ethylene"].value.text
        assert wrong in right.conflicts_with
        assert ROWS[wrong].superseded_by == right.id
        assert in_notes(wrong, "0.7989", "ethylene", "乙烯")
        assert not_found(SHIPPED.by_id(wrong)).candidates == (right,)


# Gases that are taken for others


def test_the_thermal_treatment_of_ethylene_oxide_is_methane() -> None:
    """A public transcription has 1.79 and 0.79 kg in its table of CO2; beside 0.863 t CO2 they would vanish."""
    methane = [
        one
        for one in ROWS.values()
        if one.id.startswith("ipcc2006.ethylene-oxide.") and one.value.text in ("1.79", "0.79")
    ]
    assert len(methane) == 2
    for one in methane:
        assert (one.gas, str(one.unit)) == ("CH4", "kg CH4/t")
    carbon_dioxide = [
        one for one in ROWS.values() if one.id.startswith("ipcc2006.ethylene-oxide.") and one.gas == "CO2"
    ]
    assert len(carbon_dioxide) == 6
    assert all(one.quantity.value >= Fraction("0.35") for one in carbon_dioxide)


def test_solid_fuels_leave_ten_times_the_methane_in_manufacturing() -> None:
    """1 kg/TJ is of energy industries (table 2.2); a chemical plant takes 10 (table 2.3)."""
    for fuel in ("anthracite", "coking-coal", "other-bituminous-coal", "lignite", "coke-oven-coke"):
        energy, manufacturing = (
            ROWS[f"ipcc2006.{fuel}.ch4.{sector}"] for sector in ("energy-industries", "manufacturing")
        )
        assert (energy.value.text, manufacturing.value.text) == ("1", "10")
        assert (energy.sector, manufacturing.sector) == ("energy_industries", "manufacturing")
        assert energy.series == manufacturing.series
        answer = not_found(SHIPPED.of_series(energy.series, date(2025, 6, 1), "CN"))
        assert set(answer.candidates) == {energy, manufacturing}, "the series alone does not choose"
    for fuel in ("diesel", "natural-gas"):
        assert value(f"ipcc2006.{fuel}.ch4.energy-industries") == value(f"ipcc2006.{fuel}.ch4.manufacturing")


# Chinese fuels: two sets


def test_chinese_liquefied_natural_gas_has_the_carbon_of_natural_gas_not_of_petroleum_gas() -> None:
    right, wrong = ROWS["cn-fuel-a.lng.carbon"], ROWS["cn-fuel-b.lng.carbon"]
    assert (right.value.text, wrong.value.text) == ("15.3", "17.20")
    assert wrong.value.value == value("cn-fuel-b.lpg.carbon")
    assert wrong.superseded_by == right.id
    assert (right.conflicts_with, wrong.conflicts_with) == ((wrong.id,), (right.id,))
    assert in_notes(wrong.id, "value of LPG", "液化石油气")
    assert "cn-fuel-b.lng.co2" not in ROWS, "nothing is computed from it"


def test_the_two_sets_of_chinese_fuels_are_kept_apart() -> None:
    """Guidelines (A) and statistics (B) differ: crude 42.62 against 41.816 GJ/t, petrol 44.80 against 43.070."""
    sets = {name: [one for one in ROWS.values() if one.id.startswith(f"cn-fuel-{name}.")] for name in "ab"}
    for name, rows in sets.items():
        assert len(rows) > 60
        assert {one.table for one in rows} == {{"a": "cn-fuels-guidelines", "b": "cn-fuels-statistics"}[name]}
        for one in rows:
            assert one.series == one.id, "no series has rows of both"
            assert one.note.startswith(f"Set {name.upper()} only: do not mix the two sets in one study.")
            assert one.note_zh.startswith(f"仅用于数据集{name.upper()}：同一研究中两套数据不得混用。")
            assert f"cn-fuel-{'b' if name == 'a' else 'a'}" not in one.derivation, "and nothing is computed from both"
    assert [value(f"cn-fuel-{name}.crude-oil.ncv") for name in "ab"] == [Fraction("42.62"), Fraction("41.816")]


# Characterisation


def test_sulphur_hexafluoride_has_two_values_in_ar6_and_24300_is_the_default() -> None:
    default, first_issue = ROWS["gwp100.ar6.sf6"], ROWS["gwp100.ar6.sf6-first-issue"]
    assert (default.value.text, first_issue.value.text) == ("24300", "25200")
    assert (default.conflicts_with, first_issue.conflicts_with) == ((first_issue.id,), (default.id,))
    assert first_issue.superseded_by == default.id
    assert in_notes(first_issue.id, "as first issued", "Use 24300", "首次发布")
    answer = Characterisation(SHIPPED).gwp100("SF6", "AR6")
    assert not isinstance(answer, NotFound)
    assert answer.factor == default


@pytest.mark.parametrize(
    ("gwp_set", "unspecified", "fossil", "biogenic"),
    [("ar5", "28", "30", "28"), ("ar5-feedback", "34", "36", "34"), ("ar6", "27.9", "29.8", "27.0")],
)
def test_methane_by_origin_in_each_set(gwp_set: str, unspecified: str, fossil: str, biogenic: str) -> None:
    ids = [f"gwp100.{gwp_set}.ch4{origin}" for origin in ("", "-fossil", "-biogenic")]
    assert [ROWS[one].value.text for one in ids] == [unspecified, fossil, biogenic]


def test_298_is_the_nitrous_oxide_of_two_sets_and_both_say_so() -> None:
    for one in ("gwp100.ar4.n2o", "gwp100.ar5-feedback.n2o"):
        assert ROWS[one].value.text == "298"
        assert in_notes(one, "this value alone does not tell the set")
    assert Characterisation(SHIPPED).sets_with(None, Fraction(298)) == ("AR4", "AR5-feedback")


# Electricity


def test_co2_of_generation_never_answers_for_a_footprint_of_electricity() -> None:
    """The series of CO2 alone are of their own scope, in units of CO2 and not of CO2e."""
    generation = [one for one in ROWS.values() if one.kind is Kind.ELECTRICITY and one.gas == "CO2"]
    assert len(generation) > 90
    for one in generation:
        assert one.scope is Scope.GENERATION_ONLY
        assert one.unit.dimension != unit("kg CO2e/kWh").dimension
        assert in_notes(one.id, "understates a footprint", "For a product footprint use cn-grid-footprint")
    footprints = [one for one in ROWS.values() if one.kind is Kind.ELECTRICITY and one.scope is Scope.LIFE_CYCLE]
    assert {one.series for one in generation} & {one.series for one in footprints} == set()
    assert {one.gas for one in footprints} == {"CO2e"}


def test_a_year_without_a_footprint_factor_is_not_answered_with_the_co2_of_that_year() -> None:
    answer = not_found(SHIPPED.of_series("cn-grid-footprint", date(2022, 6, 1), "CN"))
    assert {one.series for one in answer.candidates} == {"cn-grid-footprint"}
    assert of_series("cn-grid-co2", date(2022, 6, 1), "CN").value.text == "0.5366"


def test_co2_of_generation_is_14_5_percent_below_the_footprint() -> None:
    generation, footprint = (of_series(one, date(2023, 6, 1), "CN") for one in ("cn-grid-co2", "cn-grid-footprint"))
    assert (generation.value.text, footprint.value.text) == ("0.5306", "0.6205")
    below = 1 - generation.value.value / footprint.value.value
    assert Fraction("0.1445") < below < Fraction("0.1455")
    assert in_notes(generation.id, "14.5 %")
    assert in_notes(footprint.id, "14.5 %")


@pytest.mark.parametrize(("id", "text", "average"), [("2021", "0.5810", "0.5568"), ("2022", "0.5703", "0.5366")])
def test_the_factors_of_the_carbon_market_are_no_averages_of_a_year_whatever_their_label(
    id: str, text: str, average: str
) -> None:
    one = ROWS[f"cn-ets-grid-co2.{id}"]
    assert one.value.text == text
    assert in_notes(one.id, "Label trap", f"not the {id} average, which is {average}", "标签陷阱")
    assert of_series("cn-grid-co2", date(int(id), 6, 1), "CN").value.text == average
    assert not any(
        row.value.text == text for row in ROWS.values() if row.series == "cn-grid-co2" and row.geography == "CN"
    )


def test_uk_electricity_of_generation_is_told_to_be_less_than_a_life_cycle() -> None:
    one = ROWS["uk2025.electricity.generation"]
    assert one.scope is Scope.DIRECT
    assert in_notes(one.id, "For a life cycle figure add")


# Figures that a regulation replaced


@pytest.mark.parametrize(("product", "text"), [("hydrogen", "10.4"), ("ammonia", "2.82")])
def test_a_cbam_default_of_the_transitional_period_is_not_found_for_2026(product: str, text: str) -> None:
    """The definitive defaults are by country: for a country without one there is none, and never the old one."""
    series = f"cbam-default.{product}"
    assert of_series(series, date(2025, 12, 31), "IN").value.text == text
    answer = not_found(SHIPPED.of_series(series, date(2026, 1, 1), "IN"))
    assert any(one.value.text == text for one in answer.candidates), "it is named, with its period"
    expired = SHIPPED.of_series(series, date(2026, 1, 1), "IN", obsolete=True)
    assert isinstance(expired, Found)
    assert str(expired.remarks[0]) == "it has expired on 2025-12-31"
    assert of_series(series, date(2026, 1, 1), "US").value.text != text


@pytest.mark.parametrize(("product", "before", "after"), [("ammonia", "1.570", "1.522"), ("hydrogen", "6.84", "7.98")])
def test_a_benchmark_is_that_of_its_years(product: str, before: str, after: str) -> None:
    series = f"eu-ets.{product}"
    assert of_series(series, date(2025, 12, 31), "DE").value.text == before
    assert of_series(series, date(2026, 1, 1), "DE").value.text == after
    not_found(SHIPPED.of_series(series, date(2020, 12, 31), "DE"))
    not_found(SHIPPED.of_series(series, date(2025, 6, 1), "CN"))


# Figures to compare with


def test_a_limit_to_screen_with_is_no_factor_and_found_by_its_id_alone() -> None:
    screening = [one for one in ROWS.values() if one.kind is Kind.SCREENING]
    assert len(screening) > 100
    for one in screening:
        for code in (*one.cas, *one.hs):
            for scope in (Scope.LIFE_CYCLE, Scope.DIRECT):
                answer = SHIPPED.of_product(code, date(2025, 6, 1), one.geography, scope)
                assert not (isinstance(answer, Found) and answer.factor.kind is Kind.SCREENING)
    assert found(SHIPPED.by_id("screen.crude-oil.low")).value.text == "0.08"


def test_british_plastics_are_formed_and_no_resin_at_the_gate() -> None:
    plastics = [
        one
        for one in ROWS.values()
        if one.id.startswith("uk2025.material.") and any(hs.startswith("39") for hs in one.hs)
    ]
    assert len(plastics) >= 12
    assert all("with forming" in one.boundary for one in plastics)


# Products by their codes


def test_candidates_for_a_fuel_of_2025_in_britain_by_its_hs_code() -> None:
    """Many fuels share 2710.19: none is chosen, those for the place and the day are named."""
    answer = not_found(SHIPPED.of_product("2710.19", date(2025, 6, 1), "GB", Scope.UPSTREAM))
    assert len(answer.candidates) == 3
    for one in answer.candidates:
        assert (one.geography, one.kind, one.stands_on(date(2025, 6, 1))) == ("GB", Kind.UPSTREAM, True)
        assert "2710.19" in one.hs


@pytest.mark.parametrize(
    ("code", "fuel"),
    [
        ("2711.11", "lng"),
        ("2711.29", "other-petroleum-gas"),
        ("2710.20", "diesel-blend"),
        ("74-98-6", "propane"),
        ("106-97-8", "butane"),
        ("2701.11", "coal-"),
    ],
)
def test_a_code_that_one_fuel_has_names_that_fuel_in_its_units(code: str, fuel: str) -> None:
    answer = not_found(SHIPPED.of_product(code, date(2025, 6, 1), "GB", Scope.UPSTREAM))
    assert answer.candidates != ()
    assert all(one.id.startswith(f"uk2025.{fuel}") for one in answer.candidates)


# The same thing said twice


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stoichiometry.lime.co2", "ipcc2006.lime.stoichiometric.co2"),
        ("stoichiometry.limestone.co2", "ipcc2006.calcite.co2"),
        ("stoichiometry.urea.co2", "ipcc2006.urea.co2"),
    ],
)
def test_an_identity_that_stands_in_two_tables_is_one_and_each_names_the_other(one: str, other: str) -> None:
    assert ROWS[one].derivation == ROWS[other].derivation
    assert in_notes(one, other)
    assert in_notes(other, one)
    assert ROWS[one].quantity.equals(ROWS[other].quantity)
