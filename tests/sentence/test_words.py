"""Fields, codes and functions have names that can stand in a sentence, and no two the same name in one place."""

from __future__ import annotations

from collections import Counter

import pytest

from footrule.builtins import ALL
from footrule.sentence import phrases
from footrule.sentence.mood import VERBS, Mood
from footrule.submission.footprint_vocabulary import CODES, RECORDS
from footrule.submission.spoken import ROOT, SILENT, SPOKEN_CODE_TITLES, SPOKEN_FIELDS

LANGUAGES = ("en", "zh")


def test_every_function_of_the_language_has_a_phrase() -> None:
    assert phrases.CALLS.keys() == ALL.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_of_its_own_in_its_record(language: str) -> None:
    known = {(shape.name, field.name) for shape in RECORDS.values() for field in shape.fields}
    assert known <= SPOKEN_FIELDS.keys()
    together = {ROOT, *SILENT}
    said = Counter(
        (ROOT if record in together else record, SPOKEN_FIELDS[record, field].in_language(language))
        for record, field in known
    )
    assert [name for name, times in said.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_name_of_its_own_in_its_list(language: str) -> None:
    for listed in CODES.values():
        titles = [SPOKEN_CODE_TITLES[listed.name, code.name].in_language(language) for code in listed.codes]
        assert len(set(titles)) == len(titles), listed.name


def test_names_of_fields_follow_an_article() -> None:
    """They are noun phrases: no article of their own, no question, no brackets that a name in the language has."""
    openings = ("the ", "a ", "an ", "its ", "when ", "what ", "why", "whether ", "how ", "where ", "from where")
    names = {key: said.in_language("en") for key, said in SPOKEN_FIELDS.items()}
    assert {key: name for key, name in names.items() if name.startswith(openings) or "[" in name} == {}


def test_nothing_is_spoken_of_that_is_not_there() -> None:
    known = {(shape.name, field.name) for shape in RECORDS.values() for field in shape.fields}
    assert SPOKEN_FIELDS.keys() - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_verbs_of_a_mood_are_confused(language: str) -> None:
    for verb in VERBS[language][Mood.FACT]:
        said = [VERBS[language][mood][verb] for mood in Mood]
        assert len(set(said)) == len(said), verb
