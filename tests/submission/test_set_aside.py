"""What is set aside of a document of which something was noted, and what is left."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest

from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonValue
from footrule.submission.open_documents import document_of
from footrule.submission.raw_documents import RawDocument
from footrule.submission.set_aside import SetAside, set_aside
from footrule.workspace import submissions
from tests.house.checkout import ROOT

CLEAN: dict[str, JsonValue] = json.loads((ROOT / "standards/ethylene/examples/naphtha-cracking.json").read_bytes())
INVENTORY = "/extensions/0/data/inventory"


def at(document: JsonValue, pointer: str) -> dict[str, JsonValue]:
    """The object at a pointer."""
    for step in pointer.split("/")[1:]:
        assert isinstance(document, dict | list)
        document = document[int(step)] if isinstance(document, list) else document[step]
    assert isinstance(document, dict)
    return document


def changed(pointer: str, **values: JsonValue) -> dict[str, JsonValue]:
    """The clean document with members of the object at a pointer changed."""
    document = deepcopy(CLEAN)
    at(document, pointer).update(values)
    return document


def apart(document: dict[str, JsonValue]) -> SetAside | None:
    """What is left of a document, by what its reader notes."""
    read = document_of(RawDocument("one.json", json.dumps(document).encode(), 1, 0))
    assert not isinstance(read, Unreadable)
    (submission,) = submissions(read)
    assert not isinstance(submission, Unreadable)
    assert submission.intake, "something is noted"
    assert isinstance(read.text.value, dict)
    before = json.dumps(read.text.value)
    found = set_aside(read.text.value, submission.intake)
    assert json.dumps(read.text.value) == before, "the document itself is left as it is"
    return found


def left(document: dict[str, JsonValue]) -> tuple[object, frozenset[str]]:
    """What is left, and the fields that were set aside."""
    found = apart(document)
    assert found is not None
    return json.loads(found.data), found.fields


@pytest.mark.parametrize(
    "pointer", ["", "/pcf", INVENTORY, f"{INVENTORY}/processes/0", f"{INVENTORY}/processes/0/inputs/0"]
)
def test_an_attribute_of_somebody_s_own_is_left_out_and_no_field_is_touched(pointer: str) -> None:
    assert left(changed(pointer, erp_batch={"a": [True, "2"]})) == (CLEAN, frozenset())


def test_a_misspelt_attribute_touches_the_field_that_it_is_like() -> None:
    document = deepcopy(CLEAN)
    pcf = at(document, "/pcf")
    pcf["primaryDatashare"] = pcf.pop("primaryDataShare")
    rest, fields = left(document)
    assert "primary_data_share" in fields
    assert isinstance(rest, dict)
    assert rest["pcf"] == {name: one for name, one in at(CLEAN, "/pcf").items() if name != "primaryDataShare"}


def test_an_optional_value_that_cannot_be_used_is_left_out() -> None:
    rest, fields = left(changed(f"{INVENTORY}/processes/0", period_start="yesterday"))
    expected = deepcopy(CLEAN)
    del at(expected, f"{INVENTORY}/processes/0")["period_start"]
    assert rest == expected
    assert "period_start" in fields


def test_a_number_is_left_out_with_the_unit_beside_it() -> None:
    rest, fields = left(changed(f"{INVENTORY}/processes/0/inputs/0", unit="furlong"))
    assert "amount" not in at(rest, f"{INVENTORY}/processes/0/inputs/0")  # type: ignore[arg-type]
    assert "unit" not in at(rest, f"{INVENTORY}/processes/0/inputs/0")  # type: ignore[arg-type]
    assert {"mass", "energy"} <= fields


def test_a_required_value_gets_one_that_is_allowed() -> None:
    rest, fields = left(changed("/pcf", fossilGhgEmissions="1,5"))
    assert rest == changed("/pcf", fossilGhgEmissions="1")
    assert "fossil" in fields


def test_a_required_value_that_is_missing_gets_one_too() -> None:
    document = deepcopy(CLEAN)
    del at(document, "")["companyName"]
    rest, fields = left(document)
    assert rest == {**CLEAN, "companyName": "x0"}
    assert "company_name" in fields


def test_an_element_that_is_no_object_takes_its_list_with_it() -> None:
    document = deepcopy(CLEAN)
    inputs = at(document, f"{INVENTORY}/processes/0")["inputs"]
    assert isinstance(inputs, list)
    inputs.append("steam")
    rest, fields = left(document)
    assert "inputs" not in at(rest, f"{INVENTORY}/processes/0")  # type: ignore[arg-type]
    assert "inputs" in fields


def test_whatever_is_touched_touches_what_is_made_of_the_whole() -> None:
    _, fields = left(changed("/pcf", fossilGhgEmissions="1,5"))
    assert {"recomputed", "content", "claimed_standard"} <= fields


@pytest.mark.parametrize(
    ("pointer", "name", "value"),
    [
        ("", "specVersion", "three"),
        ("", "extensions", {}),
        (INVENTORY, "attestations", ["met"]),
        ("/extensions/0", "data", []),
        ("/pcf", "primaryDataShare", "0.5"),
        ("", "pcf", "none"),
    ],
)
def test_what_all_else_rests_on_is_not_set_aside(pointer: str, name: str, value: JsonValue) -> None:
    document = changed(pointer, **{name: value})
    read = document_of(RawDocument("one.json", json.dumps(document).encode(), 1, 0))
    assert not isinstance(read, Unreadable)
    (submission,) = submissions(read)
    if not isinstance(submission, Unreadable):
        assert apart(document) is None


@pytest.mark.parametrize("version", ["2.3.0", "4.0.0"])
def test_nothing_is_set_aside_of_another_version(version: str) -> None:
    """Its findings are about attributes of other tables."""
    document = changed("", specVersion=version, erp_batch="7")
    read = document_of(RawDocument("one.json", json.dumps(document).encode(), 1, 0))
    assert not isinstance(read, Unreadable)
    for one in submissions(read):
        if not isinstance(one, Unreadable):
            assert apart(document) is None
