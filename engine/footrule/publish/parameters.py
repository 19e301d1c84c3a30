"""Parameters on the page: the annex, with who set each and its source, and what leads there."""

from __future__ import annotations

from functools import partial

from footrule.model import expression as model
from footrule.model.standard import Citation, Parameter, Setting
from footrule.publish import words_of_changes
from footrule.publish import words_of_page as words
from footrule.publish.html import Markup, breaking, joined, tag, text
from footrule.publish.sheet import Sheet, filled
from footrule.publish.sources import clause_text
from footrule.sentence.conditions import Conditions


def parameters(sheet: Sheet) -> list[list[Markup]]:
    """A row for every limit and choice: its name, its value, who set it and what it rests on."""
    return [
        [
            tag("var", text(one.name), id=_place(one)),
            sheet.both(partial(value_in_words, sheet, one.value)),
            _basis(sheet, one),
        ]
        for one in sheet.standard.parameters
    ]


def parameter_link(parameter: Parameter) -> Markup:
    """The name of a parameter, leading to its row."""
    return tag("a", tag("var", text(parameter.name)), href=f"#{_place(parameter)}")


def _place(parameter: Parameter) -> str:
    return f"parameter-{parameter.name}"


def _basis(sheet: Sheet, parameter: Parameter) -> Markup:
    parts = [tag("div", sheet.both(partial(set_by, sheet, parameter, one))) for one in parameter.settings]
    parts += [tag("div", _clause(sheet, one)) for one in parameter.cites]
    reason, mark = parameter.provisional, words.PROVISIONAL
    if not parameter.is_set:
        reason, mark = parameter.open, words_of_changes.LEFT_OPEN
    if reason is not None:
        marked = tag("strong", sheet.word(mark))
        parts.append(tag("div", marked, sheet.colon, sheet.told(reason), class_="provisional"))
    return joined(*parts)


def _clause(sheet: Sheet, cite: Citation) -> Markup:
    return sheet.both(lambda language: breaking(clause_text(cite, language)))


def set_by(sheet: Sheet, parameter: Parameter, setting: Setting, language: str) -> Markup:
    """Who set a parameter, and what it was before."""
    by, of = (text(sheet.title(one, language)) for one in (setting.by, parameter.standard))
    if isinstance(setting.was, model.UnsetParameter):
        return filled(words_of_changes.SET_FIRST, language, by=by, of=of)
    return filled(words_of_changes.SET_BY, language, by=by, was=value_in_words(sheet, setting.was, language))


def value_in_words(sheet: Sheet, value: model.Expression, language: str) -> Markup:
    """The value of a parameter, or that it has none."""
    if isinstance(value, model.UnsetParameter):
        return text(words_of_changes.NOT_SET.in_language(language))
    return Markup(Conditions(sheet.sentences.voice(language)).values.unnamed(value))
