"""What files have changed of those that they build on: on the cover, and at each rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from footrule.model.standard import HowChanged, Parameter, Rule, RuleChange, Standard
from footrule.model.walk import expressions_in, parameters_in
from footrule.publish import words_of_changes as words
from footrule.publish.html import NOTHING, Markup, joined, tag, text
from footrule.publish.parameters import parameter_link, set_by, value_in_words
from footrule.publish.sheet import Sheet, filled
from footrule.publish.sources import clause_text
from footrule.text.wording import Wording


def in_short(sheet: Sheet) -> Markup | None:
    """Every change in a line for each kind, leading to its place; None where there is none."""
    standard = sheet.standard
    lines = [_line(sheet, words.HOW[how], map(sheet.link, _changed(standard, how))) for how in HowChanged]
    lines.append(_line(sheet, words.NOT_APPLIED, (sheet.link(one.id) for one in standard.waived)))
    lines.append(_line(sheet, words.SET, (parameter_link(one) for one in standard.parameters if one.settings)))
    return joined(*lines) if any(lines) else None


def _changed(standard: Standard, how: HowChanged) -> Iterator[str]:
    return (rule.id for rule in standard.rules if any(one.how is how for one in rule.changes))


def _line(sheet: Sheet, wording: Wording, links: Iterable[Markup]) -> Markup:
    every = list(links)
    if not every:
        return NOTHING
    return tag("div", tag("span", sheet.word(wording), class_="outcome"), sheet.colon, sheet.listed(every))


def of_rule(sheet: Sheet, rule: Rule) -> Markup:
    """What was made of a rule since the file that declares it: by whom, why, and how it read before."""
    parts: list[Markup] = []
    home = rule.standard
    for change in rule.changes:
        parts += [sheet.pair(partial(_by_whom, sheet, change)), _before(sheet, home, rule)]
        home = change.by
    parts += [sheet.pair(partial(_set_here, sheet, one)) for one in _set_elsewhere(sheet.standard, rule)]
    return tag("div", *parts, class_="change") if parts else NOTHING


def _by_whom(sheet: Sheet, change: RuleChange, language: str) -> Markup:
    reason = None if change.because is None else change.because.in_language(language)
    if reason is None and change.cites:
        reason = ("；" if language == "zh" else "; ").join(clause_text(one, language) for one in change.cites)
    return tag("p", because(words.CHANGED[change.how], sheet.title(change.by, language), reason, language))


def because(what: Wording, by: str, reason: str | None, language: str) -> Markup:
    """What a file did, and its reason where there is one."""
    did = filled(what, language, by=text(by))
    if reason is None:
        return tag("b", did)
    return joined(tag("b", did, text("：" if language == "zh" else ":")), text(words.SPACE[language]), text(reason))


def _before(sheet: Sheet, home: str, rule: Rule) -> Markup:
    """How a rule reads in the file whose form of it another file has changed."""
    before = sheet.form(home, rule.id)
    if not isinstance(before, Rule):
        return NOTHING

    def column(language: str) -> Markup:
        said = tag("p", Markup(sheet.sentences.rule(before, language)))
        title = tag("p", text(before.title.in_language(language)), class_="titled")
        return said if before.title == rule.title else joined(title, said)

    summary = tag("summary", sheet.word(words.BEFORE))
    return tag("details", summary, sheet.pair(column), class_="before", open="open")


def _set_elsewhere(standard: Standard, rule: Rule) -> Iterator[Parameter]:
    """The parameters that a rule rests on, and that another file has set than the one which the rule stands in."""
    used = {name for part in expressions_in(rule) for name in parameters_in(part)}
    for one in standard.parameters:
        if one.name in used and one.settings and one.settings[-1].by != rule.written_in:
            yield one


def _set_here(sheet: Sheet, parameter: Parameter, language: str) -> Markup:
    value = value_in_words(sheet, parameter.value, language)
    said = set_by(sheet, parameter, parameter.settings[-1], language)
    return tag("p", filled(words.SET_HERE, language, name=parameter_link(parameter), value=value, said=said))
