"""Walking a checked expression: which parameters it depends on, and how deep it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from footrule.frozen import Frozen
from footrule.model import expression as model
from footrule.model.standard import LetBinding

_FIELDS_OF_EVERY_NODE = len(model.Node.__match_args__)


def children(node: model.Node) -> list[model.Node]:
    """The nodes that a node is made of; of a definition, its expression."""
    found: list[model.Node] = []
    for name in node.__match_args__[_FIELDS_OF_EVERY_NODE:]:
        value: object = getattr(node, name)
        if isinstance(value, model.Node):
            found.append(value)
        elif isinstance(value, tuple):
            found += [one for one in cast(tuple[object, ...], value) if isinstance(one, model.Node)]
    return found


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


def expressions_in(part: object) -> Iterator[model.Node]:
    """The outermost expressions of a part of a checked standard, such as a rule or an allocation."""
    if isinstance(part, model.Node):
        yield part
    elif isinstance(part, tuple):
        for one in cast(tuple[object, ...], part):
            yield from expressions_in(one)
    elif isinstance(part, Frozen):
        for name in part.__match_args__:
            yield from expressions_in(getattr(part, name))


def height(node: model.Node, of_names: Mapping[str, int]) -> int:
    """How many nodes stand inside one another, through the names whose heights are given."""
    if isinstance(node, model.Definition | model.Local):
        return 1 + of_names.get(node.name, 0)
    return 1 + max((height(child, of_names) for child in children(node)), default=0)


def lets_used(parts: Iterable[model.Node], lets: tuple[LetBinding, ...]) -> tuple[LetBinding, ...]:
    """The lets that some expressions use, through one another; a definition uses none."""
    values = {one.name: one.value for one in lets}
    used: set[str] = set()
    waiting: list[model.Node] = list(parts)
    while waiting:
        node = waiting.pop()
        if isinstance(node, model.Local) and node.name in values and node.name not in used:
            used.add(node.name)
            waiting.append(values[node.name])
        if not isinstance(node, model.Definition):
            waiting += children(node)
    return tuple(one for one in lets if one.name in used)


def parameters_in(node: model.Node) -> set[str]:
    """The names of the parameters that an expression depends on."""
    found = (one.name if isinstance(one, model.UnsetParameter) else _parameter(one) for one in below(node))
    return {name for name in found if name is not None}


def _parameter(node: model.Node) -> str | None:
    return node.parameter if isinstance(node, model.Constant) else None
