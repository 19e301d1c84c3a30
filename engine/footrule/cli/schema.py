"""`footrule schema`: the JSON Schema of what the submitters of a standard send, or of an inventory alone."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
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
from footrule.schema.of_standard import inventory_schema, schema_of
from footrule.text.wording import Wording
from footrule.workspace import told


def run(options: Namespace) -> int:
    """Print the schema of a standard on the shelf or in a file, or without one, that of an inventory."""
    if options.standard is None:
        print(written(inventory_schema()))
        return 0
    opened = asked([options.standard], options.library, options.lang)
    if isinstance(opened, Wording):
        console.complain(opened, options.lang)
        return 2
    if opened.name.endswith(SUFFIX):
        return _of_file(Path(opened.name), opened.shelf.catalogue(), options.lang)
    found = opened.shelf.catalogue().find(opened.name, date.today())
    if not isinstance(found, Standard):
        console.complain(told(found), options.lang)
        return 2
    print(written(schema_of(found)))
    return 0


def _of_file(path: Path, catalogue: Catalogue, language: str) -> int:
    """The schema of a standard that somebody is writing; its status is 1 where it has mistakes."""
    data = read(path)
    if isinstance(data, Wording):
        console.complain(data, language)
        return 2
    edition = edition_of(data, str(path)) or Edition("", "", (0, 0, 0), str(path), data)
    result = checked(edition, catalogue)
    if result.standard is None:
        for line in told_of_diagnostics(result.diagnostics, result.left_out, "text", language):
            print(line, file=sys.stderr)
        return 1
    print(written(schema_of(result.standard)))
    return 0


def written(schema: dict[str, object]) -> str:
    """A schema as JSON text, always the same."""
    return json.dumps(schema, ensure_ascii=False, indent=2)
