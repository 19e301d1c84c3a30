"""The contributions to a computed footprint by their weight: the same ones on its page and in its chart."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from footrule.inventory.records import records_in
from footrule.submission.element import Number, Record

MOST = 20


def by_weight(recomputed: Record) -> tuple[Sequence[Record], Sequence[Record]]:
    """The contributions that are told one by one, those of the largest emissions or credits first; and the others."""
    every = sorted(records_in(recomputed, "contributions"), key=lambda one: -abs(emission_of(one)))
    return every[:MOST], every[MOST:]


def emission_of(contribution: Record) -> Fraction:
    """What it adds, in kg CO2e."""
    emission = contribution.fields["emission"]
    assert isinstance(emission, Number), "a contribution has an emission"
    return emission.quantity.value
