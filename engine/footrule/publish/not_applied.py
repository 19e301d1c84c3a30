"""The annex of the rules that come from other files and are not applied: what each asks for, who says so, and why."""

from __future__ import annotations

from functools import partial

from footrule.model.standard import Citation, Rule, Waived
from footrule.publish import words_of_changes as words
from footrule.publish.changes import because
from footrule.publish.html import NOTHING, Markup, breaking, joined, tag, text
from footrule.publish.sheet import Sheet
from footrule.publish.sources import clause_text


def not_applied(sheet: Sheet) -> Markup:
    """A row for each, or that there is none."""
    waived = sheet.standard.waived
    if not waived:
        said = words.ALL_APPLY if sheet.standard.built_on else words.BUILDS_ON_NOTHING
        return sheet.pair(lambda language: tag("p", text(said.in_language(language))))
    heads = [words.RULE, words.ASKS, words.OF, words.WHY]
    return sheet.table(heads, [_row(sheet, one) for one in waived], "list waived")


def _row(sheet: Sheet, one: Waived) -> list[Markup]:
    def why(language: str) -> Markup:
        return because(words.WAIVED, sheet.title(one.by, language), one.because.in_language(language), language)

    sources = [tag("div", sheet.both(partial(_clause, cite)), class_="cite") for cite in one.cites]
    return [
        tag("span", text(one.id), class_="id", id=one.id),
        joined(tag("div", sheet.told(one.title), class_="titled"), _asks(sheet, one)),
        sheet.both(lambda language: text(sheet.title(one.standard, language))),
        joined(tag("div", sheet.both(why)), *sources),
    ]


def _clause(cite: Citation, language: str) -> Markup:
    return breaking(clause_text(cite, language))


def _asks(sheet: Sheet, one: Waived) -> Markup:
    form, of = sheet.form(one.standard, one.id), sheet.sentences
    if form is None:
        return NOTHING

    def said(language: str) -> Markup:
        return Markup(of.rule(form, language) if isinstance(form, Rule) else of.allocation(form, language))

    return tag("div", sheet.both(said))
