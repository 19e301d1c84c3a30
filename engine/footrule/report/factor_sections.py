"""The sections of a factor's page that set its value beside others: contradictions, derivation, other years."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from footrule.factors.dossier import Dossier, YearOfSeries, difference
from footrule.factors.factor import Factor
from footrule.factors.recomputed import Part, Recomputed
from footrule.measure.decimal import decimal_text
from footrule.report import factor_words as words
from footrule.report.ink import BOLD, RED, YELLOW
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.visible import visible
from footrule.report.wording_of_report import COMMA
from footrule.text.cells import cells, padded
from footrule.text.wording import Wording, worded

CONFLICTS = worded("WHAT CONTRADICTS IT", "与之矛盾的数据")
HIGHER = worded("this value is {share} % higher", "本值高 {share} %")
LOWER = worded("this value is {share} % lower", "本值低 {share} %")
ALIKE = worded("this value is the same", "本值与之相等")
DERIVATION = worded("HOW IT FOLLOWS", "推导")
COMES_TO = worded("comes to {amount}, which is what is printed", "结果为 {amount}，与所列数值相符")
COMES_WITHIN = worded(
    "comes to {amount}; what is printed differs by {off}, and {allowed} is allowed",
    "结果为 {amount}；所列数值相差 {off}，允许 {allowed}",
)
DISAGREES = worded("comes to {amount}, WHICH IS NOT WHAT IS PRINTED", "结果为 {amount}，与所列数值不符")
OVER_TIME = worded("OVER TIME", "历年数值")
THIS_ROW = worded("this row", "本行")
NOTES = worded("NOTES", "说明")


def sections(page: Page, one: Dossier) -> Iterator[tuple[Wording, list[str]]]:
    """Each section that there is of a row, with its title."""
    notes = page.paragraph(visible(words.note_of(one.factor, page.language)))
    for title, lines in (
        (CONFLICTS, _conflicts(page, one)),
        (DERIVATION, _derivation(page, one)),
        (OVER_TIME, _over_time(page, one)),
        (NOTES, notes),
    ):
        if lines:
            yield title, lines


def _conflicts(page: Page, one: Dossier) -> list[str]:
    lines: list[str] = []
    for other in one.conflicts:
        share = difference(one.factor, other)
        remarks = [page.word(words.STATUSES[other.status])]
        if share is not None:
            remarks.append(_differs(page, share))
        text = page.in_brackets(visible(other.shown), page.word(COMMA).join(remarks))
        lines += page.hanging(visible(other.id), text)
        lines += indented(page.narrower(2).paragraph(visible(words.name_of(other, page.language))), 2)
    return lines


def _differs(page: Page, share: Fraction) -> str:
    if share == 0:
        return page.word(ALIKE)
    return page.word(HIGHER if share > 0 else LOWER, share=decimal_text(abs(share) * 100, 2))


def _derivation(page: Page, one: Dossier) -> list[str]:
    if one.derived is None:
        return []
    lines = page.paragraph(visible(one.factor.derivation))
    if isinstance(one.derived, Wording):
        return lines + page.paragraph(page.told(one.derived), BOLD, RED)
    inner = page.narrower(2)
    widest = max((cells(visible(part.written)) for part in one.derived.parts), default=0)
    for part in one.derived.parts:
        lines += indented(inner.hanging(padded(visible(part.written), widest), _part(page, part)), 2)
    styles = () if one.derived.agrees else (BOLD, RED)
    return lines + page.paragraph(_comes_to(page, one.factor, one.derived), *styles)


def _part(page: Page, part: Part) -> str:
    if part.factor is None:
        return visible(str(part.quantity))
    name = words.name_of(part.factor, page.language)
    return page.in_brackets(visible(part.factor.shown), visible(name))


def _comes_to(page: Page, factor: Factor, result: Recomputed) -> str:
    shown = visible(factor.unit.after(result.amount_text))
    if not result.agrees:
        return page.word(DISAGREES, amount=shown)
    if abs(result.amount - factor.value.value) <= factor.value.half_place or result.amount == 0:
        return page.word(COMES_TO, amount=shown)
    off = factor.value.value / result.amount - 1
    allowed = f"{decimal_text(result.tolerance * 100)} %"
    return page.word(COMES_WITHIN, amount=shown, off=_percent(off), allowed=allowed)


def _over_time(page: Page, one: Dossier) -> list[str]:
    rows = one.over_time
    periods = [_period(page, row.factor) for row in rows]
    column = max(map(cells, periods), default=0)
    widest = max((cells(visible(row.factor.shown)) for row in rows), default=0)
    lines: list[str] = []
    for row, period in zip(rows, periods, strict=True):
        mine = row.factor.id == one.factor.id
        text = f"{padded(visible(row.factor.shown), widest)}  {_changed(row):>8}"
        remark = page.word(THIS_ROW) if mine else visible(row.factor.id)
        lines += page.hanging(padded(period, column), f"{text}  {remark}", *((YELLOW,) if mine else ()))
    return lines


def _period(page: Page, one: Factor) -> str:
    period = words.period_of(one)
    return page.word(words.ANY_DAY) if period is None else page.told(period)


def _changed(row: YearOfSeries) -> str:
    return "" if row.change is None else _percent(row.change)


def _percent(share: Fraction) -> str:
    """A difference as a person reads it, with its sign: `-3.6 %`."""
    tenths = round(share * 1000)
    sign = "-" if tenths < 0 else "+"
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10} %"
