"""What the readers of PACT notice: each kind once in full, then every way into it."""

from __future__ import annotations

import pytest

from footrule.submission.element import Items, Text, Unusable
from footrule.submission.intake_kinds import PACT_INTAKE_KINDS
from footrule.submission.json_text import JsonValue
from footrule.submission.reading import MOST_FINDINGS_LISTED
from tests.submission.pact_documents import (
    Object,
    changed,
    field,
    noticed,
    number,
    only,
    pact2,
    pact3,
    printed,
    read,
    unusable,
    without,
)


def test_the_ids_of_the_kinds_are_counted_on_and_all_have_titles() -> None:
    assert [one.id for one in PACT_INTAKE_KINDS] == [f"I01{n:02}" for n in range(1, len(PACT_INTAKE_KINDS) + 1)]
    assert {one.modality for one in PACT_INTAKE_KINDS} == {"shall", "should"}
    assert all(one.title.languages == ("en", "zh") for one in PACT_INTAKE_KINDS)


@pytest.mark.parametrize(
    ("document", "kind", "pointer", "clause", "value", "message"),
    [
        (
            changed(pact3(), "pcf.aircraftGhgEmission", "1"), "I0101", "/pcf/aircraftGhgEmission",
            "CarbonFootprint.aircraftGhgEmission", '"1"',
            "aircraftGhgEmission is not an attribute of CarbonFootprint and is not read. "
            "Did you mean aircraftGhgEmissions?",
        ),
        (
            without(pact3(), "pcf.declaredUnitAmount"), "I0102", "/pcf/declaredUnitAmount",
            "CarbonFootprint.declaredUnitAmount", None, "declaredUnitAmount is missing; CarbonFootprint requires it.",
        ),
        (
            changed(pact3(), "companyIds", "urn:x"), "I0103", "/companyIds",
            "ProductFootprint.companyIds", '"urn:x"', "companyIds should be a list, not a text.",
        ),
        (
            changed(pact3(), "pcf.fossilGhgEmissions", "banana"), "I0104", "/pcf/fossilGhgEmissions",
            "CarbonFootprint.fossilGhgEmissions", '"banana"',
            '"banana" is not a decimal. Write a decimal such as "12.5" or "-0.3": digits 0 to 9 and a point, no commas '
            "or spaces, at most 40 digits before and after the point, an exponent of at most two digits.",
        ),
        (
            printed(pact3(), "pcf.fossilGhgEmissions", "4.50"), "I0105", "/pcf/fossilGhgEmissions",
            "CarbonFootprint.fossilGhgEmissions", "4.50",
            'fossilGhgEmissions should be a decimal written as a text, such as "12.5"; 4.50 is read all the same.',
        ),
        (
            changed(pact3(), "status", "active"), "I0106", "/status", "ProductFootprint.status", '"active"',
            '"active" is not one of the values that status may have. '
            'Did you mean "Active"? It must be written exactly so.',
        ),
        (
            changed(pact3(), "created", "2026-03-01"), "I0107", "/created", "ProductFootprint.created", '"2026-03-01"',
            '"2026-03-01" is not a date-time. Write a date-time with its offset, such as "2025-12-31T00:00:00Z".',
        ),
        (
            changed(pact3(), "pcf.geographyCountry", "China"), "I0108", "/pcf/geographyCountry",
            "CarbonFootprint.geographyCountry", '"China"',
            '"China" is not a country code of two capital letters such as "CN".',
        ),
        (
            changed(pact3(), "productIds", []), "I0109", "/productIds", "ProductFootprint.productIds", "[]",
            "productIds is empty; it needs at least one element.",
        ),
        (
            changed(pact3(), "companyIds", ["urn:a", "urn:b", "urn:a"]), "I0110", "/companyIds/2",
            "ProductFootprint.companyIds", '"urn:a"',
            '"urn:a" stands in companyIds more than once; a set has every element once.',
        ),
    ],
)  # fmt: skip
def test_a_finding_says_where_what_and_what_should_stand_there(
    document: Object, kind: str, pointer: str, clause: str, value: str | None, message: str
) -> None:
    finding = only(read(document))
    assert (finding.kind.id, finding.pointer, finding.clause, finding.value) == (kind, pointer, clause, value)
    assert str(finding.message) == message
    assert (finding.document, finding.edition) == ("PACT Technical Specifications", "3.0")
    assert finding.expected.in_language("zh")
    assert finding.message.in_language("zh") != message


