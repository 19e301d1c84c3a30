"""Quantifiers, selections and aggregates over lists that are full, empty, missing, or lack something."""

from __future__ import annotations

from fractions import Fraction

import pytest

from footrule.measure.quantity import Quantity
from tests.language.small_world import LACKS, NO, YES, Plain, shown, truth, value_of, world

T, F, U = "true", "false", "unknown"
LISTS: dict[str, list[Plain] | None] = {
    "missing": None, "empty": [], "T": [T], "F": [F], "U": [U], "TT": [T, T], "TF": [T, F], "FF": [F, F], "TU": [T, U],
    "FU": [F, U], "TTU": [T, T, U],
}  # fmt: skip
#             missing empty T    F    U      TT   TF   FF   TU     FU     TTU
QUANTIFIERS: dict[str, list[bool | None]] = {
    "every":       [LACKS, YES, YES, NO, LACKS, YES, NO, NO, LACKS, NO, LACKS],
    "some":        [LACKS, NO, YES, NO, LACKS, YES, YES, NO, YES, LACKS, YES],
    "no":          [LACKS, YES, NO, YES, LACKS, NO, NO, YES, NO, LACKS, NO],
    "exactly one": [LACKS, NO, YES, NO, LACKS, NO, YES, NO, LACKS, LACKS, NO],
}  # fmt: skip


def flows(states: list[Plain] | None, field: str = "measured") -> dict[str, Plain]:
    """A list of flows of which `field` is true, false or missing."""
    if states is None:
        return {}
    made: list[Plain] = [{} if state == U else {field: state == T} for state in states]
    return {"flows": made}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("quantifier", QUANTIFIERS)
def test_quantifiers(quantifier: str, name: str) -> None:
    result = QUANTIFIERS[quantifier][list(LISTS).index(name)]
    states = LISTS[name]
    footprint = world(**flows(states))
    assert truth(f"{quantifier} f in flows satisfies f.measured", footprint) is result
    backwards = world(**flows(None if states is None else states[::-1]))
    for one in (footprint, backwards):
        # Where nobody looks at the evidence, it ends with the element that makes the outcome certain.
        assert truth(f"{quantifier} f in flows satisfies f.measured", one, kept=False) is result


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("quantifier", QUANTIFIERS)
def test_a_filter_that_all_pass_changes_nothing_and_one_that_none_pass_empties(quantifier: str, name: str) -> None:
    footprint = world(**flows(LISTS[name]))
    row = QUANTIFIERS[quantifier]
    passing = truth(f"{quantifier} f in flows where true satisfies f.measured", footprint)
    assert passing is row[list(LISTS).index(name)]
    none_left = truth(f"{quantifier} f in flows where false satisfies f.measured", footprint)
    assert none_left is (row[0] if name == "missing" else row[1])


#                       every  some   no     exactly one
FILTER_UNKNOWN: dict[str, list[bool | None]] = {
    T: [YES, LACKS, LACKS, LACKS],
    F: [LACKS, NO, YES, NO],
    U: [LACKS, LACKS, LACKS, LACKS],
}


@pytest.mark.parametrize("asserted", FILTER_UNKNOWN)
@pytest.mark.parametrize("quantifier", QUANTIFIERS)
def test_an_element_that_may_be_filtered_out(quantifier: str, asserted: str) -> None:
    result = FILTER_UNKNOWN[asserted][list(QUANTIFIERS).index(quantifier)]
    assert truth(f"{quantifier} f in flows where f.measured satisfies {asserted}", world(flows=[{}])) is result


# --- selections and aggregates --------------------------------------------------------------------------------------


THREE: Plain = [{"mass": "2", "measured": True, "kind": "product"}, {"mass": "5.0", "measured": False, "kind": "waste"},
                {"mass": "2.00", "measured": True, "kind": "waste"}]  # fmt: skip
ONE_LACKS: Plain = [{"mass": "2", "measured": True}, {"mass": "5"}, {"measured": False}]

AGGREGATES: list[tuple[str, Plain, str | None]] = [
    ("sum(f.mass for f in flows)", THREE, "9 kg"),
    ("count(f for f in flows)", THREE, "3"),
    ("min(f.mass for f in flows)", THREE, "2 kg"),
    ("max(f.mass for f in flows)", THREE, "5 kg"),
    ("mean(f.mass for f in flows)", THREE, "3 kg"),
    ("distinct(f.mass for f in flows)", THREE, "2"),
    ("distinct(f.kind for f in flows)", THREE, "2"),
    ("sum(f.mass for f in flows where f.measured)", THREE, "4 kg"),
    ("count(f for f in flows where f.kind is waste)", THREE, "2"),
    ("sum(2 * f.mass for f in (those g in flows where g.kind is waste))", THREE, "14 kg"),
    ("sum(f.mass for f in flows)", [], "0 kg"),
    ("count(f for f in flows)", [], "0"),
    ("distinct(f.mass for f in flows)", [], "0"),
    ("min(f.mass for f in flows)", [], None),
    ("max(f.mass for f in flows)", [], None),
    ("mean(f.mass for f in flows)", [], None),
    ("sum(f.mass for f in flows where false)", THREE, "0 kg"),
    ("min(f.mass for f in flows where false)", THREE, None),
    ("sum(f.mass for f in flows)", ONE_LACKS, None),
    ("min(f.mass for f in flows)", ONE_LACKS, None),
    ("mean(f.mass for f in flows)", ONE_LACKS, None),
    ("count(f.mass for f in flows)", ONE_LACKS, None),
    ("count(f for f in flows)", ONE_LACKS, "3"),
    ("sum(f.mass for f in flows where f.measured)", ONE_LACKS, None),
    ("count(f for f in flows where f.measured)", ONE_LACKS, None),
    ("sum(f.mass for f in flows where f.mass is given)", ONE_LACKS, "7 kg"),
    ("sum(f.mass absent as 1 kg for f in flows)", ONE_LACKS, "8 kg"),
    ("count(f for f in (those g in flows where g.measured))", ONE_LACKS, None),
]


@pytest.mark.parametrize(("expression", "listed", "result"), AGGREGATES)
def test_aggregates(expression: str, listed: Plain, result: str | None) -> None:
    assert shown(expression, world(flows=listed)) == result


@pytest.mark.parametrize("name", ["sum", "count", "min", "max", "mean", "distinct"])
def test_an_aggregate_over_a_missing_list_is_unknown(name: str) -> None:
    assert shown(f"{name}(f.mass for f in flows)", world()) is None
    assert shown(f"{name}(f.mass for f in flows)", world(flows=None)) is None


def test_the_first_and_the_last_of_some_days() -> None:
    footprint = world(days=["2026-03-01", "2025-12-31T23:59:59Z", "2026-02-01"])
    assert shown("min(d for d in days)", footprint) == "2026-01-01"
    assert shown("max(d for d in days)", footprint) == "2026-03-01"


def test_an_aggregate_carries_the_rounding_of_all_its_elements() -> None:
    """The least of some reported numbers may be below the one that is printed least."""
    least = value_of("min(m for m in masses)", world(masses=["2.0", "2"]))
    assert isinstance(least, Quantity)
    assert (least.value, least.low, least.high) == (Fraction(2), Fraction("1.5"), Fraction("2.05"))
    mean = value_of("mean(m for m in masses)", world(masses=["1.0", "2"]))
    assert isinstance(mean, Quantity)
    assert (mean.value, mean.low, mean.high) == (Fraction("1.5"), Fraction("1.225"), Fraction("1.775"))
