"""The parts of rules/README.md that are made from what ships: `python -m tests.standards.rules_page` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from footrule.library.catalogue import Catalogue
from footrule.library.shelf import shipped
from footrule.model.standard import Example, Rule, Standard
from tests.house.checkout import ROOT
from tests.standards.patterns import PATTERNS

PAGE = ROOT / "rules" / "README.md"
CITED = "patterns"
"""What every file calls the document of the patterns."""
_PART = re.compile(r"(<!-- made from the rules: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Catch:
    """A rule that catches a pattern, and an example of its own file in which it fails, if there is one."""

    standard: Standard
    rule: Rule
    example: Example | None


def newest() -> list[Standard]:
    """The newest edition of each library and each standard that ships, libraries first."""
    catalogue = Catalogue(shipped())
    by_id = {edition.id: catalogue.load(edition) for edition in catalogue.editions}
    loaded = [one for one in by_id.values() if isinstance(one, Standard)]
    assert len(loaded) == len(by_id)
    return sorted(loaded, key=lambda one: (one.kind != "library", one.id))


def caught_by() -> dict[str, list[Catch]]:
    """The rules that cite each pattern."""
    found: dict[str, list[Catch]] = {}
    for standard in newest():
        for rule in standard.own_rules:
            for cite in rule.cites:
                if cite.document.name == CITED:
                    found.setdefault(cite.clause, []).append(Catch(standard, rule, _breaking(standard, rule)))
    return found


def _breaking(standard: Standard, rule: Rule) -> Example | None:
    """The example that breaks the fewest other rules."""
    breaking = [one for one in standard.examples if rule.id in one.fails]
    return min(breaking, key=lambda one: len(one.fails), default=None)


def patterns_table() -> str:
    """A row for each pattern: the rules that catch it, and an example in which one does."""
    caught = caught_by()
    lines = ["| | pattern | 模式 | rules | an example, and its library |", "|---|---|---|---|---|"]
    for pattern, (english, chinese) in PATTERNS.items():
        catches = caught.get(pattern, [])
        rules = "; ".join(_rules(catches)) or "not yet (尚无)"
        lines.append(f"| {pattern} | {english} | {chinese} | {rules} | {_example(catches)} |")
    return "\n".join(lines) + "\n"


def _rules(catches: list[Catch]) -> Iterator[str]:
    """The rules, by the file in which they stand."""
    by_file: dict[str, list[str]] = {}
    for one in catches:
        by_file.setdefault(one.standard.id, []).append(one.rule.id)
    for file, rules in by_file.items():
        yield f"`{file}` {', '.join(rules)}"


def _example(catches: list[Catch]) -> str:
    shown = [one for one in catches if one.example is not None]
    if not shown:
        return ""
    clearest = min(shown, key=lambda one: len(one.example.fails) if one.example else 0)
    assert clearest.example is not None
    return f"“{clearest.example.title}” ({clearest.rule.id}, `{clearest.standard.id}`)"


def libraries_table() -> str:
    """A row for each library: what it is for, what it extends, how many rules stand in it."""
    lines = ["| library | for | 用途 | extends | own rules |", "|---|---|---|---|---|"]
    for one in newest():
        if one.kind == "library":
            extends = ", ".join(f"`{parent.id}`" for parent in one.built_on if parent.by == one.id)
            title, chinese = one.title.in_language("en"), one.title.in_language("zh")
            lines.append(f"| `{one.id}` | {title} | {chinese} | {extends} | {len(one.own_rules) or ''} |")
    return "\n".join(lines) + "\n"


def open_table() -> str:
    """A row for each parameter that a library leaves open, and the libraries that set it."""
    libraries = [one for one in newest() if one.kind == "library"]
    lines = ["| parameter | declared in | how it is to be set | 如何设定 | set by |", "|---|---|---|---|---|"]
    for library in libraries:
        for parameter in library.parameters:
            if parameter.open is not None and parameter.standard == library.id:
                setters = {
                    setting.by
                    for one in libraries
                    for same in one.parameters
                    if (same.name, same.standard) == (parameter.name, library.id)
                    for setting in same.settings
                }
                said, chinese = parameter.open.in_language("en"), parameter.open.in_language("zh")
                by = ", ".join(f"`{one}`" for one in sorted(setters))
                lines.append(f"| `{parameter.name}` | `{library.id}` | {said} | {chinese} | {by} |")
    return "\n".join(lines) + "\n"


PARTS = {"libraries": libraries_table, "open": open_table, "patterns": patterns_table}


def page_with_its_tables(text: str) -> str:
    """The page with every part that is made from the rules made anew."""
    return _PART.sub(lambda found: f"{found[1]}\n{PARTS[found[2]]()}\n{found[4]}", text)


if __name__ == "__main__":
    PAGE.write_text(page_with_its_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
