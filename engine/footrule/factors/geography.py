"""The places that factors are for, and what lies in what."""

from __future__ import annotations

from collections.abc import Mapping

from footrule.factors.fields import block_and_rows
from footrule.frozen import Frozen, dataclass
from footrule.text.wording import Wording, worded

WORLD = "GLO"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Place(Frozen):
    """A place by its code; `within` are the codes of what it lies in directly."""

    code: str
    name_en: str
    name_zh: str
    kind: str
    within: tuple[str, ...]

    @property
    def name(self) -> Wording:
        """What it is called."""
        return worded(self.name_en, self.name_zh)


class Geography:
    """The places that there are."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = dict(places)

    def __contains__(self, code: object) -> bool:
        return code in self.places

    def outwards(self, code: str) -> tuple[str, ...]:
        """A place and all that it lies in, the narrowest first: a province, its grid, the country, ... the world.

        A place that is not known lies in the world.
        """
        found: dict[str, None] = {code: None}
        waiting = [code]
        while waiting:
            place = self.places.get(waiting.pop(0))
            for one in () if place is None else place.within:
                # What is reached again, on a longer way, is wider than what was reached since.
                found.pop(one, None)
                found[one] = None
                waiting.append(one)
        found.pop(WORLD, None)
        return (*found, WORLD)

    def name(self, code: str) -> Wording:
        """What a place is called; its code where nobody knows it."""
        place = self.places.get(code)
        return worded(code, code) if place is None else place.name


def read_geography(data: bytes) -> Geography:
    """The places of the table that ships. Raises ValueError or Unreadable where it is not what it should be."""
    heads, *rows = (fields for _, fields in block_and_rows(data)[1])
    if heads != ["code", "name", "name_zh", "kind", "within"]:
        raise ValueError(f"the table of places has other columns than it should: {heads}")
    places = {
        code: Place(code, name, name_zh, kind, tuple(within.split())) for code, name, name_zh, kind, within in rows
    }
    unknown = {one for place in places.values() for one in place.within if one not in places}
    if unknown:
        raise ValueError(f"the table of places: nothing is called {sorted(unknown)}")
    return Geography(places)
