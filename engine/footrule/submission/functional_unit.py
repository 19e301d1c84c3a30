"""Whether a functional unit in words and the amount of the reference flow say the same."""

from __future__ import annotations

import re

from footrule.measure.decimal import read_decimal
from footrule.measure.quantity import Quantity, printed
from footrule.submission.reference_data import unit_called

_STATED = re.compile(
    r"(?<![\w.,])(\d+(?:\.\d+)?)\s*"
    r"(kg|kilograms?|t|tons?|tonnes?|MJ|GJ|kWh|MWh|m3|m³|Nm3|N ?m3|吨|千克|公斤|千瓦时|立方米)(?![\w*/])"
)
_WORDS = {"kilogram": "kg", "kilograms": "kg", "ton": "t", "tons": "t", "tonne": "t", "tonnes": "t", "N m3": "Nm3"}


def stated_amount(text: str) -> Quantity | None:
    """The amount that a text states, where it states exactly one.

    >>> str(stated_amount("The functional unit is 1t of product")), stated_amount("1 kg, or 2 kg of it")
    ('1 t', None)
    """
    found = list(_STATED.finditer(text))
    if len(found) != 1:
        return None
    digits, unit = found[0][1], found[0][2]
    number, known = read_decimal(digits), unit_called(_WORDS.get(unit, unit))
    return printed(number, known) if number is not None and known is not None else None


def differs(stated: Quantity, amounts: list[Quantity]) -> bool:
    """Whether a stated amount is none of those that are known of a flow: it is off by a hundredth, or not comparable.

    What is written as `1 t` is a tonne, and not up to half of one more or less.
    """
    same = [one for one in amounts if one.dimension == stated.dimension]
    if not same:
        return bool(amounts)
    return all(abs(one.value - stated.value) * 100 > abs(one.value) for one in same)
