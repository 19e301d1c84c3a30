"""Large systems: solved in floating point, and what is said of each amount holds for the exact one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footrule.evaluate.comparing import TOO_CLOSE, compare, within
from footrule.evaluate.values import Unknown
from footrule.inventory import floating, linear
from footrule.inventory.linear import Amounts, NoSolver, Singular, amounts
from footrule.inventory.result import ProductKey
from footrule.measure.quantity import exact
from footrule.measure.unit import PERCENT
from footrule.model.expression import Sign
from footrule.submission.element import Number
from tests.inventory.systems import bought, by, emitted, found, made, problems, system, taken, unit
from tests.measure.strategies import unit as measured

F = Fraction
KG_CO2E = measured("kg CO2e")


@pytest.fixture
def in_floats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every system counts as large."""
    monkeypatch.setattr(linear, "MOST_EXACT", 0)


def exactly(needs: list[dict[int, Fraction]], demand: Fraction) -> Amounts | Singular | NoSolver:
    """The amounts in exact numbers, whatever the size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linear, "MOST_EXACT", len(needs))
        patch.setattr(linear, "LONGEST_EXACT_LOOP", len(needs))
        return amounts(needs, {0: demand})


def rounded(needs: list[dict[int, Fraction]], demand: Fraction) -> Amounts | Singular | NoSolver:
    """The amounts in floating point, whatever the size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linear, "MOST_EXACT", 0)
        return amounts(needs, {0: demand})


def needs_of(size: int, least: Fraction, most: Fraction) -> st.SearchStrategy[list[dict[int, Fraction]]]:
    """What each of some products takes of others, itself among them."""
    each = st.dictionaries(st.integers(0, size - 1), st.fractions(least, most, max_denominator=1000), max_size=4)
    return st.lists(each, min_size=size, max_size=size)


@given(st.integers(1, 9).flatmap(lambda size: needs_of(size, F(0), F(2, 5))), st.fractions(F(1, 9), 10**9))
@settings(max_examples=200)
def test_no_amount_is_off_by_more_than_its_bound(needs: list[dict[int, Fraction]], demand: Fraction) -> None:
    """Their needs come to more than 1 at times: then exact numbers find no amounts, and neither does this."""
    one, other = exactly(needs, demand), rounded(needs, demand)
    if isinstance(other, Amounts):
        assert isinstance(one, Amounts)
        assert one.amounts.keys() == other.amounts.keys() == other.bounds.keys()
        for product, amount in one.amounts.items():
            assert abs(amount - other.amounts[product]) <= other.bounds[product]
            assert other.bounds[product] <= F(1, 10**9) * amount + F(1, 10**200)
    else:
        assert isinstance(one, Singular)


@given(st.integers(2, 7).flatmap(lambda size: needs_of(size, F(-1, 5), F(1, 5))))
def test_what_is_given_back_on_the_way_may_be_less_than_nothing(needs: list[dict[int, Fraction]]) -> None:
    one, other = exactly(needs, F(1)), rounded(needs, F(1))
    if isinstance(other, Amounts):
        assert isinstance(one, Amounts)
        assert all(abs(one.amounts[each] - other.amounts[each]) <= other.bounds[each] for each in one.amounts)


@pytest.mark.parametrize("left", ["1e-3", "1e-9", "1e-13"])
def test_the_nearer_to_nothing_is_left_the_less_is_known(left: str) -> None:
    """A product that takes nearly all of itself: by how much what is left can be off, the amount can be, too."""
    needs = [{1: F(1)}, {0: 1 - F(left)}]
    one, other = exactly(needs, F(1)), rounded(needs, F(1))
    assert isinstance(one, Amounts) and isinstance(other, Amounts)
    off = abs(one.amounts[0] - other.amounts[0])
    assert off <= other.bounds[0] <= one.amounts[0] * F("2e-14") / F(left)


def test_where_less_is_left_than_rounding_shows_nothing_is_told() -> None:
    needs = [{1: F(1)}, {0: 1 - F("1e-17")}]
    assert isinstance(exactly(needs, F(1)), Amounts)
    # Among few products the short loop is looked at again in exact numbers, and nothing is wrong with it.
    assert rounded(needs, F(1)) == Singular((0, 1), surely=False)


def test_a_short_loop_that_takes_what_it_makes_is_named_in_a_large_system() -> None:
    chain = [{number + 1: F(1, 2)} for number in range(2000)] + [{}]
    chain[1000] = {1001: F(1, 2), 1000: F(1)}
    assert amounts(chain, {0: F(1)}) == Singular((1000,))


def test_a_long_loop_that_takes_what_it_makes_is_named_as_far_as_it_can_be_told() -> None:
    ring = [{(number + 1) % 400: F(1)} for number in range(400)]
    assert amounts(ring, {0: F(1)}) == Singular(tuple(range(400)), surely=False)


