"""How authors say units: what to write for one that is not ours, and why two that look alike are kept apart."""

from __future__ import annotations

import re
from collections.abc import Collection

from footrule.measure.dimension import GAS_VOLUME, VOLUME
from footrule.measure.unit import known_symbols, plain_parts, read_unit
from footrule.model.types import QuantityType, Type
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

_SAID = {
    "percent": "%", "pct": "%", "百分比": "%", "tonne": "t", "tonnes": "t", "kgs": "kg", "kilogram": "kg",
    "kilograms": "kg", "gram": "g", "grams": "g", "liter": "L", "litre": "L", "liters": "L", "litres": "L", "l": "L",
    "ml": "mL", "度": "kWh", "hour": "h", "hours": "h", "hr": "h", "月": "months", "CO2e": "kg CO2e", "CO2": "kg CO2",
    "标准煤": "kgce", "标煤": "kgce", "公吨": "t", "kg/CO2": "kg CO2", "kg/CO2e": "kg CO2e", "t/CO2": "t CO2",
    "t/CO2e": "t CO2e", "RMB": "CNY", "人民币": "CNY", "yuan": "CNY", "dollar": "USD", "dollars": "USD", "euro": "EUR",
    "euros": "EUR", "cbm": "m3", "Nm^3": "Nm3", "立方": "m3", "方": "m3", "pound": "lb", "pounds": "lb", "lbs": "lb",
    "mole": "mol", "moles": "mol", "hectare": "ha", "hectares": "ha",
}  # fmt: skip
"""The unit to write for one that is spelt out, or spelt otherwise."""

_STANDARD_GAS = worded(
    "a standard cubic metre is at 0, 15 or 20 °C, depending on who says it: write `Nm3` (0 °C) or `m3(20°C)`",
    "“标准立方米”在不同场合指 0、15 或 20 °C：请写 Nm3（0 °C）或 m3(20°C)",
)
_FEET = worded(
    "a standard cubic foot is not the same everywhere: convert to `Nm3` (0 °C) or `m3(15°C)` by your contract",
    "“标准立方英尺”并不统一：请按合同约定换算为 Nm3（0 °C）或 m3(15°C)",
)
_CALORIE = worded(
    "a calorie is 4.1868 J (International Table) or 4.184 J (thermochemical): convert, and write `kJ` or `MJ`",
    "卡有 4.1868 J（国际蒸汽表卡）与 4.184 J（热化学卡）两种：请换算后写 kJ 或 MJ",
)
_BTU = worded(
    "a Btu is 1055.05585262 J (International Table) or 1054.35 J (thermochemical): convert, and write `MJ` or `GJ`",
    "Btu 有 1055.05585262 J（国际蒸汽表）与 1054.35 J（热化学）两种：请换算后写 MJ 或 GJ",
)
_TON = worded(
    "a ton is 1000 kg, 2000 lb (short) or 2240 lb (long): write `t` for the tonne of 1000 kg, or `lb`",
    "ton 有公吨（1000 kg）、短吨（2000 lb）、长吨（2240 lb）之分：公吨请写 t，其他请换算为 lb",
)
_GALLON = worded(
    "a gallon is 3.785411784 L (US) or 4.54609 L (imperial): convert, and write `L`",
    "加仑有美制（3.785411784 L）与英制（4.54609 L）之分：请换算后写 L",
)
_DEGREES = worded(
    "temperatures are no quantities of the language; a volume of gas at a temperature is `m3(20°C)`",
    "本语言没有温度单位；某温度下的气体体积写作 m3(20°C)",
)
_TWICE = worded(
    "Nm3 is at 0 °C already: write `Nm3`, or the temperature it is at, as in `m3(20°C)`",
    "Nm3 已指 0 °C：请写 Nm3，或写明温度，如 m3(20°C)",
)
_NO_SUCH_TEMPERATURE = worded(
    "a volume of gas is stated as `m3(20°C)`, at a whole temperature from -50 to 100 °C",
    "气体体积写作 m3(20°C)，温度须为 -50 至 100 °C 之间的整数",
)
_AMBIGUOUS = {
    **dict.fromkeys(("Sm3", "sm3", "SM3", "scm", "SCM", "stdm3", "标准立方米", "标立方米", "标方", "标立方", "标立",
                     "标m3", "标准m3"), _STANDARD_GAS),
    **dict.fromkeys(("scf", "SCF", "Mscf", "MMscf", "标准立方英尺"), _FEET),
    **dict.fromkeys(("cal", "kcal", "Mcal", "Gcal", "Kcal", "KCal", "卡", "千卡", "大卡", "兆卡", "吉卡"), _CALORIE),
    **dict.fromkeys(("Btu", "BTU", "MMBtu", "MMBTU", "mmBtu", "therm", "英热单位"), _BTU),
    **dict.fromkeys(("ton", "tons", "短吨", "长吨"), _TON),
    **dict.fromkeys(("gal", "gallon", "gallons", "加仑"), _GALLON),
    **dict.fromkeys(("°C", "C", "K", "摄氏度", "degC"), _DEGREES),
}  # fmt: skip
_PREFIX = re.compile(r"(百万|[千万亿])(?=.)")
_GLUED = re.compile(r"(mg|g|kg|t|kt|Mt|千克|公斤|吨|克)(CO2|CH4|N2O|C)(-?eq?)?", re.IGNORECASE)
_TEMPERATURE = re.compile(r"(N?)(?:m3|立方米) ?\( ?(-?\d+) ?°? ?C ?\)", re.IGNORECASE)
_LONGEST = 100


