"""Mass, carbon and energy that go into a process and come out of it, by hand and as others have them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from footrule.inventory.balances import Balance, balance
from footrule.inventory.records import records_in
from tests.inventory.systems import Plain, bought, emitted, made, system, unit

F = Fraction


def balanced(*flows: Plain) -> Balance:
    """The balance of a process."""
    (process,) = records_in(system([unit("works", *flows)], "works"), "processes")
    return balance(process)


BOILER = (
    bought("methane", "100 kg", kind="fuel", carbon_content="74.9 %", lower_heating_value="50 MJ/kg"),
    bought("power", "10 kWh", "0.5 kg CO2e/kWh", kind="electricity"),
    bought("cleaning", "1 piece", "1 kg CO2e/piece", kind="service"),
    made("heat", "4500 MJ", "energy"),
    made("soot", "1 kg", "waste", carbon_content="100 %", lower_heating_value="33 MJ/kg"),
    emitted("CO2", "220.045 kg"),
    emitted("CH4", "16.043 kg"),
    emitted("N2O", "3 kg"),
)


def test_a_boiler_by_hand() -> None:
    """Carbon: 44.009 kg of CO2 and 16.043 kg of CH4 hold 12.011 kg each; power brings 36 MJ and no carbon."""
    found = balanced(*BOILER)
    assert (found.mass_in, found.mass_out) == (F(100), F(1))
    assert (found.carbon_in, found.carbon_out) == (F("74.9"), 1 + 6 * F("12.011"))
    assert (found.energy_in, found.energy_out) == (F(5000 + 36), F(4500 + 33))


def test_a_fuel_gas_that_is_energy_is_matter_too_where_it_tells_its_carbon() -> None:
    """10 kg of gas with 75 % of carbon leave the boiler; steam, which tells none, is energy alone."""
    gas = made("gas", "10 kg", "energy", carbon_content="75 %", lower_heating_value="50 MJ/kg")
    with_gas, without = balanced(*BOILER, gas), balanced(*BOILER)
    assert with_gas.carbon_out is not None and without.carbon_out is not None
    assert (with_gas.mass_out, with_gas.carbon_out - without.carbon_out) == (F(11), F("7.5"))


def test_having_waste_treated_brings_nothing_in() -> None:
    """The soot leaves as an output; that somebody takes it is a service, told by its mass."""
    treated = bought("soot, landfilled", "1 kg", kind="waste_treatment", carbon_content="100 %")
    found = balanced(*BOILER, treated)
    assert (found.mass_in, found.carbon_in, found.energy_in) == (F(100), F("74.9"), F(5036))


def test_carbon_may_be_told_by_energy() -> None:
    """1 t of 50 GJ/t at 15.3 kg/GJ (IPCC 2006, natural gas) is 765 kg."""
    gas = bought("gas", "1 t", kind="fuel", carbon_content="15.3 kg C/GJ", lower_heating_value="50 GJ/t")
    assert balanced(gas, made("x", "1 kg")).carbon_in == 765


@pytest.mark.parametrize("gas", ["SF6", "N2O", "HFC-134a", "NF3"])
def test_a_gas_that_is_no_formula_with_carbon_holds_none(gas: str) -> None:
    assert balanced(made("x", "1 kg", carbon_content="0 %"), emitted(gas, "1 kg")).carbon_out == 0


def test_what_a_flow_does_not_tell_leaves_its_balance_open() -> None:
    found = balanced(bought("feed", "1 Nm3"), made("x", "1 kg"))
    told = (found.mass_in, found.mass_out, found.carbon_in, found.carbon_out, found.energy_in, found.energy_out)
    assert told == (None, F(1), None, None, None, None)


STOICHIOMETRY = [
    # t of feed for 1 t (C-THRU process table), carbon in t/t of feed and product (IPCC 2006, volume 3, table 3.10)
    pytest.param("ethylene", "0.63678", "85.6", "54.5", id="ethylene oxide"),
    pytest.param("ethylene", "0.4488", "85.6", "38.4", id="vinyl chloride"),
    # CO2 that urea takes up (its carbon by the atomic masses), and the carbon in urea (Chinese guideline)
    pytest.param("CO2", "0.73277", "27.292", "20.0", id="urea"),
]


@pytest.mark.parametrize(("feed", "amount", "in_feed", "in_product"), STOICHIOMETRY)
def test_carbon_balances_as_chemistry_has_it(feed: str, amount: str, in_feed: str, in_product: str) -> None:
    found = balanced(
        bought(feed, f"{amount} t", kind="feedstock", carbon_content=f"{in_feed} %"),
        made("product", "1 t", carbon_content=f"{in_product} %"),
    )
    assert found.carbon_in is not None
    assert found.carbon_out is not None
    assert abs(found.carbon_in / found.carbon_out - 1) < F("0.001")
