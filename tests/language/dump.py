"""A tree, or a checked standard, as text that a person reads line by line: what the phases of checking hand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from footrule.measure.decimal import Printed
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity
from footrule.measure.unit import Unit
from footrule.model import types
from footrule.model.expression import CodeValue
from footrule.syntax.tree import Name, WordingNode
from footrule.text.source import Source
from footrule.text.wording import Wording

_LEFT_OUT = {"written", "sha256", "places", "span", "name_span", "unit_span", "variable_span"}
"""What repeats the file: its text, and the places in it."""


def dumped(node: object) -> str:
    """The node and all below it, a line for each, indented."""
    return "\n".join(_lines("", node, ""))


def _lines(label: str, node: object, indent: str) -> Iterator[str]:
    short = _short(node)
    if short is not None:
        yield f"{indent}{label}{short}"
    elif isinstance(node, tuple):
        for one in node:
            yield from _lines(label, one, indent)
    else:
        assert is_dataclass(node) and not isinstance(node, type)
        parts = [(one.name, getattr(node, one.name)) for one in fields(node) if one.name not in _LEFT_OUT]
        said = [(name, value) for name, value in parts if value not in (None, (), "") and not isinstance(value, Source)]
        brief = [f" {name}={short}" for name, value in said if (short := _short(value)) is not None]
        yield f"{indent}{label}{type(node).__name__}{''.join(brief)}"
        for name, value in said:
            if _short(value) is None:
                yield from _lines(f"{name}: ", value, indent + "  ")


def _short(node: object) -> str | None:
    """What fits on the line of the node that it is a part of, or None."""
    match node:
        case WordingNode(wording):
            return _short(wording)
        case Wording(texts):
            return " ".join(f'{tag}"{text}"' for tag, text in texts)
        case Name(text) | CodeValue(text):
            return text
        case (str(), *_) if all(isinstance(one, str | Wording) for one in node):
            return " ".join(str(_short(one)) for one in node)
        case Printed(text):
            return text
        case Quantity():
            return f"{node} [{node.value}]"
        case Enum():
            return f"`{node.value}`"
        case str():
            return f'"{node}"'
        case bool() | int() | Instant() | Duration() | date() | Unit():
            return str(node)
        case types.TruthType() | types.QuantityType() | types.TextType() | types.InstantType() | types.DurationType():
            return f"<{node}>"
        case types.CodeType() | types.RecordType() | types.ListType():
            return f"<{node}>"
        case _:
            return None
