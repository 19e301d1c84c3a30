"""Walking a checked expression: which parameters it depends on, and how deep it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import cast

from footrule.model import expression as model


def children(node: model.Node) -> Iterator[model.Node]:
    """The nodes that a node is made of; of a definition, its expression."""
    for field in fields(node):
        value: object = getattr(node, field.name)
        for child in cast(tuple[object, ...], value) if isinstance(value, tuple) else (value,):
            if isinstance(child, model.Node):
                yield child


def below(node: model.Node) -> Iterator[model.Node]:
    """The node and every node below it, through definitions too, each of which is entered once."""
    entered: set[str] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, model.Definition):
            if one.name in entered:
                continue
            entered.add(one.name)
        waiting += children(one)


def height(node: model.Node, of_names: Mapping[str, int]) -> int:
    """How many nodes stand inside one another, through the names whose heights are given."""
    if isinstance(node, model.Definition | model.Local):
        return 1 + of_names.get(node.name, 0)
    return 1 + max((height(child, of_names) for child in children(node)), default=0)


def parameters_in(node: model.Node) -> set[str]:
    """The names of the parameters that an expression depends on."""
    return {one.parameter for one in below(node) if isinstance(one, model.Constant) and one.parameter is not None}
