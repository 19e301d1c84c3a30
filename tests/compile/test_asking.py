"""A program says which rows of the factor database a rule has read that holds or does not apply: as the evidence does.

The interpreter goes through all of a condition where it keeps evidence, so a row counts also where it decided nothing.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.assess.asking_factors import asking_factors
from footrule.builtins import ALL
from footrule.compile.telling import Questions
from footrule.evaluate.questions import QUESTIONS
from footrule.factors.database import shipped_factors
from footrule.measure.instant import read_instant
from tests.compile.ordinary import read_ordinarily
from tests.compile.rows_read import RowsRead, asked_by_program, rows_read
from tests.compile.rules_that_ask import document_that_names, rule_that_asks
from tests.compile.small_form import read_small
from tests.compile.test_generated_standards import small_document, small_program
from tests.compile.test_shipped_standards import EDITIONS, OF_PARTS, document, program, sampled, standard
from tests.language.small_world import standard_of
from tests.properties.dice import Thrown
from tests.submission.test_on_demand import written

N2O, N2O_BEFORE, SF6, SF6_BEFORE = "gwp100.ar6.n2o", "gwp100.ar5.n2o", "gwp100.ar6.sf6", "gwp100.ar6.sf6-first-issue"
GRID, NOWHERE = "cn-grid-footprint.2023", "no such row"
LIKE = {"uk2025.lubricants.upstream.t", "uk2025.waste-oils.upstream.t"}
"""The rows that have the value 1.11683712 kg CO2e/kg."""
Fields = dict[str, object]


def named(*ids: str) -> Fields:
    """A document whose flows are called like rows; the second and those after it are not measured."""
    flows = [{"name": one, **({"measured": True} if one == ids[0] else {})} for one in ids]
    return {"holds": True, "word": N2O, "flows": flows}


def read(body: str, fields: Fields, inventory: Fields | None = None) -> RowsRead:
    """The rows that a rule has read, of a document that it holds in or does not apply to."""
    of = small_program(standard_of(body if body.startswith("  ") else f"  shall {body}\n"))
    data = small_document(fields, inventory or {})
    found, ordinary = of.program.read(data), read_small(of.standard, data)
    assert found is not None and not isinstance(ordinary, list), ordinary
    (one,) = rows_read(of, found, *ordinary)
    return one


# Where a question counts

COUNTS: dict[str, tuple[str, Fields, Fields, set[str]]] = {
    "on both sides of `or`": ("holds or any_factor(word).set is AR6", named(), {}, {N2O}),
    "in a condition that is not met": (
        "  when not holds and any_factor(word).set is AR6\n  shall holds\n", named(), {}, {N2O},
    ),
    "in the branch that is taken": (
        f'if holds then any_factor(word).set is AR6 else any_factor("{N2O_BEFORE}").set is AR5', named(), {}, {N2O},
    ),
    "in no branch where the choice is not known": (
        "holds or (if unknown then any_factor(word).set is AR6 else any_factor(word).set is AR5)", named(), {}, set(),
    ),
    "of every element": (
        "every f in flows satisfies any_factor(f.name).id is given", named(N2O, GRID), {}, {N2O, GRID},
    ),
    "of elements that a condition lets through, or may": (
        "every f in flows where f.measured satisfies any_factor(f.name).id is given", named(N2O, GRID), {}, {N2O, GRID},
    ),
    "of no element that a condition keeps out": (
        f'every f in flows where f.name = "{GRID}" satisfies any_factor(f.name).id is given', named(N2O, GRID), {},
        {GRID},
    ),
    "in the condition itself, of every element": (
        "every f in flows where any_factor(f.name).set is AR5 satisfies not holds", named(N2O, SF6), {}, {N2O, SF6},
    ),
    "of `some` that are found, and of the others": (
        "some f in flows satisfies any_factor(f.name).set is AR6", named(N2O, N2O_BEFORE), {}, {N2O, N2O_BEFORE},
    ),
    "of those that break an `every` that may be false": (
        "not (every f in flows satisfies any_factor(f.name).superseded_by is missing)", named(N2O, SF6_BEFORE), {},
        {SF6_BEFORE},
    ),
    "of those that break a `no` that may be false": (
        "holds or (no f in flows where f.name is given satisfies any_factor(f.name).superseded_by is given)",
        named(N2O, SF6_BEFORE), {}, {SF6_BEFORE},
    ),
    "of all where an `every` that may be false is true": (
        "holds or (every f in flows satisfies any_factor(f.name).superseded_by is missing)", named(N2O, GRID), {},
        {N2O, GRID},
    ),
    "of those that break it, of what is permitted": (
        "  may every f in flows satisfies any_factor(f.name).superseded_by is missing\n", named(N2O, SF6_BEFORE), {},
        {SF6_BEFORE},
    ),
    "of a selection up to what is not known": (
        "holds or count(f for f in (those g in flows where any_factor(g.name).set is AR6)) > 1",
        named(N2O, NOWHERE, GRID), {}, {N2O},
    ),
    "of a sum also behind what is not known": (
        "holds or sum(any_factor(f.name).emission_per_mass for f in flows) > 1 kg CO2e/kg",
        named(N2O, NOWHERE, SF6), {}, {N2O, SF6},
    ),
    "of elements of a sum that a condition lets through": (
        "holds or sum(any_factor(f.name).emission_per_mass for f in flows where f.measured) > 1 kg CO2e/kg",
        named(N2O, SF6), {}, {N2O},
    ),
    "of those that break what makes a `no` hold": (
        "no f in flows satisfies (every g in flows satisfies any_factor(g.name).superseded_by is given)",
        named(N2O, SF6_BEFORE), {}, {N2O},
    ),
    "not where the rule does not apply": (
        "  when not holds\n  shall any_factor(word).set is AR6\n", named(), {}, set(),
    ),
    "not where the requirement does not": ("  shall any_factor(word).set is AR6 when not holds\n", named(), {}, set()),
    "of elements of the list of a rule, unless its `where` passes over them": (
        "  for each f in flows where any_factor(f.name).set is AR6\n  shall f.name is given\n",
        named(N2O, N2O_BEFORE), {}, {N2O},
    ),
    "not before the first day of a rule": (
        "  from 2024-01-01 against end\n  shall any_factor(word).id is given\n", named(), {"end": "2023-01-01"}, set(),
    ),
    "from the first day of a rule on": (
        "  from 2024-01-01 against end\n  shall any_factor(word).id is given\n", named(), {"end": "2025-01-01"}, {N2O},
    ),
    "in the condition of what a person judges": (
        "  shall attested by verifier when any_factor(word).set is AR5\n", named(), {}, {N2O},
    ),
    "in a name, where it is used": (
        f'  let used = any_factor(word)\n  let unused = any_factor("{GRID}")\n  shall used.set is AR6\n',
        named(), {}, {N2O},
    ),
    "not in a name of which nothing but presence is asked": (
        "  let used = any_factor(word)\n  shall used.set is given\n", named(), {}, set(),
    ),
    "in a call of which presence is asked": ("any_factor(word).set is given", named(), {}, {N2O}),
    "in the members of a set": (
        f'any_factor(word).emission_per_mass in {{1 kg CO2e/kg, any_factor("{N2O}").emission_per_mass}}', named(), {},
        {N2O},
    ),
    "not in the members of a set for what is not known": (
        f'holds or factor("{NOWHERE}").emission_per_mass in {{any_factor(word).emission_per_mass}}', named(), {}, set(),
    ),
    "in the question of another question": (
        "any_factor(any_factor(word).superseded_by).id is given", {"word": SF6_BEFORE}, {}, {SF6_BEFORE, SF6},
    ),
    "not in the question of another question of which presence is asked": (
        "holds or any_factor(any_factor(word).superseded_by).id is given", named(), {}, set(),
    ),
    "not in such a question by a name": (
        "  let used = any_factor(any_factor(word).superseded_by).id\n  shall holds or used is given\n", named(), {},
        set(),
    ),
    "not in a question that cannot be put, and of which the answer is asked": (
        "holds or any_factor(any_factor(word).superseded_by) is given", named(), {}, set(),
    ),
    "of a superseded row that may be taken": (
        "any_factor(word).superseded_by is given", {"word": SF6_BEFORE}, {}, {SF6_BEFORE},
    ),
    "not of a superseded row that may not": ("factor(word).id is missing", {"word": SF6_BEFORE}, {}, set()),
    "not of a row that is not there": ("any_factor(word).id is missing", {"word": NOWHERE}, {}, set()),
    "not of a row that is not named": ("holds or any_factor(word).id is given", {"holds": True}, {}, set()),
    "of all rows that have a value": (
        "factors_like(emission_factor) > 1", {},
        {"emission_factor": {"value": "1.11683712", "unit": "kg CO2e/kg"}}, LIKE,
    ),
    "of a series, for a day and a place": (
        'any_factor("cn-grid-footprint", end, "CN").id is given', {}, {"end": "2023-06-01"}, {GRID},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", COUNTS.values(), ids=COUNTS)
def test_a_question_counts(case: tuple[str, Fields, Fields, set[str]]) -> None:
    body, fields, inventory, asked = case
    rows = frozenset(asked)
    found = read(body, fields, inventory)
    assert (found.by_interpreter, found.by_program) == (rows, rows)


def test_each_table_is_named_once() -> None:
    factors = shipped_factors()
    rows = [next(one for one in factors.every() if one.id == asked) for asked in (N2O, GRID, SF6, N2O)]
    assert [one.name for one in Questions(factors).tables(rows)] == list(dict.fromkeys(one.table for one in rows))


# What the interpreter says

FOR_THE_INTERPRETER = {
    "a question in a field that may be absent": (
        "(any_factor(word).emission_per_mass absent as 1 kg CO2e/kg) > 0 kg CO2e/kg"
    ),
    "a question in what stands for a field that is absent": (
        "  let used = any_factor(word).emission_per_mass\n"
        "  shall holds or (emission_factor absent as used) > 0 kg CO2e/kg\n"
    ),
    "a question in the list of a rule": (
        "  for each f in (those g in flows where any_factor(g.name).set is AR6)\n  shall f.name is given\n"
    ),
}


@pytest.mark.parametrize("body", FOR_THE_INTERPRETER.values(), ids=FOR_THE_INTERPRETER)
def test_some_rules_are_for_the_interpreter(body: str) -> None:
    assert read(body, named(N2O, N2O_BEFORE)).by_program is None


def test_what_floating_point_cannot_tell_is_for_the_interpreter() -> None:
    """It does not matter to what the rule comes to, but to what it asks."""
    body = "holds or (if sum(m for m in masses) >= 0.3 kg then any_factor(word).set is AR6 else unknown)"
    near, apart = (read(body, {**named(), "masses": masses}) for masses in (["0.1", "0.2"], ["0.1", "0.3"]))
    assert (near.by_program, near.by_interpreter) == (None, frozenset({N2O}))
    assert apart.by_program == apart.by_interpreter == frozenset({N2O})


def test_the_questions_are_the_builtins_that_ask() -> None:
    assert {name for name, one in ALL.items() if one.asks_factors} == QUESTIONS


# In general


@given(st.integers(0, 2**32 - 1))
def test_whatever_a_rule_asks(seed: int) -> None:
    dice = Thrown(Random(seed))
    of = small_program(standard_of(rule_that_asks(dice)))
    for _ in range(6):
        data = small_document(*document_that_names(dice))
        found, ordinary = of.program.read(data), read_small(of.standard, data)
        assert found is not None and not isinstance(ordinary, list), ordinary
        for one in rows_read(of, found, *ordinary):
            assert not one.differs, (one, data.decode())


def test_most_of_it_is_told_by_programs() -> None:
    """The property above would not notice programs that say nothing, or rules that read nothing."""
    dice, found = Thrown(Random(1)), list[RowsRead]()
    for _ in range(100):
        of = small_program(standard_of(rule_that_asks(dice)))
        data = small_document(*document_that_names(dice))
        clean, ordinary = of.program.read(data), read_small(of.standard, data)
        assert clean is not None and not isinstance(ordinary, list), ordinary
        found += rows_read(of, clean, *ordinary)
    assert len(found) > 30
    assert all(one.by_program is not None for one in found)
    assert sum(bool(one.by_interpreter) for one in found) > 3


# The standards that ship

ASKING = sorted(name for name in EDITIONS if asking_factors(standard(name)).rules)


@pytest.mark.parametrize("name", ASKING)
def test_programs_of_standards_that_ship_say_it_of_every_rule(name: str) -> None:
    rules = standard(name).rules
    assert asked_by_program(program(name)) == {rules[place].id for place in asking_factors(standard(name)).rules}


@pytest.mark.parametrize("name", ASKING)
def test_the_rows_are_those_of_the_interpreter_on_examples(name: str) -> None:
    found: list[RowsRead] = []
    for example in sampled(name):
        data = written(document(EDITIONS[name], example))
        clean = program(name).program.read(data)
        ordinary = read_ordinarily(standard(name), data) if clean is not None else []
        if clean is not None and not isinstance(ordinary, list):
            found += rows_read(program(name), clean, *ordinary)
    asking = {standard(name).rules[place].id for place in asking_factors(standard(name)).rules}
    assert [one for one in found if one.differs] == []
    assert [one for one in found if one.by_interpreter and one.rule not in asking] == []
    assert name in OF_PARTS or any(one.by_program for one in found if one.rule in asking)


@pytest.mark.parametrize("turned", [False, True])
def test_the_end_of_a_year_and_the_beginning_of_the_next_are_asked_for_apart(turned: bool) -> None:
    """They are one moment, and two documents, one after the other, may ask for either."""
    days = {"2022-12-31T23:59:59Z": "cn-grid-co2.2022", "2023-01-01T00:00:00Z": "cn-grid-co2.2023"}
    questions = Questions(shipped_factors())
    for text in sorted(days, reverse=turned):
        moment = read_instant(text)
        assert moment is not None
        row = questions.ask("any_factor", "cn-grid-co2", moment, "CN")
        assert row is not None
        assert row.factor.id == days[text]
