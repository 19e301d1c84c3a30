"""One requirement judged on one element alone comes to what the judgement of the whole standard says of it.

Over the examples of some standards, those that ask for other submissions and for factors among them, and over written
standards and footprints.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from footrule.analyse.trial import trial
from footrule.evaluate.context import Context
from footrule.evaluate.evidence import Evidence
from footrule.evaluate.expressions import evaluate
from footrule.evaluate.interpreter import Interpreter
from footrule.evaluate.judgement import Judgement
from footrule.evaluate.over_lists import elements
from footrule.evaluate.values import Result, Unknown
from footrule.factors.database import shipped_factors
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.expression import Expression
from footrule.model.outcome import Outcome
from footrule.model.standard import Rule, Standard
from footrule.submission.element import Attestation, Record
from tests.house.checkout import ROOT
from tests.language.small_world import standard_of, world
from tests.properties.dice import BOUNDED
from tests.properties.test_evaluation import Case, cases
from tests.properties.written_footprints import attestations

FOLDERS = {"between_submissions": "between_submissions", "chemicals_allocation": "chemicals", "pact": "pact"}


@cache
def _standard(name: str) -> Standard:
    catalogue = Catalogue(shipped())
    found = catalogue.load(next(one for one in catalogue.editions if one.id == name))
    assert isinstance(found, Standard)
    return found


def positions(rule: Rule, footprint: Record, predecessor: Record | None) -> list[int | None]:
    """Where the elements stand that a rule applies to; None alone where there is nothing to count."""
    iteration = rule.for_each
    if iteration is None:
        return [None]
    lets = {let.name: let.value for let in rule.lets}
    context = Context(footprint, predecessor, {}, lets, Evidence(kept=False), evaluate, shipped_factors())
    listed = context.evaluate(iteration.source)
    if isinstance(listed, Unknown):
        return [None]

    def is_kept(number: int) -> bool:
        inner = context.with_element(iteration.variable, elements(listed)[number]).apart()
        return iteration.condition is None or inner.evaluate(iteration.condition) is not False

    return [number for number in range(len(elements(listed))) if is_kept(number)] or [None]


def alone(
    standard: Standard,
    rule: Rule,
    footprint: Record,
    predecessor: Record | None = None,
    said: tuple[Attestation, ...] = (),
) -> Iterator[Judgement]:
    """The judgements on a rule, each found without the others."""
    places = positions(rule, footprint, predecessor)
    for number in range(1, len(rule.requirements) + 1):
        for position in places:
            yield Interpreter().judge_at(standard, rule, number, position, footprint, predecessor, said)


@pytest.mark.parametrize("name", FOLDERS)
def test_each_requirement_of_a_standard_is_judged_alone_as_among_all(name: str) -> None:
    standard, folder = _standard(name), ROOT / "rules" / FOLDERS[name]
    examples = trial(standard, lambda file: _read(folder / file))
    seen: set[Outcome] = set()
    for rule in standard.rules:
        for one in examples.cases(rule):
            given_in = (one.footprint, one.predecessor, one.attestations)
            every = list(Interpreter().judge_rule(standard, rule, *given_in))
            assert list(alone(standard, rule, *given_in)) == every
            seen |= {judgement.outcome for judgement in every}
    assert seen == set(Outcome)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@BOUNDED
@given(cases(), attestations())
def test_each_requirement_is_judged_alone_as_among_all(case: Case, said: tuple[Attestation, ...]) -> None:
    standard, footprint, before = case
    every = list(Interpreter().judge(standard, footprint, before, said))
    assert [one for rule in standard.rules for one in alone(standard, rule, footprint, before, said)] == every


PARTS = """for each  f in flows where f.name is given
  shall     every p in f.parts satisfies p.mass < 2 kg
  otherwise "{f.name} has a part of {max(p.mass for p in f.parts)}"
         zh "{f.name}有{max(p.mass for p in f.parts)}的部分"
"""
FLOWS = world(
    flows=[
        {"name": "one", "parts": [{"mass": "1"}, {"mass": "7"}, {"mass": "9"}]},
        {"parts": [{"mass": "8"}]},
        {"name": "three", "parts": [{"mass": "5"}]},
    ]
)


def judged_at(position: int | None, seen: list[str] | None = None) -> Judgement:
    """The requirement above on one of the flows; what is evaluated on the way is added to `seen`."""

    def watched(context: Context, node: Expression) -> Result:
        if seen is not None:
            seen.append(node.written)
        return evaluate(context, node)

    standard = standard_of(PARTS)
    return Interpreter(watched).judge_at(standard, standard.rules[0], 1, position, FLOWS, None, ())


def test_positions_count_the_list_before_its_where() -> None:
    assert [judged_at(position).pointer for position in (0, 2)] == ["/flows/0/parts/1/mass", "/flows/2/parts/0/mass"]


def test_what_is_said_of_one_element_needs_no_other() -> None:
    seen: list[str] = []
    judged_at(2, seen)
    assert seen.count("f.parts") == 2  # for the requirement, and for both languages of the message once
    assert seen.count("p.mass < 2 kg") == 2  # whether it is broken, and with what evidence


def test_no_element_is_a_judgement_of_its_own() -> None:
    assert judged_at(None).outcome is Outcome.NOT_APPLICABLE


def test_an_element_that_is_passed_over_has_no_judgement() -> None:
    with pytest.raises(AssertionError, match="the element at 1 is one that its `where` passes over"):
        judged_at(1)