def test_numbers_beyond_floating_point_are_told() -> None:
    ring = [{(number + 1) % 400: F(10) ** 400} for number in range(400)]
    assert isinstance(amounts(ring, {0: F(1)}), Singular)
    assert isinstance(amounts([{number + 1: F(10**9)} for number in range(400)] + [{}], {0: F(1)}), Singular)


@pytest.mark.usefixtures("in_floats")
@pytest.mark.parametrize("tiers", [0, 400])
def test_each_way_to_solve_comes_to_the_same(tiers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without tiers the factors of the matrix are taken."""
    monkeypatch.setattr(floating, "MOST_TIERS", tiers)
    ring = [{(number + 1) % 50: F(1, 3), (number + 7) % 50: F(1, 5)} for number in range(50)]
    solved, told = amounts(ring, {0: F(1)}), exactly(ring, F(1))
    assert isinstance(solved, Amounts) and isinstance(told, Amounts)
    assert all(abs(solved.amounts[one] - told.amounts[one]) <= solved.bounds[one] for one in range(50))


def test_without_the_solver_a_large_system_is_refused_and_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(linear, "can_be_used", lambda: False)
    processes = [unit(f"u{one}", made("a", "1 kg"), taken(f"u{one + 1}", "0.5 kg")) for one in range(400)]
    (told,) = problems(system([*processes, unit("u400", made("a", "1 kg"))], "u0"))
    assert told == "the inventory links 401 products, which takes the solver for large systems: install footrule[large]"


def large(taken_of_next: str = "0.5 kg") -> list[dict[str, object]]:
    """A ring of forty processes, each with two products, an emission and something bought."""
    return [
        unit(
            f"u{one}",
            made("a", "1.7 kg"),
            made("b", "0.3 kg"),
            taken(f"u{(one + 1) % 40}.a", taken_of_next),
            bought("c", "0.07 kg", "1.3 kg CO2e/kg"),
            emitted("CH4", "0.03 kg"),
        )
        for one in range(40)
    ]


def test_every_figure_of_a_footprint_holds_the_exact_one_within_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = by("o.mass")
    told = found(system(large(), "u0.a"), shared)
    monkeypatch.setattr(linear, "MOST_EXACT", 0)
    solved = found(system(large(), "u0.a"), shared)
    assert told.footprint.bound is None and solved.footprint.bound is not None
    for name in ("excluding_biogenic_uptake", "fossil"):
        one, other = told.record.fields[name], solved.record.fields[name]
        assert isinstance(one, Number) and isinstance(other, Number)
        assert one.quantity.bound is None and other.quantity.bound is not None
        assert abs(one.quantity.value - other.quantity.value) <= other.quantity.bound < F("1e-12") * one.quantity.value
        assert one.as_printed == other.as_printed
    for one_contribution, rounded_one in zip(told.footprint.contributions, solved.footprint.contributions, strict=True):
        assert rounded_one.bound is not None
        assert abs(one_contribution.emission - rounded_one.emission) <= F(rounded_one.bound)
    assert solved.footprint.bounds[ProductKey(0, 0)] > 0


@pytest.mark.usefixtures("in_floats")
def test_a_comparison_within_the_bound_is_undetermined() -> None:
    total = found(system(large(), "u0.a"), by("o.mass")).record.fields["excluding_biogenic_uptake"]
    assert isinstance(total, Number) and total.quantity.bound is not None
    near, far = (exact(total.quantity.value + total.quantity.bound * times, KG_CO2E) for times in (F(1, 2), 2))
    undecided = Unknown((), TOO_CLOSE)
    for sign in (Sign.BELOW, Sign.AT_MOST, Sign.ABOVE, Sign.AT_LEAST, Sign.EXACTLY, Sign.EQUALS):
        assert compare(sign, total.quantity, near) == undecided
    assert compare(Sign.BELOW, total.quantity, far) is True
    assert compare(Sign.EXACTLY, total.quantity, far) is False
    assert compare(Sign.EQUALS, total.quantity, far) is False
    one_percent = exact(F(1), PERCENT)
    edge = exact(total.quantity.value / F("0.99"), KG_CO2E)
    assert within(total.quantity, edge, one_percent, relative=True) == undecided
    assert within(total.quantity, near, one_percent, relative=True) is True
    assert within(total.quantity, exact(total.quantity.value * 2, KG_CO2E), one_percent, relative=True) is False
    assert within(near, total.quantity, exact(total.quantity.bound, KG_CO2E), relative=False) == undecided


@pytest.mark.usefixtures("in_floats")
def test_numbers_too_large_for_floating_point_are_a_reason_and_no_fault() -> None:
    one = unit("u", made("a", "1e-99 mg"), bought("b", "1e99 t", "1e99 kg CO2e/kg"), emitted("CO2", "1e99 t"))
    assert problems(system([one], "u", "1e99 t")) == [
        "u: CO2 fossil: the numbers grow beyond what can be computed with",
        "u: b: the numbers grow beyond what can be computed with",
    ]
