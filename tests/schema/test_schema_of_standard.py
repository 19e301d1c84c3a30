"""The schema of a standard: valid, the same every time, kept by what conforms, and never stricter than the engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from footrule.assess.category import declared_data
from footrule.schema.of_standard import inventory_schema, schema_of
from footrule.submission.amend import ById, Path, amended
from footrule.submission.json_text import JsonNumber, JsonValue
from tests.schema.documents import conforming, engine_refuses, inventory_of, plain, schema_refuses, standards, validator
from tests.submission.pact_documents import Object
from tests.submission.test_mutated_documents import containers, mutate

IDS = sorted(standards())
SETTLED = [one for one in IDS if all(parameter.is_set for parameter in standards()[one][1].parameters)]
"""Those that a submission can conform to: what rests on an open parameter is undetermined for each."""


@pytest.mark.parametrize("id", IDS)
def test_it_is_a_schema_and_names_no_host(id: str) -> None:
    schema = schema_of(standards()[id][1])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:footrule:schema:{id}:{standards()[id][1].version}"


@pytest.mark.parametrize("id", IDS)
def test_it_is_the_same_every_time(id: str) -> None:
    one, two = (json.dumps(schema_of(standards()[id][1])) for _ in range(2))
    assert one == two


def test_the_inventory_has_a_schema_of_its_own() -> None:
    schema = inventory_schema()
    Draft202012Validator.check_schema(schema)
    _, document = conforming("ethylene")[0]
    extensions = plain(document)["extensions"]
    inventory = extensions[0]["data"]["inventory"]
    assert Draft202012Validator(schema).is_valid(inventory)
    inventory["processes"][0]["inputs"][0]["unit"] = "furlong"
    assert not Draft202012Validator(schema).is_valid(inventory)


@pytest.mark.parametrize("id", IDS)
def test_every_reference_leads_to_a_definition_and_every_definition_is_referred_to(id: str) -> None:
    schema = schema_of(standards()[id][1])
    asked = {one["$ref"].removeprefix("#/$defs/") for one in objects(schema) if "$ref" in one}
    assert asked == set(schema["$defs"])  # type: ignore[call-overload]


@pytest.mark.parametrize("id", IDS)
def test_what_is_said_in_english_is_said_in_chinese(id: str) -> None:
    for one in objects(schema_of(standards()[id][1])):
        for key in ("title", "description"):
            if isinstance(one.get(key), str):
                assert one[f"x-{key}-zh"].strip()


def objects(value: object) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from objects(one)


@pytest.mark.parametrize("id", SETTLED)
def test_every_conforming_example_is_an_instance(id: str) -> None:
    assert conforming(id) != []
    for title, document in conforming(id):
        assert [error.message for error in validator(id).iter_errors(plain(document))] == [], title


CELLS = ("processes", ById("cells"))


@pytest.mark.parametrize(
    ("id", "path", "value"),
    [
        ("pact", ("pcf", "fossil"), None),
        ("pact", ("pcf", "fossil"), "a lot"),
        ("pact", ("pcf", "country"), "China"),
        ("pact", ("pcf", "declared_unit"), "furlong"),
        ("pact", ("pcf", "characterisation_factors"), ["AR5"]),
        ("pact", ("created",), "yesterday"),
        ("pact", ("company_ids",), []),
        ("pact", ("company_ids",), ["urn:a:b", "urn:a:b"]),
        ("ethylene", ("category", "route"), None),
        ("ethylene", ("category", "route"), "alchemy"),
        ("ethylene", ("category", "decoking_events"), None),
        ("ethylene", ("category", "decoking_events"), "ten"),
        ("ethylene", ("category", "route"), "ethane_cracking"),
        ("ethylene", ("pcf", "boundary_description"), None),
        ("ethylene", ("pcf", "cross_sectoral_standards"), ["PEF"]),
        ("ethylene", ("pcf", "declared_unit"), "liter"),
        ("caustic_soda", ("category", "dc_electricity"), "2170 kWh"),
        ("caustic_soda", ("category", "dc_electricity"), "2170 furlong/t"),
        ("caustic_soda", ("category", "hydrogen_used"), None),
        ("caustic_soda", (*CELLS, "technology"), ""),
        ("caustic_soda", (*CELLS, "inputs", ById("NaCl"), "mass"), "168000 furlong"),
        ("caustic_soda", (*CELLS, "inputs", ById("NaCl"), "concentration"), "99 kg"),
    ],
)  # fmt: skip
def test_schema_and_engine_refuse(id: str, path: Path, value: JsonValue) -> None:
    _, document = conforming(id)[0]
    amended(document, path, value, declared_data(standards()[id][1]))
    assert schema_refuses(id, document)
    assert engine_refuses(id, document)


def test_packaging_that_is_not_included_has_no_emissions() -> None:
    _, document = conforming("pact")[0]
    amended(document, ("pcf", "packaging_included"), False)
    assert schema_refuses("pact", document)
    amended(document, ("pcf", "packaging"), None)
    assert not schema_refuses("pact", document)


@pytest.mark.parametrize(
    ("id", "path", "value"),
    [
        ("ethylene", ("category", "feed_per_ethylene"), "1.3 千克/千克"),
        ("ethylene", ("category", "feed_per_ethylene"), "1.3 t / t"),
        ("caustic_soda", ("category", "dc_electricity"), "2.17 MWh/t"),
        ("caustic_soda", ("category", "dc_electricity"), "2170 千瓦时/吨"),
        ("caustic_soda", (*CELLS, "inputs", ById("NaCl"), "mass"), "16.8 万吨"),
        ("caustic_soda", (*CELLS, "inputs", ById("NaCl"), "mass"), "16.8 10^4 t"),
    ],
)
def test_every_unit_of_the_dimension_is_let_through(id: str, path: Path, value: JsonValue) -> None:
    _, document = conforming(id)[0]
    amended(document, path, value, declared_data(standards()[id][1]))
    assert not engine_refuses(id, document)
    assert not schema_refuses(id, document)


def test_a_footprint_without_an_inventory_is_not_refused() -> None:
    """Its rules on the inventory are undetermined: nothing is known to be wrong."""
    _, document = conforming("ethylene")[0]
    document["extensions"] = []
    assert not engine_refuses("ethylene", document)
    assert not schema_refuses("ethylene", document)


@pytest.mark.parametrize(("id", "name"), [("ethylene", "route"), ("caustic_soda", "cell_type")])
def test_a_misspelt_attribute_is_not_one_that_is_missing(id: str, name: str) -> None:
    """The engine suspects what was meant, so that nothing is decided; an attribute simply left out is refused."""
    _, document = conforming(id)[0]
    extensions = document["extensions"]
    assert isinstance(extensions, list)
    category = inventory_of(extensions[0])["category"]
    assert isinstance(category, dict)
    category[name[:-1]] = category.pop(name)
    assert not engine_refuses(id, document)
    assert not schema_refuses(id, document)
    del category[name[:-1]]
    assert schema_refuses(id, document)


def test_of_two_inventories_the_second_has_no_data_of_the_category() -> None:
    _, document = conforming("ethylene")[0]
    extensions = document["extensions"]
    assert isinstance(extensions, list)
    second = deepcopy(extensions[0])
    inventory_of(second)["category"] = {}
    extensions.append(second)
    assert not engine_refuses("ethylene", document)
    assert not schema_refuses("ethylene", document)


# Whatever is submitted

PLACED: list[JsonValue] = [
    None, "", "1", "0", "1e5", "-0.5", "kg", "t", "kg/kg", "tkm/km", "%", "piece", "kWh/t", "MJ / kg", "吨", "furlong",
    "kg CO2e", "2025-01-01", "2025-01-01T00:00:00Z", "2025-13-01T00:00:00Z", "urn:x", "URN:\n", "CN", "AR6", "ISO14067",
    "2.3.0", "3.0.0", "4.0.0", "3.0", "Other", "Credit", "kilogram", "piece", "fossil", "naphtha_cracking", True, False,
    JsonNumber("1"), JsonNumber("1.0"), JsonNumber("2.50"), [], {}, ["AR6", "AR6"], {"value": "1", "unit": "kg"},
    {"value": None, "unit": "kg"}, {"value": "1"}, [None], [{}], {"inventory": {}}, {"inventory": {"category": {}}},
]  # fmt: skip
"""What is right somewhere, and mostly wrong elsewhere."""


def put_elsewhere(document: Object, data: st.DataObject) -> None:
    """Put something of `PLACED` into a place that there is."""
    holder = data.draw(st.sampled_from([one for one in containers(document) if one]))
    value = deepcopy(data.draw(st.sampled_from(PLACED)))
    if isinstance(holder, list):
        holder[data.draw(st.integers(0, len(holder) - 1))] = value
    else:
        holder[data.draw(st.sampled_from(sorted(holder)))] = value


@pytest.mark.parametrize("id", SETTLED)
@given(data=st.data())
@settings(max_examples=120, deadline=None)
def test_what_the_schema_refuses_the_engine_refuses_too(id: str, data: st.DataObject) -> None:
    _, document = data.draw(st.sampled_from(DOCUMENTS[id]))
    document = deepcopy(document)
    for _ in range(data.draw(st.integers(1, 4))):
        data.draw(st.sampled_from([mutate, put_elsewhere]))(document, data)
    if schema_refuses(id, document):
        assert engine_refuses(id, document)


DOCUMENTS = {name: conforming(name) for name in IDS}
