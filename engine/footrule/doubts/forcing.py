"""Which situations force a condition to be false, or true, whatever else is known; and which make a quantity zero.

What forces one side of an `and` to be false cannot be why the whole is undetermined: so a doubt is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from footrule.builtins import ALL
from footrule.doubts.situations import (
    NO_SITUATION,
    Key,
    Names,
    Situations,
    emptiness,
    filtered,
    is_path,
    place,
    structure,
    the_list,
)
from footrule.measure.quantity import Quantity
from footrule.model import expression as model

_ORDERS = {
    model.Sign.EXACTLY: (False, True, False),
    model.Sign.BELOW: (True, False, False),
    model.Sign.AT_MOST: (True, True, False),
    model.Sign.ABOVE: (False, False, True),
    model.Sign.AT_LEAST: (False, True, True),
}
"""Whether a comparison holds where the left side is less than the right, the same, greater."""


@dataclass(frozen=True, slots=True)
class Zero:
    """A part of a quantity that makes it zero: how it is written, its situation, whether that is sure to do so.

    A situation that nothing rules out is the empty one.
    """

    what: str
    situation: Key
    sure: bool = True


def forcing(names: Names, node: model.Expression, outcome: bool) -> Situations:
    """The situations that force a condition to an outcome."""
    meant = names.meant(node)
    if meant is not None:
        inner, value = meant
        key = ("forcing", outcome, node.written)
        if key not in inner.known:
            inner.known[key] = forcing(inner, value, outcome)
        return cast(Situations, inner.known[key])
    match node:
        case model.NotOf(_, _, operand):
            return forcing(names, operand, not outcome)
        case model.BothOf(_, _, left, right) | model.EitherOf(_, _, left, right):
            one, two = forcing(names, left, outcome), forcing(names, right, outcome)
            decides = outcome is isinstance(node, model.EitherOf)
            return one | two if decides else one & two
        case model.Choice():
            return _of_conditional(names, node, outcome)
        case model.PresenceOf(_, _, operand, given):
            return absences(names, operand) if given is not outcome else NO_SITUATION
        case model.ComparisonOf(_, _, sign, left, right):
            return _of_comparison(names, sign, left, right, outcome)
        case model.ElementOf(_, _, _, listed) if not outcome:
            return frozenset({("empty", the_list(names, listed))})
        case model.QuantifiedOver():
            return _of_quantified(names, node, outcome)
        case _:
            return NO_SITUATION


def _of_conditional(names: Names, node: model.Choice, outcome: bool) -> Situations:
    """Found out once: a condition within a condition is otherwise looked at twice, and so at each depth."""
    key = ("forcing", outcome, id(node), *names.elements.items())
    if key not in names.known:
        taken = forcing(names, node.condition, True) & forcing(names, node.then, outcome)
        other = forcing(names, node.condition, False) & forcing(names, node.otherwise, outcome)
        names.known[key] = taken | other
    return cast(Situations, names.known[key])


def absences(names: Names, node: model.Expression) -> Situations:
    """The situations in which a path is missing: it is, or a record that it is a field of."""
    meant = names.meant(node)
    if meant is not None:
        return absences(*meant)
    if not is_path(names, node) or isinstance(node, model.Local):
        return NO_SITUATION
    above = absences(names, node.base) if isinstance(node, model.FieldOf) else NO_SITUATION
    return above | {("absent", place(names, node))}


def kept(names: Names, source: model.Expression, element: Key) -> Situations:
    """What is ruled out for an element of a selection, because the selection's condition holds for it."""
    meant = names.meant(source)
    if meant is not None:
        return kept(*meant, element)
    if not isinstance(source, model.Selection):
        return NO_SITUATION
    inner = names.with_element(source.variable, element)
    return forcing(inner, source.condition, False) | kept(names, source.source, element)


def _of_comparison(
    names: Names, sign: model.Sign, left: model.Expression, right: model.Expression, outcome: bool
) -> Situations:
    """Against a constant, numbers as printed: `x > 0 kg` is false where x is zero. `equals` says nothing of zero."""
    order = _ORDERS.get(sign)
    if order is None:
        return NO_SITUATION
    for one, other, swapped in ((left, right, False), (right, left, True)):
        limit = constant(names, other)
        if limit is not None and constant(names, one) is None:
            compared = (limit.value < 0) - (limit.value > 0)
            held = order[1 + (-compared if swapped else compared)]
            if held is not outcome:
                return NO_SITUATION
            return frozenset(zero.situation for zero in zeros(names, one, near=False) if zero.sure and zero.situation)
    return NO_SITUATION


