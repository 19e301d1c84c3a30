"""The one standard that a command is about: on the shelf by its name, or in a file that somebody is writing."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from footrule.cli import console
from footrule.cli.diagnostics import told as told_of_diagnostics
from footrule.cli.libraries import asked
from footrule.cli.standard_files import read
from footrule.library.catalogue import Catalogue
from footrule.library.checking import checked
from footrule.library.shelf import SUFFIX, Edition, edition_of
from footrule.model.standard import Standard
from footrule.text.wording import Wording
from footrule.workspace import told


def one_standard(name: str, libraries: list[str], language: str) -> Standard | int:
    """The standard, or the status to end with: what is wrong has been told then."""
    opened = asked([name], libraries, language)
    if isinstance(opened, Wording):
        console.complain(opened, language)
        return 2
    if opened.name.endswith(SUFFIX):
        return _of_file(Path(opened.name), opened.shelf.catalogue(), language)
    found = opened.shelf.catalogue().find(opened.name, date.today())
    if isinstance(found, Standard):
        return found
    console.complain(told(found), language)
    return 2


def _of_file(path: Path, catalogue: Catalogue, language: str) -> Standard | int:
    """A standard that somebody is writing; the status is 1 where it has mistakes."""
    data = read(path)
    if isinstance(data, Wording):
        console.complain(data, language)
        return 2
    edition = edition_of(data, str(path)) or Edition("", "", (0, 0, 0), str(path), data)
    result = checked(edition, catalogue)
    if result.standard is not None:
        return result.standard
    for line in told_of_diagnostics(result.diagnostics, result.left_out, "text", language):
        print(line, file=sys.stderr)
    return 1
