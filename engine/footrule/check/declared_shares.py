"""What the shares that a submission declares have to keep to: an allocation with a tolerance, as a rule.

An `allocate` is carried out when a footprint is recomputed. Where it says how far declared shares may be off, it asks
for something too: `SHARES-` and its id is the rule that says so, which reports and examples name like any other.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from footrule.check.rules import provisional_in
from footrule.check.scope import FileScope
from footrule.doubts.of_rule import Doubts
from footrule.doubts.situations import names_of_file
from footrule.measure.dimension import NUMBER
from footrule.measure.quantity import Quantity, exact, zero
from footrule.measure.unit import POINTS
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.types import TEXT, TRUTH, ListType, QuantityType, RecordType, Type
from footrule.model.walk import expressions_in, lets_used
from footrule.text.wording import Wording, worded

DECLARED, COMPUTED = "declared_share", "computed_share"
_DECLARED = model.Local(RecordType("allocation_factor"), DECLARED, DECLARED)
_COMPUTED = model.Local(RecordType("computed_share"), COMPUTED, COMPUTED)
_SHARE = QuantityType(NUMBER)
ONE_POINT = model.Constant(_SHARE, str(POINTS), exact(Fraction(1), POINTS), None)


def shares_rule(file: FileScope, of: standard.Allocation) -> standard.Rule | None:
    """The rule on declared shares of an allocation that has a tolerance; None where it has none, or the file errors.

    The limits that it names are those of what it says itself. Those by which the shares of a process are computed
    depend on the process, and its findings name them.
    """
    if of.tolerance is None or file.sink.has_errors:
        return None
    process = model.Local(RecordType("process"), of.on_each.variable, of.on_each.variable)
    factors = _list(_field(process, "allocation", RecordType("allocation")), "factors", "allocation_factor")
    given = model.PresenceOf(TRUTH, f"{factors.written} is given", factors, True)
    lets = lets_used([one for one in (of.when, of.tolerance.value) if one is not None], of.lets)
    when = given if of.when is None else model.BothOf(TRUTH, f"{of.when.written} and {given.written}", of.when, given)
    limits = provisional_in(file, expressions_in((of.on_each, of.when, lets, of.tolerance)))
    requirements = (
        _requirement(of, when, _every_declared_is_computed(process, factors, of.tolerance), _DIFFERS, limits),
        _requirement(of, when, _every_declared_bears(process, factors), _BEARS_NOTHING, limits),
        _requirement(of, when, _every_computed_is_declared(process, factors), _LEFT_OUT, limits),
    )
    return standard.Rule(
        id=standard.shares_rule_id(of.id),
        title=_title(of),
        standard=of.standard,
        section=of.section,
        cites=of.cites,
        for_each=of.on_each,
        phase_in=None,
        when=when,
        lets=lets,
        requirements=requirements,
        notes=(),
        written=of.written,
    )


_DIFFERS = worded(
    "a declared share is not what the allocation of this standard comes to",
    "所声明的分配系数与本标准的分配结果不符",
)
_BEARS_NOTHING = worded(
    "a share is declared of an output that bears nothing by this standard, or of a class of burdens that it has not",
    "为按本标准不承担负荷的输出声明了分配系数，或所列负荷类别不属于本标准",
)
_LEFT_OUT = worded("no share is declared of an output that bears a part", "未声明某一承担负荷的输出的分配系数")


def _title(of: standard.Allocation) -> Wording:
    return worded(f"Declared shares follow {of.id}", f"所声明的分配系数符合 {of.id}")


def _requirement(
    of: standard.Allocation,
    when: model.Expression,
    asserted: model.Expression,
    says: Wording,
    limits: tuple[standard.Parameter, ...],
) -> standard.Asserted:
    doubts = Doubts(names_of_file(), of.lets)
    doubts.reach(of.on_each, None, when)
    message = standard.Message(tuple((tag, (standard.MessagePart(text, None),)) for tag, text in says.texts))
    return standard.Asserted(
        "shall", asserted, None, message, limits, doubts.of_asserted(None, asserted), asserted.written
    )


def _every_declared_is_computed(
    process: model.Expression, factors: model.Expression, tolerance: standard.Tolerance
) -> model.Expression:
    """Of an output that bears a part: its declared share is near the computed one."""
    same, share = _same_output(process), _field(_COMPUTED, "share", _SHARE)
    written = f"sum({share.written} for {COMPUTED} in {_computed_shares().written} where {same.written})"
    total = model.AggregateOver(_SHARE, written, "sum", COMPUTED, share, _computed_shares(), same)
    near = _near(_field(_DECLARED, "share", _SHARE), total, tolerance)
    return _quantified(model.Quantifier.EVERY, DECLARED, factors, _bears(same), near)


def _every_declared_bears(process: model.Expression, factors: model.Expression) -> model.Expression:
    some = _bears(_same_output(process))
    return _quantified(model.Quantifier.EVERY, DECLARED, factors, _above_nothing(_DECLARED), some)


def _bears(same_output: model.Expression) -> model.Expression:
    return _quantified(model.Quantifier.SOME, COMPUTED, _computed_shares(), None, same_output)


def _above_nothing(of: model.Expression) -> model.Expression:
    share = _field(of, "share", _SHARE)
    nothing = model.Constant(_SHARE, "0", zero(NUMBER), None)
    return model.ComparisonOf(TRUTH, f"{share.written} > 0", model.Sign.ABOVE, share, nothing)


def _every_computed_is_declared(process: model.Expression, factors: model.Expression) -> model.Expression:
    some = _quantified(model.Quantifier.SOME, DECLARED, factors, None, _SAME_OUTPUT)
    bearing = _both(_of_process(process), _above_nothing(_COMPUTED))
    return _quantified(model.Quantifier.EVERY, COMPUTED, _computed_shares(), bearing, some)


def _computed_shares() -> model.Expression:
    recomputed = model.SubmissionField(RecordType("recomputed"), "recomputed", "recomputed")
    return _list(recomputed, "shares", "computed_share")


def _same_output(process: model.Expression) -> model.Expression:
    return _both(_of_process(process), _SAME_OUTPUT)


def _of_process(process: model.Expression) -> model.Expression:
    return _same_text(_field(_COMPUTED, "process", TEXT), _field(process, "id", TEXT))


def _near(one: model.Expression, other: model.Expression, tolerance: standard.Tolerance) -> model.Expression:
    value = tolerance.value
    if not tolerance.points:
        written = f"{one.written} within {value.written} of {other.written}"
        return model.WithinOf(TRUTH, written, one, value, other, True)
    written = f"{value.written} {POINTS}"
    if isinstance(value, model.Constant) and isinstance(value.value, Quantity) and value.parameter is None:
        points: model.Expression = replace(value, written=written, value=exact(value.value.value, POINTS))
    else:
        # A parameter stays what it is: a file that extends this one may set it to another value.
        points = model.ArithmeticOf(_SHARE, written, model.Operator.TIMES, value, ONE_POINT)
    return model.WithinOf(TRUTH, f"{one.written} within {written} of {other.written}", one, points, other, False)


def _same_text(one: model.Expression, other: model.Expression) -> model.Expression:
    return model.ComparisonOf(TRUTH, f"{one.written} = {other.written}", model.Sign.EXACTLY, one, other)


def _both(one: model.Expression, other: model.Expression) -> model.Expression:
    return model.BothOf(TRUTH, f"{one.written} and {other.written}", one, other)


def _field(base: model.Expression, name: str, kind: Type) -> model.Expression:
    return model.FieldOf(kind, f"{base.written}.{name}", base, name)


def _list(base: model.Expression, name: str, shape: str) -> model.Expression:
    return model.FieldOf(ListType(RecordType(shape)), f"{base.written}.{name}", base, name)


def _quantified(
    quantifier: model.Quantifier,
    variable: str,
    source: model.Expression,
    condition: model.Expression | None,
    asserted: model.Expression,
) -> model.Expression:
    where = "" if condition is None else f" where {condition.written}"
    written = f"{quantifier.value} {variable} in {source.written}{where} satisfies {asserted.written}"
    return model.QuantifiedOver(TRUTH, written, quantifier, variable, source, condition, asserted)


_SAME_OUTPUT = _both(
    _same_text(_field(_COMPUTED, "output", TEXT), _field(_DECLARED, "output", TEXT)),
    _same_text(_field(_COMPUTED, "burden_class", TEXT), _field(_DECLARED, "burden_class", TEXT)),
)
"""That a computed and a declared share are of one output, and of one class of burdens."""
