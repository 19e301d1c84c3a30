"""Programs compute in floating point, and decide what exact arithmetic decides: the rest they leave to the interpreter.

Sums of up to a thousand printed numbers, cancelling ones among them, are held against limits beside the exact value: at
distances from 1e-6 of it down to 1e-30, and none. A limit that is clearly apart has to be decided: a program that left
everything to the interpreter would be right as well.
"""

from __future__ import annotations

import json
from decimal import Context, Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.measure.quantity import Quantity
from footrule.submission.element import Record
from tests.compile.equality import StandardProgram, compared, program_of
from tests.compile.small_form import FORM, read_small
from tests.language.small_world import standard_of, value_of

SEEDS = st.integers(0, 2**32 - 1)
CLEAR = Fraction(1, 10**10)
"""What differs by more than this part of all terms is clear; the bound of the programs is a hundredth of it."""
DISTANCES = [Fraction(0), *(Fraction(1, 10**power) for power in (30, 24, 20, 17, 16, 15, 14, 13, 12, 11, 9, 8, 6))]
SIGNS = ("<", "<=", ">", ">=", "=")

COMPUTED = {
    "a sum": ("sum(f.mass for f in flows)", "sum(abs(f.mass) for f in flows)"),
    "a sum of sums": (
        "sum(f.mass - sum(p.mass for p in f.parts) for f in flows)",
        "sum(abs(f.mass) + sum(abs(p.mass) for p in f.parts) for f in flows)",
    ),
    "a sum of products": ("sum(f.mass * amount for f in flows)", "sum(abs(f.mass * amount) for f in flows)"),
    "a difference of sums": (
        "sum(f.mass for f in flows) - sum(2 * f.mass for f in flows where f.measured)",
        "sum(3 * abs(f.mass) for f in flows)",
    ),
    "a quotient": ("sum(f.mass for f in flows) / amount", "sum(abs(f.mass / amount) for f in flows)"),
    "a mean": ("mean(f.mass for f in flows)", "max(abs(f.mass) for f in flows)"),
    "the least": ("min(f.mass + other_mass for f in flows)", "max(abs(f.mass) + other_mass for f in flows)"),
    "the greatest": ("max(f.mass - other_mass for f in flows)", "max(abs(f.mass) + other_mass for f in flows)"),
}  # fmt: skip
"""Expressions, and what they are computed from without signs."""


