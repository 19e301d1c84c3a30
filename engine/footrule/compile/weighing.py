"""Means of contributions, weighted by what they emit: the share of primary data, the ratings of data quality.

The counterpart of `inventory.totals`, in floating point.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import mul
from typing import cast

from footrule.compile.contributing import EMISSION, Contribution
from footrule.compile.figures import Figure, Pair, figure, quotient, whole
from footrule.compile.structures import Emission, Input

NOTHING: Pair = (0.0, 0.0)
_EXACTLY_ONE: Pair = (1.0, 0.0)


class Weighing:
    """The contributions that weigh anything: by what they emit, without their signs."""

    def __init__(self, contributions: Iterable[Contribution]) -> None:
        self._every = [one for one in contributions if one.size]
        self._weights = [abs(one.emission) for one in self._every]
        self._sizes = [one.size for one in self._every]
        self._total = sum(self._weights), sum(self._sizes)

    def primary_data_share(self) -> Figure | None:
        """The share of the emissions that rests on primary data; None where the inventory does not say so of all."""
        told = [part for one in self._every if (part := _primary_part(one)) is not None]
        if told and all(one == _EXACTLY_ONE for one in told) and len(told) == len(self._every):
            return whole(1)
        return self._mean([value for value, _ in told], [size for _, size in told])

    def ratings(self) -> dict[str, Figure]:
        """The ratings of data quality, those alone that all data have; a credit has none."""
        rated = [one.source.quality for one in self._every if one.source is not None]
        given = [one for one in rated if one is not None]
        every = {
            "technological": [one.technological for one in given],
            "geographical": [one.geographical for one in given],
            "temporal": [one.temporal for one in given],
        }
        found: dict[str, Figure] = {}
        for name, told in every.items():
            values = [one[1] for one in told if one is not None]
            mean = self._mean(values, values)
            if mean is not None:
                found[name] = mean
        return found

    def _mean(self, values: list[float], sizes: list[float]) -> Figure | None:
        """The mean of what is told of each; None where it is not told of all, or there are none."""
        if len(values) != len(self._every):
            return None
        above = sum(map(mul, self._weights, values))
        of_above = sum(map(abs, map(mul, self._sizes, values))) + sum(map(abs, map(mul, self._weights, sizes)))
        found = quotient((above, of_above), self._total)
        return None if found is None else figure(*found, [])


def _primary_part(one: Contribution) -> Pair | None:
    if one.source is None:
        return NOTHING
    if one.kind == EMISSION:
        return _truth(cast("Emission", one.source).primary)
    bought = cast("Input", one.source)
    told = bought.supply.primary_data_share if bought.supply is not None else None
    activity, factor = bought.primary_activity, bought.primary_factor
    if told is not None and activity is not None:
        return (told[1], abs(told[1])) if activity else NOTHING
    return None if activity is None or factor is None or told is not None else _truth(activity and factor)


def _truth(given: bool | None) -> Pair | None:
    return None if given is None else _EXACTLY_ONE if given else NOTHING
