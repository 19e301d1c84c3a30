"""Running the command: in this process where only its answer counts, as a process where the process counts."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from footrule.cli.main import run
from tests.ends.footprints import text
from tests.house.checkout import ROOT

Report = list[dict[str, Any]]

START = [sys.executable, "-c", "from footrule.cli.main import main; main()"]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> Report:
        """Its output as JSON."""
        found: Report = json.loads(self.out)
        return found

    @property
    def verdicts(self) -> list[str]:
        """The verdicts of its JSON report."""
        return [one["verdict"] for one in self.report]

    @property
    def squeezed(self) -> str:
        """Its output with every run of white space as one space, so that it does not matter where lines break."""
        return " ".join(self.out.split())


def footrule(*arguments: object, stdin: bytes = b"") -> Ended:
    """The command, in this process."""
    out, err = io.StringIO(), io.StringIO()
    given = io.TextIOWrapper(io.BytesIO(stdin))
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", given):
        try:
            status = run([str(one) for one in arguments])
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 0
    return Ended(status, out.getvalue(), err.getvalue())


def check(*arguments: object, stdin: bytes = b"") -> Ended:
    """`footrule check` against the `pact` library on a fixed day."""
    return footrule("check", "--standard", "pact", "--as-of", "2026-11-23", *arguments, stdin=stdin)


def checked(*arguments: object, stdin: bytes = b"") -> Ended:
    """The same, with a JSON report."""
    return check("--format", "json", *arguments, stdin=stdin)


def process(
    *arguments: object,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    start: Sequence[str] = START,
) -> subprocess.CompletedProcess[bytes]:
    """The command, in a process of its own."""
    return subprocess.run(
        [*start, *map(str, arguments)],
        input=stdin,
        env=environment(env),
        cwd=cwd,
        capture_output=True,
        timeout=120,
        check=False,
    )


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of this process, with the engine on the path of Python."""
    path = os.pathsep.join([str(ROOT / "engine"), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    return {**os.environ, "PYTHONPATH": path, **(changes or {})}


def written(folder: Path, name: str, document: object) -> Path:
    """A file with a document, or with the text or bytes given."""
    path = folder / name
    if isinstance(document, bytes):
        path.write_bytes(document)
    else:
        path.write_text(document if isinstance(document, str) else text(document), encoding="utf-8")
    return path
