"""An allocation as an article: a table for each method, of its classes, their burdens, outputs and keys."""

from __future__ import annotations

from collections.abc import Callable

from footrule.model.standard import Allocation, AllocationMethod, BurdenClass, Credit, Iteration
from footrule.model.walk import expressions_in
from footrule.publish import words_of_page as words
from footrule.publish.html import NOTHING, Markup, joined, tag, text
from footrule.publish.rule_article import notes, provisional, where
from footrule.publish.sheet import Sheet
from footrule.publish.sources import sources
from footrule.sentence.conditions import Conditions
from footrule.sentence.of_allocation import keys_in_words, tolerance_in_words
from footrule.sentence.of_rule import definitions, element_of
from footrule.sentence.voice import Voice
from footrule.text.wording import Wording

_HEADS = [words.CLASS, words.BURDENS, words.OUTPUTS, words.KEY]
Said = Callable[[Voice], str]


def allocation_article(sheet: Sheet, allocation: Allocation, level: int) -> Markup:
    """The article of an allocation, with its heading at that level."""
    return tag(
        "article",
        sheet.heading(level, allocation.id, sheet.told(allocation.title), allocation.id),
        sources(sheet, allocation.cites),
        sheet.pair(lambda language: _applied(sheet, allocation, language), "sentence"),
        *(_method(sheet, one) for one in allocation.methods),
        sheet.pair(lambda language: _closing(sheet, allocation, language), "sentence"),
        provisional(sheet, allocation.provisional),
        notes(sheet, allocation.notes),
        class_="rule allocation",
    )


def _applied(sheet: Sheet, allocation: Allocation, language: str) -> Markup:
    voice = sheet.sentences.voice(language)
    said = _each(allocation.on_each, voice)
    line = text(words.APPLIED_TO.in_language(language) + ("：" if language == "zh" else ": "))
    stop = text("。" if language == "zh" else ".")
    if allocation.when is None:
        return tag("p", line, Markup(said), stop)
    condition = words.ONLY_IF.in_language(language).format(condition=Conditions(voice).fact(allocation.when))
    return tag("p", line, Markup(said), text("，" if language == "zh" else ", "), Markup(condition), stop)


def _closing(sheet: Sheet, allocation: Allocation, language: str) -> Markup:
    """The tolerance, and what the names denote."""
    voice = sheet.sentences.voice(language)
    parts: list[Markup] = []
    if allocation.tolerance is not None:
        said = tolerance_in_words(allocation.tolerance, voice)
        parts.append(tag("p", Markup(said[:1].upper() + said[1:] + ("。" if language == "zh" else "."))))
    parts.append(where(definitions(voice, allocation.lets, expressions_in(allocation)), language))
    return joined(*parts)


def _method(sheet: Sheet, method: AllocationMethod) -> Markup:
    rows = [
        [sheet.word(words.SUBDIVISION), _cell(sheet, one.burdens), _cell(sheet, one.outputs), sheet.word(words.ALONE)]
        for one in method.subdivisions
    ]
    for credit in method.credits:
        rows.append([sheet.word(words.CREDIT), NOTHING, _cell(sheet, credit.outputs), _factor(sheet, credit)])
    rows += [_class(sheet, one) for one in method.classes]
    title = sheet.word(words.METHOD) if method.name is None else _alternative(sheet, method)
    table = sheet.table(_HEADS, rows, "classes")
    return tag("div", tag("p", title, class_="method"), table)


def _class(sheet: Sheet, one: BurdenClass) -> list[Markup]:
    burdens = sheet.word(words.THE_REST) if one.burdens is None else _cell(sheet, one.burdens)
    keys = _said(sheet, lambda voice: keys_in_words(one.keys, voice))
    return [tag("var", text(one.name)), burdens, _cell(sheet, one.outputs), keys]


def _factor(sheet: Sheet, credit: Credit) -> Markup:
    def said(voice: Voice) -> str:
        conditions = Conditions(voice)
        factor = conditions.values.formula(credit.factor)
        if credit.when is None:
            return factor
        only = words.ONLY_IF.in_language(voice.language).format(condition=conditions.fact(credit.when))
        return f"{factor}，{only}" if voice.language == "zh" else f"{factor}, {only}"

    return _said(sheet, said)


def _alternative(sheet: Sheet, method: AllocationMethod) -> Markup:
    title = method.title or Wording((("en", method.name or ""),))
    return sheet.both(
        lambda language: text(words.ALTERNATIVE.in_language(language).format(title=title.in_language(language)))
    )


def _cell(sheet: Sheet, iteration: Iteration) -> Markup:
    return _said(sheet, lambda voice: _each(iteration, voice))


def _said(sheet: Sheet, said: Said) -> Markup:
    return sheet.both(lambda language: Markup(said(sheet.sentences.voice(language))))


def _each(iteration: Iteration, voice: Voice) -> str:
    source = element_of(iteration, voice)
    variable = voice.marks.variable(iteration.variable)
    return f"{source}中的每一{variable}" if voice.language == "zh" else f"each {variable} in {source}"
