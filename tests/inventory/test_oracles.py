"""Numbers that others published, or that follow from theirs by plain arithmetic: allocation of single processes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.inventory.systems import Plain, allocating, bought, by, emitted, made, problems, result, shares, system, unit

AMOUNT = "((o.mass absent as 0 kg) / 1 kg + (o.energy absent as 0 MJ) / 1 MJ)"


def close(found: Fraction, told: float | str, tolerance: str = "1e-8") -> bool:
    """Whether a number is the published one, within a part of it."""
    return abs(found - Fraction(told)) <= Fraction(tolerance) * abs(Fraction(told))


# A: test suites of other tools


def two_products(first: str, second: str) -> Plain:
    """The fixture of `multifunctional`: 4 kg and 6 MJ, each with a property (here its price), and an emission of 10."""
    return unit("unit", made("P1", "4 kg", price=first), made("P2", "6 MJ", price=second), bought("a", "10 kg"))


MULTIFUNCTIONAL = [
    pytest.param("7", "12", f"{AMOUNT} * o.price.value", ("2.8", "7.2"), id="price"),
    pytest.param("6", "4", f"{AMOUNT} * o.price.value", ("5", "5"), id="mass"),
    pytest.param("2", "8", "o.price.value", ("2", "8"), id="manual"),
    pytest.param("0", "0", "1", ("5", "5"), id="equal"),
]


@pytest.mark.parametrize(("first", "second", "key", "told"), MULTIFUNCTIONAL)
def test_multifunctional_shares_so(first: str, second: str, key: str, told: tuple[str, str]) -> None:
    """brightway-lca/multifunctional (ae571433), tests/fixtures/basic.py and tests/test_allocation.py."""
    found = shares(two_products(first, second), by(key))
    assert tuple(10 * share for share in found) == tuple(map(Fraction, told))


def test_multifunctional_scores_one_unit_so() -> None:
    """The same, with a characterisation factor of 5: 3.5 for one unit of P1, 6.0 for one of P2."""
    one = two_products("7", "12")
    key = by(f"{AMOUNT} * o.price.value")
    assert 5 * result(system([one], "unit.P1"), key) == Fraction("3.5")
    assert 5 * result(system([one], "unit.P2", "1 MJ"), key) == 6


def test_multifunctional_leaves_a_product_without_price_without_burden() -> None:
    """The same: a price of zero is a factor of zero; factors that are all zero are an error, never zero."""
    assert shares(two_products("7", "0"), by(f"{AMOUNT} * o.price.value")) == [1, 0]
    (told,) = problems(system([two_products("0", "0")], "unit.P1"), by("o.price.value"))
    assert told == "unit: A-1: the key `o.price.value` of all is zero for every output"


def treated(price: str = "0", currency: str = "EUR", other: str = "0") -> Plain:
    """A product told by its dry volume, and waste that is treated, as a product."""
    product, service = made("product", "500 L"), made("treated", "200 kg", "additional", price=other)
    return unit("unit", {**product, "price": {"value": price, "currency": currency}}, service, bought("feed", "1 kg"))


def test_openlca_takes_a_volume_for_its_mass() -> None:
    """GreenDelta/olca-modules (a20094af), AllocationRefTest: 500 L dry, 0.8 dry/wet, 255 kg/m3, and 200 kg of waste."""
    mass = "(o.mass absent as 0 kg) + (o.volume absent as 0 m3) / 0.8 * 255 kg/m3"
    first, second = shares(treated(), by(mass))
    assert close(first, "0.443478261")
    assert close(second, "0.556521739")
    assert first == Fraction("159.375") / Fraction("359.375")


def test_openlca_exchanges_currencies() -> None:
    """The same test: 20 EUR at 1.2 USD and 10 USD."""
    key = "if o.price.currency is EUR then o.price.value * 1.2 else o.price.value"
    first, second = shares(treated("20", "EUR", "10"), by(key))
    assert close(first, "0.705882353")
    assert close(second, "0.294117647")


WOOD = unit("sawmill", made("wood", "1 kg", price="1"), made("bark", "0.3 kg", price="0.4"), bought("log", "1.3 kg"))


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("o.mass", ("0.7692307692307692", "0.2307692307692308")),
        ("o.mass * o.price.value", ("0.8928571428571428", "0.1071428571428571")),
    ],
)
def test_the_manual_of_openlca_shares_wood_and_bark_so(key: str, told: tuple[str, str]) -> None:
    """openLCA2-manual, src/allocation.md; the submission handbook of USLCI has the same."""
    assert all(map(close, shares(WOOD, by(key)), told, ("1e-14", "1e-14")))


# B: textbooks


def test_kloepffer_and_grahl_share_two_products_so() -> None:
    """Kloepffer and Grahl, LCA: A Guide to Best Practice (2014), pages 93-94, 101: 20 and 5 EUR/kg, 15 500 in all."""
    one = unit("unit", made("A", "700 kg", price="20"), made("B", "300 kg", price="5"), bought("feed", "1 kg"))
    assert shares(one, by("o.mass")) == [Fraction("0.7"), Fraction("0.3")]
    first, second = shares(one, by("o.mass * o.price.value"))
    assert (round(first, 3), round(second, 3)) == (Fraction("0.903"), Fraction("0.097"))
    assert second == Fraction(1500, 15500)


def plant(power: str, heat: str, fuel: str) -> Plain:
    """A combined heat and power plant with its emission."""
    outputs = made("power", power, "energy"), made("heat", heat, "energy")
    return unit("plant", *outputs, emitted("CO2", fuel))


CHP = [
    # GHG Protocol CHP tool 1.0 (WRI 2006), efficiency method: 0.80 for heat and 0.35 for power
    pytest.param(
        "100 MJ", "100 MJ", 'o.energy / (if o.id = "heat" then 0.80 else 0.35)', "0.695652174", id="efficiency"
    ),
    # DEFRA, Annex 2 of the guidelines to reporting (2009-2012): power counts twice
    pytest.param("100 kWh", "200 kWh", 'o.energy * (if o.id = "heat" then 1 else 2)', "0.5", id="2 to 1"),
    # energy as it is, which both compare with
    pytest.param("100 kWh", "200 kWh", "o.energy", "0.33333333333333", id="energy"),
]


@pytest.mark.parametrize(("power", "heat", "key", "told"), CHP)
def test_combined_heat_and_power_is_shared_by_three_methods(power: str, heat: str, key: str, told: str) -> None:
    of_power, of_heat = shares(plant(power, heat, "100 kg"), by(key))
    assert close(of_power, told)
    assert of_heat == 1 - of_power


def test_power_and_heat_emit_so_much_for_a_kilowatt_hour() -> None:
    """DEFRA, Annex 2, as above: 2E/(2P + H) and E/(2P + H) with P = 100 kWh, H = 200 kWh, E = 100."""
    key = by('o.energy * (if o.id = "heat" then 1 else 2)')
    one = plant("100 kWh", "200 kWh", "100 kg")
    of_each = [result(system([one], f"plant.{output}", "1 kWh"), key) for output in ("power", "heat")]
    assert of_each == [Fraction("0.5"), Fraction("0.25")]


# C: petrochemical data


REFINERY = {
    # kg per kg of output, lower heating value of IPCC 2006 in MJ/kg, share by energy
    "diesel": (".2188", "43.0", ".218525"),
    "residual fuel oil": (".0489", "40.4", ".045886"),
    "co-product": (".0515", "40.2", ".048086"),
    "gasoline": (".4213", "44.3", ".433492"),
    "refinery gas": (".0451", "49.5", ".051852"),
    "kerosene": (".0910", "44.1", ".093211"),
    "bitumen": (".0372", "40.2", ".034734"),
    "LPG": (".0266", "47.3", ".029223"),
    "petroleum coke": (".0596", "32.5", ".044990"),
}


def test_a_refinery_is_shared_by_mass_and_by_energy() -> None:
    """USLCI, Petroleum refining, at refinery (0aaf1e13): its own shares by mass, heating values of IPCC 2006."""
    outputs = [made(name, f"0{m} kg", lower_heating_value=f"{heat} MJ/kg") for name, (m, heat, _) in REFINERY.items()]
    refinery = unit("refinery", *outputs, bought("crude oil", "1 kg"))
    assert shares(refinery, by("o.mass")) == [Fraction(f"0{mass}") for mass, _, _ in REFINERY.values()]
    by_energy = shares(refinery, by("o.mass * o.lower_heating_value"))
    assert all(
        close(found, f"0{told}", "2e-5") for found, (_, _, told) in zip(by_energy, REFINERY.values(), strict=True)
    )


def test_chlorine_and_soda_are_shared_by_mass() -> None:
    """USLCI, Chlorine, production mix: 0.48 kg and 0.52 kg for 1 kg."""
    one = unit("cell", made("chlorine", "0.48 kg"), made("soda", "0.52 kg"), bought("salt", "1 kg"))
    assert shares(one, by("o.mass")) == [Fraction("0.48"), Fraction("0.52")]


YIELDS = {
    # t CO2/t ethylene (table 3.14); kg of ethylene, propylene, butadiene, aromatics, hydrogen for 1 t (table 3.25);
    # t CO2/t of high-value chemicals that this comes to
    "naphtha": ("1.73", ("324", "168", "50", "104", "11"), "0.867678"),
    "ethane": ("0.95", ("803", "16", "23", "0", "60"), "0.905998"),
    "gas oil": ("2.29", ("250", "144", "50", "124", "8"), "1.007923"),
    "propane": ("1.04", ("465", "125", "48", "0", "15"), "0.757994"),
    "butane": ("1.07", ("441", "151", "44", "0", "14"), "0.741934"),
}


def cracker(feed: str, hydrogen: str) -> Plain:
    """A steam cracker that takes 1 t."""
    factor, yields, _ = YIELDS[feed]
    names = ("ethylene", "propylene", "butadiene", "aromatics", "hydrogen")
    roles = ("main", "main", "main", "main", hydrogen)
    outputs = [made(*one) for one in zip(names, (f"{one} kg" for one in yields), roles, strict=True)]
    return unit("cracker", *outputs, emitted("CO2", f"{float(Fraction(factor) * int(yields[0]))} kg"))


@pytest.mark.parametrize("feed", YIELDS)
def test_a_cracker_shares_its_emissions_among_what_is_of_value(feed: str) -> None:
    """IPCC 2006, volume 3, tables 3.14 and 3.25."""
    assert close(result(system([cracker(feed, "waste")], "cracker.ethylene"), by("o.mass")), YIELDS[feed][2], "1e-6")


def test_hydrogen_takes_its_share_of_a_cracker_where_it_is_a_product() -> None:
    """The same tables, naphtha, with hydrogen among the products; and the shares without it."""
    assert close(result(system([cracker("naphtha", "main")], "cracker.ethylene"), by("o.mass")), "0.853151", "1e-6")
    found = shares(cracker("naphtha", "waste"), by("o.mass"))
    assert all(map(close, found[:4], ("0.501548", "0.260062", "0.077399", "0.160991"), ["1e-5"] * 4))
    assert found[4] == 0


def test_a_cracker_counts_for_its_main_product_alone_where_a_standard_says_so() -> None:
    """Table 3.14 itself: all of it for ethylene, 1.73 t CO2/t from naphtha."""
    alone = allocating('  share all: everything else among o in p.outputs where o.id = "ethylene" by o.mass')
    assert result(system([cracker("naphtha", "main")], "cracker.ethylene"), alone) == Fraction("1.73")
