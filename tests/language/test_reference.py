"""The reference is current: its generated parts, and every cell of its tables of meaning, evaluated."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from footrule.evaluate.values import Unknown
from footrule.measure.quantity import Quantity
from footrule.model.builtin import Builtin
from tests.language.generated_pages import (
    REFERENCE,
    VOCABULARY_PAGE,
    by_name,
    reference_with_its_tables,
    vocabulary_page,
)
from tests.language.small_world import Plain, shown, truth, value_of, world

TEXT = REFERENCE.read_text(encoding="utf-8")
AGAIN = "run `python -m tests.language.generated_pages`"
TRUTHS = {"true": True, "false": False, "?": None}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the page: its head, and its rows by their first cell."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(*first: str) -> Table:
    """The table whose head begins with these cells."""
    for block in re.findall(r"(?:^\|.*\|\n)+", TEXT, re.MULTILINE):
        head, _, *rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in block.splitlines()]
        if head[: len(first)] == first:
            return Table(head, tuple(rows))
    raise AssertionError(f"no table begins with {first}")


def code(cell: str) -> str:
    """What stands between backticks."""
    return cell.strip("`")


def test_the_generated_parts_are_current() -> None:
    assert reference_with_its_tables(TEXT) == TEXT, AGAIN
    assert VOCABULARY_PAGE.read_text(encoding="utf-8") == vocabulary_page(), AGAIN


@pytest.mark.parametrize("builtin", by_name(), ids=lambda one: one.name)
def test_the_example_of_each_builtin_comes_to_what_is_said(builtin: Builtin) -> None:
    assert str(value_of(builtin.example, world())) == builtin.example_value


OPERANDS = {"true": "true", "false": "false", "?": "unknown"}


@pytest.mark.parametrize("operator", ["and", "or"])
def test_truth_tables(operator: str) -> None:
    found = table(f"`{operator}`")
    assert len(found.rows) == 3
    for left, *cells in found.rows:
        for right, cell in zip(found.head[1:], cells, strict=True):
            condition = f"{OPERANDS[left.strip('*')]} {operator} {OPERANDS[right]}"
            assert truth(condition, world()) is TRUTHS[cell], condition


def test_the_truth_table_of_not() -> None:
    for operand, cell in table("`not`").rows:
        assert truth(f"not {OPERANDS[operand.strip('*')]}", world()) is TRUTHS[cell], operand


def test_the_table_of_what_is_missing() -> None:
    found = table("condition", "given")
    states: list[dict[str, Plain]] = [{"mass": "2"}, {}, {"mass": None}]
    assert len(found.rows) == 8
    for condition, *cells in found.rows:
        for fields, cell in zip(states, cells, strict=True):
            assert truth(code(condition), world(**fields)) is TRUTHS[cell], (condition, fields)


def flow(state: str) -> Plain:
    """A flow that is measured (T), not measured (F), or does not say (?)."""
    return {} if state == "?" else {"measured": state == "T"}


def test_the_table_of_quantifiers() -> None:
    found = table("over", "missing")
    assert len(found.rows) == 4
    for quantifier, *cells in found.rows:
        for states, cell in zip(found.head[1:], cells, strict=True):
            listed: dict[str, Plain] = {} if states == "missing" else {"flows": []}
            if states not in ("missing", "none"):
                listed = {"flows": [flow(state) for state in states.split()]}
            condition = f"{code(quantifier)} f in flows satisfies f.measured"
            assert truth(condition, world(**listed)) is TRUTHS[cell], (condition, states)


LISTS: dict[str, dict[str, Plain]] = {
    "2 and 5": {"flows": [{"mass": "2"}, {"mass": "5"}]},
    "2 and ?": {"flows": [{"mass": "2"}, {}]},
    "none": {"flows": []},
    "list missing": {},
}


def test_the_table_of_aggregates() -> None:
    found = table("aggregate")
    assert len(found.rows) == 6
    for name, *cells in found.rows:
        for listed, cell in zip(found.head[1:], cells, strict=True):
            expression = f"{code(name)}(f.mass for f in flows)"
            assert (shown(expression, world(**LISTS[listed])) or "?") == cell, (expression, listed)


def test_the_table_of_printed_precision() -> None:
    found = table("mass", "other_mass")
    assert len(found.rows) == 12
    for mass, other, condition, cell in found.rows:
        footprint = world(mass=mass, other_mass=other)
        assert truth(code(condition), footprint) is TRUTHS[cell], (mass, other, condition)


def test_the_table_of_binding_is_in_the_order_of_the_grammar() -> None:
    """Each line binds looser than the next: without brackets, the operator of the tighter line is taken first."""
    looser_then_tighter = {
        "if false then true else false or true": "if false then true else (false or true)",
        "true or false and false": "true or (false and false)",
        "not false and false": "(not false) and false",
        "not mass > 3 kg": "not (mass > 3 kg)",
        "mass + 1 kg > 3 kg": "(mass + 1 kg) > 3 kg",
        "mass - 1 kg * 2 = 0 kg": "mass - (1 kg * 2) = 0 kg",
        "-mass * 2 = -4 kg": "(-mass) * 2 = -4 kg",
        "-other_mass absent as 1 kg = -1 kg": "-(other_mass absent as 1 kg) = -1 kg",
        "flow.mass absent as 1 kg = 1 kg": "(flow.mass absent as 1 kg) = 1 kg",
    }
    for plain, bracketed in looser_then_tighter.items():
        value = value_of(plain, world(mass="2"))
        assert not isinstance(value, Unknown | Quantity)
        assert value == value_of(bracketed, world(mass="2")), plain


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert links
    assert [link for link in links if not (REFERENCE.parent / link).exists()] == []
