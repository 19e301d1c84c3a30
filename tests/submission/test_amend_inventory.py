"""Examples change an inventory in the language's names, and name its parts by their ids."""

from __future__ import annotations

from fractions import Fraction

import pytest

from footrule.measure.unit import ONE
from footrule.submission.amend import ById, NoSuchPlaceError, Path, amended, written
from footrule.submission.category import DeclaredDatum
from footrule.submission.element import Code, Items, Number, Text
from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.submission.submission import Submission
from footrule.submission.vocabulary import NumberField
from tests.submission.inventories import at, carrying, inventory
from tests.submission.pact_documents import pact3, read

UNIT = ("processes", ById("unit"))


def after(path: Path, value: JsonValue) -> Submission:
    """The footprint with its inventory, read after one change; the change breaks no format."""
    document = carrying(inventory())
    amended(document, path, value)
    submission = read(document)
    assert submission.intake == ()
    return submission


@pytest.mark.parametrize(
    ("path", "value", "read_at", "expected", "symbol"),
    [
        ((*UNIT, "inputs", ById("feed"), "mass"), "3.2 t", "processes.0.inputs.0.mass", "3200", "t"),
        ((*UNIT, "inputs", ById("feed"), "mass"), JsonNumber("3.2"), "processes.0.inputs.0.mass", "3.2", "kg"),
        ((*UNIT, "inputs", ById("feed"), "energy"), "3.2 GJ", "processes.0.inputs.0.energy", "3200", "GJ"),
        ((*UNIT, "inputs", 3, "pieces"), JsonNumber("7"), "processes.0.inputs.2.pieces", "7", ""),
        ((*UNIT, "emissions", ById("flare"), "amount"), "2 t", "processes.0.emissions.0.amount", "2000", "t"),
        (
            (*UNIT, "inputs", ById("power"), "supply", "emission_per_energy"), "0.5 t CO2e/MWh",
            "processes.0.inputs.1.supply.emission_per_energy", str(Fraction(500, 3600)), "t CO2e/MWh",
        ),
        (
            (*UNIT, "outputs", ById("gas"), "lower_heating_value"), "47 MJ/kg",
            "processes.0.outputs.0.lower_heating_value", "47", "MJ/kg",
        ),
        ((*UNIT, "capacity"), JsonNumber("5"), "processes.0.capacity", "5", "kg"),
        (("characterisation", "horizon"), JsonNumber("20"), "characterisation.horizon", "20", ""),
        (("system_boundary", "exclusions", 1, "share"), "2 %", "system_boundary.exclusions.0.share", "0.02", "%"),
    ],
)  # fmt: skip
def test_a_number_is_set_with_its_unit(path: Path, value: JsonValue, read_at: str, expected: str, symbol: str) -> None:
    number = at(after(path, value), read_at)
    assert isinstance(number, Number)
    assert (number.quantity.value, number.quantity.unit.symbol) == (Fraction(expected), symbol)


def test_codes_texts_and_lists_are_set() -> None:
    assert isinstance(at(after((*UNIT, "technology"), "boiler"), "processes.0.technology"), Code)
    sensitivities: JsonValue = [{"topic": "cut_off", "result": "2 kg CO2e"}]
    result = at(after(("sensitivities",), sensitivities), "sensitivities.0.result")
    assert isinstance(result, Number)
    outputs: JsonValue = [{"id": "x", "role": "main", "mass": "5 t"}]
    mass = at(after((*UNIT, "outputs"), outputs), "processes.0.outputs.0.mass")
    assert isinstance(mass, Number)
    assert mass.quantity.value == 5000


def test_what_is_taken_away_is_missing() -> None:
    submission = after((*UNIT, "emissions", ById("flare")), None)
    assert at(submission, "processes.0.emissions") == Items("/extensions/0/data/inventory/processes/0/emissions", ())
    assert at(after((*UNIT, "inputs", ById("feed"), "mass"), None), "processes.0.inputs.0.energy") is None
    assert at(after(("processes",), None), "processes") is None


def test_the_data_of_a_category_are_set_as_they_are_declared() -> None:
    document = carrying(inventory())
    declared = [DeclaredDatum("events", NumberField(ONE))]
    amended(document, ("category", "events"), JsonNumber("6"), declared)
    assert inventory_of(document)["category"] == {"route": "direct", "events": "6"}


def inventory_of(document: dict[str, JsonValue]) -> dict[str, JsonValue]:
    extensions = document["extensions"]
    assert isinstance(extensions, list)
    extension = extensions[0]
    assert isinstance(extension, dict)
    data = extension["data"]
    assert isinstance(data, dict)
    found = data["inventory"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "path",
    [
        ("processes", ById("no"), "name"),
        ("processes", 2, "name"),
        ("processes", "unit"),
        (*UNIT, "inputs", ById("feed"), "weight"),
        (*UNIT, "inputs", ById("feed"), "supply", "kind"),
        (*UNIT, "inputs", ById("power"), "mass", "value"),
        ("recomputed", "fossil"),
        ("category", "undeclared"),
        (ById("unit"),),
    ],
    ids=written,
)
def test_a_path_that_leads_nowhere_says_so(path: Path) -> None:
    with pytest.raises(NoSuchPlaceError):
        amended(carrying(inventory()), path, "x")


def test_a_footprint_without_an_inventory_has_no_such_place() -> None:
    with pytest.raises(NoSuchPlaceError, match="processes"):
        amended(pact3(), ("processes", ById("unit"), "name"), "x")


def test_paths_into_the_footprint_itself_are_as_before() -> None:
    document = carrying(inventory())
    amended(document, ("comment",), "changed")
    assert read(document).footprint.fields["comment"] == Text("/comment", "changed")
