"""From bytes to reports: whatever is sent, no exception, a verdict that follows, reports that keep to their forms."""

from __future__ import annotations

import io
import json
from collections import Counter
from datetime import date
from functools import cache
from random import Random
from typing import Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from footrule.assess.assess import verdict
from footrule.assess.assessment import Assessment, Verdict
from footrule.report.summary import line
from footrule.report.to_json import as_json, schema_text, to_json
from footrule.report.to_text import to_text
from footrule.submission.element import Record
from footrule.submission.open_documents import open_documents
from footrule.submission.submission import Submission
from footrule.text.cells import cells
from footrule.workspace import Asked, Workspace, status, submissions
from tests.ends import footprints
from tests.properties.documents import JSON, holder, mutated, paths

DAY = date(2026, 11, 23)
FEWER = settings(max_examples=max(settings().max_examples // 2, 1))
"""For what sends several documents, or large ones, with each example: to validate their reports takes the time."""
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_text()))


@cache
def workspace() -> tuple[Workspace, Asked]:
    """A workspace, and the standards that are applied."""
    found = Workspace()
    applied = found.standards(["pact"], DAY)
    assert isinstance(applied, tuple)
    return found, applied


def assessed(data: bytes, predecessors: tuple[Record, ...] = ()) -> list[Assessment]:
    """The assessments of what comes through standard input; each with a status that exists."""
    found, applied = workspace()
    results = list(found.assessed(open_documents(["-"], io.BytesIO(data)), applied, predecessors, DAY))
    assert {status(one, accept_awaiting=accept) for one in results for accept in (True, False)} <= {0, 1, 2, 3}
    return [one.assessment for one in results]


def sent(document: object) -> bytes:
    """A document as it travels."""
    return json.dumps(document).encode()


def holds(found: list[Assessment]) -> None:
    """What is true of every report, whatever was sent."""
    assert found
    for one in found:
        assert one.verdict is (Verdict.UNREADABLE if one.unreadable is not None else verdict(one.findings))
        # In one language: the form is the same in the other, and to validate it takes longer than all the rest.
        SCHEMA.validate([as_json(one, "zh")])
        for language in ("en", "zh"):
            for width in (40, 120):
                lines = to_text(one, language, width, colour=False).split("\n")
                assert max(map(cells, lines)) <= width
                assert all(each.isprintable() for each in lines)
            assert line(one, language).isprintable()
    report = "".join(to_json(found, "zh"))
    assert report.isascii()
    assert len(json.loads(report)) == len(found)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    holds(assessed(data))


@given(JSON)
def test_any_json(value: object) -> None:
    holds(assessed(sent(value)))


@FEWER
@given(JSON, st.sampled_from(["3.0.0", "2.3.0", "1", None]))
def test_any_json_that_says_it_is_a_footprint(value: object, version: str | None) -> None:
    holds(assessed(sent({"specVersion": version, "pcf": value})))
    holds(assessed(sent(footprints.pact3() | {"pcf": value, "extensions": value})))


@FEWER
@given(mutated())
def test_any_mutated_footprint(document: footprints.Document) -> None:
    holds(assessed(sent(document)))


@FEWER
@given(mutated(), mutated())
def test_any_mutated_footprint_after_another(new: footprints.Document, old: footprints.Document) -> None:
    before = [
        one.footprint
        for document in open_documents(["-"], io.BytesIO(sent(old)))
        for one in submissions(document)
        if isinstance(one, Submission)
    ]
    holds(assessed(sent(new), tuple(before)))


@FEWER
@given(mutated(), st.data())
def test_any_mutated_bytes(document: footprints.Document, data: st.DataObject) -> None:
    """Bytes cut, flipped or put in, where the document was whole."""
    whole = sent(document)
    at = data.draw(st.integers(0, len(whole)))
    rest = whole[at + data.draw(st.integers(0, 3)) :]
    holds(assessed(whole[:at] + data.draw(st.binary(max_size=3)) + rest))


# What must not matter


def outcomes(found: list[Assessment], without: str = "") -> Counter[tuple[Any, ...]]:
    """What every rule came to and where, with the beginning of the pointers taken away."""
    return Counter(
        (one.rule.id, one.rule.requirement, one.outcome, one.reason, one.place.pointer.removeprefix(without))
        for assessment in found
        for one in assessment.findings
    )


def of_rules(found: list[Assessment]) -> Counter[tuple[Any, ...]]:
    """The outcomes without those of the reader."""
    return Counter({key: times for key, times in outcomes(found).items() if not key[0].startswith("I0")})


@FEWER
@given(mutated(), st.data())
def test_an_unknown_attribute_changes_the_outcome_of_no_rule(
    document: footprints.Document, data: st.DataObject
) -> None:
    before = of_rules(assessed(sent(document)))
    places = [path for path in paths(document) if isinstance(holder(document, path), dict)]
    if places:
        inside = holder(document, data.draw(st.sampled_from(places)))
        inside["qqqqqqqqqqqqqqqq"] = data.draw(JSON)
    assert of_rules(assessed(sent(document))) == before


@FEWER
@given(mutated(), st.randoms(use_true_random=False))
def test_the_order_of_the_keys_changes_nothing(document: footprints.Document, random: Random) -> None:
    assert outcomes(assessed(sent(shuffled(document, random)))) == outcomes(assessed(sent(document)))


def shuffled(value: object, random: Random) -> object:
    """A document with the members of every object in another order."""
    if isinstance(value, dict):
        members = [(name, shuffled(one, random)) for name, one in value.items()]
        random.shuffle(members)
        return dict(members)
    return [shuffled(one, random) for one in value] if isinstance(value, list) else value


@FEWER
@given(mutated())
def test_what_a_footprint_travels_in_changes_nothing(document: footprints.Document) -> None:
    document.setdefault("pcf", {})
    bare = outcomes(assessed(sent(document)))
    event = {"type": "org.wbcsd.pact.ProductFootprint.RequestFulfilledEvent.3", "data": {"pfs": [document]}}
    envelopes = {"/0": [document], "/data/0": {"data": [document]}, "/data": {"data": document}, "/data/pfs/0": event}
    for pointer, envelope in envelopes.items():
        assert outcomes(assessed(sent(envelope)), pointer) == bare
    twice = assessed(sent(document) + b"\n\n" + sent(document) + b"\n")
    assert [outcomes([one]) for one in twice] == [bare, bare]
    among = assessed(sent([document, document, document]))
    assert [outcomes([one], f"/{number}") for number, one in enumerate(among)] == [bare] * 3


@given(mutated(), st.sampled_from([None, 0, 2]))
def test_a_report_is_the_same_twice(document: footprints.Document, indent: int | None) -> None:
    data = json.dumps(document, indent=indent).encode()
    assert "".join(to_json(assessed(data), "en")) == "".join(to_json(assessed(data), "en"))
