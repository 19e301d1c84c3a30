"""Expressions: names, types and units. One mistake, one message: what is broken is None, and nobody asks again."""

from __future__ import annotations

from footrule.check import collections, comparisons, literals, problems
from footrule.check.scope import Scope
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model.types import (
    INSTANT,
    TRUTH,
    CodeType,
    DurationType,
    InstantType,
    ListType,
    QuantityType,
    RecordType,
    TextType,
    Type,
)
from footrule.model.walk import height
from footrule.syntax import expression_tree as tree
from footrule.syntax.problems import too_deep
from footrule.text.source import Span

Checked = model.Expression | None


def infer(scope: Scope, node: tree.Expression, expected: Type | None = None) -> Checked:
    """The checked expression, or None where a diagnostic says what is wrong.

    `expected` only serves to read a bare name as a code of the list that its place asks for.
    """
    match node:
        case tree.Amount():
            return literals.amount(scope, node)
        case tree.Text() | tree.Day() | tree.YesNo() | tree.NoneGiven():
            return literals.plain(scope, node)
        case tree.Reference():
            return _reference(scope, node, expected)
        case tree.FieldAccess():
            return _field(scope, node)
        case tree.Call():
            return collections.call(scope, node, infer)
        case tree.Aggregate():
            return collections.aggregate(scope, node, infer, condition)
        case tree.Those():
            return collections.those(scope, node, infer, condition)
        case tree.Quantified():
            return collections.quantified(scope, node, infer, condition)
        case tree.Conditional():
            return _conditional(scope, node, expected)
        case tree.Negative():
            return _negative(scope, node)
        case tree.Arithmetic():
            return _arithmetic(scope, node)
        case tree.Comparison():
            return comparisons.comparison(scope, node, infer)
        case tree.TextTest():
            return comparisons.text_test(scope, node, infer)
        case tree.Within():
            return comparisons.within(scope, node, infer)
        case tree.Presence():
            return _presence(scope, node)
        case tree.Membership():
            return comparisons.membership(scope, node, infer)
        case tree.Logic():
            return _logic(scope, node)
        case tree.Not():
            return _not(scope, node)
        case tree.AbsentAs():
            return _absent_as(scope, node)


def condition(scope: Scope, node: tree.Expression) -> Checked:
    """An expression that has to be a condition."""
    checked = infer(scope, node)
    if checked is not None and checked.type != TRUTH:
        scope.file.sink.add(problems.wrong_type(scope.file.source, node.span, checked.type, "a condition", "条件"))
        return None
    return checked


def whole(scope: Scope, node: tree.Expression, expected: Type | None = None) -> Checked:
    """An expression that stands by itself, and is not deeper than can be evaluated."""
    return _not_too_deep(scope, node, infer(scope, node, expected))


def whole_condition(scope: Scope, node: tree.Expression) -> Checked:
    """A condition that stands by itself, and is not deeper than can be evaluated."""
    return _not_too_deep(scope, node, condition(scope, node))


def height_in(scope: Scope, checked: model.Expression) -> int:
    """How deep an expression is, through the names that it uses."""
    return height(checked, {**scope.file.heights, **scope.heights})


def _not_too_deep(scope: Scope, node: tree.Expression, checked: Checked) -> Checked:
    if checked is None or height_in(scope, checked) <= tree.DEEPEST:
        return checked
    scope.file.sink.add(too_deep(scope.file.source, node.span))
    return None


def _reference(scope: Scope, node: tree.Reference, expected: Type | None) -> Checked:
    if isinstance(expected, CodeType):
        as_code = literals.code(scope, node, expected)
        if as_code is not None:
            return as_code
    resolved = scope.resolve(node.name, scope.file.written(node.span))
    if resolved is None and not scope.is_broken(node.name):
        report = scope.file.sink.add
        if isinstance(expected, CodeType):
            report(problems.unknown_code(scope.file.source, node.span, node.name, expected.codes))
        else:
            text_wanted = isinstance(expected, TextType)
            report(problems.unknown_name(scope.file.source, node.span, node.name, scope.names(), text_wanted))
    return resolved


def _field(scope: Scope, node: tree.FieldAccess) -> Checked:
    base = infer(scope, node.base)
    if base is None:
        return None
    file = scope.file
    if not isinstance(base.type, RecordType):
        wanted = ("one record", "单条记录") if isinstance(base.type, ListType) else ("a record", "记录")
        file.sink.add(problems.wrong_type(file.source, node.base.span, base.type, *wanted))
        return None
    fields = file.fields(base.type.shape)
    if node.name not in fields:
        file.sink.add(problems.unknown_field(file.source, node.name_span, node.name, base.type, fields))
        return None
    return model.FieldOf(fields[node.name], file.written(node.span), base, node.name)


