"""The shared ways to allocate, held against figures that a reader can work out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from footrule.factors.database import shipped_factors
from footrule.inventory.allocating import Allocating
from footrule.inventory.problems import NotComputed, text_of
from footrule.inventory.recompute import recompute
from footrule.inventory.records import records_in
from footrule.inventory.totals import positions
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.submission.element import Record
from tests.house.checkout import ROOT
from tests.inventory.systems import Plain, bought, emitted, made, problems, system, unit
from tests.submission.pact_documents import changed, read, value_of

EXAMPLES = ROOT / "rules" / "co_products" / "examples"


@cache
def library() -> Standard:
    """The library as it ships."""
    found = Catalogue(shipped()).find("co_products", date(2026, 11, 28))
    assert isinstance(found, Standard)
    return found


def shared(
    one: Plain, *, by: str | None = None, rule: str | None = None
) -> tuple[str | None, Mapping[str | None, Fraction]]:
    """The allocation that a process comes under, and the share of each output that bears something.

    `by` is an alternative of `rule`, which is that allocation.
    """
    footprint = system([one], str(one["id"]))
    (process,) = records_in(footprint, "processes")
    choices = {} if by is None or rule is None else {rule: by}
    found = Allocating(library(), footprint, None, shipped_factors(), choices).partition(process)
    (one_class,) = found.classes.values()
    return found.rule, {text_of(found.outputs[place].fields["id"]): part for place, part in one_class.shares.items()}


def of_station(*outputs: Plain, by: str, **more: object) -> Mapping[str | None, Fraction]:
    """The shares of a power station by an alternative."""
    one = unit("station", *outputs, emitted("CO2", "100 kg"), technology="combined_heat_and_power", **more)
    return shared(one, by=by, rule="ALC-2.1")[1]


# Heat and power


STEAM, WATER = made("heat-steam", "300 GJ"), made("heat-water", "300 GJ")
POWER = made("power", "200 GJ")


@pytest.mark.parametrize(
    ("heat", "way", "efficiencies"),
    [
        pytest.param(WATER, "eu_gas", ("0.92", "0.53"), id="gas, hot water"),
        pytest.param(STEAM, "eu_gas", ("0.87", "0.53"), id="gas, steam: five points less"),
        pytest.param(WATER, "eu_solid", ("0.88", "0.44"), id="coal, hot water"),
        pytest.param(STEAM, "eu_solid", ("0.83", "0.44"), id="coal, steam: five points less"),
    ],
)
def test_the_european_way_is_the_efficiency_method_at_reference_efficiencies(
    heat: Plain, way: str, efficiencies: tuple[str, str]
) -> None:
    """Of 1000 GJ of fuel, nH = 0.3 and nE = 0.2: heat bears (nH/rH) / (nH/rH + nE/rE); the fuel drops out."""
    of_heat, of_power = (Fraction(value) for value in efficiencies)
    heat_alone, power_alone = Fraction("0.3") / of_heat, Fraction("0.2") / of_power
    shares = of_station(heat, POWER, by=way)
    assert shares[str(heat["id"])] == heat_alone / (heat_alone + power_alone)
    assert shares["power"] == power_alone / (heat_alone + power_alone)


@pytest.mark.parametrize(
    ("way", "told"),
    [
        pytest.param("eu_gas", (Fraction("0.55") / Fraction("0.87"), Fraction("0.25") / Fraction("0.53")), id="gas"),
        pytest.param("eu_solid", (Fraction("0.55") / Fraction("0.83"), Fraction("0.25") / Fraction("0.44")), id="coal"),
    ],
)
def test_where_heat_is_not_told_as_energy_fixed_efficiencies_stand(way: str, told: tuple[Fraction, Fraction]) -> None:
    """Steam in tonnes: nH = 0.55 and nE = 0.25."""
    shares = of_station(made("heat-steam", "120 t"), POWER, by=way)
    assert shares == {"heat-steam": told[0] / sum(told), "power": told[1] / sum(told)}


def test_fixed_efficiencies_stand_for_one_heat_and_one_power_alone() -> None:
    with pytest.raises(NotComputed) as raised:
        of_station(made("heat-steam", "120 t"), made("heat-water", "90 t"), POWER, by="eu_gas")
    assert [str(one.says) for one in raised.value.problems] == ["station: ALC-2.1: o.energy is missing"]


def test_fixed_efficiencies_do_not_stand_for_two_heats() -> None:
    with pytest.raises(NotComputed) as raised:
        of_station(made("heat-steam", "120 t"), made("heat-water", "300 GJ"), by="eu_gas")
    assert [str(one.says) for one in raised.value.problems] == ["station: ALC-2.1: o.energy is missing"]


def test_the_chinese_way_gives_heat_its_part_of_what_the_boilers_put_out() -> None:
    """300 GJ of 750 GJ: 40 %. The rest, losses of the turbine included, goes to two meters of power by energy."""
    boilers = {"value": "750", "unit": "GJ"}
    of_two = made("power-sold", "150 GJ"), made("power-used", "50 GJ")
    shares = of_station(STEAM, *of_two, by="supply_heat_ratio", boiler_heat=boilers)
    assert shares == {"heat-steam": Fraction("0.4"), "power-sold": Fraction("0.45"), "power-used": Fraction("0.15")}


# Synthesis gas


def test_synthesis_gas_is_shared_by_moles_however_it_is_told() -> None:
    """2 kmol of hydrogen and 1 kmol of carbon monoxide; hydrogen has 2.016 g/mol, carbon monoxide 28.010."""
    third = Fraction(1, 3)
    told = {
        "volume": (made("H2", "2 Nm3"), made("CO", "1 Nm3")),
        "moles": (made("H2", "2 kmol"), made("CO", "1 kmol")),
        "mass": (made("H2", "4.032 kg"), made("CO", "28.010 kg")),
        "both": (made("H2", "4.032 kg"), made("CO", "1 kmol")),
    }
    for name, outputs in told.items():
        rule, shares = shared(unit("box", *outputs, bought("gas", "40 kg")))
        assert (rule, shares) == ("ALC-5.1", {"H2": 2 * third, "CO": third}), name


def test_synthesis_gas_by_heating_value() -> None:
    """4 kg at 120 MJ/kg and 28 kg at 10.1 MJ/kg: 480 and 282.8; by mass hydrogen would bear an eighth."""
    outputs = made("H2", "4 kg", lower_heating_value="120 MJ/kg"), made("CO", "28 kg", lower_heating_value="10.1 MJ/kg")
    _, shares = shared(unit("box", *outputs, bought("gas", "40 kg")), by="energy", rule="ALC-5.1")
    assert shares == {"H2": Fraction(480) / Fraction("762.8"), "CO": Fraction("282.8") / Fraction("762.8")}


def test_a_mixture_told_by_its_mass_alone_lacks_its_moles() -> None:
    box = unit("box", made("H2", "4 kg"), made("syngas-1-to-1", "30 kg"), bought("gas", "40 kg"))
    (told,) = problems(system([box], "box.H2"), library())
    assert told == "box: ALC-5.1: o.moles is missing"


# Which allocation a process comes under


@pytest.mark.parametrize(
    ("rule", "outputs", "more"),
    [
        ("ALC-1.1", ("naphtha", "diesel"), {}),
        ("ALC-1.1", ("CaC2", "CO"), {}),  # furnace gas beside carbide is no synthesis gas
        ("ALC-1.1", ("NH3", "methanol"), {}),
        ("ALC-1.1", ("H2", "CO2"), {}),
        ("ALC-2.1", ("heat-water", "power"), {"technology": "combined_heat_and_power"}),
        ("ALC-3.1", ("NaOH", "Cl2", "H2"), {"technology": "electrolysis"}),
        ("ALC-3.1", ("NaOH", "NH3", "CO2"), {}),
        ("ALC-5.1", ("H2", "CO"), {}),
        ("ALC-5.1", ("H2", "syngas"), {"technology": "partial_oxidation"}),
        ("ALC-6.1", ("NH3", "CO2"), {}),
        ("ALC-6.1", ("NH3", "CO2", "H2", "CO"), {"technology": "gasification"}),
    ],
)
def test_one_allocation_covers_a_process(rule: str, outputs: tuple[str, ...], more: dict[str, object]) -> None:
    amount = {"ALC-2.1": "100 MJ", "ALC-5.1": "100 mol"}.get(rule, "100 kg")
    flows = [made(name, amount) for name in outputs]
    found, _ = shared(unit("plant", *flows, bought("feed", "500 kg"), **more))
    assert found == rule


@pytest.mark.parametrize(
    ("rule", "products", "beside"),
    [
        ("ALC-1.1", ("naphtha", "diesel"), made("NaOH", "1 kg", role="waste")),  # spent caustic
        ("ALC-1.1", ("H2",), made("steam", "1 MJ", role="energy")),
        ("ALC-1.1", ("NH3", "H2"), made("CO2", "1 kg", role="waste")),
        ("ALC-3.1", ("NaOH", "Cl2"), made("H2", "1 kg", role="energy")),  # burnt on the spot
        ("ALC-5.1", ("H2", "CO"), made("steam", "1 MJ", role="energy")),
        ("ALC-5.1", ("H2", "CO"), made("NaOH", "1 kg", role="waste")),
        ("ALC-6.1", ("NH3", "CO2"), made("steam", "1 MJ", role="energy")),
    ],
)
def test_energy_and_waste_decide_nothing_and_bear_nothing(rule: str, products: tuple[str, ...], beside: Plain) -> None:
    flows = [made(name, "100 kg") for name in products]
    found, shares = shared(unit("plant", *flows, beside, bought("feed", "500 kg")))
    assert found == rule
    assert set(shares) == set(products)


def test_heat_and_power_with_synthesis_gas_in_one_process_is_not_computed() -> None:
    flows = made("H2", "2 kmol"), made("CO", "1 kmol"), made("power", "9 MJ", role="energy")
    with pytest.raises(NotComputed) as raised:
        shared(unit("island", *flows, bought("coal", "50 kg"), technology="combined_heat_and_power"))
    told = [str(one.says) for one in raised.value.problems]
    assert told == ["island is covered by several allocations: ALC-2.1, ALC-5.1"]


# Ammonia and urea


def shipped_example(name: str, *changes: tuple[str, object]) -> Record:
    """The footprint of an example of the library, changed."""
    document = value_of((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    for path, value in changes:
        document = changed(document, path, value)
    return read(document).footprint


def total(footprint: Record, **choices: str) -> Fraction:
    """The footprint in kg CO2e for the reference flow."""
    found = recompute(library(), footprint, None, shipped_factors(), choices=choices, with_alternatives=False)
    return positions(found.footprint.contributions).excluding_biogenic_uptake


def test_the_co2_of_urea_comes_without_burden_and_leaves_none_behind() -> None:
    """1000 t of ammonia bear 630 t of gas at 0.46 and the 593 t of CO2 that are vented: 882.8 t. Urea takes 851 t.

    Then (0.851 x 882.8 t + 180 MWh x 0.5777 t/MWh + 0.2 t CH4 x 29.8) / 1501.4 t: what is handed over is in neither.
    """
    by_hand = (Fraction("0.851") * Fraction("882.8") + Fraction("103.986") + Fraction("5.96")) / Fraction("1501.4")
    assert total(shipped_example("gases")) == by_hand


# A refinery unit by unit


def refinery(process: str, output: str, coke: str = "6.4") -> Record:
    """The footprint of 1 kg of a product of the refinery of the examples; `coke` is the CO2 of the catalyst, in t."""
    inventory = "extensions.0.data.inventory"
    return shipped_example(
        "refinery",
        (f"{inventory}.reference_flow", {"process": process, "output": output, "amount": "1", "unit": "kg"}),
        (f"{inventory}.processes.1.emissions.0.amount", coke),
    )


PRODUCTS = (
    ("distillation", "naphtha"),
    ("hydrotreater", "diesel"),
    ("hydrotreater", "light-naphtha"),
    ("cracker", "gasoline"),
    ("cracker", "lpg"),
    ("cracker", "cycle-oil"),
)


def test_units_by_mass() -> None:
    """Each unit by itself, in kg CO2e/kg.

    - Distillation takes 100 t of crude oil at 0.50 and emits 10 t: 60 t over 100 t of cuts, 0.60.
    - The hydrotreater takes 40 t at 0.60 and 0.4 t of hydrogen at 10: 28 t over 40 t, 0.70.
    - The cracker takes 40 t at 0.60 and burns coke to 6.4 t of CO2: 30.4 t over 38 t, 0.80.
    """
    found = [total(refinery(*one)) for one in PRODUCTS]
    assert found == [Fraction(told) for told in ("0.6", "0.7", "0.7", "0.8", "0.8", "0.8")]


def test_units_by_energy() -> None:
    """The same, each burden in proportion to t x GJ/t.

    - Distillation: 20 x 45 + 40 x 42.5 + 40 x 40 = 4200 GJ bear 60 t, 1/70 t/GJ: naphtha bears 45/70.
    - The hydrotreater: 40 x 42.5/70 + 4 = 198/7 t over 39 x 43 + 45 = 1722 GJ.
    - The cracker: 40 x 40/70 + 6.4 = 1024/35 t over 20 x 44 + 8 x 46 + 10 x 41 = 1658 GJ.
    """
    treated, cracked = Fraction(198, 7 * 1722), Fraction(1024, 35 * 1658)
    found = [total(refinery(*one), **{"ALC-1.1": "energy"}) for one in PRODUCTS]
    assert found == [Fraction(45, 70), 43 * treated, 45 * treated, 44 * cracked, 46 * cracked, 41 * cracked]


def test_coke_on_the_catalyst_is_borne_by_what_the_cracker_makes() -> None:
    """With 3.8 t more from coke, 38 t of products of the cracker bear 0.1 kg/kg more, and nothing else bears any."""
    more = [total(refinery(*one, coke="10.2")) - total(refinery(*one)) for one in PRODUCTS]
    assert more == [0, 0, 0, Fraction("0.1"), Fraction("0.1"), Fraction("0.1")]
