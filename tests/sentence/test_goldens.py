"""Every rule that ships, as a sentence in both languages, as somebody read it last and would have published it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from footrule.assess.sentences import sentences_of
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.standard import Standard

FOLDER = Path(__file__).parents[1] / "golden" / "sentences"
SHIPPED = ("pact", "ethylene", "caustic_soda", "hydrogen", "diesel")


def shipped_standard(id: str) -> Standard:
    """A standard as it is installed."""
    found = Catalogue(shipped()).find(id, date(2026, 11, 1))
    assert isinstance(found, Standard)
    return found


def told(standard: Standard, language: str) -> Iterator[str]:
    """What the file itself declares, in its order by kind."""
    sentences = sentences_of(standard)
    for rule in standard.rules:
        if rule.standard == standard.id:
            yield f"{rule.id}\n{sentences.rule(rule, language)}\n"
    for allocation in standard.allocations:
        if allocation.standard == standard.id:
            yield f"{allocation.id}\n{sentences.allocation(allocation, language)}\n"
    for datum in standard.data:
        yield sentences.datum(datum, language)
    for parameter in standard.parameters:
        yield sentences.parameter(parameter, language)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("id", SHIPPED)
def test_sentences_of_what_ships(id: str, language: str) -> None:
    path = FOLDER / f"{id}.{language}.txt"
    text = "\n".join(told(shipped_standard(id), language)) + "\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text


@pytest.mark.parametrize("id", SHIPPED)
def test_english_sentences_hold_no_chinese(id: str) -> None:
    assert not any("一" <= char <= "鿿" for text in told(shipped_standard(id), "en") for char in text)


def test_one_requirement_names_only_what_it_uses() -> None:
    standard = shipped_standard("pact")
    rule = next(one for one in standard.rules if one.id == "PACT-C14")
    sentences = sentences_of(standard)
    assert "`cap`" not in sentences.requirement(rule, 1, "en")
    assert "Here `cap` denotes 5 % (`exemption_cap_2`)" in sentences.requirement(rule, 2, "en")


def test_a_language_that_is_not_spoken_is_english() -> None:
    standard = shipped_standard("pact")
    sentences = sentences_of(standard)
    assert sentences.rule(standard.rules[0], "de") == sentences.rule(standard.rules[0], "en")
    assert sentences.rule(standard.rules[0], "zh-Hans") == sentences.rule(standard.rules[0], "zh")
