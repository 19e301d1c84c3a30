"""Conditions in generated code: Kleene's connectives, presence, tests of texts and of membership."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from footrule.compile.amounts import lacking
from footrule.compile.comparing import comparison, ordered, within
from footrule.compile.keys import AT_FILE_LEVEL, Scope
from footrule.compile.same_values import is_in, is_literal, is_one_of, same
from footrule.compile.truths import LONGEST_INLINE, NEVER, settled, told
from footrule.compile.value import Amount, Coded, Lacking, NotCompiled, Truth, Value, Words
from footrule.model import expression as model
from footrule.model import types
from footrule.model.expression import Expression, Sign, TextTest

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions
    from footrule.compile.writer import Block

_GIVEN, _MISSING = " is not None", " is None"


def condition(made: Expressions, scope: Scope, node: Expression) -> Value:
    """What is true, false or not known."""
    match node:
        case model.BothOf():
            return both(made, scope, node)
        case model.EitherOf():
            return either(made, scope, node)
        case model.NotOf(_, _, operand):
            return negated(made, made.truth(scope, operand))
        case model.PresenceOf(_, _, operand, given):
            present = presence(made, scope, operand)
            return present if given else negated(made, present)
        case model.GivenWithin(_, _, record, field):
            return _given_within(made, scope, record, field)
        case model.ComparisonOf():
            return comparison(made, scope, node)
        case model.WithinOf():
            return within(made, scope, node)
        case model.TextTestOf():
            return _text_test(made, scope, node)
        case model.OneOf():
            return _one_of(made, scope, node)
        case model.ElementOf():
            return _element_of(made, scope, node)
        case _:
            raise NotCompiled(node.written)


def negated(made: Expressions, of: Truth) -> Truth:
    """`not`."""
    if of.code in ("True", "False"):
        return Truth("False" if of.code == "True" else "True", False)
    if of.may_lack:
        of = settled(made, of)
        return Truth(f"(None if {of.code} is None else not {of.code})", True, of.refutes, of.proves)
    return Truth(_turned(of.code), False, of.refutes, of.proves)


def _turned(code: str) -> str:
    if code.count(_GIVEN) == 1 and code.endswith(f"{_GIVEN})") and " " not in code.removesuffix(f"{_GIVEN})"):
        return code.replace(_GIVEN, _MISSING)
    if code.count(_MISSING) == 1 and code.endswith(f"{_MISSING})") and " " not in code.removesuffix(f"{_MISSING})"):
        return code.replace(_MISSING, _GIVEN)
    return f"(not {code})"


def both(made: Expressions, scope: Scope, node: model.BothOf) -> Truth:
    """`and`: the right side is computed where the left one leaves it open."""
    left = made.truth(scope, node.left)
    if left.code == "False":
        return left
    if left.code == "True":
        return made.truth(scope, node.right)
    with made.write.aside(frozenset() if left.may_lack else left.proves) as place:
        right = made.truth(scope, node.right)
    proves = left.proves | right.proves
    inline = _inline(left, right, "and") if not place.items else ""
    if inline:
        return Truth(inline, left.may_lack or right.may_lack, proves)
    left = settled(made, left) if left.may_lack else left
    result = made.write.name()
    with made.write.block(f"if {left.code} is False:" if left.may_lack else f"if not {left.code}:"):
        made.write.line(f"{result} = False")
    return _otherwise(made, place, left, right, result, "is False", proves=proves)


def either(made: Expressions, scope: Scope, node: model.EitherOf) -> Truth:
    """`or`."""
    left = made.truth(scope, node.left)
    if left.code == "True":
        return left
    if left.code == "False":
        return made.truth(scope, node.right)
    with made.write.aside(frozenset() if left.may_lack else left.refutes) as place:
        right = made.truth(scope, node.right)
    refutes = left.refutes | right.refutes
    inline = _inline(left, right, "or") if not place.items else ""
    if inline:
        return Truth(inline, left.may_lack or right.may_lack, frozenset(), refutes)
    left = settled(made, left) if left.may_lack else left
    result = made.write.name()
    with made.write.block(f"if {left.code}:"):
        made.write.line(f"{result} = True")
    return _otherwise(made, place, left, right, result, "", refutes=refutes)


def _inline(left: Truth, right: Truth, word: str) -> str:
    """Both in one expression of Python; what may lack stands last, for there it is the outcome."""
    if left.may_lack and right.may_lack:
        return ""
    one, other = (right, left) if left.may_lack else (left, right)
    code = f"({one.code} {word} {other.code})"
    return code if len(code) <= LONGEST_INLINE else ""


def _otherwise(
    made: Expressions,
    place: Block,
    left: Truth,
    right: Truth,
    result: str,
    decides: str,
    *,
    proves: frozenset[str] = frozenset(),
    refutes: frozenset[str] = frozenset(),
) -> Truth:
    """The branch in which the right side decides, as far as the left one, which may lack, lets it."""
    outcome = right.code
    if left.may_lack:
        name = made.write.name()
        place.items.append(f"{name} = {right.code}")
        if decides:
            outcome = f"{name} if {left.code} or {name} is False else None"
        else:
            outcome = f"{name} if {left.code} is False or {name} else None"
    place.items.append(f"{result} = {outcome}")
    made.write.put("else:", place)
    return Truth(result, left.may_lack or right.may_lack, proves, refutes)


def presence(made: Expressions, scope: Scope, node: Expression) -> Truth:
    """Whether a value is given; see `evaluate.fields.presence`. In a clean submission all that is given can be used."""
    match node:
        case model.Predecessor():
            return Truth("False", False)
        case model.Local(_, _, name) if name in scope.elements:
            return Truth("True", False)
        case model.Local(_, _, name):
            return presence(made, scope, scope.lets[name])
        case model.Definition(_, _, _, value):
            return presence(made, AT_FILE_LEVEL, value)
        case model.SubmissionField():
            return _is_there(made, made.value(scope, node))
        case model.FieldOf(_, _, base, _):
            above = presence(made, scope, base)
            if above.code == "False":
                return above
            _only_of_paths(scope, base)
            found = _is_there(made, made.value(scope, node))
            if not above.may_lack:
                return found
            return Truth(f"(None if {above.code} is None else {found.code})", True)
        case model.BuiltinCall() if isinstance(node.type, types.RecordType):
            return _answered(made, scope, node)
        case _:
            return Truth("True", False)


def _only_of_paths(scope: Scope, node: Expression) -> None:
    """A record that an expression chooses may be unknown without being missing."""
    match node:
        case model.FieldOf(_, _, base, _) | model.Definition(_, _, _, base):
            _only_of_paths(scope, base)
        case model.Local(_, _, name) if name not in scope.elements:
            _only_of_paths(scope, scope.lets[name])
        case model.Local() | model.SubmissionField() | model.Predecessor() | model.BuiltinCall():
            return
        case _:
            raise NotCompiled(node.written)


def _is_there(made: Expressions, found: Value) -> Truth:
    if isinstance(found, Lacking):
        return Truth("False", False)
    if not found.may_lack:
        return Truth("True", False)
    return Truth(f"({found.code}{_GIVEN})", False, frozenset((found.code,)))


def _answered(made: Expressions, scope: Scope, node: model.BuiltinCall) -> Truth:
    asked = [made.value(scope, argument) for argument in node.arguments]
    lacks = lacking(*asked)
    found = made.value(scope, node)
    there = f"{found.code} is not None"
    return Truth(made.write.let(f"None if {lacks} else {there}" if lacks else there), bool(lacks))


def _given_within(made: Expressions, scope: Scope, record: Expression, field: Expression) -> Truth:
    base = made.value(scope, record)
    if isinstance(base, Lacking):
        return NEVER
    there = presence(made, scope, field)
    if not base.may_lack:
        return there
    return Truth(made.write.let(f"None if {base.code} is None else {there.code}"), True)


_TEXT_TESTS = {
    TextTest.CONTAINS: "{1} in {0}",
    TextTest.STARTS_WITH: "{0}.startswith({1})",
    TextTest.ENDS_WITH: "{0}.endswith({1})",
    TextTest.LIES_IN: "questions.lies_in({0}, {1})",
}


def _text_test(made: Expressions, scope: Scope, node: model.TextTestOf) -> Truth:
    left, right = made.value(scope, node.left), made.value(scope, node.right)
    if isinstance(left, Lacking) or isinstance(right, Lacking):
        return NEVER
    code = _TEXT_TESTS[node.test].format(left.code, right.code)
    found = told(made, code, left, right)
    if node.test is not TextTest.LIES_IN:
        return found
    made.asks_factors = True
    return replace(found, may_lack=True)


def _one_of(made: Expressions, scope: Scope, node: model.OneOf) -> Truth:
    left = made.value(scope, node.left)
    if isinstance(left, Lacking):
        return NEVER
    members = [made.value(scope, one) for one in node.members]
    if isinstance(left, Words) and all(isinstance(one, Words) and is_literal(one) for one in members):
        code = f"{left.code} in {{{', '.join(one.code for one in members)}}}"
    elif isinstance(left, Amount) or any(isinstance(one, Lacking) or one.may_lack for one in members):
        return _any_of(made, left, members)
    elif isinstance(left, Coded) and members and all(isinstance(one, Coded) and is_literal(one) for one in members):
        code = is_one_of(left, [one.code for one in members])
    else:
        code = " or ".join(same(made, left, one) for one in members) or "False"
    return told(made, code, left)


def _any_of(made: Expressions, left: Value, members: list[Value]) -> Truth:
    """Whether one of some values, which may themselves be unknown, is this one."""
    tests: list[Truth] = []
    for one in members:
        if isinstance(one, Lacking):
            tests.append(NEVER)
        elif isinstance(left, Amount) and isinstance(one, Amount):
            tests.append(ordered(made, Sign.EXACTLY, left, one))
        else:
            lacks = lacking(left, one)
            code = same(made, left, one)
            tests.append(Truth(made.write.let(f"None if {lacks} else {code}" if lacks else code), bool(lacks)))
    met = " or ".join(one.code for one in tests)
    open_ = " or ".join(f"{one.code} is None" for one in tests)
    return Truth(made.write.let(f"True if {met} else None if {open_} else False"), True)


def _element_of(made: Expressions, scope: Scope, node: model.ElementOf) -> Truth:
    left, listed = made.value(scope, node.left), made.sequence(scope, node.list)
    if isinstance(left, Lacking):
        return NEVER
    element = (
        made.element(listed, "one") if not isinstance(listed.element, str) and listed.element is not None else None
    )
    if element is None:
        if listed.element is None:
            code = "False"
        else:
            raise NotCompiled(node.written)
    elif isinstance(left, Words) and isinstance(element, Words):
        code = f"{left.code} in {listed.code}"
    elif isinstance(left, Coded) and isinstance(element, Coded):
        code = is_in(made, left, element, listed.code)
    else:
        raise NotCompiled(node.written)
    return told(made, code, left, listed)
