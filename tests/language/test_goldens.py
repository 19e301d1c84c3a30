"""What each phase makes of a small file: the tree of its text, and the checked standard of that tree.

With UPDATE_GOLDEN=1 in the environment they are written anew; read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from footrule.syntax.format import formatted
from footrule.syntax.parse import parse
from footrule.text.diagnostic import Sink
from footrule.text.source import Source
from tests.language.dump import dumped
from tests.language.small_world import checked_file

FOLDER = Path(__file__).parents[1] / "golden" / "language"
FILES = sorted(FOLDER.glob("*.pcr"))


def assert_golden(path: Path, text: str) -> None:
    """The text is that of the golden file."""
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_bytes((text + "\n").encode())
    assert path.read_bytes().decode() == text + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_tree_of_a_text(path: Path) -> None:
    tree = parse(Source(path.name, path.read_text(encoding="utf-8")), Sink())
    assert tree is not None
    assert_golden(path.with_suffix(".tree.txt"), "\n".join(dumped(one) for one in (tree.header, *tree.items)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_checked_standard_of_a_tree(path: Path) -> None:
    standard, diagnostics = checked_file(path.read_text(encoding="utf-8"))
    assert standard is not None, diagnostics
    assert_golden(path.with_suffix(".model.txt"), dumped(standard))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_they_are_laid_out_as_the_formatter_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formatted(Source(path.name, text), Sink()) == text


def test_no_golden_file_is_left_over() -> None:
    made = {path.with_suffix(f".{phase}.txt") for path in FILES for phase in ("tree", "model")}
    assert set(FOLDER.glob("*.txt")) == made