def decimal(value: Fraction) -> str:
    """A number as a standard may write it, rounded where it has more decimals."""
    rounded = Decimal(value.numerator * 10**40 // value.denominator).scaleb(-40, Context(prec=200))
    text = f"{abs(rounded):.40f}".rstrip("0").rstrip(".")
    return f"-{text}" if rounded < 0 else text


def masses(random: Random) -> list[str]:
    """Printed numbers: all alike, or such as cancel almost, or from the smallest to the largest."""
    many = random.choice((1, 2, 3, 10, 30, 30, 100)) if random.randrange(40) else 1000
    match random.randrange(4):
        case 0:
            return [f"{random.randrange(10**6)}.{random.randrange(10**6):06}" for _ in range(many)]
        case 1:
            large = [f"{random.randrange(10**9)}.{random.randrange(10**9):09}" for _ in range(-(-many // 2))]
            return [*large, *(f"-{one}" for one in large), f"0.{random.randrange(10**9):09}"]
        case 2:
            return [
                f"{random.choice(('', '-'))}{random.randrange(1, 10**8)}e{random.randrange(-18, 10)}"
                for _ in range(many)
            ]
        case _:
            return [random.choice(("0.1", "0.2", "-0.3", "0.7", "1e9", "-1e9")) for _ in range(many)]


def document(random: Random) -> bytes:
    """A document with these masses, in several units."""
    flows = [
        {
            "mass": one, "mass_unit": random.choice(("kg", "kg", "t", "g", "lb")), "measured": random.random() < 0.5,
            "parts": [{"mass": f"0.{random.randrange(1000):03}"} for _ in range(random.choice((0, 0, 0, 1, 2)))],
        }
        for one in masses(random)
    ]  # fmt: skip
    amount = random.choice(("3", "0.7", "1e-9", "-12.5"))
    return json.dumps(
        {"spec_version": "3.0.0", "amount": amount, "other_mass": {"value": "0.10", "unit": "g"}, "flows": flows}
    ).encode()


def quantity(expression: str, footprint: Record) -> Quantity:
    """What an expression comes to, exactly."""
    found = value_of(expression, footprint, kept=False)
    assert isinstance(found, Quantity), found
    return found


def rule(number: int, condition: str) -> str:
    return f'rule T-{number} "A rule" zh "规则"\n  cite doc "1"\n  shall {condition}\n'


def program_and_record(conditions: list[str], data: bytes) -> tuple[StandardProgram, Record]:
    of = program_of(standard_of("".join(rule(number, one) for number, one in enumerate(conditions))), FORM)
    found = read_small(of.standard, data)
    assert not isinstance(found, list), found
    return of, found[0]


def left_by(of: StandardProgram, data: bytes, footprint: Record) -> set[int]:
    """The conditions that a program leaves to the interpreter; of all others it says the same."""
    read = of.program.read(data)
    assert read is not None
    found = compared(of, read, footprint, ())
    assert found.differences == ()
    return {int(one.removeprefix("T-")) for one in found.left}


@given(SEEDS)
def test_what_is_decided_is_what_exact_arithmetic_says(seed: int) -> None:
    random = Random(seed)
    data = document(random)
    _, footprint = program_and_record(["holds"], data)
    expression, without_signs = random.choice(list(COMPUTED.values()))
    exact = quantity(expression, footprint).value
    size = quantity(without_signs, footprint).value
    conditions: list[str] = []
    clear: set[int] = set()
    for distance in random.sample(DISTANCES, 3):
        for of in (exact, size):
            limit = Fraction(decimal(exact + random.choice((1, -1)) * distance * abs(of)))
            sign = random.choice(SIGNS)
            if abs(exact - limit) > CLEAR * (size + abs(limit)):
                clear.add(len(conditions))
            sides = (expression, f"{decimal(limit)} kg")
            conditions.append(
                f"{sides[0]} {sign} {sides[1]}" if random.random() < 0.5 else f"{sides[1]} {sign} {sides[0]}"
            )
    of_all, footprint = program_and_record(conditions, data)
    assert left_by(of_all, data, footprint) & clear == set()


@given(SEEDS)
def test_as_printed_and_within_a_tolerance_as_well(seed: int) -> None:
    """`equals` and `within` look at the ends of what the printed digits leave open, and at the tolerance beyond."""
    random = Random(seed)
    data = document(random)
    _, footprint = program_and_record(["holds"], data)
    expression, _ = random.choice(list(COMPUTED.values()))
    found = quantity(expression, footprint)
    conditions: list[str] = []
    for distance in random.sample(DISTANCES, 2):
        for end in (found.low, found.high, found.value):
            limit = end + random.choice((1, -1)) * distance * (abs(end) or 1)
            of_share = limit / random.choice((Fraction(95, 100), Fraction(105, 100)))
            apart = limit + random.choice((Fraction(1, 2), Fraction(-1, 2)))
            conditions += [
                f"{expression} equals {decimal(limit)} kg",
                f"{expression} within 5 % of {decimal(of_share)} kg",
                f"{expression} within 0.5 kg of {decimal(apart)} kg",
            ]
    of_all, footprint = program_and_record([one for one in conditions if "of 0 kg" not in one], data)
    left_by(of_all, data, footprint)


TIES = {
    "a printed number": ("mass", "0.3"),
    "less than it": ("-mass", "-0.3"),
    "a number in another unit": ("other_mass", "0.0003"),
    "a sum of two": ("mass + other_mass", "0.3003"),
    "three times it": ("mass * 3", "0.9"),
    "a constant share of it": ("co2_of(mass)", None),
    "as it is, or nothing": ("(mass absent as 0 kg)", "0.3"),
}  # fmt: skip
TIED = {"mass": "0.3", "other_mass": {"value": "0.30", "unit": "g"}}


@pytest.mark.parametrize(("expression", "limit"), TIES.values(), ids=TIES)
def test_a_tie_of_few_numbers_is_decided_in_exact_numbers(expression: str, limit: str | None) -> None:
    """0.1 + 0.2 is no 0.3 to a float; what is computed of few numbers is not left to the interpreter for that."""
    beside = (
        [expression] if limit is None else [f"{limit} kg", f"{limit}0000000000000000000001 kg" if "." in limit else ""]
    )
    data = json.dumps({"spec_version": "3.0.0", **TIED}).encode()
    of, footprint = program_and_record([f"{expression} {sign} {one}" for one in beside if one for sign in SIGNS], data)
    assert left_by(of, data, footprint) == set()


def test_shares_that_make_exactly_a_whole() -> None:
    """Shares of a hundred per cent, in parts that no float is: close enough to be left, and never wrong."""
    for parts in (
        ["33.3", "33.3", "33.4"],
        ["0.1"] * 1000,
        ["14.29"] * 6 + ["14.26"],
        ["99.99999999999999999", "1e-17"],
    ):
        flows = [{"mass": one, "mass_unit": "kg"} for one in parts]
        data = json.dumps({"spec_version": "3.0.0", "flows": flows}).encode()
        of, footprint = program_and_record([f"sum(f.mass for f in flows) {sign} 100 kg" for sign in SIGNS], data)
        left_by(of, data, footprint)


def test_terms_that_cancel_leave_nothing_to_compare_with() -> None:
    """A tolerance relative to the result would decide this by its rounding; the bound is relative to the terms."""
    data = json.dumps({
        "spec_version": "3.0.0",
        "flows": [{"mass": one, "mass_unit": "kg"} for one in ("1e9", "0.1", "-1e9", "-0.1")],
    }).encode()  # fmt: skip
    total = "sum(f.mass for f in flows)"
    of, footprint = program_and_record(
        [f"{total} > 0 kg", f"{total} = 0 kg", f"{total} > -1 kg", f"{total} > 0.01 kg"], data
    )
    assert left_by(of, data, footprint) == {0, 1}
