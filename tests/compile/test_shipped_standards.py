"""Every standard that ships, compiled: its program says what the interpreter says on the documents of its examples.

A few documents of each standard; with HYPOTHESIS_PROFILE=thorough all of them.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from footrule.analyse.prepared import changed_document
from footrule.factors.database import shipped_factors
from footrule.library.catalogue import Catalogue
from footrule.library.own_factors import OwnFactors
from footrule.library.shelf import Edition, shipped
from footrule.model.standard import Asserted, Attested, Example, Standard
from footrule.submission.json_text import JsonValue
from tests.compile.equality import StandardProgram, program_of
from tests.compile.ordinary import compared_on, read_ordinarily
from tests.submission.pact_documents import Object
from tests.submission.test_on_demand import written

CATALOGUE = Catalogue(shipped())
EDITIONS = {one.id: one for one in CATALOGUE.editions}
FACTORS = OwnFactors(CATALOGUE, shipped_factors())
CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "pact"

SAMPLE = max(settings().max_examples // 20, 3)
"""How many documents of each standard are looked at."""
OF_PARTS = {"iso14067": "iso14067_", "gbt24067": "iso14067_", "pact_methodology": "pact", "chemicals": "chemicals_"}
"""Standards that are looked at on the documents of their parts as well, by how those are called."""


@cache
def standard(name: str) -> Standard:
    """A standard that ships."""
    found = CATALOGUE.load(EDITIONS[name])
    assert isinstance(found, Standard), name
    return found


@cache
def program(name: str) -> StandardProgram:
    """Its program."""
    found = standard(name)
    return program_of(found, factors=FACTORS.of(found))


def sampled(name: str) -> list[Example]:
    """Some of the examples of a standard: the one with the most changes, and others from the first to the last."""
    every = standard(name).examples
    most = [max(every, key=lambda one: len(one.changes) + len(one.attestations))] if every else []
    return [*most, *every[:: -(-len(every) // SAMPLE) or 1]]


def document(edition: Edition, example: Example) -> Object:
    """The document of an example, with what it attests where the document has an inventory to attest in."""
    beside, found = edition.beside, standard(edition.id)
    assert beside is not None
    changed = changed_document(found, example, beside.read)
    assert isinstance(changed, dict), changed
    return attested(found, changed, example)


def attested(found: Standard, document: Object, example: Example) -> Object:
    """The document with the judgements that an example adds."""
    by_rule = {rule.id: [one.by for one in rule.requirements if isinstance(one, Attested)] for rule in found.rules}
    given: list[JsonValue] = [
        {"requirement": one.rule, "by": "A person", "role": role, "outcome": one.outcome}
        for one in example.attestations
        for role in by_rule.get(one.rule, [])
    ]
    match document:
        case {"extensions": [{"data": {"inventory": dict()}}, *_]} if given:
            copy = deepcopy(document)
            inventory = copy["extensions"][0]["data"]["inventory"]  # type: ignore[index, call-overload]
            inventory["attestations"] = given  # type: ignore[index, call-overload]
            return copy
        case _:
            return document


@pytest.mark.parametrize("name", sorted(EDITIONS))
def test_the_program_says_what_the_interpreter_says(name: str) -> None:
    assert program(name).made.left == (), "all rules are compiled"
    documents = [document(EDITIONS[name], one) for one in sampled(name)]
    for part in sorted(EDITIONS) if name in OF_PARTS else ():
        if part != name and part.startswith(OF_PARTS[name]):
            documents += [document(EDITIONS[part], one) for one in sampled(part)[: SAMPLE // 3]]
    unread, left = 0, 0
    for one in documents:
        data = written(one)
        found = compared_on(program(name), data)
        if found is None:
            unread += 1
            of_pact_3 = str(one["specVersion"]).startswith("3.")
            assert not of_pact_3 or isinstance(read_ordinarily(standard(name), data), list), (
                "a clean document is not read"
            )
        else:
            assert found.differences == ()
            left += len(found.left)
    assert unread <= len(documents) // 2
    assert left <= len(documents), "few examples are so close to a limit that the interpreter has to look"


def test_what_is_noted_of_single_elements_is_among_what_was_compared() -> None:
    noted = {"broken": 0, "undetermined": 0}
    attested: set[object] = set()
    for name in ("co_products", "iso14067_allocation"):
        for example in sampled(name):
            read = program(name).program.read(written(document(EDITIONS[name], example)))
            decided = program(name).program.decide(read) if read is not None else None
            for listed in noted if decided is not None else ():
                noted[listed] += sum(element is not None for _, element, _ in getattr(decided, listed))
        attested |= {type(one) for rule in standard(name).rules for one in rule.requirements}
    assert noted["broken"] and noted["undetermined"], noted
    assert attested == {Asserted, Attested}


@pytest.mark.corpus
@pytest.mark.parametrize("file", ["cosmetics_sample.json", "textile_sample.json"])
@pytest.mark.parametrize("name", ["pact", "iso14067", "pact_methodology"])
def test_the_published_samples(file: str, name: str) -> None:
    """Of each of them the reader notes that its share is a fraction; with percentages they are clean."""
    samples = json.loads((CORPUS / file).read_text(encoding="utf-8"))
    for sample in samples:
        assert program(name).program.read(json.dumps(sample).encode()) is None
        sample["pcf"]["primaryDataShare"] = "56.10"
        found = compared_on(program(name), json.dumps(sample, ensure_ascii=False).encode())
        assert found is not None
        assert found.differences == ()
    assert len(samples) == 30
