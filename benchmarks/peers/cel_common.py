"""CEL by the package common-expression-language, which evaluates in Rust."""

# pyright: reportMissingImports=false

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.peers.cel_rules import EXPRESSION
from benchmarks.peers.thirty_rules import ALL, GWP, IN_BASE, PER_BASE

PACKAGE = "common-expression-language"
TITLE = "CEL, common-expression-language"
SAYS = ALL


def accepting() -> Callable[[Sequence[bytes]], int]:
    """Decodes with orjson, and evaluates one compiled expression."""
    import cel
    from orjson import loads

    context: dict[str, object] = {
        "in_base": IN_BASE, "per_base": PER_BASE, "gwp": GWP, "added": _added, "near": _near,
    }  # fmt: skip
    execute = cel.compile(EXPRESSION).execute

    def accepted(documents: Sequence[bytes]) -> int:
        count = 0
        for one in documents:
            context["doc"] = loads(one)
            count += execute(context)
        return count

    return accepted


def _added(numbers: list[float]) -> float:
    return float(sum(numbers))


def _near(one: float, other: float, part: float) -> bool:
    return abs(one - other) <= part * abs(other)
