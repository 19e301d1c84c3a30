"""The share of primary data, the rating of data quality and the stages, by hand; and how a footprint is scaled."""

from __future__ import annotations

from fractions import Fraction

from footrule.inventory.totals import primary_data_share, ratings, stages
from footrule.submission.element import Number
from tests.inventory.systems import Plain, bought, emitted, found, made, problems, system, taken, unit


def of_supplier(amount: str, share: str, **more: object) -> Plain:
    """An input with a supplier's footprint of 1 kg CO2e/kg, and the share of primary data in it."""
    supply = {"footprint": "f", "value": "1", "unit": "kg CO2e/kg", "primary_data_share": {"value": share, "unit": "%"}}
    return {**bought("supplied", amount), **more, "from": supply}


def share(*flows: Plain) -> Fraction | None:
    """The share of primary data of a process with these flows."""
    return primary_data_share(
        found(system([unit("works", made("x", "1 kg"), *flows)], "works")).footprint.contributions
    )


def test_the_share_of_primary_data_is_weighted_by_emissions() -> None:
    """10 of 10 measured; none of 20, whose factor is not; all of 5; 40 % of 25 from a supplier: 25 of 60."""
    flows = (
        emitted("CO2", "10 kg", primary=True),
        bought("a", "20 kg", primary_activity=True, primary_factor=False),
        bought("b", "5 kg", primary_activity=True, primary_factor=True),
        of_supplier("25 kg", "40", primary_activity=True),
    )
    assert share(*flows) == Fraction(25, 60)


def test_a_credit_counts_by_its_size() -> None:
    """10 measured, and 30 that is bought below zero and is not: a quarter."""
    credit = bought("credit", "30 kg", "-1 kg CO2e/kg", primary_activity=False, primary_factor=False)
    assert share(emitted("CO2", "10 kg", primary=True), credit) == Fraction(1, 4)


def test_the_share_of_primary_data_is_unknown_where_one_flow_does_not_say() -> None:
    assert share(emitted("CO2", "10 kg", primary=True), bought("a", "1 kg", primary_activity=True)) is None
    assert share(of_supplier("25 kg", "40")) is None


def test_biogenic_co2_weighs_nothing_in_the_share_of_primary_data() -> None:
    """It is in no position of the footprint: a boiler for wood that is measured does not better it."""
    measured_wood = emitted("CO2", "990 kg", "biogenic", primary=True)
    assert share(measured_wood, emitted("CO2", "10 kg", primary=False)) == 0


def test_ratings_are_weighted_by_emissions_and_told_where_all_have_them() -> None:
    """Temporal: (10 x 1 + 30 x 3) / 40; of the others one flow has none."""
    flows = (
        emitted("CO2", "10 kg", quality={"temporal": "1", "technological": "2"}),
        bought("a", "30 kg", quality={"temporal": "3"}),
    )
    whole = found(system([unit("works", made("x", "1 kg"), *flows)], "works"))
    assert ratings(whole.footprint.contributions) == {"temporal": Fraction(5, 2)}


def test_stages_are_told_the_largest_first() -> None:
    mine = unit("mine", made("ore", "2 kg"), emitted("CO2", "3 kg"), stage="raw_materials")
    works = unit("works", made("x", "1 kg"), taken("mine", "4 kg"), emitted("CO2", "1 kg"), stage="production")
    listed = stages(found(system([works, mine], "works")).footprint.contributions)
    assert [(one.stage, one.emission) for one in listed] == [
        ("raw_materials", Fraction(6)),
        ("production", Fraction(1)),
    ]


def test_a_footprint_is_scaled_to_its_declared_unit() -> None:
    """Of 2 t, 500 kg; declared for 1 kg, 0.25 kg."""
    one = found(system([unit("works", made("x", "4 t"), emitted("CO2", "1 t"))], "works", "2 t"))
    declared = one.record.fields["excluding_biogenic_uptake"]
    assert isinstance(declared, Number)
    assert (one.footprint.total, declared.quantity.value) == (Fraction(500), Fraction("0.25"))


def test_what_cannot_be_scaled_is_a_problem() -> None:
    (says,) = problems(system([unit("works", made("x", "4 Nm3"))], "works", "2 Nm3"))
    assert says == "the footprint is declared for kg, and its reference flow is 2 Nm3"
