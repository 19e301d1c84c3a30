"""Units, gases and allocation of openLCA packages: what amounts are in, what is a greenhouse gas, who bears what."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from footrule.submission.element import Items, Number, Record, Unusable
from footrule.submission.package import Package
from tests.submission.openlca_packages import changing, exchanges_of, marked, openlca, setting
from tests.submission.packages import (
    ASH,
    BOILER,
    CO2,
    COAL,
    CUBIC_METRE,
    ENERGY,
    GAS,
    HEAT,
    KILOGRAM,
    MASS,
    MEGAJOULE,
    TAR,
    UNIT,
    VOLUME,
    VOLUMES,
    WATER,
    Object,
    by_id,
    listed,
    noticed,
    process,
    read,
    told,
    uuid,
)

# Units and dimensions


def test_a_litre_of_a_flow_is_so_many_kilograms(tmp_path: Path) -> None:
    """In every property that the flow lists, whichever the exchange is in."""
    in_volume: Object = {
        "amount": marked("2"),
        "unit": {"@id": CUBIC_METRE, "name": "m3"},
        "flowProperty": {"@id": VOLUME, "name": "Volume"},
    }
    package = read(openlca(changing(2, in_volume, process=BOILER)), tmp_path)
    gas = told(by_id(process(package, BOILER), "inputs")["2"])
    assert (gas["volume"], gas["mass"]) == ("2 m3", "1.6 kg")
    assert noticed(package) == []


def test_a_heating_value_is_no_energy_that_flows(tmp_path: Path) -> None:
    gas = by_id(process(read(openlca(), tmp_path), BOILER), "inputs")["2"]
    energy = gas.fields["energy"]
    assert isinstance(energy, Unusable)
    assert energy.absent


def test_a_fuel_measured_by_its_heat_has_a_mass(tmp_path: Path) -> None:
    in_heat: Object = {
        "amount": marked("50"),
        "unit": {"@id": MEGAJOULE, "name": "MJ"},
        "flowProperty": {"@id": HEAT, "name": "Net calorific value"},
    }
    coal = told(by_id(process(read(openlca(changing(3, in_heat)), tmp_path)), "inputs")["3"])
    assert (coal["energy"], coal["mass"]) == ("50 MJ", "2 kg")


def _normal_volume(objects: dict[str, Object]) -> None:
    normal = "93a60a56-a3c8-13da-a746-0800200c9a66"
    objects[f"flow_properties/{normal}.json"] = {
        "@type": "FlowProperty", "@id": normal, "name": "Normal Volume", "unitGroup": {"@id": VOLUMES, "name": "x"}
    }  # fmt: skip
    factors = objects[f"flows/{GAS}.json"]["flowProperties"]
    assert isinstance(factors, list)
    factors.append({"flowProperty": {"@id": normal, "name": "Normal Volume"}, "conversionFactor": marked("1.4")})
    exchanges_of(objects, BOILER)[1] |= {
        "unit": {"@id": CUBIC_METRE, "name": "m3"}, "flowProperty": {"@id": normal, "name": "Normal Volume"}
    }  # fmt: skip


def test_a_volume_of_gas_is_one_only_where_its_condition_is_stated(tmp_path: Path) -> None:
    gas = told(by_id(process(read(openlca(_normal_volume), tmp_path), BOILER), "inputs")["2"])
    assert gas["gas_volume"] == "0.025 Nm3"
    assert (gas["mass"], gas["volume"]) == ("0.0178571428571 kg", "0.0223214285714 m3")


def test_a_unit_of_the_package_is_converted_by_the_factor_of_the_package(tmp_path: Path) -> None:
    def pounds(objects: dict[str, Object]) -> None:
        units = objects[f"unit_groups/{next(name[12:-5] for name in objects if name.startswith('unit_groups'))}.json"]
        listed_units = units["units"]
        assert isinstance(listed_units, list)
        listed_units.append({"@id": uuid(70), "name": "stone", "conversionFactor": marked("6.35029318")})
        exchanges_of(objects)[2] |= {"amount": marked("2"), "unit": {"@id": uuid(70), "name": "stone"}}

    package = read(openlca(pounds), tmp_path)
    mass = by_id(process(package), "inputs")["3"].fields["mass"]
    assert isinstance(mass, Number)
    assert (mass.quantity.value, mass.as_printed) == (Fraction("12.70058636"), "2")


def test_what_no_field_takes_is_said_and_not_read(tmp_path: Path) -> None:
    def money(objects: dict[str, Object]) -> None:
        group = objects[f"unit_groups/{VOLUMES}.json"]
        group["units"] = [{"@id": CUBIC_METRE, "name": "EUR 2005", "conversionFactor": marked("1"), "isRefUnit": True}]
        exchanges_of(objects)[2] |= {
            "unit": {"@id": CUBIC_METRE, "name": "EUR 2005"}, "flowProperty": {"@id": VOLUME, "name": "Volume"}
        }  # fmt: skip
        factors = objects[f"flows/{COAL}.json"]["flowProperties"]
        assert isinstance(factors, list)
        factors.append({"flowProperty": {"@id": VOLUME, "name": "Volume"}, "conversionFactor": marked("1")})

    package = read(openlca(money), tmp_path)
    assert noticed(package) == ["I0207 /exchanges/2/unit/@id"]
    assert told(by_id(process(package), "inputs")["3"])["mass"] == "! I0207"


def test_pieces_and_transport_have_their_fields(tmp_path: Path) -> None:
    def renamed(unit: str) -> Package:
        def change(objects: dict[str, Object]) -> None:
            group = objects[f"unit_groups/{VOLUMES}.json"]
            group["units"] = [{"@id": CUBIC_METRE, "name": unit, "conversionFactor": marked("1"), "isRefUnit": True}]
            objects[f"flows/{COAL}.json"]["flowProperties"] = [
                {"flowProperty": {"@id": VOLUME, "name": "Volume"}, "conversionFactor": marked("1")}
            ]
            exchanges_of(objects)[2] |= {"unit": {"@id": CUBIC_METRE, "name": unit}, "flowProperty": None}

        return read(openlca(change), tmp_path / unit.replace("*", ""))

    haul = told(by_id(process(renamed("t*km")), "inputs")["3"])
    assert (haul["transport"], haul["kind"]) == ("1.5 tkm", "transport")
    assert told(by_id(process(renamed("Item(s)")), "inputs")["3"])["pieces"] == "1.5"


# Gases


def test_carbon_dioxide_from_the_air_is_a_negative_biogenic_emission(tmp_path: Path) -> None:
    def uptake(objects: dict[str, Object]) -> None:
        objects[f"flows/{WATER}.json"] |= {
            "name": "Carbon dioxide, in air",
            "category": "Elementary flows/Resource/in air",
        }
        objects[f"flows/{WATER}.json"]["flowProperties"] = objects[f"flows/{CO2}.json"]["flowProperties"]
        exchanges_of(objects)[8] |= {
            "flow": {"@id": WATER, "name": "Carbon dioxide, in air"}, "unit": {"@id": KILOGRAM, "name": "kg"},
            "flowProperty": {"@id": MASS, "name": "Mass"},
        }  # fmt: skip

    package = read(openlca(uptake), tmp_path)
    assert noticed(package) == ["I0211 /exchanges/8/amount"]
    emission = told(by_id(process(package), "emissions")["9"])
    assert emission == {"id": "9", "gas": "CO2", "origin": "biogenic", "amount": "-2 kg"}
    assert package.sources[0].resources == 0


def test_a_gas_to_water_is_counted_and_not_read(tmp_path: Path) -> None:
    def to_water(objects: dict[str, Object]) -> None:
        objects[f"flows/{CO2}.json"]["category"] = "Elementary flows/Emission to water/unspecified"

    package = read(openlca(to_water), tmp_path)
    assert listed(process(package), "emissions") == []
    assert package.sources[0].other_elementary == 2


def test_a_contradicted_gas_cannot_be_used_and_keeps_its_amount(tmp_path: Path) -> None:
    package = read(openlca(setting(7, description="CH4")), tmp_path)
    assert told(by_id(process(package), "emissions")["7"]) == {"id": "7", "gas": "! I0209", "amount": "410.5 kg"}


def test_an_emission_that_is_no_mass_cannot_be_used(tmp_path: Path) -> None:
    def in_energy(objects: dict[str, Object]) -> None:
        factors = objects[f"flows/{CO2}.json"]["flowProperties"]
        assert isinstance(factors, list)
        factors[:] = [{"flowProperty": {"@id": ENERGY, "name": "Energy"}, "conversionFactor": marked("1")}]
        for file in (UNIT, BOILER):
            for one in exchanges_of(objects, file):
                flow = one["flow"]
                if isinstance(flow, dict) and flow["@id"] == CO2:
                    one |= {"unit": {"@id": MEGAJOULE, "name": "MJ"}, "flowProperty": {"@id": ENERGY, "name": "Energy"}}

    package = read(openlca(in_energy), tmp_path)
    assert noticed(package) == ["I0117 /exchanges/6/unit/@id", "I0117 /exchanges/2/unit/@id"]
    assert told(by_id(process(package), "emissions")["7"])["amount"] == "! I0117"


# Allocation


def _factor(product: str, value: str, method: str = "PHYSICAL_ALLOCATION", **more: object) -> Object:
    return {"allocationType": method, "product": {"@id": product, "name": "x"}, "value": marked(value), **more}  # type: ignore[dict-item]


def _allocated(tmp_path: Path, *factors: Object, default: str | None = None) -> Package:
    def change(objects: dict[str, Object]) -> None:
        objects[f"processes/{UNIT}.json"] |= {"allocationFactors": list(factors), "defaultAllocationMethod": default}

    return read(openlca(change), tmp_path)


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("0.3333333333333333", "0.6666666666666667", []),
        ("0.33", "0.67", []),
        ("0.1", "0.8999999999999999", []),
        ("0.8", "0.3", ["I0224 /allocationFactors/0"]),
        ("0.80", "0.10", ["I0224 /allocationFactors/0"]),
    ],
)
def test_factors_add_up_to_one_within_their_print(tmp_path: Path, one: str, two: str, said: list[str]) -> None:
    assert noticed(_allocated(tmp_path, _factor(GAS, one), _factor(TAR, two))) == said


def test_a_factor_of_no_product_is_noticed(tmp_path: Path) -> None:
    package = _allocated(tmp_path, _factor(GAS, "0.8"), _factor(ASH, "0.2"))
    assert noticed(package) == ["I0223 /allocationFactors/1"]


def test_the_factors_of_the_method_that_applies_are_the_records(tmp_path: Path) -> None:
    economic = [_factor(GAS, "0.9", "ECONOMIC"), _factor(TAR, "0.1", "ECONOMIC")]
    package = _allocated(tmp_path, _factor(GAS, "0.8"), _factor(TAR, "0.2"), *economic, default="ECONOMIC_ALLOCATION")
    allocation = process(package).fields["allocation"]
    assert isinstance(allocation, Record)
    assert told(allocation)["method"] == "economic"
    factors = allocation.fields["factors"]
    assert isinstance(factors, Items)
    assert [told(one)["share"] for one in factors.elements if isinstance(one, Record)] == ["90 %", "10 %"]


def test_a_causal_factor_is_of_one_exchange(tmp_path: Path) -> None:
    causal = [
        _factor(GAS, "0.7", "CAUSAL_ALLOCATION", exchange={"internalId": marked("3")}),
        _factor(TAR, "0.3", "CAUSAL_ALLOCATION", exchange={"internalId": marked("3")}),
        _factor(GAS, "1", "CAUSAL_ALLOCATION", exchange={"internalId": marked("4")}),
    ]
    package = _allocated(tmp_path, *causal, default="CAUSAL_ALLOCATION")
    assert noticed(package) == []
    allocation = process(package).fields["allocation"]
    assert isinstance(allocation, Record)
    factors = allocation.fields["factors"]
    assert isinstance(factors, Items)
    assert [told(one) for one in factors.elements if isinstance(one, Record)] == [
        {"output": "1", "burden_class": "3", "share": "70 %"},
        {"output": "2", "burden_class": "3", "share": "30 %"},
        {"output": "1", "burden_class": "4", "share": "100 %"},
    ]


def test_a_method_that_nobody_knows_is_noticed(tmp_path: Path) -> None:
    package = _allocated(tmp_path, default="BY_HEART")
    assert noticed(package) == ["I0106 /defaultAllocationMethod"]
    assert told(process(package))["allocation"] == "method=! I0106"
