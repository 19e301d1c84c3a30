"""The workspace: what is applied to what, whatever the evaluator is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from footrule.assess.assessment import Verdict
from footrule.evaluate.interpreter import Interpreter, ships_for_all
from footrule.evaluate.judgement import Judgement
from footrule.library.catalogue import Broken, NotFound
from footrule.library.shelf import Edition, edition_of
from footrule.model.outcome import Outcome
from footrule.model.standard import Standard
from footrule.submission.element import Attestation, Record
from footrule.submission.open_documents import open_documents
from footrule.submission.submission import Submission
from footrule.workspace import Assessed, TwoEditions, Workspace, status, submissions, told
from tests.ends import footprints
from tests.library.shelves import broken, catalogue, standard

DAY = date(2026, 11, 23)


class Noting:
    """An evaluator that notes what it is given and leaves the judging to the interpreter."""

    def __init__(self) -> None:
        self.factors_of = ships_for_all
        self.judged: list[tuple[str, str | None]] = []

    def judge(
        self,
        standard: Standard,
        footprint: Record,
        predecessor: Record | None,
        attestations: tuple[Attestation, ...],
    ) -> Iterator[Judgement]:
        """What the interpreter says."""
        self.judged.append((standard.id, None if predecessor is None else predecessor.pointer))
        return Interpreter().judge(standard, footprint, predecessor, attestations)


def assessed(
    tmp_path: Path, editions: Sequence[Edition], asked: Sequence[str], *documents: object, before: object = None
) -> tuple[list[Assessed], Noting]:
    """Documents in one file, assessed against what was asked for of the editions."""
    file, evaluator = tmp_path / "new.json", Noting()
    file.write_text(json.dumps(list(documents)), encoding="utf-8")
    workspace = Workspace(catalogue(*editions), evaluator)
    applied = workspace.standards(asked, DAY)
    assert isinstance(applied, tuple), applied
    predecessors: list[Record] = []
    if before is not None:
        (tmp_path / "old.json").write_text(json.dumps(before), encoding="utf-8")
        for document in open_documents([str(tmp_path / "old.json")], None):
            predecessors += [one.footprint for one in submissions(document) if isinstance(one, Submission)]
    return list(workspace.assessed(open_documents([str(file)], None), applied, predecessors, DAY)), evaluator


def test_several_standards_are_applied_in_the_order_they_were_asked_for(tmp_path: Path) -> None:
    ((one,), evaluator) = assessed(tmp_path, [standard("a"), standard("b")], ["b", "a"], footprints.pact3())
    assert [each.id for each in one.assessment.standards] == ["b", "a"]
    assert [each.rule.id for each in one.assessment.findings] == ["B-1", "A-1"]
    assert [name for name, _ in evaluator.judged] == ["b", "a"]


def test_a_rule_that_two_standards_bring_is_judged_once(tmp_path: Path) -> None:
    editions = [
        standard("base", kind="library"),
        standard("a", "1.0.0", "extends base 1"),
        standard("b", "1.0.0", "extends base 1"),
    ]
    ((one,), _) = assessed(tmp_path, editions, ["a", "b", "base"], footprints.pact3())
    assert [each.rule.id for each in one.assessment.findings] == ["BASE-1", "A-1", "B-1"]


def test_rules_of_the_same_id_in_two_standards_are_two_rules(tmp_path: Path) -> None:
    editions = [standard("a", rule="SAME-1"), standard("b", rule="SAME-1", limit="1000")]
    ((one,), _) = assessed(tmp_path, editions, ["a", "b"], footprints.pact3())
    assert [each.outcome.value for each in one.assessment.findings] == ["conforming", "nonconforming"]


def test_every_footprint_chooses_for_itself(tmp_path: Path) -> None:
    editions = [standard("ethylene", "1.0.0", 'covers cas "74-85-1"'), standard("gas", "1.0.0", 'covers cas "74-82-8"')]
    documents = [
        footprints.pact3() | {"productIds": [f"urn:pact:cas.org:substance-number:{code}"]}
        for code in ("74-82-8", "74-85-1", "71-43-2")
    ]
    found, _ = assessed(tmp_path, editions, [], *documents)
    assert [[each.id for each in one.assessment.standards] for one in found] == [["gas"], ["ethylene"], []]
    assert [status(one, accept_awaiting=False) for one in found] == [0, 0, 3]
    assert found[2].assessment.remark is not None


def test_several_candidates_must_be_chosen_from_and_that_is_2(tmp_path: Path) -> None:
    editions = [standard(one, "1.0.0", 'covers cpc "34110"') for one in ("ethylene", "propylene")]
    document = footprints.pact2()
    ((one,), evaluator) = assessed(tmp_path, editions, [], document)
    assert one.must_choose
    assert status(one, accept_awaiting=True) == 2
    assert evaluator.judged == []
    assert "choose with --standard" in str(one.assessment.remark)
    ((decided,), _) = assessed(tmp_path, editions, ["ethylene"], document)
    assert decided.assessment.verdict is Verdict.CONFORMING


def test_what_cannot_be_had_is_told() -> None:
    workspace = Workspace(catalogue(standard("gas"), standard("gas", "2.0.0"), broken("wrong")))
    assert isinstance(workspace.standards(["gas", "nothing"], DAY), NotFound)
    found = workspace.standards(["gas", "wrong"], DAY)
    assert isinstance(found, Broken)
    assert "wrong/1.0.0.pcr has errors; `footrule lint` shows them" in str(told(found))
    assert told(found).languages == ("en", "zh")


def test_two_editions_of_one_standard_are_not_applied_at_once() -> None:
    """Their rules have the same ids: those of the second would never be judged."""
    workspace = Workspace(catalogue(standard("gas"), standard("gas", "2.0.0")))
    found = workspace.standards(["gas@1", "gas"], DAY)
    assert isinstance(found, TwoEditions)
    assert found == TwoEditions("gas", ("1.0.0", "2.0.0"))
    assert "gas is asked for in two versions, 1.0.0 and 2.0.0: choose one" in str(told(found))
    assert len(workspace.standards(["gas", "gas@2", "gas@2.0.0"], DAY)) == 1  # type: ignore[arg-type]


def test_the_predecessor_is_the_one_that_is_named_else_the_only_one(tmp_path: Path) -> None:
    old = [footprints.pact3() | {"id": f"3f0d2f0e-6a4e-4c8e-861d-079e4e1dfd1{number}"} for number in range(3)]
    new = footprints.pact3()
    naming = new | {"precedingPfIds": [old[2]["id"]]}
    _, evaluator = assessed(tmp_path, [standard("gas")], ["gas"], new, naming, before=old)
    assert evaluator.judged == [("gas", None), ("gas", "/2")]
    _, evaluator = assessed(tmp_path, [standard("gas")], ["gas"], new, naming, before=old[:1])
    assert evaluator.judged == [("gas", "/0"), ("gas", "/0")]


def test_a_finding_says_who_changed_its_rule_and_the_report_what_was_waived(tmp_path: Path) -> None:
    child = edition_of(
        b'library child 1.0.0\n title "Child"\n extends gas 1\ndocument d "D" edition "1"\n'
        b'tighten GAS-1\n because "we can"\n cite d "2"\n shall pcf.mass > 900 t\n',
        "child.pcr",
    )
    gas = edition_of(
        b'library gas 1.0.0\n title "Gas"\ndocument d "D" edition "1"\n'
        b'rule GAS-1 "A mass"\n cite d "1"\n shall pcf.mass > 0 kg\n',
        "gas.pcr",
    )
    last = edition_of(b'library last 1.0.0\n title "Last"\n extends gas 1\nwaive GAS-1 because "no"\n', "last.pcr")
    assert child is not None and gas is not None and last is not None
    ((one,), _) = assessed(tmp_path, [gas, child], ["child"], footprints.pact3())
    (finding,) = (found for found in one.assessment.findings if found.rule.id == "GAS-1")
    assert finding.rule.standard == "child"
    assert [str(said) for said in finding.rule.changed] == ["child tightens this rule of gas: we can"]
    assert finding.outcome is Outcome.NONCONFORMING
    ((one,), _) = assessed(tmp_path, [gas, last], ["last"], footprints.pact3())
    (applied,) = one.assessment.standards
    assert [(waived.id, str(waived.because)) for waived in applied.waived] == [("GAS-1", "no")]
    assert all(found.rule.id != "GAS-1" for found in one.assessment.findings)
