"""What an expression has become in the generated code: the name of a variable, and what is known of it beforehand.

`may_lack` says that the variable can be None, which is the third truth value and everything else that is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from footrule.frozen import Frozen, dataclass
from footrule.submission.wire import AttributeTable, WireKind


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Truth(Frozen):
    """True, False, or None.

    `proves` are variables that are not None where it is true, `refutes` those that are not where it is false.
    """

    code: str
    may_lack: bool
    proves: frozenset[str] = frozenset()
    refutes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words(Frozen):
    """A text."""

    code: str
    may_lack: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Coded(Frozen):
    """A code, spelled as the file prints it: `names` gives the language's names; None where any text may be printed.

    One that is spelled as the language does has `names` empty.
    """

    code: str
    may_lack: bool
    names: Mapping[str, str] | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Moment(Frozen):
    """An `Instant`."""

    code: str
    may_lack: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Amount(Frozen):
    """A quantity in base units, in floating point.

    `size` is the sum of the absolute terms that it was computed from, by which its rounding is bounded; "" where it is
    its own absolute value. `low` and `high` are the ends of its interval, "" where nobody asked for them. A `whole` one
    is a whole number and exact. `exactly` is code for the exact value, "" where it takes the interpreter. Of amounts
    that are `rounded_once` the greatest exact value is among those of the greatest float. A constant has a `literal`
    value, and an `exact` one. One that is `positive` is known not to be below zero, and the sum of its absolute terms
    is itself. `factors` and `quotients` say how many printed numbers are multiplied in it at most, and how many
    quotients are added up: with too many of them an exact value has more digits than are computed with (see
    `evaluate.values.settled`).
    """

    code: str
    may_lack: bool
    size: str = ""
    low: str = ""
    high: str = ""
    whole: bool = False
    exactly: str = ""
    rounded_once: bool = False
    literal: float | None = None
    positive: bool = False
    exact: Fraction | None = None
    factors: int = 1
    quotients: int = 0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Structure(Frozen):
    """A record: a structure of the projection by its table."""

    code: str
    may_lack: bool
    table: AttributeTable


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Told(Frozen):
    """A record that stands in no file: a mapping from field to value (`shape` recomputed, or a row of factors)."""

    code: str
    may_lack: bool
    shape: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sequence(Frozen):
    """A list: of what its `element` says, as the file has it, or of records that stand in no file (their shape)."""

    code: str
    may_lack: bool
    element: WireKind | str | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lacking(Frozen):
    """What is never known: of a predecessor that was not handed in."""

    code: str = "None"
    may_lack: bool = True


Value = Truth | Words | Coded | Moment | Amount | Structure | Told | Sequence | Lacking


class NotCompiled(Exception):
    """A construct that takes the interpreter; the rule that has it is left to it."""
