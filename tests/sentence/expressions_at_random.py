"""Checked expressions at random, over few names and few numbers, so that what is nearly the same comes up often."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TypeVar, cast

from hypothesis import strategies as st

from footrule.measure.dimension import MASS
from footrule.measure.instant import Duration, start_of
from footrule.measure.quantity import exact
from footrule.measure.unit import ONE, PERCENT, read_unit
from footrule.model import expression as model
from footrule.model.expression import Expression, Operator, Quantifier, Sign, TextTest
from footrule.model.types import DURATION, INSTANT, TEXT, TRUTH, CodeType, ListType, QuantityType, RecordType, Type

_KG = read_unit("kg")
assert _KG is not None
_TONNE = read_unit("t")
assert _TONNE is not None
_A_MASS, _A_NUMBER = QuantityType(MASS), QuantityType(ONE.dimension)
_ROLE = CodeType("output_role", ("main", "waste"))
_OUTPUT, _PROCESS, _PCF, _ROOT = (RecordType(name) for name in ("output", "process", "pcf", "footprint"))
_LISTS = ("outputs", "kept")
_SIGNS = (Sign.EXACTLY, Sign.BELOW, Sign.AT_MOST, Sign.ABOVE, Sign.AT_LEAST, Sign.EQUALS)


def _constant(kind: Type, value: object, parameter: str | None = None) -> model.Constant:
    return model.Constant(kind, "", cast(str, value), parameter)


_PCF_FIELD = model.SubmissionField(_PCF, "", "pcf")
_BEFORE = model.Predecessor(_ROOT, "")
_MASSES: tuple[Expression, ...] = (
    model.FieldOf(_A_MASS, "", _PCF_FIELD, "mass"),
    model.FieldOf(_A_MASS, "", _PCF_FIELD, "fossil_carbon"),
    model.FieldOf(_A_MASS, "", model.FieldOf(_PCF, "", _BEFORE, "pcf"), "mass"),
    model.FieldOf(_A_MASS, "", model.Local(_OUTPUT, "", "o"), "mass"),
    model.FieldOf(_A_MASS, "", model.Local(_OUTPUT, "", "p"), "mass"),
    model.Local(_A_MASS, "", "fed"),
    model.Definition(_A_MASS, "", "made", model.FieldOf(_A_MASS, "", _PCF_FIELD, "mass")),
    _constant(_A_MASS, exact(Fraction(1), _KG)),
    _constant(_A_MASS, exact(Fraction(1), _TONNE)),
    _constant(_A_MASS, exact(Fraction(-1), _KG)),
    _constant(_A_MASS, exact(Fraction(1), _KG), "limit"),
)  # fmt: skip
_NUMBERS: tuple[Expression, ...] = (
    _constant(_A_NUMBER, exact(Fraction(1), ONE)),
    _constant(_A_NUMBER, exact(Fraction(1), PERCENT)),
    _constant(_A_NUMBER, exact(Fraction(1), PERCENT), "limit"),
    model.FieldOf(_A_NUMBER, "", _PCF_FIELD, "declared_amount"),
)
_TRUTHS: tuple[Expression, ...] = (
    model.FieldOf(TRUTH, "", _PCF_FIELD, "packaging_included"),
    model.Local(TRUTH, "", "holds"),
    model.Definition(TRUTH, "", "clear", _constant(TRUTH, True)),
    _constant(TRUTH, True),
    _constant(TRUTH, False),
)
_ROLES: tuple[Expression, ...] = (
    model.FieldOf(_ROLE, "", model.Local(_OUTPUT, "", "o"), "role"),
    _constant(_ROLE, model.CodeValue("main")),
    _constant(_ROLE, model.CodeValue("waste")),
    _constant(_ROLE, model.CodeValue("waste"), "limit"),
)
_WORDS: tuple[Expression, ...] = (
    model.SubmissionField(TEXT, "", "id"),
    model.SubmissionField(TEXT, "", "comment"),
    *(_constant(TEXT, text) for text in ("a", 'a" and "b', "a\\", "", "`o`", "“id”")),
)
_MOMENTS: tuple[Expression, ...] = (
    model.SubmissionField(INSTANT, "", "created"),
    model.ArithmeticOf(
        INSTANT, "", Operator.PLUS, model.SubmissionField(INSTANT, "", "created"), _constant(DURATION, Duration(12, 0))
    ),
    _constant(INSTANT, start_of(date(2026, 1, 1))),
)


@cache
def masses(depth: int) -> st.SearchStrategy[Expression]:
    """Values that are masses."""
    plain = st.sampled_from(_MASSES)
    if depth == 0:
        return plain
    inner, asked = masses(depth - 1), conditions(depth - 1)
    counts = st.builds(model.ArithmeticOf, _is(_A_MASS), _is(""), st.sampled_from(Operator), inner, inner | numbers(0))
    chosen = st.builds(model.Choice, _is(_A_MASS), _is(""), asked, inner, inner)
    summed = st.builds(
        model.AggregateOver, _is(_A_MASS), _is(""), st.sampled_from(("sum", "min", "max", "mean", "count", "distinct")),
        st.sampled_from("op"), inner | st.just(model.Local(_OUTPUT, "", "o")), lists(depth - 1), st.none() | asked,
    )  # fmt: skip
    called = st.builds(lambda one: model.BuiltinCall(_A_MASS, "", "abs", (one,)), inner)
    negated = st.builds(model.Negation, _is(_A_MASS), _is(""), inner)
    absent = st.builds(
        model.AbsentTakenAs, _is(_A_MASS), _is(""), st.sampled_from(_MASSES[:4]), st.sampled_from(_MASSES[7:9])
    )
    return plain | counts | chosen | summed | called | negated | absent


@cache
def numbers(depth: int) -> st.SearchStrategy[Expression]:
    """Values that are plain numbers."""
    return (
        st.sampled_from(_NUMBERS)
        if depth == 0
        else st.sampled_from(_NUMBERS)
        | st.builds(
            model.ArithmeticOf, _is(_A_NUMBER), _is(""), _is(Operator.OVER), masses(depth - 1), masses(depth - 1)
        )
    )


@cache
def lists(depth: int) -> st.SearchStrategy[Expression]:
    """Lists of outputs."""
    kind = ListType(_OUTPUT)
    of_process = model.FieldOf(kind, "", model.Local(_PROCESS, "", "p"), "outputs")
    named = model.Definition(kind, "", "kept", of_process)
    plain: st.SearchStrategy[Expression] = st.sampled_from((of_process, named))
    with_none = plain.map(lambda one: model.AbsentTakenAs(kind, "", one, model.EmptyList(kind, "")))
    if depth == 0:
        return plain | with_none
    return plain | st.builds(
        model.Selection, _is(kind), _is(""), st.sampled_from("op"), lists(depth - 1), conditions(depth - 1)
    )


def _compared(values: st.SearchStrategy[Expression], *signs: Sign) -> st.SearchStrategy[Expression]:
    return st.builds(model.ComparisonOf, _is(TRUTH), _is(""), st.sampled_from(signs), values, values)


@cache
def predicates(depth: int) -> st.SearchStrategy[Expression]:
    """Conditions on values."""
    values = masses(depth)
    given_in = st.builds(model.GivenWithin, _is(TRUTH), _is(""), _is(_PCF_FIELD), st.sampled_from(_MASSES[:2]))
    members = st.lists(st.sampled_from(_ROLES), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.sampled_from(_TRUTHS),
        _compared(values, *_SIGNS),
        _compared(st.sampled_from(_ROLES), Sign.EXACTLY),
        _compared(st.sampled_from(_WORDS), Sign.EXACTLY),
        _compared(st.sampled_from(_TRUTHS), Sign.EXACTLY),
        _compared(st.sampled_from(_MOMENTS), *_SIGNS[:5]),
        st.builds(model.PresenceOf, _is(TRUTH), _is(""), st.sampled_from((*_MASSES[:7], _BEFORE)), st.booleans()),
        given_in,
        st.builds(model.WithinOf, _is(TRUTH), _is(""), values, numbers(0), values, st.booleans()),
        st.builds(model.OneOf, _is(TRUTH), _is(""), st.sampled_from(_ROLES), members),
        st.builds(model.ElementOf, _is(TRUTH), _is(""), values, lists(depth)),
        st.builds(model.TextTestOf, _is(TRUTH), _is(""), st.sampled_from(TextTest), *[st.sampled_from(_WORDS)] * 2),
    )


@cache
def conditions(depth: int) -> st.SearchStrategy[Expression]:
    """Conditions, of some depth at most."""
    if depth == 0:
        return predicates(0)
    inner = conditions(depth - 1)
    joined = (st.builds(kind, _is(TRUTH), _is(""), inner, inner) for kind in (model.BothOf, model.EitherOf))
    return st.one_of(
        predicates(depth - 1),
        *joined,
        st.builds(model.NotOf, _is(TRUTH), _is(""), inner),
        st.builds(model.Choice, _is(TRUTH), _is(""), inner, inner, inner),
        st.builds(
            model.QuantifiedOver, _is(TRUTH), _is(""), st.sampled_from(Quantifier), st.sampled_from("op"),
            lists(depth - 1), st.none() | inner, inner,
        ),
    )  # fmt: skip


_T = TypeVar("_T")


def _is(value: _T) -> st.SearchStrategy[_T]:
    return st.just(value)


def _parts(node: model.Node) -> tuple[str, ...]:
    """The fields of a node, but for its type and how it was written."""
    names: tuple[str, ...] = node.__match_args__
    return names[2:]


def form(part: object) -> object:
    """What decides: everything but types, and how it was written."""
    if isinstance(part, tuple):
        return tuple(form(one) for one in cast(tuple[object, ...], part))
    if isinstance(part, model.Node):
        names = _parts(part)
        return type(part).__name__, *(form(getattr(part, name)) for name in names)
    if is_dataclass(part) and not isinstance(part, type):
        return type(part).__name__, *(form(getattr(part, one.name)) for one in fields(part))
    return type(part).__name__, part


def nodes(node: model.Node) -> list[model.Node]:
    """The node and all below it, but for what stands behind a name."""
    found = [node]
    for name in _parts(node):
        value: object = getattr(node, name)
        if isinstance(value, model.Node) and not isinstance(node, model.Definition):
            found += nodes(value)
    return found


def with_other(node: model.Node, old: model.Node, new: model.Node) -> model.Node:
    """The node with one of those below it (or itself) put in another's place."""
    if node is old:
        return new
    changed: dict[str, object] = {}
    for name in _parts(node):
        value: object = getattr(node, name)
        if isinstance(value, model.Node):
            changed[name] = with_other(value, old, new)
    return replace(node, **changed)  # type: ignore[arg-type]
