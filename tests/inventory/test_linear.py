"""Systems of products solved: textbook examples, chains, loops, and what has no solution."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.inventory.linear import MOST_EXACT, Amounts, Singular, amounts
from footrule.inventory.loops import loops
from footrule.inventory.totals import stages
from tests.inventory.systems import bought, by, emitted, found, made, result, system, taken, unit

F = Fraction


def exactly(told: dict[int, Fraction]) -> Amounts:
    """Amounts that are not off."""
    return Amounts(told, {})


def test_two_sectors_that_feed_one_another_by_the_inverse_of_their_matrix() -> None:
    """By Cramer's rule: the determinant is 0.85 x 0.95 - 0.25 x 0.20."""
    needs = [{0: F("0.15"), 1: F("0.20")}, {0: F("0.25"), 1: F("0.05")}]
    determinant = F("0.7575")
    assert amounts(needs, {0: F(1)}) == exactly({0: F("0.95") / determinant, 1: F("0.20") / determinant})
    assert amounts(needs, {1: F(1)}) == exactly({0: F("0.25") / determinant, 1: F("0.85") / determinant})


def test_electricity_and_fuel_as_heijungs_and_suh_have_it() -> None:
    """Heijungs and Suh, The Computational Structure of LCA (2002), chapter 2: 1000 kWh come to 120 kg of CO2."""
    power = unit("power", made("electricity", "10 kWh"), taken("fuel", "2 L", "fuel"), emitted("CO2", "1 kg"))
    fuel = unit("fuel", made("fuel", "100 L"), emitted("CO2", "10 kg"))
    smelter = unit("smelter", made("metal", "1 kg"), taken("power", "1000 kWh", "electricity"))
    assert result(system([power, fuel, smelter], "smelter")) == 120


def test_a_petrochemical_chain_as_kloepffer_and_grahl_have_it() -> None:
    """Kloepffer and Grahl, LCA: A Guide to Best Practice (2014), page 379: 154 + 415 + 306 + 21 GJ for 33 t, in mass.

    The shares are printed to a tenth of a percent: 1 %.
    """

    def energy(gigajoule: str, part: str) -> dict[str, object]:
        whole = str(round(float(gigajoule) / float(part), 6))
        return bought("energy", f"{whole} GJ", "1 kg CO2e/MJ", "fuel")

    rest_of_oil, rest_of_cracker = str(round(935 / 0.147 - 935, 6)), str(round(280 / 0.372 - 280, 6))
    processes = [
        unit("oil", made("naphtha", "935 t"), made("rest", f"{rest_of_oil} t"), energy("484", "0.147"), stage="a"),
        unit("cracker", made("ethene", "280 t"), made("rest", f"{rest_of_cracker} t"),
             energy("2590", "0.372"), taken("oil.naphtha", "935 t"), stage="b"),
        unit("middle", made("middle", "33 t"), made("rest", "247 t"),
             energy("415", "0.118"), taken("cracker.ethene", "280 t"), stage="c"),
        unit("end", made("end", "33 t"), energy("154", "1"), taken("middle.middle", "33 t"), stage="d"),
    ]  # fmt: skip
    whole = found(system(processes, "end", "33 t"), by("o.mass")).footprint
    gigajoules = {one.stage: one.emission / 1000 for one in stages(whole.contributions)}
    told = {"a": F(21), "b": F(306), "c": F(415), "d": F(154)}
    # 21 is printed without a decimal
    assert all(abs(gigajoules[stage] - value) <= max(F("0.01") * value, F("0.5")) for stage, value in told.items())
    assert abs(sum(gigajoules.values(), F(0)) - 896) <= F("8.96")


@pytest.mark.parametrize("length", [1, 200, 10_000])
def test_a_chain_is_no_deeper_than_it_is_long(length: int) -> None:
    needs = [{number + 1: F(1, 2)} if number % 2 else {number + 1: F(2)} for number in range(length)] + [{}]
    solved = amounts(needs, {0: F(3)})
    assert isinstance(solved, Amounts)
    assert abs(solved.amounts[length] - (3 if length % 2 == 0 else 6)) <= solved.bounds.get(length, 0)
    assert bool(solved.bounds) == (length > MOST_EXACT)


def test_what_feeds_itself_is_asked_for_more() -> None:
    assert amounts([{0: F(1, 3)}], {0: F(2)}) == exactly({0: F(3)})


@pytest.mark.parametrize(
    "needs",
    [
        [{0: F(1)}],
        [{0: F(2)}],
        [{1: F(1)}, {0: F(1)}],
        [{1: F(3)}, {0: F(1)}],
        [{1: F(1)}, {2: F(1)}, {0: F(1)}],
    ],
)  # fmt: skip
def test_a_loop_that_takes_what_it_makes_has_no_amounts(needs: list[dict[int, Fraction]]) -> None:
    assert amounts(needs, {0: F(1)}) == Singular(tuple(range(len(needs))))


def test_a_loop_beside_the_way_is_not_looked_at() -> None:
    assert amounts([{}, {1: F(1)}], {0: F(1)}) == exactly({0: F(1)})


def test_the_loop_alone_is_named() -> None:
    assert amounts([{1: F(1)}, {2: F(1)}, {1: F(1), 3: F(1)}, {}], {0: F(1)}) == Singular((1, 2))


SYSTEMS = st.integers(1, 6).flatmap(
    lambda size: st.lists(
        st.dictionaries(st.integers(0, size - 1), st.fractions(0, F(1, 7), max_denominator=50), max_size=size),
        min_size=size,
        max_size=size,
    )
)


@given(SYSTEMS, st.fractions(F(1, 9), 9, max_denominator=9))
def test_what_is_asked_for_is_what_is_demanded_and_what_is_taken(needs: list[dict[int, F]], demand: Fraction) -> None:
    solved = amounts(needs, {0: demand})
    assert isinstance(solved, Amounts)
    for product, amount in solved.amounts.items():
        taken_on_the_way = sum(needs[other].get(product, F(0)) * each for other, each in solved.amounts.items())
        assert amount == (demand if product == 0 else 0) + taken_on_the_way


@given(SYSTEMS)
def test_a_product_comes_after_all_that_need_it_and_are_no_part_of_its_loop(needs: list[dict[int, F]]) -> None:
    order = loops(needs, {0: F(1)})
    place = {product: number for number, loop in enumerate(order) for product in loop}
    assert all(place[product] <= place[need] for product in place for need in needs[product])
