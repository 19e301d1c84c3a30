"""How a standard is drafted: what checks, and would still be marked by an editor of standards.

GB/T 1.1-2020 (Annex C) and ISO/IEC Directives Part 2 (verbs in clause 7, notes in clause 24; clauses from recollection,
so provisional) agree on the verbs, and that a note holds no requirement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from footrule.check import drafting_problems as problems
from footrule.syntax import tree
from footrule.text.diagnostic import Sink
from footrule.text.source import Source, Span

_STRONGER_THAN_SHALL = re.compile("必须|务必|严禁")
_REQUIREMENT = {
    "en": re.compile(r"\b(shall|must)\b", re.IGNORECASE),
    "zh": re.compile("应当|应该|不应|不得|必须|应(?=[按由符满在全予给提采])"),
}


def drafting(written: tree.Tree, sink: Sink) -> None:
    """Tell the author of what is drafted badly; none of it stops the standard from being used."""
    texts = list(_texts(written))
    _in_every_language(written, texts, sink)
    for node in texts:
        for place in _found(written.source, node, "zh", _STRONGER_THAN_SHALL):
            sink.add(problems.stronger_than_shall(written.source, place))
    for node in _notes(written):
        for language, pattern in _REQUIREMENT.items():
            for place in _found(written.source, node, language, pattern):
                sink.add(problems.requirement_in_note(written.source, place))


def _texts(written: tree.Tree) -> Iterator[tree.WordingNode]:
    """The texts that a reader of the report or of the standard meets; titles of cited documents are their own."""
    for item in written.items:
        match item:
            case tree.ParameterNode(provisional=tree.WordingNode() as why):
                yield why
            case tree.SectionNode(title=title):
                yield title
            case tree.RuleNode():
                yield item.title
                yield from (one.otherwise for one in item.requirements if one.otherwise is not None)
                yield from item.notes
            case _:
                pass


def _notes(written: tree.Tree) -> Iterator[tree.WordingNode]:
    return (note for item in written.items if isinstance(item, tree.RuleNode) for note in item.notes)


def _in_every_language(written: tree.Tree, texts: list[tree.WordingNode], sink: Sink) -> None:
    """A standard whose title is given in two languages gives every text in both."""
    title = written.header.title
    wanted = () if title is None else title.wording.languages
    for node in texts:
        missing = [language for language in wanted if language not in node.wording.languages]
        if missing:
            sink.add(problems.language_missing(written.source, node.span, missing[0]))


def _found(source: Source, node: tree.WordingNode, language: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    for (tag, _), place in zip(node.wording.texts, node.places, strict=True):
        if tag.partition("-")[0] == language:
            for found in pattern.finditer(source.text, place.start, place.end):
                yield Span(found.start(), found.end())
