"""A text report by compiled programs is the one by the interpreter, to the byte: examples as they are, and broken."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from footrule.analyse.prepared import changed_document
from footrule.assess.deciding import DecidedSubmission
from footrule.model.standard import Standard
from footrule.report.summary import Tally, line, summary
from footrule.report.to_text import to_text
from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.submission.open_documents import document_of
from footrule.submission.raw_documents import RawDocument
from footrule.workspace import Assessed, Workspace, status
from tests.house.checkout import ROOT

DAY = date(2026, 11, 28)
WORKSPACE = Workspace()
EXAMPLES = sorted([*ROOT.glob("examples/*.json"), *ROOT.glob("standards/*/examples/*.json")])
EVERY = 97
"""Of the changed examples of the standards, which are thousands, one in so many is looked at."""


def broken() -> Iterator[RawDocument]:
    """Examples of standards with the changes that break a rule, each in a file of its own or on a line of one."""
    number = 0
    for edition in WORKSPACE.catalogue.editions:
        standard = WORKSPACE.catalogue.load(edition)
        if not isinstance(standard, Standard) or edition.beside is None:
            continue
        for example in standard.examples:
            number += bool(example.changes)
            if not example.changes or number % EVERY:
                continue
            document = changed_document(standard, example, edition.beside.read)
            if isinstance(document, dict):
                text = json.dumps(plain(document), ensure_ascii=False, indent=2 if number % 2 else None)
                yield RawDocument(f"{example.title}.json", f"\n {text}".encode(), 1 + number % 3, 0)


def plain(value: JsonValue) -> object:
    """A value as `json` writes it."""
    match value:
        case JsonNumber():
            return json.loads(value)
        case dict():
            return {name: plain(one) for name, one in value.items()}
        case list():
            return [plain(one) for one in value]
        case _:
            return value


def both(raw: RawDocument) -> tuple[Assessed, Assessed] | None:
    """An assessment by programs and one by the interpreter; None where no program decides."""
    if not is_decided(raw):
        return None
    (decided,) = WORKSPACE.assessed_by_programs(raw, (), DAY)
    (assessed,) = WORKSPACE.assessed([document_of(raw)], (), (), DAY)
    return decided, assessed


def is_decided(raw: RawDocument) -> bool:
    """Whether programs decide a document."""
    (one,) = WORKSPACE.decided(raw, (), DAY)
    return isinstance(one, DecidedSubmission)


def said(one: Assessed) -> tuple[object, ...]:
    """All that a check says of one document, and how it ends."""
    tally = Tally()
    tally.add(one.assessment)
    return (
        *(to_text(one.assessment, language, 100, colour) for language in ("en", "zh") for colour in (False, True)),
        line(one.assessment, "en"),
        summary(tally, "en", 100, False),
        status(one, accept_awaiting=False),
        status(one, accept_awaiting=True),
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parents[1].name}/{path.name}")
def test_an_example_is_told_the_same(path: Path) -> None:
    found = both(RawDocument(path.name, path.read_bytes(), 1, 0))
    if found is not None:
        assert said(found[0]) == said(found[1])


def test_broken_examples_are_told_the_same() -> None:
    compared = [found for raw in broken() if (found := both(raw)) is not None]
    assert [said(one) for one, _ in compared] == [said(other) for _, other in compared]
    assert len(compared) > 10


def test_programs_decide_most_examples() -> None:
    decided = [is_decided(RawDocument(one.name, one.read_bytes(), 1, 0)) for one in EXAMPLES]
    assert sum(decided) > len(EXAMPLES) / 2


def test_why_a_standard_was_chosen_is_told_of_each_document() -> None:
    """The program is the same; one document claims the standard, the other has a product that it covers."""
    claiming = json.loads((ROOT / "standards/ethylene/examples/naphtha-cracking.json").read_bytes())
    covered = json.loads(json.dumps(claiming))
    del covered["extensions"][0]["data"]["inventory"]["standard"]
    for document in (claiming, covered, claiming):
        found = both(RawDocument("one.json", json.dumps(document).encode(), 1, 0))
        assert found is not None
        assert said(found[0]) == said(found[1])
