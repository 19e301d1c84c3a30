"""A batch as a pipeline runs it: how fast, and how much memory all of its processes take together.

    python benchmarks/batch.py [DOCUMENTS...]

Writes files of lines with so many small documents (default 1,000 and 10,000), checks each with `footrule check
--batch`, a process a core, and prints a table in Markdown. Memory is the most that the processes of the run had at one
time, shared pages counted once (Linux: Pss of smaps_rollup, looked at ten times a second), and the most of the first
process alone. It measures and asserts nothing.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "naphtha-cracker-ethylene.json"
FOOTRULE = Path(sys.executable).with_name("footrule")
ANSWERS = {0, 1, 3}
SECONDS_BETWEEN_LOOKS = 0.1


@dataclass(frozen=True, slots=True)
class Measured:
    """A run: how many documents, in how many bytes, the seconds it took, and its memory in MiB."""

    documents: int
    size: int
    seconds: float
    together: float
    first: float


def write_documents(file: Path, count: int) -> None:
    """Write the README's example, without its inventory and its slip, so many times, each with an id of its own."""
    document = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    document.pop("extensions")
    document["pcf"]["primaryDataShare"] = document["pcf"].pop("primaryDatashare")
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            document["id"] = f"{number:08x}-7c55-4a39-8f0a-3e7f5a1c9d20"
            out.write(json.dumps(document) + "\n")


def measured(folder: Path, count: int) -> Measured:
    """A run over so many documents; raises where the command does not answer."""
    file = folder / "documents.ndjson"
    write_documents(file, count)
    words = ["check", "--batch", "--standard", "pact", "--output", folder / "rows.ndjson", file]
    command = [str(FOOTRULE), *map(str, words)]
    begun = perf_counter()
    together = first = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None:
            own, *others = [memory(process) for process in family(running.pid)]
            first, together = max(first, own), max(together, own + sum(others))
            sleep(SECONDS_BETWEEN_LOOKS)
    seconds = perf_counter() - begun
    if running.returncode not in ANSWERS:
        raise RuntimeError(f"exit status {running.returncode}")
    (folder / "rows.ndjson").unlink()
    return Measured(count, file.stat().st_size, seconds, together, first)


def family(process: int) -> Iterator[int]:
    """A process and those that it started."""
    yield process
    with suppress(OSError):
        for one in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split():
            yield from family(int(one))


def memory(process: int) -> float:
    """The memory of a process in MiB, its part of what it shares with others; 0 where it is no more."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def table(found: list[Measured]) -> str:
    """The runs as a table in Markdown."""
    lines = [
        "| documents | MB | seconds | documents a second | all processes, MiB | the first process, MiB |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.documents:,} | {one.size / 1e6:.1f} | {one.seconds:.1f} | {one.documents / one.seconds:,.0f} "
        f"| {one.together:.0f} | {one.first:.0f} |"
        for one in found
    ]
    return "\n".join(lines)


def main(counts: list[int]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        found = [measured(Path(folder), count) for count in counts]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores.\n")
    print(table(found))


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [1000, 10_000])
