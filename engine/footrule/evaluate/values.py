"""What an expression comes to: a value, or not known and why."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity
from footrule.model.expression import CodeValue
from footrule.submission.element import Element, Items, Record
from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lack(Frozen):
    """One thing that is missing: its name in the rule, its place in the file, and why it is not there.

    `absent`: the reason is that of something which was not given, not of something which cannot be used.
    """

    name: str
    pointer: str
    because: str | Wording | None
    absent: bool = False


MOST_LACKS = 20
"""As many lacks are named; a list of thousands of unusable entries needs no more to be undetermined."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unknown(Frozen):
    """Not known: what is lacking, or (with no lacks) a value that does not exist, such as a division by zero."""

    lacks: tuple[Lack, ...]
    why: Wording | None = None

    def and_also(self, other: Unknown) -> Unknown:
        """Both reasons, each once, up to `MOST_LACKS` of them."""
        more = () if len(self.lacks) >= MOST_LACKS else tuple(lack for lack in other.lacks if lack not in self.lacks)
        return Unknown((self.lacks + more)[:MOST_LACKS], self.why or other.why)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SomeOf(Frozen):
    """A list that an expression made: a selection. `place` is the pointer of the list it was made from."""

    elements: tuple[Element, ...]
    place: str


MOST_BITS = 10_000
"""The longest numerator or denominator that is computed with: some 3,000 digits, where a submission has 40."""
TOO_LONG = worded("a number has grown beyond what can be computed with", "数值位数过多，无法计算")

Value = bool | Quantity | str | CodeValue | Instant | Duration | Record | Items | SomeOf
Result = Value | Unknown
"""What every expression comes to; a condition comes to true, false or Unknown (Kleene's third value)."""


def kleene_and(left: Result, right: Result) -> Result:
    """False if either is false, else Unknown if either is, else true."""
    if left is False or right is False:
        return False
    if isinstance(left, Unknown):
        return left.and_also(right) if isinstance(right, Unknown) else left
    return right


def kleene_or(left: Result, right: Result) -> Result:
    """True if either is true, else Unknown if either is, else false."""
    if left is True or right is True:
        return True
    if isinstance(left, Unknown):
        return left.and_also(right) if isinstance(right, Unknown) else left
    return right


def kleene_not(operand: Result) -> Result:
    """True becomes false, false true; Unknown stays."""
    return operand if isinstance(operand, Unknown) else not operand


def settled(quantity: Quantity) -> Quantity | Unknown:
    """A computed quantity, or Unknown where its digits have grown beyond measure: squaring doubles them each time."""
    for part in (quantity.value, quantity.low, quantity.high):
        if part.numerator.bit_length() > MOST_BITS or part.denominator.bit_length() > MOST_BITS:
            return Unknown((), TOO_LONG)
    return quantity
