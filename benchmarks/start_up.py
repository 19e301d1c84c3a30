"""Start-up as a person feels it: whole processes, from the shell's call to the exit.

    python benchmarks/start_up.py [RUNS]

Runs every command RUNS times (default 10), interleaved, so that a busy minute of the machine falls on all of them
alike, and prints a table in Markdown; what begins with an empty cache works for seconds, and comes in rounds of its own
after the others. It measures and asserts nothing. One round before the first warms the disk, and lets Python keep its
bytecode, as an installation has it.

The document is the README's example, filled up to 5 kB; it breaks its format, and that is set aside. The others are the
example of a cracker with its inventory, to which some 340 rules apply: as it is, and with another footprint declared.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "naphtha-cracker-ethylene.json"
INVENTORY = ROOT / "standards" / "ethylene" / "examples" / "naphtha-cracking.json"
FOOTRULE = Path(sys.executable).with_name("footrule")
ANSWERS = {0, 1, 3}
DOCUMENT_BYTES = 5000
DOCUMENT, CONFORMING, BROKEN = "document.json", "conforming.json", "broken.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """A command to measure. With `cache_full`, its runs share one cache; without, each has an empty one."""

    title: str
    command: tuple[str, ...]
    cache_full: bool


COMMANDS = (
    Measured("`python -c pass`", (sys.executable, "-c", "pass"), cache_full=True),
    Measured("`footrule --version`", (str(FOOTRULE), "--version"), cache_full=True),
    Measured("`footrule check`, cache empty", (str(FOOTRULE), "check", DOCUMENT), cache_full=False),
    Measured("`footrule check`, cache full", (str(FOOTRULE), "check", DOCUMENT), cache_full=True),
    Measured("with its inventory, conforming, cache full", (str(FOOTRULE), "check", CONFORMING), cache_full=True),
    Measured("with its inventory, broken rules, cache full", (str(FOOTRULE), "check", BROKEN), cache_full=True),
)


def write_document(folder: Path) -> int:
    """Write the example with a description that fills it up to `DOCUMENT_BYTES`; answers its size."""
    document = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    missing = DOCUMENT_BYTES - len(json.dumps(document, indent=2))
    document["productDescription"] += " " + "x" * max(missing - 1, 0)
    text = json.dumps(document, indent=2)
    (folder / DOCUMENT).write_text(text, encoding="utf-8")
    return len(text)


def write_inventories(folder: Path) -> None:
    """Write the example with its inventory, and the same with a footprint a tenth larger than the inventory's."""
    document = json.loads(INVENTORY.read_text(encoding="utf-8"))
    (folder / CONFORMING).write_text(json.dumps(document, indent=2), encoding="utf-8")
    declared = float(document["pcf"]["pcfExcludingBiogenicUptake"])
    document["pcf"]["pcfExcludingBiogenicUptake"] = f"{1.1 * declared:.1f}"
    (folder / BROKEN).write_text(json.dumps(document, indent=2), encoding="utf-8")


def seconds(measured: Measured, folder: Path, shared_cache: Path) -> float:
    """How long one process of a command takes; raises where the command does not answer."""
    with tempfile.TemporaryDirectory() as empty:
        cache = shared_cache if measured.cache_full else Path(empty)
        environment = os.environ | {"FOOTRULE_CACHE": str(cache)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = perf_counter()
        done = subprocess.run(measured.command, cwd=folder, env=environment, capture_output=True, check=False)
        taken = perf_counter() - start
    if done.returncode not in ANSWERS:
        raise RuntimeError(f"{' '.join(measured.command)}: exit status {done.returncode}\n{done.stderr.decode()}")
    return taken


def table(times: dict[str, list[float]]) -> str:
    """The times as a table in Markdown; the ratio is of the medians, to the first row."""
    baseline = median(next(iter(times.values())))
    lines = ["| command | median, s | least, s | median / `python -c pass` |", "|---|---|---|---|"]
    lines += [
        f"| {title} | {median(taken):.3f} | {min(taken):.3f} | {median(taken) / baseline:.1f} |"
        for title, taken in times.items()
    ]
    return "\n".join(lines)


def main(runs: int) -> None:
    """Measure and print."""
    times: dict[str, list[float]] = {measured.title: [] for measured in COMMANDS}
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as shared_cache:
        size = write_document(Path(folder))
        write_inventories(Path(folder))
        for cache_full in (True, False):
            for number in range(runs + 1):
                for measured in (one for one in COMMANDS if one.cache_full is cache_full):
                    taken = seconds(measured, Path(folder), Path(shared_cache))
                    if number > 0:
                        times[measured.title].append(taken)
    print(f"{runs} runs, Python {platform.python_version()}, {os.cpu_count()} cores, a document of {size} bytes.\n")
    print(table(times))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
