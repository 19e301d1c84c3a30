"""A large product system: what each step of recomputing it takes, beside scipy's `splu` and bw2calc on the same matrix.

    python benchmarks/large_systems.py [PROCESSES]

Each process has a product (one in ten has two, shared by mass), six inputs from other processes, two that are bought
and two emissions. In "neighbours" it takes from those that follow it closely, and the order that the matrix is
eliminated in hardly matters; in "hubs" two of the six come from twenty processes that all others need, as electricity
and steam do. It measures and asserts nothing.
"""

from __future__ import annotations

import json
import platform
import random
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

import numpy
from scipy.sparse import csc_array
from scipy.sparse.linalg import SuperLU, splu

from footrule.collector import collector_paused
from footrule.factors.database import shipped_factors
from footrule.inventory.allocating import Allocating
from footrule.inventory.contributing import contributions
from footrule.inventory.linear import Amounts, amounts
from footrule.inventory.linking import System, linked
from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.standard import Standard
from footrule.submission.open_documents import open_documents
from footrule.submission.submission import Submission
from footrule.workspace import submissions

EXAMPLE = Path(__file__).parents[1] / "standards" / "ethylene" / "examples" / "naphtha-cracking.json"
FLOWS_OF_EACH = 10
Made = TypeVar("Made")


def main() -> None:
    """Print the table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    found = Catalogue(shipped()).find("co_products", date(2026, 11, 28))
    assert isinstance(found, Standard), "the library of allocations ships"
    print(
        f"{size} processes, {size * FLOWS_OF_EACH} flows beside their products, Python {platform.python_version()}.\n"
    )
    print("| | " + " | ".join(SHAPES) + " |")
    print("|---|" + "---|" * len(SHAPES))
    columns = [measured(found, shape(size)) for shape in SHAPES.values()]
    for name in columns[0]:
        print(f"| {name} | " + " | ".join(column[name] for column in columns) + " |")


def measured(standard: Standard, sources: Sequence[Sequence[int]]) -> dict[str, str]:
    """What each step takes, in seconds."""
    factors = shipped_factors()
    clock = Clock()
    submission = clock.run("read", lambda: submission_of(sources))
    allocating = Allocating(standard, submission.footprint, None, factors, {})
    with collector_paused():
        system = clock.run("linked and shared", lambda: linked(submission.footprint, allocating))
        asked = clock.run("solved, with its bound", lambda: amounts(system.needs, {0: system.amount.value}))
        assert isinstance(asked, Amounts), "there is something left of each product"
        whole = clock.run("characterised", lambda: contributions(system, asked, factors, "AR6"))
    matrix, demand = matrix_of(system)
    clock.run("scipy: splu and its solution", lambda: splu(matrix).solve(demand))
    clock.run("scipy: the same, ordered for supply chains", lambda: ordered_for_chains(matrix).solve(demand))
    clock.run("bw2calc: the same matrix", bw2calc_on(matrix))
    ours = sum(clock.seconds[name] for name in ("linked and shared", "solved, with its bound", "characterised"))
    reading, theirs = clock.seconds["read"], clock.seconds["scipy: splu and its solution"]
    total = sum(one.emission for one in whole)
    off = sum(one.bound or 0.0 for one in whole) / float(total)
    return {
        **{name: f"{seconds:.3f} s" for name, seconds in clock.seconds.items()},
        "solved and characterised, of splu": f"{(ours - clock.seconds['linked and shared']) / theirs:.2f}",
        "read and recomputed, of read and splu": f"{(reading + ours) / (reading + theirs):.2f}",
        "bound of the result": f"{off:.0e}",
    }


class Clock:
    """How long each step takes, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def run(self, name: str, step: Callable[[], Made]) -> Made:
        """What a step makes."""
        start = perf_counter()
        made = step()
        self.seconds[name] = perf_counter() - start
        return made


def neighbours(size: int) -> list[list[int]]:
    """From which processes each takes: those that follow it."""
    return [[(one + step) % size for step in (1, 2, 3, 5, 7, 11)] for one in range(size)]


def hubs(size: int) -> list[list[int]]:
    """The next one, three of the fifty that follow, and two of twenty that all need."""
    dice = random.Random(7)  # noqa: S311
    return [
        [
            (one + 1) % size,
            *((one + 1 + dice.randrange(50)) % size for _ in range(3)),
            *(dice.randrange(20) for _ in "ab"),
        ]
        for one in range(size)
    ]


