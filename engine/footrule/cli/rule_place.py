"""Where a new rule goes in the text of a standard: after the last rule of its section."""

from __future__ import annotations

import re
from dataclasses import dataclass

from footrule.syntax import tree
from footrule.syntax.keywords import IN_ENGLISH
from footrule.syntax.recover import HEAD
from footrule.text.suggest import nearest
from footrule.text.wording import Wording, worded

_FIRST_NUMBER = re.compile(r"-(\d+)(?!\w)")


@dataclass(frozen=True, slots=True)
class Place:
    """An offset in the text, the section it is in, the documents cited nearby, the language of the keywords."""

    at: int
    section: str | None
    documents: tuple[str, ...]
    keywords: str


def place_for(written: tree.Tree, section: str | None, id: str) -> Place | Wording:
    """The place after the last rule of a section.

    Where none is asked for: of that with whose number the id begins, as those of its rules do; else of the file.
    """
    sections = [item.number for item in written.items if isinstance(item, tree.SectionNode)]
    if section is not None and section not in sections:
        return _no_section(section, sections)
    if section is None:
        section = _section_of(written, id)
    at: int | None = None
    heading: int | None = None
    current: str | None = None
    found: str | None = None
    documents: list[str] = []
    for item in written.items:
        if isinstance(item, tree.SectionNode):
            current = item.number
        if section is not None and current != section:
            continue
        match item:
            case tree.RuleNode() | tree.AllocateNode():
                at, found = item.span.end, current
                documents = [cite.document.text for cite in item.cites] + documents
            case tree.SectionNode(title=text) | tree.ProseNode(text=text):
                heading, found = text.places[-1].end + 1, found if at is not None and section is None else current
            case _:
                pass
    if at is None:
        at = heading if heading is not None else _before_examples(written)
    return Place(_end_of_line(written.source.text, at), found, tuple(documents), _keywords(written))


def _section_of(written: tree.Tree, id: str) -> str | None:
    """The section whose rules have ids that begin with its number as this one does; else None.

    A section that has the number, and no rules yet, will do.
    """
    number = _first_number(id)
    current: str | None = None
    without_rules: set[str] = set()
    for item in written.items:
        if isinstance(item, tree.SectionNode):
            current = item.number
            without_rules.add(current)
        elif isinstance(item, tree.RuleNode | tree.AllocateNode):
            if current == number == _first_number(item.id.text):
                return current
            without_rules.discard(current or "")
    return number if number in without_rules else None


def _first_number(id: str) -> str | None:
    """The number that an id begins with after its letters: of ABC-5.1 it is 5."""
    found = _FIRST_NUMBER.search(id)
    return None if found is None else found[1]


def _no_section(section: str, sections: list[str]) -> Wording:
    near = nearest(section, sections)
    if near is not None:
        return worded(
            f"there is no section {section}; did you mean {near}?", f"没有第 {section} 章；是否指第 {near} 章？"
        )
    if not sections:
        return worded(f"there is no section {section}: the file has no sections", f"没有第 {section} 章：文件未分章")
    return worded(
        f"there is no section {section}; the file has {', '.join(sections)}",
        f"没有第 {section} 章；文件有：{'、'.join(sections)}",
    )


def _before_examples(written: tree.Tree) -> int:
    first = next((item.span.start for item in written.items if isinstance(item, tree.ExampleNode)), None)
    return len(written.source.text.rstrip()) if first is None else written.source.text.rfind("\n", 0, first)


def _end_of_line(text: str, at: int) -> int:
    """The end of the line, where only a remark follows; else the place itself."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    rest = text[at:end].strip()
    return end if not rest or rest.startswith("#") else at


def _keywords(written: tree.Tree) -> str:
    head = HEAD.search(written.source.text)
    return "zh" if head is not None and head[0].strip() in IN_ENGLISH else "en"
