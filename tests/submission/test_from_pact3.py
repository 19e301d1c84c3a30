"""PACT 3: every field comes through with its value, its precision and its place; nothing in the file is changed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.submission.classification import read_code, read_urn
from footrule.submission.element import Attestation, Code, Items, Moment, Record, Text, Truth
from footrule.submission.extension import EXTENSIONS
from footrule.submission.intake import Unreadable
from footrule.submission.submission import Claim, Classification
from tests.submission.pact_documents import (
    Object,
    changed,
    field,
    noticed,
    number,
    only,
    pact3,
    read,
    read_any,
    without,
)


def test_a_whole_document_is_read_without_a_finding() -> None:
    submission = read(pact3())
    assert submission.intake == ()
    assert submission.id == "f4b1225a-bd44-4c8e-861d-079e4e1dfd69"
    assert submission.format == "PACT 3.0.0"
    assert (submission.file, submission.sha256) == ("test.json", "0" * 64)


@pytest.mark.parametrize(
    ("path", "value", "low", "high", "unit"),
    [
        ("pcf.declared_amount", "2", "1.5", "2.5", ""),
        ("pcf.mass", "2.36", "2.355", "2.365", "kg"),
        ("pcf.excluding_biogenic_uptake", "-1.23", "-1.235", "-1.225", "kg CO2e"),
        ("pcf.including_biogenic_uptake", "1500", "1450", "1550", "kg CO2e"),
        ("pcf.fossil", "4.5", "4.495", "4.505", "kg CO2e"),
        ("pcf.fossil_carbon", "2.02", "2.015", "2.025", "kg C"),
        ("pcf.land_occupation", "7", "6.5", "7.5", "m2"),
        ("pcf.exempted_share", "0.005", "0.0045", "0.0055", "%"),
        ("pcf.primary_data_share", "0.561", "0.5605", "0.5615", "%"),
        ("pcf.dqi.technological", "2", "1.95", "2.05", ""),
        ("spec_major", "3", "3", "3", ""),
    ],
)
def test_numbers_keep_their_printed_precision(path: str, value: str, low: str, high: str, unit: str) -> None:
    quantity = number(read(pact3()), path).quantity
    assert (quantity.value, quantity.low, quantity.high) == (Fraction(value), Fraction(low), Fraction(high))
    assert quantity.unit.symbol == unit


def test_every_element_knows_its_place_and_what_is_printed_there() -> None:
    submission = read(pact3(), pointer="/data/0")
    mass = number(submission, "pcf.mass")
    assert (mass.pointer, mass.as_printed) == ("/data/0/pcf/productMassPerDeclaredUnit", "2.36")
    unit = field(submission, "pcf.declared_unit")
    assert unit == Code("/data/0/pcf/declaredUnitOfMeasurement", "cubic_meter", "cubic meter")
    assert field(submission, "pcf.packaging_included") == Truth("/data/0/pcf/packagingEmissionsIncluded", False)
    assert field(submission, "pcf.country") == Text("/data/0/pcf/geographyCountry", "CN")
    created = field(submission, "created")
    assert isinstance(created, Moment)
    assert (str(created.instant), created.as_printed) == ("2026-03-01", "2026-03-01T08:00:00+08:00")
    end = field(submission, "pcf.reference_period_end")
    assert isinstance(end, Moment)
    assert str(end.instant) == "2026-01-01"


def test_lists_hold_their_elements_each_with_its_place() -> None:
    submission = read(pact3())
    standards = field(submission, "pcf.cross_sectoral_standards")
    place = "/pcf/crossSectoralStandards"
    assert standards == Items(place, (Text(f"{place}/0", "ISO14067"), Text(f"{place}/1", "PACT-3.0")))
    rules = field(submission, "pcf.sector_rules")
    assert isinstance(rules, Items)
    (rule,) = rules.elements
    assert isinstance(rule, Record)
    assert (rule.shape, rule.pointer) == ("sector_rule", "/pcf/productOrSectorSpecificRules/0")
    assert rule.fields["operator"] == Code(f"{rule.pointer}/operator", "epd_international", "EPD International")


def test_a_missing_field_has_a_place_too() -> None:
    submission = read(pact3())
    pcf = field(submission, "pcf")
    assert isinstance(pcf, Record)
    assert "aircraft" not in pcf.fields
    assert pcf.place_of("aircraft") == "/pcf/aircraftGhgEmissions"
    assert submission.footprint.place_of("validity_end") == "/validityPeriodEnd"


def test_null_is_absent() -> None:
    submission = read(changed(pact3(), "pcf.aircraftGhgEmissions", None))
    assert field(submission, "pcf.aircraft") is None
    assert submission.intake == ()


def test_no_sector_rules_are_an_empty_set() -> None:
    submission = read(changed(pact3(), "pcf.productOrSectorSpecificRules", []))
    assert field(submission, "pcf.sector_rules") == Items("/pcf/productOrSectorSpecificRules", ())
    assert submission.intake == ()


# The fingerprint of the content


def content(document: Object) -> str:
    fingerprint = field(read(document), "content")
    assert isinstance(fingerprint, Text)
    return fingerprint.text


def test_the_content_is_everything_but_the_status() -> None:
    before = content(pact3())
    assert content(changed(pact3(), "status", "Deprecated")) == before
    assert content(dict(reversed(pact3().items()))) == before
    assert content(changed(pact3(), "comment", None)) == before
    assert content(changed(pact3(), "comment", "")) != before
    assert content(changed(pact3(), "pcf.fossilGhgEmissions", "4.5")) != before
    assert content(changed(pact3(), "id", "f4b1225a-bd44-4c8e-861d-079e4e1dfd60")) != before


def test_a_number_and_its_text_are_different_content() -> None:
    assert content(changed(pact3(), "pcf.fossilGhgEmissions", 4)) != content(
        changed(pact3(), "pcf.fossilGhgEmissions", "4")
    )


# Which version it is


@pytest.mark.parametrize("version", ["3.0.0", "3.1.2-20260101", "3.99.0"])
def test_every_3_is_read_as_3(version: str) -> None:
    submission = read(changed(pact3(), "specVersion", version))
    assert (submission.format, noticed(submission)) == (f"PACT {version}", [])


def test_without_a_version_the_attribute_names_tell() -> None:
    submission = read(without(pact3(), "specVersion"))
    assert noticed(submission) == ["I0113 /specVersion", "I0102 /specVersion"]
    assert submission.format == "PACT 3"
    assert number(submission, "spec_major").quantity.value == 3


def test_another_version_is_read_by_its_attribute_names() -> None:
    submission = read(changed(pact3(), "specVersion", "4.0.0"))
    assert noticed(submission) == ["I0113 /specVersion"]
    assert str(submission.intake[0].message) == (
        'Version "4.0.0" is not one that is read; the attributes are those of PACT 3, and it is read as PACT 3.'
    )


@pytest.mark.parametrize("version", [None, "1.0.1", "urn:example:9.0.0", 7, True, {"major": 3}])
def test_where_nothing_tells_the_version_it_is_unreadable(version: object) -> None:
    found = read_any(changed(changed(pact3(), "pcf", {}), "specVersion", version))
    assert isinstance(found, Unreadable)
    assert (found.kind.id, found.line, found.column) == ("I0114", 1, 1)
    assert "specVersion" in str(found.message)


def test_attribute_names_of_both_versions_tell_nothing() -> None:
    document = without(changed(pact3(), "pcf.unitaryProductAmount", "1"), "specVersion")
    assert isinstance(read_any(document), Unreadable)


# The product's codes


def test_classifications_come_from_all_that_names_a_code() -> None:
    assert read(pact3()).classifications == (
        Classification("cpc", "34110", "/productClassifications/0"),
        Classification("urn", "urn:eclass:28070000", "/productClassifications/1"),
        Classification("cas", "74-85-1", "/productIds/0"),
    )


@pytest.mark.parametrize(
    ("urn", "scheme", "code"),
    [
        ("URN:PACT:productClassification:UN-CPC:34110", "cpc", "34110"),
        ("urn:cpc:0151", "cpc", "0151"),
        ("urn:pact:productclassification:cas:74-85-1", "cas", "74-85-1"),
        ("urn:pact:productclassification:hs:2901.21", "hs", "2901.21"),
        ("urn:pact:productclassification:cncode:29012100", "hs", "2901.21"),
        ("urn:pact:productclassification:customs-tariff:2901", "hs", "2901"),
        ("urn:pact:productclassification:cas:1234", "urn", "urn:pact:productclassification:cas:1234"),
        ("urn:pact:productclassification:un-cpc:341101", "urn", "urn:pact:productclassification:un-cpc:341101"),
        ("urn:unspsc:43211507", "urn", "urn:unspsc:43211507"),
    ],
)
def test_urns_are_read_by_their_form(urn: str, scheme: str, code: str) -> None:
    assert read_urn(urn) == (scheme, code)


@given(st.sampled_from(["cas", "hs", "cpc", "urn", ""]), st.text())
def test_a_code_that_is_read_is_read_again_the_same(scheme: str, text: str) -> None:
    code = read_code(scheme, text)
    assert code is None or read_code(scheme, code) == code


# The inventory extension

INVENTORY = {
    "standard": {"id": "gas", "version": "1.0.0"},
    "product": {"name": "a gas", "cas": "74-85-1", "hs": "29012100", "cpc": "34110"},
    "attestations": [
        {
            "requirement": "GAS-8.1", "by": "A. Verifier", "role": "verifier", "outcome": "not_met",
            "technique": "inquiry", "date": "2026-03-31", "statement": "Not independent.", "evidence": ["letter 4"],
        }
    ],
    "processes": [
        {
            "id": "unit", "technology": "distillation", "controlled": True, "capacity": {"value": "2", "unit": "kt"},
            "inputs": [
                {
                    "id": "feed", "kind": "feedstock", "amount": "2.50", "unit": "t", "primary_activity": True,
                    "from": {"value": "0.4", "unit": "kg CO2e/kg", "gases": ["CO2"], "set": "AR6", "year": "2024"},
                    "carbon_content": {"value": "85", "unit": "%"}, "quality": {"temporal": "2"},
                },
                {"id": "power", "kind": "electricity", "amount": "400", "unit": "kWh", "from": {"factor": "grid"}},
            ],
            "outputs": [{"id": "gas", "role": "main", "amount": "2.4", "unit": "t", "price": {"value": "7100"}}],
            "emissions": [{"id": "flare", "gas": "HFC-134a", "source": "flaring", "amount": "3", "unit": "kg"}],
            "zero_reasons": [{"source": "decoking", "reason": "No furnace."}],
            "allocation": {"basis": "mass", "factors": [{"output": "gas", "share": {"value": "100", "unit": "%"}}]},
        }
    ],
    "sensitivities": [{"topic": "allocation", "basis": "moles", "result": {"value": "1.2", "unit": "kg CO2e"}}],
    "category": {"events": "6"},
}  # fmt: skip


def with_inventory(inventory: object, **of_extension: object) -> Object:
    extension = {"specVersion": "2.0.0", "dataSchema": "https://example.org/x.json", "data": {"inventory": inventory}}
    return changed(pact3(), "extensions", [{**extension, **of_extension}])


def test_an_inventory_gives_claim_codes_and_attestations() -> None:
    submission = read(with_inventory(INVENTORY))
    place = "/extensions/0/data/inventory"
    assert submission.intake == ()
    assert submission.claim == Claim("gas", "1.0.0", f"{place}/standard/id")
    assert field(submission, "claimed_standard") == Text(f"{place}/standard/id", "gas")
    assert submission.classifications[:3] == (
        Classification("cas", "74-85-1", f"{place}/product/cas"),
        Classification("hs", "2901.21", f"{place}/product/hs"),
        Classification("cpc", "34110", f"{place}/product/cpc"),
    )
    assert submission.attestations == (
        Attestation(f"{place}/attestations/0", "GAS-8.1", "A. Verifier", "verifier", "not_met", "Not independent."),
    )


@pytest.mark.parametrize("data", [{"inventory": ["bolts", "nuts"]}, {"weight": 10}, {}])
def test_other_extensions_are_left_alone(data: object) -> None:
    submission = read(changed(pact3(), "extensions", [{"dataSchema": 7, "data": data}, {}]))
    assert (submission.intake, submission.claim, submission.attestations) == ((), None, ())


@pytest.mark.parametrize(
    ("inventory", "expected"),
    [
        ({"standard": {"version": "1"}}, ["I0102 /standard/id"]),
        ({"standard": "gas"}, ["I0103 /standard"]),
        ({"standard": {"id": ""}}, ["I0109 /standard/id"]),
        ({"standard": {"id": "gas", "versoin": "1"}}, ["I0101 /standard/versoin"]),
        ({"product": {"cas": "74-85-2"}}, ["I0108 /product/cas"]),
        ({"product": {"hs": 2901}}, ["I0103 /product/hs"]),
        ({"attestations": {}}, ["I0103 /attestations"]),
        (
            {"attestations": [{"requirement": "G", "by": "A", "role": "B", "outcome": "Met"}]},
            ["I0106 /attestations/0/outcome"],
        ),
        ({"attestations": [{"requirement": "G", "role": "B", "outcome": "met"}]}, ["I0102 /attestations/0/by"]),
    ],
)  # fmt: skip
def test_a_malformed_inventory_is_found_and_does_not_count(inventory: object, expected: list[str]) -> None:
    submission = read(with_inventory(inventory))
    place = "/extensions/0/data/inventory"
    assert noticed(submission) == [one.replace(" ", f" {place}") for one in expected]
    assert submission.attestations == ()
    assert submission.intake[0].document == "Footrule inventory extension"


def test_an_extension_with_the_schema_of_the_inventory_needs_one() -> None:
    schema = "https://example.org/footrule/inventory/1.json"
    submission = read(with_inventory(None, dataSchema=schema, data={"invntory": {}}))
    assert noticed(submission) == ["I0102 /extensions/0/data/inventory"]


def test_an_extension_is_an_object() -> None:
    assert only(read(changed(pact3(), "extensions", ["x"]))).pointer == "/extensions/0"
    assert EXTENSIONS.filled is False
