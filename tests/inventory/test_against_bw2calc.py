"""Product systems solved here and by bw2calc, which solves them in floating point: to nine digits they agree."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from footrule.inventory.linear import Amounts, amounts

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it recommends a solver for large matrices
    import bw2calc
    import bw_processing

NEEDS = some.integers(1, 12).flatmap(
    lambda size: some.lists(
        some.dictionaries(some.integers(0, size - 1), some.integers(1, 90), max_size=3), min_size=size, max_size=size
    )
)
"""For each product, how many of 300 parts of a unit of others it takes: loops and itself among them, never all."""


@given(NEEDS, some.data())
@settings(max_examples=60, deadline=None)
def test_a_demand_comes_to_the_same_emissions(parts: list[dict[int, int]], data: some.DataObject) -> None:
    needs = [{product: Fraction(part, 300) for product, part in each.items()} for each in parts]
    emissions = data.draw(some.lists(some.integers(0, 10**6), min_size=len(needs), max_size=len(needs)))
    found = amounts(needs, {0: Fraction(1)})
    assert isinstance(found, Amounts)
    ours = sum(amount * emissions[product] for product, amount in found.amounts.items())
    assert float(ours) == pytest.approx(by_bw2calc(needs, emissions), rel=1e-9, abs=1e-9)


def by_bw2calc(needs: Sequence[Mapping[int, Fraction]], emissions: Sequence[int]) -> float:
    """The score of a unit of the first product; its gas has a number after those of the products."""
    size = len(needs)
    cells = [(product, product, 1.0, False) for product in range(size)]
    cells += [(taken, maker, float(part), True) for maker, each in enumerate(needs) for taken, part in each.items()]
    package = bw_processing.create_datapackage()
    package.add_persistent_vector(
        matrix="technosphere_matrix",
        indices_array=numpy.array([(row, column) for row, column, _, _ in cells], dtype=bw_processing.INDICES_DTYPE),
        data_array=numpy.array([value for _, _, value, _ in cells]),
        flip_array=numpy.array([flipped for *_, flipped in cells]),
    )
    package.add_persistent_vector(
        matrix="biosphere_matrix",
        indices_array=numpy.array([(size, column) for column in range(size)], dtype=bw_processing.INDICES_DTYPE),
        data_array=numpy.array([float(one) for one in emissions]),
    )
    package.add_persistent_vector(
        matrix="characterization_matrix",
        indices_array=numpy.array([(size, 0)], dtype=bw_processing.INDICES_DTYPE),
        data_array=numpy.array([1.0]),
    )
    assessment = bw2calc.LCA({0: 1}, data_objs=[package])
    assessment.lci()
    assessment.lcia()
    return float(assessment.score)
