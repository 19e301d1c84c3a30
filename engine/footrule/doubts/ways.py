"""By which ways an expression can come to no value, following the interpreter node by node.

The claim (a property test holds it): where a condition is not known, one of its ways has occurred, and everything the
interpreter says is lacking is named by one. Ways are gathered from the parts of an expression; one is dropped where it
forces another part to decide the whole: `x is given and x > 1 kg` is false where x is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from footrule.builtins import ALL
from footrule.doubts.digits import too_many_digits
from footrule.doubts.forcing import forcing, kept, zeros
from footrule.doubts.situations import (
    NO_SITUATION,
    Key,
    Names,
    Situations,
    emptiness,
    filtered,
    is_path,
    place,
    the_list,
)
from footrule.measure.instant import Duration, Instant
from footrule.model import expression as model
from footrule.model.doubt import DoubtKind
from footrule.model.types import InstantType, ListType


class Way(NamedTuple):
    """A way to be undetermined, and the situation that it is; nothing rules out the empty one."""

    kind: DoubtKind
    what: str
    situation: Key


Ways = dict[Way, None]
"""A set of ways, in the order in which they were found."""


def without(ways: Ways, ruled_out: Situations) -> Ways:
    """The ways that are left where some situations cannot be."""
    if not ruled_out:
        return ways
    return {way: None for way in ways if way.situation not in ruled_out}


def ways_of(names: Names, node: model.Expression) -> Ways:
    """Every way in which an expression can come to no value."""
    meant = names.meant(node)
    if meant is not None:
        inner, value = meant
        key = ("ways", node.written)
        if key not in inner.known:
            inner.known[key] = ways_of(inner, value)
        return cast(Ways, inner.known[key])
    match node:
        case model.Constant() | model.EmptyList():
            return {}
        case model.UnsetParameter():
            return _one(DoubtKind.UNSET, node.name)
        case model.Local() | model.SubmissionField() | model.FieldOf() | model.Predecessor():
            return _read(names, node)
        case model.PresenceOf(_, _, operand, _):
            return _asked(names, operand)
        case model.GivenWithin(_, _, record, field):
            return ways_of(names, record) | _asked(names, field)
        case model.AbsentTakenAs(_, _, operand, default):
            return _absent_as(names, operand) | ways_of(names, default)
        case model.BothOf(_, _, left, right):
            return _two_sides(names, left, right, decided=False)
        case model.EitherOf(_, _, left, right):
            return _two_sides(names, left, right, decided=True)
        case model.Choice():
            return _choice(names, node)
        case model.QuantifiedOver() | model.AggregateOver() | model.Selection():
            return _over_list(names, node)
        case _:
            return _computed(names, node)


def _one(kind: DoubtKind, what: str, situation: Key = ()) -> Ways:
    return {Way(kind, what, situation): None}


def _all(names: Names, nodes: Iterable[model.Expression]) -> Ways:
    found: Ways = {}
    for node in nodes:
        found |= ways_of(names, node)
    return found


def _read(names: Names, node: model.Expression) -> Ways:
    """A field may be missing or unusable, and so may each record above it; an element is there, usable or not."""
    if isinstance(node, model.Predecessor):
        return _one(DoubtKind.PREDECESSOR, node.written, ("absent", place(names, node)))
    unusable = _one(DoubtKind.UNUSABLE, node.written)
    if isinstance(node, model.Local):
        return unusable
    above = ways_of(names, node.base) if isinstance(node, model.FieldOf) else {}
    kind = DoubtKind.FIELD
    if isinstance(node.type, ListType):
        kind = DoubtKind.LIST
    elif _of_element(names, node):
        kind = DoubtKind.ELEMENT_FIELD
    return above | _one(kind, node.written, ("absent", place(names, node))) | unusable


def _of_element(names: Names, node: model.Expression) -> bool:
    while isinstance(node, model.FieldOf):
        node = node.base
        meant = names.meant(node)
        if meant is not None:
            names, node = meant
    return isinstance(node, model.Local)


def _asked(names: Names, node: model.Expression) -> Ways:
    """Whether a path is given is known, but for what is unusable on the way to it."""
    meant = names.meant(node)
    if meant is not None:
        return _asked(*meant)
    if isinstance(node, model.BuiltinCall):
        return _all(names, node.arguments)
    if not is_path(names, node) or isinstance(node, model.Predecessor):
        return {}
    unusable = _one(DoubtKind.UNUSABLE, node.written)
    if not isinstance(node, model.FieldOf):
        return unusable
    asked = is_path(names, node.base) or isinstance(node.base, model.BuiltinCall)
    return (_asked if asked else ways_of)(names, node.base) | unusable


def _absent_as(names: Names, operand: model.Expression) -> Ways:
    """What is absent is taken as the default; a predecessor that is not handed in is no absence of its fields."""
    predecessor = {way: None for way in ways_of(names, operand) if way.kind is DoubtKind.PREDECESSOR}
    return predecessor | _asked(names, operand)


def _two_sides(names: Names, left: model.Expression, right: model.Expression, *, decided: bool) -> Ways:
    """Kleene's `and` (`or`): not known only if neither side is false (true)."""
    kept_left = without(ways_of(names, left), forcing(names, right, decided))
    return kept_left | without(ways_of(names, right), forcing(names, left, decided))


