"""The documents that the schemas are tried on: the examples of the standards, and what the engine says of each."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from footrule.analyse.prepared import changed_document
from footrule.assess.category import categorised
from footrule.evaluate.interpreter import Interpreter
from footrule.model.outcome import Outcome
from footrule.model.standard import Standard
from footrule.schema.of_standard import schema_of
from footrule.submission.intake import Unreadable
from footrule.submission.json_text import JsonNumber, JsonValue
from footrule.text.wording import Wording
from tests.analyse.test_mutation import beside
from tests.standards.test_examples import CATALOGUE, STANDARDS
from tests.submission.pact_documents import Object, read_any


@cache
def standards() -> dict[str, tuple[Path, Standard]]:
    """The standards of the checkout by their ids."""
    editions = {edition.data: edition for edition in CATALOGUE.editions}
    loaded = [(path, CATALOGUE.load(editions[path.read_bytes()])) for path in STANDARDS]
    return {one.id: (path, one) for path, one in loaded if isinstance(one, Standard)}


@cache
def validator(id: str) -> Draft202012Validator:
    """The schema of a standard, ready to be used."""
    return Draft202012Validator(schema_of(standards()[id][1]))


def conforming(id: str) -> list[tuple[str, Object]]:
    """The examples of a standard that conform, each with its title."""
    path, standard = standards()[id]
    found: list[tuple[str, Object]] = []
    for example in standard.examples:
        if not example.fails and not example.undetermined:
            document = changed_document(standard, example, beside(path))
            assert not isinstance(document, Wording)
            found.append((example.title, document))
    return found


def inventory_of(extension: JsonValue) -> Object:
    """The inventory in an extension."""
    for name in ("data", "inventory"):
        assert isinstance(extension, dict)
        extension = extension[name]
    assert isinstance(extension, dict)
    return extension


def plain(document: Object) -> dict[str, Any]:
    """A document as other programs read it: its numbers are numbers."""
    return {name: _plain(one) for name, one in document.items()}


def _plain(value: JsonValue) -> object:
    if isinstance(value, JsonNumber):
        return json.loads(str(value))
    if isinstance(value, dict):
        return plain(value)
    return [_plain(one) for one in value] if isinstance(value, list) else value


def schema_refuses(id: str, document: Object) -> bool:
    """Whether the schema of a standard refuses a document."""
    return not validator(id).is_valid(plain(document))


def engine_refuses(id: str, document: Object) -> bool:
    """Whether a document cannot be read, breaks its format, or breaks a rule of a standard that says `shall`."""
    submission = read_any(document)
    if isinstance(submission, Unreadable):
        return True
    standard = standards()[id][1]
    footprint, noted = categorised(standard, submission.footprint)
    if any(one.kind.modality == "shall" for one in (*submission.intake, *noted)):
        return True
    judgements = Interpreter().judge(standard, footprint, None, submission.attestations)
    return any(one.outcome is Outcome.NONCONFORMING and one.requirement.modality == "shall" for one in judgements)
