"""Walking a checked expression: which parameters it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import cast

from footrule.model import expression as model


def below(node: model.Node) -> Iterator[model.Node]:
    """The node and every node below it, through definitions too."""
    yield node
    for field in fields(node):
        value: object = getattr(node, field.name)
        children = cast(tuple[object, ...], value) if isinstance(value, tuple) else (value,)
        for child in children:
            if isinstance(child, model.Node):
                yield from below(child)


def parameters_in(node: model.Node) -> set[str]:
    """The names of the parameters that an expression depends on."""
    return {one.parameter for one in below(node) if isinstance(one, model.Constant) and one.parameter is not None}
