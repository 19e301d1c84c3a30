"""Kleene's logic, `not` wherever it can stand, and which operator binds tighter."""

from __future__ import annotations

import pytest

from tests.language.small_world import LACKS, NO, YES, outcomes, truth, world

T, F, U = "true", "false", "unknown"
AND = {(T, T): YES, (T, F): NO, (T, U): LACKS, (F, T): NO, (F, F): NO, (F, U): NO, (U, T): LACKS, (U, F): NO,
       (U, U): LACKS}  # fmt: skip
OR = {(T, T): YES, (T, F): YES, (T, U): YES, (F, T): YES, (F, F): NO, (F, U): LACKS, (U, T): YES, (U, F): LACKS,
      (U, U): LACKS}  # fmt: skip


@pytest.mark.parametrize(("sides", "result"), AND.items())
def test_and(sides: tuple[str, str], result: bool | None) -> None:
    assert truth(f"{sides[0]} and {sides[1]}", world()) is result


@pytest.mark.parametrize(("sides", "result"), OR.items())
def test_or(sides: tuple[str, str], result: bool | None) -> None:
    assert truth(f"{sides[0]} or {sides[1]}", world()) is result


@pytest.mark.parametrize(("operand", "result"), [(T, NO), (F, YES), (U, LACKS), ("holds", NO), ("broken", YES)])
def test_not(operand: str, result: bool | None) -> None:
    assert truth(f"not {operand}", world()) is result


@pytest.mark.parametrize(("sides", "result"), AND.items())
def test_de_morgan(sides: tuple[str, str], result: bool | None) -> None:
    assert truth(f"not (not {sides[0]} or not {sides[1]})", world()) is result


PLACES_OF_NOT = {
    "not true": NO,
    "not not true": YES,
    "not (true)": NO,
    "not true or true": YES,
    "not (true or true)": NO,
    "not false and false": NO,
    "not (false and false)": YES,
    "true and not false": YES,
    "false or not true": NO,
    "not mass > 1 kg": NO,
    "not mass is given": NO,
    "not other_mass is given": YES,
    'not word is "a"': NO,
    'word is not "a"': NO,
    'not word is not "a"': YES,
    "kind is not product": NO,
    "mass is not 2 kg": NO,
    "kind not in {product, waste}": NO,
    "not kind in {product, waste}": NO,
    "not kind not in {product, waste}": YES,
    '"c" not in words': YES,
    "if not broken then true else false": YES,
    "(every w in words satisfies not w is \"c\")": YES,
    "(some w in words where not w is \"a\" satisfies w is \"b\")": YES,
    "count(w for w in words where not w is \"a\") = 1": YES,
    "not (every w in words satisfies w is \"a\")": YES,
    "not broken": YES,
    "not holds": NO,
}  # fmt: skip


@pytest.mark.parametrize(("expression", "result"), PLACES_OF_NOT.items())
def test_not_is_heard_at_every_place(expression: str, result: bool) -> None:
    footprint = world(mass="2", word="a", kind="product", words=["a", "b"])
    assert truth(expression, footprint) is result


def test_not_is_heard_in_when_and_where_of_a_rule() -> None:
    body = "  shall mass > 1 kg when not broken\n  shall mass > 1 kg when not holds\n"
    assert outcomes(body, world(mass="2")) == ["conforming", "not applicable"]
    listed = '  for each w in words where not w is "a"\n  when not broken\n  shall not w is "b"\n'
    assert outcomes(listed, world(words=["a", "b", "c"])) == ["nonconforming", "conforming"]


PRECEDENCE = {
    "1 + 2 * 3 = 7": YES,
    "(1 + 2) * 3 = 9": YES,
    "10 - 2 - 3 = 5": YES,
    "12 / 2 / 3 = 2": YES,
    "2 * 3 / 4 = 1.5": YES,
    "-1 + 3 = 2": YES,
    "2 - -1 = 3": YES,
    "-2 * -3 = 6": YES,
    "true or false and false": YES,
    "(true or false) and false": NO,
    "not false or true": YES,
    "1 < 2 and 2 < 3 or false": YES,
    "1 + 1 in {2, 3}": YES,
    "(if true then 1 else 2) + 1 = 2": YES,
    "if true then 1 > 2 else 3 > 2 or true": NO,
    "other_mass absent as 1 kg + 1 kg = 2 kg": YES,
    "-other_mass absent as 1 kg = -1 kg": YES,
    "3 kg - other_mass absent as 1 kg * 2 = 1 kg": YES,
    "every m in masses satisfies m > 0 kg and m < 3 kg": YES,
    "mass within 10 % of 1 kg + 1 kg": YES,
}


@pytest.mark.parametrize(("expression", "result"), PRECEDENCE.items())
def test_precedence(expression: str, result: bool) -> None:
    assert truth(expression, world(mass="2", masses=["1", "2"])) is result
