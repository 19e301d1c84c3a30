"""Quantities: an exact value, the interval its printed precision leaves open, and the unit to show it in."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import Printed, decimal_text
from footrule.measure.dimension import Dimension
from footrule.measure.unit import ONE, Unit

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quantity(Frozen):
    """A value in base units of `unit.dimension`, with the closed interval that its printed precision allows.

    INVARIANT: low <= value <= high; an exact quantity (a literal, a parameter, a count) has all three equal.
    The interval follows every operation, as XBRL's calculation rules ask: see `equals`.

    `bound` is how far the value can be off because it was computed in rounded numbers, None where it was not; the
    interval holds it as well. What is decided by less than that is not decided: see `is_close_to`.
    """

    value: Fraction
    low: Fraction
    high: Fraction
    unit: Unit
    bound: Fraction | None = None

    def __eq__(self, other: object) -> bool:
        if type(other) is not Quantity:
            return NotImplemented
        compared = other.value, other.low, other.high, other.unit, other.bound
        return (self.value, self.low, self.high, self.unit, self.bound) == compared

    def __hash__(self) -> int:
        return hash((self.value, self.low, self.high, self.unit, self.bound))

    @property
    def dimension(self) -> Dimension:
        """What the quantity measures."""
        return self.unit.dimension

    @property
    def is_nothing(self) -> bool:
        """Whether the quantity is exactly zero, as an empty sum is."""
        return self.low == 0 == self.high

    def comparable_with(self, other: Quantity) -> bool:
        """Whether the two may be added or compared.

        The checker has seen to their dimensions, except that money arrives in its own currency with the data; no
        money is no money in every currency.

        >>> from footrule.measure.dimension import MONEY, base
        >>> yuan, dollars = (exact(Fraction(5), Unit(code, base(code), Fraction(1))) for code in ("CNY", "USD"))
        >>> yuan.comparable_with(dollars), yuan.comparable_with(zero(MONEY))
        (False, True)
        """
        if self.dimension == other.dimension:
            return True
        return any(one.is_nothing and one.dimension.leaves_currency_open for one in (self, other))

    def __add__(self, other: Quantity) -> Quantity:
        bound = _sum_of_bounds(self, other)
        low, high = self.low + other.low, self.high + other.high
        return Quantity(self.value + other.value, low, high, _shown(self, other), bound)

    def __sub__(self, other: Quantity) -> Quantity:
        bound = _sum_of_bounds(self, other)
        low, high = self.low - other.high, self.high - other.low
        return Quantity(self.value - other.value, low, high, _shown(self, other), bound)

    def __neg__(self) -> Quantity:
        return Quantity(-self.value, -self.high, -self.low, self.unit, self.bound)

    def __mul__(self, other: Quantity) -> Quantity:
        low, high = _ends(self.low, self.high, other.low, other.high)
        bound = None
        if self.bound is not None or other.bound is not None:
            mine, others = self.bound or _NONE, other.bound or _NONE
            bound = abs(self.value) * others + abs(other.value) * mine + mine * others
        return Quantity(self.value * other.value, low, high, _product(self.unit, other.unit), bound)

    def divided_by(self, other: Quantity) -> Quantity | None:
        """The quotient, or None where the divisor is zero or may be zero within its printed rounding."""
        if other.low <= 0 <= other.high:
            return None
        low, high = _ends(self.low, self.high, 1 / other.high, 1 / other.low)
        quotient = self.value / other.value
        bound = None
        if self.bound is not None or other.bound is not None:
            mine, others = self.bound or _NONE, other.bound or _NONE
            bound = (mine + abs(quotient) * others) / (abs(other.value) - others)
        return Quantity(quotient, low, high, _quotient(self.unit, other.unit), bound)

    def magnitude(self) -> Quantity:
        """The quantity without its sign."""
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        return Quantity(abs(self.value), _NONE, max(-self.low, self.high), self.unit, self.bound)

    def scaled_as(self, unit: Unit, times: Fraction = Fraction(1)) -> Quantity:
        """The quantity `times` a conversion above zero, in a unit of another dimension: what a builtin makes of it."""
        bound = None if self.bound is None else self.bound * times
        return Quantity(self.value * times, self.low * times, self.high * times, unit, bound)

    def is_close_to(self, other: Quantity) -> bool:
        """Whether computing the two in rounded numbers leaves open which of them is more, or whether they differ."""
        bound = _sum_of_bounds(self, other)
        return bound is not None and abs(self.value - other.value) <= bound

    def equals(self, other: Quantity) -> bool | None:
        """Whether the two can be one number, allowing half a unit in the last place of every printed term.

        None where that hangs on how a figure was rounded in the computing.

        >>> reported = printed(Printed("-1.23", Fraction(-123, 100), Fraction(1, 200)), ONE)
        >>> reported.equals(exact(Fraction(-1226, 1000), ONE))
        True
        """
        return self.within(_NONE, other)

    def within(self, allowance: Fraction, other: Quantity, doubt: Fraction | None = None) -> bool | None:
        """Whether the two differ by at most `allowance` (in base units), with printed rounding allowed on top.

        None where that hangs on how a figure was rounded in the computing; `doubt` is the bound of the allowance.
        """
        gap = max(self.low - other.high, other.low - self.high) - allowance
        bound = _sum_of_bounds(self, other)
        if bound is None and doubt is None:
            return gap <= 0
        # The intervals hold the bounds: without them the gap is wider by up to twice as much.
        if gap > (doubt or _NONE):
            return False
        return True if gap + 2 * (bound or _NONE) + (doubt or _NONE) <= 0 else None

    def __str__(self) -> str:
        factor = self.unit.factor
        return self.unit.after(decimal_text(self.value if factor == 1 else self.value / factor))


def _ends(low: Fraction, high: Fraction, other_low: Fraction, other_high: Fraction) -> tuple[Fraction, Fraction]:
    """The ends of the product of two intervals: those of both where nothing lies below zero, as is most often so."""
    if low.numerator >= 0 and other_low.numerator >= 0:
        return low * other_low, high * other_high
    corners = [one * other for one in (low, high) for other in (other_low, other_high)]
    return min(corners), max(corners)


def rounded(value: Fraction, bound: Fraction | None, unit: Unit) -> Quantity:
    """A value in base units that was computed in rounded numbers and is off by `bound` at most; exact without one."""
    if bound is None:
        return Quantity(value, value, value, unit)
    return Quantity(value, value - bound, value + bound, unit, bound)


def _sum_of_bounds(one: Quantity, two: Quantity) -> Fraction | None:
    if one.bound is None:
        return two.bound
    return one.bound if two.bound is None else one.bound + two.bound


def exact(amount: Fraction, unit: Unit) -> Quantity:
    """An exact quantity of `amount` units: a literal, a parameter, a count."""
    value = amount * unit.factor
    return Quantity(value, value, value, unit)


def printed(number: Printed, unit: Unit, times: Fraction = Fraction(1)) -> Quantity:
    """A reported number with the precision it was printed with, `times` an exact conversion."""
    scale = unit.factor if times == 1 else unit.factor * times
    value, half = number.value, number.half_place
    # In whole numbers over one denominator, which are quicker than fractions.
    below = value.denominator * half.denominator * scale.denominator
    middle = value.numerator * half.denominator * scale.numerator
    reach = half.numerator * value.denominator * abs(scale.numerator)
    scaled = value if scale == 1 else Fraction(middle, below)
    return Quantity(scaled, Fraction(middle - reach, below), Fraction(middle + reach, below), unit)


def zero(dimension: Dimension) -> Quantity:
    """Exactly nothing, of a dimension: what an empty sum is."""
    return exact(_NONE, _base_unit(dimension))


def _shown(one: Quantity, two: Quantity) -> Unit:
    """The unit to show a sum in: that of the first term that has a symbol, and a currency where it is money."""
    if one.dimension != two.dimension and one.dimension.leaves_currency_open:
        return two.unit
    return one.unit if one.unit.symbol else two.unit


def _product(one: Unit, two: Unit) -> Unit:
    for unit, other in ((one, two), (two, one)):
        if other.dimension.is_number:
            return unit if not unit.dimension.is_number else ONE
    return _base_unit(one.dimension * two.dimension)


def _quotient(one: Unit, two: Unit) -> Unit:
    if two.dimension.is_number:
        return one if not one.dimension.is_number else ONE
    dimension = one.dimension / two.dimension
    if dimension.is_number:
        return ONE
    if one.symbol and "/" not in one.symbol + two.symbol:
        return Unit(f"{one.symbol}/{two.symbol}", dimension, one.factor / two.factor)
    return _base_unit(dimension)


_BASE_SYMBOLS = {
    "mass": "kg",
    "emission": "kg CO2e",
    "energy": "MJ",
    "length": "m",
    "gas volume": "Nm3",
    "time": "s",
    "pressure": "Pa",
    "amount of substance": "mol",
    "data": "Mbit",
}
"""The base units; money and the currencies are shown by their own names."""


@lru_cache(maxsize=256)
def _base_unit(dimension: Dimension) -> Unit:
    """The unit of a dimension that everything is computed in."""
    above = [_raised(base, power) for base, power in dimension.exponents if power > 0]
    below = [_raised(base, -power) for base, power in dimension.exponents if power < 0]
    symbol = "/".join(["·".join(above) or "1", *below]) if dimension.exponents else ""
    return Unit(symbol, dimension, Fraction(1))


def _raised(base: str, power: int) -> str:
    symbol = _BASE_SYMBOLS.get(base, base)
    return symbol if power == 1 else f"{symbol}{power}"
