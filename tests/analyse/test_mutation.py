"""Mutants of rules: which there are, which the examples notice, and that nothing is noticed which means the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footrule.analyse.examples import run_examples
from footrule.analyse.mutants import Mutant, mutants
from footrule.analyse.mutation import MutationRun, mutate, noticed
from footrule.analyse.prepared import ReadFile
from footrule.analyse.rewriting import deciding, rewritten_rule
from footrule.analyse.trial import Trial, trial
from footrule.analyse.variants import Kind
from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.standard import Rule, Standard
from footrule.model.types import TRUTH
from footrule.model.walk import below
from tests.house.checkout import ROOT
from tests.standards.test_examples import STANDARDS, standard_in
from tests.submission.pact_documents import PACT_3_TEXT

PACT = ROOT / "rules" / "pact" / "pact.pcr"
CO_PRODUCTS = ROOT / "rules" / "co_products" / "co_products.pcr"
NAMES = [path.relative_to(ROOT).as_posix() for path in STANDARDS]

HEAD = """
library small 1.0.0
  title "A small library"

document guide "A guide" edition "1"

parameter least = 20 kg
  cite guide "0"

section 1 "All of it"

rule S-1 "A rule"
  cite guide "1"
  {rule}
"""
EXAMPLE = """
example "{title}"
  from "footprint.json"
  {changes}
  {outcome}
