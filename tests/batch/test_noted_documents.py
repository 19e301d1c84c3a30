"""Documents of which their reader notes something, and envelopes: decided by programs too, and to the same rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from random import Random

import pytest

from footrule.assess.deciding import DecidedSubmission
from footrule.batch.checker import Checker
from footrule.batch.deciding import DecidingChecker
from footrule.batch.interpreting import InterpretingChecker
from footrule.library.catalogue import Catalogue
from footrule.library.choosing import ASKED_FOR
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.report.result_row import json_line
from footrule.submission.json_text import JsonValue
from footrule.submission.raw_documents import RawDocument
from footrule.workspace import Asked, Workspace
from tests.house.checkout import ROOT

DAY = date(2026, 11, 28)
WORKSPACE = Workspace(Catalogue(shipped()))
WHOLE: dict[str, JsonValue] = json.loads((ROOT / "standards/ethylene/examples/naphtha-cracking.json").read_bytes())
BARE = {name: one for name, one in WHOLE.items() if name != "extensions"}
VALUES: tuple[JsonValue, ...] = (
    "", "x", "1,5", "-1", "0.5", "1.0 ", None, True, [], {}, ["x"], {"value": "1"}, {"value": "1", "unit": "furlong"},
)  # fmt: skip
NAMES = ("erp_batch", "comment", "id", "unit", "amount", "kind", "footprint", "Remark")


def asked(id: str) -> Asked:
    """A standard that ships, asked for."""
    found = WORKSPACE.catalogue.find(id, DAY)
    assert isinstance(found, Standard)
    return ((WORKSPACE.catalogue.chosen(found, ASKED_FOR, DAY),),)


def rows(checker: Checker, document: RawDocument) -> list[tuple[bytes, list[tuple[str, str]]]]:
    """What a checker says of a document: its rows as they are written, and what each rule came to."""
    return [(json_line(one), sorted(one.rules)) for one in checker.rows(document)]


def objects(value: JsonValue) -> Iterator[dict[str, JsonValue]]:
    """The objects in a document that have members."""
    if isinstance(value, dict):
        if value:
            yield value
        for one in value.values():
            yield from objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from objects(one)


def spoilt(document: dict[str, JsonValue], random: Random) -> RawDocument:
    """A document with one to three changes of the kind that a reader notes."""
    document = deepcopy(document)
    for _ in range(random.choice((1, 1, 2, 3))):
        one = random.choice(list(objects(document)))
        name = random.choice(list(one))
        match random.randrange(5):
            case 0:
                one[random.choice(NAMES)] = random.choice(VALUES)
            case 1:
                one[f"{name}s"] = one.pop(name)
            case 2:
                del one[name]
            case 3:
                one[name] = random.choice(VALUES)
            case _:
                given = one[name]
                one[name] = [*given, *given[:1]] if isinstance(given, list) else f"{given} "
    return RawDocument("one.json", json.dumps(document, indent=random.choice((None, 1))).encode(), 3, 0)


@pytest.mark.parametrize(
    ("document", "standard", "many"), [(BARE, "pact", 150), (WHOLE, "ethylene", 25)], ids=["pact", "ethylene"]
)
def test_a_document_that_is_noted_comes_to_the_same_rows(
    document: dict[str, JsonValue], standard: str, many: int
) -> None:
    random = Random(many)
    ways = [kind(WORKSPACE, asked(standard), DAY, "en") for kind in (DecidingChecker, InterpretingChecker)]
    decided = 0
    for _ in range(many):
        raw = spoilt(document, random)
        by_programs = any(isinstance(one, DecidedSubmission) for one in WORKSPACE.decided(raw, asked(standard), DAY))
        decided += by_programs
        if by_programs:
            assert rows(ways[0], raw) == rows(ways[1], raw), raw.data
    assert decided > many / 2


def test_with_an_attribute_of_somebody_s_own_no_rule_is_left_to_the_interpreter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = json.dumps({**WHOLE, "erp_batch": "7"}).encode()
    (decided,) = WORKSPACE.decided(RawDocument("one.json", document, 1, 0), asked("ethylene"), DAY)
    assert isinstance(decided, DecidedSubmission)
    assert [one.rule.id for one in decided.findings()] == ["I0101"]
    assert not any(part.said for part in decided._parts)


def test_the_standard_is_chosen_by_the_document_as_it_was_read() -> None:
    """The claim is misspelt, so that nobody reads it: the product chooses."""
    document = deepcopy(WHOLE)
    inventory = next(one for one in objects(document) if "standard" in one)
    claim = inventory.pop("standard")
    inventory["standardd"] = claim
    raw = RawDocument("one.json", json.dumps(document).encode(), 1, 0)
    ways = [kind(WORKSPACE, (), DAY, "zh") for kind in (DecidingChecker, InterpretingChecker)]
    assert rows(ways[0], raw) == rows(ways[1], raw)


def test_a_byte_order_mark_moves_no_column() -> None:
    document = b"\xef\xbb\xbf" + json.dumps({**BARE, "erp_batch": "7"}).encode()
    raw = RawDocument("one.json", document, 1, 0)
    ways = [kind(WORKSPACE, asked("pact"), DAY, "en") for kind in (DecidingChecker, InterpretingChecker)]
    (decided,) = WORKSPACE.decided(raw, asked("pact"), DAY)
    assert isinstance(decided, DecidedSubmission)
    assert rows(ways[0], raw) == rows(ways[1], raw)


@pytest.mark.parametrize("open_, close", [("\n\n ", ""), ("[", "]"), ('{"data": [', "]}"), ('[{"data": [', "]}]")])
def test_footprints_in_an_envelope_are_decided_each_at_its_place(open_: str, close: str) -> None:
    noted = {**BARE, "erp_batch": "7", "id": "0b0e3f52-7c55-4a39-8f0a-3e7f5a1c9d29"}
    many = [BARE, noted, BARE] if close else [BARE]
    raw = RawDocument(
        "many.json", f"{open_}{', '.join(json.dumps(one, indent=1) for one in many)}{close}".encode(), 1, 0
    )
    decided = list(WORKSPACE.decided(raw, asked("pact"), DAY))
    assert all(isinstance(one, DecidedSubmission) for one in decided)
    ways = [kind(WORKSPACE, asked("pact"), DAY, "en") for kind in (DecidingChecker, InterpretingChecker)]
    assert rows(ways[0], raw) == rows(ways[1], raw)
    assert len(rows(ways[0], raw)) == len(many)


def test_what_no_program_decides_does_not_keep_the_others_of_its_envelope_from_it() -> None:
    others = [{**BARE, "specVersion": "2.0.0"}, 5]
    raw = RawDocument("many.json", json.dumps([BARE, *others, BARE]).encode(), 1, 0)
    decided = [isinstance(one, DecidedSubmission) for one in WORKSPACE.decided(raw, asked("pact"), DAY)]
    assert decided == [True, False, False, True]
    ways = [kind(WORKSPACE, asked("pact"), DAY, "en") for kind in (DecidingChecker, InterpretingChecker)]
    assert rows(ways[0], raw) == rows(ways[1], raw)
