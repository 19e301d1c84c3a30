"""A row of a table: what is wrong with it as texts, and the factor that a sound one is.

A table of a user may have a million rows. What few rows differ in (kind, unit, geography, dates...) is judged once for
each combination that occurs; only a row that somebody asks for becomes a `Factor`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache

from footrule.factors import columns as at
from footrule.factors.columns import Texts
from footrule.factors.factor import Factor, Kind, Scope, Source, Status, Uncertainty
from footrule.factors.provenance import Provenance
from footrule.measure.decimal import Printed, read_decimal
from footrule.measure.instant import read_date
from footrule.measure.unit import Unit, read_unit
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}", re.ASCII)
_CAS = re.compile(r"(\d{2,7})-(\d{2})-(\d)", re.ASCII)
_HS = re.compile(r"\d{4}(?:\.\d{2}){0,3}", re.ASCII)
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_GAS = re.compile(r"[A-Za-z0-9][A-Za-z0-9+.,()'-]*", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
KINDS = frozenset(one.value for one in Kind)
SCOPES = frozenset(one.value for one in Scope)
STATUSES = frozenset(one.value for one in Status)
ORIGINS = frozenset({"fossil", "biogenic", "land_use"})
SETS = frozenset({"AR4", "AR5", "AR5-feedback", "AR6"})
AGGREGATE = "CO2e"

_ALIKE = (
    at.KIND, at.GEOGRAPHY, at.VALID_FROM, at.VALID_UNTIL, at.UNIT, at.GAS, at.ORIGIN, at.GWP_SET, at.SCOPE, at.STATUS,
    at.SOURCE_YEAR, at.CAS, at.HS,
)  # fmt: skip
"""The columns in which many rows are the same."""


class RowCheck:
    """Judges the rows of tables; `geographies` are the codes of places that there are."""

    def __init__(self, geographies: Collection[str]) -> None:
        self._geographies = geographies
        self._judged: dict[tuple[str, ...], tuple[Wording, ...]] = {}

    def problems(self, row: Texts) -> list[Wording]:
        """What is wrong with a row, nothing where it is sound."""
        alike = tuple(row[one] for one in _ALIKE)
        judged = self._judged.get(alike)
        if judged is None:
            judged = self._judged[alike] = tuple(_alike(row, self._geographies))
        found = list(judged)
        if _ID.fullmatch(row[at.ID]) is None:
            found.append(_bad_id(row[at.ID]))
        if not row[at.NAME]:
            found.append(worded("it has no name", "缺少名称"))
        if row[at.SERIES] and _ID.fullmatch(row[at.SERIES]) is None:
            found.append(_bad_id(row[at.SERIES]))
        found += _numbers(row)
        if row[at.PARTS]:
            found += _parts(row)
        if row[at.QUALITY]:
            found += _quality(row[at.QUALITY])
        return found


def factor_of(row: Texts, provenance: Provenance, line: int) -> Factor:
    """The factor that a sound row is. INVARIANT: `problems` finds nothing in the row."""
    value, unit = read_decimal(row[at.VALUE]), _unit(row[at.UNIT])
    assert value is not None and unit is not None, "a row was taken that is not sound"
    low, high = read_decimal(row[at.LOW]), read_decimal(row[at.HIGH])
    return Factor(
        id=row[at.ID],
        table=provenance.table,
        line=line,
        name=row[at.NAME],
        name_zh=row[at.NAME_ZH],
        kind=Kind(row[at.KIND]),
        series=row[at.SERIES] or row[at.ID],
        cas=tuple(row[at.CAS].split()),
        hs=tuple(row[at.HS].split()),
        geography=row[at.GEOGRAPHY],
        sector=row[at.SECTOR],
        valid_from=_day(row[at.VALID_FROM]),
        valid_until=_day(row[at.VALID_UNTIL]),
        value=value,
        unit=unit,
        uncertainty=None if low is None and high is None else Uncertainty(low, high, row[at.RANGE]),
        gas=row[at.GAS],
        origin=row[at.ORIGIN],
        parts=tuple((gas, number.value) for gas, number in _pairs(row[at.PARTS]) if number is not None),
        gwp_set=row[at.GWP_SET],
        scope=Scope(row[at.SCOPE]) if row[at.SCOPE] else None,
        boundary=row[at.BOUNDARY],
        technology=row[at.TECHNOLOGY],
        quality=tuple((name, number.value) for name, number in _pairs(row[at.QUALITY]) if number is not None),
        source=_source(row, provenance),
        status=Status(row[at.STATUS]),
        conflicts_with=tuple(row[at.CONFLICTS_WITH].split()),
        superseded_by=row[at.SUPERSEDED_BY],
        derivation=row[at.DERIVATION],
        note=row[at.NOTE],
        note_zh=row[at.NOTE_ZH],
    )


def _source(row: Texts, provenance: Provenance) -> Source:
    return Source(
        title=row[at.SOURCE] or provenance.title,
        year=int(row[at.SOURCE_YEAR]) if row[at.SOURCE_YEAR] else provenance.year,
        table=row[at.SOURCE_TABLE],
        page=row[at.SOURCE_PAGE],
        licence=row[at.LICENCE] or provenance.licence,
    )


@lru_cache(maxsize=4096)
def _unit(text: str) -> Unit | None:
    return read_unit(text)


def _day(text: str) -> date | None:
    return read_date(text) if text else None


def _pairs(text: str) -> Iterator[tuple[str, Printed | None]]:
    for part in text.split(";") if text else ():
        name, _, number = part.partition("=")
        yield name.strip(), read_decimal(number.strip())


def _alike(row: Texts, geographies: Collection[str]) -> Iterator[Wording]:
    for column, known, needed in (
        (at.KIND, KINDS, True),
        (at.GEOGRAPHY, geographies, True),
        (at.STATUS, STATUSES, True),
        (at.SCOPE, SCOPES, False),
        (at.ORIGIN, ORIGINS, False),
        (at.GWP_SET, SETS, False),
    ):
        if row[column] not in known and (row[column] or needed):
            yield _not_known(at.COLUMNS[column], row[column], known)
    yield from _period(row)
    yield from _measured(row)
    if row[at.SOURCE_YEAR] and _YEAR.fullmatch(row[at.SOURCE_YEAR]) is None:
        yield worded(f"source_year: {row[at.SOURCE_YEAR]} is no year", f"source_year：{row[at.SOURCE_YEAR]}不是年份")
    for code in row[at.CAS].split():
        if not _is_cas(code):
            yield worded(f"cas: {code} is no CAS number: its check digit is wrong", f"cas：{code}不是CAS号，校验位不符")
    for code in row[at.HS].split():
        if _HS.fullmatch(code) is None:
            yield worded(f"hs: {code}; write 2901.21", f"hs：{code}；请写作 2901.21")


def _period(row: Texts) -> Iterator[Wording]:
    for column in (at.VALID_FROM, at.VALID_UNTIL):
        if row[column] and read_date(row[column]) is None:
            name = at.COLUMNS[column]
            yield worded(f"{name}: {row[column]} is no day; write 2023-12-31", f"{name}：请写作 2023-12-31")
            return
    begins, ends = _day(row[at.VALID_FROM]), _day(row[at.VALID_UNTIL])
    if begins is not None and ends is not None and ends < begins:
        yield worded(f"it ends on {ends}, before it begins", f"终止日期 {ends} 早于起始日期")


def _measured(row: Texts) -> Iterator[Wording]:
    """Whether the unit is one, and is that of what the row says it counts."""
    gas, unit = row[at.GAS], _unit(row[at.UNIT]) if row[at.UNIT] else None
    if not row[at.UNIT]:
        yield worded("it has no unit", "缺少单位")
        return
    if unit is None:
        yield worded(f"`{row[at.UNIT]}` is no unit", f"“{row[at.UNIT]}”不是单位")
        return
    if gas and _GAS.fullmatch(gas) is None:
        yield worded(f"gas: {gas} is no formula", f"gas：{gas}不是分子式")
        return
    counts_emission = any(base == "emission" and power > 0 for base, power in unit.dimension.exponents)
    characterises = row[at.KIND] == Kind.CHARACTERISATION.value
    if (gas == AGGREGATE or characterises) and not counts_emission:
        yield worded(
            f"an emission in CO2e has a unit such as kg CO2e/kWh, not {unit.symbol}",
            f"以CO2e计的排放，单位应如 kg CO2e/kWh，而非 {unit.symbol}",
        )
    if gas != AGGREGATE and not characterises and counts_emission:
        yield worded(f"{unit.symbol} counts CO2e: write CO2e as the gas", f"{unit.symbol} 以CO2e计：gas 应写 CO2e")
    if row[at.KIND] == "electricity" and gas == "CO2" and row[at.SCOPE] == "life_cycle":
        yield worded(
            "CO2 alone is no life cycle footprint of electricity: the scope is generation_only",
            "仅含CO2的因子不是电力的生命周期碳足迹：scope 应为 generation_only",
        )


def _numbers(row: Texts) -> Iterator[Wording]:
    value = read_decimal(row[at.VALUE])
    if value is None:
        yield _no_number("value", row[at.VALUE])
        return
    if value.value == 0 and not row[at.NOTE]:
        yield worded(
            "the value is 0: a row that has no value is left out, and a true zero has a note that says so",
            "数值为0：没有数值的行应删去；确为零的应在 note 中说明",
        )
    for column in (at.LOW, at.HIGH):
        if row[column]:
            bound = read_decimal(row[column])
            if bound is None:
                yield _no_number(at.COLUMNS[column], row[column])
            elif (bound.value > value.value) if column == at.LOW else (bound.value < value.value):
                yield worded(
                    f"the value {row[at.VALUE]} lies outside its range ({at.COLUMNS[column]} is {row[column]})",
                    f"数值 {row[at.VALUE]} 不在其范围内（{at.COLUMNS[column]} 为 {row[column]}）",
                )


def _no_number(name: str, text: str) -> Wording:
    if not text:
        return worded(f"{name} is empty: a row that has no value is left out", f"{name}为空：没有数值的行应删去")
    if _DECIMAL_COMMA.fullmatch(text):
        point = text.replace(",", ".")
        return worded(
            f"{name}: {text} has a decimal comma; write {point}", f"{name}：{text} 用了小数逗号，请写作 {point}"
        )
    return worded(f"{name}: {text} is no number", f"{name}：{text}不是数")


def _parts(row: Texts) -> Iterator[Wording]:
    pairs = list(_pairs(row[at.PARTS]))
    numbers = [number for _, number in pairs if number is not None]
    if len(numbers) != len(pairs) or any(not name for name, _ in pairs):
        yield worded("parts are written `CO2=2.5;CH4=0.01`", "parts 写作 CO2=2.5;CH4=0.01")
        return
    value = read_decimal(row[at.VALUE])
    if value is None:
        return
    total = sum((one.value for one in numbers), Fraction(0))
    allowed = value.half_place + sum((one.half_place for one in numbers), Fraction(0))
    if abs(total - value.value) > allowed:
        yield worded(
            f"the parts add up to {float(total):.6g}, and the value is {row[at.VALUE]}",
            f"各部分之和为{float(total):.6g}，而数值为{row[at.VALUE]}",
        )


def _quality(text: str) -> Iterator[Wording]:
    for name, score in _pairs(text):
        if not name or score is None or not 1 <= score.value <= 5:
            yield worded(
                "quality is written `technological=2;temporal=1`, from 1 to 5",
                "quality 写作 technological=2;temporal=1，取1至5",
            )
            return


def _is_cas(text: str) -> bool:
    match = _CAS.fullmatch(text)
    if match is None:
        return False
    digits = (match[1] + match[2])[::-1]
    return sum(place * int(digit) for place, digit in enumerate(digits, 1)) % 10 == int(match[3])


def _bad_id(text: str) -> Wording:
    return worded(
        f"id: `{text}` has to be of small letters, digits, `.`, `-` and `_`",
        f"id：“{text}”只能含小写字母、数字、“.”“-”“_”",
    )


def _not_known(column: str, text: str, known: Collection[str]) -> Wording:
    if not text:
        return worded(f"{column} is empty", f"{column}为空")
    meant = nearest(text, known) if len(known) < 50 else next((one for one in known if one == text.upper()), None)
    en, zh = (f"; did you mean {meant}?", f"；是否指 {meant}？") if meant else ("", "")
    return worded(f"{column}: `{text}` is not known{en}", f"{column}：未知的“{text}”{zh}")
