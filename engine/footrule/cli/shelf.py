"""`footrule list` and `footrule show`: what is installed, and what a rule says."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import date

from footrule.cli import console
from footrule.cli.libraries import Asked, asked
from footrule.library.catalogue import Broken, Catalogue
from footrule.library.gathering import Origin, Shelf
from footrule.library.lineage import built_on
from footrule.library.shelf import Edition
from footrule.model.edition import Standing
from footrule.model.edition import told as told_of_edition
from footrule.model.standard import Allocation, Rule, Standard
from footrule.model.walk import expressions_in, parameters_in
from footrule.report.effective_page import effective_page
from footrule.report.rule_page import rule_page
from footrule.report.visible import visible
from footrule.text.cells import cells, padded
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded
from footrule.workspace import told

DIGITS_OF_A_SHORT_HASH = 12


def run(options: Namespace) -> int:
    """List the standards, or show a rule."""
    listing = options.command == "list"
    # A single name is that of a rule.
    named: list[str] = []
    if not listing and options.standard is not None and (options.effective or options.rule is not None):
        named = [options.standard]
    opened = asked(named, options.library, options.lang)
    if isinstance(opened, Wording):
        return console.refused(opened, options.lang)
    if listing:
        return _list(opened.shelf, options.lang)
    if options.effective:
        return _effective(opened, options.lang)
    return _show(opened, options.standard if options.rule is None else options.rule, options.lang)


_Known = tuple[Rule | Allocation, Standard, Edition]
"""A rule, the standard that it is shown from, and where that stands."""


def _list(shelf: Shelf, language: str) -> int:
    catalogue = shelf.catalogue()
    rows = [_row(catalogue, edition, _origin(shelf, edition, language), language) for edition in catalogue.editions]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(padded(visible(cell), width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0


def _row(catalogue: Catalogue, edition: Edition, origin: str, language: str) -> tuple[str, ...]:
    head = edition.kind, edition.id, edition.version_text, origin
    loaded = catalogue.load(edition)
    if isinstance(loaded, Broken):
        return *head, worded("has errors (footrule lint)", "有错误（footrule lint）").in_language(language)
    rules = worded(f"{len(loaded.rules)} rules", f"{len(loaded.rules)} 条规则").in_language(language)
    return *head, f"{loaded.title.in_language(language)} ({rules}){_standing(catalogue, edition, language)}"


def _standing(catalogue: Catalogue, edition: Edition, language: str) -> str:
    """How an edition stands today, where it is not simply the one in force."""
    stand = next(one for one in catalogue.standings(edition.id, date.today()) if one.version == edition.version_text)
    if stand.standing is Standing.IN_FORCE:
        return ""
    return worded("; ", "；").in_language(language) + told_of_edition(stand).in_language(language)


def _origin(shelf: Shelf, edition: Edition, language: str) -> str:
    """Where an edition is from: what ships says so, a pack has its name and the beginning of its hash."""
    if shelf.origin(edition) is Origin.SHIPPED:
        return worded("shipped", "随附").in_language(language)
    if edition.pack is None:
        return edition.name
    return f"{edition.pack.name} {edition.pack.sha256[:DIGITS_OF_A_SHORT_HASH]}"


def _effective(opened: Asked, language: str) -> int:
    if not opened.names:
        return console.refused(worded("which standard? `footrule show --effective STANDARD`", "请指明标准"), language)
    found = opened.shelf.catalogue().find(opened.name, date.today())
    if not isinstance(found, Standard):
        return console.refused(told(found), language)
    print(effective_page(found, language, console.width(), console.takes_colour()))
    return 0


def _show(opened: Asked, id: str | None, language: str) -> int:
    if id is None:
        return console.refused(worded("which rule? `footrule show RULE-ID`", "请指明规则编号"), language)
    catalogue = opened.shelf.catalogue()
    if not opened.names:
        known = _own(catalogue, catalogue.editions)
    else:
        found = catalogue.find(opened.name, date.today())
        if not isinstance(found, Standard):
            return console.refused(told(found), language)
        edition = catalogue.edition_with(found)
        known = _own(catalogue, (*built_on(catalogue, edition), edition)) | _changed(found, edition)
    if id not in known:
        near = nearest(id, known)
        if near:
            return console.refused(
                worded(f"there is no rule {id}; did you mean {near}?", f"没有规则 {id}；是否指 {near}？"), language
            )
        return console.refused(worded(f"there is no rule {id}", f"没有规则 {id}"), language)
    rule, home, edition = known[id]
    print(rule_page(rule, home, edition.name, language, console.width(), console.takes_colour()))
    return 0


def _own(catalogue: Catalogue, editions: Iterable[Edition]) -> dict[str, _Known]:
    """The rules of some editions, each as the file that declares it has it."""
    known: dict[str, _Known] = {}
    for edition in editions:
        loaded = catalogue.load(edition)
        if isinstance(loaded, Standard):
            known |= {rule.id: (rule, loaded, edition) for rule in _declared(loaded)}
    return known


def _changed(standard: Standard, edition: Edition) -> dict[str, _Known]:
    """The rules that a standard does not take in as they are declared, as they hold in it."""
    set_here = {one.name for one in standard.parameters if one.settings}
    return {
        rule.id: (rule, standard, edition)
        for rule in standard.rules
        if rule.changes or any(parameters_in(part) & set_here for part in expressions_in(rule))
    }


def _declared(standard: Standard) -> list[Rule | Allocation]:
    """The rules and allocations that a file declares: what it changes of others is asked for by naming it as well."""
    every: list[Rule | Allocation] = [*standard.rules, *standard.allocations]
    return [one for one in every if one.standard == standard.id]
