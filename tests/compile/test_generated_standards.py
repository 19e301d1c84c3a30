"""Generated standards over the small world: their programs say what the interpreter says, of generated documents.

Standards and documents come from seeds, so that thousands of pairs are quick to make; one that fails is found again by
its seed. HYPOTHESIS_PROFILE=thorough looks at thousands of standards.
"""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from footrule.model.standard import Standard
from tests.check.rules_at_random import guarded, rules
from tests.compile.equality import Comparison, StandardProgram, category_of, compared, program_of
from tests.compile.rules_that_join import rule_that_joins
from tests.compile.small_form import FORM, Documents, read_small
from tests.language.small_world import checked_small, standard_of
from tests.properties.dice import Dice, Thrown, pick
from tests.properties.test_written_standards import standard_from
from tests.properties.written_standards import Standards

SEEDS = st.integers(0, 2**32 - 1)
MANY = 6
"""How many documents each standard is tried on."""


def small_program(standard: Standard) -> StandardProgram:
    """The program of a standard of the small world."""
    return program_of(standard, FORM)


def compared_on(of: StandardProgram, data: bytes) -> Comparison | None:
    """How a program does on a document; None where it does not read it. It never reads what is noted."""
    document = of.program.read(data)
    ordinary = read_small(of.standard, data)
    if document is None:
        return None
    assert not isinstance(ordinary, list), f"it reads what the reader notes: {ordinary} in {data.decode()}"
    return compared(of, document, *ordinary)


def assert_equal_on_some(standard: Standard, dice: Dice) -> int:
    """That the program of a standard does as the interpreter on some documents; how many of these it read."""
    program, read = small_program(standard), 0
    for _ in range(MANY):
        odd = pick(dice, (10_000, 10_000, 50))
        data = Documents(dice, category_of(standard), odd=odd).document()
        found = compared_on(program, data)
        if found is not None:
            read += 1
            assert found.differences == (), data.decode()
    return read


@given(SEEDS)
def test_whole_standards(seed: int) -> None:
    """Every construct of the language, types and units of every kind; much of it over fields that are seldom there."""
    dice = Thrown(Random(seed))
    assert_equal_on_some(standard_from(Standards(dice).file()), dice)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(rules(), SEEDS)
def test_rules_over_few_fields(rule: str, seed: int) -> None:
    """The same few numbers and lists in every combination: sums, choices, quantifiers, lists of lists."""
    standard, _ = checked_small(rule)
    assume(standard is not None)
    assert standard is not None
    assert_equal_on_some(standard, Thrown(Random(seed)))


@given(guarded(), SEEDS)
def test_guards_and_what_they_guard_against(rule: str, seed: int) -> None:
    """Conditions that ask for presence before they divide or compare."""
    assert_equal_on_some(standard_of(rule), Thrown(Random(seed)))


@given(SEEDS)
def test_lists_held_against_one_another(seed: int) -> None:
    """Indexes by texts, sums that are remembered by them, and loops that several requirements share."""
    dice = Thrown(Random(seed))
    assert_equal_on_some(standard_of(rule_that_joins(dice)), dice)


def test_most_of_it_is_read_and_decided() -> None:
    """None of the above would notice a program that leaves everything to the interpreter."""
    dice = Thrown(Random(1))
    read = decided = left = 0
    for _ in range(10):
        program = small_program(standard_of(rule_that_joins(dice)))
        for _ in range(MANY):
            found = compared_on(program, Documents(dice, None, odd=10_000).document())
            if found is not None:
                read, decided, left = read + 1, decided + bool(found.decided), left + bool(found.left)
    assert read > 0.7 * 10 * MANY
    assert decided > 0.7 * read
    assert left < 0.3 * read


# Found by the properties above, or by thinking of them; each with the least that shows it

