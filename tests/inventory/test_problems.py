"""What keeps a footprint from being recomputed is told, by the name of its process; nothing else is raised."""

from __future__ import annotations

import pytest

from footrule.model.standard import Standard
from footrule.submission.element import Items, Number, Record
from tests.inventory.systems import (
    Plain,
    allocating,
    bought,
    by,
    emitted,
    found,
    made,
    problems,
    result,
    shares,
    standard,
    system,
    taken,
    unit,
)

BY_VALUE = by("o.mass * o.price.value")


def told(*flows: Plain, gwp_set: str | None = "AR6") -> list[str]:
    """Why a process `works` with these flows besides its product has no footprint."""
    return list(problems(system([unit("works", made("x", "2 kg"), *flows)], "works", gwp_set=gwp_set)))


def supplied(**supply: str) -> Plain:
    """A feed that comes from somewhere."""
    return {"id": "feed", "kind": "feedstock", "amount": "1", "unit": "kg", **({"from": supply} if supply else {})}


@pytest.mark.parametrize(
    ("flow", "says"),
    [
        (supplied(), "works: feed: nobody says where it comes from"),
        (taken("mill", "1 kg"), "works: from mill: there is no process mill"),
        (taken("works.y", "1 kg"), "works: from works.y: works has no outputs y"),
        (taken("no{0}pe.{y", "1 kg"), "works: from no{0}pe.{y: there is no process no{0}pe"),
        (taken("works", "1 MJ"), "works: from works is told as energy, and x, which supplies it, as mass"),
        (supplied(factor="no such"), "works: no factor is called no such"),
        (bought("feed", "1 MJ"), "works: feed: its amount is told in something else than what its emissions are for"),
        (supplied(footprint="f4b1225a"), "works: feed: its amount is told in something else"),
        (emitted("XYZ", "1 kg"), "works: AR6 has no factor for XYZ"),
        (emitted("CH4", "1 kg", "land_use"), "works: AR6 has no factor for CH4 of the origin land_use"),
        (made("y", "1 kg"), "works has 2 products, and no allocation of the standard covers it"),
        (taken("works", "2 kg"), "works: all that is made is taken again on the way, or more"),
    ],
)
def test_each_problem_names_its_process(flow: Plain, says: str) -> None:
    (one,) = (
        told(flow)
        if flow.get("role") is None
        else problems(system([unit("works", made("x", "2 kg"), flow)], "works.x"))
    )
    assert one.startswith(says)


@pytest.mark.parametrize(
    "flow",
    [bought("feed", "-1 kg"), emitted("CO2", "-1 kg"), taken("feeder.feed", "-1 kg")],
    ids=["bought", "emitted", "taken"],
)
def test_an_amount_below_zero_is_no_credit(flow: Plain) -> None:
    feeder = unit("feeder", made("feed", "1 kg"))
    assert problems(system([unit("u", made("gas", "1 kg"), flow), feeder], "u.gas")) == [
        f"u: {flow['id']}: its amount cannot be used (I0120)"
    ]


def test_co2_that_plants_take_from_the_air_is_told_among_the_gases_and_counts_for_nothing() -> None:
    one = unit("u", made("gas", "1 kg"), emitted("CO2", "2 kg"), emitted("CO2", "-3 kg", "biogenic"))
    assert result(system([one], "u.gas")) == 2
    gases = found(system([one], "u.gas")).record.fields["gases"]
    assert isinstance(gases, Items)
    amounts = [each.fields["mass"] for each in gases.elements if isinstance(each, Record)]
    assert [str(each.quantity) for each in amounts if isinstance(each, Number)] == ["-3 kg", "2 kg"]


def test_every_problem_is_told_and_each_once() -> None:
    one = unit("works", made("x", "1 kg"), taken("mill", "1 kg"))
    two = unit("plant", made("y", "1 kg"), made("z", "1 kg"), taken("works", "1 kg"))
    top = unit("top", made("t", "1 kg"), taken("plant.y", "1 kg"), taken("plant.z", "1 kg"), taken("works", "2 kg"))
    assert problems(system([one, two, top], "top")) == [
        "plant has 2 products, and no allocation of the standard covers it",
        "works: from mill: there is no process mill",
    ]


def test_two_providers_of_one_id_supply_nobody() -> None:
    mills = [unit("mill", made("pulp", "1 kg"), emitted("CO2", f"{amount} kg")) for amount in (1, 2)]
    top = unit("works", made("x", "1 kg"), taken("mill", "1 kg"))
    assert problems(system([top, *mills], "works")) == ["works: from mill: there are 2 processes mill"]


def test_two_outputs_of_one_id_supply_nobody() -> None:
    mill = unit("mill", made("pulp", "1 kg"), made("pulp", "2 kg"))
    top = unit("works", made("x", "1 kg"), taken("mill.pulp", "1 kg"))
    assert problems(system([top, mill], "works"), by("o.mass")) == ["works: from mill.pulp: mill has 2 outputs pulp"]


def test_an_input_that_says_no_output_of_several_is_not_guessed() -> None:
    mill = unit("mill", made("pulp", "1 kg"), made("liquor", "2 kg"))
    top = unit("works", made("x", "1 kg"), taken("mill", "1 kg"))
    says = "works: from mill: mill has 2 products to choose from"
    assert problems(system([top, mill], "works"), by("o.mass")) == [says]


