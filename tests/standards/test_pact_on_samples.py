"""The PACT constraints on the 60 published sample footprints, against a second computation that shares no code.

The second computation reads the raw JSON with Python's own module and knows the constraints from the specification
(PACT Technical Specifications 3.0) and the readings that `rules/pact/pact.pcr` states: a term that is absent counts as
nothing, half a unit in the last printed place of every term is allowed, a share below 1 is a fraction.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from footrule.assess.assessment import Assessment, Verdict
from footrule.assess.finding import Modality, Outcome
from footrule.submission.open_documents import open_documents
from footrule.workspace import Workspace

pytestmark = pytest.mark.corpus

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "pact"
FILES = ("cosmetics_sample.json", "textile_sample.json")

CONFORMING, NONCONFORMING, NOT_APPLICABLE = Outcome.CONFORMING, Outcome.NONCONFORMING, Outcome.NOT_APPLICABLE
_GRAVEST_FIRST = (NONCONFORMING, Outcome.UNDETERMINED, CONFORMING, NOT_APPLICABLE)

Sample = tuple[str, int]
Footprint = dict[str, object]
Interval = tuple[Fraction, Fraction]


@cache
def assessments() -> dict[Sample, Assessment]:
    """Every sample as the engine sees it, by its file and its place there."""
    day, workspace = date(2026, 11, 23), Workspace()
    asked = workspace.standards(["pact"], day)
    assert isinstance(asked, tuple), asked
    found: dict[Sample, Assessment] = {}
    for name in FILES:
        documents = open_documents([str(CORPUS / name)], None)
        for index, one in enumerate(workspace.assessed(documents, asked, (), day)):
            found[name, index] = one.assessment
    return found


@cache
def footprints() -> dict[Sample, Footprint]:
    """Every sample's `pcf` as Python's own reader sees it."""
    return {
        (name, index): one["pcf"]
        for name in FILES
        for index, one in enumerate(json.loads((CORPUS / name).read_text(encoding="utf-8")))
    }


def outcome(assessment: Assessment, rule: str) -> Outcome:
    """The gravest outcome among the requirements of a rule."""
    found = {one.outcome for one in assessment.findings if one.rule.id == rule}
    return next(one for one in _GRAVEST_FIRST if one in found)


def text(pcf: Footprint, name: str) -> str | None:
    """A number as it is printed, or None where it is absent."""
    value = pcf.get(name)
    assert value is None or isinstance(value, str)
    return value


def value(pcf: Footprint, name: str) -> Fraction:
    """A number as printed; nothing where it is absent."""
    return Fraction(text(pcf, name) or "0")


def interval(pcf: Footprint, name: str) -> Interval:
    """The numbers that a printed one may stand for; exactly nothing where it is absent."""
    printed = text(pcf, name)
    if printed is None:
        return Fraction(0), Fraction(0)
    places = len(printed.partition(".")[2])
    half = Fraction(1, 2 * 10**places)
    return Fraction(printed) - half, Fraction(printed) + half


def total(intervals: Iterator[Interval]) -> Interval:
    """The sum of intervals."""
    lows, highs = zip(*intervals, strict=True)
    return sum(lows, Fraction(0)), sum(highs, Fraction(0))


def told(holds: bool) -> Outcome:
    """The outcome of a requirement that applies."""
    return CONFORMING if holds else NONCONFORMING


def overlap(one: Interval, two: Interval) -> Outcome:
    """Conforming where two intervals have a number in common."""
    return told(one[0] <= two[1] and two[0] <= one[1])


PARTS = (
    "fossilGhgEmissions", "landUseChangeGhgEmissions", "landManagementBiogenicCO2Emissions",
    "landManagementBiogenicCO2Removals", "technologicalCO2Removals", "ccsTechnologicalCO2Capture",
    "biogenicNonCO2Emissions",
)  # fmt: skip
LAND_AND_BIOGENIC = ("landUseChangeGhgEmissions", "landManagementBiogenicCO2Emissions", "biogenicNonCO2Emissions")
REPORTED_IF_BIOGENIC = (
    "biogenicCarbonContent", "biogenicCO2Uptake", "landUseChangeGhgEmissions", "biogenicNonCO2Emissions",
)  # fmt: skip
WITHOUT_MASS = ("kilowatt hour", "megajoule", "ton kilometer", "hour", "megabit second")
WITH_MASS = ("kilogram", "liter", "cubic meter", "square meter", "piece")


def c04(pcf: Footprint) -> Outcome:
    """The footprint excluding uptake is the sum of its parts."""
    return overlap(interval(pcf, "pcfExcludingBiogenicUptake"), total(interval(pcf, name) for name in PARTS))


def c05(pcf: Footprint) -> Outcome:
    """The footprint including uptake is the one excluding it, plus the uptake."""
    both = ("pcfExcludingBiogenicUptake", "biogenicCO2Uptake")
    return overlap(interval(pcf, "pcfIncludingBiogenicUptake"), total(interval(pcf, name) for name in both))


def c11(pcf: Footprint) -> Outcome:
    """Sources of secondary data are given where not all data are primary, and only there."""
    share = value(pcf, "primaryDataShare") * (100 if 0 < value(pcf, "primaryDataShare") < 1 else 1)
    given = pcf.get("secondaryEmissionFactorSources") is not None
    if share > 100:
        return NOT_APPLICABLE
    return told(given if share < 100 else not given)


def c12(pcf: Footprint) -> Outcome:
    """A kilogram weighs a kilogram, a piece something, energy and services nothing."""
    unit, mass = pcf["declaredUnitOfMeasurement"], value(pcf, "productMassPerDeclaredUnit")
    if unit == "kilogram":
        return told(mass == value(pcf, "declaredUnitAmount"))
    if unit == "piece":
        return told(mass > 0)
    return told(mass == 0) if unit in WITHOUT_MASS else NOT_APPLICABLE


def c18(pcf: Footprint) -> Outcome:
    """Biogenic carbon above 5 % of the mass, or land and biogenic emissions above 3 %, bring four amounts with them."""
    carbon = value(pcf, "biogenicCarbonContent") > Fraction(5, 100) * value(pcf, "productMassPerDeclaredUnit")
    emitted = sum((value(pcf, name) for name in LAND_AND_BIOGENIC), Fraction(0))
    if not carbon and not emitted > Fraction(3, 100) * abs(value(pcf, "pcfExcludingBiogenicUptake")):
        return NOT_APPLICABLE
    return told(all(text(pcf, name) is not None for name in REPORTED_IF_BIOGENIC))


def c20(pcf: Footprint) -> Outcome:
    """The uptake is the CO2 of the biogenic carbon, within 0.1 %: 44.009 g of CO2 hold 12.011 g of carbon."""
    if text(pcf, "biogenicCarbonContent") is None or text(pcf, "biogenicCO2Uptake") is None:
        return NOT_APPLICABLE
    ratio = Fraction("44.009") / Fraction("12.011")
    least, most = (-ratio * bound for bound in reversed(interval(pcf, "biogenicCarbonContent")))
    slack = ratio * abs(value(pcf, "biogenicCarbonContent")) / 1000
    return overlap(interval(pcf, "biogenicCO2Uptake"), (least - slack, most + slack))


def c21(pcf: Footprint) -> Outcome:
    """The carbon in a product does not weigh more than the product."""
    if pcf["declaredUnitOfMeasurement"] not in WITH_MASS:
        return NOT_APPLICABLE
    carbon = value(pcf, "fossilCarbonContent") + value(pcf, "biogenicCarbonContent")
    return told(carbon <= value(pcf, "productMassPerDeclaredUnit"))


AGAIN: dict[str, Callable[[Footprint], Outcome]] = {
    "PACT-C04": c04, "PACT-C05": c05, "PACT-C11": c11, "PACT-C12": c12, "PACT-C18": c18, "PACT-C20": c20,
    "PACT-C21": c21,
}  # fmt: skip


@pytest.mark.parametrize("rule", AGAIN)
def test_a_second_computation_comes_to_the_same_outcomes(rule: str) -> None:
    engine = {sample: outcome(one, rule) for sample, one in assessments().items()}
    assert engine == {sample: AGAIN[rule](pcf) for sample, pcf in footprints().items()}


@pytest.mark.parametrize("rule", ["PACT-C11", "PACT-C12", "PACT-C18", "PACT-C20", "PACT-C21"])
def test_the_samples_tell_a_rule_from_one_that_is_always_or_never_broken(rule: str) -> None:
    outcomes = [outcome(one, rule) for one in assessments().values()]
    assert 0 < outcomes.count(NONCONFORMING) < len(outcomes)


def test_no_sample_breaks_its_format() -> None:
    assert len(assessments()) == 60
    broken = [
        (sample, one.rule.id, one.place.pointer)
        for sample, assessment in assessments().items()
        for one in assessment.findings
        if one.rule.standard != "pact" and one.rule.modality is Modality.SHALL
    ]
    assert broken == []


def test_the_sum_holds_in_none_of_them() -> None:
    assert {outcome(one, "PACT-C04") for one in assessments().values()} == {NONCONFORMING}
    assert {one.verdict for one in assessments().values()} == {Verdict.NONCONFORMING}


def test_nothing_but_the_verifiers_judgement_is_left_open() -> None:
    """The samples give all that the constraints ask for; what they give is another matter."""
    left_open = {
        one.rule.id
        for assessment in assessments().values()
        for one in assessment.findings
        if one.outcome is Outcome.UNDETERMINED
    }
    assert left_open == {"PACT-C23"}


# Checked by hand, with pencil and paper: C04, C05, C11, C12, C20, C21; N nonconforming, C conforming, - not applicable.
BY_HAND = {
    ("cosmetics_sample.json", 0): "NCCCNN",
    ("cosmetics_sample.json", 2): "NCNC-C",
    ("cosmetics_sample.json", 10): "NCNN-C",
    ("cosmetics_sample.json", 13): "NCCNNC",
    ("cosmetics_sample.json", 14): "NCNCNC",
    ("cosmetics_sample.json", 20): "NCCCCC",
    ("cosmetics_sample.json", 26): "NCCCCC",
    ("textile_sample.json", 0): "NCCCNC",
    ("textile_sample.json", 8): "NCNCNC",
    ("textile_sample.json", 12): "NCC--N",
    ("textile_sample.json", 19): "NCN--N",
    ("textile_sample.json", 29): "NCCCNN",
}
_LETTERS = {NONCONFORMING: "N", CONFORMING: "C", NOT_APPLICABLE: "-"}


@pytest.mark.parametrize("sample", BY_HAND, ids=str)
def test_a_dozen_checked_by_hand(sample: Sample) -> None:
    rules = ("PACT-C04", "PACT-C05", "PACT-C11", "PACT-C12", "PACT-C20", "PACT-C21")
    found = "".join(_LETTERS[outcome(assessments()[sample], rule)] for rule in rules)
    assert found == BY_HAND[sample]
