"""What is wrong with what a row says it is: words that are not known, and a unit that does not fit what is counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from footrule.factors import columns as at
from footrule.factors.columns import Texts
from footrule.factors.factor import Kind, Scope, Status
from footrule.factors.figures import GAS
from footrule.factors.row import day_of
from footrule.measure.dimension import EMISSION, MASS
from footrule.measure.unit import Unit, read_unit
from footrule.measure.unit_table import MASS_SUBSTANCES
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

KINDS = frozenset(one.value for one in Kind)
SCOPES = frozenset(one.value for one in Scope)
STATUSES = frozenset(one.value for one in Status)
ORIGINS = frozenset({"fossil", "biogenic", "land_use"})
SETS = frozenset({"AR4", "AR5", "AR5-feedback", "AR6"})
AGGREGATE = "CO2e"
GASES_OF_UNITS = frozenset(MASS_SUBSTANCES) - {"C"}
"""The gases that a unit may name (`kg CH4/TJ`); a unit that names carbon may be of a property."""

_CAS = re.compile(r"(\d{2,7})-(\d{2})-(\d)", re.ASCII)
_HS = re.compile(r"\d{4}(?:\.\d{2}){0,3}", re.ASCII)
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def wrong_meaning(row: Texts) -> Iterator[Wording]:
    """What is wrong with kind, status, scope, origin, set, unit, gas and year of the source."""
    for column, known, needed in (
        (at.KIND, KINDS, True),
        (at.STATUS, STATUSES, True),
        (at.SCOPE, SCOPES, False),
        (at.ORIGIN, ORIGINS, False),
        (at.GWP_SET, SETS, False),
    ):
        if row[column] not in known and (row[column] or needed):
            yield _not_known(at.COLUMNS[column], row[column], known)
    if row[at.SOURCE_YEAR] and _YEAR.fullmatch(row[at.SOURCE_YEAR]) is None:
        yield worded(f"source_year: {row[at.SOURCE_YEAR]} is no year", f"source_year：{row[at.SOURCE_YEAR]}不是年份")
    gas, unit = row[at.GAS], read_unit(row[at.UNIT]) if row[at.UNIT] else None
    if gas and GAS.fullmatch(gas) is None:
        yield worded(f"gas: {gas} is no formula", f"gas：{gas}不是分子式")
    elif not row[at.UNIT]:
        yield worded("it has no unit", "缺少单位")
    elif unit is None:
        yield worded(f"`{row[at.UNIT]}` is no unit", f"“{row[at.UNIT]}”不是单位")
    elif row[at.KIND] == Kind.CHARACTERISATION.value:
        yield from _wrong_characterisation(row, unit)
    else:
        yield from _wrong_count(row, gas, unit)


def _wrong_count(row: Texts, gas: str, unit: Unit) -> Iterator[Wording]:
    """Whether the unit is that of what the row says it counts."""
    if gas == AGGREGATE and not _counts_co2e(unit):
        yield _needs_co2e(unit)
    elif gas != AGGREGATE and _counts_co2e(unit):
        yield worded(f"{unit.symbol} counts CO2e: write CO2e as the gas", f"{unit.symbol} 以CO2e计：gas 应写 CO2e")
    substance = unit.symbol.partition("/")[0].rpartition(" ")[2]
    if substance in GASES_OF_UNITS and gas not in (AGGREGATE, substance):
        yield worded(
            f"{unit.symbol} counts {substance}: write {substance} as the gas",
            f"{unit.symbol} 以{substance}计：gas 应写 {substance}",
        )
    if (row[at.KIND], gas, row[at.SCOPE]) == (Kind.ELECTRICITY.value, "CO2", Scope.LIFE_CYCLE.value):
        yield worded(
            "CO2 alone is no life cycle footprint of electricity: the scope is generation_only",
            "仅含CO2的因子不是电力的生命周期碳足迹：scope 应为 generation_only",
        )


def _wrong_characterisation(row: Texts, unit: Unit) -> Iterator[Wording]:
    if unit.dimension != EMISSION / MASS:
        yield worded(
            f"a characterisation factor has a unit such as kg CO2e/kg, not {unit.symbol}",
            f"特征化因子的单位应如 kg CO2e/kg，而非 {unit.symbol}",
        )
    if not row[at.GAS] or not row[at.GWP_SET]:
        yield worded("a characterisation factor names its gas and its set (gwp_set)", "特征化因子应写明 gas 和 gwp_set")


def _counts_co2e(unit: Unit) -> bool:
    return any(base == "emission" and power > 0 for base, power in unit.dimension.exponents)


def _needs_co2e(unit: Unit) -> Wording:
    return worded(
        f"an emission in CO2e has a unit such as kg CO2e/kWh, not {unit.symbol}",
        f"以CO2e计的排放，单位应如 kg CO2e/kWh，而非 {unit.symbol}",
    )


def wrong_period(row: Texts) -> Iterator[Wording]:
    """What is wrong with the first and the last day of a row."""
    for column in (at.VALID_FROM, at.VALID_UNTIL):
        if row[column] and day_of(row[column]) is None:
            name = at.COLUMNS[column]
            yield worded(
                f"{name}: {row[column]} is no day; write 2023-12-31",
                f"{name}：{row[column]}不是日期，请写作 2023-12-31",
            )
            return
    begins, ends = day_of(row[at.VALID_FROM]), day_of(row[at.VALID_UNTIL])
    if begins is not None and ends is not None and ends < begins:
        yield worded(f"it ends on {ends}, before it begins", f"终止日期 {ends} 早于起始日期")


def wrong_codes(row: Texts) -> Iterator[Wording]:
    """What is wrong with the CAS numbers and HS codes of a row."""
    for code in row[at.CAS].split():
        if not _is_cas(code):
            yield worded(f"cas: {code} is no CAS number: its check digit is wrong", f"cas：{code}不是CAS号，校验位不符")
    for code in row[at.HS].split():
        if _HS.fullmatch(code) is None:
            yield worded(f"hs: {code}; write 2901.21", f"hs：{code}；请写作 2901.21")


def _is_cas(text: str) -> bool:
    match = _CAS.fullmatch(text)
    if match is None:
        return False
    digits = (match[1] + match[2])[::-1]
    return sum(place * int(digit) for place, digit in enumerate(digits, 1)) % 10 == int(match[3])


def _not_known(column: str, text: str, known: Collection[str]) -> Wording:
    if not text:
        return worded(f"{column} is empty", f"{column}为空")
    meant = nearest(text, sorted(known))
    en, zh = (f"; did you mean {meant}?", f"；是否指 {meant}？") if meant else ("", "")
    return worded(f"{column}: `{text}` is not known{en}", f"{column}：未知的“{text}”{zh}")
