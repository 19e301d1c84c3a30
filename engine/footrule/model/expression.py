"""Checked expressions. Every node has its type; every name has become what it stands for.

`written` is the expression as its author wrote it, for evidence and messages.
"""

from __future__ import annotations

from enum import Enum

from footrule.frozen import Frozen, dataclass
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity
from footrule.model.types import Type


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeValue(Frozen):
    """A code by its name in the language."""

    code: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Node(Frozen):
    """What every checked expression has."""

    type: Type
    written: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Constant(Node):
    """A literal, or the value of a parameter (then `parameter` is its name)."""

    value: Quantity | str | Instant | Duration | bool | CodeValue
    parameter: str | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UnsetParameter(Node):
    """A parameter that is left open: it has a type and no value yet."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EmptyList(Node):
    """`none`: a list without elements."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Local(Node):
    """The element of an enclosing `for each`, quantifier, selection or aggregate, or a `let`."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Definition(Node):
    """A `define` of the file: its expression, evaluated where it is used."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SubmissionField(Node):
    """A field of the footprint that is assessed."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Predecessor(Node):
    """The footprint that this one follows, where it was handed in."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FieldOf(Node):
    """A field of a record."""

    base: Expression
    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BuiltinCall(Node):
    """A builtin function by name; its implementation stands in `builtins`."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AggregateOver(Node):
    """`sum`, `count`, `min`, `max`, `mean` of an element over a list, or over a filtered part of it."""

    name: str
    variable: str
    element: Expression
    source: Expression
    condition: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Selection(Node):
    """`those ... where`: the part of a list for which a condition holds."""

    variable: str
    source: Expression
    condition: Expression


class Quantifier(Enum):
    """How many elements have to satisfy a condition."""

    EVERY = "every"
    SOME = "some"
    NO = "no"
    EXACTLY_ONE = "exactly one"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class QuantifiedOver(Node):
    """A quantifier over a list, or over a filtered part of it."""

    quantifier: Quantifier
    variable: str
    source: Expression
    condition: Expression | None
    asserted: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Choice(Node):
    """`if ... then ... else ...`."""

    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Negation(Node):
    """The negative of a quantity."""

    operand: Expression


class Operator(Enum):
    """The operators of arithmetic."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ArithmeticOf(Node):
    """Two quantities, or an instant and a duration."""

    operator: Operator
    left: Expression
    right: Expression


class Sign(Enum):
    """The comparisons. `EXACTLY` and the inequalities take numbers as printed; `EQUALS` allows printed rounding."""

    EXACTLY = "="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
    EQUALS = "equals"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ComparisonOf(Node):
    """Two values of one type compared."""

    sign: Sign
    left: Expression
    right: Expression


class TextTest(Enum):
    """What is asked of a text: letter by letter, in the case it is written in."""

    CONTAINS = "contains"
    STARTS_WITH = "starts with"
    ENDS_WITH = "ends with"
    LIES_IN = "lies in"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextTestOf(Node):
    """Whether a text contains, begins or ends with another, or is the code of a place that lies in another."""

    test: TextTest
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WithinOf(Node):
    """`left` differs from `right` by at most `tolerance`: of |right| if `relative`, else as a quantity."""

    left: Expression
    tolerance: Expression
    right: Expression
    relative: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PresenceOf(Node):
    """Whether a value is given, or missing."""

    operand: Expression
    given: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GivenWithin(Node):
    """Whether a field is given in a record; not known where the record itself is missing.

    What a `data` block requires: a submission without any data of the category lacks them, one that has them and
    leaves this one out does not conform.
    """

    record: Expression
    field: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OneOf(Node):
    """Whether a value is one of some."""

    left: Expression
    members: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ElementOf(Node):
    """Whether a value is in a list of the submission."""

    left: Expression
    list: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BothOf(Node):
    """`and`, by Kleene's tables."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EitherOf(Node):
    """`or`, by Kleene's tables."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NotOf(Node):
    """`not`."""

    operand: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AbsentTakenAs(Node):
    """A field that counts as `default` where it is not given; the finding says so."""

    operand: Expression
    default: Expression


Expression = (
    Constant | UnsetParameter | EmptyList | Local | Definition | SubmissionField | Predecessor | FieldOf | BuiltinCall
    | AggregateOver | Selection | QuantifiedOver | Choice | Negation | ArithmeticOf | ComparisonOf | TextTestOf
    | WithinOf | PresenceOf | GivenWithin | OneOf | ElementOf | BothOf | EitherOf | NotOf | AbsentTakenAs
)  # fmt: skip
