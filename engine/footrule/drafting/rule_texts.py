"""The rules of a file as they are written: its own, and those of others that it tightens or replaces."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.syntax import tree

RuleText = tree.RuleNode | tree.TightenNode


def rule_texts(written: tree.Tree) -> Iterator[RuleText]:
    """Every rule that is written in a file, in the order of the text."""
    for item in written.items:
        if isinstance(item, tree.ReplaceNode):
            yield item.rule
        elif isinstance(item, RuleText):
            yield item
