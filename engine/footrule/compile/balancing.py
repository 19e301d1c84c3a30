"""The balance of a process in floating point: mass, carbon and energy that go in, and that come out.

The counterpart of `inventory.balances`, by its tables.
"""

from __future__ import annotations

from collections.abc import Iterable

from footrule.compile.figures import Figure, Pair, figure
from footrule.compile.flows import IN_MASS, carbon_by_mass, carbon_of, energy_of
from footrule.compile.running import NAMES
from footrule.compile.structures import Emission, Flow, Process
from footrule.inventory.matterless import NO_MASS, NO_MATTER

Told = dict[str, object]
_NONE: Pair = (0.0, 0.0)


def balance(process: Process) -> Told:
    """The record of the balance of a process."""
    inputs, outputs = process.inputs or (), process.outputs or ()
    found: Told = {"process": process.id} if process.id else {}
    mass, carbon = _matter([one for one in inputs if one.kind not in NO_MASS])
    found["mass_in"], found["carbon_in"] = _figure(mass), _figure(carbon)
    mass, carbon = _matter([one for one in outputs if one.role != "energy" or one.carbon_content is not None])
    found["mass_out"] = _figure(mass)
    found["carbon_out"] = None if carbon is None else _figure(_with(carbon, process.emissions or ()))
    found["energy_in"] = _figure(_energy([one for one in inputs if one.kind not in NO_MATTER]))
    found["energy_out"] = _figure(_energy(outputs))
    return found


def _matter(flows: Iterable[Flow]) -> tuple[Pair | None, Pair | None]:
    """The mass and the carbon of flows; None where one of them does not tell it."""
    mass: Pair | None = _NONE
    carbon: Pair | None = _NONE
    for flow in flows:
        amount = flow.amount
        if amount is None or amount[0] != IN_MASS:
            mass = None
        elif mass is not None:
            mass = mass[0] + amount[1], mass[1] + abs(amount[1])
        if carbon is not None:
            carbon = _and(carbon, carbon_of(flow))
    return mass, carbon


def _energy(flows: Iterable[Flow]) -> Pair | None:
    energy: Pair | None = _NONE
    for flow in flows:
        if energy is not None:
            energy = _and(energy, energy_of(flow))
    return energy


def _and(sum_: Pair, one: Pair | None) -> Pair | None:
    return None if one is None else (sum_[0] + one[0], sum_[1] + one[1])


def _with(carbon: Pair, emissions: Iterable[Emission]) -> Pair:
    """Carbon with that of emissions; what tells no gas or no amount has none."""
    value, size = carbon
    for one in emissions:
        part = carbon_by_mass(NAMES[one.gas]) if one.gas is not None and one.amount is not None else 0.0
        if part and one.amount is not None:
            value += one.amount[1] * part
            size += 2.0 * abs(one.amount[1]) * part
    return value, size


def _figure(pair: Pair | None) -> Figure | None:
    return None if pair is None else figure(*pair, [])
