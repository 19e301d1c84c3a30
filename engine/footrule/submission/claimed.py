"""The choice by a claim, without reading the document: where there is a claim, nothing else but the period counts.

Of a document that is not clean this may say something else than its reader would, who notes what is wrong with it;
such a document is for the reader in any case.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol, cast

from footrule.frozen import Frozen, dataclass
from footrule.measure.instant import read_instant
from footrule.submission.chosen_by import ChosenBy
from footrule.submission.submission import Claim, Classification, first_day_after


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Claimed(Frozen):
    """What of a document chooses a standard where it claims one."""

    claim: Claim
    data_until: date | None
    classifications: tuple[Classification, ...] = ()


class _Claim(Protocol):
    id: str | None
    version: str | None


def claim_among(by: ChosenBy) -> Claimed | None:
    """The claim, of all that a choice can hang on; None where there is none, or several inventories could have one."""
    first, *others = by
    if len(others) != _PERIOD_AND_CODES or not isinstance(first, tuple):
        return None
    place, standard, _ = cast("tuple[int, _Claim | None, object]", first)
    if standard is None or not standard.id:
        return None
    end = read_instant(others[-1]) if isinstance(others[-1], str) else None
    pointer = f"/extensions/{place}/data/inventory/standard/id"
    return Claimed(Claim(standard.id, standard.version, pointer), None if end is None else first_day_after(end.moment))


_PERIOD_AND_CODES = 3
"""What stands behind the inventories: two lists of codes, and the end of the period."""
