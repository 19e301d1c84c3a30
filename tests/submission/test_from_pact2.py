"""PACT 2: values per unit become values for the declared amount; what cannot be derived says why it cannot be used."""

from __future__ import annotations

from fractions import Fraction

import pytest

from footrule.submission.element import Code, Items, Record, Text
from footrule.submission.submission import Classification
from footrule.text.wording import Wording
from tests.submission.pact_documents import (
    changed,
    field,
    noticed,
    number,
    only,
    pact2,
    printed,
    read,
    unusable,
    without,
)


def test_a_whole_document_is_read_without_a_finding() -> None:
    submission = read(pact2())
    assert submission.intake == ()
    assert submission.format == "PACT 2.3.0"
    assert number(submission, "spec_major").quantity.value == 2
    assert submission.classifications == (Classification("cpc", "34110", "/productCategoryCpc"),)


@pytest.mark.parametrize(
    ("path", "printed_text", "value", "low", "high"),
    [
        ("pcf.fossil", "1.50", "18", "17.94", "18.06"),
        ("pcf.fossil_carbon", "0.4", "4.8", "4.2", "5.4"),
        ("pcf.mass", "0.8", "9.6", "9", "10.2"),
        ("pcf.land_use_change", "0.1", "1.2", "0.6", "1.8"),
        ("pcf.land_carbon_leakage", "0.4", "4.8", "4.2", "5.4"),
        ("pcf.biogenic_uptake", "-0.5", "-6", "-6.6", "-5.4"),
        ("pcf.packaging", "0.05", "0.6", "0.54", "0.66"),
    ],
)
def test_values_per_unit_are_multiplied_by_the_amount(
    path: str, printed_text: str, value: str, low: str, high: str
) -> None:
    """The bottle of 12 litres of ADR-0036: 1.5 kg CO2e a litre is 18 kg CO2e a bottle."""
    found = number(read(pact2()), path)
    assert found.as_printed == printed_text
    assert (found.quantity.value, found.quantity.low, found.quantity.high) == (
        Fraction(value), Fraction(low), Fraction(high),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value"),
    [("pcf.declared_amount", "12"), ("pcf.exempted_share", "0.005"), ("pcf.primary_data_share", "0.005")],
)
def test_amounts_and_percentages_are_not_multiplied(path: str, value: str) -> None:
    assert number(read(pact2()), path).quantity.value == Fraction(value)


def test_a_share_of_1_is_1_percent_since_version_2_says_so() -> None:
    submission = read(printed(pact2(), "pcf.primaryDataShare", "1"))
    assert submission.intake == ()
    assert number(submission, "pcf.primary_data_share").quantity.value == Fraction(1, 100)


@pytest.mark.parametrize(
    ("path", "place", "reason"),
    [
        ("pcf.excluding_biogenic_uptake", "/pcf/pCfExcludingBiogenic", "neither gives the other"),
        ("pcf.including_biogenic_uptake", "/pcf/pCfIncludingBiogenic", "does not say whether uptake"),
        ("pcf.land_management_fossil", "/pcf/landManagementGhgEmissions", "cannot be told apart"),
        ("pcf.land_management_biogenic_co2", "/pcf/landManagementGhgEmissions", "cannot be told apart"),
        ("pcf.land_management_removals", "/pcf/landManagementGhgEmissions", "cannot be told apart"),
        ("pcf.biogenic_non_co2", "/pcf/otherBiogenicGhgEmissions", "as one figure"),
        ("pcf.dqi.technological", "/pcf/dqi/technologicalDQR", "from 1 to 3"),
        ("pcf.verification.coverage", "/pcf/assurance/coverage", "differently"),
        ("pcf.ccs_capture", "/pcf", "no attribute"),
        ("pcf.technological_removals", "/pcf", "no attribute"),
    ],
)
def test_what_cannot_be_derived_says_why(path: str, place: str, reason: str) -> None:
    found = unusable(read(pact2()), path)
    assert found.pointer == place
    assert isinstance(found.because, Wording)
    assert reason in str(found.because)
    assert "PACT 2" in found.because.in_language("zh")


