"""What rules ask of the factor database: the question put, and the answer with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from footrule.evaluate.context import Context
from footrule.evaluate.factor_record import reading_of, record_of
from footrule.evaluate.questions import OBSOLETE, answered
from footrule.evaluate.values import Result, Unknown
from footrule.factors.database import Found
from footrule.measure.quantity import Quantity, exact
from footrule.measure.unit import ONE
from footrule.model import expression as model


def asked_of_factors(context: Context, node: model.BuiltinCall, arguments: Sequence[Result]) -> Result:
    """The row that a call asks for, as a record; not known where no one row answers, and the nearest are named."""
    match arguments:
        case [Quantity() as quantity]:
            return _how_many(context, node, quantity)
        case _:
            pass
    answer = answered(context.factors, arguments, obsolete=node.name == OBSOLETE)
    if not isinstance(answer, Found):
        return Unknown((), answer.says)
    context.evidence.read(reading_of(node.written, answer, context.factors.table(answer.factor)))
    return record_of(answer.factor)


def _how_many(context: Context, node: model.BuiltinCall, quantity: Quantity) -> Quantity:
    """How many emission factors have this value; the evidence names each."""
    found = context.factors.like(quantity)
    for one in found:
        context.evidence.read(reading_of(node.written, Found(one, ()), context.factors.table(one)))
    return exact(Fraction(len(found)), ONE)