FLOW = {"mass": "2", "mass_unit": "kg", "name": "a", "kind": "product"}
LEAST: dict[str, tuple[str, dict[str, object], dict[str, object]]] = {
    "a list of records that is chosen": (
        "every f in (if holds then flows else (those g in flows where g.mass > 0 kg)) satisfies f.mass > 1 kg",
        {"holds": True, "flows": [FLOW]}, {},
    ),
    "less than nothing is chosen, and is missing": ("(if holds then -mass else mass) < 1 kg", {"holds": True}, {}),
    "elements of a selection from a list of moments": (
        "every d in (those x in days where x > 2024-01-01) satisfies d > 2024-01-01",
        {"days": ["2025-01-01T00:00:00Z"]}, {},
    ),
    "elements of a selection from a list of numbers": (
        "every m in (those x in masses where x > 0 kg) satisfies m = 0.5 kg", {"masses": ["0.5", "0.50"]}, {},
    ),
    "what is computed of a moment in a list": (
        "every d in days satisfies d + 1 year > 2025-06-01",
        {"days": ["2024-07-01T00:00:00Z", "2025-01-01T00:00:00Z"]}, {},
    ),
    "a sum of a list of numbers as it is printed": (
        "sum(m for m in masses) equals 0.7 kg", {"masses": ["0.5", "0.2"]}, {},
    ),
    "a list that is gone through within itself, under a choice": (
        "every v in words satisfies if unknown then (no w in words satisfies w = v) else holds",
        {"holds": True}, {"words": ["a", "b"], "unknown": False},
    ),
    "a list that is gone through again under a choice": (
        'no v in words satisfies if unknown then (no w in words satisfies w = "b") else holds',
        {"holds": True}, {"words": ["a", "b"], "unknown": True},
    ),
    "what is found in a list, for each element of it": (
        'every v in words satisfies unknown and (some w in words satisfies w = "b")',
        {}, {"words": ["a", "b"], "unknown": True},
    ),
    "what is found in a list, or something else for each element of it": (
        'every v in words satisfies not unknown or (some w in words satisfies w = "b")',
        {}, {"words": ["a", "b"], "unknown": True},
    ),
    "a sum over the list that the rule is on, under its condition": (
        "  for each e in flows\n  when holds\n  shall e.mass <= sum(x.mass for x in flows)\n",
        {"holds": True, "flows": [FLOW, FLOW]}, {},
    ),
    "something in the list that the rule is on, under a condition that is not met": (
        "  for each e in flows\n  when broken\n  shall some x in flows where holds satisfies x.mass is given\n",
        {"holds": True, "flows": [FLOW, {}]}, {"broken": False},
    ),
    "something of an element, or something in the list that the rule is on": (
        "  for each e in flows where holds\n  shall not holds or count(x for x in flows where x.mass > 1 kg) > 1\n",
        {"holds": True, "flows": [FLOW, FLOW]}, {},
    ),
    "a count of the list that the rule is on, from a day on": (
        "  for each e in flows\n  from 2024-01-01 against end\n"
        "  shall mass is missing or count(x for x in flows where x.mass > 1 kg) > 1\n",
        {"mass": "1", "flows": [FLOW, {}]}, {"end": "2025-01-01"},
    ),
    "something that is known in the later of two loops, both before that of the rule": (
        "  for each e in flows where (every h in (flows absent as none) satisfies h.mass > 1 kg)\n"
        "  shall some i in flows satisfies i.mass > 1 kg or count(g for g in flows where mass * 2 > 1 kg) = "
        "count(g for g in (flows absent as none) where mass * 2 > 1 kg)\n",
        {"mass": "1", "flows": [FLOW]}, {},
    ),
    "a product that is too small for a float": (
        "amount * amount * amount * amount * amount * amount * amount * amount * amount * amount * amount * amount * "
        "amount * amount * amount * amount * amount > 0",
        {"amount": "1e-20"}, {},
    ),
    "a product that is too large for a float": (
        "amount * amount * amount * amount * amount * amount * amount * amount * amount * amount * amount * amount * "
        "amount * amount * amount * amount * amount > 0",
        {"amount": "1e20"}, {},
    ),
}  # fmt: skip


def small_document(fields: dict[str, object], inventory: dict[str, object]) -> bytes:
    """A document of the small world with these fields, and those of its inventory."""
    extension = {"dataSchema": "https://footrule.example/inventory", "data": {"inventory": inventory}}
    extensions = [extension] if inventory else []
    return json.dumps({"spec_version": "3.0.0", **fields, "extensions": extensions}).encode()


@pytest.mark.parametrize("case", LEAST.values(), ids=LEAST)
def test_the_least_that_showed_a_difference(case: tuple[str, dict[str, object], dict[str, object]]) -> None:
    condition, fields, inventory = case
    body = condition if condition.startswith("  ") else f"  shall {condition}\n  should not ({condition})\n"
    program = small_program(standard_of(body))
    found = compared_on(program, small_document(fields, inventory))
    assert found is not None
    assert found.differences == ()


GROWING = {
    "whole numbers": ("count(f for f in flows)", {"flows": [FLOW] * 2}),
    "printed numbers": ("amount", {"amount": "1.0000000000000000000001"}),
}


@pytest.mark.parametrize("case", GROWING.values(), ids=GROWING)
def test_a_number_that_grows_beyond_what_is_computed_with_is_not_known(case: tuple[str, dict[str, object]]) -> None:
    start, fields = case
    lets = "".join(f"  let a{n + 1} = a{n} * a{n}\n" for n in range(14))
    program = small_program(standard_of(f"  let a0 = {start}\n{lets}  shall a14 > 0\n"))
    found = compared_on(program, small_document(fields, {}))
    assert found is not None
    assert found.differences == ()


def test_a_sum_of_quotients_that_grows_beyond_it_is_not_known() -> None:
    flows = [{**FLOW, "mass": f"1.{n:04}000000000000001"} for n in range(400)]
    program = small_program(standard_of("  shall sum(1 kg / f.mass for f in flows) > 1\n"))
    found = compared_on(program, small_document({"flows": flows}, {}))
    assert found is not None
    assert found.differences == ()
