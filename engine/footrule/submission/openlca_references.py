"""What processes of openLCA refer to by name and number: places, currencies, and systems that rate the quality of data.

An entry such as `(1;3;2;n.a.;1)` has one score for each indicator of its system, in the order of their positions
(olca-schema, DQSystem). The system of ecoinvent is one that everybody refers to and few packages hold: its third to
fifth indicators are how near the data are in time, in place and in technology, each from 1, the best, to 5
(olca-modules, DQSystems.java).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from footrule.frozen import Frozen, dataclass
from footrule.submission.json_text import JsonNumber, JsonValue

BEST, WORST = 1, 5
"""The scores of the ratings that rules read."""
_NOT_APPLICABLE = frozenset({"n.a.", "na", "n/a", "0", ""})
_INDICATORS = {
    "technological": re.compile(r"technolog|技术", re.IGNORECASE),
    "geographical": re.compile(r"geograph|地理|地域", re.IGNORECASE),
    "temporal": re.compile(r"tempor|\btime\b|时间", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class QualitySystem(Frozen):
    """A system of indicators: how many there are, and the place from 0 of each that is a rating here."""

    size: int
    places: Mapping[str, int]

    def ratings(self, entry: str) -> Mapping[str, int] | None:
        """The ratings that an entry gives; None where it is none of this system.

        >>> QualitySystem(3, {"temporal": 1}).ratings("(2;4;n.a.)")
        {'temporal': 4}
        """
        text = entry.strip()
        parts = [one.strip() for one in text[1:-1].split(";")]
        if not (text.startswith("(") and text.endswith(")")) or len(parts) != self.size:
            return None
        found: dict[str, int] = {}
        for name, place in self.places.items():
            if parts[place].casefold() in _NOT_APPLICABLE:
                continue
            if not re.fullmatch(f"[{BEST}-{WORST}]", parts[place]):
                return None
            found[name] = int(parts[place])
        return found


ECOINVENT = "e7ac7cf6-5457-453e-99f9-d889826fffe8"
_KNOWN_SYSTEMS = {ECOINVENT: QualitySystem(5, {"temporal": 2, "geographical": 3, "technological": 4})}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OpenLcaReferences(Frozen):
    """By their ids: the codes of places and of currencies, and systems of data quality (None: of other scores)."""

    places: Mapping[str, str]
    currencies: Mapping[str, str]
    systems: Mapping[str, QualitySystem | None]

    def system(self, id: str) -> QualitySystem | None:
        """A system of data quality that can be read."""
        return self.systems[id] if id in self.systems else _KNOWN_SYSTEMS.get(id)


def quality_system(value: Mapping[str, JsonValue]) -> QualitySystem | None:
    """A system as its object tells it; None where no rating has scores from 1 to 5."""
    positions: dict[int, tuple[str, int]] = {}
    for one in _objects(value.get("indicators")):
        position, name = one.get("position"), one.get("name")
        if isinstance(position, JsonNumber) and str(position).isdecimal() and isinstance(name, str):
            positions[int(str(position))] = name, len(list(_objects(one.get("scores"))))
    ordered = [positions[one] for one in sorted(positions)]
    places = {
        rating: place
        for rating, pattern in _INDICATORS.items()
        for place, (name, scores) in enumerate(ordered)
        if pattern.search(name) and scores == WORST
    }
    return QualitySystem(len(ordered), places) if places else None


def _objects(value: JsonValue) -> Iterator[Mapping[str, JsonValue]]:
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield one