SHAPES: dict[str, Callable[[int], list[list[int]]]] = {"neighbours": neighbours, "hubs": hubs}


def submission_of(sources: Sequence[Sequence[int]]) -> Submission:
    """A submission with an inventory of so many processes, read from its file."""
    document = json.loads(EXAMPLE.read_text("utf-8"))
    inventory = document["extensions"][0]["data"]["inventory"]
    inventory["processes"] = list(processes(sources))
    inventory["reference_flow"] = {"process": "p0", "output": "main", "amount": "1000", "unit": "kg"}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "generated.json"
        path.write_text(json.dumps(document), "utf-8")
        (submission,) = [one for opened in open_documents([str(path)], None) for one in submissions(opened)]
    assert isinstance(submission, Submission), "the generated document can be read"
    return submission


def processes(sources: Sequence[Sequence[int]]) -> Iterator[dict[str, object]]:
    """The processes, as an inventory has them."""
    dice = random.Random(11)  # noqa: S311
    for number, taken_from in enumerate(sources):
        outputs = [("main", "main", "1.7"), *([("other", "additional", "0.9")] if number % 10 == 0 else [])]
        bought = [
            {"id": f"bought-{each}", "kind": "material", "amount": f"{each}.25", "unit": "kg",
             "from": {"value": f"0.{each}31", "unit": "kg CO2e/kg"}}
            for each in (1, 2)
        ]  # fmt: skip
        taken = [
            {"id": f"taken-{place}", "kind": "feedstock", "amount": f"0.{dice.randrange(100, 300)}", "unit": "kg",
             "from": {"process": f"p{source}", "output": "main"}}
            for place, source in enumerate(taken_from)
        ]  # fmt: skip
        yield {
            "id": f"p{number}",
            "inputs": bought + taken,
            "outputs": [{"id": name, "role": role, "amount": amount, "unit": "kg"} for name, role, amount in outputs],
            "emissions": [
                {"id": gas, "gas": gas, "origin": "fossil", "source": "combustion", "amount": amount, "unit": "kg"}
                for gas, amount in (("CO2", "0.731"), ("CH4", "0.0017"))
            ],
        }


def matrix_of(system: System) -> tuple[csc_array, numpy.ndarray]:
    """The matrix of a system, products by products, and the demand."""
    size = len(system.needs)
    rows = [*range(size), *(need for of in system.needs for need in of)]
    columns = [*range(size), *(number for number, of in enumerate(system.needs) for _ in of)]
    values = [1.0] * size + [-float(each) for of in system.needs for each in of.values()]
    demand = numpy.zeros(size)
    demand[0] = float(system.amount.value)
    return csc_array((values, (rows, columns)), shape=(size, size)), demand


def ordered_for_chains(matrix: csc_array) -> SuperLU:
    """The factors of a matrix in the order that the engine takes where it needs factors."""
    return splu(matrix, "MMD_AT_PLUS_A", 0.0, options={"SymmetricMode": True})


def bw2calc_on(matrix: csc_array) -> Callable[[], object]:
    """The same matrix for bw2calc, with one emission of CO2e for each product."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bw2calc
        import bw_processing
    cells = matrix.tocoo()
    size = cells.shape[0]
    dtype = bw_processing.INDICES_DTYPE
    package = bw_processing.create_datapackage()
    indices = numpy.array(list(zip(cells.row.tolist(), cells.col.tolist(), strict=True)), dtype=dtype)
    package.add_persistent_vector(matrix="technosphere_matrix", indices_array=indices, data_array=cells.data)
    emitted = numpy.array([(size, number) for number in range(size)], dtype=dtype)
    package.add_persistent_vector(matrix="biosphere_matrix", indices_array=emitted, data_array=numpy.ones(size))
    counted = numpy.array([(size, 0)], dtype=dtype)
    package.add_persistent_vector(matrix="characterization_matrix", indices_array=counted, data_array=numpy.ones(1))

    def solve() -> object:
        assessment = bw2calc.LCA({0: 1}, data_objs=[package])
        assessment.lci()
        assessment.lcia()
        return assessment.score

    return solve


if __name__ == "__main__":
    main()
