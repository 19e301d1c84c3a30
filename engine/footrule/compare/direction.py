"""Which way something was changed, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording


class Direction(Enum):
    """What a change does to those who have to keep to a rule; `CHANGED` where that cannot be told."""

    SAME = "same"
    TIGHTER = "tightened"
    LOOSER = "loosened"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Difference(Frozen):
    """One thing that was changed: which way, and what became of what."""

    direction: Direction
    says: Wording


def direction(at_least_as_strict: bool, at_most_as_strict: bool) -> Direction:
    """The direction, from what can be shown of the new form."""
    if at_least_as_strict:
        return Direction.SAME if at_most_as_strict else Direction.TIGHTER
    return Direction.LOOSER if at_most_as_strict else Direction.CHANGED


def together(parts: Iterable[Direction]) -> Direction:
    """The direction of a whole: both ways at once cannot be told."""
    found = set(parts) - {Direction.SAME}
    if not found:
        return Direction.SAME
    return found.pop() if len(found) == 1 else Direction.CHANGED
