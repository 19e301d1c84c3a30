"""How authors say things: names and units of other languages that are not ours, and our types in a sentence."""

from __future__ import annotations

from footrule.measure.dimension import Dimension
from footrule.model.types import (
    CodeType,
    DurationType,
    InstantType,
    ListType,
    QuantityType,
    RecordType,
    TextType,
    Type,
)
from footrule.text.wording import worded

_MISSING = worded("write `is missing`", "请写 is missing")
_GIVEN = worded("write `is given`", "请写 is given")
_EMISSION = worded("emissions are written `kg CO2e`", "排放量写作 kg CO2e")

NAMES_SAID_OTHERWISE = {
    "given": worded("the opposite of `is given` is `is missing`", "is given 的反面是 is missing"),
    "missing": worded("the opposite of `is missing` is `is given`", "is missing 的反面是 is given"),
    "null": _MISSING,
    "nothing": _MISSING,
    "absent": _MISSING,
    "none": worded(
        "write `is missing`; `none` stands only in `absent as none`", "请写 is missing；none 只用于 absent as none"
    ),
    "empty": worded(
        "write `count(x for x in LIST) = 0`; a list that is not there at all `is missing`",
        "请写 count(x for x in 列表) = 0；列表根本未给出则写 is missing",
    ),
    "present": _GIVEN,
    "provided": _GIVEN,
    "reported": _GIVEN,
    "available": _GIVEN,
    "yes": worded("write `true`", "请写 true"),
    "True": worded("write `true`", "请写 true"),
    "no": worded("write `false`", "请写 false"),
    "False": worded("write `false`", "请写 false"),
    "greater": worded("write `>`", "请写“>”"),
    "less": worded("write `<`", "请写“<”"),
    "eq": _EMISSION,
    "eqv": _EMISSION,
}
"""What to write for a word that is no name of the language."""

UNITS_SAID_OTHERWISE = {
    "percent": "%", "pct": "%", "百分比": "%", "tonne": "t", "tonnes": "t", "ton": "t", "tons": "t", "kgs": "kg",
    "kilogram": "kg", "kilograms": "kg", "gram": "g", "grams": "g", "liter": "L", "litre": "L", "liters": "L",
    "litres": "L", "l": "L", "度": "kWh", "kwh": "kWh", "KWh": "kWh", "hour": "h", "hours": "h", "月": "months",
    "CO2e": "kg CO2e", "tCO2e": "t CO2e", "kgCO2": "kg CO2", "kgCO2e": "kg CO2e", "标准煤": "kgce",
}  # fmt: skip
"""The unit to write for one that is spelt out, or spelt otherwise."""

_BASES = {
    "mass": "质量", "emission": "排放量", "energy": "能量", "length": "长度", "time": "时间",
    "amount of substance": "物质的量", "data": "数据量", "money": "金额",
}  # fmt: skip
_TYPES = {
    "a condition": "条件", "text": "文本", "date": "日期", "duration": "时段", "number": "纯数",
    "an empty list": "空列表",
}  # fmt: skip


def in_english(kind: Type) -> str:
    """A type in an English sentence: quantities by what they measure, anything else with its article."""
    match kind:
        case QuantityType(dimension):
            return "a plain number" if dimension.is_number else str(dimension)
        case TextType() | InstantType() | DurationType() | CodeType() | RecordType():
            return f"a {kind}"
        case ListType(element) if element is not None:
            return f"a {kind}"
        case _:
            return str(kind)


def in_chinese(kind: Type) -> str:
    """A type in Chinese; names that a vocabulary or an author gave stay as they are."""
    match kind:
        case QuantityType(dimension) if not dimension.is_number:
            return _dimension(dimension)
        case ListType(element) if element is not None:
            return f"列表（{in_chinese(element)}）"
        case CodeType(name):
            return f"代码（{name}）"
        case _:
            return _TYPES.get(str(kind), str(kind))


def _dimension(dimension: Dimension) -> str:
    powers = [(_BASES.get(base, base), power) for base, power in dimension.exponents]
    above = [base if power == 1 else f"{base}^{power}" for base, power in powers if power > 0]
    below = [base if power == -1 else f"{base}^{-power}" for base, power in powers if power < 0]
    return "/".join(["·".join(above) or "1", *below])
