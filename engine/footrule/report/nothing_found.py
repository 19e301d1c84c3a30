"""What a search says that finds nothing: which words nobody knows, and what would be found with less asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footrule.factors.factor import Factor
from footrule.factors.search import Hint, Near
from footrule.report import factor_words as words
from footrule.report.factor_table import counted, factor_table
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.visible import visible
from footrule.report.wording_of_report import COMMA
from footrule.text.wording import Wording, worded

MOST_NEAR = 3
MOST_VALUES = 5
NOTHING = worded("No factor answers to all of this.", "没有符合全部条件的因子。")
NOTHING_LIKE_IT = worded(
    "Nothing comes near either; `footrule factors list` shows the tables that there are.",
    "也没有相近的因子；footrule factors list 可列出已有的数据表。",
)
WITHOUT = {
    "period": worded("in other periods, {these}: {found}", "其他时期（{these}）：{found}"),
    "place": worded("for other places, {these}: {found}", "其他地区（{these}）：{found}"),
    "scope": worded("with another scope, {these}: {found}", "其他范围（{these}）：{found}"),
    "kind": worded("of another kind, {these}: {found}", "其他类别（{these}）：{found}"),
    "status": worded("with another status, {these}: {found}", "其他状态（{these}）：{found}"),
    "series": worded("in other series, {these}: {found}", "其他系列（{these}）：{found}"),
    "word": worded("without the word `{word}`: {found}", "去掉“{word}”一词：{found}"),
}
NEAREST = worded("The nearest:", "最接近的：")
IS_A_PLACE = worded("`{word}` is a place: --geography {meant}", "“{word}”是地区：--geography {meant}")
IS_A_YEAR = worded("`{word}` is a year: --year {meant}", "“{word}”是年份：--year {meant}")
DID_YOU_MEAN = worded(
    "no row has the word `{word}`; did you mean `{meant}`?", "没有含“{word}”的因子；是否指“{meant}”？"
)
NO_SUCH_SERIES = worded(
    "there is no series `{word}`; did you mean `{meant}`?", "没有名为“{word}”的系列；是否指“{meant}”？"
)
NO_SUCH_WORD = worded("no row has the word `{word}`", "没有含“{word}”的因子")
NOT_GIVEN = worded("none given", "未给出")
HINTS = {"place": IS_A_PLACE, "year": IS_A_YEAR, "word": DID_YOU_MEAN, "series": NO_SUCH_SERIES, "": NO_SUCH_WORD}


def hint_text(hint: Hint, language: str) -> str:
    """What helps with a word."""
    return HINTS[hint.kind].in_language(language).format(word=hint.word, meant=hint.meant)


def nothing_found(page: Page, hints: Sequence[Hint], nearby: Sequence[Near]) -> Iterator[str]:
    """The lines."""
    yield from page.paragraph(page.word(NOTHING))
    inner = page.narrower(2)
    for hint in hints:
        yield from indented(inner.paragraph(visible(hint_text(hint, page.language))), 2)
    for one in nearby:
        found = counted(page, len(one.factors))
        told = page.word(WITHOUT[one.without], word=visible(one.word), these=_values(page, one), found=found)
        yield from indented(inner.paragraph(told), 2)
    if nearby:
        yield from ("", *page.paragraph(page.word(NEAREST)))
        yield from indented(factor_table(inner, nearby[0].factors[:MOST_NEAR]), 2)
    elif not hints:
        yield from page.paragraph(page.word(NOTHING_LIKE_IT))


def _values(page: Page, one: Near) -> str:
    """What the rows have instead of what was asked for."""
    values = list(dict.fromkeys(_value(page, row, one.without) for row in one.factors))
    more = ["..."] if len(values) > MOST_VALUES else []
    return page.word(COMMA).join([*values[:MOST_VALUES], *more])


def _value(page: Page, row: Factor, without: str) -> str:
    told: Wording | None = NOT_GIVEN
    match without:
        case "place":
            return visible(row.geography)
        case "series":
            return visible(row.series)
        case "period":
            told = words.period_of(row)
        case "scope":
            told = None if row.scope is None else words.SCOPES[row.scope]
        case "kind":
            told = words.KINDS[row.kind]
        case _:
            told = words.STATUSES[row.status]
    return page.word(NOT_GIVEN) if told is None else page.told(told)
