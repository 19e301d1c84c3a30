"""What is wrong with a row by itself: a row is sound but for one thing, and the message names it in two languages."""

from __future__ import annotations

import pytest

from tests.factors.tables import BLOCK, FIRST_ROW, SOUND, found, opened, row, said, table, text_file, written

MASS = {"unit": "kg CO2/kWh", "gas": "CO2", "gwp_set": "", "scope": "generation_only"}
"""Counts CO2 alone, in a unit of mass."""
GWP = {"kind": "characterisation", "unit": "kg CO2e/kg", "gas": "SF6", "gwp_set": "AR6"}

REFUSED: dict[str, tuple[dict[str, str], str, str]] = {
    # Numbers
    "a decimal comma": ({"value": "0,612"}, "value: 0,612 has a decimal comma; write 0.612", "请写作 0.612"),
    "a comma between thousands": (
        {"value": "73,300"},
        "value: 73,300 has a comma; write 73300 if it separates thousands, or 73.300 if it is a decimal comma",
        "若为千位分隔请写作 73300；若为小数逗号则写作 73.300",
    ),
    "two commas between thousands": (
        {"value": "1,073,300.5"},
        "value: 1,073,300.5 has a comma; write 1073300.5 if it separates thousands",
        "若为千位分隔请写作 1073300.5",
    ),
    "0 for what is missing": ({"value": "0"}, "a row that has no value is left out", "没有数值的行应删去"),
    "0.00 is no better": ({"value": "0.00"}, "a true zero has a note that says so", "确为零的应在 note 中说明"),
    "no value": ({"value": ""}, "value is empty: a row that has no value is left out", "value为空"),
    "a word for a value": ({"value": "n/a"}, "value: n/a is no number", "n/a不是数"),
    "digits of another script": ({"value": "０.６"}, "is no number", "不是数"),
    "a lower bound above the value": ({"low": "0.7"}, "lies outside its range (low is 0.7)", "不在其范围内"),
    "an upper bound below the value": ({"high": "0.5"}, "lies outside its range (high is 0.5)", "不在其范围内"),
    "a bound that is no number": ({"high": "0.7?"}, "high: 0.7? is no number", "high：0.7?不是数"),
    "a bound with a decimal comma": (
        {"low": "0,5"},
        "low: 0,5 has a decimal comma; write 0.5",
        "low：0,5 用了小数逗号",
    ),
    # What is counted
    "no unit": ({"unit": ""}, "it has no unit", "缺少单位"),
    "an unknown unit": ({"unit": "kg CO2e/furlong"}, "`kg CO2e/furlong` is no unit", "“kg CO2e/furlong”不是单位"),
    "CO2e in a unit of mass": (
        {"unit": "kg CO2/kWh"},
        "an emission in CO2e has a unit such as kg CO2e/kWh, not kg CO2/kWh",
        "单位应如 kg CO2e/kWh，而非 kg CO2/kWh",
    ),
    "CO2 in a unit of CO2e": (
        MASS | {"unit": "kg CO2e/kWh"},
        "kg CO2e/kWh counts CO2e: write CO2e as the gas",
        "kg CO2e/kWh 以CO2e计：gas 应写 CO2e",
    ),
    "CH4 in a unit of CO2": (
        MASS | {"gas": "CH4"},
        "kg CO2/kWh counts CO2: write CO2 as the gas",
        "kg CO2/kWh 以CO2计：gas 应写 CO2",
    ),
    "a gas in the unit alone": (MASS | {"gas": ""}, "counts CO2: write CO2 as the gas", "gas 应写 CO2"),
    "a gas that is no formula": ({"gas": "all of them"}, "gas: all of them is no formula", "不是分子式"),
    "CO2 alone as a life cycle footprint of electricity": (
        MASS | {"scope": "life_cycle"},
        "CO2 alone is no life cycle footprint of electricity: the scope is generation_only",
        "仅含CO2的因子不是电力的生命周期碳足迹",
    ),
    "parts that do not add up": (
        {"parts": "CO2=0.600;CH4=0.020"},
        "the parts add up to 0.62, and the value is 0.612",
        "各部分之和为0.62，而数值为0.612",
    ),
    "parts written otherwise": ({"parts": "0.6 CO2"}, "parts are written `CO2=2.5;CH4=0.01`", "parts 写作"),
    "parts that end in a semicolon": ({"parts": "CO2=0.612;"}, "parts are written", "parts 写作"),
    "a gas twice in parts": ({"parts": "CO2=0.6;CO2=0.012"}, "a gas stands twice in parts", "有气体重复"),
    "a characterisation without its gas": (GWP | {"gas": ""}, "names its gas and its set", "应写明 gas 和 gwp_set"),
    "a characterisation without its set": (GWP | {"gwp_set": ""}, "names its gas and its set", "应写明 gas 和 gwp_set"),
    "a characterisation in a unit of mass": (
        GWP | {"unit": "kg/kg"},
        "a characterisation factor has a unit such as kg CO2e/kg, not kg/kg",
        "特征化因子的单位应如 kg CO2e/kg，而非 kg/kg",
    ),
    "a characterisation of energy": (GWP | {"unit": "kg CO2e/kWh"}, "not kg CO2e/kWh", "而非 kg CO2e/kWh"),
    # Codes and words
    "an id in capitals": (
        {"id": "Own.power"},
        "id: `Own.power` has to be of small letters",
        "id：“Own.power”只能含小写字母",
    ),
    "no id": ({"id": ""}, "id: `` has to be of small letters", "只能含小写字母"),
    "a series with a blank": ({"series": "our power"}, "series: `our power` has to be of", "series：“our power”"),
    "no name": ({"name": ""}, "it has no name", "缺少名称"),
    "a kind misspelt": ({"kind": "electricty"}, "did you mean electricity?", "是否指 electricity？"),
    "no kind": ({"kind": ""}, "kind is empty", "kind为空"),
    "an unknown status": ({"status": "true"}, "status: `true` is not known", "status：未知的“true”"),
    "a scope misspelt": ({"scope": "lifecycle"}, "did you mean life_cycle?", "是否指 life_cycle？"),
    "an unknown origin": ({"origin": "green"}, "origin: `green` is not known", "origin：未知的“green”"),
    "an unknown set": ({"gwp_set": "SAR"}, "gwp_set: `SAR` is not known", "gwp_set：未知的“SAR”"),
    "an unknown place": ({"geography": "XX"}, "geography: `XX` is not known", "geography：未知的“XX”"),
    "a place in small letters": ({"geography": "cn-sd"}, "did you mean CN-SD?", "是否指 CN-SD？"),
    "a place by its name": ({"geography": "china"}, "`china` is not known; did you mean CN?", "是否指 CN？"),
    "a place by its Chinese name": ({"geography": "山东省"}, "did you mean CN-SD?", "是否指 CN-SD？"),
    "no place": ({"geography": ""}, "geography is empty", "geography为空"),
    "a CAS number with a wrong check digit": ({"cas": "74-85-2"}, "cas: 74-85-2 is no CAS number", "校验位不符"),
    "one wrong CAS number of two": ({"cas": "74-85-1 74-82-9"}, "cas: 74-82-9 is no CAS number", "校验位不符"),
    "an HS code without its point": ({"hs": "290121"}, "hs: 290121; write 2901.21", "请写作 2901.21"),
    # Days
    "a date of another form": ({"valid_from": "1.1.2025"}, "1.1.2025 is no day; write 2023-12-31", "1.1.2025不是日期"),
    "a day that there is not": ({"valid_until": "2025-02-29"}, "valid_until: 2025-02-29 is no day", "不是日期"),
    "an end before the beginning": (
        {"valid_until": "2024-12-31"},
        "it ends on 2024-12-31, before it begins",
        "终止日期 2024-12-31 早于起始日期",
    ),
    "a year of the source that is none": ({"source_year": "25"}, "source_year: 25 is no year", "不是年份"),
    "scores of quality above 5": ({"quality": "temporal=6"}, "quality is written", "quality 写作"),
    "a score without its name": ({"quality": "=2"}, "quality is written", "quality 写作"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_row_is_refused_with_its_line_and_the_reason(what: str) -> None:
    changes, en, zh = REFUSED[what]
    told = said(table(row("own.sound"), SOUND | changes))
    assert [line for line, _, _ in told] == [FIRST_ROW + 1], told
    assert en in told[0][1]
    assert zh in told[0][2]


TAKEN: dict[str, dict[str, str]] = {
    "as it is": {},
    "0 with a note": {"value": "0", "note": "A true zero: own wind turbines, without their making."},
    "a credit": {"value": "-0.2"},
    "an exponent": {"value": "6.12e-1"},
    "a value at its bounds": {"low": "0.612", "high": "0.612"},
    "a value well between its bounds": {"low": "0.6", "high": "0.7", "range": "95 %"},
    "bounds with an exponent": {"low": "6e-1", "high": "7e-1"},
    "parts that add up but for their rounding": {"parts": "CO2=0.60;CH4=0.006;N2O=0.001"},
    "CO2 alone, as what it is": MASS,
    "a refrigerant by its name": {"kind": "process", "unit": "kg/t", "gas": "HFC-134a", "gwp_set": ""},
    "several codes": {"cas": "74-85-1 74-82-8", "hs": "2710 2710.12 2710.19.31"},
    "no series": {"series": ""},
    "no end": {"valid_until": ""},
    "no beginning": {"valid_from": ""},
    "a unit in Chinese": {"unit": "千克 CO2e/千瓦时"},
    "blanks around": {"id": " own.power.2025 ", "unit": "kg CO2e/kWh ", "geography": "\u3000CN-SD"},
}


@pytest.mark.parametrize("what", TAKEN)
def test_a_row_is_taken(what: str) -> None:
    factor = found(opened(table(SOUND | TAKEN[what])).by_id("own.power.2025"))
    assert factor.geography == "CN-SD"
    assert factor.line == FIRST_ROW


def test_a_row_says_everything_that_is_wrong_with_it_and_the_file_every_row() -> None:
    told = said(table(row(value="0,5", unit="", geography="XX"), row("own.b", cas="1-1-1"), row("own.c", value="")))
    assert [line - FIRST_ROW for line, _, _ in told] == [0, 0, 0, 1, 2]


def test_a_decimal_comma_without_quotation_marks_is_a_field_too_many() -> None:
    text = written([row()], BLOCK).replace("0.612", "0,612")
    ((line, en, zh),) = said(text_file(text))
    assert line == FIRST_ROW
    assert en == (
        "15 fields, and there are 14 columns; a comma within a field (a decimal comma?) needs quotation marks around "
        "the field"
    )
    assert "15个字段，而表头有14列" in zh


def test_a_field_too_few() -> None:
    ((line, en, zh),) = said(text_file(written([row()], BLOCK).replace(",verified", "")))
    assert (line, en) == (FIRST_ROW, "13 fields, and there are 14 columns")
    assert zh == "本行有13个字段，而表头有14列"


def test_a_line_is_that_of_the_file_whatever_stands_above_it() -> None:
    """Empty lines, empty rows of a spreadsheet, and a name over three lines."""
    above = written([row("own.a", name="a name\nover three\nlines")], BLOCK)
    empty = "\n" + "," * (len(SOUND) - 1) + "\n"
    ((line, en, _),) = said(text_file(above + empty + written([row(value="?")], {}).split("\n", 1)[1]))
    assert en == "value: ? is no number"
    assert line == above.count("\n") + 2 + 1


def test_no_more_than_a_hundred_refusals() -> None:
    told = said(table(*(row(f"own.{number}", value="?") for number in range(150))))
    assert [line - FIRST_ROW for line, _, _ in told] == list(range(100))


@pytest.mark.parametrize("columns", [("cas",), ("hs",), ("parts",), ("cas", "hs", "low", "high", "parts", "quality")])
def test_a_column_may_stand_empty_in_every_row(columns: tuple[str, ...]) -> None:
    empty = dict.fromkeys(columns, "")
    assert opened(table(row(**empty), row("own.b", **empty))).refused == ()
