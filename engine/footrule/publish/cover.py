"""The front of a page: what the document is, its contents, and how its rules are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from footrule.model.standard import Standard
from footrule.publish import words_of_changes
from footrule.publish import words_of_page as words
from footrule.publish.changes import in_short
from footrule.publish.html import Markup, joined, tag, text
from footrule.publish.sheet import Sheet
from footrule.sentence.conditions import Conditions
from footrule.text.wording import Wording

_SCHEMES = {"cas": "CAS", "hs": "HS", "cpc": "CPC", "urn": "URN"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    id: str
    number: str
    title: Markup


def cover(sheet: Sheet, editions: Sequence[Standard]) -> Markup:
    """Title, edition with the others that there are, and what the document is for."""
    standard = sheet.standard
    kind = words.LIBRARY if standard.kind == "library" else words.STANDARD
    facts: list[tuple[Wording, Markup]] = [
        (words.VERSION, text(f"{standard.id} {standard.version}")),
        (words.IN_FORCE, sheet.both(partial(_in_force, standard))),
    ]
    if editions:
        others = (tag("div", sheet.both(partial(_edition, one))) for one in editions)
        facts.append((words.OTHER_EDITIONS, joined(*others)))
    if standard.covers:
        covered = (text(f"{_SCHEMES.get(one.scheme, one.scheme)} {one.code}") for one in standard.covers)
        facts.append((words.COVERS, sheet.listed(covered)))
    if standard.declared_unit is not None:
        amount = Conditions(sheet.sentences.voice("en")).values.quantity(standard.declared_unit)
        facts.append((words.DECLARED_UNIT, Markup(amount)))
    if standard.boundary is not None:
        facts.append((words.BOUNDARY, _boundary(sheet, standard.boundary)))
    if sheet.origins:
        named = [tag("div", sheet.both(partial(_file, one))) for one in sheet.origins.values()]
        facts.append((words.BUILDS_ON, joined(*named)))
    changes = in_short(sheet)
    if changes is not None:
        facts.append((words_of_changes.CHANGES, changes))
    provisional = sum(1 for one in standard.parameters if one.provisional is not None)
    if provisional:
        counted = {"n": str(provisional), "all": str(len(standard.parameters))}
        facts.append((words.PROVISIONAL_COUNT, sheet.word(words.PROVISIONAL_NOTE, **counted)))
    facts.append((words.DIGEST, tag("code", text(standard.sha256))))
    rows = [part for name, fact in facts for part in (tag("dt", sheet.word(name)), tag("dd", fact))]
    title = tag("h1", sheet.told(standard.title))
    return tag("header", tag("p", sheet.word(kind), class_="kind"), title, tag("dl", *rows), class_="cover")


def contents(sheet: Sheet, entries: list[Entry]) -> Markup:
    """The table of contents."""
    lines = [
        tag("li", tag("a", tag("span", text(one.number), class_="number"), tag("span", one.title, class_="title"),
                      href=f"#{one.id}"))
        for one in entries
    ]  # fmt: skip
    heading = sheet.heading(2, "", sheet.word(words.CONTENTS), "contents")
    return tag("nav", heading, tag("ol", *lines), class_="contents", aria_labelledby="contents")


def conventions(sheet: Sheet) -> Markup:
    """How the sentences of rules are to be read."""

    def column(language: str) -> Markup:
        return tag("ul", *(tag("li", text(one.in_language(language))) for one in words.CONVENTION_TEXTS))

    heading = sheet.heading(2, "", sheet.word(words.CONVENTIONS), "conventions")
    return tag("section", heading, sheet.pair(column, "conventions"))


def _edition(standard: Standard, language: str) -> Markup:
    return joined(text(standard.version + ("：" if language == "zh" else ": ")), _in_force(standard, language))


def _in_force(standard: Standard, language: str) -> Markup:
    """Its period, and up to when the editions before it may be applied."""
    bounds = ((words.FROM_DAY, standard.in_force_from), (words.UNTIL_DAY, standard.in_force_until))
    said = [phrase.in_language(language).format(day=day) for phrase, day in bounds if day is not None]
    period = ("，" if language == "zh" else " ").join(said or [words.ALWAYS.in_language(language)])
    if standard.earlier_until is not None:
        period += "；" if language == "zh" else "; "
        period += words.TRANSITION.in_language(language).format(day=standard.earlier_until)
    return text(period)


def _file(standard: Standard, language: str) -> Markup:
    title, version = standard.title.in_language(language), f"{standard.id} {standard.version}"
    return text(f"{title}（{version}）" if language == "zh" else f"{title} ({version})")


def _boundary(sheet: Sheet, boundary: str) -> Markup:
    def column(language: str) -> Markup:
        names = sheet.sentences.voice(language).names
        return text(names.code("boundary_type", boundary.replace(" ", "_")) or boundary)

    return sheet.both(column)
