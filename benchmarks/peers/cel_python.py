"""CEL by cel-python, which evaluates in Python."""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.peers.cel_rules import EXPRESSION
from benchmarks.peers.thirty_rules import ALL, GWP, IN_BASE, PER_BASE

PACKAGE = "cel-python"
TITLE = "CEL, cel-python"
SAYS = ALL


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Decodes with orjson, and evaluates one compiled program."""
    import celpy
    from celpy import celtypes
    from celpy.adapter import json_to_cel
    from orjson import loads

    def added(numbers: Sequence[float]) -> celtypes.DoubleType:
        return celtypes.DoubleType(sum(float(one) for one in numbers))

    def near(one: float, other: float, part: float) -> celtypes.BoolType:
        return celtypes.BoolType(abs(one - other) <= part * abs(other))

    environment = celpy.Environment()
    program = environment.program(environment.compile(EXPRESSION), functions={"added": added, "near": near})
    tables = {"in_base": IN_BASE, "per_base": PER_BASE, "gwp": GWP}
    context = {name: json_to_cel(table) for name, table in tables.items()}

    def accepted(documents: Sequence[bytes]) -> int:
        return sum(bool(program.evaluate(context | {"doc": json_to_cel(loads(one))})) for one in documents)

    return accepted
