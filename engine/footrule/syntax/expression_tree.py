"""Expressions as written: names are not looked up, units not read, nothing is typed."""

from __future__ import annotations

from datetime import date

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import Printed
from footrule.text.source import Span

DEEPEST = 100
"""The most parts of an expression that may stand inside one another, counted through the names it uses."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Amount(Frozen):
    """A number with an optional unit symbol."""

    number: Printed
    unit: str | None
    unit_span: Span | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Text(Frozen):
    """A quoted text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Day(Frozen):
    """A calendar date."""

    day: date
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class YesNo(Frozen):
    """`true` or `false`."""

    value: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoneGiven(Frozen):
    """`none`: the empty list that an absent list is taken as."""

    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reference(Frozen):
    """A name: a local, a parameter, a definition, a field of the submission, or a code."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FieldAccess(Frozen):
    """`base.name`."""

    base: Expression
    name: str
    name_span: Span
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Call(Frozen):
    """`name(argument, ...)`."""

    name: str
    name_span: Span
    arguments: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Aggregate(Frozen):
    """`name(element for variable in source where condition)`."""

    name: str
    name_span: Span
    element: Expression
    variable: str
    variable_span: Span
    source: Expression
    condition: Expression | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Those(Frozen):
    """`those variable in source where condition`."""

    variable: str
    variable_span: Span
    source: Expression
    condition: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quantified(Frozen):
    """`every|some|no|exactly one variable in source where condition satisfies asserted`."""

    quantifier: str
    variable: str
    variable_span: Span
    source: Expression
    condition: Expression | None
    asserted: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Conditional(Frozen):
    """`if condition then one else other`."""

    condition: Expression
    then: Expression
    otherwise: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Negative(Frozen):
    """`-operand`."""

    operand: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Arithmetic(Frozen):
    """`left + - * / right`."""

    operator: str
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Comparison(Frozen):
    """`left sign right`; `sign` is =, <, <=, >, >=, `equals`, or `is` (a code or text test), with `is not`."""

    sign: str
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextTest(Frozen):
    """`left contains right`, `left starts with right`, `left ends with right`, `left lies in right`."""

    test: str
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Within(Frozen):
    """`left within tolerance of right`."""

    left: Expression
    tolerance: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Presence(Frozen):
    """`operand is given` or `operand is missing`."""

    operand: Expression
    given: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Membership(Frozen):
    """`left in {a, b}` or `left in list`, or its denial; exactly one of `members` and `list` is given."""

    left: Expression
    members: tuple[Expression, ...] | None
    list: Expression | None
    denied: bool
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Logic(Frozen):
    """`left and right`, `left or right`."""

    operator: str
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Not(Frozen):
    """`not operand`."""

    operand: Expression
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AbsentAs(Frozen):
    """`operand absent as default`."""

    operand: Expression
    default: Expression
    span: Span


Expression = (
    Amount | Text | Day | YesNo | NoneGiven | Reference | FieldAccess | Call | Aggregate | Those | Quantified
    | Conditional | Negative | Arithmetic | Comparison | TextTest | Within | Presence | Membership
    | Logic | Not | AbsentAs
)  # fmt: skip
