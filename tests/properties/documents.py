"""Documents as nobody should send them: any JSON, and real footprints with a few things done to them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from tests.ends import footprints

Path = tuple[str | int, ...]

TEXTS = st.text(max_size=12) | st.sampled_from(
    ["", " ", "\x1b[31m", "\ud800", "\u202e", "banana", "NaN", "AR6", "Other", "urn:x:1", "3.0.0", "2.0.0", "{0}", "%s"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=15,
)

_DIGITS = st.text("0123456789", min_size=1, max_size=40)
_EXPONENTS = st.just("") | st.integers(-99, 99).map(lambda power: f"e{power}")
DECIMALS = st.builds(
    lambda sign, whole, decimals, power: sign + whole + ("." + decimals if decimals else "") + power,
    st.sampled_from(["", "-", "+"]),
    _DIGITS | st.sampled_from(["0", "1", "100"]),
    _DIGITS | st.just(""),
    _EXPONENTS,
)
DATES = st.sampled_from([
    "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00",
    "9997-01-01T00:00:00Z", "2024-02-29T12:00:00Z", "2025-02-29T12:00:00Z", "2027-12-31T00:00:00Z",
    "0000-01-01T00:00:00Z", "2025-06-30T23:59:60Z", "2025-06-30T24:00:00Z", "2025-06-30", "2025-06-30T00:00:00",
])  # fmt: skip
VALUES: st.SearchStrategy[object] = (
    DECIMALS | DECIMALS | DATES | JSON | st.sampled_from([[], {}, [[]], [None], "0", "1", "-0", "0e99"])
)

BASES = [
    footprints.pact3(),
    footprints.pact2(),
    footprints.conforming(),
    footprints.verified(footprints.pact3(), "PACT-C17", "PACT-C23", role="submitter", outcome="not_met"),
    footprints.pact3(
        referencePeriodEnd="2028-12-31T00:00:00Z",
        biogenicCarbonContent="0.3",
        biogenicCO2Uptake="-1.1",
        landManagementFossilGhgEmissions="0.5",
        ccsTechnologicalCO2CaptureIncluded=True,
        ccsTechnologicalCO2Capture="-0.1",
        ccuCalculationApproach="Credit",
        productOrSectorSpecificRules=[
            {"operator": "Other", "otherOperatorName": "A club", "ruleNames": ["Gases"]},
            {"operator": "PEF", "ruleNames": ["Basic gases", "Salts"]},
        ],
    )
    | {"precedingPfIds": ["3f0d2f0e-6a4e-4c8e-861d-079e4e1dfd09"], "validityPeriodEnd": "2029-01-01T00:00:00Z"},
]


def paths(value: object, above: Path = ()) -> list[Path]:
    """Every place in a document but its root."""
    members: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    return [path for key, one in members for path in ((*above, key), *paths(one, (*above, key)))]


def holder(document: footprints.Document, path: Path) -> Any:  # noqa: ANN401 - a dict or a list
    """What holds the last step of a path."""
    found: Any = document
    for step in path[:-1]:
        found = found[step]
    return found


@st.composite
def mutated(draw: st.DrawFn) -> footprints.Document:
    """A real footprint in which up to five things were deleted, replaced, renamed, wrapped, repeated or moved."""
    document = deepcopy(draw(st.sampled_from(BASES)))
    for _ in range(draw(st.integers(0, 5))):
        places = paths(document)
        if places:
            _mutate(draw, document, draw(st.sampled_from(places)), places)
    return document


def _mutate(draw: st.DrawFn, document: footprints.Document, path: Path, places: list[Path]) -> None:
    inside, key = holder(document, path), path[-1]
    match draw(st.sampled_from(["delete", "replace", "replace", "retype", "rename", "wrap", "repeat", "copy"])):
        case "delete":
            del inside[key]
        case "replace":
            inside[key] = draw(VALUES)
        case "retype":
            inside[key] = str(inside[key]) if not isinstance(inside[key], str) else draw(SCALARS)
        case "rename" if isinstance(inside, dict):
            inside[draw(TEXTS | st.just(str(key)[:-1]) | st.just(str(key).swapcase()))] = inside.pop(key)
        case "wrap":
            inside[key] = draw(st.sampled_from([[inside[key]], {"value": inside[key]}, [inside[key], inside[key]]]))
        case "repeat" if isinstance(inside, list):
            inside.append(deepcopy(inside[-1]))
        case _:
            other = draw(st.sampled_from(places))
            inside[key] = deepcopy(holder(document, other)[other[-1]])
