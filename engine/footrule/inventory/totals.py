"""What the contributions come to: positions, gases, stages, the share of primary data, the rating of data quality."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from footrule.frozen import Frozen, dataclass
from footrule.inventory.records import code_of
from footrule.inventory.result import Contribution, Kind
from footrule.submission.element import Element, Number, Record, Truth
from footrule.text.wording import worded

ZERO = Fraction(0)
UNKNOWN_STAGE = ""
RATINGS = ("technological", "geographical", "temporal")
PARTS = {
    "fossil": worded("fossil emissions and removals", "化石源排放与清除"),
    "biogenic_non_co2": worded("biogenic emissions other than CO2", "生物源非CO2排放"),
    "land_use_change": worded("land use change", "土地利用变化"),
    "biogenic_co2": worded("biogenic CO2, told apart", "生物源CO2（单独列出）"),
}
"""The parts of a footprint, by the names of their fields."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Positions(Frozen):
    """The parts of a footprint, in kg CO2e.

    Direct emissions go by their origin: those of land use, the biogenic ones other than CO2, and all others, which are
    fossil. What is bought, and what is credited, counts as fossil: a factor does not say more. Biogenic CO2 is in none
    of them (ISO 14067:2018, 6.4.9.2: it is told apart).
    """

    fossil: Fraction
    biogenic_non_co2: Fraction
    land_use_change: Fraction
    biogenic_co2: Fraction

    @property
    def excluding_biogenic_uptake(self) -> Fraction:
        """All but biogenic CO2."""
        return self.fossil + self.biogenic_non_co2 + self.land_use_change


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GasTotal(Frozen):
    """The direct emissions of one gas of one origin: its mass in kg, and what it counts in kg CO2e."""

    gas: str
    origin: str
    mass: Fraction
    emission: Fraction


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StageTotal(Frozen):
    """What a stage of the life cycle contributes; the stage is empty where its processes do not say."""

    stage: str
    emission: Fraction


def positions(contributions: Iterable[Contribution]) -> Positions:
    """The parts of a footprint."""
    parts = dict.fromkeys(PARTS, ZERO)
    for one in contributions:
        parts[position_of(one)] += one.emission
    return Positions(**parts)


def position_of(one: Contribution) -> str:
    """The part of the footprint that a contribution belongs to."""
    origin = code_of(one.flow, "origin") if one.kind is Kind.EMISSION else ""
    if origin == "land_use":
        return "land_use_change"
    if origin == "biogenic":
        return "biogenic_co2" if code_of(one.flow, "gas") == "CO2" else "biogenic_non_co2"
    return "fossil"


def counted(contributions: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """Those that the footprint is made of: all but biogenic CO2, which is in none of its positions."""
    return tuple(one for one in contributions if position_of(one) != "biogenic_co2")


def gases(contributions: Iterable[Contribution]) -> tuple[GasTotal, ...]:
    """The direct emissions by gas and origin, the largest first; biogenic CO2 among them."""
    found: dict[tuple[str, str], tuple[Fraction, Fraction]] = {}
    for one in contributions:
        if one.mass is not None:
            key = code_of(one.flow, "gas"), code_of(one.flow, "origin")
            mass, emission = found.get(key, (ZERO, ZERO))
            found[key] = mass + one.mass, emission + one.emission
    totals = [GasTotal(*key, *sums) for key, sums in found.items()]
    return tuple(sorted(totals, key=lambda one: (-abs(one.emission), one.gas, one.origin)))


def stages(contributions: Iterable[Contribution]) -> tuple[StageTotal, ...]:
    """What each stage of the life cycle contributes, the largest first."""
    found: dict[str, Fraction] = {}
    for one in counted(contributions):
        stage = code_of(one.process, "stage")
        found[stage] = found.get(stage, ZERO) + one.emission
    return tuple(sorted((StageTotal(*one) for one in found.items()), key=lambda one: (-abs(one.emission), one.stage)))


def primary_data_share(contributions: Iterable[Contribution]) -> Fraction | None:
    """The share of the emissions that rests on primary data; None where the inventory does not say so of all of them.

    Weighted by emissions (methodology of the exchange format, 3.0, 4.2.2): a direct emission counts where its amount is
    primary, an input where both its amount and its factor are; of a supplier's footprint, as much as its own share.
    """
    return _weighted(contributions, primary_part)


def primary_part(one: Contribution) -> Fraction | None:
    """How much of a contribution rests on primary data, or None where the inventory does not say."""
    if one.kind is Kind.CREDIT:
        return ZERO
    if one.kind is Kind.EMISSION:
        return _truth(one.flow.fields.get("primary"))
    activity = _truth(one.flow.fields.get("primary_activity"))
    supply = one.flow.fields.get("supply")
    of_supplier = supply.fields.get("primary_data_share") if isinstance(supply, Record) else None
    if isinstance(of_supplier, Number):
        return None if activity is None else activity * of_supplier.quantity.value
    factor = _truth(one.flow.fields.get("primary_factor"))
    return None if activity is None or factor is None else activity * factor


def _truth(element: Element | None) -> Fraction | None:
    return Fraction(int(element.value)) if isinstance(element, Truth) else None


def ratings(contributions: Iterable[Contribution]) -> dict[str, Fraction]:
    """The ratings of data quality, weighted by emissions (methodology of the exchange format, 3.0, 4.2.3).

    Those alone that all data have.
    """
    every = tuple(contributions)
    found = ((name, _weighted(every, rating_of(name))) for name in RATINGS)
    return {name: value for name, value in found if value is not None}


def rating_of(name: str) -> Callable[[Contribution], Fraction | None]:
    """What rates a contribution for one quality of data; None where it is not rated."""

    def rated(one: Contribution) -> Fraction | None:
        quality = one.flow.fields.get("quality")
        given = quality.fields.get(name) if isinstance(quality, Record) else None
        return given.quantity.value if isinstance(given, Number) else None

    return rated


def _weighted(
    contributions: Iterable[Contribution], told: Callable[[Contribution], Fraction | None]
) -> Fraction | None:
    """The mean of what is told of each, weighted by its emissions without their signs."""
    total, above = ZERO, ZERO
    for one in counted(contributions):
        weight = abs(one.emission)
        if weight == 0:
            continue
        value = told(one)
        if value is None:
            return None
        total += weight
        above += weight * value
    return above / total if total else None
