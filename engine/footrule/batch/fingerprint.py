"""What a run is made of, so that it goes on only as what it was: engine, inputs, standards, tables, day and options."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

from footrule import __version__
from footrule.batch.journal import Fingerprint
from footrule.library.catalogue import Catalogue
from footrule.workspace import Asked


def fingerprint(
    inputs: Sequence[str],
    catalogue: Catalogue,
    asked: Asked,
    factors: Sequence[str],
    as_of: date,
    options: Mapping[str, str | bool],
) -> Fingerprint:
    """The parts of a run. Of a folder the name alone counts: its files are known again by the last one done."""
    return {
        "engine": __version__,
        "inputs": json.dumps([_state(name) for name in inputs]),
        "standards": json.dumps(
            [[one.standard.id, one.standard.version, one.standard.sha256] for editions in asked for one in editions]
        ),
        "catalogue": _digest(catalogue),
        "factors": json.dumps([_state(name) for name in factors]),
        "as of": as_of.isoformat(),
        "options": json.dumps(dict(options), sort_keys=True),
    }


def _state(name: str) -> tuple[str, int | None, int | None]:
    """A file by its name, size and time; whatever is none, by its name."""
    if name == "-" or not os.path.isfile(name):
        return name, None, None
    status = os.stat(name)
    return name, status.st_size, status.st_mtime_ns


def _digest(catalogue: Catalogue) -> str:
    """The hash of every text on the shelf: which of them a submission chooses is not known beforehand."""
    hashed = sha256()
    for one in catalogue.editions:
        hashed.update(f"{one.id} {one.version_text} {len(one.data)}\n".encode())
        hashed.update(one.data)
    return hashed.hexdigest()
