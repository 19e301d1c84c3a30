"""What is wrong with the numbers of a row: value, range, parts, scores of quality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from footrule.factors import columns as at
from footrule.factors.columns import Texts
from footrule.factors.row import pairs_of
from footrule.measure.decimal import Printed, decimal_text, read_decimal
from footrule.text.wording import Wording, worded

GAS = re.compile(r"[A-Za-z0-9][A-Za-z0-9+.,()'-]*", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)


def wrong_figures(row: Texts) -> Iterator[Wording]:
    """What is wrong with the numbers of a row."""
    value = read_decimal(row[at.VALUE])
    if value is None:
        yield _no_number("value", row[at.VALUE])
    else:
        if value.value == 0 and not row[at.NOTE]:
            yield worded(
                "the value is 0: a row that has no value is left out, and a true zero has a note that says so",
                "数值为0：没有数值的行应删去；确为零的应在 note 中说明",
            )
        yield from _wrong_range(row, value)
    if row[at.PARTS]:
        yield from _wrong_parts(row, value)
    if row[at.QUALITY]:
        yield from _wrong_quality(row[at.QUALITY])


def _wrong_range(row: Texts, value: Printed) -> Iterator[Wording]:
    for column in (at.LOW, at.HIGH):
        name, text = at.COLUMNS[column], row[column]
        if not text:
            continue
        bound = read_decimal(text)
        if bound is None:
            yield _no_number(name, text)
        elif (bound.value > value.value) if column == at.LOW else (bound.value < value.value):
            yield worded(
                f"the value {row[at.VALUE]} lies outside its range ({name} is {text})",
                f"数值 {row[at.VALUE]} 不在其范围内（{name} 为 {text}）",
            )


def _no_number(name: str, text: str) -> Wording:
    if not text:
        return worded(f"{name} is empty: a row that has no value is left out", f"{name}为空：没有数值的行应删去")
    point, whole = text.replace(",", "."), text.replace(",", "")
    if _THOUSANDS.fullmatch(text):
        either = point != whole and _DECIMAL_COMMA.fullmatch(text) is not None
        en, zh = (f", or {point} if it is a decimal comma", f"；若为小数逗号则写作 {point}") if either else ("", "")
        return worded(
            f"{name}: {text} has a comma; write {whole} if it separates thousands{en}",
            f"{name}：{text} 含逗号；若为千位分隔请写作 {whole}{zh}",
        )
    if _DECIMAL_COMMA.fullmatch(text):
        return worded(
            f"{name}: {text} has a decimal comma; write {point}", f"{name}：{text} 用了小数逗号，请写作 {point}"
        )
    return worded(f"{name}: {text} is no number", f"{name}：{text}不是数")


def _wrong_parts(row: Texts, value: Printed | None) -> Iterator[Wording]:
    pairs = list(pairs_of(row[at.PARTS]))
    numbers = [number for _, number in pairs if number is not None]
    if len(numbers) != len(pairs) or any(GAS.fullmatch(name) is None for name, _ in pairs):
        yield worded("parts are written `CO2=2.5;CH4=0.01`", "parts 写作 CO2=2.5;CH4=0.01")
        return
    if len({name for name, _ in pairs}) != len(pairs):
        yield worded("a gas stands twice in parts", "parts 中有气体重复")
        return
    if value is None:
        return
    total = sum((one.value for one in numbers), Fraction(0))
    allowed = value.half_place + sum((one.half_place for one in numbers), Fraction(0))
    if abs(total - value.value) > allowed:
        shown = decimal_text(total)
        yield worded(
            f"the parts add up to {shown}, and the value is {row[at.VALUE]}",
            f"各部分之和为{shown}，而数值为{row[at.VALUE]}",
        )


def _wrong_quality(text: str) -> Iterator[Wording]:
    for name, score in pairs_of(text):
        if not name or score is None or not 1 <= score.value <= 5:
            yield worded(
                "quality is written `technological=2;temporal=1`, from 1 to 5",
                "quality 写作 technological=2;temporal=1，取1至5",
            )
            return