def unit_doubted(text: str) -> Wording | None:
    """Why a unit cannot be understood, where people mean different things by it."""
    if len(text) > _LONGEST:
        return None
    return next((doubt for part in plain_parts(text) if (doubt := _doubt(part)) is not None), None)


def unit_said(text: str) -> str | None:
    """The unit that is meant by one that is spelt otherwise, or None where nobody can tell."""
    if len(text) > _LONGEST:
        return None
    parts = plain_parts(text)
    meant = _SAID.get("/".join(parts)) or "/".join(_meant(part) or "?" for part in parts)
    return None if read_unit(meant) is None and meant not in _SAID.values() else meant


def unit_nearest(text: str, known: Collection[str]) -> str | None:
    """The unit that is most like one that is misspelt, part by part, or None where nothing is close."""
    if len(text) > _LONGEST:
        return None
    meant = "/".join(_meant(part) or _nearest(part, known) or "?" for part in plain_parts(text))
    return meant if meant in known or read_unit(meant) is not None else None


def _nearest(part: str, known: Collection[str]) -> str | None:
    prefix = _PREFIX.match(part)
    if prefix is not None:
        rest = _nearest(part[prefix.end() :], known)
        return None if rest is None else prefix[0] + rest
    found = nearest(part, (*known, *_SAID))
    return None if found is None else _SAID.get(found, found)


def _doubt(part: str) -> Wording | None:
    """Why a part cannot be understood: people mean different things by it."""
    unscaled = _PREFIX.sub("", part, count=1)
    stated = _TEMPERATURE.fullmatch(unscaled)
    if stated is None:
        return None if read_unit(part) is not None else _AMBIGUOUS.get(part) or _AMBIGUOUS.get(unscaled)
    if stated[1]:
        return _TWICE
    return None if read_unit(f"m3({int(stated[2])}°C)") is not None else _NO_SUCH_TEMPERATURE


def _meant(part: str) -> str | None:
    """The unit that a part means: it stands in the table, lacks a space, or is in another case."""
    if part == "1" or read_unit(part) is not None:
        return part
    if part in _SAID:
        return _SAID[part]
    prefix = _PREFIX.match(part)
    if prefix is not None:
        rest = _meant(part[prefix.end() :])
        return None if rest is None else prefix[0] + rest
    glued = _GLUED.fullmatch(part)
    if glued is not None:
        mass = _meant(glued[1])
        return None if mass is None else f"{mass} {glued[2].upper()}{'e' if glued[3] else ''}"
    stated = _TEMPERATURE.fullmatch(part)
    if stated is not None:
        return f"m3({int(stated[2])}°C)"
    alike = [symbol for symbol in known_symbols() if symbol.casefold() == part.casefold()]
    return alike[0] if len(alike) == 1 else None


def apart(left: Type, right: Type) -> Wording | None:
    """Why two kinds of quantity that look alike are kept apart, and what leads from one to the other."""
    if not (isinstance(left, QuantityType) and isinstance(right, QuantityType)):
        return None
    one, two = left.dimension, right.dimension
    if one.leaves_currency_open is not two.leaves_currency_open and one.is_in_money and two.is_in_money:
        return worded(
            "the currency of an amount of money arrives with the submission: compare it with amounts of the same "
            "submission, or take a share of them",
            "该金额的货币随提交的数据而定：请与同一份数据中的金额比较，或取其占比",
        )
    if one.is_in_money and two.is_in_money:
        return worded(
            "currencies are not converted: declare a rate with its source, `parameter rate = 7.1 CNY/USD`, "
            "and multiply by it",
            "货币之间不自动换算：请声明汇率参数并注明来源，如 parameter 汇率 = 7.1 CNY/USD，再相乘",
        )
    if one / two in (GAS_VOLUME / VOLUME, VOLUME / GAS_VOLUME):
        return worded(
            "state the reference condition of the gas: `Nm3` (0 °C), `m3(20°C)`; plain `m3` does not say it",
            "请写明气体的参比条件：Nm3（0 °C）或 m3(20°C)；仅写 m3 未说明条件",
        )
    return None
