"""The patterns of units: every text that names a unit of the dimension matches; what plainly does not is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.measure.dimension import EMISSION, ENERGY, MASS, NUMBER, Dimension
from footrule.measure.unit import known_symbols, read_unit
from footrule.measure.unit_table import IN_CHINESE
from footrule.schema.units import counting_schema, unit_pattern
from footrule.submission.reported_units import flow_unit

PARTS = st.sampled_from([*known_symbols(), *IN_CHINESE, "1", "piece", "件"])
PREFIX = st.sampled_from(["", "", "10^4 ", "10^3", "万", "千"])
SPACE = st.sampled_from(["", " ", "  "])


@st.composite
def unit_texts(draw: st.DrawFn) -> str:
    """Texts that often name a unit: parts with their prefixes and spaces, divided by others."""
    parts = draw(st.lists(PARTS, min_size=1, max_size=3))
    return "/".join(draw(SPACE) + draw(PREFIX) + part.replace(" ", draw(SPACE) or " ") + draw(SPACE) for part in parts)


@given(unit_texts())
def test_every_text_that_is_read_as_a_unit_matches_the_pattern_of_its_dimension(text: str) -> None:
    unit = flow_unit(text)
    if unit is not None:
        assert re.search(unit_pattern(unit.dimension), text)


@pytest.mark.parametrize(
    ("dimension", "text", "fits"),
    [
        (MASS, "t", True),
        (MASS, "10^4 t", True),
        (MASS, "kg CO2", True),
        (MASS, "kg CO2e", False),
        (MASS, "MJ", False),
        (MASS, "kg/t", False),
        (MASS, "tkm/km", True),
        (ENERGY / MASS, "kWh/t", True),
        (ENERGY / MASS, "kWh", False),
        (EMISSION / MASS, "kg CO2e/kg", True),
        (EMISSION / MASS, "kg/kg", False),
        (NUMBER, "%", True),
        (NUMBER, "t/t", True),
        (NUMBER, "kg", False),
    ],
)
def test_a_unit_of_another_dimension_does_not_match(dimension: Dimension, text: str, fits: bool) -> None:
    assert (re.search(unit_pattern(dimension), text) is not None) is fits
    unit = read_unit(text)
    assert unit is not None
    assert (unit.dimension == dimension) is fits


def test_pieces_are_counted_without_a_share() -> None:
    pattern = str(counting_schema()["pattern"])
    assert [text for text in ("piece", "1", "件", "%", "kg") if re.search(pattern, text)] == ["piece", "1", "件"]
