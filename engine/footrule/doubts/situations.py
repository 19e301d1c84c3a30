"""Situations by name: what an expression's value may depend on, told apart so that one can be seen to rule out another.

A situation is a tuple: `("absent", place)`, `("zero", expression)` (its value is zero), `("near", expression)` (its
interval holds zero), `("empty", list)`. Places are followed through `let` and `define`; a computed name stays a name,
so that a chain of names, each using the one before twice, costs no more than it is long.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from footrule.model import expression as model

Key = tuple[object, ...]
Situations = frozenset[Key]
NO_SITUATION: Situations = frozenset()
_PLACEHOLDER: Key = ("each",)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one place in a rule: elements by what tells them apart, and lets by their values.

    `known` keeps what was found out of a let or a definition; INVARIANT: neither depends on a variable of the
    expression that uses it, so that it is found out once for one rule (a definition: once for a file).
    """

    elements: Mapping[str, Key]
    lets: Mapping[str, model.Expression]
    file: Names | None
    known: dict[Key, object] = field(default_factory=dict[Key, object])

    def with_element(self, name: str, element: Key) -> Names:
        """These names and one more, of an element of a list."""
        return replace(self, elements={**self.elements, name: element})

    def meant(self, node: model.Expression) -> tuple[Names, model.Expression] | None:
        """What a `let` or a `define` stands for, and the names there; None for any other expression."""
        match node:
            case model.Local(_, _, name) if name not in self.elements:
                return self, self.lets[name]
            case model.Definition(_, _, _, value):
                return self.file or self, value
            case _:
                return None


def names_of_file() -> Names:
    """The names of a file's definitions: none but themselves."""
    return Names({}, {}, None)


def is_path(names: Names, node: model.Expression) -> bool:
    """Whether an expression names a place of the submission: the one whose presence can be asked for."""
    meant = names.meant(node)
    if meant is not None:
        return is_path(*meant)
    return isinstance(node, model.FieldOf | model.SubmissionField | model.Predecessor | model.Local)


def place(names: Names, node: model.Expression) -> Key:
    """The place that a path names, by whatever names it is written."""
    meant = names.meant(node)
    if meant is not None:
        return place(*meant)
    match node:
        case model.SubmissionField(_, _, name):
            return ("field", name)
        case model.FieldOf(_, _, base, name):
            return ("of", place(names, base) if is_path(names, base) else structure(names, base), name)
        case model.Local(_, _, name):
            return names.elements[name]
        case _:
            return ("predecessor",)


def structure(names: Names, node: model.Expression) -> Key:
    """What tells an expression apart from every other that may have another value.

    Two that run over lists are never taken for one, but for counts and the filters of one list.
    """
    if is_path(names, node):
        return place(names, node)
    match node:
        case model.Local(_, _, name) | model.Definition(_, _, name, _):
            return ("named", name)
        case model.Constant(_, _, value, _):
            return ("constant", value)
        case model.UnsetParameter(_, _, name):
            return ("parameter", name)
        case model.ArithmeticOf(_, _, operator, left, right):
            return (operator, structure(names, left), structure(names, right))
        case model.ComparisonOf(_, _, sign, left, right):
            return (sign, structure(names, left), structure(names, right))
        case model.BothOf(_, _, left, right) | model.EitherOf(_, _, left, right):
            return (type(node), structure(names, left), structure(names, right))
        case model.AbsentTakenAs(_, _, operand, default):
            return ("absent as", structure(names, operand), structure(names, default))
        case model.PresenceOf(_, _, operand, given):
            return ("given", structure(names, operand), given)
        case model.NotOf(_, _, operand) | model.Negation(_, _, operand):
            return (type(node), structure(names, operand))
        case model.OneOf(_, _, left, members):
            return ("one of", structure(names, left), *(structure(names, member) for member in members))
        case model.BuiltinCall(_, _, name, arguments):
            return ("call", name, *(structure(names, argument) for argument in arguments))
        case _:
            return ("node", id(node))


def filtered(names: Names, source: Key, variable: str, condition: model.Expression | None) -> Key:
    """The part of a list for which a condition holds, whatever its variable is called."""
    if condition is None:
        return source
    return ("where", source, structure(names.with_element(variable, _PLACEHOLDER), condition))


def the_list(names: Names, node: model.Expression) -> Key:
    """A list, a selection as the part of the list that it is."""
    meant = names.meant(node)
    if meant is not None:
        return the_list(*meant)
    if isinstance(node, model.Selection):
        return filtered(names, the_list(names, node.source), node.variable, node.condition)
    return structure(names, node)


def emptiness(names: Names, source: model.Expression, variable: str, condition: model.Expression | None) -> Situations:
    """The situations in which a part of a list has no elements: it is empty, or a list that it is a part of is."""
    part = filtered(names, the_list(names, source), variable, condition)
    found: set[Key] = set()
    while True:
        found.add(("empty", part))
        if part[0] != "where":
            return frozenset(found)
        part = cast(Key, part[1])
