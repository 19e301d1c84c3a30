"""What a program decides and the interpreter explains is what an assessment says: verdict, counts, every finding."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from footrule.assess.assess import verdict_of
from footrule.assess.assessment import Assessment
from footrule.assess.deciding import DecidedSubmission
from footrule.assess.finding import Finding, Outcome
from footrule.submission.open_documents import document_of
from footrule.submission.raw_documents import RawDocument
from footrule.workspace import Workspace
from tests.house.checkout import ROOT

DAY = date(2026, 11, 28)
WORKSPACE = Workspace()
WHOLE = ROOT / "standards" / "hydrogen" / "examples" / "electrolysis.json"
_NEED_ATTENTION = {Outcome.NONCONFORMING, Outcome.UNDETERMINED}


def raw(text: str, first_line: int = 1) -> RawDocument:
    return RawDocument("many.ndjson", text.encode(), first_line, 0)


def decided(document: RawDocument, *standards: str) -> DecidedSubmission | None:
    asked = WORKSPACE.standards(standards, DAY)
    assert isinstance(asked, tuple)
    (one,) = WORKSPACE.decided(document, asked, DAY)
    return one if isinstance(one, DecidedSubmission) else None


def assessed(document: RawDocument, *standards: str) -> Assessment:
    asked = WORKSPACE.standards(standards, DAY)
    assert isinstance(asked, tuple)
    (one,) = WORKSPACE.assessed([document_of(document)], asked, (), DAY)
    return one.assessment


def changed(path: Path, *changes: tuple[str, object]) -> str:
    """A submission with values put at JSON Pointers, or taken away (None)."""
    document = json.loads(path.read_text("utf-8"))
    for pointer, value in changes:
        *above, last = pointer.split("/")[1:]
        holder = document
        for step in above:
            holder = holder[int(step)] if isinstance(holder, list) else holder[step]
        if value is None:
            del holder[last]
        else:
            holder[last] = value
    return json.dumps(document, ensure_ascii=False)


def variants() -> Iterator[tuple[str, str]]:
    inventory = "/extensions/0/data/inventory"
    yield "as it is", changed(WHOLE)
    yield "a total that is off", changed(WHOLE, ("/pcf/pcfIncludingBiogenicUptake", "123.4"))
    yield "another footprint than the inventory's", changed(WHOLE, ("/pcf/fossilGhgEmissions", "0.001"))
    yield (
        "an input without amount",
        changed(
            WHOLE, (f"{inventory}/processes/0/inputs/0/amount", None), (f"{inventory}/processes/0/inputs/0/unit", None)
        ),
    )
    yield "no place", changed(WHOLE, (f"{inventory}/processes/0/geography", None))
    yield "no attestations", changed(WHOLE, (f"{inventory}/attestations", None))
    yield "no inventory", changed(WHOLE, ("/extensions", None))


VARIANTS = dict(variants())


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("standards", [("hydrogen",), ("iso14067",), ("pact", "iso14067"), ()], ids=str)
def test_a_program_comes_to_what_the_interpreter_says(variant: str, standards: tuple[str, ...]) -> None:
    document = raw(VARIANTS[variant], first_line=7)
    found, whole = decided(document, *standards), assessed(document, *standards)
    if found is None:
        # Without an inventory nothing claims a standard, and its product codes may choose none.
        assert not whole.standards
        return
    assert {one: many for one, many in found.standings().items() if many} == dict(whole.standings)
    assert verdict_of(found.standings()) is whole.verdict
    assert (found.id, found.format) == (whole.submission_id, whole.format)
    assert [one.standard.id for one in found.applied] == [one.id for one in whole.standards]
    expected = [one for one in whole.findings if one.outcome in _NEED_ATTENTION]
    assert sorted(found.findings(), key=_order) == sorted(expected, key=_order)


def _order(finding: Finding) -> tuple[str, int, str]:
    return finding.rule.id, finding.rule.requirement, finding.place.pointer


def test_what_is_no_footprint_of_pact_3_is_for_the_interpreter() -> None:
    assert decided(raw(changed(WHOLE, ("/specVersion", "2.3.0"))), "pact") is None


def test_each_document_is_held_against_the_standard_that_it_chooses() -> None:
    found = [
        decided(raw((ROOT / "standards" / name).read_text("utf-8")))
        for name in (
            "hydrogen/examples/electrolysis.json",
            "ethylene/examples/naphtha-cracking.json",
            "hydrogen/examples/cracking.json",
        )
    ]
    chosen = [[one.standard.id for one in each.applied] for each in found if each is not None]
    assert chosen == [["hydrogen"], ["ethylene"], ["hydrogen"]]