# Decimals


@pytest.mark.parametrize(
    "text",
    [
        "banana",
        "",
        " ",
        "1_0",
        "１２",
        "1,5",
        "1 000",
        "NaN",
        "Infinity",
        "1e999999999",
        "0x10",
        ".5",
        "5.",
        "--1",
        "1.5kg",
    ],
)
def test_what_is_no_decimal_cannot_be_used(text: str) -> None:
    submission = read(changed(pact3(), "pcf.fossilGhgEmissions", text))
    assert noticed(submission) == ["I0104 /pcf/fossilGhgEmissions"]
    assert unusable(submission, "pcf.fossil").because == "I0104"


@pytest.mark.parametrize("text", ["1e999999999", "1" * 41, "0." + "1" * 41])
def test_json_numbers_beyond_the_grammar_are_no_decimals(text: str) -> None:
    assert noticed(read(printed(pact3(), "pcf.fossilGhgEmissions", text))) == ["I0104 /pcf/fossilGhgEmissions"]


@pytest.mark.parametrize(("text", "value"), [("+1.5", 1.5), ("-0", 0), ("1.5e-1", 0.15), ("1E2", 100)])
def test_every_form_of_a_decimal_is_read(text: str, value: float) -> None:
    submission = read(changed(pact3(), "pcf.fossilGhgEmissions", text))
    assert submission.intake == ()
    assert float(number(submission, "pcf.fossil").quantity.value) == value


def test_a_number_for_a_decimal_string_is_noticed_and_used_as_printed() -> None:
    submission = read(printed(pact3(), "pcf.fossilGhgEmissions", "4.50"))
    found = number(submission, "pcf.fossil")
    assert found.as_printed == "4.50"
    assert float(found.quantity.high) == 4.505


@pytest.mark.parametrize("value", [True, [], {}, ["1"]])
def test_what_is_neither_text_nor_number_has_the_wrong_type(value: object) -> None:
    assert noticed(read(changed(pact3(), "pcf.fossilGhgEmissions", value))) == ["I0103 /pcf/fossilGhgEmissions"]


