"""Builtins on dates."""

from __future__ import annotations

from fractions import Fraction

from footrule.measure.dimension import NUMBER
from footrule.measure.instant import Instant
from footrule.measure.quantity import Quantity, exact
from footrule.measure.unit import ONE
from footrule.model.builtin import Builtin
from footrule.model.types import INSTANT, QuantityType
from footrule.text.wording import worded


def _year_of(moment: Instant) -> Quantity:
    return exact(Fraction(moment.day.year), ONE)


DATES = (
    Builtin(
        name="year_of",
        parameters=(INSTANT,),
        result=QuantityType(NUMBER),
        meaning=worded(
            "the calendar year of a day, in UTC; the end of a year that is printed as 23:59:59 is in that year",
            "日期所在的公历年（UTC）；写作23:59:59的年末属于该年",
        ),
        example="year_of(2027-12-31)",
        example_value="2027",
        run=_year_of,
        accepts=None,
        partial=False,
        keeps_zero=False,
    ),
)
