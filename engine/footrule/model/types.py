"""The types of the language."""

from __future__ import annotations

from footrule.frozen import Frozen, dataclass
from footrule.measure.dimension import Dimension


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TruthType(Frozen):
    """True, false, or undetermined."""

    def __str__(self) -> str:
        return "a condition"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class QuantityType(Frozen):
    """A number with a dimension; a pure number has none."""

    dimension: Dimension

    def __str__(self) -> str:
        return str(self.dimension)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextType(Frozen):
    """A text."""

    def __str__(self) -> str:
        return "text"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InstantType(Frozen):
    """A date or a moment."""

    def __str__(self) -> str:
        return "date"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DurationType(Frozen):
    """A calendar duration."""

    def __str__(self) -> str:
        return "duration"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodeType(Frozen):
    """One of a closed list of codes, by the list's name and members."""

    name: str
    codes: tuple[str, ...]

    def __str__(self) -> str:
        return f"code of {self.name}"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecordType(Frozen):
    """A record of the submission, by the name of its shape."""

    shape: str

    def __str__(self) -> str:
        return self.shape.replace("_", " ")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListType(Frozen):
    """A list of one type; the empty list alone has no element type yet."""

    element: Type | None

    def __str__(self) -> str:
        return "an empty list" if self.element is None else f"list of {self.element}"


Type = TruthType | QuantityType | TextType | InstantType | DurationType | CodeType | RecordType | ListType

TRUTH = TruthType()
TEXT = TextType()
INSTANT = InstantType()
DURATION = DurationType()
EMPTY_LIST = ListType(None)
