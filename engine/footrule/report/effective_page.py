"""An effective standard as a page: every rule that applies, where it is from, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footrule.model import expression as model
from footrule.model.standard import Allocation, Asserted, HowChanged, Parameter, Requirement, Rule, Standard, Waived
from footrule.report import wording_of_report as words
from footrule.report.ink import BOLD, Ink
from footrule.report.layout import indented
from footrule.report.page import NARROWEST, Page
from footrule.report.rule_page import because, parameter_value
from footrule.report.visible import visible
from footrule.text.wording import Wording, worded

BUILT_ON = worded("built on {names}", "基于 {names}")
PARAMETERS = worded("PARAMETERS ({n})", "参数（{n}）")
DEFINITIONS = worded("DEFINITIONS ({n})", "定义（{n}）")
DATA = worded("DATA ({n})", "数据（{n}）")
RULES = worded("RULES ({n})", "规则（{n}）")
ALLOCATIONS = worded("ALLOCATIONS ({n})", "分配（{n}）")
WAIVED = worded("WAIVED ({n})", "免除（{n}）")
FROM = worded("from {standard}", "出自 {standard}")
SECTION = worded("from {standard}, section {section}", "出自 {standard}，第 {section} 章")
SET = worded("set by {by}, instead of {was}", "由 {by} 设定，原为 {was}")
SET_FIRST = worded("set by {by}, which {standard} leaves open", "由 {by} 设定，{standard} 留待设定")
CHANGED = {
    HowChanged.TIGHTENED: worded("tightened by {by}", "由 {by} 加严"),
    HowChanged.REPLACED: worded("replaced by {by}", "由 {by} 代替"),
}
WAIVED_BY = worded("waived by {by}", "由 {by} 免除")
PROVISIONAL = words.PROVISIONAL
REQUIRED = worded("required", "必填")
WHEN = worded("when {condition}", "条件：{condition}")


def effective_page(standard: Standard, language: str, width: int, colour: bool) -> str:
    """The whole page."""
    page = Page(language, max(width, NARROWEST), Ink(colour))
    lines = page.hanging(f"{visible(standard.id)} {standard.version}", page.told(standard.title), BOLD)
    if standard.built_on:
        names = page.word(words.COMMA).join(f"{one.id} {one.version}" for one in standard.built_on)
        lines += page.paragraph(page.word(BUILT_ON, names=visible(names)))
    inner = page.narrower(2)
    sections: tuple[tuple[Wording, list[list[str]]], ...] = (
        (PARAMETERS, [_parameter(inner, one) for one in standard.parameters]),
        (DEFINITIONS, [inner.paragraph(visible(f"{one.name} = {one.value.written}")) for one in standard.definitions]),
        (DATA, list(_data(inner, standard))),
        (RULES, [_rule(inner, one) for one in standard.rules]),
        (ALLOCATIONS, [_rule(inner, one) for one in standard.allocations]),
        (WAIVED, [_waived(inner, one) for one in standard.waived]),
    )
    for title, entries in sections:
        if entries:
            lines += ["", page.ink(page.word(title, n=len(entries)), BOLD)]
            lines += indented([line for entry in entries for line in entry], 2)
    return "\n".join(lines)


def _rule(page: Page, rule: Rule | Allocation) -> list[str]:
    lines = page.hanging(visible(rule.id), page.told(rule.title), BOLD)
    inner = page.narrower(2)
    origin = SECTION if rule.section is not None and not _replaced(rule) else FROM
    body = inner.paragraph(page.word(origin, standard=visible(rule.standard), section=visible(rule.section or "")))
    if isinstance(rule, Rule):
        for change in rule.changes:
            what = page.word(CHANGED[change.how], by=visible(change.by))
            body += inner.paragraph(because(page, what, change.because))
        for requirement in rule.requirements:
            body += inner.paragraph(visible(written(requirement)))
    return lines + indented(body, 2)


def _replaced(rule: Rule | Allocation) -> bool:
    return isinstance(rule, Rule) and any(one.how is HowChanged.REPLACED for one in rule.changes)


def written(requirement: Requirement) -> str:
    """A requirement on one line, as it was written."""
    if not isinstance(requirement, Asserted):
        return requirement.written
    when = "" if requirement.when is None else f" when {requirement.when.written}"
    return f"{requirement.modality} {requirement.written}{when}"


def _parameter(page: Page, parameter: Parameter) -> list[str]:
    lines = page.paragraph(f"{visible(parameter.name)} = {parameter_value(page, parameter.value)}")
    body = [page.word(FROM, standard=visible(parameter.standard))]
    for setting in parameter.settings:
        if isinstance(setting.was, model.UnsetParameter):
            body.append(page.word(SET_FIRST, by=visible(setting.by), standard=visible(parameter.standard)))
        else:
            body.append(page.word(SET, by=visible(setting.by), was=parameter_value(page, setting.was)))
    if parameter.provisional is not None:
        body.append(page.word(PROVISIONAL, text=page.told(parameter.provisional)))
    elif not parameter.is_set and parameter.open is not None:
        body.append(page.told(parameter.open))
    inner = page.narrower(2)
    return lines + indented([line for text in body for line in inner.paragraph(text)], 2)


def _data(page: Page, standard: Standard) -> Iterator[list[str]]:
    required = {one.id: one for one in standard.rules}
    for datum in standard.data:
        text = "" if datum.text is None else page.told(datum.text)
        lines = page.hanging(f"{visible(datum.name)}: {datum.type}", text)
        rule = required.get(datum.rule or "")
        if rule is not None:
            when = next((one.when for one in rule.requirements if one.when is not None), None)
            remarks = [page.word(REQUIRED)]
            remarks += [] if when is None else [page.word(WHEN, condition=visible(when.written))]
            lines += indented(page.narrower(2).paragraph(page.word(words.COMMA).join(remarks)), 2)
        yield lines


def _waived(page: Page, one: Waived) -> list[str]:
    lines = page.hanging(visible(one.id), page.told(one.title), BOLD)
    inner = page.narrower(2)
    said: Iterable[str] = (
        page.word(FROM, standard=visible(one.standard)),
        because(page, page.word(WAIVED_BY, by=visible(one.by)), one.because),
    )
    return lines + indented([line for text in said for line in inner.paragraph(text)], 2)
