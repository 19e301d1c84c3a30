"""Every code that a person can be shown has a page that explains it and a test that makes it appear."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.checkout import ROOT, engine_modules, files, string_constants

PAGES_OF_DIAGNOSTICS = ROOT / "grammar" / "diagnostics"
PAGES_OF_INTAKE = ROOT / "grammar" / "intake"


def codes(letter: str) -> dict[str, str]:
    """Every code that is a whole string constant of the engine, with one place where it stands."""
    return {
        str(constant.value): f"{module.shown}:{constant.lineno}"
        for module in engine_modules()
        for constant in string_constants(module)
        if re.fullmatch(rf"{letter}\d{{4}}", str(constant.value))
    }


def codes_in_tests() -> set[str]:
    """Every code that a test or its data names; what stands in tests/house does not count."""
    house = Path(__file__).parent
    texts = [path.read_bytes() for path in files("tests") if house not in path.parents]
    return {code.decode() for text in texts for code in re.findall(rb"\b[IP]\d{4}\b", text)}


def pages(folder: Path) -> set[str]:
    """The codes that have a page in a folder."""
    return {path.stem for path in folder.glob("*.md") if re.fullmatch(r"[IP]\d{4}", path.stem)}


def rows(page: Path) -> set[str]:
    """The codes that have a row of their own in the tables of a page."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    return set(re.findall(r"^\|[^|\w]*([IP]\d{4})\b", text, re.MULTILINE))


EXPLAINED = {"P": pages(PAGES_OF_DIAGNOSTICS), "I": pages(PAGES_OF_INTAKE) | rows(PAGES_OF_INTAKE / "README.md")}


@pytest.mark.parametrize("letter", ["P", "I"])
def test_every_code_is_explained_and_no_explanation_is_left_over(letter: str) -> None:
    found = codes(letter)
    assert found, "no codes of this kind in the engine: has their form changed?"
    assert {code: place for code, place in found.items() if code not in EXPLAINED[letter]} == {}
    assert EXPLAINED[letter] - found.keys() == set()


@pytest.mark.parametrize("letter", ["P", "I"])
def test_every_code_is_tested(letter: str) -> None:
    tested = codes_in_tests()
    assert {code: place for code, place in codes(letter).items() if code not in tested} == {}


def test_every_page_begins_with_its_code_and_says_something() -> None:
    for folder in (PAGES_OF_DIAGNOSTICS, PAGES_OF_INTAKE):
        for code in pages(folder):
            title, _, body = (folder / f"{code}.md").read_text(encoding="utf-8").partition("\n")
            assert title.startswith(f"# {code}"), code
            assert len(body.split()) >= 20, code