# Types, forms and lists


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("pcf", [], ["I0103 /pcf"]),
        ("pcf.dqi", "2.0", ["I0103 /pcf/dqi"]),
        ("pcf.dqi", {}, [
            "I0102 /pcf/dqi/technologicalDQR", "I0102 /pcf/dqi/geographicalDQR", "I0102 /pcf/dqi/temporalDQR",
        ]),
        ("pcf.packagingEmissionsIncluded", "true", ["I0103 /pcf/packagingEmissionsIncluded"]),
        ("companyName", 7, ["I0103 /companyName"]),
        ("companyName", "", ["I0109 /companyName"]),
        ("productDescription", "", []),
        ("companyIds", ["x"], ["I0108 /companyIds/0"]),
        ("companyIds", [None], ["I0103 /companyIds/0"]),
        ("precedingPfIds", ["f4b1225a"], ["I0108 /precedingPfIds/0"]),
        ("id", "7", ["I0108 /id"]),
        ("id", "{f4b1225a-bd44-4c8e-861d-079e4e1dfd69}", []),
        ("specVersion", "3.0", ["I0108 /specVersion"]),
        ("specVersion", 3, ["I0103 /specVersion"]),
        ("validityPeriodStart", "2026-03-01T00:00:00", ["I0107 /validityPeriodStart"]),
        ("validityPeriodStart", "2026-02-30T00:00:00Z", ["I0107 /validityPeriodStart"]),
        ("pcf.geographyCountry", "de", ["I0108 /pcf/geographyCountry"]),
        ("pcf.geographyCountrySubdivision", "US-CALI", ["I0108 /pcf/geographyCountrySubdivision"]),
        ("pcf.geographyRegionOrSubregion", "Western europe", ["I0106 /pcf/geographyRegionOrSubregion"]),
        ("pcf.declaredUnitOfMeasurement", "kg", ["I0106 /pcf/declaredUnitOfMeasurement"]),
        ("pcf.ipccCharacterizationFactors", ["AR6", "N/A"], ["I0108 /pcf/ipccCharacterizationFactors/1"]),
        ("pcf.ipccCharacterizationFactors", ["AR６"], ["I0108 /pcf/ipccCharacterizationFactors/0"]),
        ("pcf.ipccCharacterizationFactors", "AR6", ["I0103 /pcf/ipccCharacterizationFactors"]),
        ("pcf.crossSectoralStandards", ["A standard of our own"], []),
        ("pcf.secondaryEmissionFactorSources", [], ["I0109 /pcf/secondaryEmissionFactorSources"]),
        ("pcf.secondaryEmissionFactorSources", [{"name": ""}], [
            "I0102 /pcf/secondaryEmissionFactorSources/0/version", "I0109 /pcf/secondaryEmissionFactorSources/0/name",
        ]),
        ("pcf.productOrSectorSpecificRules", [{"operator": "PCR", "ruleNames": ["a", "a"]}], [
            "I0106 /pcf/productOrSectorSpecificRules/0/operator",
            "I0110 /pcf/productOrSectorSpecificRules/0/ruleNames/1",
        ]),
        ("pcf.productOrSectorSpecificRules", [
            {"operator": "PEF", "ruleNames": ["a"]}, {"ruleNames": ["a"], "operator": "PEF"},
        ], ["I0110 /pcf/productOrSectorSpecificRules/1"]),
        ("pcf.verification", {"coverage": "PCF System"}, ["I0106 /pcf/verification/coverage"]),
    ],
)  # fmt: skip
def test_forms_are_those_of_the_specification(path: str, value: object, expected: list[str]) -> None:
    assert noticed(read(changed(pact3(), path, value))) == expected


def test_a_bad_element_leaves_the_others_of_its_list() -> None:
    factors = field(
        read(changed(pact3(), "pcf.ipccCharacterizationFactors", ["AR6", 5])), "pcf.characterisation_factors"
    )
    place = "/pcf/ipccCharacterizationFactors"
    assert factors == Items(place, (Text(f"{place}/0", "AR6"), Unusable(f"{place}/1", "I0103")))


@pytest.mark.parametrize(
    ("path", "value", "meant"),
    [
        ("status", "ACTIVE", "Active"),
        ("pcf.declaredUnitOfMeasurement", "cubic metre", "cubic meter"),
        ("pcf.declaredUnitOfMeasurement", "ton_kilometer", "ton kilometer"),
        ("pcf.ccuCalculationApproach", "cutoff", "Cut-off"),
        ("pcf.geographyRegionOrSubregion", "Southeastern Asia", "South-eastern Asia"),
    ],
)
def test_a_slip_is_told_what_is_meant_and_not_guessed(path: str, value: str, meant: str) -> None:
    finding = only(read(changed(pact3(), path, value)))
    assert f'Did you mean "{meant}"?' in str(finding.message)
    assert f'"{meant}"' in str(finding.expected)


# Attributes


