"""Two editions of a standard: which one is applied when, what changed, and what then holds."""

from __future__ import annotations

from datetime import date

import pytest

from footrule.analyse.editions import Fate, changes
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import edition_of, shipped
from footrule.model.standard import HowChanged, Standard
from footrule.report.effective_page import effective_page
from tests.ends.command import footrule
from tests.house.checkout import ROOT

EXAMPLE = ROOT / "standards" / "ethylene" / "examples" / "naphtha-cracking.json"
EDITIONS = ROOT / "tests" / "standards" / "editions"


def edition(version: str) -> Standard:
    """One of the two editions."""
    read = (edition_of(path.read_bytes(), path.name) for path in sorted(EDITIONS.glob("*.pcr")))
    found = Catalogue([*shipped(), *(one for one in read if one is not None)]).find(
        f"ethene@{version}", date(2026, 11, 28)
    )
    assert isinstance(found, Standard)
    return found


@pytest.mark.parametrize(
    ("day", "asked", "version", "standing"),
    [
        ("2027-06-30", "", "0.2.0", "in force"),
        ("2027-07-01", "", "0.2.0", "still allowed"),  # its data are of 2025
        ("2027-12-31", "", "0.2.0", "still allowed"),
        ("2028-01-01", "", "0.3.0", "in force"),
        ("2026-11-28", "@0.3.0", "0.3.0", "not yet in force"),
        ("2028-01-01", "@0.2.0", "0.2.0", "replaced"),
    ],
)
def test_the_day_and_the_data_choose_and_the_report_says_how_editions_stand(
    day: str, asked: str, version: str, standing: str
) -> None:
    options = ("--library", EDITIONS, "--standard", f"ethene{asked}")
    result = footrule("check", EXAMPLE, "--as-of", day, "--format", "json", *options)
    (standard,) = result.report[0]["standards"]
    assert (standard["version"], standard["edition"]["standing"]) == (version, standing)
    (other,) = standard["other_editions"]
    assert {version, other["version"]} == {"0.2.0", "0.3.0"}


def test_what_changed() -> None:
    found = changes(edition("0.2.0"), edition("0.3.0"))
    assert {one.id: one.fate for one in found.rules if not one.id.startswith("FAC-")} == {
        "ETH-5.7": Fate.ADDED,
        "ETH-5.6.4": Fate.ADDED,
        "ETH-5.5": Fate.TIGHTENED,
        "PACT-C16": Fate.TIGHTENED,
    }
    assert {one.fate for one in found.rules if one.id.startswith("FAC-")} == {Fate.ADDED}  # a library more
    assert [one.name for one in found.parameters if one.old is not None] == ["carbon_tolerance"]
    assert found.allocations == ()
    assert [str(one) for one in found.others] == [
        "in force from 2027-07-01 instead of in force without a period",
        "transition: earlier editions may still be applied until 2027-12-31",
        "built on: pact 1.0.0, factors 1.0.0 instead of pact 1.0.0",
    ]


def test_the_effective_text_says_who_tightened_what() -> None:
    (rule,) = [one for one in edition("0.3.0").rules if one.id == "PACT-C16"]
    assert [(one.how, one.by) for one in rule.changes] == [(HowChanged.TIGHTENED, "ethene")]
    page = effective_page(edition("0.3.0"), "en", 100, colour=False)
    assert "tightened by ethene, because: ISO 14067 asks for one set of factors" in page
    assert "carbon_tolerance = 0.2 %" in page
