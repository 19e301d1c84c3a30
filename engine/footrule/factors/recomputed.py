"""A derived value computed again: what its parts are, what they come to, and whether that is what is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from footrule.factors.derivation import NotDerived, derived
from footrule.factors.factor import Factor
from footrule.measure.decimal import decimal_text
from footrule.measure.quantity import Quantity, exact
from footrule.text.wording import Wording, worded

SIGNIFICANT = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a derivation as it is written, what it stands for, and the row where it is the id of one."""

    written: str
    quantity: Quantity
    factor: Factor | None


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What a derivation comes to in the unit of its row, by which part of it that may differ, and whether it agrees."""

    parts: tuple[Part, ...]
    amount: Fraction
    tolerance: Fraction
    agrees: bool

    @property
    def amount_text(self) -> str:
        """The amount as a person reads it."""
        return decimal_text(self.amount, SIGNIFICANT)


def recomputed(
    factor: Factor, row_of: Callable[[str], Factor | None], mass_of: Callable[[str], Quantity | None]
) -> Recomputed | Wording:
    """The value of a derived row computed from values as they are printed, or why it cannot be.

    `row_of` has the rows by their ids, `mass_of` the molar masses by formulas.
    """
    parts: dict[str, Part] = {}

    def of_id(name: str) -> Quantity | None:
        row = row_of(name)
        if row is None:
            return None
        quantity = exact(row.value.value, row.unit)
        parts[name] = Part(name, quantity, row)
        return quantity

    def of_formula(formula: str) -> Quantity | None:
        mass = mass_of(formula)
        if mass is not None:
            written = f"molar_mass({formula})"
            parts[written] = Part(written, mass, None)
        return mass

    try:
        result = derived(factor.derivation, of_id, of_formula)
    except NotDerived as why:
        return _not_derived(why.says)
    if result.quantity.dimension != factor.unit.dimension:
        return worded(
            f"the derivation comes to {result.quantity.dimension}, and the unit is {factor.unit}",
            f"推导结果的量纲为 {result.quantity.dimension}，而单位为 {factor.unit}",
        )
    amount = result.quantity.value / factor.unit.factor
    allowed = max(factor.value.half_place, abs(result.tolerance * amount))
    agrees = abs(amount - factor.value.value) <= allowed
    return Recomputed(tuple(parts.values()), amount, result.tolerance, agrees)


def _not_derived(why: Wording) -> Wording:
    return worded(
        f"the derivation cannot be computed: {why.in_language('en')}", f"推导无法计算：{why.in_language('zh')}"
    )