def _conditional(scope: Scope, node: tree.Conditional, expected: Type | None) -> Checked:
    asked = condition(scope, node.condition)
    then = infer(scope, node.then, expected)
    otherwise = infer(scope, node.otherwise, then.type if then is not None else expected)
    if asked is None or then is None or otherwise is None:
        return None
    if not comparisons.agree(scope, (node.then.span, then.type), (node.otherwise.span, otherwise.type), "alternatives"):
        return None
    return model.Choice(then.type, scope.file.written(node.span), asked, then, otherwise)


def _negative(scope: Scope, node: tree.Negative) -> Checked:
    operand = infer(scope, node.operand)
    if operand is None:
        return None
    if not isinstance(operand.type, QuantityType):
        report = problems.wrong_type(scope.file.source, node.operand.span, operand.type, "a quantity", "数量")
        scope.file.sink.add(report)
        return None
    written = scope.file.written(node.span)
    if isinstance(operand, model.Constant) and isinstance(operand.value, Quantity) and operand.parameter is None:
        return model.Constant(operand.type, written, -operand.value, None)
    return model.Negation(operand.type, written, operand)


def _arithmetic(scope: Scope, node: tree.Arithmetic) -> Checked:
    left, right = infer(scope, node.left), infer(scope, node.right)
    if left is None or right is None:
        return None
    operator = model.Operator(node.operator)
    written = scope.file.written(node.span)
    moves = operator in (model.Operator.PLUS, model.Operator.MINUS)
    if moves and isinstance(left.type, InstantType) and isinstance(right.type, DurationType):
        return model.ArithmeticOf(INSTANT, written, operator, left, right)
    for operand, span in ((left, node.left.span), (right, node.right.span)):
        if isinstance(operand.type, InstantType | DurationType):
            scope.file.sink.add(problems.not_for_dates(scope.file.source, span, operand.type))
            return None
        if not isinstance(operand.type, QuantityType):
            scope.file.sink.add(problems.wrong_type(scope.file.source, span, operand.type, "a quantity", "数量"))
            return None
    kind = _dimension_of(scope, node, operator, left, right)
    return None if kind is None else model.ArithmeticOf(kind, written, operator, left, right)


def _dimension_of(
    scope: Scope, node: tree.Arithmetic, operator: model.Operator, left: model.Expression, right: model.Expression
) -> QuantityType | None:
    assert isinstance(left.type, QuantityType) and isinstance(right.type, QuantityType)
    one, two = left.type.dimension, right.type.dimension
    match operator:
        case model.Operator.TIMES:
            return QuantityType(one * two)
        case model.Operator.OVER:
            if isinstance(right, model.Constant) and isinstance(right.value, Quantity) and right.value.value == 0:
                scope.file.sink.add(problems.division_by_zero(scope.file.source, node.right.span))
                return None
            return QuantityType(one / two)
        case _:
            places = (node.left.span, left.type), (node.right.span, right.type)
            agreed = comparisons.agree(scope, *places, "added" if operator is model.Operator.PLUS else "subtracted")
            return left.type if agreed else None


def _logic(scope: Scope, node: tree.Logic) -> Checked:
    left, right = condition(scope, node.left), condition(scope, node.right)
    if left is None or right is None:
        return None
    written = scope.file.written(node.span)
    return (model.BothOf if node.operator == "and" else model.EitherOf)(TRUTH, written, left, right)


def _not(scope: Scope, node: tree.Not) -> Checked:
    operand = condition(scope, node.operand)
    return None if operand is None else model.NotOf(TRUTH, scope.file.written(node.span), operand)


def _presence(scope: Scope, node: tree.Presence) -> Checked:
    operand = infer(scope, node.operand)
    if operand is None or not _may_be_missing(scope, node.operand.span, operand):
        return None
    return model.PresenceOf(TRUTH, scope.file.written(node.span), operand, node.given)


def _absent_as(scope: Scope, node: tree.AbsentAs) -> Checked:
    operand = infer(scope, node.operand)
    default = comparisons.beside(scope, node.default, operand, infer)
    if operand is None or default is None or not _may_be_missing(scope, node.operand.span, operand):
        return None
    if not comparisons.agree(scope, (node.operand.span, operand.type), (node.default.span, default.type), "exchanged"):
        return None
    return model.AbsentTakenAs(operand.type, scope.file.written(node.span), operand, default)


def _may_be_missing(scope: Scope, span: Span, operand: model.Expression) -> bool:
    if scope.is_path(operand):
        return True
    scope.file.sink.add(problems.cannot_be_asked(scope.file.source, span))
    return False
