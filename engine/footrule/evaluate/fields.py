"""Reading the submission: fields, elements of lists, what is absent."""

from __future__ import annotations

from footrule.evaluate.context import Context
from footrule.evaluate.evidence import Reading, shown_and_noted, shown_in_text, shown_value
from footrule.evaluate.values import Lack, Result, SomeOf, Unknown, Value
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model.types import RecordType
from footrule.submission.element import Code, Element, Items, Moment, Number, RawObject, Record, Text, Truth, Unusable
from footrule.submission.factor_vocabulary import EMISSION_FACTOR
from footrule.submission.study_vocabulary import SUBMISSIONS
from footrule.text.wording import Wording, worded

EMPTY = SomeOf((), "")
NOT_DECLARED = worded("the standard declares no data of its category", "标准未声明该类别的数据")
NOT_IN_THE_ROW = worded("the row of the factor says nothing of it", "该因子的行未给出此项")
NOT_CHECKED_TOGETHER = worded(
    "nothing was handed in to check it with (--together FILES)", "未提交一并检查的文件（--together 文件）"
)
NOT_HANDED_IN = worded("no predecessor was handed in (--predecessor FILE)", "未提交前一版本（--predecessor 文件）")


def single_value(context: Context, element: Element, name: str) -> Result:
    """An element as a value, noted as evidence under the name the rule gives it."""
    return _noted(context, element, name, element.pointer, element.pointer)


def _noted(context: Context, element: Element, name: str, pointer: str | None, speaks_of_it: str) -> Result:
    """An element as a value; `pointer` is its place in the file, or None where it stands elsewhere.

    `speaks_of_it` is the place in the file at which to say that it is lacking.
    """
    value = _value_of(element)
    if value is not None:
        if context.evidence.kept and not isinstance(value, Record):
            context.evidence.read(Reading(name, pointer, *shown_and_noted(element)))
        return value
    if not isinstance(element, Unusable):
        return Unknown((Lack(name, speaks_of_it, NOT_DECLARED),))
    because = element.because
    context.evidence.read(Reading(name, pointer, None, because if not isinstance(because, str) else None))
    return Unknown((Lack(name, speaks_of_it, because, element.absent),))


def _value_of(element: Element) -> Value | None:
    """An element as a value; None where it has none that can be used."""
    match element:
        case Number():
            return element.quantity
        case Text():
            return element.text
        case Code():
            return model.CodeValue(element.code)
        case Record() | Items():
            return element
        case Truth():
            return element.value
        case Moment():
            return element.instant
        case Unusable() | RawObject():
            return None


def local(context: Context, node: model.Local) -> Result:
    """A variable that runs over a list, or a `let`."""
    element = context.elements.get(node.name)
    if element is not None:
        return element if isinstance(element, Record) else single_value(context, element, node.name)
    value = context.evaluate_named(node.name, context.lets[node.name])
    if context.evidence.kept and not isinstance(value, Unknown | Record | Items | SomeOf):
        context.evidence.read(Reading(node.name, None, shown_value(value)))
    return value


def submission_field(context: Context, node: model.SubmissionField) -> Result:
    """A field of the footprint that is assessed."""
    return _field(context, context.footprint, node.name, node.written, elsewhere=False)


def predecessor(context: Context, node: model.Predecessor) -> Result:
    """The footprint that this one follows."""
    if context.predecessor is None:
        return Unknown((Lack(node.written, _names_predecessor(context), NOT_HANDED_IN),))
    return context.predecessor


def field_of(context: Context, node: model.FieldOf) -> Result:
    """A field of a record."""
    base = context.evaluate(node.base)
    if isinstance(base, Unknown):
        return base
    assert isinstance(base, Record), f"the checker let {node.base.written} through as a record"
    if not context.evidence.kept and (value := _plain(base, node.name)) is not None:
        return value
    return _field(context, base, node.name, node.written, elsewhere=_elsewhere(context, node))


def _plain(record: Record, name: str) -> Value | None:
    """The value of a field, where it is there and can be used."""
    element = record.fields.get(name)
    return None if element is None else _value_of(element)


def _field(context: Context, record: Record, name: str, written: str, *, elsewhere: bool) -> Result:
    """A field of a record; one that stands `elsewhere` (see `_elsewhere`) has no place in this file."""
    element = record.fields.get(name)
    if element is None:
        speaks_of_it = _speaks_of(context, record) if elsewhere else record.place_of(name)
        because = _why_absent(context, record, name)
        pointer = None if elsewhere else speaks_of_it
        if context.evidence.takes(pointer):
            context.evidence.read(Reading(written, pointer, None))
        return Unknown((Lack(written, speaks_of_it, because, because is not None),))
    if elsewhere:
        return _noted(context, element, written, None, _speaks_of(context, record))
    return _noted(context, element, written, element.pointer, element.pointer)


def _why_absent(context: Context, record: Record, name: str) -> Wording | None:
    """Why a field is not there, where that is nothing that its submitter left out."""
    if record.shape == EMISSION_FACTOR:
        return NOT_IN_THE_ROW
    return NOT_CHECKED_TOGETHER if record is context.footprint and name == SUBMISSIONS else None


def _speaks_of(context: Context, record: Record) -> str:
    """The place in this file that speaks of a record which stands elsewhere."""
    return context.footprint.pointer if record.shape == EMISSION_FACTOR else _names_predecessor(context)


def _elsewhere(context: Context, node: model.Expression) -> bool:
    """Whether a path begins in the predecessor or in the factor database, and so has no place in this file."""
    while True:
        if isinstance(node, model.FieldOf):
            node = node.base
        elif isinstance(node, model.Definition):
            node = node.value
        elif isinstance(node, model.Local) and node.name in context.lets:
            node = context.lets[node.name]
        else:
            return isinstance(node, model.Predecessor | model.BuiltinCall)


