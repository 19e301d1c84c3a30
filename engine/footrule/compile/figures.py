"""Figures that were computed in floating point, with the bound that their error keeps to.

A number here is a pair (x, s): its value, and the size of what it was computed from. Whatever X it stands for exactly,
|x - X| is at most s * 2**-43 for what it was computed from, and s * 2**-53 for each operation on the way. There are at
most `MOST_STEPS` of these between a number of the document and a figure, so that a figure is off by s * 2**-42 at most:
by a quarter of `running.CLOSE`, of which the rest is for what rules compute of it.

- A number of the document is the product of two that were rounded: (x, |x|), off by 3 * 2**-53 of |x|.
- What generated code computes is off by its size times CLOSE, which is eight times 2**-43: (x, 8 * size).
- A sum is (x + y, s + t), a product (x * y, |x| * t + |y| * s), a quotient (q, (s + |q| * t) / |y|) for q = x / y. What
  is left out is the product of two errors; a divisor is at least `LEAST_OF_SIZE` of its size, so that this is less than
  2**-43 of what is counted, a millionth of it at most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NoReturn

from footrule.compile.running import CLOSE
from footrule.compile.telling import TooCloseError

MOST_STEPS = 1000
OF_GENERATED = 8.0
"""How many times its size, in generated code, the size of a number is here."""
LEAST_OF_SIZE = 1e-6
SMALLEST, LARGEST = 1e-60, 1e60
"""Between these lie the parts and amounts of a system: then no product with numbers of a document comes to nothing."""

Pair = tuple[float, float]
Figure = tuple[float, float, float, float, object]
"""As rules read a quantity: value, size, the ends of its interval, and what stands for its exact value."""
_NOTHING: Figure = (0.0, 0.0, 0.0, 0.0, Fraction(0))


class Unrounded:
    """Stands for the exact value of a figure. All that is known of it is that it is itself.

    Whoever compares it has found two figures that are too close; then the exact calculation decides. Where a rule has
    picked it as the least or greatest of those `among` which it stands, one of them may be that just as well.
    """

    __slots__ = ("_among", "_own")

    def __init__(self, own: Pair, among: Sequence[Pair]) -> None:
        self._own = own
        self._among = among

    def _is(self, other: object) -> bool:
        if other is not self or any(map(self._may_be, self._among)):
            raise TooCloseError
        return True

    def _may_be(self, other: Pair) -> bool:
        value, size = self._own
        return other is not self._own and abs(value - other[0]) <= (size + other[1]) * CLOSE

    def __eq__(self, other: object) -> bool:
        return self._is(other)

    def __le__(self, other: object) -> bool:
        return self._is(other)

    def __ge__(self, other: object) -> bool:
        return self._is(other)

    def __lt__(self, other: object) -> bool:
        return not self._is(other)

    def __gt__(self, other: object) -> bool:
        return not self._is(other)

    __hash__ = None  # type: ignore[assignment]

    def _not_known(self, *_: object) -> NoReturn:
        raise TooCloseError

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _not_known
    __truediv__ = __rtruediv__ = __abs__ = __neg__ = _not_known


def figure(value: float, size: float, among: list[Pair]) -> Figure:
    """A figure for rules, and the others `among` which it stands. One of no size is exactly nothing."""
    if not size:
        return _NOTHING
    own = value, size
    among.append(own)
    return value, size, value, value, Unrounded(own, among)


def whole(value: int) -> Figure:
    """A figure that is exactly a whole number above zero."""
    return value, value, value, value, Fraction(value)


def quotient(above: Pair, below: Pair) -> Pair | None:
    """A quotient; None where the divisor is exactly nothing. Raises TooCloseError where that is too close to tell."""
    divisor = divided_by(below)
    if divisor is None:
        return None
    return divisor(*above)


def divided_by(below: Pair) -> Callable[[float, float], Pair] | None:
    """What makes a quotient of a number by its value and its size, once it is seen to that the divisor is not zero."""
    by, of_by = below
    if not of_by:
        return None
    magnitude = abs(by)
    if not magnitude > of_by * LEAST_OF_SIZE:
        raise TooCloseError

    def divided(value: float, size: float) -> Pair:
        found = value / by
        return found, (size + abs(found) * of_by) / magnitude

    return divided
