"""Dimensions: what kind of thing a number measures, as exponents of base dimensions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dimension:
    """A product of base dimensions, such as emission per mass; no base at all is a pure number or a share.

    INVARIANT: `exponents` is sorted by base and holds no zero.
    """

    exponents: tuple[tuple[str, int], ...]

    def __mul__(self, other: Dimension) -> Dimension:
        merged = dict(self.exponents)
        for base, power in other.exponents:
            merged[base] = merged.get(base, 0) + power
        return Dimension(tuple(sorted((base, power) for base, power in merged.items() if power)))

    def __truediv__(self, other: Dimension) -> Dimension:
        return self * other.inverse()

    def inverse(self) -> Dimension:
        """The dimension of one divided by this."""
        return Dimension(tuple((base, -power) for base, power in self.exponents))

    @property
    def is_number(self) -> bool:
        """Whether this measures a pure number: a count, a ratio, a share."""
        return not self.exponents

    def __str__(self) -> str:
        if self.is_number:
            return "number"
        above = [_power(base, power) for base, power in self.exponents if power > 0]
        below = [_power(base, -power) for base, power in self.exponents if power < 0]
        return " / ".join([" x ".join(above) or "1", *below])


def _power(base: str, power: int) -> str:
    return base if power == 1 else f"{base}^{power}"


def base(name: str) -> Dimension:
    """The base dimension of that name."""
    return Dimension(((name, 1),))


NUMBER = Dimension(())
MASS = base("mass")
EMISSION = base("emission")
"""Greenhouse gas emissions in CO2 equivalents: apart from mass, since only a characterisation leads to it."""
ENERGY = base("energy")
LENGTH = base("length")
AREA = LENGTH * LENGTH
VOLUME = AREA * LENGTH
TIME = base("time")
AMOUNT_OF_SUBSTANCE = base("amount of substance")
DATA = base("data")
