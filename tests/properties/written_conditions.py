"""Well-typed conditions of every kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from footrule.measure.dimension import NUMBER
from footrule.model.types import (
    INSTANT,
    TEXT,
    TRUTH,
    CodeType,
    InstantType,
    ListType,
    QuantityType,
    RecordType,
    TextType,
    Type,
)
from tests.language.small_world import SMALL
from tests.properties import parts
from tests.properties.dice import Dice, chance, pick
from tests.properties.parts import Part, at_least, bound, part
from tests.properties.scope import UNITS, Named, Scope

ORDERED = (" > ", " < ", " >= ", " <= ")


class Conditions(ABC):
    """Makes conditions from the names of a scope."""

    dice: Dice
    presence: bool
    """Whether a condition may ask if something is given, or say what its absence means."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.presence = True

    @abstractmethod
    def of(self, scope: Scope, kind: Type, depth: int) -> Part:
        """An expression of a type."""

    @abstractmethod
    def literal(self, kind: Type) -> Part:
        """A literal of a type."""

    @abstractmethod
    def path(self, scope: Scope, kind: Type) -> Part | None:
        """Something of a type that may be given or missing."""

    @abstractmethod
    def choice(self, scope: Scope, kind: Type, depth: int) -> Part:
        """`if ... then ... else ...`."""

    @abstractmethod
    def absent_as(self, scope: Scope, kind: Type) -> Part | None:
        """`FIELD absent as VALUE`, where the scope has such a field."""

    @abstractmethod
    def literal_or_named(self, scope: Scope, kind: Type) -> Part:
        """A literal of a type, or a name that stands for one."""

    @abstractmethod
    def source(self, scope: Scope, over: Named, depth: int) -> Part:
        """What something runs over: that list, or one of its type."""

    @abstractmethod
    def new_variable(self) -> str:
        """A name that stands nowhere else in the file."""

    def condition(self, scope: Scope, depth: int, binds: int = parts.LOOSE) -> Part:
        """A condition where nothing but a condition may stand."""
        return part("condition", at_least(binds, self.truth(scope, depth)))

    def where(self, scope: Scope, depth: int) -> tuple[Part | str, ...]:
        """`where CONDITION`, or nothing."""
        return (" ", part("needed", "where"), " ", self.condition(scope, depth)) if chance(self.dice, 2) else ()

    def truth(self, scope: Scope, depth: int) -> Part:
        """An expression that comes to true or false."""
        if depth <= 0:
            named = scope.of(TRUTH)
            return pick(self.dice, named).written() if named and not chance(self.dice, 5) else self.literal(TRUTH)
        made: list[Callable[[Scope, int], Part]] = [
            self._comparison, self._logic, self._quantified, self._not, self._codes, self._membership, self._within,
            self._in_list, self._text_test, self._choice, self._comparison, self._absent,
            *((self._presence, self._presence) if self.presence else ()),
        ]  # fmt: skip
        return pick(self.dice, made)(scope, depth)

    def _choice(self, scope: Scope, depth: int) -> Part:
        return self.choice(scope, TRUTH, depth)

    def _absent(self, scope: Scope, depth: int) -> Part:
        return self.absent_as(scope, TRUTH) or self._comparison(scope, depth)

    def _comparison(self, scope: Scope, depth: int) -> Part:
        kind = pick(self.dice, SINGLE)
        signs: tuple[str, ...] = (" is ", " is not ", " = ", " is exactly ")
        if isinstance(kind, QuantityType | InstantType):
            signs = (*ORDERED, " = ", " is exactly ")
        if isinstance(kind, QuantityType):
            signs = (*signs, " equals ", " equals ")
        left, right = (at_least(parts.SUM, self.of(scope, kind, depth - 1)) for _ in "12")
        return bound(parts.COMPARED, left, pick(self.dice, signs), part(_beside(kind), right))

    def _codes(self, scope: Scope, depth: int) -> Part:
        """`x is CODE`, `CODE is r.x`, `x in {CODE, CODE}`."""
        coded = [one for one in scope.single_values() if isinstance(one.type, CodeType)]
        left = pick(self.dice, coded)
        match self.dice.below(5):
            case 0 | 1:
                right = self.literal(left.type) if chance(self.dice, 2) else self.of(scope, left.type, 0)
                return bound(parts.COMPARED, left.written(), pick(self.dice, (" is ", " is not ", " = ")), right)
            case 2:
                members = (self.literal(left.type), ", ", self.literal(left.type))
                return bound(parts.COMPARED, left.written(), pick(self.dice, (" in ", " not in ")), "{", *members, "}")
            case 3:
                right = at_least(parts.SUM, self.choice(scope, left.type, depth))
                return bound(parts.COMPARED, left.written(), " is ", right)
            case _:
                reached = [one for one in coded if one.fields]
                other = pick(self.dice, reached)
                return bound(parts.COMPARED, self.literal(other.type), " is ", other.written())

    def _membership(self, scope: Scope, depth: int) -> Part:
        kind = pick(self.dice, SINGLE)
        left = at_least(parts.SUM, self.of(scope, kind, depth - 1))
        members = [self.of(scope, kind, 0) for _ in range(1 + self.dice.below(3))]
        listed: list[Part | str] = [members[0]]
        for one in members[1:]:
            listed += [", ", one]
        return bound(parts.COMPARED, left, pick(self.dice, (" in ", " not in ")), "{", *listed, "}")

    def _in_list(self, scope: Scope, depth: int) -> Part:
        over = pick(self.dice, [one for one in scope.lists() if _holds_single_values(one.type)])
        assert isinstance(over.type, ListType) and over.type.element is not None
        left = at_least(parts.SUM, self.of(scope, over.type.element, depth - 1))
        return bound(parts.COMPARED, left, pick(self.dice, (" in ", " not in ")), self.source(scope, over, depth - 1))

    def _within(self, scope: Scope, depth: int) -> Part:
        kind = QuantityType(pick(self.dice, tuple(UNITS)))
        tolerance = kind if chance(self.dice, 2) else QuantityType(NUMBER)
        sides = [at_least(parts.SUM, self.of(scope, one, depth - 1)) for one in (kind, tolerance, kind)]
        if str(sides[1]).startswith("-"):
            # Nothing is within less than nothing; a tolerance that begins with a minus is a mistake of its own.
            sides[1] = self.literal_or_named(scope, tolerance)
        return bound(parts.COMPARED, sides[0], " within ", sides[1], " ", part("needed", "of"), " ", sides[2])

    def _presence(self, scope: Scope, depth: int) -> Part:
        asked = pick(self.dice, scope.ends()).written()
        if chance(self.dice, 5):
            record = pick(self.dice, [one.type for one in scope.ends() if isinstance(one.type, RecordType)])
            asked = part("", at_least(parts.ATOM, self.choice(scope, record, depth)), *self.field_of(record))
        return bound(parts.COMPARED, asked, pick(self.dice, (" is given", " is missing")))

    def field_of(self, record: RecordType) -> tuple[Part | str, ...]:
        """A field of a record, with its dot."""
        return ".", part("field", pick(self.dice, tuple(SMALL.fields(record.shape)) or ("mass",)))

    def _text_test(self, scope: Scope, depth: int) -> Part:
        left, right = (at_least(parts.SUM, self.of(scope, TEXT, depth - 1)) for _ in "12")
        return bound(
            parts.COMPARED, left, pick(self.dice, (" contains ", " starts with ", " ends with ", " lies in ")), right
        )

    def _logic(self, scope: Scope, depth: int) -> Part:
        if chance(self.dice, 2):
            left, right = self.condition(scope, depth - 1, parts.OR), self.condition(scope, depth - 1, parts.AND)
            return bound(parts.OR, left, " or ", right)
        left, right = self.condition(scope, depth - 1, parts.AND), self.condition(scope, depth - 1, parts.NOT)
        return bound(parts.AND, left, " and ", right)

    def _not(self, scope: Scope, depth: int) -> Part:
        return bound(parts.NOT, "not ", self.condition(scope, depth - 1, parts.NOT))

    def _quantified(self, scope: Scope, depth: int) -> Part:
        over = pick(self.dice, scope.lists())
        assert isinstance(over.type, ListType) and over.type.element is not None
        variable = self.new_variable()
        inner = scope.having(Named(variable, (), over.type.element, True))
        quantifier = pick(self.dice, ("every ", "some ", "no ", "exactly one "))
        ranged = (part("variable", variable), " ", part("needed", "in"), " ", self.source(scope, over, depth - 1))
        where = self.where(inner, depth - 1)
        asserted = self.condition(inner, depth - 1)
        return bound(parts.LOOSE, quantifier, *ranged, *where, " ", part("needed", "satisfies"), " ", asserted)


def _beside(kind: Type) -> str:
    """What the right side of something is for."""
    return "right quantity" if isinstance(kind, QuantityType) else "right"


def _holds_single_values(kind: Type) -> bool:
    element = kind.element if isinstance(kind, ListType) else None
    if isinstance(element, QuantityType):
        return element.dimension in UNITS
    return isinstance(element, TextType | InstantType | CodeType)


SINGLE: tuple[Type, ...] = (*(QuantityType(one) for one in UNITS), INSTANT, TEXT, TRUTH)
"""The types of single values that every scope has and literals write."""
