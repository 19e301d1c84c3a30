"""What rules and allocations have in common: ranges over lists, and names for values."""

from __future__ import annotations

from footrule.check import problems
from footrule.check.allocation_problems import not_of_a_process
from footrule.check.collections import list_source
from footrule.check.expressions import height_in, infer, whole, whole_condition
from footrule.check.scope import FileScope, Scope
from footrule.model import standard
from footrule.model.types import RecordType, Type
from footrule.syntax import tree


def ranged(scope: Scope, node: tree.ForEach, shapes: tuple[str, ...] = ()) -> tuple[Scope, standard.Iteration | None]:
    """The scope within which the name stands for an element, and the range (None where the list has a mistake).

    With `shapes`, the elements have to be records of one of them: what an allocation is on, shares, or shares among.
    """
    listed = list_source(scope, node.source, infer)
    if listed is not None and shapes and not (isinstance(listed[1], RecordType) and listed[1].shape in shapes):
        file = scope.file
        file.sink.add(not_of_a_process(file.source, node.source.span, listed[0].type, shapes))
        listed = None
    element: Type | None = None if listed is None else listed[1]
    inner = scope.having(node.name.text, node.name.span, element)
    kept = whole_condition(inner, node.condition) if node.condition is not None else None
    return inner, None if listed is None else standard.Iteration(node.name.text, listed[0], kept)


def bound(scope: Scope, nodes: tuple[tree.DefineNode, ...]) -> tuple[Scope, tuple[standard.LetBinding, ...]]:
    """The scope with the names that `let` lines give to values, and the values."""
    bindings: list[standard.LetBinding] = []
    for let in nodes:
        value = whole(scope, let.value)
        scope = scope.having_let(let.name.text, let.name.span, value, 0 if value is None else height_in(scope, value))
        if value is not None:
            bindings.append(standard.LetBinding(let.name.text, value))
    return scope, tuple(bindings)


def unused_lets(file: FileScope, nodes: tuple[tree.DefineNode, ...]) -> None:
    """Tell of `let` lines whose names nothing used since `file.used` was cleared."""
    for let in nodes:
        if file.whole and let.name.text not in file.used:
            file.sink.add(problems.unused(file.source, let.name.span, let.name.text))
