"""What each emission, each input that is bought and each credit of a system adds to a footprint, in floating point.

The counterpart of `inventory.contributing`, in its order: what a submission, or the factor database, does not tell
raises NotRecomputedError.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from footrule.compile.figures import Pair
from footrule.compile.flows import emission_of
from footrule.compile.product_system import ProductSystem
from footrule.compile.running import NAMES
from footrule.compile.sharing import NotRecomputedError
from footrule.compile.structures import Emission, Input, Process
from footrule.compile.telling import Questions

EMISSION, INPUT, CREDIT = "emission", "input", "credit"
FOSSIL, BIOGENIC, OF_LAND, APART = range(4)
"""The positions of a footprint: fossil, biogenic other than CO2, land use change; biogenic CO2 stands apart."""
NO_MASS = (0.0, 0.0)


class Contribution(NamedTuple):
    """What one flow adds: `emission` with its `size` in kg CO2e, and the mass of its gas in kg.

    `flow` is its id and `name` what it is called; `gas` and `origin` are codes, empty where it has none. `source` is
    the emission, or the input that is bought; None of a credit.
    """

    kind: str
    process: Process
    flow: str
    name: str
    position: int
    emission: float
    size: float
    source: Emission | Input | None
    mass: Pair = NO_MASS
    gas: str = ""
    origin: str = ""


def contributions(system: ProductSystem, questions: Questions, gwp_set: str) -> list[Contribution]:
    """All contributions, process by process."""
    found: list[Contribution] = []
    for partition, parts in system.borne():
        process = partition.process
        for emission in process.emissions or ():
            part = parts.get(partition.class_of(emission))
            if part is not None and part[1]:
                found.append(_of_emission(process, emission, part, questions, gwp_set))
        for flow in process.inputs or ():
            part = parts.get(partition.class_of(flow))
            if part is not None and part[1] and (flow.supply is None or flow.supply.process is None):
                found.append(_of_input(process, flow, part, questions))
        for output, value, size in partition.credits:
            borne, of_borne = parts.get(partition.rest, (0.0, 0.0))
            name = output.id if output.name is None else output.name
            whole = abs(value) * of_borne + borne * size
            found.append(Contribution(CREDIT, process, output.id, name, FOSSIL, -value * borne, whole, None))
    return found


def _of_emission(process: Process, flow: Emission, part: Pair, questions: Questions, gwp_set: str) -> Contribution:
    gas, amount, origin = flow.gas, flow.amount, flow.origin or ""
    counts = questions.counts(gas, gwp_set, origin) if gas is not None else None
    if gas is None or amount is None or counts is None:
        raise NotRecomputedError
    value, size = part
    mass = amount[1] * value
    of_mass = abs(amount[1]) * (size + value)
    code = NAMES[gas]
    return Contribution(
        EMISSION,
        process,
        flow.id,
        gas if flow.id.isdigit() else flow.id,
        _position(origin, code),
        mass * counts,
        (of_mass + abs(mass)) * abs(counts),
        flow,
        (mass, of_mass),
        code,
        origin,
    )


def _position(origin: str, gas: str) -> int:
    if origin == "land_use":
        return OF_LAND
    if origin == "biogenic":
        return APART if gas == "CO2" else BIOGENIC
    return FOSSIL


def _of_input(process: Process, flow: Input, part: Pair, questions: Questions) -> Contribution:
    supply = flow.supply
    factor: tuple[int, float] | None = None
    if supply is not None and supply.value is not None:
        factor = supply.value[:2]
    elif supply is not None and supply.factor is not None:
        factor = questions.emissions(supply.factor)
    found = emission_of(flow, *factor) if factor is not None else None
    if found is None:
        raise NotRecomputedError
    emission, size = found
    value, of_part = part
    whole = abs(emission) * of_part + size * value
    name = flow.id if flow.name is None else flow.name
    return Contribution(INPUT, process, flow.id, name, FOSSIL, emission * value, whole, flow)


def totals(every: Iterable[Contribution]) -> list[Pair]:
    """What the contributions come to by position."""
    values, sizes = [0.0] * 4, [0.0] * 4
    for one in every:
        values[one.position] += one.emission
        sizes[one.position] += one.size
    return list(zip(values, sizes, strict=True))


def excluding_biogenic_uptake(parts: list[Pair]) -> Pair:
    """All but biogenic CO2, by what the positions come to."""
    (fossil, of_fossil), (biogenic, of_biogenic), (land, of_land), _ = parts
    return fossil + biogenic + land, of_fossil + of_biogenic + of_land
