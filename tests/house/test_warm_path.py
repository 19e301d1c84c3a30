"""Start-up is a feature: a check whose standards are cached loads nothing that it does not need.

No times are measured here, since a busy machine is no defect; benchmarks/start_up.py does that.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.house.checkout import ROOT

EXAMPLE = "examples/naphtha-cracker-ethylene.json"
SLOW = {"lark", "rich", "pydantic", "jsonschema", "importlib.resources", "interegular"}

_RUN = """
import sys
from footrule.cli.main import main
sys.argv[1:] = {arguments!r}
try:
    status = main()
except SystemExit as ended:
    status = ended.code
print(status, *sys.modules, file=sys.stderr)
"""


def run(arguments: list[str], cache: Path) -> tuple[int, set[str]]:
    """Exit status of the command in a process of its own, and the modules that it had loaded at the end."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN.format(arguments=arguments)],
        cwd=ROOT,
        env=os.environ | {"FOOTRULE_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    status, *modules = done.stderr.splitlines()[-1].split()
    return (0 if status == "None" else int(status)), set(modules)


def test_a_check_with_a_full_cache_loads_nothing_slow(tmp_path: Path) -> None:
    first, cold = run(["check", EXAMPLE], tmp_path)
    assert "lark" in cold, "the cache was not empty, or standards are no longer parsed with Lark"
    second, warm = run(["check", EXAMPLE], tmp_path)
    assert first == second
    assert first in {0, 1, 3}
    assert warm & SLOW == set()


def test_the_version_loads_nothing_slow(tmp_path: Path) -> None:
    status, modules = run(["--version"], tmp_path)
    assert status == 0
    assert modules & SLOW == set()