def _names_predecessor(context: Context) -> str:
    """The place in this file that speaks of the predecessor."""
    return context.footprint.place_of("preceding_ids")


def presence(context: Context, node: model.Expression) -> bool | Unknown:
    """Whether a field is given.

    A field of a record that is missing is missing, and so is one that the format has no attribute for, and one that is
    absent for a reason (an amount in kWh has no mass); one that is there and cannot be used is unknown.
    """
    match node:
        case model.Predecessor():
            return context.predecessor is not None
        case model.SubmissionField(_, written, name):
            return _present(context, context.footprint, name, written, elsewhere=False)
        case model.FieldOf(_, written, model.Local(_, _, of), name) if isinstance(
            of_list := context.elements.get(of), Record
        ):
            return _present(context, of_list, name, written, elsewhere=False)
        case model.FieldOf(_, written, base, name):
            quiet = context.aside()
            above = presence(quiet, base)
            if above is not True:
                return above
            # Which row of the factor database was asked is evidence; of a submission, the field itself is.
            record = (context if isinstance(base, model.BuiltinCall) else quiet).evaluate(base)
            if isinstance(record, Unknown):
                return record
            assert isinstance(record, Record), f"the checker let {base.written} through as a record"
            return _present(context, record, name, written, elsewhere=_elsewhere(context, node))
        case model.Local(_, _, name) if name in context.lets:
            return presence(context, context.lets[name])
        case model.Local(_, written, name):
            element = context.elements[name]
            return (
                Unknown((Lack(written, element.pointer, element.because),)) if isinstance(element, Unusable) else True
            )
        case model.Definition(_, _, _, value):
            return presence(context.at_file_level(), value)
        case model.BuiltinCall() if isinstance(node.type, RecordType):
            return _answered(context, node)
        case _:
            return True


def _answered(context: Context, node: model.BuiltinCall) -> bool | Unknown:
    """Whether the factor database has a row that a call asks for; not known where what it asks is not."""
    for argument in node.arguments:
        asked = context.aside().evaluate(argument)
        if isinstance(asked, Unknown):
            return asked
    return not isinstance(context.evaluate(node), Unknown)


def _present(context: Context, record: Record, name: str, written: str, *, elsewhere: bool) -> bool | Unknown:
    element = record.fields.get(name)
    place = None if elsewhere else record.place_of(name)
    if element is None:
        context.evidence.read(Reading(written, place, None))
        return False
    if isinstance(element, Unusable):
        if isinstance(element.because, Wording):
            # Its format has no such field, or the value has not: nobody gave it.
            context.evidence.read(Reading(written, place, None, element.because))
            return False
        return Unknown((Lack(written, place or _speaks_of(context, record), element.because),))
    if context.evidence.kept:
        context.evidence.read(Reading(written, place, *shown_and_noted(element)))
    return True


def shown(context: Context, node: model.Expression) -> str | None:
    """How an expression reads to a person: a field as it is printed in the file, anything else by its value.

    A number that is not used as it is printed (a share given as a fraction, a figure for one unit) reads by its value.
    """
    noting = context.noting() if _leaves_its_name(context, node) else context
    value = noting.evaluate(node)
    if isinstance(value, Unknown):
        return None
    if isinstance(value, Items | SomeOf):
        return shown_in_text(value.elements)
    printed = noting.evidence.readings.get((node.written, place_of(context, node))) if noting is not context else None
    if printed is None or (isinstance(value, Quantity) and printed.note is not None):
        return shown_value(value)
    return printed.shown


def _leaves_its_name(context: Context, node: model.Expression) -> bool:
    """Whether the evidence of an expression is told under the name of that expression itself."""
    if isinstance(node, model.Local):
        return node.name in context.elements
    return isinstance(node, model.SubmissionField | model.FieldOf | model.BuiltinCall)


def absent_taken_as(context: Context, node: model.AbsentTakenAs) -> Result:
    """The field's value; where it is absent, the default, and the evidence says so."""
    quiet = context.aside()
    present = presence(quiet, node.operand)
    if isinstance(present, Unknown):
        return present
    if present or _is_not_in_format(quiet, node.operand):
        return context.evaluate(node.operand)
    default = context.evaluate(node.default)
    pointer = place_of(quiet, node.operand)
    if context.evidence.takes(pointer):
        shown = shown_value(default)
        note = worded(f"absent, taken as {shown}", f"未提供，按 {shown} 计")
        context.evidence.read(Reading(node.operand.written, pointer, None, note))
    return default


def _is_not_in_format(quiet: Context, operand: model.Expression) -> bool:
    """Whether a field is not given because its format has none: that is no absence that a standard speaks of."""
    value = quiet.evaluate(operand)
    return isinstance(value, Unknown) and any(lack.because is not None and not lack.absent for lack in value.lacks)


def place_of(context: Context, node: model.Expression) -> str | None:
    """The place in the file of what an expression names, given or not; None where it names no place."""
    match node:
        case model.Predecessor():
            return None
        case model.FieldOf() if _elsewhere(context, node):
            return None
        case model.SubmissionField(_, _, name):
            return context.footprint.place_of(name)
        case model.FieldOf(_, _, base, name):
            record = context.aside().evaluate(base)
            return record.place_of(name) if isinstance(record, Record) else place_of(context, base)
        case model.Local(_, _, name) if name in context.elements:
            return context.elements[name].pointer
        case model.Local(_, _, name):
            return place_of(context, context.lets[name])
        case model.Definition(_, _, _, value):
            return place_of(context.at_file_level(), value)
        case _:
            return None
