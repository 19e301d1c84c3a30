"""What the readers of an inventory say, in both languages: units, dimensions, identifiers, alternatives."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.measure.unit import Unit
from footrule.submission import intake_kinds as kinds
from footrule.submission.intake import IntakeFinding
from footrule.submission.json_text import JsonValue
from footrule.submission.pact_findings import Spot, shown
from footrule.submission.reported_units import in_words
from footrule.submission.wire import Alternative
from footrule.text.wording import Wording, worded

A_QUANTITY = worded(
    'a number with its unit, such as {"value": "12.5", "unit": "t"}',
    '带单位的数值，例如 {"value": "12.5", "unit": "t"}',
)
A_SHARE = worded(
    'a share with its unit, such as {"value": "37.2", "unit": "%"}', '带单位的份额，例如 {"value": "37.2", "unit": "%"}'
)
A_UNIT = worded('a unit such as "t", "MJ/kg" or "kg CO2e/kWh"', '单位，例如 "t"、"MJ/kg" 或 "kg CO2e/kWh"')
A_DATE = worded('a date such as "2025-12-31"', '日期，例如 "2025-12-31"')
_FROM_ZERO = worded("an amount that is not below zero", "不小于零的数量")
_AN_ID = worded("an id of its own", "各不相同的标识")


def any_of(units: Sequence[Unit]) -> Wording:
    """What may be measured, in words: "a mass or an energy"."""
    words = [in_words(unit) for unit in units]
    return worded(
        " or ".join(dict.fromkeys(word.in_language("en") for word in words)),
        "或".join(dict.fromkeys(word.in_language("zh") for word in words)),
    )


def unknown_unit(spot: Spot, value: JsonValue, meant: str | None) -> IntakeFinding:
    """A text that names no unit, with the one that may be meant."""
    help_en = "" if meant is None else f' Did you mean "{meant}"?'
    help_zh = "" if meant is None else f'是否应为 "{meant}"？'
    message = worded(
        f"{shown(value)} is not a unit that is known.{help_en}", f"{shown(value)} 不是已知的单位。{help_zh}"
    )
    return spot.finding(kinds.UNKNOWN_UNIT, shown(value), A_UNIT, message)


def wrong_dimension(spot: Spot, value: JsonValue, called: Wording, units: Sequence[Unit]) -> IntakeFinding:
    """A unit that is known, and cannot be that of what is measured."""
    asked = any_of(units)
    message = worded(
        f"{called.in_language('en')} cannot be given in {shown(value)}; it is {asked.in_language('en')}.",
        f"{called.in_language('zh')}不能以 {shown(value)} 给出，应为{asked.in_language('zh')}。",
    )
    return spot.finding(kinds.WRONG_DIMENSION, shown(value), asked, message)


def negative_amount(spot: Spot, value: JsonValue) -> IntakeFinding:
    """Less than none of a flow: a credit that the standard has not given, or a flow that goes the other way."""
    message = worded(
        f"{shown(value)} is below zero. Give what leaves the process as an output, a waste too, and take no credit: "
        "the standard says what is credited. CO2 of biogenic origin alone may be below zero, as an uptake.",
        f"{shown(value)} 为负。离开过程的（含废物）请记为输出；此处不计抵扣，可否扣减由标准规定。"
        "仅生物源CO2可以为负，表示吸收。",
    )
    return spot.finding(kinds.NEGATIVE_AMOUNT, shown(value), _FROM_ZERO, message)


def repeated_id(spot: Spot, value: JsonValue) -> IntakeFinding:
    """An id that an element before has."""
    message = worded(
        f"{shown(value)} is the id of another element of the same list; nobody can tell which one is meant by it.",
        f"{shown(value)} 已是同一列表中另一项的标识，无法分辨所指。",
    )
    return spot.finding(kinds.REPEATED_ID, shown(value), _AN_ID, message)


def not_one_alternative(spot: Spot, given: Sequence[str], alternatives: Sequence[Alternative]) -> IntakeFinding:
    """An object that says in two ways at once what it is about, or in none."""
    ways = ["+".join((one.leader, *one.beside)) for one in alternatives]
    listed = ", ".join(given)
    found = worded(f"{listed} do not go together", f"{listed} 不能并用") if given else worded(
        "nothing says what it is", "未作任何说明"
    )  # fmt: skip
    expected = worded(f"one of: {'; '.join(ways)}", f"以下之一：{'；'.join(ways)}")
    message = worded(
        f"{found.in_language('en')}. Use exactly one of: {'; '.join(ways)}.",
        f"{found.in_language('zh')}。请恰好采用以下之一：{'；'.join(ways)}。",
    )
    return spot.finding(kinds.NOT_ONE_ALTERNATIVE, listed or None, expected, message)