@pytest.mark.parametrize(
    ("amount", "why"), [("0 kg", "nothing of it is made"), ("-1 kg", "its amount cannot be used (I0120)")]
)
def test_a_product_of_which_nothing_is_made_has_no_footprint(amount: str, why: str) -> None:
    (says,) = problems(system([unit("works", made("x", amount))], "works"))
    assert says == f"works: x: {why}"


@pytest.mark.parametrize("amount", ["0 kg", "-1 kg"])
def test_a_reference_flow_of_nothing_has_no_footprint(amount: str) -> None:
    assert problems(system([unit("works", made("x", "1 kg"))], "works", amount)) == [
        "the reference flow has no amount above zero"
    ]


def test_a_loop_that_takes_all_it_makes_names_its_processes() -> None:
    loop = [
        unit("one", made("a", "1 kg"), taken("two", "1 kg")),
        unit("two", made("b", "1 kg"), taken("three", "2 kg")),
        unit("three", made("c", "2 kg"), taken("one", "1 kg")),
    ]
    top = unit("top", made("x", "1 kg"), taken("one", "1 kg"))
    (says,) = problems(system([*loop, top], "top"))
    assert says.startswith("one, two, three: all that is made is taken again")


def test_a_process_that_no_demand_reaches_is_no_problem() -> None:
    """Whatever is wrong with it."""
    broken = unit("broken", made("a", "0 kg"), made("b", "1 kg"), supplied(), emitted("XYZ", "1 kg"))
    assert result(system([unit("works", made("x", "1 kg"), emitted("CO2", "3 kg")), broken], "works")) == 3


# keys


def priced(*prices: str | None) -> Plain:
    """A process whose products have these prices."""
    outputs = [made(f"p{number}", "1 kg", price=price) for number, price in enumerate(prices)]
    return unit("works", *outputs, emitted("CO2", "1 kg"))


def test_prices_that_are_all_zero_share_nothing() -> None:
    (says,) = problems(system([priced("0", "0")], "works.p0"), BY_VALUE)
    assert says == "works: A-1: the key `o.mass * o.price.value` of all is zero for every output"


def test_a_price_of_zero_bears_no_burden() -> None:
    assert shares(priced("3", "0"), BY_VALUE) == [1, 0]
    assert result(system([priced("3", "0")], "works.p1"), BY_VALUE) == 0


def test_a_price_that_is_missing_is_a_problem_and_no_share_of_zero() -> None:
    assert problems(system([priced("3", None)], "works.p0"), BY_VALUE) == ["works: A-1: o.price is missing"]


def test_a_key_below_zero_is_a_problem() -> None:
    (says,) = problems(system([priced("3", "-1")], "works.p0"), BY_VALUE)
    assert says.startswith("works: A-1: the key of all is negative for p1")


def test_a_key_that_divides_by_zero_is_a_problem() -> None:
    (says,) = problems(system([priced("3", "0")], "works.p0"), by("o.mass / o.price.value"))
    assert says.startswith("works: A-1: ")


def test_a_key_is_chosen_for_all_outputs_or_for_none() -> None:
    """Not by the output that happens to be told first."""
    choosing = by("o.mass when o.role is main otherwise by o.mass * o.price.value")
    for roles, told_by in ((("main", "main"), [1, 1]), (("energy", "additional"), [1, 3])):
        one = unit("works", made("a", "1 kg", roles[0], price="1"), made("b", "1 kg", roles[1], price="3"))
        first, second = shares(one, choosing)
        assert [first * sum(told_by), second * sum(told_by)] == told_by
    mixed = unit("works", made("a", "1 kg", price="1"), made("b", "1 kg", "additional", price="3"))
    (says,) = problems(system([mixed], "works.a"), choosing)
    assert says == "works: A-1: the key `o.mass` of all is to be used for some outputs only"


ONE_CLASS = "  share all: everything else among o in p.outputs by o.mass"
SEVERAL = standard(
    *(f'allocate A-{n} "Shared" zh "分配"\n  cite doc "1"\n  on each p in processes\n{ONE_CLASS}' for n in (1, 2))
)


@pytest.mark.parametrize(
    ("by_standard", "says"),
    [
        (SEVERAL, "works is covered by several allocations: A-1, A-2"),
        (
            allocating("  share all: everything else among o in p.outputs where o.role is energy by o.mass"),
            "works: A-1: no output bears all",
        ),
        (
            allocating("  share fed: i in p.inputs among o in p.outputs by o.mass"),
            "works: A-1: no class takes CO2 fossil",
        ),
        (by("o.mass when count(i for i in p.inputs) > 3"), "works: A-1: no key applies"),
    ],
)
def test_an_allocation_that_cannot_be_carried_out_names_its_process(by_standard: Standard, says: str) -> None:
    (one,) = problems(system([priced("1", "1")], "works.p0"), by_standard)
    assert one == says


def test_a_study_without_a_set_of_factors_goes_by_the_one_of_its_footprint() -> None:
    inventory = system([unit("works", made("x", "1 kg"), emitted("N2O", "1 kg", None))], "works", gwp_set=None)
    assert result(inventory) == 273


def test_what_is_missing_is_named_once_however_many_lack_it() -> None:
    dear = allocating(
        "  let dearest = max(o.price.value for o in p.outputs)",
        "  share all: everything else among o in p.outputs",
        "    by o.mass when dearest > 5 otherwise by o.moles",
    )
    (says,) = problems(system([unit("works", made("gas", "1 kg"), made("tar", "1 kg"))], "works.gas"), dear)
    assert says.count("o.price") == 1
