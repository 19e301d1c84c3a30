"""`footrule list` and `footrule show`: what is installed, and what a rule says."""

from __future__ import annotations

from argparse import Namespace
from textwrap import dedent

from footrule.cli import console
from footrule.library.catalogue import Broken, Catalogue
from footrule.library.shelf import shipped
from footrule.model.standard import Rule, Standard
from footrule.text.suggest import nearest
from footrule.text.wording import worded


def run(options: Namespace) -> int:
    """List the standards, or show a rule."""
    catalogue = Catalogue(shipped())
    if options.command == "list":
        return _list(catalogue, options.lang)
    return _show(catalogue, options.rule, options.lang)


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


def _show(catalogue: Catalogue, id: str, language: str) -> int:
    known: dict[str, tuple[Rule, Standard]] = {}
    for edition in catalogue.editions:
        loaded = catalogue.load(edition)
        if isinstance(loaded, Standard):
            known |= {rule.id: (rule, loaded) for rule in loaded.rules if rule.standard == loaded.id}
    if id not in known:
        near = nearest(id, known)
        if near:
            missing = worded(f"there is no rule {id}; did you mean {near}?", f"没有规则 {id}；是否指 {near}？")
        else:
            missing = worded(f"there is no rule {id}", f"没有规则 {id}")
        console.complain(missing, language)
        return 2
    rule, standard = known[id]
    print(f"{rule.id}  {rule.title.in_language(language)}")
    print(f"{standard.title.in_language(language)} {standard.version}")
    for cite in rule.cites:
        print(f"  {cite.document.title.in_language(language)} ({cite.document.edition}), {cite.clause}")
    print()
    print(dedent(rule.written))
    for note in rule.notes:
        print("\n" + note.in_language(language))
    return 0
