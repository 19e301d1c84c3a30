"""What the language knows of a builtin: declared once, read by the checker, the interpreter and the reference."""

from __future__ import annotations

from collections.abc import Callable

from footrule.frozen import Frozen, dataclass
from footrule.measure.quantity import Quantity
from footrule.model.types import CodeType, InstantType, QuantityType, RecordType, TextType
from footrule.text.wording import Wording


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SameDimension(Frozen):
    """A parameter of any dimension, or a result of the first argument's dimension."""


ParameterType = QuantityType | TextType | InstantType | CodeType | RecordType | SameDimension


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Builtin(Frozen):
    """A builtin function.

    `run` is given exact quantities and texts, never what is missing; it answers None where there is no value (the rule
    is then undetermined). With `accepts`, text arguments must be literals, so that a mistake in them is the author's to
    mend; it says which texts are right.
    `partial` says that `run` may answer None for arguments that the checker lets through; `keeps_zero` that the result
    (and either end of its interval) is zero exactly where the one argument's is.
    One that has several forms says the other ones with `further`, by their numbers of arguments. One that
    `asks_factors` has no `run` of its own here: the evaluator asks the factor database.
    """

    name: str
    parameters: tuple[ParameterType, ...]
    result: ParameterType
    meaning: Wording
    example: str
    example_value: str
    run: Callable[..., Quantity | None] | None
    accepts: Callable[[str], bool] | None
    partial: bool
    keeps_zero: bool
    further: tuple[tuple[ParameterType, ...], ...] = ()

    @property
    def asks_factors(self) -> bool:
        """Whether the evaluator asks the factor database for what it answers."""
        return self.run is None

    def form(self, arguments: int) -> tuple[ParameterType, ...] | None:
        """The parameters of the form that takes so many arguments, or None where there is none."""
        return next((one for one in (self.parameters, *self.further) if len(one) == arguments), None)
