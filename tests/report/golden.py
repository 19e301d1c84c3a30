"""Golden files: what a report looked like when a person last read it and was content.

With UPDATE_GOLDEN=1 in the environment they are written anew; read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden" / "report"


def assert_golden(name: str, text: str) -> None:
    """The text is that of the golden file, which ends with one line break more."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_bytes((text + "\n").encode())
    assert path.read_bytes().decode() == text + "\n"
