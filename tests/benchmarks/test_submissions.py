"""What benchmarks measure with: conforming documents conform, and each broken one breaks the rule it is meant to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from statistics import mean

import pytest

from benchmarks.breaches import BREACHES
from benchmarks.contenders import DAY, THIRTY, mistaken, peer, thirty_rules
from benchmarks.submissions import SIZES, Generated, documents
from footrule.assess.assess import assess
from footrule.assess.finding import Outcome
from footrule.evaluate.interpreter import Interpreter
from footrule.factors.database import shipped_factors
from footrule.submission.open_documents import document_of
from footrule.submission.raw_documents import RawDocument
from footrule.submission.submission import Submission
from footrule.workspace import submissions

SETTLED = {Outcome.CONFORMING, Outcome.NOT_APPLICABLE}


def broken_in(generated: Iterable[Generated]) -> list[set[str]]:
    """The rules, and the kinds of intake findings, that each document breaks or leaves open."""
    chosen, interpreter = thirty_rules().chosen, Interpreter(factors_of=lambda _: shipped_factors())
    found: list[set[str]] = []
    for one in generated:
        (submission,) = submissions(document_of(RawDocument("document.json", one.data, 1, 0)))
        assert isinstance(submission, Submission)
        findings = assess(interpreter, (chosen,), submission, None, DAY).findings
        found.append({finding.rule.id for finding in findings if finding.outcome not in SETTLED})
    return found


@pytest.mark.parametrize("kilobytes", SIZES)
def test_conforming_documents_conform(kilobytes: int) -> None:
    assert broken_in(documents(20, kilobytes, seed=11)) == [set()] * 20


@pytest.mark.parametrize("kilobytes", SIZES)
def test_a_broken_document_breaks_the_one_rule_it_is_meant_to(kilobytes: int) -> None:
    generated = documents(len(BREACHES), kilobytes, seed=12, broken=1.0)
    assert broken_in(generated) == [{rule} for rule in BREACHES]


def test_there_are_thirty_rules_and_each_has_its_breach() -> None:
    assert re.findall(r"(?m)^rule (\S+)", THIRTY.read_text("utf-8")) == list(BREACHES)
    assert len(BREACHES) == 30


@pytest.mark.parametrize("kilobytes", SIZES)
def test_documents_are_of_their_size_and_all_different(kilobytes: int) -> None:
    data = [one.data for one in documents(300, kilobytes)]
    assert 0.93 <= mean(map(len, data)) / (1000 * kilobytes) <= 1.07
    assert len(set(data)) == len(data)


def test_the_same_seed_makes_the_same_documents() -> None:
    assert documents(3, 5, seed=4, broken=0.5) == documents(3, 5, seed=4, broken=0.5)
    assert documents(3, 5, seed=4) != documents(3, 5, seed=5)


def test_of_broken_documents_there_are_as_many_as_asked_for() -> None:
    assert sum(one.breaks is not None for one in documents(200, 5, broken=0.1)) == 20


def test_a_peer_finds_what_it_claims_to_find() -> None:
    contender = peer("by_hand")
    assert mistaken(contender, [*documents(10, 5, seed=13), *documents(30, 5, seed=14, broken=1.0)]) == []
