"""Primary data shares: percentages, fractions, and the one number that may be either."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.submission.from_pact import file_context
from footrule.submission.json_text import JsonNumber
from tests.submission.pact_documents import (
    Object,
    changed,
    noticed,
    number,
    only,
    pact2,
    pact3,
    read,
    unusable,
    without,
)


def share(text: object) -> Object:
    return changed(pact3(), "pcf.primaryDataShare", text)


@pytest.mark.parametrize(
    ("text", "percent", "low", "high"),
    [("56.1", "56.1", "56.05", "56.15"), ("1.5", "1.5", "1.45", "1.55"), ("450", "450", "449.5", "450.5"),
     ("0", "0", "0", "0"), ("0.0", "0", "-0.05", "0.05"), ("-7", "-7", "-7.5", "-6.5")],
)  # fmt: skip
def test_above_1_it_is_a_percentage_and_0_is_0(text: str, percent: str, low: str, high: str) -> None:
    submission = read(share(text))
    quantity = number(submission, "pcf.primary_data_share").quantity
    assert submission.intake == ()
    assert [100 * one for one in (quantity.value, quantity.low, quantity.high)] == [
        Fraction(percent), Fraction(low), Fraction(high),
    ]  # fmt: skip


def test_below_1_it_is_a_fraction_and_the_reader_says_so() -> None:
    submission = read(share("0.65"))
    finding = only(submission)
    assert (finding.kind.id, finding.kind.modality) == ("I0111", "should")
    assert finding.value == '"0.65"'
    assert '"0.65" is read as 65 %.' in str(finding.message)
    assert '"0.65" 按 65% 读取' in finding.message.in_language("zh")
    found = number(submission, "pcf.primary_data_share")
    assert found.as_printed == "0.65"
    assert (found.quantity.low, found.quantity.value, found.quantity.high) == (
        Fraction("0.645"), Fraction("0.65"), Fraction("0.655"),
    )  # fmt: skip


@given(st.integers(1, 9999))
def test_a_fraction_and_its_percentage_are_one_quantity(digits: int) -> None:
    as_fraction = number(read(share(f"0.{digits:04}")), "pcf.primary_data_share").quantity
    if digits > 100:
        assert (
            as_fraction == number(read(share(f"{digits // 100}.{digits % 100:02}")), "pcf.primary_data_share").quantity
        )
    assert as_fraction.value == Fraction(digits, 10000)


@pytest.mark.parametrize("text", ["1", "1.0", "1.00"])
def test_exactly_1_cannot_be_told(text: str) -> None:
    submission = read(share(text), share("1"), share("0"), share("56.1"), without(pact3(), "pcf.primaryDataShare"))
    finding = only(submission)
    assert (finding.kind.id, finding.kind.modality) == ("I0112", "should")
    assert "1 % or 100 %" in str(finding.message)
    assert unusable(submission, "pcf.primary_data_share").because == "I0112"


def test_exactly_1_is_100_percent_beside_a_fraction() -> None:
    submission = read(share("1"), share("56.1"), share("0.4"))
    assert noticed(submission) == ["I0111 /pcf/primaryDataShare"]
    assert number(submission, "pcf.primary_data_share").quantity.value == 1


@pytest.mark.parametrize(
    ("other", "shows"),
    [
        (share("0.4"), True),
        (share(0.4), True),
        (without(share("0.4"), "specVersion"), True),
        (share("0"), False),
        (share("-0.4"), False),
        (share("banana"), False),
        (share(None), False),
        (share(["0.4"]), False),
        (pact2(), False),  # version 2 means 0.5 %
        (changed(pact3(), "pcf", "0.4"), False),
        ("0.4", False),
        (JsonNumber("0.4"), False),
        (None, False),
    ],
)
def test_only_a_fraction_of_version_3_shows_how_shares_are_written(other: Object, shows: bool) -> None:
    assert file_context([pact3(), other]).fractions_in_file is shows


def test_the_exempted_share_is_a_percentage_by_its_name() -> None:
    submission = read(changed(pact3(), "pcf.exemptedEmissionsPercent", "1"), share("0.4"))
    assert submission.intake == ()
    assert number(submission, "pcf.exempted_share").quantity.value == Fraction(1, 100)
