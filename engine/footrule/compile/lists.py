"""What runs over lists in generated code. Selections, quantifiers and aggregates over one list share a loop.

One that only goes through the parts of its elements is computed once for all rules, in the loop over its list. One that
compares lists with one another is computed where it is needed, and by an index where it looks for equal texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from footrule.compile import indexes
from footrule.compile.gathering import Gathered, gathered
from footrule.compile.keys import AT_FILE_LEVEL, OverList, Scope
from footrule.compile.remembering import remembered
from footrule.compile.value import Amount, Sequence, Told, Value
from footrule.compile.writer import Block, Loop
from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.walk import children

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions

OVER_LISTS = (model.AggregateOver, model.QuantifiedOver, model.Selection)


def over_list(made: Expressions, scope: Scope, node: OverList, *, interval: bool) -> Value:
    """What runs over a list."""
    listed = made.sequence(scope, node.source)
    if isinstance(node, model.AggregateOver) and node.name == "count" and node.condition is None and _is_itself(node):
        code = f"None if {listed.code} is None else len({listed.code})" if listed.may_lack else f"len({listed.code})"
        name = made.write.let(code)
        return Amount(name, listed.may_lack, name, name, name, whole=True, exactly=name)
    running = gathered(made, node, interval=interval)
    home = made.write.home(made.keys.elements(made.keys.of(scope, node)))
    told = isinstance(listed.element, str) or any(isinstance(one, Told) for one in scope.elements.values())
    by_index = told and indexes.is_narrowed(made, scope, node, listed)
    if made.write.here is home and not interval and not by_index and is_cheap(made, scope, node):
        return _shared(made, scope, node, listed, running)
    return remembered(made, scope, node, lambda: _alone(made, scope, node, listed, running))


def _is_itself(node: model.AggregateOver) -> bool:
    return isinstance(node.element, model.Local) and node.element.name == node.variable


def _shared(made: Expressions, scope: Scope, node: OverList, listed: Sequence, running: Gathered) -> Value:
    """In a loop with others; the doubt of each keeps apart."""
    write = made.write
    loop = _loop(made, scope, node, listed)
    before = write.doubts
    with write.before(loop):
        running.begin()
        first = Block("")
        write.line_block(first)
    with write.within(loop), write.flagged() as flag:
        inner = scope.with_element(node.variable, made.element(listed, loop.element))
        running.element(inner, loop.element, may_stop=False)
    with write.after(loop):
        with write.flagged(flag):
            found = running.end(listed)
        doubtful = write.doubts > before
        if doubtful:
            first.items.append(f"{flag} = False")
        for mode in ("", "interval") if not isinstance(found, Amount) else ("interval" if found.low else "",):
            write.remember((made.keys.of(scope, node), mode), found, sure=not doubtful, flag=flag if doubtful else "")
    write.taken_over(flag if doubtful else "")
    return found


def _loop(made: Expressions, scope: Scope, node: OverList, listed: Sequence) -> Loop:
    """A loop over the list in which all is known that the node asks for; a new one where there is none."""
    home = made.write.home(made.keys.elements(made.keys.of(scope, node)))
    return shared_loop(made, made.keys.of(scope, node.source), listed, scope, _parts(node), node.variable, home)


def shared_loop(
    made: Expressions,
    source: int,
    listed: Sequence,
    scope: Scope,
    parts: list[Expression],
    variable: str,
    home: Block,
) -> Loop:
    """A loop here over a list, by its number, in which all is known that some expressions ask for around it."""
    known = made.loops.setdefault((id(made.write.here), source), [])
    for one in [each for each in known if not made.write.is_written(each)]:
        with made.write.within(one):
            if _fits(made, scope, parts, variable, home):
                return one
    made_new = made.write.loop(f"{listed.code} or ()", made.write.name("x"))
    known.append(made_new)
    return made_new


def _fits(made: Expressions, scope: Scope, parts: list[Expression], variable: str, home: Block) -> bool:
    """Whether what expressions ask of other lists around a loop is known in it already."""
    waiting: list[tuple[Scope, Expression]] = [(scope, one) for one in parts]
    bound = {variable}
    while waiting:
        within, part = waiting.pop()
        if isinstance(part, model.Local):
            if part.name in within.lets and part.name not in bound:
                waiting.append((within, within.lets[part.name]))
            continue
        if isinstance(part, OVER_LISTS) and not _names(within, part) & bound:
            number = made.keys.of(within, part)
            known = made.write.find((number, "")) or made.write.find((number, "interval"))
            if known is None and made.write.home(made.keys.elements(number)) is home:
                return False
            continue
        if isinstance(part, OVER_LISTS):
            bound.add(part.variable)
        within = AT_FILE_LEVEL if isinstance(part, model.Definition) else within
        waiting += [(within, one) for one in children(part)]  # type: ignore[misc]
    return True


def _parts(node: OverList) -> list[Expression]:
    """What is computed of each element."""
    parts = (getattr(node, name) for name in ("condition", "element", "asserted") if hasattr(node, name))
    return [one for one in parts if one is not None]


def _names(scope: Scope, node: Expression) -> set[str]:
    """The variables over lists that an expression uses and does not bind."""
    match node:
        case model.Local(_, _, name):
            return {name} if name not in scope.lets else _names(scope, scope.lets[name])
        case model.Definition():
            return set()
        case model.AggregateOver() | model.QuantifiedOver() | model.Selection():
            within = set[str]().union(*(_names(scope, one) for one in _parts(node))) - {node.variable}
            return within | _names(scope, node.source)
        case _:
            return set[str]().union(*(_names(scope, one) for one in children(node)))  # type: ignore[arg-type]


def is_cheap(made: Expressions, scope: Scope, node: OverList) -> bool:
    """Whether a list is only gone through, with the parts of its elements, and not held against another.

    It belongs to the innermost element that this depends on: what looks for one element in the list of another is
    computed where it is asked for, which may be of few of them.
    """
    around, source = (made.keys.elements(made.keys.of(scope, one)) for one in (node, node.source))
    return made.write.home(around) is made.write.home(source) and _is_structural(scope, node, {node.variable})


def _is_structural(scope: Scope, node: OverList, bound: set[str]) -> bool:
    waiting: list[Expression] = list(_parts(node))
    while waiting:
        part = waiting.pop()
        match part:
            case model.Local(_, _, name) if name in scope.lets and name not in bound:
                waiting.append(scope.lets[name])
            case model.Definition():
                continue
            case model.AggregateOver() | model.QuantifiedOver() | model.Selection() if _names(scope, part) & bound:
                if _root(scope, part.source) not in bound or not _is_structural(scope, part, bound | {part.variable}):
                    return False
            case model.AggregateOver() | model.QuantifiedOver() | model.Selection():
                if not _is_structural(scope, part, {part.variable}):
                    return False
            case _:
                waiting += children(part)  # type: ignore[arg-type]
    return True


def _root(scope: Scope, node: Expression) -> str | None:
    """The variable whose part an expression is; None of anything else."""
    match node:
        case model.FieldOf(_, _, base, _) | model.AbsentTakenAs(_, _, base, _):
            return _root(scope, base)
        case model.Selection(_, _, _, source, _):
            return _root(scope, source)
        case model.Local(_, _, name) if name in scope.lets:
            return _root(scope, scope.lets[name])
        case model.Local(_, _, name):
            return name
        case _:
            return None


def _alone(made: Expressions, scope: Scope, node: OverList, listed: Sequence, running: Gathered) -> Value:
    """In a loop of its own, which ends as soon as the outcome is certain."""
    write = made.write
    running.begin()
    narrowed = indexes.narrowed(made, scope, node, listed)
    with write.block(f"for {(one := write.name('x'))} in {narrowed}:", element=one):
        running.element(scope.with_element(node.variable, made.element(listed, one)), one, may_stop=True)
    return running.end(listed)
