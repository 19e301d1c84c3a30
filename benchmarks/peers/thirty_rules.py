"""What all peers share: the ids of the rules, and the numbers that rules and units come with."""

from __future__ import annotations

from benchmarks.breaches import BREACHES
from benchmarks.inventories import CO2_PER_CARBON, GWP, IN_BASE, PER_BASE

__all__ = [
    "ALL",
    "CO2_PER_CARBON",
    "EQUALS",
    "GWP",
    "IN_BASE",
    "KINDS",
    "PER_BASE",
    "REPORTS",
    "STAGES",
    "UNITS",
    "numbered",
]

ALL = frozenset(BREACHES)
"""The thirty rules."""

EQUALS = 0.005
"""What stands for `equals` in a peer: no other tool knows how many digits were printed, so a part of the value is
allowed that gives the same verdicts on these documents. It is less work than the printed digits are."""

UNITS = ("kilogram", "liter", "cubic meter")
REPORTS = ("AR5", "AR6")
STAGES = ("raw_materials", "production")
KINDS = ("feedstock", "fuel", "electricity", "heat", "material", "transport")


def numbered(*numbers: int) -> frozenset[str]:
    """The ids of rules by their numbers."""
    return frozenset(f"BENCH-{number:02d}" for number in numbers)
