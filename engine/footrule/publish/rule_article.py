"""A rule as an article: its sentence, what is reported where it does not hold, its notes, limits and examples."""

from __future__ import annotations

from collections.abc import Sequence

from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.standard import Allocation, Message, Parameter, Requirement, Rule
from footrule.publish import words_of_page as words
from footrule.publish.changes import of_rule
from footrule.publish.html import NOTHING, Markup, joined, tag, text
from footrule.publish.sheet import Sheet
from footrule.publish.sources import sources
from footrule.sentence import phrases
from footrule.sentence.conditions import Conditions
from footrule.sentence.of_rule import parts_in_words
from footrule.sentence.voice import Voice
from footrule.text.wording import Wording


def rule_article(sheet: Sheet, rule: Rule, level: int) -> Markup:
    """The article of a rule, with its heading at that level."""
    return tag(
        "article",
        sheet.heading(level, rule.id, sheet.told(rule.title), rule.id),
        sources(sheet, rule.cites),
        of_rule(sheet, rule),
        sheet.pair(lambda language: _text(sheet, rule, language), "sentence"),
        provisional(sheet, _limits(rule.requirements)),
        notes(sheet, rule.notes),
        _examples(sheet, rule),
        class_="rule",
    )


def provisional(sheet: Sheet, limits: Sequence[Parameter]) -> Markup:
    """The provisional limits that something depends on, each with the reason."""
    marked = [one for one in limits if one.provisional is not None]
    if not marked:
        return NOTHING

    def column(language: str) -> Markup:
        voice = sheet.sentences.voice(language)
        lines = [
            tag(
                "li",
                tag("strong", text(words.PROVISIONAL.in_language(language))),
                text(" "),
                Markup(f"{voice.marks.variable(one.name)} = {Conditions(voice).values.unnamed(one.value)}"),
                text("：" if language == "zh" else ": "),
                text(one.provisional.in_language(language) if one.provisional else ""),
            )
            for one in marked
        ]
        return tag("ul", *lines)

    return sheet.pair(column, "provisional")


def notes(sheet: Sheet, given: Sequence[Wording]) -> Markup:
    """The notes of a rule, numbered where there are several."""
    parts: list[Markup] = []
    for number, note in enumerate(given, 1):
        mark = f" {number}" if len(given) > 1 else ""

        def column(language: str, mark: str = mark, note: Wording = note) -> Markup:
            head = words.NOTE.in_language(language) + mark + ("：" if language == "zh" else ": ")
            return tag("p", tag("b", text(head)), text(note.in_language(language)))

        parts.append(sheet.pair(column, "note"))
    return joined(*parts)


def _text(sheet: Sheet, rule: Rule, language: str) -> Markup:
    voice = sheet.sentences.voice(language)
    parts = parts_in_words(rule, voice)
    said = [_otherwise(one, voice) for one in rule.requirements]
    if len(parts.requirements) == 1:
        whole = _begun(parts.scope + parts.requirements[0]) + voice.say(phrases.SENTENCE_END)
        return joined(tag("p", Markup(whole)), said[0], where(parts.definitions, language))
    opening = _begun(parts.scope + voice.say(phrases.FOLLOWING)).strip()
    items = [
        tag("li", Markup(_begun(one) + voice.say(phrases.SENTENCE_END)), otherwise)
        for one, otherwise in zip(parts.requirements, said, strict=True)
    ]
    return joined(tag("p", Markup(opening)), tag("ol", *items), where(parts.definitions, language))


def where(definitions: Sequence[str], language: str) -> Markup:
    """What the names of a rule denote."""
    if not definitions:
        return NOTHING
    colon = "：" if language == "zh" else ":"
    head = tag("p", text(words.WHERE.in_language(language) + colon), class_="where")
    return joined(head, tag("ul", *(tag("li", Markup(one)) for one in definitions), class_="where"))


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _otherwise(requirement: Requirement, voice: Voice) -> Markup:
    if requirement.otherwise is None:
        return NOTHING
    head = tag("span", text(words.OTHERWISE.in_language(voice.language)), class_="label")
    space = text("" if voice.language == "zh" else " ")
    return tag("p", head, space, _message(requirement.otherwise, voice), class_="otherwise")


def _message(message: Message, voice: Voice) -> Markup:
    by_language = dict(message.languages)
    parts = by_language.get(voice.language) or by_language.get("en") or message.languages[0][1]
    return joined(*(text(one.text) if one.value is None else _slot(one.value, voice) for one in parts))


def _slot(value: Expression, voice: Voice) -> Markup:
    """Where a report puts a value: what it is called, without an article."""
    name: str | None = None
    match value:
        case model.Local(_, _, name) | model.Definition(_, _, name, _):
            pass
        case model.Constant(_, _, _, str() as parameter):
            name = parameter
        case _:
            pass
    if name is not None:
        return tag("span", Markup(voice.marks.variable(name)), class_="slot")
    said = Conditions(voice).values.called(value)
    return tag("span", Markup(said), class_="slot")


def _limits(requirements: Sequence[Requirement]) -> list[Parameter]:
    found: dict[str, Parameter] = {}
    for one in requirements:
        for parameter in getattr(one, "provisional", ()):
            found.setdefault(parameter.name, parameter)
    return list(found.values())


def _examples(sheet: Sheet, rule: Rule | Allocation) -> Markup:
    told = [
        (one.title, words.FAILS if rule.id in one.fails else words.UNDETERMINED)
        for one in sheet.examples(rule)
        if rule.id in one.fails or rule.id in one.undetermined
    ]
    if not told:
        return NOTHING
    items = [
        tag("li", sheet.plain(title), sheet.dash, tag("span", sheet.word(outcome), class_="outcome"))
        for title, outcome in told
    ]
    return tag("details", tag("summary", sheet.word(words.EXAMPLES)), tag("ul", *items), class_="examples", open="open")
