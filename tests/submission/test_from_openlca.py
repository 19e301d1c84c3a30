"""openLCA packages become processes of the vocabulary, each number as printed and each element with its place."""

from __future__ import annotations

from copy import deepcopy
from fractions import Fraction
from pathlib import Path

import pytest

from footrule.submission.element import Code, Items, Number, Record, Unusable
from footrule.submission.package import OpenChoice, Package
from footrule.submission.read_package import read_package
from tests.submission.openlca_packages import added, both, exchange, exchanges_of, openlca, setting
from tests.submission.packages import (
    BOILER,
    GAS,
    LANDFILL,
    POWER,
    STEAM,
    TAR,
    UNIT,
    Object,
    by_id,
    listed,
    noticed,
    pack,
    process,
    read,
    told,
    uuid,
)

# The positive control


@pytest.mark.parametrize("version", [1, 2])
def test_a_whole_package_is_read_without_a_finding(tmp_path: Path, version: int) -> None:
    package = read(openlca(version=version), tmp_path)
    assert (noticed(package), package.unreadable, package.choices) == ([], (), ())
    assert (package.format, package.version) == ("openLCA JSON-LD", str(version))
    assert [source.name for source in package.sources] == ["Gas works", "Boiler", "Landfill"]
    assert [source.uuid for source in package.sources] == [UNIT, BOILER, LANDFILL]
    first = package.sources[0]
    assert (first.resources, first.other_elementary, first.file) == (1, 1, f"processes/{UNIT}.json")


def test_a_process_says_what_the_package_says(tmp_path: Path) -> None:
    unit = process(read(openlca(), tmp_path))
    assert {name: value for name, value in told(unit).items() if "period" not in name} == {
        "id": UNIT, "name": "Gas works", "geography": "CN", "inputs": "4", "outputs": "3", "emissions": "1",
        "allocation": "method=physical justification=PHYSICAL_ALLOCATION factors=2",
    }  # fmt: skip
    assert {own: told(one) for own, one in by_id(unit, "outputs").items()} == {
        "1": {
            "id": "1", "name": "Gas, at works", "role": "main", "mass": "800 kg", "volume": "1000 m3",
            "lower_heating_value": "50 MJ/kg", "lower_heating_value_by_volume": "40 MJ/m3",
        },
        "2": {"id": "2", "name": "Tar, at works", "role": "additional", "mass": "0.2 t"},
        "6": {"id": "6", "name": "Ash, to landfill", "role": "waste", "mass": "30 kg", "destination": LANDFILL},
    }  # fmt: skip
    assert {own: told(one) for own, one in by_id(unit, "inputs").items()} == {
        "3": {"id": "3", "name": "Coal, at mine", "mass": "1.5 t", "lower_heating_value": "25 MJ/kg"},
        "4": {
            "id": "4", "name": "Steam", "kind": "heat", "energy": "900 MJ",
            "supply": f"kind=process process={BOILER} output=1",
        },
        "5": {"id": "5", "name": "Electricity, medium voltage", "kind": "electricity", "energy": "100 kWh"},
        "6": {
            "id": "6", "name": "Ash, to landfill", "kind": "waste_treatment", "mass": "30 kg",
            "supply": f"kind=process process={LANDFILL} output=1",
        },
    }  # fmt: skip
    (emission,) = listed(unit, "emissions")
    assert told(emission) == {"id": "7", "gas": "CO2", "origin": "fossil", "amount": "410.5 kg"}


def test_numbers_keep_their_print_and_elements_their_places(tmp_path: Path) -> None:
    package = read(openlca(), tmp_path)
    (emission,) = listed(process(package), "emissions")
    amount, gas = emission.fields["amount"], emission.fields["gas"]
    assert isinstance(amount, Number)
    assert isinstance(gas, Code)
    assert (gas.code, gas.as_printed) == ("CO2", "Carbon dioxide, fossil")
    file = package.sources[0].file
    assert (amount.as_printed, amount.pointer) == ("410.50", f"{file}#/exchanges/6/amount")
    assert amount.quantity.high - amount.quantity.low == Fraction(1, 100)
    tar = by_id(process(package), "outputs")["2"].fields["mass"]
    assert isinstance(tar, Number)
    assert (tar.as_printed, tar.quantity.value) == ("0.20", Fraction(200))
    place = package.locate([amount.pointer])[amount.pointer]
    line = (tmp_path / file).read_text(encoding="utf-8").splitlines()[place.line - 1]
    assert line.strip().startswith('"amount": 410.50')
    assert package.locate(["", "/exchanges/6/amount", "no such file#/a"]) == {}


