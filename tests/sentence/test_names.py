"""Names that authors give alike are told apart, and what they write never becomes a word of the sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footrule.assess.sentences import sentences_of
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import edition_of, shipped
from footrule.model.standard import Standard
from footrule.sentence.marks import PlainMarks

CATALOGUE = Catalogue(shipped())
TEXT = """
standard twins 1.0.0
  title "Twins"  zh "双生"
  declared unit 1 kg
  boundary cradle to gate

document book "A book" edition "1"

codes colour
  red     "the same"
  crimson "the same"
  blue    "blue [colour.red]"

data
  one   : colour "Colour"
  two   : colour "Colour"
  three : text "product mass without packaging"

rule T-1 "One"
  cite  book "1"
  shall one is red

rule T-2 "Two"
  cite  book "1"
  shall two is red

rule T-3 "Three"
  cite  book "1"
  shall one is crimson

rule T-4 "Four"
  cite  book "1"
  shall one is blue

rule T-5 "Five"
  cite  book "1"
  shall three is given

rule T-6 "Six"
  cite  book "1"
  shall pcf.mass is given
"""


def standard() -> Standard:
    edition = edition_of(TEXT.encode(), "twins.pcr")
    assert edition is not None
    found = checked(edition, CATALOGUE).standard
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_title_twice_is_told_apart(language: str) -> None:
    twins = standard()
    sentences = sentences_of(twins)
    said = [sentences.rule(rule, language) for rule in twins.rules]
    assert len(set(said)) == len(said), said


def test_the_name_in_the_language_stands_in_brackets() -> None:
    twins = standard()
    said = sentences_of(twins).rule(twins.rules[0], "en")
    assert said == "The “Colour [category.one]” shall be ‘the same [colour.red]’."


@pytest.mark.parametrize("mark", ["name", "variable", "code", "literal"])
def test_what_stands_between_marks_cannot_end_them(mark: str) -> None:
    said = getattr(PlainMarks(), mark)
    texts = ["a", "a”", "a’", "a`", 'a"', "a\\", "a\\”", 'a\\"', "” of “", "", "\\"]
    assert len({said(text) for text in texts}) == len(texts)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_allocations_that_differ_in_a_part_read_differently(language: str) -> None:
    found = CATALOGUE.extended("caustic_soda", 1)
    assert found is not None
    (whole,) = [one for one in found.allocations if one.id == "NAOH-6.10"]
    own, first, second, third = whole.methods
    changed = [
        replace(whole, methods=(own, first, second)),
        replace(whole, methods=(own, second, first, third)),
        replace(whole, methods=(first, own, second, third)),
        replace(whole, methods=(replace(own, subdivisions=()), first, second, third)),
        replace(whole, methods=(replace(own, classes=third.classes), first, second, third)),
        replace(whole, tolerance=None),
        replace(whole, when=found.rules[-1].requirements[0].when or third.classes[0].keys[0].when),
        replace(whole, on_each=replace(whole.on_each, variable="q")),
    ]
    sentences = sentences_of(found)
    said = {sentences.allocation(one, language) for one in (whole, *changed)}
    different = 1 + sum(1 for one in changed if one != whole)
    assert len(said) == different