"""


def beside(path: Path) -> ReadFile:
    def read_file(name: str) -> bytes | None:
        file = path.parent / name
        return file.read_bytes() if file.is_file() else None

    return read_file


@cache
def shipped(path: Path) -> tuple[Standard, Trial]:
    standard = standard_in(path.read_bytes(), path.name)
    return standard, trial(standard, beside(path))


def tried(rule: str, *examples: tuple[str, str]) -> MutationRun:
    """A library of one rule with its examples: what each changes, and its outcome."""
    text = HEAD.replace("{rule}", rule)
    for number, (changes, outcome) in enumerate(examples):
        text += EXAMPLE.format(title=f"Example {number}", changes=changes, outcome=outcome)
    standard = standard_in(text.encode(), "small.pcr")
    return mutate(standard, trial(standard, lambda _: PACT_3_TEXT.encode()))


def clauses(rule: str) -> list[tuple[str, str]]:
    """Every mutant of a rule, by its kind and what it says."""
    return [(one.mutant.kind.value, one.mutant.clause.in_language("en")) for one in tried(rule).tried]


# Which mutants there are


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            "shall pcf.mass > 3 kg",
            [
                ("sign", "`pcf.mass > 3 kg` were `pcf.mass >= 3 kg`"),
                ("threshold", "`3 kg` were `2 kg` in `pcf.mass > 3 kg`"),
                ("threshold", "`3 kg` were `4 kg` in `pcf.mass > 3 kg`"),
            ],
        ),
        (
            "shall pcf.mass <= least",
            [
                ("sign", "`pcf.mass <= least` were `pcf.mass < least`"),
                ("threshold", "`least` were `18 kg` instead of `20 kg`"),
                ("threshold", "`least` were `22 kg` instead of `20 kg`"),
            ],
        ),
        (
            "shall comment is given or pcf.country is given",
            [("and/or", "`comment is given or pcf.country is given` were `comment is given and pcf.country is given`")],
        ),
        (
            "shall comment is given when pcf.country is given",
            [("condition", "`when pcf.country is given` were left out")],
        ),
        (
            "shall pcf.declared_unit is hour",
            [("code", "`hour` were `megabit_second` in `pcf.declared_unit is hour`")],
        ),
        (
            "shall pcf.declared_unit in {hour, piece}",
            [
                ("code", "`hour` were left out of `pcf.declared_unit in {hour, piece}`"),
                ("code", "`piece` were left out of `pcf.declared_unit in {hour, piece}`"),
            ],
        ),
        ('shall comment is "done"', [("code", '`"done"` were `"done?"` in `comment is "done"`')]),
        (
            "shall some r in pcf.sector_rules satisfies r.operator is other",
            [
                (
                    "quantifier",
                    "`some` were `every` in `some r in pcf.sector_rules satisfies r.operator is other`",
                ),
                ("code", "`other` were `pef` in `r.operator is other`"),
            ],
        ),
        (
            "shall pcf.aircraft absent as 0 kg CO2e equals pcf.fossil",
            [
                ("sign", "no printed rounding were allowed in `pcf.aircraft absent as 0 kg CO2e equals pcf.fossil`"),
                ("default", "`pcf.aircraft` were taken as `1 kg CO2e` where it is absent"),
            ],
        ),
        (
            "from 2027-12-31 against pcf.reference_period_end\n  shall comment is given",
            [
                ("threshold", "`2027-12-31` were `2027-12-30`"),
                ("threshold", "`2027-12-31` were `2028-01-01`"),
                ("condition", "`from 2027-12-31` were left out"),
            ],
        ),
    ],
)
def test_a_rule_has_these_mutants(rule: str, expected: list[tuple[str, str]]) -> None:
    assert clauses(rule) == expected


def test_a_tolerance_is_moved_and_doubled() -> None:
    kinds = [kind for kind, _ in clauses("shall pcf.fossil within 2 % of pcf.excluding_biogenic_uptake")]
    assert kinds == ["tolerance", "threshold", "threshold"]


def test_what_only_a_message_shows_has_no_mutants() -> None:
    rule = 'let gap = pcf.mass - 3 kg\n  shall comment is given\n  otherwise "{gap} too much"'
    assert clauses(rule) == []


def test_a_mutant_is_told_in_both_languages_with_its_place() -> None:
    for path in STANDARDS:
        for one in list(mutants(standard_in(path.read_bytes(), path.name)))[::7]:
            assert one.clause.languages == ("en", "zh")
            of_ours = re.sub(r'"[^"]*"', "", one.clause.in_language("en"))  # what is quoted is the standard's
            assert not any("一" <= character <= "鿿" for character in of_ours)
            assert one.trail != ()


# Which of them are noticed


@given(limit=st.integers(1, 900), above=st.integers(0, 200), below=st.integers(1, 200))
@settings(max_examples=25)
def test_a_limit_is_held_where_examples_stand_nearer_to_it_than_its_neighbours(
    limit: int, above: int, below: int
) -> None:
    """The conforming example notices the limit moved up, the failing one notices it moved down; nothing else does."""
    run = tried(
        f"shall pcf.mass >= {limit} kg",
        (f"set pcf.mass to {limit + above}", "conforms"),
        (f"set pcf.mass to {limit - below}", "fails S-1"),
    )
    step = max(1, -(-limit // 10))
    found = {one.mutant.clause.in_language("en"): one.noticed for one in run.tried}
    where = f"in `pcf.mass >= {limit} kg`"
    assert found[f"`{limit} kg` were `{limit + step} kg` {where}"] is (above < step)
    assert found[f"`{limit} kg` were `{limit - step} kg` {where}"] is (below <= step)
    assert found[f"`pcf.mass >= {limit} kg` were `pcf.mass > {limit} kg`"] is (above == 0)
    assert run.thresholds.reached == (1 if above < step and below <= step else 0)


def test_an_example_on_each_side_of_three_per_cent_notices_four() -> None:
    near = tried(
        "shall pcf.exempted_share <= 3 %",
        ("set pcf.exempted_share to 3", "conforms"),
        ("set pcf.exempted_share to 3.01", "fails S-1"),
    )
    assert near.unnoticed == ()
    far = tried("shall pcf.exempted_share <= 3 %", ("set pcf.exempted_share to 50", "fails S-1"))
    assert [one.clause.in_language("en") for one in far.unnoticed if one.kind is Kind.THRESHOLD] == [
        "`3 %` were `2 %` in `pcf.exempted_share <= 3 %`",
        "`3 %` were `4 %` in `pcf.exempted_share <= 3 %`",
    ]
    assert far.thresholds.percent == 0


def test_a_requirement_that_fails_hides_what_becomes_of_another() -> None:
    """Only whether the rule is broken is promised, so a second broken requirement of it changes nothing."""
    rule = "shall pcf.mass > 1000 kg\n  shall pcf.country is given when pcf.mass > 1000 kg"
    run = tried(rule, ("without pcf.country", "fails S-1"))
    assert all(not one.noticed for one in run.tried if one.mutant.kind is Kind.CONDITION)


def test_nothing_is_noticed_without_examples() -> None:
    run = tried("shall pcf.mass > 3 kg")
    assert not any(one.noticed for one in run.tried)
    assert run.thresholds.of == 1


# What means the same


def same_meaning(node: Expression) -> Iterator[Expression]:
    """Conditions that mean the same as one."""
    if node.type == TRUTH:
        yield model.NotOf(TRUTH, node.written, model.NotOf(TRUTH, node.written, node))
    if isinstance(node, model.BothOf | model.EitherOf):
        yield replace(node, left=node.right, right=node.left)
        other = model.EitherOf if isinstance(node, model.BothOf) else model.BothOf
        left, right = (model.NotOf(TRUTH, one.written, one) for one in (node.left, node.right))
        yield model.NotOf(TRUTH, node.written, other(TRUTH, node.written, left, right))
    opposite = {model.Sign.BELOW: model.Sign.AT_LEAST, model.Sign.ABOVE: model.Sign.AT_MOST}
    if isinstance(node, model.ComparisonOf) and node.sign in opposite:
        yield model.NotOf(TRUTH, node.written, replace(node, sign=opposite[node.sign]))


def rewordings(rule: Rule) -> list[tuple[model.Node, Expression]]:
    nodes = {id(node): node for one in deciding(rule) for node in below(one)}
    return [(node, other) for node in nodes.values() for other in same_meaning(node)]  # type: ignore[arg-type]


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_what_means_the_same_is_never_noticed(data: st.DataObject) -> None:
    standard, examples = shipped(data.draw(st.sampled_from([PACT, CO_PRODUCTS])))
    rule = data.draw(st.sampled_from([one for one in standard.rules if rewordings(one)]))
    node, other = data.draw(st.sampled_from(rewordings(rule)))
    after = rewritten_rule(rule, lambda one: other if one is node else None)
    assert after != rule
    assert not examples.notices(rule, after)


def around(standard: Standard, mutant: Mutant) -> tuple[Standard, Standard]:
    """The standard before and after: the rules that change, and all of them where an allocation does."""
    after = {one.before.id: one.after for one in mutant.changed}
    others = {one.id: one for one in mutant.allocations}
    rules = [one for one in standard.rules if others or one.id in after]
    return replace(standard, rules=tuple(rules)), replace(
        standard,
        rules=tuple(after.get(one.id, one) for one in rules),
        allocations=tuple(others.get(one.id, one) for one in standard.allocations),
    )


@pytest.mark.parametrize("path", [PACT, CO_PRODUCTS], ids=lambda path: path.parent.name)
def test_what_is_noticed_is_what_running_the_examples_would_tell(path: Path) -> None:
    """The short way, over examples that differ in what a rule reads, answers as the long one does."""
    standard, examples = shipped(path)
    for mutant in list(mutants(standard))[:: len(standard.examples) // 2]:
        before, run = (run_examples(one, beside(path)) for one in around(standard, mutant))
        pairs = zip(before.runs, run.runs, strict=True)
        differs = any(
            set(one.nonconforming) != set(two.nonconforming) or set(one.undetermined) != set(two.undetermined)
            for one, two in pairs
        )
        assert noticed(mutant, examples) is differs, mutant.clause


# What ships


@pytest.mark.mutation
@pytest.mark.parametrize("path", STANDARDS, ids=NAMES)
def test_nine_of_ten_thresholds_of_every_standard_are_held(path: Path) -> None:
    run = mutate(*shipped(path))
    assert run.thresholds.percent >= 90, [one.clause.in_language("en") for one in run.unnoticed]
    assert run.mutants().percent >= 90


def test_sixty_rules_with_a_hundred_and_twenty_examples_end_within_a_minute() -> None:
    standard, _ = shipped(PACT)
    many = [replace(rule, id=f"{rule.id}-{copy}") for copy in range(3) for rule in standard.rules][:60]
    long = replace(standard, rules=tuple(many), examples=standard.examples[:120])
    began = process_time()
    run = mutate(long, trial(long, beside(PACT)))
    assert run.mutants().of > 600
    assert process_time() - began < 60