@pytest.mark.parametrize(
    ("path", "help_text"),
    [
        ("pcf.declaredUnit", "in 3.0, use declaredUnitOfMeasurement instead."),
        ("pcf.pCfExcludingBiogenic", "in 3.0, use pcfExcludingBiogenicUptake instead."),
        ("pcf.characterizationFactors", "in 3.0, use ipccCharacterizationFactors instead."),
        ("pcf.assurance", "in 3.0, use verification instead."),
        (
            "pcf.landManagementGhgEmissions",
            "use landManagementFossilGhgEmissions, landManagementBiogenicCO2Emissions, ",
        ),
        ("pcf.dqi.coveragePercent", "in 3.0, nothing takes its place."),
        ("productCategoryCpc", "in 3.0, use productClassifications instead."),
        ("version", "in 3.0, nothing takes its place."),
    ],
)
def test_names_of_version_2_are_told_their_name_in_version_3(path: str, help_text: str) -> None:
    finding = only(read(changed(pact3(), path, "1")))
    assert (finding.kind.id, finding.kind.modality) == ("I0101", "should")
    assert help_text in str(finding.message)


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("pcf.dqi.temporalDqr", "temporalDQR"),
        ("pcf.verification.provider_name", "providerName"),
        ("pcf.productOrSectorSpecificRules.0.otherOperator", "otherOperatorName"),
        ("pcf.secondaryEmissionFactorSources.0.versions", "version"),
        ("pcf.biogenicCO2Withdrawal", None),
        ("productName", "productNameCompany"),
        ("a/b~c.d", None),
    ],
)
def test_unknown_attributes_are_found_everywhere(path: str, meant: str | None) -> None:
    if path == "a/b~c.d":
        document: Object = {**pact3(), path: "x"}
    else:
        document = changed(pact3(), path, "x")
    finding = only(read(document))
    assert finding.kind.id == "I0101"
    assert ("Did you mean" in str(finding.message)) is (meant is not None)
    if meant is not None:
        assert f"Did you mean {meant}?" in str(finding.message)
    else:
        assert finding.pointer in {"/a~1b~0c.d", "/pcf/biogenicCO2Withdrawal"}


def test_a_misspelt_field_is_not_simply_missing() -> None:
    """Else a rule that takes what is absent as zero would pass over a value that stands there."""
    submission = read(changed(pact3(), "pcf.aircraftGhgEmission", "1"))
    assert field(submission, "pcf.aircraft") == Unusable("/pcf/aircraftGhgEmission", "I0101")


def test_a_name_like_one_that_is_given_touches_nothing() -> None:
    submission = read(changed(pact3(), "pcf.fossilGhgEmission", "1"))
    assert float(number(submission, "pcf.fossil").quantity.value) == 4.5


def test_an_unknown_attribute_that_is_null_is_absent() -> None:
    assert read(changed(pact3(), "pcf.aircraftGhgEmission", None)).intake == ()


REQUIRED_IN_3 = (
    "id specVersion created status companyName companyIds productDescription productIds productNameCompany pcf "
    "pcf.declaredUnitOfMeasurement pcf.declaredUnitAmount pcf.productMassPerDeclaredUnit pcf.referencePeriodStart "
    "pcf.referencePeriodEnd pcf.pcfExcludingBiogenicUptake pcf.pcfIncludingBiogenicUptake pcf.fossilGhgEmissions "
    "pcf.fossilCarbonContent pcf.ipccCharacterizationFactors pcf.crossSectoralStandards pcf.exemptedEmissionsPercent "
    "pcf.dqi.technologicalDQR pcf.dqi.geographicalDQR pcf.dqi.temporalDQR "
    "pcf.productOrSectorSpecificRules.0.operator pcf.productOrSectorSpecificRules.0.ruleNames "
    "pcf.secondaryEmissionFactorSources.0.name pcf.secondaryEmissionFactorSources.0.version"
)
REQUIRED_IN_2 = (
    "id specVersion version created status comment companyName companyIds productDescription productIds "
    "productCategoryCpc productNameCompany pcf pcf.declaredUnit pcf.unitaryProductAmount pcf.referencePeriodStart "
    "pcf.referencePeriodEnd pcf.pCfExcludingBiogenic pcf.fossilGhgEmissions pcf.fossilCarbonContent "
    "pcf.biogenicCarbonContent pcf.characterizationFactors pcf.ipccCharacterizationFactorsSources "
    "pcf.crossSectoralStandardsUsed pcf.boundaryProcessesDescription pcf.exemptedEmissionsPercent "
    "pcf.exemptedEmissionsDescription pcf.packagingEmissionsIncluded pcf.assurance.assurance pcf.assurance.providerName"
)


