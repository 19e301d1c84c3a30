"""Two standards that a command names side by side, OLD and NEW: by id, as files that are worked on, or as packs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from footrule.cli import console
from footrule.cli.diagnostics import told as told_diagnostics
from footrule.cli.libraries import Asked, asked_quietly
from footrule.cli.standard_files import read
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import SUFFIX, Edition, edition_of
from footrule.model.standard import Standard
from footrule.text.wording import FALLBACK_LANGUAGE, Wording
from footrule.workspace import told


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, and the catalogue that it was found in, or that its file was checked with."""

    standard: Standard
    catalogue: Catalogue


def two_standards(
    names: tuple[str, str], libraries: Sequence[str], as_of: date, language: str | None
) -> tuple[Side, Side] | int:
    """The two standards as a day chooses their editions; else the exit status, and what is wrong has been told.

    Without a language nothing is told.
    """
    files = [_file(name) for name in names]
    # Each has a shelf of its own, so that two packs of one version can be compared as well.
    shelves = [asked_quietly([name], libraries) for name in names]
    for one in (*files, *shelves):
        if isinstance(one, Wording):
            return _refused(one, language)
    opened = [one for one in shelves if isinstance(one, Asked)]
    for notice in dict.fromkeys(notice for one in opened for notice in one.shelf.notices):
        _refused(notice, language)
    drafts = [one for one in files if isinstance(one, Edition)]
    found: list[Side] = []
    for side, one in zip(opened, files, strict=True):
        file = one if isinstance(one, Edition) else None
        # The name of a standard is that of one on the shelf, whatever a file calls itself. The own file comes last,
        # which goes before another one of its version.
        own_last = [*(each for each in drafts if each is not file), *([file] if file is not None else [])]
        catalogue = side.shelf.catalogue() if file is None else side.shelf.catalogue(own_last)
        standard = _standard(side.name, file, catalogue, as_of, language)
        if isinstance(standard, int):
            return standard
        found.append(Side(standard, catalogue))
    old, new = found
    return old, new


def _refused(why: Wording, language: str | None) -> int:
    return 2 if language is None else console.refused(why, language)


def _file(name: str) -> Edition | Wording | None:
    """The file of that name; None where it is the name of a standard."""
    if not name.endswith(SUFFIX):
        return None
    data = read(Path(name))
    return data if isinstance(data, Wording) else edition_of(data, name) or Edition("", "", (0, 0, 0), name, data)


def _standard(
    name: str, file: Edition | None, catalogue: Catalogue, as_of: date, language: str | None
) -> Standard | int:
    if file is not None:
        result = checked(file, catalogue)
        if result.standard is None:
            told_lines = told_diagnostics(result.diagnostics, result.left_out, "text", language or FALLBACK_LANGUAGE)
            for line in told_lines if language is not None else ():
                print(line)
            return 1
        return result.standard
    found = catalogue.find(name, as_of)
    if isinstance(found, Standard):
        return found
    return _refused(told(found), language)
