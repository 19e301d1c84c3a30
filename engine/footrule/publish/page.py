"""A standard as one self-contained page, in the skeleton that product standards share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from footrule.assess.sentences import sentences_of
from footrule.model.standard import Allocation, HowChanged, Rule, Section, Standard
from footrule.publish import words_of_page as words
from footrule.publish.allocation_article import allocation_article
from footrule.publish.annexes import ANNEXES
from footrule.publish.cover import Entry, contents, conventions, cover
from footrule.publish.html import HtmlMarks, Markup, joined, tag, text
from footrule.publish.order import by_number
from footrule.publish.rule_article import rule_article
from footrule.publish.sheet import Sheet
from footrule.publish.style import STYLE

_FIRST_LETTER = ord("A")


def standard_page(
    standard: Standard,
    origins: Mapping[str, Standard],
    languages: tuple[str, ...],
    editions: Sequence[Standard] = (),
) -> str:
    """The whole page, the same bytes for the same standard.

    `origins` are the files it builds on, by id, `editions` its other ones, the newest first.
    """
    ids = {rule.id for rule in standard.rules} | {one.id for one in standard.allocations}
    ids |= {one.id for one in standard.waived}
    sheet = Sheet(standard, origins, sentences_of(standard, HtmlMarks()), languages, ids)
    entries: list[Entry] = [Entry("conventions", "", sheet.word(words.CONVENTIONS))]
    parts: list[Markup] = []
    for entry, part in (*_own(sheet), *_inherited(sheet), *_annexes(sheet)):
        entries.append(entry)
        parts.append(part)
    main = tag("main", conventions(sheet), *parts)
    return _document(sheet, joined(cover(sheet, editions), contents(sheet, entries), main))


def _document(sheet: Sheet, body: Markup) -> str:
    title = f"{sheet.standard.title.in_language(sheet.languages[0])} {sheet.standard.version}"
    first = "zh-Hans" if sheet.languages[0] == "zh" else sheet.languages[0]
    width = "one" if len(sheet.languages) == 1 else "two"
    return (
        f'<!DOCTYPE html>\n<html lang="{first}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="{width}">\n{body}\n</body>\n</html>\n'
    )


def _own(sheet: Sheet) -> Iterator[tuple[Entry, Markup]]:
    """The sections of the file itself, in their order, and what stands before the first."""
    standard = sheet.standard
    yield from _sections(sheet, standard, 2, "")


def _inherited(sheet: Sheet) -> Iterator[tuple[Entry, Markup]]:
    """The rules of each file that this one builds on."""
    for origin in sheet.origins.values():
        anchor = f"of-{origin.id}"
        heading = _of(sheet, origin)

        def opening(language: str, origin: Standard = origin) -> Markup:
            named = {"title": origin.title.in_language(language), "version": origin.version}
            return tag("p", text(words.INHERITED_TEXT.in_language(language).format(**named)))

        parts = [part for _, part in _sections(sheet, origin, 3, f"{origin.id}-")]
        if parts:
            whole = tag("section", sheet.heading(2, "", heading, anchor), sheet.pair(opening), *parts)
            yield Entry(anchor, "", heading), whole


def _of(sheet: Sheet, origin: Standard) -> Markup:
    """The heading of what comes from another file."""

    def column(language: str) -> Markup:
        return text(words.INHERITED.in_language(language).format(title=origin.title.in_language(language)))

    return sheet.both(column)


def _sections(sheet: Sheet, of: Standard, level: int, prefix: str) -> Iterator[tuple[Entry, Markup]]:
    before = list(_articles(sheet, of, None, level + 1))
    if before:
        title, anchor = sheet.word(words.SECTION_LESS), f"{prefix}rules"
        yield Entry(anchor, "", title), tag("section", sheet.heading(level, "", title, anchor), *before)
    numbers = {section.number for section in of.sections}
    for section in of.sections:
        title, anchor = sheet.told(section.title), f"{prefix}section-{section.number}"
        prose = [_prose(sheet, section, index) for index in range(len(section.prose))]
        chapter, *within = section.number.split(".")
        deeper = level + (1 if within and chapter in numbers else 0)
        heading = sheet.heading(deeper, section.number, title, anchor)
        yield (
            Entry(anchor, section.number, title),
            tag("section", heading, *prose, *_articles(sheet, of, section.number, deeper + 1)),
        )


def _prose(sheet: Sheet, section: Section, index: int) -> Markup:
    return sheet.pair(lambda language: tag("p", text(section.prose[index].in_language(language))), "prose")


def _articles(sheet: Sheet, of: Standard, section: str | None, level: int) -> Iterator[Markup]:
    """The rules of a section, as they are in force in this standard; what a datum requires stands with the data."""
    with_data = {one.rule for one in sheet.standard.data}
    every: list[Rule | Allocation] = [*sheet.standard.rules, *sheet.standard.allocations]
    of_this = [one for one in every if one.standard == of.id and one.id not in with_data]
    found = [one for one in of_this if _section(sheet, of, one) == section]
    for one in sorted(found, key=lambda rule: by_number(rule.id)):
        yield rule_article(sheet, one, level) if isinstance(one, Rule) else allocation_article(sheet, one, level)


def _section(sheet: Sheet, of: Standard, rule: Rule | Allocation) -> str | None:
    """The section of a file that a rule of it stands in; one that another file has replaced stays where it was."""
    declared = rule
    if isinstance(rule, Rule) and any(one.how is HowChanged.REPLACED for one in rule.changes):
        declared = sheet.form(of.id, rule.id) or rule
    return declared.section if any(one.number == declared.section for one in of.sections) else None


def _annexes(sheet: Sheet) -> Iterator[tuple[Entry, Markup]]:
    """The annexes, lettered from the first letter that no section of the file has."""
    taken = {section.number for section in sheet.standard.sections}
    letters = (chr(_FIRST_LETTER + index) for index in range(26))
    free = (letter for letter in letters if letter not in taken)
    for (title, made), letter in zip(ANNEXES, free, strict=False):
        anchor, said = f"annex-{letter}", sheet.word(title)
        heading = sheet.heading(2, letter, said, anchor)
        yield Entry(anchor, letter, said), tag("section", heading, made(sheet))
