"""Editions of one standard side by side: how each stands on a day, and which of them a submission goes by."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from footrule.library.choosing import Chosen, Undecided, choose
from footrule.library.editions import Period, period_of, standings
from footrule.library.shelf import edition_of
from footrule.measure.instant import Instant
from footrule.model.edition import Standing, told
from footrule.submission.element import Moment, Record
from footrule.submission.submission import Claim, Classification, Submission
from footrule.workspace import Workspace
from tests.library.shelves import broken, catalogue, standard

SHELF = (
    standard("gas", "0.9.0", 'covers hs "2804"', "in force from 2024-01-01 until 2025-12-31"),
    standard("gas", "1.0.0", 'covers hs "2804"', "in force from 2026-01-01"),
    standard("gas", "1.1.0", 'covers hs "2804"', "in force from 2027-07-01", "transition until 2027-12-31", limit="1"),
    standard("gas", "2.0.0", 'covers hs "2804"', "in force from 2030-01-01"),
)


def stand(day: str, *editions: object) -> dict[str, str]:
    """How each edition stands on a day, the newest first."""
    found = standings(editions or SHELF, date.fromisoformat(day))  # type: ignore[arg-type]
    return {one.version: str(told(one)).removeprefix(f"{one.version} ") for one in found.values()}


def test_how_editions_stand_before_in_and_after_a_transition() -> None:
    assert stand("2026-11-23") == {
        "2.0.0": "is not in force before 2030-01-01",
        "1.1.0": "is not in force before 2027-07-01",
        "1.0.0": "is in force since 2026-01-01",
        "0.9.0": "was withdrawn after 2025-12-31",
    }
    assert stand("2027-12-31") == {
        "2.0.0": "is not in force before 2030-01-01",
        "1.1.0": "is in force since 2027-07-01",
        "1.0.0": "is replaced by 1.1.0, and may still be applied until 2027-12-31",
        "0.9.0": "was withdrawn after 2025-12-31",
    }
    assert stand("2028-01-01")["1.0.0"] == "is replaced by 1.1.0 since 2027-07-01"
    assert stand("2030-01-01")["1.1.0"] == "is replaced by 2.0.0 since 2030-01-01"


def test_an_edition_that_says_nothing_of_time_replaces_those_before_it() -> None:
    editions = [standard("gas", one) for one in ("1.0.0", "1.10.0", "1.9.0")]
    assert stand("2026-11-23", *editions) == {
        "1.10.0": "is in force",
        "1.9.0": "is replaced by 1.10.0",
        "1.0.0": "is replaced by 1.10.0",
    }


def test_every_newer_edition_has_to_allow_an_earlier_one() -> None:
    editions = [
        standard("gas", "1.0.0"),
        standard("gas", "2.0.0", "in force from 2026-01-01", "transition until 2026-12-31"),
        standard("gas", "3.0.0", "in force from 2026-06-01", "transition until 2026-09-30"),
    ]
    assert stand("2026-09-30", *editions)["1.0.0"] == "is replaced by 3.0.0, and may still be applied until 2026-09-30"
    assert stand("2026-10-01", *editions)["1.0.0"] == "is replaced by 3.0.0 since 2026-06-01"


def test_a_withdrawn_edition_replaces_nothing() -> None:
    editions = [standard("gas", "1.0.0"), standard("gas", "2.0.0", "in force from 2025-01-01 until 2025-12-31")]
    assert stand("2026-11-23", *editions) == {"2.0.0": "was withdrawn after 2025-12-31", "1.0.0": "is in force"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["in force from 2026-01-01"], Period(date(2026, 1, 1), None, None)),
        (["in  force\n from 2026-01-01 until 2026-12-31"], Period(date(2026, 1, 1), date(2026, 12, 31), None)),
        (["施行 自 2026-01-01", "过渡期 至 2026-06-30"], Period(date(2026, 1, 1), None, date(2026, 6, 30))),
        (["# in force from 2026-01-01"], Period(None, None, None)),
        (['covers cas "in force from 2026-01-01"'], Period(None, None, None)),
        (["in force from 2026-02-30"], Period(None, None, None)),
    ],
)
def test_the_period_is_read_from_the_head_alone(lines: list[str], expected: Period) -> None:
    assert period_of(standard("gas", "1.0.0", *lines)) == expected


def test_what_is_read_from_the_head_is_what_is_checked() -> None:
    """The quick reading and the checker see one text and have to agree on it."""
    shelf = catalogue(*SHELF)
    for edition in SHELF:
        loaded = shelf.load(edition)
        period = period_of(edition)
        assert (period.begins, period.ends, period.earlier_until) == (
            loaded.in_force_from,  # type: ignore[union-attr]
            loaded.in_force_until,  # type: ignore[union-attr]
            loaded.earlier_until,  # type: ignore[union-attr]
        )


# Which one is applied


def submission(until: str | None, claim: tuple[str, str | None] | None = None) -> Submission:
    """A submission whose data end on a day (exclusive), of a product that the standard covers."""
    end = None if until is None else Moment("/p", Instant(datetime.fromisoformat(until).replace(tzinfo=UTC)), until)
    pcf = Record("/pcf", "pcf", {} if end is None else {"reference_period_end": end}, {})
    return Submission(
        id=None,
        file="one.json",
        sha256="",
        format="a format",
        footprint=Record("", "footprint", {"pcf": pcf}, {}),
        intake=(),
        claim=None if claim is None else Claim(*claim, "/claim"),
        classifications=(Classification("hs", "2804", "/hs"),),
        attestations=(),
        locate=lambda _: {},
    )


def applied(one: Submission, day: str) -> str:
    """The version that is chosen, and why; else what is said."""
    found = choose(one, catalogue(*SHELF), date.fromisoformat(day))
    if isinstance(found, Undecided):
        return str(found.because)
    (chosen,) = found.standards
    assert chosen.because.languages == ("en", "zh")
    return f"{chosen.standard.version}: {chosen.because}"


COVERS = "covers HS 2804, given at /hs"


@pytest.mark.parametrize(
    ("until", "day", "expected"),
    [
        ("2027-01-01", "2027-06-30", f"1.0.0: {COVERS}"),
        ("2027-01-01", "2027-07-01", f"1.0.0: {COVERS}; its data end before 1.1.0 came into force"),
        ("2027-07-01", "2027-12-31", f"1.0.0: {COVERS}; its data end before 1.1.0 came into force"),
        ("2027-07-02", "2027-12-31", f"1.1.0: {COVERS}"),
        ("2027-07-01T12:00:00", "2027-12-31", f"1.1.0: {COVERS}"),
        ("2027-01-01", "2028-01-01", f"1.1.0: {COVERS}"),
        ("2020-01-01", "2027-07-01", f"1.0.0: {COVERS}; its data end before 1.1.0 came into force"),
        (None, "2027-07-01", f"1.1.0: {COVERS}"),
        ("9999-12-31T12:00:00", "2027-07-01", f"1.1.0: {COVERS}"),
    ],
)
def test_in_a_transition_the_data_decide(until: str | None, day: str, expected: str) -> None:
    assert applied(submission(until), day) == expected


CLAIM = "claimed by the submission at /claim"


@pytest.mark.parametrize(
    ("claim", "day", "expected"),
    [
        (("gas", None), "2027-07-01", f"1.0.0: {CLAIM}; its data end before 1.1.0 came into force"),
        (("gas", "1.1.0"), "2027-07-01", f"1.1.0: {CLAIM}"),
        (("gas", "1"), "2027-06-30", f"1.0.0: {CLAIM}"),
        (("gas", "1.0"), "2027-12-31", f"1.0.0: {CLAIM}"),
        (
            ("gas", "1.0"),
            "2028-01-01",
            "the submission claims gas@1.0; on 2028-01-01, gas 1.0.0 is replaced by 1.1.0 since 2027-07-01. To hold it "
            "against that edition all the same, use --standard gas@1.0.0",
        ),
        (
            ("gas", "2"),
            "2026-11-23",
            "the submission claims gas@2; on 2026-11-23, gas 2.0.0 is not in force before 2030-01-01. To hold it "
            "against that edition all the same, use --standard gas@2.0.0",
        ),
    ],
)
def test_a_claim_is_followed_where_its_edition_may_be_applied(
    claim: tuple[str, str | None], day: str, expected: str
) -> None:
    assert applied(submission("2027-01-01", claim), day) == expected


def test_where_no_edition_may_be_applied_the_reason_names_them() -> None:
    assert applied(submission(None), "2023-01-01") == (
        "no installed standard covers HS 2804 on 2023-01-01: gas 2.0.0 is not in force before 2030-01-01, "
        "1.1.0 is not in force before 2027-07-01, 1.0.0 is not in force before 2026-01-01, "
        "0.9.0 is not in force before 2024-01-01"
    )


def test_a_newest_edition_with_mistakes_is_told_and_not_passed_over() -> None:
    wrong = broken("gas", "1.1.0")
    wrong = edition_of(wrong.data.replace(b"\n  title", b'\n  covers hs "2804"\n  title'), wrong.name) or wrong
    found = choose(submission(None), catalogue(SHELF[1], wrong), date(2026, 11, 23))
    assert isinstance(found, Undecided)
    assert "gas/1.1.0.pcr names it and has errors" in str(found.because)


def test_the_choice_says_how_the_other_editions_stand() -> None:
    found = choose(submission("2027-01-01"), catalogue(*SHELF), date(2027, 8, 1))
    assert isinstance(found, Chosen)
    (chosen,) = found.standards
    assert chosen.edition.standing is Standing.STILL_ALLOWED
    assert [(one.version, one.standing) for one in chosen.others] == [
        ("2.0.0", Standing.NOT_YET),
        ("1.1.0", Standing.IN_FORCE),
        ("0.9.0", Standing.WITHDRAWN),
    ]


def test_what_is_asked_for_by_name_goes_by_the_data_and_by_version_does_not() -> None:
    workspace = Workspace(catalogue(*SHELF))
    (both,) = workspace.standards(["gas"], date(2027, 8, 1))  # type: ignore[misc]
    assert [one.standard.version for one in both] == ["1.1.0", "1.0.0"]
    (one,) = workspace.standards(["gas@2"], date(2027, 8, 1))  # type: ignore[misc]
    assert [each.edition.standing for each in one] == [Standing.NOT_YET]
