"""The balance of a process: mass, carbon and energy that go in, and that come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from footrule.builtins.chemistry import formula_mass
from footrule.frozen import Frozen, dataclass
from footrule.inventory.amounts import told_amount
from footrule.inventory.matterless import NO_MASS, NO_MATTER
from footrule.inventory.records import code_of, records_in
from footrule.measure.dimension import ENERGY, MASS
from footrule.measure.quantity import Quantity
from footrule.submission.element import Number, Record
from footrule.submission.process_vocabulary import CARBON_CONTENTS, HEATING_VALUES

_CARBON = tuple(one.name for one in CARBON_CONTENTS)
_HEATING = tuple(one.name for one in HEATING_VALUES)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Balance(Frozen):
    """What goes in and comes out of one process: mass and carbon in kg, energy in MJ.

    None where a flow does not say what it would have to. The carbon of emissions comes out; their mass is not
    counted, for the oxygen in it is no input.
    """

    process: Record
    mass_in: Fraction | None
    mass_out: Fraction | None
    carbon_in: Fraction | None
    carbon_out: Fraction | None
    energy_in: Fraction | None
    energy_out: Fraction | None


def balance(process: Record) -> Balance:
    """The balance of a process."""
    inputs = [one for one in records_in(process, "inputs") if code_of(one, "kind") not in NO_MASS]
    outputs = [one for one in records_in(process, "outputs") if _holds_matter(one)]
    emissions = records_in(process, "emissions")
    every_input, every_output = records_in(process, "inputs"), records_in(process, "outputs")
    carbon_out = _sum(outputs, carbon_of)
    emitted = sum(map(_carbon_emitted, emissions), Fraction(0))
    return Balance(
        process,
        _sum(inputs, _mass),
        _sum(outputs, _mass),
        _sum(inputs, carbon_of),
        None if carbon_out is None else carbon_out + emitted,
        _sum([one for one in every_input if code_of(one, "kind") not in NO_MATTER], energy_of),
        _sum(every_output, energy_of),
    )


def _holds_matter(output: Record) -> bool:
    """Whether an output is matter: all but energy, and energy as well that tells its carbon, such as a fuel gas."""
    return code_of(output, "role") != "energy" or next(_told(output, _CARBON), None) is not None


def _sum(flows: Iterable[Record], told: Callable[[Record], Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for flow in flows:
        value = told(flow)
        if value is None:
            return None
        total += value
    return total


def _mass(flow: Record) -> Fraction | None:
    amount = told_amount(flow)
    return amount.value if amount is not None and amount.dimension == MASS else None


def carbon_of(flow: Record) -> Fraction | None:
    """The carbon in a flow, in kg; None where its carbon content, or the amount that it is for, is not told."""
    return _product(flow, _CARBON, MASS.exponents)


def energy_of(flow: Record) -> Fraction | None:
    """The energy in a flow, in MJ: what it is told as, or its amount times its lower heating value."""
    amount = told_amount(flow)
    if amount is not None and amount.dimension == ENERGY:
        return amount.value
    return _product(flow, _HEATING, ENERGY.exponents)


def _product(flow: Record, fields: Iterable[str], wanted: tuple[tuple[str, int], ...]) -> Fraction | None:
    amount = told_amount(flow)
    if amount is None:
        return None
    energy = next(_energies(flow, amount), None)
    for content in _told(flow, fields):
        for of in (amount, *([energy] if energy is not None else [])):
            product = of * content
            if product.dimension.exponents == wanted:
                return product.value
    return None


def _energies(flow: Record, amount: Quantity) -> Iterator[Quantity]:
    return (energy for one in _told(flow, _HEATING) if (energy := amount * one).dimension == ENERGY)


def _told(flow: Record, fields: Iterable[str]) -> Iterator[Quantity]:
    return (one.quantity for name in fields if isinstance(one := flow.fields.get(name), Number))


def _carbon_emitted(emission: Record) -> Fraction:
    """The carbon in an emission, in kg: by the formula of its gas; what is no formula with carbon has none."""
    amount, gas = emission.fields.get("amount"), code_of(emission, "gas")
    whole = formula_mass(gas)
    if not isinstance(amount, Number) or whole is None or "C" not in _elements(gas):
        return Fraction(0)
    carbon = formula_mass("C")
    assert carbon is not None, "carbon has a mass"
    return amount.quantity.value * _elements(gas)["C"] * carbon / whole


def _elements(formula: str) -> dict[str, int]:
    return {name: int(count or 1) for name, count in re.findall(r"([A-Z][a-z]?)(\d*)", formula)}
