"""`if ... then ... else` and `absent as` in generated code: one of two values, in variables that both fill."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from footrule.compile.amounts import size_of
from footrule.compile.keys import AT_FILE_LEVEL, Scope
from footrule.compile.same_values import named
from footrule.compile.value import (
    Amount,
    Coded,
    Lacking,
    Moment,
    NotCompiled,
    Sequence,
    Structure,
    Told,
    Truth,
    Value,
    Words,
)
from footrule.model import expression as model
from footrule.model import types
from footrule.model.expression import Expression

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions


def choice(made: Expressions, scope: Scope, node: model.Choice, *, interval: bool) -> Value:
    """`if a then b else c`; not known where the condition is not."""
    asked = made.settled(scope, node.condition)
    if asked.code in ("True", "False"):
        return made.value(scope, node.then if asked.code == "True" else node.otherwise, interval=interval)
    names = [made.write.name() for _ in range(4)]
    with made.write.block(f"if {asked.code}:", proven=asked.proves):
        then = made.value(scope, node.then, interval=interval)
        _assign(made, names, then, interval=interval)
    head = "else:" if not asked.may_lack else f"elif {asked.code} is False:"
    with made.write.block(head, proven=asked.refutes):
        otherwise = made.value(scope, node.otherwise, interval=interval)
        _assign(made, names, otherwise, interval=interval)
    if asked.may_lack:
        with made.write.block("else:"):
            _assign(made, names, Lacking(), interval=interval)
    return _either(names, then, otherwise, asked.may_lack, interval=interval)


def _parts(made: Expressions, value: Value, *, interval: bool) -> list[str]:
    """Code for what has to be carried of a value."""
    match value:
        case Lacking():
            return ["None"] * 4
        case Amount():
            size = size_of(value)
            if value.may_lack and not size.isidentifier():
                size = f"None if {value.code} is None else {size}"
            ends = [value.low, value.high] if interval else ["None", "None"]
            return [value.code, size, *ends]
        case Coded():
            code = named(made, value)
            guarded = f"None if {value.code} is None else {code}" if value.may_lack and code != value.code else code
            return [guarded]
        case _:
            return [value.code]


def _assign(made: Expressions, names: list[str], value: Value, *, interval: bool) -> None:
    carried = names[: (4 if interval else 2) if isinstance(value, Amount | Lacking) else 1]
    for name, code in zip(carried, _parts(made, value, interval=interval), strict=False):
        made.write.line(f"{name} = {code}")


def _either(names: list[str], one: Value, other: Value, may_lack: bool, *, interval: bool) -> Value:
    """The value that two branches have assigned."""
    if isinstance(one, Lacking):
        one, other = other, one
    may_lack = may_lack or one.may_lack or other.may_lack
    code = names[0]
    if not isinstance(other, Lacking) and type(one) is not type(other):
        raise NotCompiled("two kinds of values")
    match one:
        case Lacking():
            return one
        case Amount():
            whole = one.whole and not (isinstance(other, Amount) and not other.whole)
            ends = (names[2], names[3]) if interval else ("", "")
            found = Amount(code, may_lack, names[1], *ends, whole=whole, exactly=code if whole else "")
            return _with_digits(found, one, other)
        case Truth():
            return Truth(code, may_lack)
        case Words():
            return Words(code, may_lack)
        case Coded():
            return Coded(code, may_lack, {})
        case Moment():
            return Moment(code, may_lack)
        case Sequence(element=element):
            others = other.element if isinstance(other, Sequence) else None
            if element is not None and others is not None and element != others:
                raise NotCompiled("lists of two kinds")
            return Sequence(code, may_lack, others if element is None else element)
        case Structure() | Told():
            raise NotCompiled("a record that is chosen")


def absent_taken_as(made: Expressions, scope: Scope, node: model.AbsentTakenAs, *, interval: bool) -> Value:
    """The value of a field, or a default where it is absent.

    What the format has no attribute for is not absent but unknown; in a clean submission only what the interpreter
    recomputes, or a predecessor says, can be so.
    """
    path = _path(scope, node.operand)
    if path is None:
        return made.value(scope, node.operand, interval=interval)
    if isinstance(path, model.Predecessor):
        return Lacking()
    if isinstance(path, model.SubmissionField) and path.name == "recomputed":
        raise NotCompiled("what is recomputed, or a default")
    default = made.value(scope, node.default, interval=interval)
    found = made.value(scope, node.operand, interval=interval)
    if isinstance(found, Lacking):
        return default
    if not found.may_lack:
        return found
    if isinstance(found, Sequence) and isinstance(default, Sequence) and default.element is None:
        return Sequence(made.write.let(f"() if {found.code} is None else {found.code}"), False, found.element)
    if isinstance(found, Amount) and isinstance(default, Amount) and not interval:
        return _amount_or(made, found, default)
    names = [made.write.name() for _ in range(4)]
    with made.write.block(f"if {found.code} is None:"):
        _assign(made, names, default, interval=interval)
    with made.write.block("else:"):
        _assign(made, names, found, interval=interval)
    chosen = _either(names, found, default, False, interval=interval)
    return _known(chosen, may_lack=default.may_lack)


def _amount_or(made: Expressions, found: Amount, default: Amount) -> Amount:
    code = made.write.let(f"{default.code} if {found.code} is None else {found.code}")
    size = ""
    if found.size or default.size not in ("", default.code):
        size = made.write.let(f"{size_of(default)} if {found.code} is None else {size_of(found)}")
    exactly = ""
    if found.exactly and default.exactly:
        exactly = f"({default.exactly} if {found.code} is None else {found.exactly})"
    positive = found.positive and default.positive
    return _with_digits(Amount(code, default.may_lack, size, exactly=exactly, positive=positive), found, default)


def _with_digits(chosen: Amount, one: Amount, other: Value) -> Amount:
    """The same with as many digits as the longer of two."""
    if not isinstance(other, Amount):
        return replace(chosen, factors=one.factors, quotients=one.quotients)
    factors, quotients = max(one.factors, other.factors), max(one.quotients, other.quotients)
    return replace(chosen, factors=factors, quotients=quotients)


def _known(value: Value, *, may_lack: bool) -> Value:
    match value:
        case Amount():
            return replace(value, may_lack=may_lack)
        case Truth(code):
            return Truth(code, may_lack)
        case Words(code):
            return Words(code, may_lack)
        case Coded(code, _, names):
            return Coded(code, may_lack, names)
        case Moment(code):
            return Moment(code, may_lack)
        case Sequence(code, _, element):
            return Sequence(code, may_lack, element)
        case _:
            return value


def _path(scope: Scope, node: Expression) -> Expression | None:
    """Where a path of fields begins; None of an expression that is no path, and so is never absent."""
    match node:
        case model.FieldOf(_, _, base, _) | model.Definition(_, _, _, base):
            return _path(AT_FILE_LEVEL if isinstance(node, model.Definition) else scope, base)
        case model.Local(_, _, name) if name not in scope.elements:
            return _path(scope, scope.lets[name])
        case model.SubmissionField() | model.Local() | model.Predecessor():
            return node
        case model.BuiltinCall() if isinstance(node.type, types.RecordType):
            return node
        case model.Choice() | model.AbsentTakenAs():
            raise NotCompiled(node.written)
        case _:
            return None
