"""Whether two expressions are the same where they stand: each has a number, and equal ones have the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from footrule.compile.value import Lacking, Value
from footrule.model import expression as model
from footrule.model.expression import Expression

OverList = model.QuantifiedOver | model.AggregateOver | model.Selection
_BOUND = "bound "


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that an expression may use: elements of lists, and `let`s, which are computed where they are used."""

    elements: Mapping[str, Value] = field(default_factory=dict[str, Value])
    lets: Mapping[str, Expression] = field(default_factory=dict[str, Expression])

    def with_element(self, name: str, value: Value) -> Scope:
        """The same with a variable that stands for an element."""
        return replace(self, elements={**self.elements, name: value})


AT_FILE_LEVEL = Scope()
"""Where a `define` is computed."""


class Keys:
    """Numbers expressions; what they are written like, and where, does not matter."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._elements: dict[int, frozenset[str]] = {}
        self._known: dict[tuple[int, int], tuple[Scope, Expression, int]] = {}
        self._bound = 0

    def of(self, scope: Scope, node: Expression) -> int:
        """The number of an expression in a scope; found once, however often names use one another."""
        key = id(scope), id(node)
        if key not in self._known:
            self._known[key] = scope, node, self._found(scope, node)
        return self._known[key][2]

    def _found(self, scope: Scope, node: Expression) -> int:
        match node:
            case model.Local(_, _, name) if name in scope.elements:
                code = scope.elements[name].code
                return self._number((), frozenset((code,)), "element", code)
            case model.Local(_, _, name):
                return self.of(scope, scope.lets[name])
            case model.Definition(_, _, _, value):
                return self.of(AT_FILE_LEVEL, value)
            case model.QuantifiedOver() | model.AggregateOver() | model.Selection():
                return self._over_list(scope, node)
            case _:
                parts = [self._part(scope, getattr(node, name)) for name in node.__match_args__[2:]]
                return self._number(_numbers_in(parts), frozenset(), type(node).__name__, node.type, *parts)

    def elements(self, number: int) -> frozenset[str]:
        """The variables over lists that an expression depends on, by their names in the code."""
        return self._elements[number]

    def _over_list(self, scope: Scope, node: OverList) -> int:
        source = self.of(scope, node.source)
        self._bound += 1
        variable = f"{_BOUND}{self._bound}"
        inner = scope.with_element(node.variable, Lacking(variable))
        names = [name for name in node.__match_args__[2:] if name not in ("variable", "source")]
        parts = [self._part(inner, getattr(node, name)) for name in names]
        self._bound -= 1
        number = self._number(
            (*_numbers_in(parts), Numbered(source)), frozenset(), type(node).__name__, node.type, source, *parts
        )
        self._elements[number] -= {variable}
        return number

    def _part(self, scope: Scope, part: object) -> object:
        if isinstance(part, model.Node):
            return Numbered(self.of(scope, part))  # type: ignore[arg-type]
        if isinstance(part, tuple):
            return tuple(self._part(scope, one) for one in cast("tuple[object, ...]", part))
        return part

    def _number(self, children: tuple[Numbered, ...] | list[Numbered], own: frozenset[str], *parts: object) -> int:
        number = self._numbers.setdefault(parts, len(self._numbers))
        if number not in self._elements:
            self._elements[number] = own.union(*(self._elements[one] for one in children))
        return number


class Numbered(int):
    """The number of an expression within another."""


def _numbers_in(parts: list[object]) -> list[Numbered]:
    return [*_numbers(parts)]


def _numbers(parts: list[object] | tuple[object, ...]) -> Iterator[Numbered]:
    for part in parts:
        if isinstance(part, Numbered):
            yield part
        elif isinstance(part, tuple):
            yield from _numbers(cast("tuple[object, ...]", part))