def _choice(names: Names, node: model.Choice) -> Ways:
    then = without(ways_of(names, node.then), forcing(names, node.condition, False))
    otherwise = without(ways_of(names, node.otherwise), forcing(names, node.condition, True))
    return ways_of(names, node.condition) | then | otherwise


def _over_list(names: Names, node: model.QuantifiedOver | model.AggregateOver | model.Selection) -> Ways:
    element: Key = ("element", id(node))
    inner = names.with_element(node.variable, element)
    condition = ways_of(inner, node.condition) if node.condition is not None else {}
    passed_over = forcing(inner, node.condition, False) if node.condition is not None else NO_SITUATION
    of_each: Ways = condition
    own: Ways = {}
    if isinstance(node, model.QuantifiedOver):
        decided = node.quantifier is model.Quantifier.EVERY
        settled = forcing(inner, node.asserted, decided)
        of_each = without(condition, settled) | without(ways_of(inner, node.asserted), passed_over)
    elif isinstance(node, model.AggregateOver):
        of_each = condition | without(ways_of(inner, node.element), passed_over)
        own = _of_aggregate(names, node)
    none_there = emptiness(names, node.source, node.variable, None)
    if not isinstance(node, model.Selection):
        none_there |= emptiness(names, node.source, node.variable, node.condition)
    ruled_out = none_there | kept(names, node.source, element)
    return ways_of(names, node.source) | without(of_each, ruled_out) | own


def _of_aggregate(names: Names, node: model.AggregateOver) -> Ways:
    found: Ways = {}
    if node.name in ("min", "max", "mean"):
        part = filtered(names, the_list(names, node.source), node.variable, node.condition)
        found |= _one(DoubtKind.EMPTY, node.written, ("empty", part))
    if node.name in ("sum", "mean") and too_many_digits(names, node):
        found |= _one(DoubtKind.DIGITS, node.written)
    return found


def _computed(names: Names, node: model.Expression) -> Ways:
    """What needs the values of all its parts, and may have none itself."""
    match node:
        case model.Negation(_, _, operand) | model.NotOf(_, _, operand):
            return ways_of(names, operand)
        case model.TextTestOf(_, written, model.TextTest.LIES_IN, left, right):
            return _all(names, (left, right)) | _one(DoubtKind.NO_VALUE, written)
        case model.ComparisonOf(_, _, _, left, right) | model.TextTestOf(_, _, _, left, right):
            return _all(names, (left, right))
        case model.OneOf(_, _, left, members):
            return _all(names, (left, *members))
        case model.ElementOf(_, _, left, listed):
            return _all(names, (left, listed)) | _one(DoubtKind.ENTRY, listed.written)
        case model.BuiltinCall(_, written, name, arguments):
            own = _one(DoubtKind.NO_VALUE, written) if ALL[name].partial else {}
            return _all(names, arguments) | own
        case model.WithinOf(_, _, left, tolerance, right, relative):
            zero = zeros(names, right, near=False) if relative else ()
            own = {Way(DoubtKind.TOLERANCE, one.what, one.situation): None for one in zero}
            return _all(names, (left, tolerance, right)) | own
        case model.ArithmeticOf(_, _, _, left, right):
            return _all(names, (left, right)) | _of_arithmetic(names, node)
        case _:
            raise AssertionError(f"{node.written} is of no kind that an expression has")


def _of_arithmetic(names: Names, node: model.ArithmeticOf) -> Ways:
    if isinstance(node.type, InstantType):
        return {} if _in_calendar(node) else _one(DoubtKind.CALENDAR, node.written)
    found: Ways = {}
    if node.operator is model.Operator.OVER:
        divisors = zeros(names, node.right, near=True)
        found |= {Way(DoubtKind.DIVISOR, one.what, one.situation): None for one in divisors}
    if too_many_digits(names, node):
        found |= _one(DoubtKind.DIGITS, node.written)
    return found


def _in_calendar(node: model.ArithmeticOf) -> bool:
    match node.left, node.right:
        case model.Constant(value=Instant() as day), model.Constant(value=Duration() as duration):
            return day.plus(duration, 1 if node.operator is model.Operator.PLUS else -1) is not None
        case _:
            return False
