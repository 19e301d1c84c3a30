"""What parses and cannot be meant: a word of the language as a name, a period that ends before it begins, and such."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Tree

from footrule.syntax import problems, tree
from footrule.syntax.expression_from_lark import Branch, token_span
from footrule.syntax.keywords import IN_CHINESE, english
from footrule.syntax.parts_from_lark import tokens
from footrule.text.diagnostic import Sink
from footrule.text.source import Span

_OF_EXPRESSIONS = frozenset({"true", "false", "none", "if", "every", "some", "no", "not", "those"})
"""The words that begin a value or a condition: where a code is written, they would be read as what they are."""
_NOUNS = frozenset({
    "standard", "library", "title", "boundary", "gate", "grave", "document", "edition", "codes", "parameter", "section",
    "rule", "example", "note", "text", "data", "unit", "share", "credit", "alternative", "tolerance", "points",
    "clauses",
})  # fmt: skip
"""Words of the language that name things which may have to be spoken of, and are read as names where a value stands."""


def declared_badly(built: tree.Tree, root: Branch, sink: Sink) -> None:
    """Tell the author of names and periods that nothing could be done with."""
    for name in _reserved(built):
        sink.add(problems.reserved_name(built.source, name.span, name.text))
    for last, first in _periods_turned_round(built.header, root):
        sink.add(problems.ends_before_it_begins(built.source, last, first))
    for place in _negative_tolerances(built, root):
        sink.add(problems.negative_tolerance(built.source, place))


def _periods_turned_round(header: tree.Header, root: Branch) -> Iterator[tuple[Span, Span]]:
    """Where the day stands that comes too early, and the one that it comes before."""
    begins = header.in_force_from
    for name, index, ends in (
        ("in_force", 1, header.in_force_until),
        ("transition", 0, header.earlier_until),
    ):
        if begins is not None and ends is not None and ends < begins:
            days = tokens(next(iter(root.find_data(name))), "DATE")
            first = tokens(next(iter(root.find_data("in_force"))), "DATE")[0]
            yield token_span(days[index], 0), token_span(first, 0)


def _negative_tolerances(built: tree.Tree, root: Branch) -> Iterator[Span]:
    if any(word in built.source.text for word in ("within", IN_CHINESE["within"])):
        for branch in root.find_data("within"):
            tolerance = branch.children[1]
            if isinstance(tolerance, Tree) and tolerance.data == "negative":
                yield Span(tolerance.meta.start_pos, tolerance.meta.end_pos)


def _reserved(built: tree.Tree) -> Iterator[tree.Name]:
    for item in built.items:
        match item:
            case tree.DocumentNode() | tree.ParameterNode() | tree.OpenParameterNode() | tree.DefineNode():
                names = [item.name]
            case tree.CodesNode():
                names = [item.name]
                yield from (code for code, _ in item.codes if english(code.text) in _OF_EXPRESSIONS)
            case tree.RuleNode() | tree.ReplaceNode():
                rule = item.rule if isinstance(item, tree.ReplaceNode) else item
                names = [let.name for let in rule.lets]
                names += [] if rule.for_each is None else [rule.for_each.name]
            case tree.TightenNode():
                names = [let.name for let in item.lets]
            case tree.DataNode():
                names = [datum.name for datum in item.data]
            case tree.AllocateNode():
                names = [let.name for let in item.lets]
                names += [] if item.on_each is None else [item.on_each.name]
            case _:
                names = []
        yield from (name for name in names if english(name.text) in IN_CHINESE and english(name.text) not in _NOUNS)
