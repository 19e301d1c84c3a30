"""Expressions by what they mean: two that are written differently and must come to the same have one number.

What an author calls a value, a `let`, the variable of a list, the value of a parameter or a literal, makes no
difference; nor does the order of what `and` and `or` join.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import cast

from footrule.measure.quantity import Quantity
from footrule.model import expression as model

Form = tuple[object, ...]
_OF_EVERY_NODE = len(model.Node.__match_args__)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that were met, each with its number; shared by the two sides of a comparison."""

    numbers: dict[Form, int] = field(default_factory=dict[Form, int])
    ordered: dict[tuple[int, int], bool] = field(default_factory=dict[tuple[int, int], bool])
    """Of two forms that are amounts, whether the first was shown to be at most the second."""

    def number(self, form: Form) -> int:
        """The number of a form."""
        return self.numbers.setdefault(form, len(self.numbers))


@dataclass(frozen=True, slots=True)
class Side:
    """The names of one side: its lets, and the variables of the lists that enclose a place, by how deep each is.

    `named` keeps the numbers of lets and definitions. INVARIANT: neither depends on a variable of the expression that
    uses it, only on that of the rule, which is the first.
    """

    forms: Forms
    lets: Mapping[str, model.Expression]
    variables: Mapping[str, int]
    named: dict[Form, int] = field(default_factory=dict[Form, int])

    def within(self, variable: str) -> Side:
        """This side within a list, whose element has that name."""
        return replace(self, variables={**self.variables, variable: len(self.variables)})

    def meant(self, node: model.Expression) -> model.Expression:
        """What a name of the author's stands for; anything else as it is."""
        while True:
            match node:
                case model.Definition(_, _, _, value):
                    node = value
                case model.Local(_, _, name) if name not in self.variables:
                    node = self.lets[name]
                case _:
                    return node

    def number(self, node: model.Expression) -> int:
        """The number of what an expression means."""
        match node:
            case model.Definition(_, _, name, value):
                return self._named(("define", name), value)
            case model.Local(_, _, name) if name not in self.variables:
                return self._named(("let", name), self.lets[name])
            case model.Local(_, _, name):
                return self.forms.number(("element", self.variables[name]))
            case model.Constant(_, _, value, _):
                return self.forms.number(_of_value(value))
            case model.BothOf() | model.EitherOf():
                parts = {self.number(one) for one in joined(node, type(node))}
                return self.forms.number((type(node).__name__, frozenset(parts)))
            case _:
                return self.forms.number((type(node).__name__, *self._parts(node)))

    def same(self, node: model.Expression, other: Side, that: model.Expression) -> bool:
        """Whether an expression of this side means what one of the other side does."""
        return self.number(node) == other.number(that)

    def _named(self, key: Form, value: model.Expression) -> int:
        if key not in self.named:
            self.named[key] = self.number(value)
        return self.named[key]

    def _parts(self, node: model.Expression) -> list[object]:
        names = node.__match_args__[_OF_EVERY_NODE:]
        inner = self.within(cast(str, getattr(node, "variable"))) if "variable" in names else self  # noqa: B009
        found: list[object] = []
        for name in names:
            if name != "variable":
                side = self if name == "source" else inner
                found.append(side.part(getattr(node, name)))
        return found

    def part(self, value: object) -> object:
        """A part of an expression as a part of its form."""
        if isinstance(value, model.Node):
            return ("expression", self.number(cast(model.Expression, value)))
        if isinstance(value, tuple):
            return tuple(self.part(one) for one in cast(tuple[object, ...], value))
        assert value is None or isinstance(value, str | bool | Enum), "an expression has a part of another kind"
        return value


def joined(node: model.Expression, by: type[model.Node]) -> list[model.Expression]:
    """What `and` (or `or`) joins, however it is bracketed."""
    found: list[model.Expression] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, by) and isinstance(one, model.BothOf | model.EitherOf):
            waiting += (one.right, one.left)
        else:
            found.append(one)
    return found


def _of_value(value: object) -> Form:
    if isinstance(value, Quantity):
        return ("quantity", value.value, value.low, value.high, value.dimension)
    return (type(value).__name__, value)
