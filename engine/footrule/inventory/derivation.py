"""What a figure follows from: a tree whose leaves are places in the file, factors with their source, and rules."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Derivation(Frozen):
    """A figure: what it is called, its value with its unit, and how it follows from those below it.

    A leaf has a `pointer` (JSON Pointer) where it stands in the submission, or a `source`: the id of a row of the
    factor database, or of a rule. `how` is None where the name says it all.
    """

    name: Wording
    value: str
    how: Wording | None = None
    pointer: str = ""
    source: str = ""
    of: tuple[Derivation, ...] = ()


def every(one: Derivation) -> Iterator[Derivation]:
    """A figure, and all that it follows from."""
    yield one
    for below in one.of:
        yield from every(below)
