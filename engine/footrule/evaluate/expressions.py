"""Expressions to values: one small function for each kind of node."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from footrule.builtins import ALL
from footrule.evaluate import fields, over_lists
from footrule.evaluate.comparing import compare, no_rate, same, within
from footrule.evaluate.context import Context
from footrule.evaluate.evidence import Reading, shown_value
from footrule.evaluate.factors import asked_of_factors
from footrule.evaluate.values import Result, Unknown, Value, kleene_and, kleene_not, kleene_or, settled
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.text.wording import worded

NO_DIVISOR = worded(
    "a divisor is zero, or may be zero within its printed rounding", "除数为零，或在其修约范围内可能为零"
)
OUT_OF_CALENDAR = worded("a date falls outside the calendar", "日期超出历法范围")


def evaluate(context: Context, node: model.Expression) -> Result:
    """What an expression comes to. Never raises for anything that a submission may hold."""
    return BY_KIND[type(node)](context, node)


def _unset_parameter(_: Context, node: model.UnsetParameter) -> Result:
    return Unknown((), worded(f"parameter {node.name} is not set", f"参数 {node.name} 尚未设定"))


def _empty_list(_: Context, __: model.EmptyList) -> Result:
    return fields.EMPTY


def _definition(context: Context, node: model.Definition) -> Result:
    known = context.named.get(node.name)
    return context.at_file_level().evaluate_named(node.name, node.value) if known is None else known


def _presence_of(context: Context, node: model.PresenceOf) -> Result:
    present = fields.presence(context, node.operand)
    return present if isinstance(present, Unknown) else present is node.given


def _given_within(context: Context, node: model.GivenWithin) -> Result:
    record = context.evaluate(node.record)
    return record if isinstance(record, Unknown) else fields.presence(context, node.field)


def _both_of(context: Context, node: model.BothOf) -> Result:
    left = context.evaluate(node.left)
    if left is False and not context.evidence.kept:
        return False
    return kleene_and(left, context.evaluate(node.right))


def _either_of(context: Context, node: model.EitherOf) -> Result:
    left = context.evaluate(node.left)
    if left is True and not context.evidence.kept:
        return True
    return kleene_or(left, context.evaluate(node.right))


def _not_of(context: Context, node: model.NotOf) -> Result:
    return kleene_not(context.evaluate(node.operand))


def _constant(context: Context, node: model.Constant) -> Result:
    if node.parameter is not None:
        shown = shown_value(node.value) if context.evidence.kept else None
        context.evidence.read(Reading(node.parameter, None, shown))
    return node.value


def _choice(context: Context, node: model.Choice) -> Result:
    asked = context.evaluate(node.condition)
    if isinstance(asked, Unknown):
        return asked
    return context.evaluate(node.then if asked else node.otherwise)


def _negation(context: Context, node: model.Negation) -> Result:
    value = context.evaluate(node.operand)
    if isinstance(value, Unknown):
        return value
    return -_quantity(value)


def _quantity(value: Result) -> Quantity:
    assert isinstance(value, Quantity), "the checker let something through as a quantity"
    return value


def _arithmetic(context: Context, node: model.ArithmeticOf) -> Result:
    left, right = context.evaluate(node.left), context.evaluate(node.right)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return lacking(left, right)
    if isinstance(left, Instant):
        assert isinstance(right, Duration), "the checker let something be added to a date"
        sign = 1 if node.operator is model.Operator.PLUS else -1
        return left.plus(right, sign) or Unknown((), OUT_OF_CALENDAR)
    return _computed(node.operator, _quantity(left), _quantity(right))


def _computed(operator: model.Operator, one: Quantity, two: Quantity) -> Quantity | Unknown:
    why = no_rate(one, two) if operator in (model.Operator.PLUS, model.Operator.MINUS) else None
    if why is not None:
        return Unknown((), why)
    match operator:
        case model.Operator.PLUS:
            return settled(one + two)
        case model.Operator.MINUS:
            return settled(one - two)
        case model.Operator.TIMES:
            return settled(one * two)
        case model.Operator.OVER:
            quotient = one.divided_by(two)
            return Unknown((), NO_DIVISOR) if quotient is None else settled(quotient)


def lacking(*results: Result) -> Unknown:
    """Every reason among some results, each once."""
    reason = Unknown(())
    for result in results:
        if isinstance(result, Unknown):
            reason = reason.and_also(result)
    return reason


def _builtin(context: Context, node: model.BuiltinCall) -> Result:
    arguments = [context.evaluate(argument) for argument in node.arguments]
    if any(isinstance(argument, Unknown) for argument in arguments):
        return lacking(*arguments)
    run = ALL[node.name].run
    if run is None:
        return asked_of_factors(context, node, arguments)
    value = run(*arguments)
    return Unknown((), worded(f"{node.written} has no value", f"{node.written} 无值")) if value is None else value


def _comparison(context: Context, node: model.ComparisonOf) -> Result:
    left, right = context.evaluate(node.left), context.evaluate(node.right)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return lacking(left, right)
    return compare(node.sign, left, right)


def _text_test(context: Context, node: model.TextTestOf) -> Result:
    left, right = context.evaluate(node.left), context.evaluate(node.right)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return lacking(left, right)
    assert isinstance(left, str) and isinstance(right, str), "the checker let something through as a text"
    match node.test:
        case model.TextTest.CONTAINS:
            return right in left
        case model.TextTest.STARTS_WITH:
            return left.startswith(right)
        case model.TextTest.ENDS_WITH:
            return left.endswith(right)
        case model.TextTest.LIES_IN:
            return _lies_in(context, left, right)


def _lies_in(context: Context, inner: str, outer: str) -> bool | Unknown:
    """Whether a place is, or lies in, another, by the geography of the factor database."""
    geography = context.factors.geography
    for code in (inner, outer):
        if code not in geography:
            return Unknown((), worded(f"{code} is no place that is known", f"{code} 不是已知的地点代码"))
    return outer in geography.outwards(inner)


def _within(context: Context, node: model.WithinOf) -> Result:
    left, tolerance, right = (context.evaluate(part) for part in (node.left, node.tolerance, node.right))
    if isinstance(left, Unknown) or isinstance(tolerance, Unknown) or isinstance(right, Unknown):
        return lacking(left, tolerance, right)
    return within(_quantity(left), _quantity(right), _quantity(tolerance), relative=node.relative)


def _one_of(context: Context, node: model.OneOf) -> Result:
    left = context.evaluate(node.left)
    if isinstance(left, Unknown):
        return left
    return _among(left, [context.evaluate(member) for member in node.members])


def _element_of(context: Context, node: model.ElementOf) -> Result:
    left, listed = context.evaluate(node.left), context.evaluate(node.list)
    if isinstance(left, Unknown) or isinstance(listed, Unknown):
        return lacking(left, listed)
    members = over_lists.elements(listed)
    return _among(left, [fields.single_value(context, member, node.list.written) for member in members])


def _among(left: Value, members: list[Result]) -> Result:
    outcome: Result = False
    for member in members:
        outcome = kleene_or(outcome, member if isinstance(member, Unknown) else same(left, member))
    return outcome


BY_KIND = cast(
    "Mapping[type[model.Expression], Callable[[Context, model.Expression], Result]]",
    {
        model.Constant: _constant,
        model.UnsetParameter: _unset_parameter,
        model.EmptyList: _empty_list,
        model.Local: fields.local,
        model.Definition: _definition,
        model.SubmissionField: fields.submission_field,
        model.Predecessor: fields.predecessor,
        model.FieldOf: fields.field_of,
        model.AbsentTakenAs: fields.absent_taken_as,
        model.Selection: over_lists.selection,
        model.QuantifiedOver: over_lists.quantified,
        model.AggregateOver: over_lists.aggregate,
        model.BuiltinCall: _builtin,
        model.Choice: _choice,
        model.Negation: _negation,
        model.ArithmeticOf: _arithmetic,
        model.ComparisonOf: _comparison,
        model.TextTestOf: _text_test,
        model.WithinOf: _within,
        model.PresenceOf: _presence_of,
        model.GivenWithin: _given_within,
        model.OneOf: _one_of,
        model.ElementOf: _element_of,
        model.BothOf: _both_of,
        model.EitherOf: _either_of,
        model.NotOf: _not_of,
    },
)
"""What decides each kind of node; a test holds that no kind is missing."""
