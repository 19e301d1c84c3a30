"""Dimensions: what kind of thing a number measures, as exponents of base dimensions."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass

_POWERS_OF_LENGTH = {2: "area", 3: "volume"}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Dimension(Frozen):
    """A product of base dimensions, such as emission per mass; no base at all is a pure number or a share.

    INVARIANT: `exponents` is sorted by base and holds no zero.
    """

    exponents: tuple[tuple[str, int], ...]

    def __eq__(self, other: object) -> bool:
        return self.exponents == other.exponents if type(other) is Dimension else NotImplemented

    def __hash__(self) -> int:
        return hash(self.exponents)

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

    @property
    def is_in_money(self) -> bool:
        """Whether this measures an amount of money, in a currency or in one that is not known yet."""
        return any(base in _MONEYS for base, _ in self.exponents)

    @property
    def leaves_currency_open(self) -> bool:
        """Whether this measures money whose currency arrives with the data."""
        return any(base == "money" for base, _ in self.exponents)

    def parts(self) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
        """What is multiplied and what it is divided by, each with a positive power; area and volume by their names."""
        named = [_named(base, power) for base, power in self.exponents]
        above = [(name, power) for name, power in named if power > 0]
        return above, [(name, -power) for name, power in named if power < 0]

    def __str__(self) -> str:
        if self.is_number:
            return "number"
        if self == POWER:
            return "power"
        above, below = self.parts()
        return " / ".join([" x ".join(_raised(*part) for part in above) or "1", *(_raised(*part) for part in below)])


def _named(base: str, power: int) -> tuple[str, int]:
    name = _POWERS_OF_LENGTH.get(abs(power)) if base == "length" else None
    return (base, power) if name is None else (name, 1 if power > 0 else -1)


def _raised(base: str, power: int) -> str:
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
GAS_VOLUME = base("gas volume")
"""A volume of gas at 101.325 kPa and a stated temperature: apart from volume, which does not say how much gas it holds.

It is proportional to an amount of substance; a cubic metre at 0 degC holds 7.3 % more gas than one at 20 degC.
"""
TIME = base("time")
POWER = ENERGY / TIME
PRESSURE = base("pressure")
AMOUNT_OF_SUBSTANCE = base("amount of substance")
DATA = base("data")
MONEY = base("money")
"""Money whose currency arrives with the data: at run time every amount measures its own currency."""
CURRENCIES = ("CNY", "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "HKD", "SGD", "KRW", "INR")
"""Currencies by their codes of ISO 4217, each a dimension of its own: no rate between two is exact, or lasts."""
_MONEYS = frozenset((*CURRENCIES, "money"))
