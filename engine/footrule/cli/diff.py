"""`footrule diff OLD NEW`: what changed between two editions of a standard, rule by rule, in words."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date

from footrule.analyse.editions import DIRECTIONS, Changes, Fate, ParameterFate, RuleFate, changes
from footrule.cli import console
from footrule.cli.two_standards import two_standards
from footrule.model.standard import Parameter, Standard
from footrule.report.ink import BOLD
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.rule_page import parameter_value
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded

FATES = {
    Fate.ADDED: worded("ADDED ({n})", "新增（{n}）"),
    Fate.TIGHTENED: worded("TIGHTENED ({n})", "加严（{n}）"),
    Fate.LOOSENED: worded("LOOSENED ({n})", "放宽（{n}）"),
    Fate.CHANGED: worded("CHANGED, WHICH WAY CANNOT BE TOLD ({n})", "有改动，方向无法判断（{n}）"),
    Fate.REMOVED: worded("REMOVED ({n})", "删除（{n}）"),
    Fate.WAIVED: worded("WAIVED ({n})", "免除（{n}）"),
    Fate.REWORDED: worded("REWORDED ONLY ({n})", "仅措辞改动（{n}）"),
}
PARAMETERS = worded("PARAMETERS ({n})", "参数（{n}）")
OTHERS = worded("OTHERS ({n})", "其他（{n}）")
INSTEAD_OF = worded("{value} instead of {was}", "{value}，原为 {was}")
NEW = worded("{value}, new", "{value}，新增")
GONE = worded("no longer there (was {was})", "已删除（原为 {was}）")
RULE_MOVED = worded("rule {rule}: {way}", "规则 {rule}：{way}")
NOTHING = worded("nothing changed but, perhaps, examples and comments", "除示例与注释外没有改动")


def run(options: Namespace) -> int:
    """Print the changes, or say which of the two cannot be had."""
    found = two_standards((options.old, options.new), options.library, date.today(), options.lang)
    if isinstance(found, int):
        return found
    old, new = (side.standard for side in found)
    page = console.page(options.lang)
    for line in _lines(page, old, new, changes(old, new)):
        print(line)
    return 0


def _lines(page: Page, old: Standard, new: Standard, found: Changes) -> Iterator[str]:
    names = [visible(f"{one.id} {one.version}") for one in (old, new)]
    yield from page.hanging(f"{names[0]} → {names[1]}", page.told(new.title), BOLD)
    every = (*found.rules, *found.allocations)
    for fate, title in FATES.items():
        yield from _section(page, title, [_rule(page.narrower(2), one) for one in every if one.fate is fate])
    yield from _section(page, PARAMETERS, [_parameter(page.narrower(2), one) for one in found.parameters])
    yield from _section(page, OTHERS, [page.narrower(2).paragraph(page.told(one)) for one in found.others])
    if not (every or found.parameters or found.others):
        yield page.word(NOTHING)


def _section(page: Page, title: Wording, entries: Sequence[list[str]]) -> list[str]:
    if not entries:
        return []
    lines = ["", page.ink(page.word(title, n=len(entries)), BOLD)]
    return lines + indented([line for entry in entries for line in entry], 2)


def _rule(page: Page, one: RuleFate) -> list[str]:
    lines = page.hanging(visible(one.id), page.told(one.title), BOLD)
    inner = page.narrower(2)
    return lines + indented([line for text in one.says for line in inner.paragraph(page.told(text))], 2)


def _parameter(page: Page, one: ParameterFate) -> list[str]:
    lines = page.hanging(visible(one.name), _value(page, one.old, one.new), BOLD)
    inner = page.narrower(2)
    for rule, way in one.rules:
        text = page.word(RULE_MOVED, rule=visible(rule), way=page.word(DIRECTIONS[way]))
        lines += indented(inner.paragraph(text), 2)
    return lines


def _value(page: Page, old: Parameter | None, new: Parameter | None) -> str:
    if new is None:
        assert old is not None, "a parameter that neither edition has"
        return page.word(GONE, was=parameter_value(page, old.value))
    if old is None:
        return page.word(NEW, value=parameter_value(page, new.value))
    return page.word(INSTEAD_OF, value=parameter_value(page, new.value), was=parameter_value(page, old.value))
