"""From an id to a checked standard: versions, what is in force, what extends what, and what is broken."""

from __future__ import annotations

from datetime import date

import pytest

from footrule.library.catalogue import Broken, Catalogue, NotFound
from footrule.model.standard import Standard
from tests.library.shelves import broken, catalogue, standard

DAY = date(2026, 11, 23)


def version(found: Standard | Broken | NotFound) -> str:
    """The version of what was found."""
    assert isinstance(found, Standard), found
    return found.version


EDITIONS = [standard("gas", one) for one in ("1.9.0", "1.10.0", "2.0.0", "1.2.0", "10.0.0", "1.2.10")]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("gas", "10.0.0"),  # versions are numbers, not texts
        ("gas@1", "1.10.0"),
        ("gas@1.2", "1.2.10"),
        ("gas@1.2.0", "1.2.0"),
        ("gas@10", "10.0.0"),
    ],
)
def test_the_newest_edition_of_what_was_asked_for(asked: str, expected: str) -> None:
    assert version(catalogue(*EDITIONS).find(asked, DAY)) == expected


@pytest.mark.parametrize("asked", ["gas@", "gas@3", "gas@1.", "gas@1.1", "gas@01", "gas@1.2.0.0", "gas@x", "gas@1@2"])
def test_a_version_that_there_is_not(asked: str) -> None:
    found = catalogue(*EDITIONS).find(asked, DAY)
    assert found == NotFound(
        asked, None, ("gas@1.2.0", "gas@1.2.10", "gas@1.9.0", "gas@1.10.0", "gas@2.0.0", "gas@10.0.0")
    )


def test_an_id_that_there_is_not_with_the_nearest() -> None:
    shelf = catalogue(standard("gas"), standard("ethylene"))
    assert shelf.find("ethilene", DAY) == NotFound("ethilene", "ethylene", ("ethylene", "gas"))
    assert shelf.find("banana", DAY) == NotFound("banana", None, ("ethylene", "gas"))
    assert shelf.find("", DAY) == NotFound("", None, ("ethylene", "gas"))
    assert catalogue().find("gas", DAY) == NotFound("gas", None, ())


PERIODS = catalogue(
    standard("gas", "1.0.0", "in force from 2024-01-01 until 2025-12-31"),
    standard("gas", "1.1.0", "in force from 2026-01-01"),
    standard("gas", "2.0.0", "in force from 2027-01-01"),
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-01-01", "1.0.0"), ("2025-12-31", "1.0.0"), ("2026-01-01", "1.1.0"), ("2027-01-01", "2.0.0")],
)
def test_without_a_version_the_day_decides_and_its_first_and_last_day_count(day: str, expected: str) -> None:
    assert version(PERIODS.find("gas", date.fromisoformat(day))) == expected


def test_before_the_first_edition_there_is_none() -> None:
    assert isinstance(PERIODS.find("gas", date(2023, 12, 31)), NotFound)


def test_a_version_that_is_asked_for_need_not_be_in_force() -> None:
    assert version(PERIODS.find("gas@2", date(2020, 1, 1))) == "2.0.0"


def test_a_broken_edition_is_told_and_never_passed_over() -> None:
    """Else an older edition would be applied in silence."""
    found = catalogue(standard("gas", "1.0.0"), broken("gas", "1.1.0")).find("gas", DAY)
    assert isinstance(found, Broken)
    assert found.edition.version_text == "1.1.0"
    assert found.diagnostics


# What extends what


def test_a_standard_has_the_rules_of_what_it_extends() -> None:
    found = catalogue(standard("base", kind="library"), standard("gas", "1.0.0", "extends base 1")).find("gas", DAY)
    assert isinstance(found, Standard)
    assert [(rule.standard, rule.id) for rule in found.rules] == [("base", "BASE-1"), ("gas", "GAS-1")]


@pytest.mark.parametrize(
    "base", [[], [standard("base", "2.0.0", kind="library")], [broken("base")]], ids=["none", "other major", "broken"]
)
def test_what_cannot_be_extended_breaks_what_extends_it(base: list[object]) -> None:
    shelf = Catalogue([*base, standard("gas", "1.0.0", "extends base 1")])  # type: ignore[list-item]
    assert isinstance(shelf.find("gas", DAY), Broken)


def test_standards_that_extend_each_other_are_broken_and_end() -> None:
    one = standard("one", "1.0.0", "extends two 1")
    two = standard("two", "1.0.0", "extends one 1")
    for _ in ("checked", "from the cache"):
        shelf = catalogue(one, two)
        assert isinstance(shelf.find("one", DAY), Broken)
        assert isinstance(shelf.find("two", DAY), Broken)
    assert isinstance(catalogue(standard("own", "1.0.0", "extends own 1")).find("own", DAY), Broken)
