"""The amount of a flow, and what an emission for an amount comes to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from footrule.inventory.problems import NotComputed, of
from footrule.measure.dimension import EMISSION, ENERGY, Dimension
from footrule.measure.quantity import Quantity
from footrule.submission.element import Code, Number, Record, Unusable
from footrule.submission.process_vocabulary import AMOUNTS, EMISSION_FACTORS, HEATING_VALUES
from footrule.submission.vocabulary import code_name

_AMOUNTS = tuple(one.name for one in AMOUNTS)
_FACTORS = tuple(one.name for one in EMISSION_FACTORS)
_HEATING = tuple(one.name for one in HEATING_VALUES)


def amounts_of(flow: Record) -> Iterator[Quantity]:
    """The amount of a flow as it is told, then what follows from it: the energy in it, by its heating value."""
    told = [one.quantity for name in _AMOUNTS if isinstance(one := flow.fields.get(name), Number)]
    yield from told
    for name in _HEATING:
        heating = flow.fields.get(name)
        if isinstance(heating, Number):
            by = heating.quantity
            yield from (amount * by for amount in told if _product(amount.dimension, by.dimension) == ENERGY)


def told_amount(flow: Record) -> Quantity | None:
    """The amount of a flow as it is told, or None where none is."""
    for name in _AMOUNTS:
        told = flow.fields.get(name)
        if isinstance(told, Number):
            return told.quantity
    return None


def usable(flow: Record) -> None:
    """Raises NotComputed where a finding says what is wrong with the amount of a flow."""
    told = [flow.fields.get(name) for name in (*_AMOUNTS, "amount")]
    if not any(isinstance(one, Number) for one in told):
        for one in told:
            if isinstance(one, Unusable) and isinstance(one.because, str):
                code = one.because
                raise NotComputed(
                    [of(flow, f"{{0}}: its amount cannot be used ({code})", f"{{0}}：数量不可用（{code}）")]
                )


def gas_of(emission: Record) -> str | None:
    """The gas of an emission as characterisation factors name it, whatever the file calls it; None where it is none."""
    gas = emission.fields.get("gas")
    if not isinstance(gas, Code):
        return None
    return gas.as_printed if code_name(gas.as_printed) == gas.code else gas.code.replace("_", "-")


def factors_in(record: Record) -> Iterator[Quantity]:
    """The emissions for an amount that a supply, or a row of the factor database, tells."""
    return (one.quantity for name in _FACTORS if isinstance(one := record.fields.get(name), Number))


def emission_of(flow: Record, factor: Quantity) -> Fraction | None:
    """The emission of a flow at a factor, in kg CO2e; None where its amount is told in something else."""
    for amount in amounts_of(flow):
        if _product(amount.dimension, factor.dimension) == EMISSION:
            return amount.value * factor.value
    return None


def is_from_process(supply: Record) -> bool:
    """Whether an input comes from another process of the inventory."""
    kind = supply.fields.get("kind")
    return isinstance(kind, Code) and kind.code == "process"


@cache
def _product(one: Dimension, two: Dimension) -> Dimension:
    return one * two
