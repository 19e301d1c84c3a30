"""How authors say things: names of other languages that are not ours, and our types in a sentence."""

from __future__ import annotations

from footrule.measure.dimension import POWER, Dimension
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

_BASES = {
    "mass": "质量", "emission": "排放量", "energy": "能量", "length": "长度", "area": "面积", "volume": "体积",
    "gas volume": "参比条件下的气体体积", "pressure": "压力", "time": "时间", "amount of substance": "物质的量",
    "data": "数据量", "money": "金额", "CNY": "人民币金额", "USD": "美元金额", "EUR": "欧元金额", "GBP": "英镑金额",
    "JPY": "日元金额", "CHF": "瑞士法郎金额", "CAD": "加元金额", "AUD": "澳元金额", "HKD": "港元金额",
    "SGD": "新加坡元金额", "KRW": "韩元金额", "INR": "印度卢比金额",
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
    if dimension == POWER:
        return "功率"
    above, below = ([_raised(*part) for part in side] for side in dimension.parts())
    return "/".join(["·".join(above) or "1", *below])


def _raised(base: str, power: int) -> str:
    name = _BASES.get(base, base)
    return name if power == 1 else f"{name}^{power}"