def test_what_version_2_leaves_out_is_missing_and_not_underivable() -> None:
    submission = read(without(pact2(), "pcf.landManagementGhgEmissions"))
    assert field(submission, "pcf.land_management_fossil") is None
    pcf = field(submission, "pcf")
    assert isinstance(pcf, Record)
    assert pcf.place_of("land_management_fossil") == "/pcf/landManagementGhgEmissions"


@pytest.mark.parametrize(
    ("amount", "because"),
    [("null", "I0102"), ('"twelve"', "I0104"), ("[12]", "I0103"), ('"0"', "not above 0"), ('"-12"', "not above 0")],
)
def test_without_an_amount_no_value_per_unit_can_be_used(amount: str, because: str) -> None:
    submission = read(printed(pact2(), "pcf.unitaryProductAmount", amount))
    for path in ("pcf.fossil", "pcf.mass", "pcf.packaging"):
        assert because in str(unusable(submission, path).because)
    assert number(submission, "pcf.exempted_share").quantity.value == Fraction(1, 200)
    assert [one for one in noticed(submission) if because in one] == (
        [f"{because} /pcf/unitaryProductAmount"] if because.startswith("I") else []
    )


def test_an_amount_as_a_number_is_noticed_once_and_used() -> None:
    submission = read(printed(pact2(), "pcf.unitaryProductAmount", "12"))
    assert noticed(submission) == ["I0105 /pcf/unitaryProductAmount"]
    assert number(submission, "pcf.fossil").quantity.value == 18


def test_percentages_are_numbers_in_version_2() -> None:
    submission = read(changed(pact2(), "pcf.exemptedEmissionsPercent", "0.5"))
    assert only(submission).kind.id == "I0105"
    assert str(only(submission).expected) == "a JSON number such as 12.5"
    assert number(submission, "pcf.exempted_share").quantity.value == Fraction(1, 200)


# Two attributes, one list


def texts(document_path: str, items: object) -> list[str]:
    assert isinstance(items, Items), document_path
    return [one.text for one in items.elements if isinstance(one, Text)]


def test_lists_are_the_union_of_what_version_2_says_twice() -> None:
    submission = read(pact2())
    assert texts("factors", field(submission, "pcf.characterisation_factors")) == ["AR6", "AR5"]
    assert texts("standards", field(submission, "pcf.cross_sectoral_standards")) == ["ISO14067", "PEF"]


def test_the_sources_of_factors_came_with_2_2() -> None:
    document = without(pact2(), "pcf.ipccCharacterizationFactorsSources")
    assert noticed(read(document)) == ["I0102 /pcf/ipccCharacterizationFactorsSources"]
    assert noticed(read(changed(document, "specVersion", "2.1.0"))) == []


# Assurance


def test_an_assurance_is_a_verification() -> None:
    verification = field(read(pact2()), "pcf.verification")
    assert isinstance(verification, Record)
    assert verification.fields["provider_name"] == Text("/pcf/assurance/providerName", "A verifier")


def test_an_assurance_that_says_no_is_none() -> None:
    assert field(read(changed(pact2(), "pcf.assurance.assurance", False)), "pcf.verification") is None


def test_an_assurance_that_does_not_say_is_unusable() -> None:
    submission = read(without(pact2(), "pcf.assurance.assurance"))
    assert noticed(submission) == ["I0102 /pcf/assurance/assurance"]
    assert unusable(submission, "pcf.verification").because == "I0102"
    submission = read(changed(pact2(), "pcf.assurance.assurance", "yes"))
    assert unusable(submission, "pcf.verification").because == "I0103"


# Which version it is


def test_the_attribute_names_tell_version_2() -> None:
    submission = read(without(pact2(), "specVersion"))
    assert noticed(submission)[:2] == ["I0113 /specVersion", "I0102 /specVersion"]
    assert number(submission, "spec_major").quantity.value == 2
    assert field(submission, "pcf.declared_unit") == Code("/pcf/declaredUnit", "liter", "liter")


def test_findings_cite_the_edition_of_version_2() -> None:
    finding = only(read(without(pact2(), "comment")))
    assert (finding.document, finding.edition, finding.clause) == (
        "PACT Technical Specifications", "2.3", "ProductFootprint.comment",
    )  # fmt: skip
