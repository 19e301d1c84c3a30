"""`footrule list` and `footrule show`: what is installed, and what a rule says."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import date

from footrule.cli import console
from footrule.library.catalogue import Broken, Catalogue
from footrule.library.shelf import Edition, shipped
from footrule.model.standard import Allocation, Rule, Standard
from footrule.model.walk import expressions_in, parameters_in
from footrule.report.effective_page import effective_page
from footrule.report.rule_page import rule_page
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded
from footrule.workspace import told


def run(options: Namespace) -> int:
    """List the standards, or show a rule."""
    catalogue = Catalogue(shipped())
    if options.command == "list":
        return _list(catalogue, options.lang)
    if options.effective:
        return _effective(catalogue, options.standard, options.lang)
    # A single name is that of a rule.
    asked, rule = (None, options.standard) if options.rule is None else (options.standard, options.rule)
    return _show(catalogue, asked, rule, options.lang)


_Known = tuple[Rule | Allocation, Standard, Edition]
"""A rule, the standard that it is shown from, and where that stands."""


def _list(catalogue: Catalogue, language: str) -> int:
    rows = [
        _row(catalogue.load(edition), edition.kind, edition.id, edition.version_text, language)
        for edition in catalogue.editions
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)] if rows else []
    for row in rows:
        print("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]))
    return 0


def _row(loaded: Standard | Broken, kind: str, id: str, version: str, language: str) -> tuple[str, str, str, str]:
    if isinstance(loaded, Broken):
        return kind, id, version, worded("has errors (footrule lint)", "有错误（footrule lint）").in_language(language)
    rules = worded(f"{len(loaded.rules)} rules", f"{len(loaded.rules)} 条规则").in_language(language)
    return kind, id, version, f"{loaded.title.in_language(language)} ({rules})"


def _effective(catalogue: Catalogue, asked: str | None, language: str) -> int:
    if asked is None:
        return _refused(worded("which standard? `footrule show --effective STANDARD`", "请指明标准"), language)
    found = catalogue.find(asked, date.today())
    if not isinstance(found, Standard):
        return _refused(told(found), language)
    print(effective_page(found, language, console.width(), console.takes_colour()))
    return 0


def _show(catalogue: Catalogue, asked: str | None, id: str | None, language: str) -> int:
    if id is None:
        return _refused(worded("which rule? `footrule show RULE-ID`", "请指明规则编号"), language)
    if asked is None:
        known = _own(catalogue, catalogue.editions)
    else:
        found = catalogue.find(asked, date.today())
        if not isinstance(found, Standard):
            return _refused(told(found), language)
        written_in = {rule.written_in for rule in found.rules} | {found.id}
        known = _own(catalogue, [one for one in catalogue.editions if one.id in written_in])
        known |= _changed(catalogue, found)
    if id not in known:
        near = nearest(id, known)
        if near:
            return _refused(
                worded(f"there is no rule {id}; did you mean {near}?", f"没有规则 {id}；是否指 {near}？"), language
            )
        return _refused(worded(f"there is no rule {id}", f"没有规则 {id}"), language)
    rule, home, edition = known[id]
    print(rule_page(rule, home, edition.name, language, console.width(), console.takes_colour()))
    return 0


def _own(catalogue: Catalogue, editions: Iterable[Edition]) -> dict[str, _Known]:
    """The rules of some editions, each as the file that declares it has it."""
    known: dict[str, _Known] = {}
    for edition in editions:
        loaded = catalogue.load(edition)
        if isinstance(loaded, Standard):
            known |= {rule.id: (rule, loaded, edition) for rule in own_rules(loaded)}
    return known


def _changed(catalogue: Catalogue, standard: Standard) -> dict[str, _Known]:
    """The rules that a standard does not take in as they are declared, as they hold in it."""
    edition = next(one for one in catalogue.editions if (one.id, one.version_text) == (standard.id, standard.version))
    set_here = {one.name for one in standard.parameters if one.settings}
    return {
        rule.id: (rule, standard, edition)
        for rule in standard.rules
        if rule.changes or any(parameters_in(part) & set_here for part in expressions_in(rule))
    }


def own_rules(standard: Standard) -> list[Rule | Allocation]:
    """The rules and allocations that were written in a file itself."""
    return [*standard.own_rules, *(one for one in standard.allocations if one.standard == standard.id)]


def _refused(message: Wording, language: str) -> int:
    console.complain(message, language)
    return 2
