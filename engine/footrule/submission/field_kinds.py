"""The kinds of fields that the vocabulary is made of most: texts, truths, moments, quantities, lists of records."""

from __future__ import annotations

from footrule.measure.unit import ONE, PERCENT
from footrule.submission.reported_units import KG, KG_C, KG_CO2E, MJ
from footrule.submission.vocabulary import (
    CodeField,
    InstantField,
    ListField,
    NumberField,
    RecordField,
    TextField,
    TruthField,
)

TEXT, TRUTH, INSTANT = TextField(), TruthField(), InstantField()
NUMBER, SHARE = NumberField(ONE), NumberField(PERCENT)
MASS, CARBON, ENERGY, EMISSION = NumberField(KG), NumberField(KG_C), NumberField(MJ), NumberField(KG_CO2E)


def records(shape: str) -> ListField:
    """A list of records of a shape."""
    return ListField(RecordField(shape))


def listed(of: TextField | CodeField) -> ListField:
    """A list of texts or codes."""
    return ListField(of)
