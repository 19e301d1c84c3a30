"""A table by name and hash: what a report says of the factors that a decision rests on."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableUsed(Frozen):
    """A table by its name, the hash of its bytes, and whether it ships with the engine.

    `standard` is that beside which it lies, by id and version; it is empty for other tables.
    """

    name: str
    sha256: str
    ships: bool
    standard: str = ""
