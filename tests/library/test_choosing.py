"""What chooses a standard: the submission's claim, else its CAS number, its HS code, its CPC code, a URN."""

from __future__ import annotations

from datetime import date

import pytest

from footrule.library.choosing import Chosen, Undecided, choose
from footrule.submission.element import Record
from footrule.submission.submission import Claim, Classification, Submission
from tests.library.shelves import broken, catalogue, standard

DAY = date(2026, 11, 23)
SHELF = catalogue(
    standard("ethylene", "1.0.0", 'covers cas "74-85-1", hs "2901.21", cpc "34110"'),
    standard("propylene", "1.0.0", 'covers cas "115-07-1", hs "2901.22", cpc "34110"'),
    standard("gases", "1.0.0", 'covers hs "2804"', "in force from 2026-01-01"),
    standard("urns", "1.0.0", 'covers urn "urn:eclass:1"'),
    standard("all_of_them", "1.0.0", kind="library"),
    broken("wrong"),
)


def submission(*codes: str, claim: tuple[str, str | None] | None = None) -> Submission:
    """A submission with classifications such as `hs 2901.21`, and a claim."""
    given = [code.split(" ", maxsplit=1) for code in codes]
    return Submission(
        id=None,
        file="one.json",
        sha256="",
        format="a format",
        footprint=Record("", "footprint", {}, {}),
        intake=(),
        claim=None if claim is None else Claim(*claim, "/claim"),
        classifications=tuple(Classification(scheme, code, f"/{scheme}") for scheme, code in given),
        attestations=(),
        locate=lambda _: {},
    )


def chosen(one: Submission, day: date = DAY) -> str:
    """The id of the standard that is chosen, with why in both languages; else what is said."""
    found = choose(one, SHELF, day)
    if isinstance(found, Undecided):
        return f"{', '.join(found.candidates)}: {found.because}"
    (edition,) = found.standards
    assert edition.because.languages == ("en", "zh")
    return f"{edition.standard.id}, {edition.because}"


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["cas 74-85-1"], "ethylene, covers CAS 74-85-1, given at /cas"),
        (["hs 2901.21"], "ethylene, covers HS 2901.21, given at /hs"),
        (["cpc 34110", "hs 2901.22"], "propylene, covers HS 2901.22, given at /hs"),
        (["hs 2901.22", "cas 74-85-1"], "ethylene, covers CAS 74-85-1, given at /cas"),  # CAS before HS
        (["hs 2804.10"], "gases, covers HS 2804.10, given at /hs"),  # a heading covers its subheadings
        (["urn urn:eclass:1"], "urns, covers URN urn:eclass:1, given at /urn"),
        (["cas 1-1-1", "cpc 99999", "hs 2901.21"], "ethylene, covers HS 2901.21, given at /hs"),
    ],
)
def test_the_most_telling_code_chooses(codes: list[str], expected: str) -> None:
    assert chosen(submission(*codes)) == expected


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([], ": it carries neither a claim nor a classification"),
        (["hs 2901"], ": no installed standard covers HS 2901"),  # a subheading does not cover its heading
        (["urn urn:eclass:11"], ": no installed standard covers URN urn:eclass:11"),
        (["cpc 3411"], ": no installed standard covers CPC 3411"),
        (
            ["cpc 34110"],
            "ethylene, propylene: several standards cover its CPC code (ethylene, propylene); choose with --standard",
        ),
    ],
)
def test_where_nothing_or_too_much_fits_nothing_is_chosen(codes: list[str], expected: str) -> None:
    assert chosen(submission(*codes)) == expected


def test_a_standard_that_is_not_in_force_chooses_nothing() -> None:
    assert chosen(submission("hs 2804"), date(2025, 12, 31)) == (
        ": no installed standard covers HS 2804 on 2025-12-31: gases 1.0.0 is not in force before 2026-01-01"
    )


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (("propylene", None), "propylene, claimed by the submission at /claim"),
        (("propylene", "1.0"), "propylene, claimed by the submission at /claim"),
        (("all_of_them", None), "all_of_them, claimed by the submission at /claim"),
        (("propylene", "2"), ": the submission claims propylene@2, which is not installed"),
        (("propylene", ""), ": the submission claims propylene@, which is not installed"),
        (("", None), ": the submission claims , which is not installed"),
        (("wrong", None), ": the submission claims wrong, whose text (wrong/1.0.0.pcr) has errors"),
    ],
)
def test_a_claim_goes_before_every_code(claim: tuple[str, str | None], expected: str) -> None:
    assert chosen(submission("cas 74-85-1", claim=claim)) == expected


def test_of_two_editions_in_force_the_newest_is_chosen() -> None:
    shelf = catalogue(*(standard("gas", one, 'covers hs "2804"') for one in ("1.9.0", "1.10.0", "1.2.0")))
    found = choose(submission("hs 2804"), shelf, DAY)
    assert isinstance(found, Chosen)
    assert [one.standard.version for one in found.standards] == ["1.10.0"]
