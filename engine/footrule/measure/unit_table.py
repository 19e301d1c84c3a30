"""The table of units: the factor of each to the base unit of its dimension, exact by definition.

Sources: SI prefixes, and units accepted with the SI (SI Brochure, 9th edition); 1 kWh = 3.6 MJ. 1 kgce = 29.3076 MJ
(GB/T 2589-2020: 29 307.6 kJ); 1 toe = 41.868 GJ (IEA). 1 lb = 0.45359237 kg (international yard and pound agreement,
1959); 1 bbl of oil = 42 US gallons of 231 cubic inches of 25.4 mm. 1 bar = 100 kPa. 1 mu = 1/15 ha (Chinese legal
practice for land). Gas: 273.15 K over the temperature of reference, as an ideal gas at 101.325 kPa. Trade in China
measures fuel gas at 20 degC, while default calorific values are told per Nm3, at 0 degC; ISO 13443 takes 15 degC.
"""

from __future__ import annotations

from footrule.measure import dimension
from footrule.measure.dimension import NUMBER, Dimension

MASSES = {"mg": "1e-6", "g": "1e-3", "kg": "1", "t": "1000", "kt": "1e6", "Mt": "1e9"}
"""Units that may be said of a substance (`kg CO2`) and of emissions (`kg CO2e`)."""
MASS_SUBSTANCES = ("CO2", "CH4", "N2O", "C")
COLDEST, WARMEST = -50, 100
"""The temperatures of reference that `m3(T°C)` may state."""


def reference_factor(celsius: int) -> str:
    """How many cubic metres at 0 degC one at this temperature is, the pressure being the same: 273.15 K/(273.15 K + T).

    >>> reference_factor(20)
    '27315/29315'
    """
    return f"27315/{27315 + 100 * celsius}"


TABLE: dict[Dimension, dict[str, str]] = {
    dimension.MASS: {**MASSES, "lb": "0.45359237"},
    dimension.ENERGY: {
        "J": "1e-6", "kJ": "1e-3", "MJ": "1", "GJ": "1000", "TJ": "1e6", "PJ": "1e9",
        "Wh": "0.0036", "kWh": "3.6", "MWh": "3600", "GWh": "3.6e6", "TWh": "3.6e9",
        "kgce": "29.3076", "tce": "29307.6", "toe": "41868",
    },
    dimension.POWER: {"W": "1e-6", "kW": "1e-3", "MW": "1", "GW": "1000"},
    dimension.LENGTH: {"mm": "0.001", "cm": "0.01", "m": "1", "km": "1000"},
    dimension.AREA: {"m2": "1", "ha": "10000", "km2": "1e6", "mu": "2000/3"},
    dimension.VOLUME: {"m3": "1", "L": "0.001", "mL": "1e-6", "kL": "1", "bbl": "0.158987294928"},
    dimension.GAS_VOLUME: {
        "Nm3": "1", "kNm3": "1000",
        **{f"m3({celsius}°C)": reference_factor(celsius) for celsius in (0, 15, 20, 25)},
    },
    dimension.PRESSURE: {"Pa": "1", "kPa": "1000", "MPa": "1e6", "bar": "1e5"},
    dimension.TIME: {"s": "1", "min": "60", "h": "3600"},
    dimension.AMOUNT_OF_SUBSTANCE: {"mol": "1", "kmol": "1000"},
    dimension.DATA: {"Mbit": "1"},
    dimension.MASS * dimension.LENGTH: {"kgkm": "1000", "tkm": "1e6"},
    NUMBER: {"%": "0.01", "‰": "0.001", "ppm": "1e-6", "ppb": "1e-9"},
    **{dimension.base(currency): {currency: "1"} for currency in dimension.CURRENCIES},
}  # fmt: skip
"""Simple units by what they measure, each with how many base units it is; the base unit is the first of factor 1."""

PREFIXES = {"千": 3, "万": 4, "百万": 6, "亿": 8}
"""Chinese words for powers of ten that stand before any simple unit, except shares; shown as `10^4 t`."""

IN_CHINESE = {
    "毫克": "mg", "克": "g", "千克": "kg", "公斤": "kg", "吨": "t", "千吨": "kt", "磅": "lb",
    "焦耳": "J", "千焦": "kJ", "兆焦": "MJ", "吉焦": "GJ", "太焦": "TJ", "拍焦": "PJ",
    "瓦时": "Wh", "千瓦时": "kWh", "兆瓦时": "MWh", "吉瓦时": "GWh", "太瓦时": "TWh",
    "千克标准煤": "kgce", "公斤标准煤": "kgce", "吨标准煤": "tce", "吨标煤": "tce", "吨油当量": "toe",
    "瓦": "W", "千瓦": "kW", "兆瓦": "MW", "吉瓦": "GW",
    "毫米": "mm", "厘米": "cm", "米": "m", "千米": "km", "公里": "km",
    "平方米": "m2", "公顷": "ha", "平方千米": "km2", "平方公里": "km2", "亩": "mu",
    "立方米": "m3", "升": "L", "毫升": "mL", "千升": "kL",
    "帕": "Pa", "千帕": "kPa", "兆帕": "MPa", "巴": "bar",
    "秒": "s", "分钟": "min", "小时": "h", "摩尔": "mol", "千摩尔": "kmol", "吨公里": "tkm", "吨千米": "tkm",
    "元": "CNY", "人民币元": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "瑞士法郎": "CHF",
    "加元": "CAD", "澳元": "AUD", "港元": "HKD", "新加坡元": "SGD", "韩元": "KRW", "印度卢比": "INR",
    **{
        f"{mass}{name}": f"{symbol} {of}"
        for mass, symbol in (("克", "g"), ("千克", "kg"), ("公斤", "kg"), ("吨", "t"), ("千吨", "kt"))
        for name, of in (("二氧化碳当量", "CO2e"), ("二氧化碳", "CO2"))
    },
}  # fmt: skip
"""Units by their Chinese names; they are shown by their symbols."""
