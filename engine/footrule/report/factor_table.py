"""Rows of the factor database under each other, the best match first, and the tables that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.factors.factor import Factor
from footrule.factors.shelf import TableTold
from footrule.report import factor_words as words
from footrule.report.ink import BOLD, DIM
from footrule.report.layout import indented, packed
from footrule.report.page import Page, label_column, labelled, text_row
from footrule.report.visible import visible
from footrule.report.wording_of_report import COMMA
from footrule.text.cells import cells, padded
from footrule.text.wording import worded

HEADS = (
    worded("id", "标识"),
    worded("value", "数值"),
    worded("place", "地区"),
    worded("period", "有效期"),
    worded("scope", "范围"),
    worded("status", "状态"),
)
NAME = worded("name", "名称")
DEPRECATED = worded("DEPRECATED, use {successor}: {name}", "已弃用，请改用 {successor}：{name}")
ROWS_ONE = worded("1 factor", "1 个因子")
ROWS = worded("{n} factors", "{n} 个因子")
LEFT_OUT = worded("{n} of them left out: --limit {all} shows all", "其中 {n} 个未列出：--limit {all} 可全部显示")
SHIPS = worded("ships with footrule", "随 footrule 发布")
YOURS = worded("yours", "您自己的")
PUBLISHER = worded("publisher", "发布者")
LICENCE = worded("licence", "许可")
OBTAINED = worded("obtained", "获取方式")
HASH = worded("sha256", "SHA-256值")
SHORT_HASH = 12
_GAP = "  "
_NARROWEST_ID = 24
"""The fewest cells for a column of ids; where there are fewer, a row takes lines of its own."""


def factor_table(page: Page, rows: Sequence[Factor]) -> list[str]:
    """The rows, each with its name beside or below it, as the width allows."""
    names = [_name(page, one) for one in rows]
    table = [_cells(page, one) for one in rows]
    columns = [column for column in range(len(HEADS)) if any(line[column] for line in table)]
    lines = [[line[column] for column in columns] for line in ([page.word(head) for head in HEADS], *table)]
    ids, *widths = (max(map(cells, column)) for column in zip(*lines, strict=True))
    room = page.width - sum(widths) - len(_GAP) * len(widths)
    if room < _NARROWEST_ID:
        below = [_narrow(page, line) for line in lines[1:]]
        return [line for head, name in zip(below, names, strict=True) for line in (*head, *_below(page, name))]
    heads, *set_lines = (_set(line, [min(ids, room), *widths]) for line in lines)
    if room >= ids + len(_GAP) + max(map(cells, names), default=0):
        told = [page.ink(f"{heads[0]}{_GAP}{page.word(NAME)}", DIM)]
        return told + [f"{line}{_GAP}{name}" for (line,), name in zip(set_lines, names, strict=True)]
    told = [page.ink(heads[0].rstrip(), DIM)]
    for set_line, name in zip(set_lines, names, strict=True):
        told += [*(page.ink(line.rstrip(), BOLD) for line in set_line), *_below(page, name)]
    return told


def _set(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    """A row in its columns, below its id where that is wider than its own."""
    if cells(line[0]) > widths[0]:
        return [line[0], *_set(["", *line[1:]], widths)]
    return [_GAP.join(map(padded, line, widths))]


def _below(page: Page, name: str) -> list[str]:
    return indented(page.narrower(4).paragraph(name), 4)


def _narrow(page: Page, line: Sequence[str]) -> list[str]:
    """A row where its columns do not fit: the id and what there is of the others, in as many lines as it takes."""
    rest = [cell for cell in line[1:] if cell]
    return [*page.paragraph(line[0], BOLD), *indented(packed(rest, page.word(COMMA), page.width - 4), 4)]


def _cells(page: Page, one: Factor) -> list[str]:
    period = words.period_of(one)
    return [
        visible(one.id),
        visible(one.shown),
        visible(one.geography),
        "" if period is None else page.told(period),
        "" if one.scope is None else page.word(words.SCOPES[one.scope]),
        page.word(words.STATUSES[one.status]),
    ]


def _name(page: Page, one: Factor) -> str:
    name = visible(words.name_of(one, page.language))
    if not one.superseded_by:
        return name
    return page.word(DEPRECATED, successor=visible(one.superseded_by), name=name)


def counted(page: Page, number: int) -> str:
    """A number of factors in words."""
    return page.word(ROWS_ONE) if number == 1 else page.word(ROWS, n=number)


def table_list(page: Page, tables: Sequence[TableTold]) -> list[str]:
    """The tables, each with its title, the number of its rows, on what terms it is used, and how it was obtained."""
    lines: list[str] = []
    for one in tables:
        provenance = one.provenance
        whose = page.word(SHIPS if one.used.ships else YOURS)
        remarks = page.word(COMMA).join([counted(page, one.rows), whose])
        lines += [""] if lines else []
        lines += page.paragraph(page.in_brackets(visible(one.used.name), remarks), BOLD)
        lines += indented(page.narrower(2).paragraph(visible(words.title_of(provenance, page.language))), 2)
        rows = [
            text_row(PUBLISHER, page.in_brackets(visible(provenance.publisher), str(provenance.year))),
            text_row(LICENCE, visible(provenance.licence)),
            text_row(OBTAINED, visible(provenance.obtained)),
            text_row(HASH, one.used.sha256[:SHORT_HASH]),
        ]
        column = label_column(page, (PUBLISHER, LICENCE, OBTAINED, HASH))
        lines += indented(labelled(page.narrower(2), column, rows), 2)
    return lines


def left_out(page: Page, number: int, every: int) -> str:
    """That more rows were found than are shown."""
    return page.word(LEFT_OUT, n=number, all=every)