def test_what_a_field_has_no_amount_for_says_why(tmp_path: Path) -> None:
    steam = by_id(process(read(openlca(), tmp_path)), "inputs")["4"].fields["mass"]
    assert isinstance(steam, Unusable)
    assert steam.absent
    assert str(steam.because) == "the amount is given in MJ, which is not a mass"


def test_a_landfill_offers_the_treatment_of_its_reference_waste(tmp_path: Path) -> None:
    landfill = process(read(openlca(), tmp_path), LANDFILL)
    (output,) = listed(landfill, "outputs")
    assert told(output) == {"id": "1", "name": "Ash, to landfill", "role": "main", "mass": "1 kg"}
    assert listed(landfill, "inputs") == []


def test_allocation_factors_are_shares_of_outputs(tmp_path: Path) -> None:
    allocation = process(read(openlca(), tmp_path)).fields["allocation"]
    assert isinstance(allocation, Record)
    factors = allocation.fields["factors"]
    assert isinstance(factors, Items)
    assert [told(one) for one in factors.elements if isinstance(one, Record)] == [
        {"output": "1", "share": "80 %"},
        {"output": "2", "share": "20 %"},
    ]


def test_categories_of_version_1_are_followed_to_the_outermost(tmp_path: Path) -> None:
    files = openlca(version=1)
    for own, name, above in ((0x60, "unspecified", 0x61), (0x61, "Emission to water", 0x62), (0x62, "Emissions", None)):
        parent = "" if above is None else f', "category": {{"@id": "{uuid(above)}"}}'
        files[f"categories/{uuid(own)}.json"] = (
            f'{{"@type": "Category", "@id": "{uuid(own)}", "name": "{name}"{parent}}}'
        )
    package = read(files, tmp_path)
    assert [listed(one, "emissions") for one in package.processes] == [[], [], []]
    assert [source.other_elementary for source in package.sources] == [2, 2, 1]


def test_a_folder_and_its_archive_have_one_hash(tmp_path: Path) -> None:
    files = openlca()
    packed = read_package(pack(files, tmp_path / "works.zip"))
    assert isinstance(packed, Package)
    whole = read(files, tmp_path / "works")
    assert packed.sha256 == whole.sha256
    assert [told(one) for one in packed.processes] == [told(one) for one in whole.processes]
    files[f"flows/{GAS}.json"] = files[f"flows/{GAS}.json"].replace("1.25", "1.26")
    assert read(files, tmp_path / "other").sha256 != whole.sha256


# Who supplies what


def test_the_only_process_that_is_for_a_flow_supplies_it(tmp_path: Path) -> None:
    """Others make some steam beside, which does not matter; without a named provider either."""
    package = read(
        openlca(both(setting(4, defaultProvider=None), added(exchange(5, STEAM, "1"), to=LANDFILL))), tmp_path
    )
    assert told(by_id(process(package), "inputs")["4"])["supply"] == f"kind=process process={BOILER} output=1"
    assert package.choices == ()


def test_a_product_that_only_comes_beside_others_is_supplied_by_what_makes_it(tmp_path: Path) -> None:
    package = read(openlca(added(exchange(5, TAR, "0.1", isInput=True), to=BOILER)), tmp_path)
    assert told(by_id(process(package, BOILER), "inputs")["5"])["supply"] == f"kind=process process={UNIT} output=2"


def test_of_several_processes_for_one_flow_none_is_chosen(tmp_path: Path) -> None:
    def second_boiler(objects: dict[str, Object]) -> None:
        name = f"processes/{uuid(7)}.json"
        objects[name] = {**objects[f"processes/{BOILER}.json"], "@id": uuid(7), "name": "Old boiler"}
        setting(4, defaultProvider=None)(objects)

    package = read(openlca(second_boiler), tmp_path)
    assert noticed(package) == ["I0225 /exchanges/3/flow/@id"]
    assert "Boiler" in str(package.intake[0].finding.message)
    assert told(by_id(process(package), "inputs")["4"])["supply"] == "! I0225"
    assert package.choices == (OpenChoice(UNIT, "4", STEAM, "Steam", ((BOILER, "1"), (uuid(7), "1"))),)


