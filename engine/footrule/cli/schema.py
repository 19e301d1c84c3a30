"""`footrule schema`: the JSON Schema of what the submitters of a standard send, or of an inventory alone."""

from __future__ import annotations

import json
from argparse import Namespace

from footrule.cli.one_standard import one_standard
from footrule.schema.of_standard import inventory_schema, schema_of


def run(options: Namespace) -> int:
    """Print the schema of a standard on the shelf or in a file, or without one, that of an inventory."""
    if options.standard is None:
        print(written(inventory_schema()))
        return 0
    found = one_standard(options.standard, options.library, options.lang)
    if isinstance(found, int):
        return found
    print(written(schema_of(found)))
    return 0


def written(schema: dict[str, object]) -> str:
    """A schema as JSON text, always the same."""
    return json.dumps(schema, ensure_ascii=False, indent=2)
