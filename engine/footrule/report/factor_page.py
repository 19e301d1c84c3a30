"""One row of the factor database as a page: the value, what it means, where it stands and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.factors.dossier import Dossier
from footrule.factors.factor import Factor
from footrule.measure.decimal import decimal_text
from footrule.report import factor_words as words
from footrule.report.factor_sections import sections
from footrule.report.ink import BOLD, RED, Ink
from footrule.report.layout import indented, packed
from footrule.report.page import NARROWEST, Page, Row, label_column, labelled, text_row
from footrule.report.visible import visible
from footrule.report.wording_of_report import COMMA
from footrule.text.wording import worded

VALUE = worded("value", "数值")
RANGE = worded("range", "不确定性")
GASES = worded("gases", "各气体")
KIND = worded("kind", "类别")
COUNTS = worded("counts", "计入气体")
CODES = worded("codes", "编码")
SERIES = worded("series", "系列")
PLACE = worded("place", "地区")
PERIOD = worded("period", "有效期")
SECTOR = worded("sector", "行业")
SCOPE = worded("scope", "范围")
BOUNDARY = worded("boundary", "边界")
TECHNOLOGY = worded("technology", "技术")
QUALITY = worded("quality", "数据质量")
STATUS = worded("status", "状态")
SOURCE = worded("source", "来源")
LICENCE = worded("licence", "许可")
TABLE = worded("table", "数据表")
OBTAINED = worded("obtained", "获取方式")

BY_SET = worded("by the factors of {set}", "按 {set} 的特征化因子")
SET_UNKNOWN = worded("by which factors the source does not say", "来源未说明所用的特征化因子")
OF_ORIGIN = worded("of {origin} origin", "{origin}来源")
AT_LEAST = worded("at least {bound}", "不低于 {bound}")
AT_MOST = worded("at most {bound}", "不高于 {bound}")
BEST_IS_ONE = worded("{scores} (1 is best, 5 is worst)", "{scores}（1为最好，5为最差）")
SHIPS = worded("{place}, which ships with footrule", "{place}，随 footrule 发布")
YOURS = worded("{place}, one of yours", "{place}，您自己的数据表")
LINE = worded("{table}, line {line}", "{table}，第 {line} 行")
DEPRECATED = worded("DEPRECATED: use {successor} instead, whatever the day", "已弃用：无论日期，请改用 {successor}")


def factor_page(one: Dossier, language: str, width: int, colour: bool) -> str:
    """The page of a row."""
    page = Page(language, max(width, NARROWEST), Ink(colour))
    factor = one.factor
    lines = page.paragraph(visible(factor.id), BOLD)
    lines += page.paragraph(visible(words.name_of(factor, language)))
    lines += page.paragraph(visible(words.other_name_of(factor, language)))
    if one.successor is not None:
        successor = page.in_brackets(visible(one.successor.id), visible(one.successor.shown))
        lines += page.paragraph(page.word(DEPRECATED, successor=successor), BOLD, RED)
    rows = [*_value(page, factor), *_meaning(page, factor), *_where(page, one), *_origin(page, one)]
    lines += ["", *labelled(page, label_column(page, _LABELS), rows)]
    for title, body in sections(page.narrower(2), one):
        lines += ["", page.ink(page.word(title), BOLD), *indented(body, 2)]
    return "\n".join(lines)


_LABELS = (
    VALUE, RANGE, GASES, KIND, COUNTS, CODES, SERIES, PLACE, PERIOD, SECTOR, SCOPE, BOUNDARY, TECHNOLOGY, QUALITY,
    STATUS, SOURCE, LICENCE, TABLE, OBTAINED,
)  # fmt: skip


def _value(page: Page, one: Factor) -> Iterator[Row]:
    yield Row(VALUE, lambda page: page.paragraph(visible(one.shown), BOLD))
    if one.uncertainty is not None:
        bounds = (one.uncertainty.low, one.uncertainty.high)
        low, high = (None if bound is None else one.unit.after(bound.text) for bound in bounds)
        if low is None or high is None:
            text = page.word(AT_MOST if low is None else AT_LEAST, bound=low or high or "")
        else:
            text = page.word(words.BETWEEN, first=low, last=high)
        meaning = visible(one.uncertainty.meaning)
        yield text_row(RANGE, page.in_brackets(visible(text), meaning) if meaning else visible(text))
    if one.parts:
        shown = [f"{visible(gas)} {one.unit.after(decimal_text(amount))}" for gas, amount in one.parts]
        yield Row(GASES, lambda page: packed(shown, page.word(COMMA), page.width))


def _meaning(page: Page, one: Factor) -> Iterator[Row]:
    yield text_row(KIND, page.word(words.KINDS[one.kind]))
    if one.gas:
        said = [visible(one.gas)]
        if one.origin:
            origin = words.ORIGINS.get(one.origin)
            said.append(page.word(OF_ORIGIN, origin=page.word(origin) if origin else visible(one.origin)))
        if one.gwp_set:
            said.append(page.word(BY_SET, set=visible(one.gwp_set)))
        elif one.gas == "CO2e":
            said.append(page.word(SET_UNKNOWN))
        yield text_row(COUNTS, page.word(COMMA).join(said))
    codes = [*(f"CAS {code}" for code in one.cas), *(f"HS {code}" for code in one.hs)]
    if codes:
        yield Row(CODES, lambda page: packed(codes, page.word(COMMA), page.width))
    if one.scope is not None:
        yield text_row(SCOPE, page.word(words.SCOPES_AT_LENGTH[one.scope]))
    for label, text in ((BOUNDARY, one.boundary), (TECHNOLOGY, one.technology), (SECTOR, one.sector)):
        if text:
            yield text_row(label, visible(text))


def _where(page: Page, one: Dossier) -> Iterator[Row]:
    factor = one.factor
    yield text_row(PLACE, page.in_brackets(page.told(one.place), visible(factor.geography)))
    period = words.period_of(factor)
    yield text_row(PERIOD, page.word(words.ANY_DAY) if period is None else page.told(period))
    if factor.series != factor.id:
        yield text_row(SERIES, visible(factor.series))


def _origin(page: Page, one: Dossier) -> Iterator[Row]:
    factor, source = one.factor, one.factor.source
    if factor.quality:
        scores = [f"{visible(name)} {decimal_text(score)}" for name, score in factor.quality]
        yield text_row(QUALITY, page.word(BEST_IS_ONE, scores=page.word(COMMA).join(scores)))
    yield text_row(STATUS, page.word(words.STATUSES_AT_LENGTH[factor.status]))
    provenance = one.table.provenance
    title = words.title_of(provenance, page.language)
    own = source.title != provenance.title
    document = page.in_brackets(visible(source.title if own else title), str(source.year))
    yield text_row(SOURCE, page.word(COMMA).join([document, *map(visible, filter(None, (source.table, source.page)))]))
    yield text_row(LICENCE, visible(source.licence))
    place = page.word(LINE, table=visible(factor.table), line=factor.line)
    whose = page.word(SHIPS if one.table.used.ships else YOURS, place=place)
    yield text_row(TABLE, whose, *([visible(title)] if own else []), visible(provenance.publisher))
    yield text_row(OBTAINED, visible(provenance.obtained))
