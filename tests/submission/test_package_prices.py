"""Prices, carbon and the quality of data of packages: what allocations and rules need beside amounts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from footrule.submission.element import Element, Number, Unusable
from footrule.submission.json_text import JsonValue
from footrule.submission.openlca_references import ECOINVENT
from footrule.submission.package import Package
from tests.submission.ilcd_packages import ilcd
from tests.submission.openlca_packages import Change, both, edited, marked, openlca, setting
from tests.submission.packages import (
    FLOWS,
    GAS,
    HEAT,
    KILOGRAM,
    MASS,
    MASSES,
    PROPERTIES,
    UNIT,
    VOLUME,
    Files,
    Object,
    by_id,
    listed,
    noticed,
    process,
    read,
    told,
    uuid,
)

EURO, SYSTEM = uuid(0x70), uuid(0x71)

# Prices


def costing(number: int, cost: str, currency: JsonValue = EURO, **more: JsonValue) -> Change:
    """What all of an exchange of the works costs."""
    named: Object = {} if currency is None else {"currency": {"@type": "Currency", "@id": currency, "name": "Euro"}}
    return setting(number, costValue=marked(cost), **named, **more)


def with_euro(objects: dict[str, Object]) -> None:
    euro: Object = {"@type": "Currency", "@id": EURO, "name": "Euro", "code": "EUR"}
    objects[f"currencies/{EURO}.json"] = euro


def price(package: Package, output: str) -> Element | None:
    return by_id(process(package), "outputs")[output].fields.get("price")


def test_a_price_is_what_all_costs_divided_by_the_mass_of_all(tmp_path: Path) -> None:
    """800 kg of gas for 400, and 0.2 t of tar for 150: in other units, and for a kilogram both."""
    package = read(openlca(both(with_euro, costing(1, "400"), costing(2, "150.0"))), tmp_path)
    outputs = {own: told(one).get("price") for own, one in by_id(process(package), "outputs").items()}
    assert outputs == {"1": "value=0.5 per=kg currency=EUR", "2": "value=0.75 per=kg currency=EUR", "6": None}
    assert noticed(package) == []


def test_a_price_keeps_its_print_and_its_place(tmp_path: Path) -> None:
    package = read(openlca(both(with_euro, costing(2, "150.0"))), tmp_path)
    found = price(package, "2")
    value = getattr(found, "fields", {})["value"]
    assert isinstance(value, Number)
    assert (value.as_printed, value.pointer) == ("150.0", f"processes/{UNIT}.json#/exchanges/1/costValue")
    assert value.quantity.high > value.quantity.value


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (costing(1, "400", None), ["I0232 /exchanges/0/currency"]),
        (costing(1, "400"), ["I0232 /exchanges/0/currency"]),
        (both(with_euro, costing(1, "400", costFormula="2 * x")), ["I0217 /exchanges/0/costFormula"]),
        (both(with_euro, setting(1, costValue="much")), ["I0104 /exchanges/0/costValue"]),
        (both(with_euro, costing(6, "20")), []),
        (setting(1, currency={"@id": EURO, "name": "Euro"}), []),
    ],
    ids=["no currency", "a currency that is not there", "a formula", "no number", "of a waste", "no cost"],
)
def test_what_is_wrong_with_a_price_is_told(change: Change, says: list[str], tmp_path: Path) -> None:
    package = read(openlca(change), tmp_path)
    assert noticed(package) == says
    assert not isinstance(price(package, "6"), Number)


def test_the_name_of_a_currency_that_is_its_code_is_enough(tmp_path: Path) -> None:
    named: Object = {"@id": EURO, "name": "EUR"}
    package = read(openlca(setting(1, costValue=marked("80"), currency=named)), tmp_path)
    assert told(by_id(process(package), "outputs")["1"])["price"] == "value=0.1 per=kg currency=EUR"


def test_prices_in_several_currencies_are_not_compared(tmp_path: Path) -> None:
    yuan: Object = {"@id": uuid(0x72), "name": "CNY"}
    change = both(with_euro, costing(1, "400"), setting(2, costValue=marked("9"), currency=yuan))
    package = read(openlca(change), tmp_path)
    assert noticed(package) == ["I0233 /exchanges/0/costValue"]
    assert [told(one).get("price") for one in listed(process(package), "outputs")] == ["! I0233", "! I0233", None]


def test_nothing_is_priced_that_has_no_amount(tmp_path: Path) -> None:
    package = read(openlca(both(with_euro, costing(2, "9"), setting(2, amount=marked("0")))), tmp_path)
    found = price(package, "2")
    assert isinstance(found, Unusable)
    assert str(found.because) == "there is no amount above zero that it is the price of"


# Carbon

CARBON, FOSSIL, BIOGENIC, WATER_CONTENT = (uuid(number) for number in range(0x80, 0x84))


NAMES = {
    CARBON: "Carbon content",
    FOSSIL: "Carbon content (fossil)",
    BIOGENIC: "Carbon content (biogenic)",
    WATER_CONTENT: "Water content",
}
Works = Callable[..., Files]


@pytest.fixture(params=[openlca, ilcd], ids=["openLCA", "ILCD"])
def works(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Works:
    """The gas works in both formats, where a unit of gas is so much of other properties: `carbon="0.75"`."""
    for own, called in NAMES.items():
        monkeypatch.setitem(PROPERTIES, own, (called, MASSES, KILOGRAM, "kg"))
    named = {"carbon": CARBON, "fossil": FOSSIL, "biogenic": BIOGENIC, "water": WATER_CONTENT, "heat": HEAT}

    def made(reference: str = MASS, **of_gas: str) -> Files:
        name, kind, _, _, category = FLOWS[GAS]
        others = {named[one]: factor for one, factor in of_gas.items()}
        monkeypatch.setitem(FLOWS, GAS, (name, kind, reference, others, category))
        files: Files = request.param()
        return files

    return made


def gas_of(package: Package) -> dict[str, str]:
    shown = told(by_id(process(package), "outputs")["1"])
    return {name: value for name, value in shown.items() if name.startswith("carbon") or name == "mass"}


def test_the_carbon_of_a_flow_is_its_carbon_content_by_mass_and_by_heat(works: Works, tmp_path: Path) -> None:
    package = read(works(carbon="0.75", heat="50"), tmp_path)
    assert gas_of(package) == {
        "mass": "800 kg", "carbon_content": "75 %", "carbon_content_by_energy": "0.015 kg C/MJ",
    }  # fmt: skip
    assert noticed(package) == []


def test_fossil_and_biogenic_carbon_are_all_of_it_together(works: Works, tmp_path: Path) -> None:
    package = read(works(fossil="0.5", biogenic="0"), tmp_path)
    assert gas_of(package) == {"mass": "800 kg", "carbon_content": "50 %"}


def test_one_part_of_the_carbon_is_not_taken_for_all_of_it(works: Works, tmp_path: Path) -> None:
    package = read(works(biogenic="0.2"), tmp_path)
    assert gas_of(package) == {"mass": "800 kg"}
    assert [one.partition(" ")[0] for one in noticed(package)] == ["I0231"], "of each flow once"


def test_carbon_below_zero_is_told_and_not_read(works: Works, tmp_path: Path) -> None:
    package = read(works(carbon="-0.2"), tmp_path)
    assert gas_of(package) == {"mass": "800 kg"}
    assert [one.partition(" ")[0] for one in noticed(package)] == ["I0215"]


def test_what_a_flow_holds_is_not_its_mass(works: Works, tmp_path: Path) -> None:
    """A cubic metre of gas holds 0.6 kg of carbon and 0.1 kg of water: that says nothing of what it weighs."""
    package = read(works(VOLUME, carbon="0.6", water="0.1"), tmp_path)
    for output in listed(process(package), "outputs")[:1]:
        shown = told(output)
        assert "mass" not in shown
        assert shown["carbon_content_by_volume"] == "0.6 kg C/m3"


def test_an_amount_told_by_its_carbon_is_an_amount_of_the_flow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(PROPERTIES, CARBON, ("Carbon content", MASSES, KILOGRAM, "kg"))
    name, kind, _, _, category = FLOWS[GAS]
    monkeypatch.setitem(FLOWS, GAS, (name, kind, MASS, {CARBON: "0.75"}, category))
    in_carbon: Object = {"flowProperty": {"@id": CARBON, "name": "Carbon content"}, "amount": marked("600")}
    package = read(openlca(setting(1, **in_carbon)), tmp_path)
    assert gas_of(package) == {"mass": "800 kg", "carbon_content": "75 %"}


# Quality of data


def system(*indicators: tuple[str, int], id: str = SYSTEM) -> Change:
    """A system of indicators, each with so many scores; the works go by it."""

    def change(objects: dict[str, Object]) -> None:
        listed_ones: list[JsonValue] = [
            {
                "name": name,
                "position": marked(str(number)),
                "scores": [{"position": marked(str(one))} for one in range(1, scores + 1)],
            }
            for number, (name, scores) in enumerate(indicators, 1)
        ]
        objects[f"dq_systems/{id}.json"] = {"@type": "DQSystem", "@id": id, "name": "Ours", "indicators": listed_ones}
        objects[f"processes/{UNIT}.json"]["exchangeDqSystem"] = {"@id": id, "name": "Ours"}

    return change


OURS = system(("Reliability", 5), ("Time", 5), ("Geographical correlation", 5), ("Technology", 3))


def quality(package: Package, field: str, id: str) -> str | None:
    return told(by_id(process(package), field)[id]).get("quality")


def test_the_entry_of_an_exchange_is_its_ratings(tmp_path: Path) -> None:
    """The technology of this system has three scores: that is another scale, and not read."""
    change = both(OURS, setting(3, dqEntry="(5;4;n.a.;1)"), setting(7, dqEntry="(1; 2; 3; n.a.)"))
    package = read(openlca(change), tmp_path)
    assert quality(package, "inputs", "3") == "temporal=4"
    assert quality(package, "emissions", "7") == "geographical=3 temporal=2"
    assert noticed(package) == []


def test_the_system_that_everybody_refers_to_need_not_be_in_the_package(tmp_path: Path) -> None:
    named: Object = {"@id": ECOINVENT, "name": "ecoinvent data quality system"}
    change = both(edited(f"processes/{UNIT}.json", exchangeDqSystem=named), setting(3, dqEntry="(1;2;3;4;5)"))
    package = read(openlca(change), tmp_path)
    assert quality(package, "inputs", "3") == "temporal=3 geographical=4 technological=5"


@pytest.mark.parametrize("entry", ["(1;2)", "1;2;3;4", "(1;9;3;4)", "(;;;;;)", "(1;two;3;4)", "#REF!"])
def test_an_entry_that_is_none_of_its_system_is_told(entry: str, tmp_path: Path) -> None:
    package = read(openlca(both(OURS, setting(3, dqEntry=entry))), tmp_path)
    assert noticed(package) == ["I0234 /exchanges/2/dqEntry"]
    assert quality(package, "inputs", "3") == "! I0234"


@pytest.mark.parametrize(
    "change",
    [
        edited(f"processes/{UNIT}.json", exchangeDqSystem={"@id": SYSTEM, "name": "Ours"}),
        edited(f"processes/{UNIT}.json", exchangeDqSystem=None),
        system(("Technology", 3), ("Reliability", 5)),
    ],
    ids=["a system that is not there", "no system", "a system of other scores"],
)
def test_ratings_that_nobody_can_explain_are_told_once(change: Change, tmp_path: Path) -> None:
    package = read(openlca(both(change, setting(3, dqEntry="(1;2)"), setting(5, dqEntry="(1;2)"))), tmp_path)
    assert noticed(package) == ["I0234 /exchanges/2/dqEntry"]
    assert [quality(package, "inputs", one) for one in ("3", "5", "4")] == ["! I0234", "! I0234", None]
