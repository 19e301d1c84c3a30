"""Sums within loops that depend on an element by a text or a code alone: computed once for each of these."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from footrule.compile.keys import AT_FILE_LEVEL, OverList, Scope
from footrule.compile.value import Amount, Coded, Sequence, Truth, Value, Words
from footrule.compile.writer import Block
from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.types import CodeType, TextType
from footrule.model.walk import children

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions

MOST_PARTS = 3


def remembered(made: Expressions, scope: Scope, node: OverList, compute: Callable[[], Value]) -> Value:
    """The value of a node: where it depends on elements of loops around it by few texts, what they came to before."""
    write = made.write
    paths = _texts_it_depends_on(scope, node)
    if paths is None:
        return compute()
    whole = frozenset(scope.elements[name].code for name in paths.structural)
    home = write.outside(write.home(whole))
    told = [made.value(scope, one) for one in paths.texts.values()]
    if home is write.here or not told or not all(isinstance(one, Words | Coded) for one in told):
        return compute()
    with write.at(home):
        known = write.let("{}", "m")
    found = write.let(f"{known}.get(({''.join(f'{one.code}, ' for one in told)}))")
    before = write.doubts
    with write.block(f"if {found} is None:"):
        first = Block("")
        write.line_block(first)
        with write.flagged() as flag:
            value = compute()
        doubtful = write.doubts > before
        if doubtful:
            first.items.append(f"{flag} = False")
        names = [*_names(value), *([flag] if doubtful else [])]
        write.line(f"{known}[{''.join(f'{one.code}, ' for one in told)}] = {''.join(f'{one}, ' for one in names)}True")
    with write.block("else:"):
        write.line(f"{''.join(f'{one}, ' for one in names)}_ = {found}")
    write.taken_over(flag if doubtful else "")
    return value


def _names(value: Value) -> list[str]:
    """The variables that make up a value; a constant is none."""
    every: tuple[str, ...] = ()
    match value:
        case Amount():
            every = (value.code, value.size, value.low, value.high, value.exactly)
        case Truth() | Sequence():
            every = (value.code,)
        case _:
            pass
    return [one for one in dict.fromkeys(every) if one.isidentifier() and one not in ("True", "False", "None")]


class _Paths:
    def __init__(self) -> None:
        self.texts: dict[str, Expression] = {}
        self.structural: set[str] = set()


def _texts_it_depends_on(scope: Scope, node: OverList) -> _Paths | None:
    """The texts and codes of elements by which a node depends on them, and the elements it depends on otherwise."""
    found = _Paths()
    _look(scope, node, frozenset(), found)
    by_text = {name for name in found.texts if name.partition(".")[0] not in found.structural}
    found.texts = {name: path for name, path in found.texts.items() if name in by_text}
    return found if 0 < len(found.texts) <= MOST_PARTS else None


def _look(scope: Scope, node: Expression, bound: frozenset[str], found: _Paths) -> None:
    match node:
        case model.FieldOf(_, written, _, _) if (root := _root(node)) is not None and root not in bound:
            if root in scope.elements:
                if isinstance(node.type, TextType | CodeType):
                    found.texts[f"{root}.{written}"] = node
                else:
                    found.structural.add(root)
            elif root in scope.lets:
                _look(scope, scope.lets[root], frozenset(), found)
        case model.Local(_, _, name) if name in bound:
            return
        case model.Local(_, _, name) if name in scope.lets:
            _look(scope, scope.lets[name], frozenset(), found)
        case model.Local(_, _, name):
            found.structural.add(name)
        case model.Definition(_, _, _, value):
            _look(AT_FILE_LEVEL, value, frozenset(), found)
        case model.AggregateOver() | model.QuantifiedOver() | model.Selection():
            _look(scope, node.source, bound, found)
            for name in ("condition", "element", "asserted"):
                part = getattr(node, name, None)
                if part is not None:
                    _look(scope, part, bound | {node.variable}, found)
        case _:
            for one in children(node):
                _look(scope, one, bound, found)  # type: ignore[arg-type]


def _root(node: Expression) -> str | None:
    while isinstance(node, model.FieldOf):
        node = node.base
    return node.name if isinstance(node, model.Local) else None