def test_what_a_process_leaves_of_its_own_product_is_no_defect(tmp_path: Path) -> None:
    package = read(openlca(added(exchange(5, STEAM, "0.25", isInput=True), to=BOILER)), tmp_path)
    assert noticed(package) == []
    assert told(by_id(process(package, BOILER), "inputs")["5"])["supply"] == f"kind=process process={BOILER} output=1"


def test_a_process_that_uses_up_its_own_product_is_noticed(tmp_path: Path) -> None:
    package = read(openlca(added(exchange(5, STEAM, "1.0", isInput=True), to=BOILER)), tmp_path)
    assert noticed(package) == ["I0227 /exchanges/4"]
    assert "uses 1 MJ" in str(package.intake[0].finding.message)


def test_what_another_process_is_named_to_supply_is_not_used_up(tmp_path: Path) -> None:
    """It passes a product on: 1 MJ from the old boiler, and 1 MJ delivered."""

    def old_boiler(objects: dict[str, Object]) -> None:
        name, link = f"processes/{uuid(7)}.json", {"@id": uuid(7), "name": "Old boiler"}
        objects[name] = {**deepcopy(objects[f"processes/{BOILER}.json"]), **link}
        added(exchange(5, STEAM, "1.0", isInput=True, defaultProvider=dict(link)), to=BOILER)(objects)

    def unnamed(objects: dict[str, Object]) -> None:
        old_boiler(objects)
        exchanges_of(objects, BOILER)[-1]["defaultProvider"] = None

    assert noticed(read(openlca(old_boiler), tmp_path / "named")) == []
    package = read(openlca(unnamed), tmp_path / "unnamed")
    assert noticed(package) == ["I0227 /exchanges/4", "I0225 /exchanges/4/flow/@id"]
    assert "nothing says that another process supplies it" in str(package.intake[0].finding.message)


def test_what_is_cut_off_by_its_name_is_listed(tmp_path: Path) -> None:
    def cut_off(objects: dict[str, Object]) -> None:
        objects[f"flows/{POWER}.json"]["name"] = "CUTOFF Electricity"
        exchanges_of(objects)[4]["flow"] = {"@id": POWER, "name": "CUTOFF Electricity"}

    package = read(openlca(cut_off), tmp_path)
    assert noticed(package) == ["I0228 /exchanges/4/flow/@id"]
    assert package.sources[0].cut_off == ("5",)
    assert "supply" not in by_id(process(package), "inputs")["5"].fields


# What outputs are


def test_recovered_energy_carries_no_burden(tmp_path: Path) -> None:
    def recovered(objects: dict[str, Object]) -> None:
        objects[f"flows/{POWER}.json"]["name"] = "Recovered energy, at works"
        exchanges_of(objects)[4] |= {"flow": {"@id": POWER, "name": "Recovered energy, at works"}, "isInput": False}

    package = read(openlca(recovered), tmp_path)
    assert noticed(package) == []
    assert told(by_id(process(package), "outputs")["5"])["role"] == "energy"


def test_an_avoided_product_is_a_product_and_no_credit(tmp_path: Path) -> None:
    avoided = exchange(5, GAS, "5", isInput=True, isAvoidedProduct=True)
    package = read(openlca(added(avoided, to=BOILER)), tmp_path)
    assert noticed(package) == ["I0220 /exchanges/4"]
    boiler = process(package, BOILER)
    assert told(by_id(boiler, "outputs")["5"])["role"] == "additional"
    assert told(boiler)["allocation"] == "method=substitution"


def test_a_waste_that_nobody_treats_stays_an_output(tmp_path: Path) -> None:
    def no_landfill(objects: dict[str, Object]) -> None:
        del objects[f"processes/{LANDFILL}.json"]
        setting(6, defaultProvider=None)(objects)

    unit = process(read(openlca(no_landfill), tmp_path))
    assert told(by_id(unit, "outputs")["6"])["role"] == "waste"
    assert "6" not in by_id(unit, "inputs")
