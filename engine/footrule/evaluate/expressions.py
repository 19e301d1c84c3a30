"""Expressions to values: one small function for each kind of node."""

from __future__ import annotations

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
    match node:
        case model.Constant():
            return _constant(context, node)
        case model.UnsetParameter():
            return Unknown((), worded(f"parameter {node.name} is not set", f"参数 {node.name} 尚未设定"))
        case model.EmptyList():
            return fields.EMPTY
        case model.Local():
            return fields.local(context, node)
        case model.Definition():
            return context.at_file_level().evaluate_named(node.name, node.value)
        case model.SubmissionField():
            return fields.submission_field(context, node)
        case model.Predecessor():
            return fields.predecessor(context, node)
        case model.FieldOf():
            return fields.field_of(context, node)
        case model.AbsentTakenAs():
            return fields.absent_taken_as(context, node)
        case model.Selection():
            return over_lists.selection(context, node)
        case model.QuantifiedOver():
            return over_lists.quantified(context, node)
        case model.AggregateOver():
            return over_lists.aggregate(context, node)
        case model.BuiltinCall():
            return _builtin(context, node)
        case model.Choice():
            return _choice(context, node)
        case model.Negation():
            return _negation(context, node)
        case model.ArithmeticOf():
            return _arithmetic(context, node)
        case _:
            return _condition(context, node)


Condition = (
    model.ComparisonOf | model.TextTestOf | model.WithinOf | model.PresenceOf | model.GivenWithin
    | model.OneOf | model.ElementOf | model.BothOf | model.EitherOf | model.NotOf
)  # fmt: skip


def _condition(context: Context, node: Condition) -> Result:
    match node:
        case model.ComparisonOf():
            return _comparison(context, node)
        case model.TextTestOf():
            return _text_test(context, node)
        case model.WithinOf():
            return _within(context, node)
        case model.PresenceOf():
            present = fields.presence(context, node.operand)
            return present if isinstance(present, Unknown) else present is node.given
        case model.GivenWithin():
            record = context.evaluate(node.record)
            return record if isinstance(record, Unknown) else fields.presence(context, node.field)
        case model.OneOf():
            return _one_of(context, node)
        case model.ElementOf():
            return _element_of(context, node)
        case model.BothOf():
            return kleene_and(context.evaluate(node.left), context.evaluate(node.right))
        case model.EitherOf():
            return kleene_or(context.evaluate(node.left), context.evaluate(node.right))
        case model.NotOf():
            return kleene_not(context.evaluate(node.operand))


def _constant(context: Context, node: model.Constant) -> Result:
    if node.parameter is not None:
        context.evidence.read(Reading(node.parameter, None, shown_value(node.value)))
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
