"""Recomputing a footprint: what it takes after the submission has been read, beside bw2calc on the same system.

    python benchmarks/recomputing.py

A chain of processes, each with two products shared by mass, two emissions, two inputs that are bought, one from the
process before, and one from two further on, so that there are loops. It measures and asserts nothing.
"""

from __future__ import annotations

import json
import platform
import sys
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from footrule.factors.database import shipped_factors
from footrule.inventory.recompute import recompute
from footrule.inventory.result import Footprint
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.submission.element import Record
from footrule.submission.open_documents import open_documents
from footrule.submission.submission import Submission
from footrule.workspace import submissions

SIZES = (1, 10, 30, 60)
RUNS = 30
EXAMPLE = Path(__file__).parents[1] / "standards" / "ethylene" / "examples" / "naphtha-cracking.json"


def main() -> None:
    """Print the table."""
    found = Catalogue(shipped()).find("co_products", date(2026, 11, 28))
    assert isinstance(found, Standard), "the library of allocations ships"
    print(f"{RUNS} runs, Python {platform.python_version()}.\n")
    print("| processes | recomputed, ms | least, ms | bw2calc, ms | ratio |")
    print("|---|---|---|---|---|")
    rows: list[tuple[int, float, float, Footprint]] = []
    for size in SIZES:
        record = generated(size)
        recompute(found, record, None, shipped_factors(), with_alternatives=False)  # what is loaded once for all
        times = timed(lambda record=record: recompute(found, record, None, shipped_factors(), with_alternatives=False))  # type: ignore[misc]
        whole = recompute(found, record, None, shipped_factors(), with_alternatives=False).footprint
        rows.append((size, median(times), min(times), whole))
    assert "scipy" not in sys.modules, "small systems are solved without it"
    for size, middle, least, whole in rows:
        theirs = median(timed(solving_with_bw2calc(whole)))
        ours = f"{middle * 1e3:.2f} | {least * 1e3:.2f}"
        print(f"| {size} | {ours} | {theirs * 1e3:.2f} | {middle / theirs:.2f} |")


def timed(run: Callable[[], object]) -> list[float]:
    """How long each of the runs takes, in seconds."""
    times: list[float] = []
    for _ in range(RUNS):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return times


def generated(size: int) -> Record:
    """A submission with an inventory of so many processes."""
    document = json.loads(EXAMPLE.read_text("utf-8"))
    inventory = document["extensions"][0]["data"]["inventory"]
    inventory["processes"] = [_process(number, size) for number in range(size)]
    inventory["reference_flow"] = {"process": "p0", "output": "main", "amount": "1000", "unit": "kg"}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "generated.json"
        path.write_text(json.dumps(document), "utf-8")
        (submission,) = [one for opened in open_documents([str(path)], None) for one in submissions(opened)]
    assert isinstance(submission, Submission), "the generated document can be read"
    return submission.footprint


def _process(number: int, size: int) -> dict[str, object]:
    bought = [
        {"id": f"bought-{each}", "kind": "material", "amount": f"{each}.25", "unit": "kg",
         "from": {"value": f"0.{each}31", "unit": "kg CO2e/kg"}}
        for each in (1, 2)
    ]  # fmt: skip
    sources = {(number + 1) % size: "0.4", (number + 3) % size: "0.013"} if size > 1 else {}
    taken = [
        {"id": f"taken-{source}", "kind": "feedstock", "amount": amount, "unit": "kg",
         "from": {"process": f"p{source}", "output": "main"}}
        for source, amount in sources.items()
    ]  # fmt: skip
    emissions = [
        {"id": gas, "gas": gas, "origin": "fossil", "source": "combustion", "amount": amount, "unit": "kg"}
        for gas, amount in (("CO2", "0.731"), ("CH4", "0.0017"))
    ]
    outputs = [
        {"id": name, "role": role, "amount": amount, "unit": "kg"}
        for name, role, amount in (("main", "main", "1.7"), ("other", "additional", "0.9"))
    ]
    return {"id": f"p{number}", "inputs": bought + taken, "outputs": outputs, "emissions": emissions}


def solving_with_bw2calc(whole: Footprint) -> Callable[[], object]:
    """The same system for bw2calc: allocated, with one emission of CO2e for each product."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bw2calc
        import bw_processing
    import numpy

    keys = {key: number for number, key in enumerate(whole.amounts)}
    size = len(keys)
    columns = [(number, number) for number in range(size)] + [
        (number, (number + step) % size) for number in range(size) for step in (1, 3) if size > 1
    ]
    data = bw_processing.create_datapackage()
    indices = numpy.array(columns, dtype=bw_processing.INDICES_DTYPE)
    values = numpy.array([1.0] * size + [0.1] * (len(columns) - size))
    flips = numpy.array([False] * size + [True] * (len(columns) - size))
    data.add_persistent_vector(matrix="technosphere_matrix", indices_array=indices, data_array=values, flip_array=flips)
    emitted = numpy.array([(size, number) for number in range(size)], dtype=bw_processing.INDICES_DTYPE)
    data.add_persistent_vector(matrix="biosphere_matrix", indices_array=emitted, data_array=numpy.ones(size))
    counted = numpy.array([(size, 0)], dtype=bw_processing.INDICES_DTYPE)
    data.add_persistent_vector(matrix="characterization_matrix", indices_array=counted, data_array=numpy.ones(1))

    def solve() -> object:
        assessment = bw2calc.LCA({0: 1}, data_objs=[data])
        assessment.lci()
        assessment.lcia()
        return assessment.score

    return solve


if __name__ == "__main__":
    main()
