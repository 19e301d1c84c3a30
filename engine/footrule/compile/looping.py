"""The amounts of products that feed one another, solved in floating point with a bound that is proved.

What is asked for is x with x = b + A x, where A[k][j] is how much of product k one unit of product j takes; nothing is
below zero. If for some v > 0 every entry of w = v - A v is above zero, I - A has an inverse without negative entries,
so that the system has one solution, and it is not negative. Of any y the error is then at most v * max(|r| / w), for
the residual r = b + A y - y (Berman, Plemmons: Nonnegative Matrices in the Mathematical Sciences, 1979, 6.2). For v we
take what solves the system for the bound of the residual itself, which makes the bound hardly larger than it must be.

Numbers are pairs of `figures`: the bound of a residual is told as a size, and so is that of the solution.
"""

from __future__ import annotations

from collections.abc import Sequence

from footrule.compile.figures import Pair
from footrule.compile.telling import TooCloseError

_UNIT = 2.0**43
"""Sizes are what an error is, at most, times this."""
_ROUNDED = 2.0**-52
_LEAST_LEFT = 1e-4
"""Of what a system is solved for, so much at least has to be left where the solution is put into it."""
Row = list[float]


def solved(taken: Sequence[Sequence[Pair]], asked: Sequence[Pair]) -> list[Pair]:
    """The solution; raises TooCloseError where it cannot be proved to be one."""
    matrix = [[value for value, _ in row] for row in taken]
    amounts = _eliminated(matrix, [value for value, _ in asked])
    residual: Row = []
    for row, (of, size), amount in zip(taken, asked, amounts, strict=True):
        terms = of + sum(value * one for (value, _), one in zip(row, amounts, strict=True))
        rounding = abs(terms - amount) + (len(row) + 4) * _ROUNDED * (terms + amount)
        told = size + sum(each * one for (_, each), one in zip(row, amounts, strict=True))
        residual.append(told + rounding * _UNIT)
    reach = _eliminated(matrix, residual)
    times = 0.0
    for row, bound, one in zip(taken, residual, reach, strict=True):
        into = sum(value * each for (value, _), each in zip(row, reach, strict=True))
        doubt = sum(size * each for (_, size), each in zip(row, reach, strict=True)) * 2 / _UNIT
        left = one - into - doubt - (len(row) + 4) * _ROUNDED * (one + into)
        if not left > bound * _LEAST_LEFT:
            raise TooCloseError
        times = max(times, bound / left)
    return [(amount, max(amount, times * one * (1 + 1e-9))) for amount, one in zip(amounts, reach, strict=True)]


def _eliminated(taken: Sequence[Row], right: Sequence[float]) -> Row:
    """What solves x = right + taken x, by elimination without exchanges; all of it has to come out above zero.

    It needs no proof: what it comes to is put into the system. Raises TooCloseError.
    """
    many = len(right)
    rows = [[-value for value in row] + [right[place]] for place, row in enumerate(taken)]
    for place in range(many):
        rows[place][place] += 1.0
    for column, top in enumerate(rows):
        if not top[column] > 0:
            raise TooCloseError
        for under in rows[column + 1 :]:
            if under[column]:
                times = under[column] / top[column]
                for place in range(column + 1, many + 1):
                    under[place] -= times * top[place]
    found = [0.0] * many
    for column in range(many - 1, -1, -1):
        top = rows[column]
        known = sum(top[later] * found[later] for later in range(column + 1, many))
        found[column] = (top[many] - known) / top[column]
        if not found[column] > 0:
            raise TooCloseError
    return found
