"""Literals: numbers with units, dates, texts, codes."""

from __future__ import annotations

from footrule.check import problems
from footrule.check.scope import Scope
from footrule.measure.decimal import read_decimal
from footrule.measure.instant import Duration, start_of
from footrule.measure.quantity import exact
from footrule.measure.unit import ONE, known_symbols, read_unit
from footrule.model import expression as model
from footrule.model.types import DURATION, EMPTY_LIST, INSTANT, TEXT, TRUTH, CodeType, QuantityType
from footrule.syntax import expression_tree as tree

CALENDAR_UNITS = {
    "day": (0, 1), "days": (0, 1), "month": (1, 0), "months": (1, 0), "year": (12, 0), "years": (12, 0),
    "天": (0, 1), "日": (0, 1), "个月": (1, 0), "年": (12, 0),
}  # fmt: skip


def amount(scope: Scope, node: tree.Amount) -> model.Expression | None:
    """A number with its unit, a pure number, or a calendar duration; None where the number could not be read."""
    if read_decimal(node.number.text) is None:
        return None
    written = scope.file.written(node.span)
    if node.unit is None:
        return model.Constant(QuantityType(ONE.dimension), written, exact(node.number.value, ONE), None)
    if node.unit in CALENDAR_UNITS:
        if node.number.value.denominator != 1:
            scope.file.sink.add(problems.not_whole(scope.file.source, node.span, node.number.text, node.unit))
            return None
        months, days = CALENDAR_UNITS[node.unit]
        count = int(node.number.value)
        return model.Constant(DURATION, written, Duration(months * count, days * count), None)
    unit = read_unit(node.unit)
    if unit is None:
        assert node.unit_span is not None
        known = (*known_symbols(), *CALENDAR_UNITS)
        scope.file.sink.add(problems.unknown_unit(scope.file.source, node.unit_span, node.unit, known))
        return None
    return model.Constant(QuantityType(unit.dimension), written, exact(node.number.value, unit), None)


def plain(scope: Scope, node: tree.Text | tree.Day | tree.YesNo | tree.NoneGiven) -> model.Expression:
    """A literal that cannot be wrong."""
    written = scope.file.written(node.span)
    match node:
        case tree.Text(text):
            return model.Constant(TEXT, written, text, None)
        case tree.Day(day):
            return model.Constant(INSTANT, written, start_of(day), None)
        case tree.YesNo(value):
            return model.Constant(TRUTH, written, value, None)
        case tree.NoneGiven():
            return model.EmptyList(EMPTY_LIST, written)


def code(scope: Scope, node: tree.Reference, of: CodeType) -> model.Expression | None:
    """A code of a known list; anything else that the name stands for is left to the caller (None, nothing told)."""
    if node.name not in of.codes:
        return None
    return model.Constant(of, node.name, model.CodeValue(node.name), None)
