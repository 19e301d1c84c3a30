"""What a flow of an inventory comes to, by the tables of what may be told of it: emission, energy, carbon.

Each answers a number with its size (see `figures`): of a product of numbers of the document, as many times its absolute
value as it has factors.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from footrule.builtins.chemistry import formula_mass
from footrule.compile.figures import Pair
from footrule.compile.structures import Flow
from footrule.measure.dimension import EMISSION, ENERGY, MASS, Dimension
from footrule.submission.process_vocabulary import (
    AMOUNTS,
    CARBON_CONTENTS,
    EMISSION_FACTORS,
    HEATING_VALUES,
    amounts_named,
)
from footrule.submission.vocabulary import Field
from footrule.text.pattern import pattern

_ELEMENTS = pattern(r"([A-Z][a-z]?)(\d*)")
AMOUNT_DIMENSIONS = tuple(unit.dimension for _, unit in amounts_named(AMOUNTS))
IN_MASS, IN_ENERGY = AMOUNT_DIMENSIONS.index(MASS), AMOUNT_DIMENSIONS.index(ENERGY)


def _fitting(fields: tuple[Field, ...], wanted: Dimension) -> Mapping[int, int]:
    """For the place of each amount, that of the field which multiplied with it measures something."""
    others = [unit.dimension for _, unit in amounts_named(fields)]
    pairs = ((one, two) for one in range(len(AMOUNT_DIMENSIONS)) for two in range(len(others)))
    return {one: two for one, two in pairs if AMOUNT_DIMENSIONS[one] * others[two] == wanted}


FACTOR_OF_DIMENSION: Mapping[Dimension, int] = {
    unit.dimension: place for place, (_, unit) in enumerate(amounts_named(EMISSION_FACTORS))
}
"""The place of an emission factor among those that there are."""
_FACTOR, _HEATING, _CARBON = (
    _fitting(fields, wanted)
    for fields, wanted in ((EMISSION_FACTORS, EMISSION), (HEATING_VALUES, ENERGY), (CARBON_CONTENTS, MASS))
)


def emission_of(flow: Flow, place: int, factor: float) -> Pair | None:
    """The emission of a flow at a factor of a kind, in kg CO2e; None where its amount is told in something else."""
    amount = flow.amount
    if amount is None:
        return None
    if _FACTOR.get(amount[0]) == place:
        found = amount[1] * factor
        return found, 2.0 * abs(found)
    heating = flow.lower_heating_value
    if heating is not None and _FACTOR[IN_ENERGY] == place and _HEATING.get(amount[0]) == heating[0]:
        found = amount[1] * heating[1] * factor
        return found, 3.0 * abs(found)
    return None


def energy_of(flow: Flow) -> Pair | None:
    """The energy in a flow, in MJ: what it is told as, or its amount times its lower heating value."""
    amount, heating = flow.amount, flow.lower_heating_value
    if amount is None:
        return None
    if amount[0] == IN_ENERGY:
        return amount[1], abs(amount[1])
    if heating is None or _HEATING.get(amount[0]) != heating[0]:
        return None
    found = amount[1] * heating[1]
    return found, 2.0 * abs(found)


def carbon_of(flow: Flow) -> Pair | None:
    """The carbon in a flow, in kg."""
    amount, carbon = flow.amount, flow.carbon_content
    if amount is None or carbon is None:
        return None
    if _CARBON.get(amount[0]) == carbon[0]:
        found = amount[1] * carbon[1]
        return found, 2.0 * abs(found)
    heating = flow.lower_heating_value
    if heating is not None and _HEATING.get(amount[0]) == heating[0] and _CARBON[IN_ENERGY] == carbon[0]:
        found = amount[1] * heating[1] * carbon[1]
        return found, 3.0 * abs(found)
    return None


@lru_cache(maxsize=1024)
def carbon_by_mass(gas: str) -> float:
    """How much of the mass of a gas is carbon, by its formula; what is no formula with carbon has none."""
    whole, carbon = formula_mass(gas), formula_mass("C")
    assert carbon is not None, "carbon has a mass"
    atoms = dict(_ELEMENTS.findall(gas)).get("C") if whole is not None else None
    return float(int(atoms or 1) * carbon / whole) if whole and atoms is not None else 0.0
