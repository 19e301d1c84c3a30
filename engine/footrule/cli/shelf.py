"""`footrule list` and `footrule show`: what is installed, and what a rule says."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from footrule.cli import console
from footrule.library.catalogue import Broken, Catalogue
from footrule.library.shelf import Edition, shipped
from footrule.model.standard import Allocation, Rule, Standard
from footrule.report.rule_page import rule_page
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded
from footrule.workspace import told


def run(options: Namespace) -> int:
    """List the standards, or show a rule."""
    catalogue = Catalogue(shipped())
    if options.command == "list":
        return _list(catalogue, options.lang)
    return _show(catalogue, options.standard, options.rule, options.lang)


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


def _show(catalogue: Catalogue, asked: str | None, id: str, language: str) -> int:
    editions = catalogue.editions
    if asked is not None:
        found = catalogue.find(asked, date.today())
        if not isinstance(found, Standard):
            return _refused(told(found), language)
        written_in = {rule.standard for rule in found.rules}
        editions = tuple(one for one in editions if one.id in written_in)
    known: dict[str, tuple[Rule | Allocation, Standard, Edition]] = {}
    for edition in editions:
        loaded = catalogue.load(edition)
        if isinstance(loaded, Standard):
            known |= {rule.id: (rule, loaded, edition) for rule in own_rules(loaded)}
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


def own_rules(standard: Standard) -> list[Rule | Allocation]:
    """The rules and allocations that were written in a file itself."""
    every: tuple[Rule | Allocation, ...] = (*standard.rules, *standard.allocations)
    return [rule for rule in every if rule.standard == standard.id]


def _refused(message: Wording, language: str) -> int:
    console.complain(message, language)
    return 2