@pytest.mark.parametrize(
    ("document", "required"), [(pact3(), REQUIRED_IN_3), (pact2(), REQUIRED_IN_2)], ids=["PACT 3", "PACT 2"]
)
def test_exactly_what_the_specification_requires_is_missed(document: Object, required: str) -> None:
    for path in _paths(document):
        missed = [one for one in noticed(read(without(document, path))) if one.startswith("I0102")]
        assert missed == ([f"I0102 /{path.replace('.', '/')}"] if path in required.split() else []), path


def _paths(value: JsonValue, path: str = "") -> list[str]:
    """Every attribute of a document, at whatever depth."""
    if isinstance(value, list):
        return [found for index, one in enumerate(value) for found in _paths(one, f"{path}{index}.")]
    if not isinstance(value, dict):
        return []
    return [found for name, one in value.items() for found in (f"{path}{name}", *_paths(one, f"{path}{name}."))]


def test_a_required_attribute_that_is_null_is_missing() -> None:
    submission = read(changed(pact3(), "pcf.fossilGhgEmissions", None))
    assert noticed(submission) == ["I0102 /pcf/fossilGhgEmissions"]
    assert field(submission, "pcf.fossil") is None


def test_findings_come_in_the_order_of_the_file() -> None:
    document = changed(pact3(), "status", "active")
    document = changed(document, "pcf.fossilGhgEmissions", "banana")
    document = changed(document, "pcf.dqi.temporalDQR", 1)
    document = without(without(document, "pcf.declaredUnitAmount"), "companyName")
    assert noticed(read({"unknown": True, **document})) == [
        "I0102 /companyName",
        "I0101 /unknown",
        "I0106 /status",
        "I0102 /pcf/declaredUnitAmount",
        "I0104 /pcf/fossilGhgEmissions",
        "I0105 /pcf/dqi/temporalDQR",
    ]


# Hostile documents


def test_what_is_shown_is_short_and_safe_to_print() -> None:
    finding = only(read(changed(pact3(), "status", "\x1b[2J" + "x" * 1_000_000)))
    assert finding.value is not None
    assert len(finding.value) < 100
    assert finding.value.startswith('"\\u001b[2J')
    assert str(finding.message).isprintable()


def test_a_name_that_is_no_name_is_shown_safely_too() -> None:
    document: Object = {**pact3(), "\ud800\x1b" + "x" * 1_000_000: "1"}
    finding = only(read(document))
    assert len(str(finding.message)) < 200
    assert str(finding.message).isprintable()
    assert finding.clause.isprintable()


def test_findings_without_end_are_counted_and_not_listed() -> None:
    """No `shall` is lost behind any number of `should`: the verdict stays what it is."""
    unknown: Object = {f"attribute{n}": "x" for n in range(MOST_FINDINGS_LISTED + 250)}
    submission = read({**unknown, **changed(pact3(), "status", "active")})
    assert len(submission.intake) == MOST_FINDINGS_LISTED + 2
    assert submission.intake[-2].kind.id == "I0106"
    assert submission.intake[-1].kind.id == "I0115"
    assert "250 further intake findings" in str(submission.intake[-1].message)


def test_version_2_has_its_own_forms() -> None:
    assert noticed(read(changed(pact2(), "version", 1.5))) == ["I0103 /version"]
    assert noticed(read(changed(pact2(), "pcf.declaredUnit", "piece"))) == ["I0106 /pcf/declaredUnit"]
    assert noticed(read(changed(pact2(), "pcf.characterizationFactors", "AR4"))) == [
        "I0106 /pcf/characterizationFactors"
    ]
    assert noticed(read(changed(pact2(), "pcf.verification", {}))) == ["I0101 /pcf/verification"]
