"""Start-up is a feature: a check whose standards are cached loads nothing that it does not need.

No times are measured here, since a busy machine is no defect; benchmarks/start_up.py does that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from footrule.library.catalogue import Catalogue
from footrule.library.packing import pack_of
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.pack.pack import Pack
from tests.house.checkout import ROOT

EXAMPLE = "examples/naphtha-cracker-ethylene.json"
WHOLE = "standards/ethylene/examples/naphtha-cracking.json"
"""A submission with its inventory, to which some 340 rules apply."""
SLOW = {
    "lark", "rich", "pydantic", "jsonschema", "interegular", "importlib.resources", "importlib.metadata", "zipfile",
    "numpy", "scipy",
}  # fmt: skip
COMPILING = {"footrule.compile.from_standard", "footrule.compile.projection", "footrule.compile.writer"}
EXPLAINING = {"footrule.sentence.of_rule", "footrule.inventory.recompute", "footrule.evaluate.interpreter"}

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


def run(arguments: list[str], cache: Path, more: dict[str, str] | None = None) -> tuple[int, set[str]]:
    """Exit status of the command in a process of its own, and the modules that it had loaded at the end."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN.format(arguments=arguments)],
        cwd=ROOT,
        env=os.environ | {"FOOTRULE_CACHE": str(cache)} | (more or {}),
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


def test_a_compiled_check_compiles_and_explains_nothing(tmp_path: Path) -> None:
    """All rules hold: they are counted, and nothing is interpreted, recomputed exactly or told in sentences."""
    first, cold = run(["check", WHOLE], tmp_path)
    assert cold >= COMPILING, "the cache was not empty, or standards are no longer compiled"
    second, warm = run(["check", WHOLE], tmp_path)
    assert (first, second) == (0, 0)
    assert warm & (SLOW | COMPILING | EXPLAINING) == set()


def test_a_compiled_check_of_what_is_broken_compiles_nothing_either(tmp_path: Path) -> None:
    document = json.loads((ROOT / WHOLE).read_text("utf-8"))
    document["pcf"]["pcfExcludingBiogenicUptake"] = "1700"
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(document), encoding="utf-8")
    (first, _), (second, warm) = (run(["check", str(broken)], tmp_path / "cache") for _ in range(2))
    assert (first, second) == (1, 1)
    assert warm & (SLOW | COMPILING) == set()


def test_a_check_against_a_pack_loads_nothing_slow_either(tmp_path: Path) -> None:
    """Nor does one with packs installed, which are found as their distribution announces them."""
    catalogue = Catalogue(shipped())
    (edition,) = (one for one in catalogue.editions if one.id == "pact")
    standard = catalogue.load(edition)
    assert isinstance(standard, Standard)
    pack = pack_of(edition, standard, catalogue)
    assert isinstance(pack, Pack)
    installed = {"acme/x.pcrpack": pack.data, "acme-1.dist-info/entry_points.txt": b"[footrule.packs]\na = acme\n"}
    for name, data in installed.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(data)
    path = {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "engine")])}
    arguments = ["check", EXAMPLE, "--standard", str(tmp_path / "acme" / "x.pcrpack")]
    first, _ = run(arguments, tmp_path / "cache", path)
    second, warm = run(arguments, tmp_path / "cache", path)
    assert first == second
    assert first in {0, 1, 3}
    assert warm & SLOW == set()


def test_a_factor_shown_with_a_full_cache_loads_nothing_slow(tmp_path: Path) -> None:
    command = ["factors", "show", "cn-grid-footprint.2023"]
    statuses, modules = zip(*(run(command, tmp_path) for _ in range(2)), strict=True)
    assert statuses == (0, 0)
    assert modules[-1] & (SLOW | {"footrule.library.catalogue"}) == set()


def test_the_version_loads_nothing_slow(tmp_path: Path) -> None:
    status, modules = run(["--version"], tmp_path)
    assert status == 0
    assert modules & SLOW == set()
