"""Builtins on quantities of any dimension."""

from __future__ import annotations

from footrule.measure.quantity import Quantity
from footrule.model.builtin import Builtin, SameDimension
from footrule.text.wording import worded


def _magnitude(of: Quantity) -> Quantity:
    return of.magnitude()


NUMBERS = (
    Builtin(
        name="abs",
        parameters=(SameDimension(),),
        result=SameDimension(),
        meaning=worded("the quantity without its sign", "数量的绝对值"),
        example="abs(-2 kg)",
        example_value="2 kg",
        run=_magnitude,
        accepts=None,
        partial=False,
        keeps_zero=True,
    ),
)
