"""The text report: what a verifier reads, at every width, in both languages, whatever was submitted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.assess.assessment import Assessment, Verdict
from footrule.assess.finding import EvidenceValue, Finding, Modality, Outcome, Place, Reason
from footrule.report.to_text import to_text
from footrule.text.cells import cells
from footrule.text.wording import worded
from tests.report import builders
from tests.report.golden import assert_golden
from tests.report.hostile import assessments

_SGR = re.compile(r"\x1b\[[\d;]*m")
KINDS = {
    "nonconforming": builders.NONCONFORMING,
    "conforming": builders.CONFORMING,
    "undetermined": builders.UNDETERMINED,
    "not_assessed": builders.NOT_ASSESSED,
    "unreadable": builders.UNREADABLE,
}


def plain(assessment: Assessment, language: str = "en", width: int = 80) -> str:
    return to_text(assessment, language, width, colour=False)


def run_together(text: str) -> str:
    """The text without spaces and line breaks: what it says, however it is laid out."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_golden(kind: str, language: str) -> None:
    assert_golden(f"{kind}.{language}.80.txt", plain(KINDS[kind], language))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 120])
def test_golden_at_other_widths(width: int, language: str) -> None:
    assert_golden(f"nonconforming.{language}.{width}.txt", plain(builders.NONCONFORMING, language, width))


def test_golden_in_colour() -> None:
    assert_golden("nonconforming.en.80.ansi.txt", to_text(builders.NONCONFORMING, "en", 80, colour=True))


@pytest.mark.parametrize(
    ("kind", "en", "zh"),
    [
        ("nonconforming", "NONCONFORMING", "不符合"),
        ("conforming", "CONFORMING", "符合"),
        ("undetermined", "UNDETERMINED", "无法判定"),
        ("not_assessed", "NOT ASSESSED", "未评价"),
        ("unreadable", "UNREADABLE", "无法读取"),
    ],
)
def test_the_verdict_comes_first(kind: str, en: str, zh: str) -> None:
    assert plain(KINDS[kind]).startswith(en + "  ")
    assert plain(KINDS[kind], "zh-CN").startswith(zh + "  ")


def test_a_long_id_stands_whole_on_a_line_of_its_own() -> None:
    told = plain(replace(builders.CONFORMING, file="a" * 60 + ".json"), width=80)
    assert told.splitlines()[1].strip() == builders.CONFORMING.submission_id


@pytest.mark.parametrize(("count", "titled"), [(12, True), (13, False)])
def test_where_one_datum_keeps_many_rules_undecided_they_are_named_by_their_ids(count: int, titled: bool) -> None:
    many = tuple(builders.needs_inventory(f"MANY-{n}", worded(f"Title {n}", f"题 {n}")) for n in range(1, count + 1))
    told = plain(replace(builders.UNDETERMINED, findings=many))
    assert ("Title 7" in told) is titled
    assert ("13 rules: MANY-1, MANY-2," in told) is not titled
    assert "MANY-12" in told
    assert ("13条规则：MANY-1, " in plain(replace(builders.UNDETERMINED, findings=many), "zh")) is not titled


def test_sections_stand_in_the_order_of_their_weight() -> None:
    told = plain(builders.NONCONFORMING)
    heads = ["NONCONFORMITIES (4)", "OBSERVATIONS (2)", "UNDETERMINED (5)", "AWAITING A PERSON (2)"]
    places = [told.index(head) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("outcome", "reason", "modality", "section"),
    [
        (Outcome.NONCONFORMING, None, Modality.SHALL, "NONCONFORMITIES (1)"),
        (Outcome.NONCONFORMING, None, Modality.SHOULD, "OBSERVATIONS (1)"),
        (Outcome.UNDETERMINED, Reason.LACKS_DATA, Modality.SHALL, "UNDETERMINED (1)"),
        (Outcome.UNDETERMINED, Reason.LACKS_DATA, Modality.SHOULD, "UNDETERMINED (1)"),
        (Outcome.UNDETERMINED, Reason.AWAITS_PERSON, Modality.SHALL, "AWAITING A PERSON (1)"),
    ],
)
def test_each_finding_stands_in_its_section(
    outcome: Outcome, reason: Reason | None, modality: Modality, section: str
) -> None:
    rule = replace(builders.SUM.rule, modality=modality)
    told = plain(builders.assessment(replace(builders.SUM, outcome=outcome, reason=reason, rule=rule)))
    assert section in told
    assert ("(recommended)" in told) is (modality is Modality.SHOULD and outcome is Outcome.UNDETERMINED)


def test_what_is_met_or_does_not_apply_is_only_counted() -> None:
    told = plain(builders.CONFORMING)
    assert "10 conforming, 3 not applicable" in told
    assert "PACT-C02" not in told
    assert "PACT-C07" not in told


def test_findings_of_one_rule_share_a_heading_and_what_is_the_same() -> None:
    told = plain(builders.NONCONFORMING)
    assert told.count("ETH-5.2") == 1
    assert "ETH-5.2  Decoking CO2 is reported (2 places)" in told
    assert told.count("burnt > 0 kg or c.zero_reason(decoking) is given") == 1
    assert "Cracker 1 reports" in told
    assert "Cracker 2 reports" in told


