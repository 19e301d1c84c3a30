"""`footrule coverage`: the clauses of what a standard cites, how each is answered for, and the gaps."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from footrule.analyse import words_of_coverage as words
from footrule.analyse.coverage import Coverage, CoveredClause, CoveredRegister, Standing, coverage
from footrule.cli import console
from footrule.cli.libraries import Asked, asked
from footrule.cli.standard_files import read
from footrule.library.catalogue import Broken, NotFound
from footrule.library.shelf import SUFFIX, edition_of
from footrule.model.standard import CitedDocument, Standard
from footrule.report.clause_table import COMMA, ClauseRow, answered, clause_lines
from footrule.report.ink import BOLD
from footrule.report.layout import indented
from footrule.report.page import Page
from footrule.report.visible import visible, without_surrogates
from footrule.text.cells import cells
from footrule.text.wording import Wording, worded
from footrule.workspace import told

SEMICOLON = worded("; ", "；")


def run(options: Namespace) -> int:
    """Print the register. Statuses: 0 without gaps, 1 with, 2 where there is no such standard."""
    language: str = options.lang
    opened = asked([options.standard], options.library, language)
    found = opened if isinstance(opened, Wording) else _found(opened)
    if isinstance(found, Wording):
        console.complain(found, language)
        return 2
    result = coverage(found)
    if options.format == "json":
        print(json.dumps(_as_json(result, language), ensure_ascii=True, indent=1))
    else:
        page = console.page(language)
        print("\n".join(_lines(page, result)))
    return 1 if result.gaps else 0


def _found(opened: Asked) -> Standard | Wording:
    """The standard that is on the shelf by that name, or stands in the file of that name; else why there is none."""
    name = opened.name
    if not name.endswith(SUFFIX):
        on_shelf = opened.shelf.catalogue().find(name, date.today())
        return told(on_shelf) if isinstance(on_shelf, Broken | NotFound) else on_shelf
    data = read(Path(name))
    if isinstance(data, Wording):
        return data
    edition = edition_of(data, name)
    loaded = None if edition is None else opened.shelf.catalogue([edition]).load(edition)
    if isinstance(loaded, Standard):
        return loaded
    return worded(f"{name} has errors; `footrule lint` shows them", f"{name} 有错误，可用 footrule lint 查看")


def _lines(page: Page, result: Coverage) -> Iterator[str]:
    standard = result.standard
    yield from page.hanging(visible(f"{standard.id} {standard.version}"), page.told(standard.title), BOLD)
    for one in result.registers:
        yield ""
        yield from _register(page, one)
    yield ""
    if result.registers:
        yield from page.paragraph(page.told(words.counted(result)))
    else:
        yield from page.paragraph(page.word(words.NO_REGISTER))
    if result.without_register:
        names = page.word(COMMA).join(visible(one.name) for one in result.without_register)
        yield from page.paragraph(page.word(words.WITHOUT, names=names))


def _register(page: Page, one: CoveredRegister) -> Iterator[str]:
    register = one.register
    title = page.in_brackets(page.told(register.document.title), visible(register.document.edition))
    if not register.whole:
        title = words.IN_PART.in_language(page.language).format(title)
    yield from page.hanging(visible(register.document.name), title, BOLD)
    standing_width = max(cells(page.word(word)) for word in words.STANDINGS.values())
    yield from clause_lines(page, [_row(page, clause) for clause in one.clauses], standing_width)
    if one.outside:
        yield from indented(page.narrower(2).paragraph(page.word(words.OUTSIDE)), 2)
    for cited, rules in one.outside:
        yield from indented(page.narrower(4).hanging(visible(cited), page.word(COMMA).join(map(visible, rules))), 4)


def _row(page: Page, one: CoveredClause) -> ClauseRow:
    told = answered(page, one.clause, one.rules, one.because)
    if one.waived and not one.rules and one.because is None:
        told = page.in_brackets(told, page.word(SEMICOLON).join(page.told(words.waived(each)) for each in one.waived))
    styles = (BOLD,) if one.standing is Standing.GAP else ()
    return ClauseRow(one.clause, page.word(words.STANDINGS[one.standing]), told, styles)


def _as_json(result: Coverage, language: str) -> dict[str, object]:
    standard = result.standard
    return {
        "standard": {"id": standard.id, "version": standard.version, "sha256": standard.sha256},
        "registers": [
            {
                "document": _document(one.register.document, language),
                "declared_in": one.register.standard,
                "whole": one.register.whole,
                "clauses": [_clause(clause, language) for clause in one.clauses],
                "cited_besides": [
                    {"clause": without_surrogates(clause), "rules": list(rules)} for clause, rules in one.outside
                ],
            }
            for one in result.registers
        ],
        "without_register": [_document(one, language) for one in result.without_register],
        "gaps": result.gaps,
    }


def _document(one: CitedDocument, language: str) -> dict[str, str]:
    title, edition = without_surrogates(one.title.in_language(language)), without_surrogates(one.edition)
    return {"name": one.name, "title": title, "edition": edition}


def _clause(one: CoveredClause, language: str) -> dict[str, object]:
    because = one.because
    return {
        "clause": without_surrogates(one.clause.clause),
        "title": without_surrogates(one.clause.title.in_language(language)),
        "standing": one.standing.value,
        "rules": list(one.rules),
        "because": None if because is None else without_surrogates(because.in_language(language)),
        "waived": [
            {
                "rule": each.id,
                "standard": each.standard,
                "by": each.by,
                "because": without_surrogates(each.because.in_language(language)),
            }
            for each in one.waived
        ],
    }
