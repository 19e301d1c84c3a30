"""The examples of every standard in the checkout come out as promised, and `footrule test` can tell when one does not.

The second half runs a library of two rules against a footprint with nothing wrong in it. Each test spoils one thing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from footrule.analyse.examples import ExamplesRun, run_examples
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import SUFFIX, edition_of, shipped
from footrule.model.standard import Standard
from tests.house.checkout import ROOT, files
from tests.submission.pact_documents import PACT_3_TEXT

STANDARDS = [path for path in files("rules", "standards") if path.suffix == SUFFIX]
CATALOGUE = Catalogue(shipped())
FOLDERS = sorted({path.parent for path in STANDARDS})


@cache
def standard_in(data: bytes, name: str) -> Standard:
    """A standard, checked without a mistake."""
    edition = edition_of(data, name)
    assert edition is not None
    found = checked(edition, CATALOGUE)
    standard, diagnostics = found.standard, found.diagnostics
    assert diagnostics == ()
    assert standard is not None
    return standard


def said(run: ExamplesRun) -> list[str]:
    """What is wrong with the examples, in English."""
    return [wrong.in_language("en") for one in run.runs for wrong in one.wrong]


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_example_comes_out_as_promised_and_every_rule_is_broken_by_one(path: Path) -> None:
    def read_file(name: str) -> bytes | None:
        beside = path.parent / name
        return beside.read_bytes() if beside.is_file() else None

    run = run_examples(standard_in(path.read_bytes(), path.name), read_file)
    assert [(one.example.line, one.example.title, said(run)) for one in run.runs if one.wrong] == []
    assert run.unbroken == ()
    assert run.passes


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_every_file_beside_a_standard_is_used_by_an_example(folder: Path) -> None:
    """By one of any standard of the folder: several may share their files."""
    standards = [standard_in(path.read_bytes(), path.name) for path in STANDARDS if path.parent == folder]
    used = {
        file for standard in standards for one in standard.examples for file in (one.file, one.predecessor, *one.beside)
    }
    beside = {file.relative_to(folder).as_posix() for file in folder.rglob("*.json")}
    assert beside - used == set()


def test_there_are_standards() -> None:
    assert STANDARDS


RULES = """
library small 1.0.0
  title "A small library"

document guide "A guide" edition "1"

section 1 "All of it"

rule S-1 "The product has a mass"
  cite guide "1"
  shall pcf.mass > 0 kg

rule S-2 "The data were looked at"
  cite guide "2"
  shall attested by critical_reviewer

example "Everything is in order"
  from "footprint.json"
  attested S-2 met
  conforms

example "Nothing is known of the data"
  from "footprint.json"
  undetermined S-2

example "There is no mass"
  from "footprint.json"
  set pcf.mass to 0
  attested S-2 not_met
  fails S-1, S-2
"""

EXAMPLE = """
example "One more"
  from "footprint.json"
  attested S-2 met
"""


def ran(rules: str, **others: str) -> ExamplesRun:
    """The examples of some rules, run beside a sound `footprint.json` and other files."""
    beside = {"footprint.json": PACT_3_TEXT, **{f"{name}.json": text for name, text in others.items()}}

    def read_file(name: str) -> bytes | None:
        return beside[name].encode() if name in beside else None

    return run_examples(standard_in(rules.encode(), "small.pcr"), read_file)


def test_the_small_library_passes() -> None:
    run = ran(RULES)
    assert said(run) == []
    assert run.passes


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("set pcf.mass to 0 conforms", "S-1 is nonconforming, and the example does not say so"),
        ("fails S-1", "S-1 should be nonconforming, and is not"),
        ("attested S-2 not_met conforms", "S-2 is nonconforming, and the example does not say so"),
        ("undetermined S-2", "S-2 should be undetermined, and is not"),
        ('set pcf.mass to "a lot" undetermined S-1', 'the file is not in its format: "a lot" is not a decimal.'),
        ("without pcf.mass undetermined S-1", "the file is not in its format: productMassPerDeclaredUnit is missing"),
    ],
)
def test_what_does_not_come_out_as_promised_is_told(lines: str, wrong: str) -> None:
    run = ran(RULES + EXAMPLE + lines)
    assert [one[: len(wrong)] for one in said(run)] == [wrong]
    assert [one.example.title for one in run.runs if one.wrong] == ["One more"]
    assert not run.passes


def test_a_rule_that_no_example_breaks_is_named() -> None:
    run = ran(RULES.replace("attested S-2 not_met\n  fails S-1, S-2", "attested S-2 met\n  fails S-1"))
    assert said(run) == []
    assert run.unbroken == ("S-2",)
    assert not run.passes


def test_a_rule_left_undetermined_is_not_a_broken_one() -> None:
    assert ran(RULES[: RULES.index('example "There is no mass"')]).unbroken == ("S-1", "S-2")


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ("without pcf.aircraft", "pcf.aircraft"),
        ("without pcf.secondary_sources[1].version without pcf.secondary_sources[1].version",
         "pcf.secondary_sources[1].version"),
        ('set pcf.sector_rules[2].other_operator_name to "x"', "pcf.sector_rules[2].other_operator_name"),
        ('set preceding_ids[0] to "x"', "preceding_ids[0]"),
        ('set pcf.region[1] to "Asia"', None),
        ("set pcf.masss to 1", None),
    ],
)  # fmt: skip
def test_a_path_that_leads_nowhere_is_told(lines: str, path: str | None) -> None:
    """By the checker where no footprint can have such a place, else by the run."""
    rules = f"{RULES}{EXAMPLE}{lines} conforms"
    if path is None:
        edition = edition_of(rules.encode(), "small.pcr")
        assert edition is not None
        diagnostics = checked(edition, Catalogue([])).diagnostics
        assert len(diagnostics) == 1
    else:
        assert said(ran(rules)) == [f"`{path}` leads nowhere in footprint.json"]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ('example "x" from "gone.json" conforms', "there is no file gone.json beside the standard"),
        (EXAMPLE + 'with predecessor "gone.json" conforms', "there is no file gone.json beside the standard"),
        ('example "x" from "broken.json" conforms', "broken.json: The document ends"),
        (EXAMPLE + 'with predecessor "broken.json" conforms', "broken.json: The document ends"),
        ('example "x" from "other.json" conforms', "other.json: It has no specVersion"),
        ('example "x" from "nothing.json" conforms', "nothing.json: "),
        (EXAMPLE + 'with predecessor "other.json" conforms', "other.json: It has no specVersion"),
    ],
)
def test_a_file_that_is_no_footprint_is_told(lines: str, wrong: str) -> None:
    run = ran(RULES + lines, broken='{"id": ', other='{"pcf": {}}', nothing="[]")
    assert [one[: len(wrong)] for one in said(run)] == [wrong]
    assert not run.passes
