"""The factor database: loading a user's table of a million rows, answers from it, and starting with those that ship.

    python benchmarks/factors.py [ROWS]

The table is generated: a series for each of many materials, with a row for each of 250 places and four years, with
HS codes; one row in five has the bounds of a range. It is loaded with an empty cache and again with a full one, each
in a process of its own, and then asked. The start is measured as whole processes, interleaved, and in one process
after the modules are loaded. It measures and asserts nothing.
"""

from __future__ import annotations

import csv
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from footrule.factors.database import Factors, Found
from footrule.factors.factor import Scope
from footrule.factors.shipped import shipped_geography, shipped_places, shipped_tables
from footrule.factors.table import TableFile
from footrule.measure.quantity import exact

NAME = "generated"
BLOCK = (
    "table: generated",
    "title: Generated",
    "publisher: Nobody",
    "year: 2026",
    "licence: none",
    "obtained: invented",
)
HEADS = (
    "id,name,name_zh,kind,series,hs,geography,valid_from,valid_until,value,unit,low,high,range,gas,gwp_set,scope,status"
)
PLACES, YEARS = 250, (2023, 2024, 2025, 2026)
DAY = date(2025, 6, 1)
RUNS, QUESTIONS = 20, 500

ONE_QUESTION = """
from datetime import date
from fractions import Fraction
from footrule.factors.database import Factors
assert Factors().of_series("cn-grid-footprint", date(2024, 6, 1), "CN-SD")
"""
MODULES_ALONE = "import footrule.factors.database, footrule.factors.index, footrule.factors.shipped"
OF_A_CHECK = "import footrule.cli.main, footrule.report, footrule.workspace"
LOADING = """
import json, sys
from benchmarks.factors import loaded
print(json.dumps(loaded(sys.argv[1])))
"""


def write_table(path: Path, rows: int) -> None:
    """Write the table."""
    dice, places = Random(2026), sorted(shipped_geography().places)[:PLACES]  # noqa: S311 - no secret is made of it
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {line}\n" for line in BLOCK)
        file.write(HEADS + "\n")
        writer = csv.writer(file, lineterminator="\n")
        for number in range(rows):
            material, rest = divmod(number, PLACES * len(YEARS))
            place, year = places[rest // len(YEARS)], YEARS[rest % len(YEARS)]
            value = dice.randint(1_000, 99_999)
            texts = (f"{one / 10_000:.4f}" for one in (value - 500, value + 500))
            bounds = (*texts, "95 %") if number % 5 == 0 else ("", "", "")
            writer.writerow((
                f"m{material}.{place.lower()}.{year}", f"Material {material}, {place}, {year}", f"材料{material}",
                "product", f"m{material}", f"{2801 + material % 90}.{10 + material % 80}", place, f"{year}-01-01",
                f"{year}-12-31", f"{value / 10_000:.4f}", "kg CO2e/kg", *bounds, "CO2e", "AR6", "life_cycle",
                "provisional",
            ))  # fmt: skip


def loaded(path: str) -> dict[str, float]:
    """How long a table takes to load until the first answer, and an answer after that, in seconds."""
    assert isinstance(Factors().by_id("cn-grid-footprint.2024"), Found), "the index of those that ship is made apart"
    start = perf_counter()
    own = Factors([TableFile(NAME, path, Path(path).read_bytes())])
    first = own.by_id("m0.ad.2025")
    times = {"load": perf_counter() - start}
    assert isinstance(first, Found), own.refused[:3]
    figure = exact(Fraction("1.2345"), first.factor.unit)
    questions: dict[str, Callable[[], object]] = {
        "by its id": lambda: own.by_id("m7.cn.2025"),
        "of a series": lambda: own.of_series("m7", DAY, "CN"),
        "of a series, of a wider place": lambda: own.of_series("m7", DAY, "CN-SD"),
        "of a product": lambda: own.of_product(first.factor.hs[0], DAY, "AD", Scope.LIFE_CYCLE),
        "by a figure: 107 rows of its value": lambda: own.like(figure),
        "of a table that ships, beside it": lambda: own.of_series("cn-grid-footprint", date(2024, 6, 1), "CN-SD"),
    }
    return times | {title: _seconds(ask) for title, ask in questions.items()}


def _seconds(ask: Callable[[], object]) -> float:
    """The median of how long an answer takes."""
    taken: list[float] = []
    for _ in range(QUESTIONS):
        start = perf_counter()
        ask()
        taken.append(perf_counter() - start)
    return median(taken)


def in_a_process(code: str, cache: str, *arguments: str) -> tuple[float, str]:
    """How long a process takes that runs some code, and what it prints."""
    root = Path(__file__).parents[1]
    environment = os.environ | {"FOOTRULE_CACHE": cache, "PYTHONPATH": str(root)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return perf_counter() - start, done.stdout


def start_up(cache: str) -> None:
    """Measure and print how long it takes until the first answer of the tables that ship."""
    codes = {
        "`python -c pass`": "pass",
        "the modules of the database": MODULES_ALONE,
        "the same, and one question": f"{MODULES_ALONE}\n{ONE_QUESTION}",
        "the modules of a check": OF_A_CHECK,
        "the same, and one question to the database": f"{OF_A_CHECK}\n{ONE_QUESTION}",
    }
    times: dict[str, list[float]] = {title: [] for title in codes}
    for number in range(RUNS + 1):
        for title, code in codes.items():
            seconds, _ = in_a_process(code, cache)
            if number > 0:
                times[title].append(seconds)
    within: list[float] = []
    for _ in range(RUNS):
        shipped_tables.cache_clear()
        shipped_places.cache_clear()
        shipped_geography.cache_clear()
        start = perf_counter()
        assert isinstance(Factors().of_series("cn-grid-footprint", date(2024, 6, 1), "CN-SD"), Found)
        within.append(perf_counter() - start)
    baseline = median(times["`python -c pass`"])
    print("| until the first answer of the tables that ship | median, ms | least, ms | median / `python -c pass` |")
    print("|---|---|---|---|")
    for title, taken in times.items():
        ratio = f"{median(taken) / baseline:.1f}"
        print(f"| process: {title} | {1000 * median(taken):.1f} | {1000 * min(taken):.1f} | {ratio} |")
    print(f"| in a process that has the modules | {1000 * median(within):.1f} | {1000 * min(within):.1f} | |")


def main(rows: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        path, cache = Path(folder, f"{NAME}.csv"), str(Path(folder, "cache"))
        write_table(path, rows)
        size, cores = path.stat().st_size / 1e6, os.cpu_count()
        print(f"{rows} rows, {size:.0f} MB, Python {platform.python_version()}, {cores} cores.\n")
        empty, full = (json.loads(in_a_process(LOADING, cache, str(path))[1]) for _ in range(2))
        print("| a user's table | |\n|---|---|")
        print(f"| loaded, cache empty | {empty['load']:.1f} s |\n| loaded, cache full | {full['load']:.2f} s |")
        for title, seconds in full.items():
            if title != "load":
                print(f"| an answer {title} | {1000 * seconds:.3f} ms |")
        print()
        os.environ["FOOTRULE_CACHE"] = cache
        start_up(cache)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