def test_of_very_many_places_the_first_are_listed_and_the_rest_counted() -> None:
    told = plain(builders.assessment(*(builders.decoking(n, f"Cracker {n}") for n in range(1, 1001))))
    assert "(1000 places)" in told
    assert "Cracker 20 reports" in told
    assert "Cracker 21 reports" not in told
    assert "and 980 more; the JSON report lists every one" in told


def test_the_undetermined_are_grouped_by_what_to_submit() -> None:
    told = plain(builders.UNDETERMINED)
    assert told.count("an inventory extension in /extensions") == 1
    inventory = told.index("an inventory extension")
    assert inventory < told.index("ETH-5.1") < told.index("ETH-5.3") < told.index("AWAITING A PERSON")


def test_what_awaits_a_person_has_a_place_unless_it_is_the_whole_document() -> None:
    whole = builders.AWAITING[0]
    part = replace(whole, place=Place("/extensions/0", builders.at(7, 5)))
    assert "footprints/ethylene.json:1:1" not in plain(builders.assessment(whole, verdict=Verdict.UNDETERMINED))
    assert "footprints/ethylene.json:7:5" in plain(builders.assessment(part, verdict=Verdict.UNDETERMINED))


def test_undetermined_without_a_remedy_says_so() -> None:
    title = worded("A relative limit of zero", "相对于零的限值")
    told = plain(builders.assessment(builders.lacks("PACT-C01", title, "mass", 3, None), verdict=Verdict.UNDETERMINED))
    assert "cannot be settled by submitting data" in told


def test_decimal_points_stand_under_each_other() -> None:
    lines = plain(builders.NONCONFORMING).splitlines()
    [small] = [line for line in lines if " 5.20 kg CO2e   " in line]
    [large] = [line for line in lines if " 13.50 kg CO2e   " in line]
    assert small.index(".20") == large.index(".50")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_long_pointer_breaks_before_a_slash_and_is_never_cut(width: int) -> None:
    pointer = "".join(f"/extensions~1part{number}" for number in range(30))
    told = plain(builders.assessment(replace(builders.SUM, place=Place(pointer, None))), width=width)
    assert pointer in run_together(told)
    continued = [line for line in told.splitlines() if "~1part" in line]
    assert len(continued) > 1
    assert all(line.split()[-1].startswith("/") for line in continued)


def test_a_very_long_value_is_shortened_and_says_how_long_it_is() -> None:
    endless = EvidenceValue("comment", "/comment", None, "x" * 1_000_000, None)
    told = plain(builders.assessment(replace(builders.SUM, values=(endless,))))
    assert "(1000000 characters)" in told
    assert len(told) < 3000


def test_a_message_with_braces_is_shown_as_it_is() -> None:
    assert "{n} {0} {file}" in plain(builders.assessment(replace(builders.SUM, message=worded("{n} {0} {file}", "无"))))


def test_findings_that_say_nothing_are_still_numbered() -> None:
    """A message that interpolates an empty name may come out empty; Hypothesis found what that broke."""
    silent = replace(builders.AWAITING[0], message=worded("", ""))
    lines = plain(builders.assessment(silent, silent, verdict=Verdict.UNDETERMINED)).splitlines()
    assert lines[-3:] == ["  1.", "", "  2."]


def test_a_submission_cannot_write_to_the_terminal() -> None:
    forged = "\x1b[2J\x1b[32mCONFORMING\r\n\u202egnimrofnoc\x9b31m"
    told = plain(
        replace(
            builders.assessment(replace(builders.SUM, message=worded(forged, "无"))), submission_id=forged, file=forged
        )
    )
    assert r"\x1b[2J\x1b[32mCONFORMING\r\n\u202egnimrofnoc\x9b31m" in run_together(told)
    assert not any(unicodedata.category(char) in ("Cc", "Cf") for char in told.replace("\n", ""))


@given(assessments(), st.sampled_from(["en", "zh"]), st.integers(40, 130))
def test_any_assessment_fits_any_width_and_sends_nothing_raw(one: Assessment, language: str, width: int) -> None:
    told = to_text(one, language, width, colour=False)
    assert max(map(cells, told.split("\n"))) <= width
    told.encode()
    assert all(char.isprintable() or unicodedata.category(char) == "Zs" for char in told.replace("\n", ""))


@given(assessments(), st.sampled_from(["en", "zh"]), st.integers(40, 130))
def test_colours_carry_nothing(one: Assessment, language: str, width: int) -> None:
    coloured = to_text(one, language, width, colour=True)
    assert coloured.startswith("\x1b[")
    assert _SGR.sub("", coloured) == to_text(one, language, width, colour=False)


@given(assessments())
def test_every_nonconformity_is_told_with_rule_place_and_message(one: Assessment) -> None:
    told = run_together(plain(one))
    for finding in one.findings:
        if finding.outcome is Outcome.NONCONFORMING:
            assert all(run_together(part) in told for part in _printable_parts(finding))


def _printable_parts(finding: Finding) -> list[str]:
    parts = (finding.rule.id, finding.place.pointer, str(finding.message))
    return [part for part in parts if part.isprintable()]