def _of_quantified(names: Names, node: model.QuantifiedOver, outcome: bool) -> Situations:
    """Over an empty list, `some` and `exactly one` are false, `every` and `no` are true."""
    at_least_one = node.quantifier in (model.Quantifier.SOME, model.Quantifier.EXACTLY_ONE)
    if at_least_one is outcome:
        return NO_SITUATION
    found = emptiness(names, node.source, node.variable, node.condition)
    if at_least_one and node.condition is None:
        found |= {("empty", filtered(names, the_list(names, node.source), node.variable, node.asserted))}
    return found


def constant(names: Names, node: model.Expression) -> Quantity | None:
    """The quantity that an expression is for every submission, or None."""
    meant = names.meant(node)
    if meant is not None:
        return constant(*meant)
    match node:
        case model.Constant(_, _, Quantity() as value, _):
            return value
        case model.Negation(_, _, operand):
            positive = constant(names, operand)
            return None if positive is None else -positive
        case _:
            return None


def zeros(names: Names, node: model.Expression, *, near: bool) -> tuple[Zero, ...]:
    """What can make a quantity zero; with `near`, what can make its interval hold zero.

    A reported number that is not zero as printed is not zero within its rounding either (half a unit in the last
    place is less than the least that is printed), and a count is exact. What is computed from several reported numbers
    may be above zero as printed and zero within its rounding: 0.1 + 0.0 is.
    """
    meant = names.meant(node)
    if meant is not None:
        inner, value = meant
        key = ("zeros", near, node.written)
        if key not in inner.known:
            inner.known[key] = tuple(dict.fromkeys(zeros(inner, value, near=near)))
        found = cast(tuple[Zero, ...], inner.known[key])
        return tuple(Zero(node.written, one.situation, one.sure) if one.what == value.written else one for one in found)
    match node:
        case model.Constant():
            known = constant(names, node)
            return () if known is not None and known.value != 0 else (Zero(node.written, ()),)
        case model.Negation(_, _, operand):
            return zeros(names, operand, near=near)
        case model.ArithmeticOf(_, _, model.Operator.TIMES, left, right):
            both = (*zeros(names, left, near=near), *zeros(names, right, near=near))
            return tuple(dict.fromkeys(both))
        case model.ArithmeticOf(_, _, model.Operator.OVER, left, _):
            return zeros(names, left, near=near)
        case model.Choice():
            return _of_choice(names, node, near)
        case model.BuiltinCall(_, _, name, arguments) if ALL[name].keeps_zero:
            return tuple(zero for argument in arguments for zero in zeros(names, argument, near=near))
        case model.BuiltinCall(_, _, name, arguments) if ALL[name].accepts is not None:
            return _of_literals(node, name, arguments)
        case model.AggregateOver(_, _, "count" | "distinct", variable, _, source, condition):
            return (Zero(node.written, ("empty", filtered(names, the_list(names, source), variable, condition))),)
        case _:
            return (Zero(node.written, _own_zero(names, node, near)),)


def _own_zero(names: Names, node: model.Expression, near: bool) -> Key:
    reported = is_path(names, node) or (
        isinstance(node, model.AbsentTakenAs) and constant(names, node.default) is not None
    )
    return ("near" if near and not reported else "zero", structure(names, node))


def _of_choice(names: Names, node: model.Choice, near: bool) -> tuple[Zero, ...]:
    sides = ((node.then, forcing(names, node.condition, False)), (node.otherwise, forcing(names, node.condition, True)))
    return tuple(
        Zero(zero.what, zero.situation, sure=False)
        for side, never in sides
        for zero in zeros(names, side, near=near)
        if zero.situation not in never
    )


def _of_literals(node: model.BuiltinCall, name: str, arguments: tuple[model.Expression, ...]) -> tuple[Zero, ...]:
    """A call on literals has the value that it has."""
    values = [one.value for one in arguments if isinstance(one, model.Constant)]
    run = ALL[name].run
    result = run(*values) if run is not None and len(values) == len(arguments) else None
    return () if result is not None and not result.low <= 0 <= result.high else (Zero(node.written, ()),)
