"""Well-typed expressions of every kind, made by what they are to come to."""

from __future__ import annotations

from collections.abc import Callable

from footrule.measure.dimension import AMOUNT_OF_SUBSTANCE, EMISSION, GAS_VOLUME, MASS, NUMBER, Dimension
from footrule.model.types import (
    DURATION,
    INSTANT,
    CodeType,
    DurationType,
    InstantType,
    ListType,
    QuantityType,
    RecordType,
    TextType,
    TruthType,
    Type,
)
from tests.properties import parts
from tests.properties.dice import Dice, chance, pick
from tests.properties.parts import Part, at_least, bound, part
from tests.properties.scope import UNITS, Named, Scope
from tests.properties.written_conditions import Conditions

DATES = ("2026-01-01", "2024-02-29", "2030-12-31", "0001-01-01", "9999-12-31")
TEXTS = ("a", "CN-11", "", "乙烯", "a # no remark", 'said \\"so\\"')
NUMBERS = ("1", "3", "100", "2.50", "0.001", "1e3", "7.5E-2")
DURATIONS = ("3 years", "18 months", "30 days", "1 day", "2 年", "6 个月")
FORMULAS = ("CH4", "C2H4", "CO2")
_PRODUCTS = [
    (left, sign, right)
    for left in UNITS
    for right in UNITS
    for sign, made in (("*", left * right), ("/", left / right))
    if made in UNITS
]


class Expressions(Conditions):
    """Makes expressions of a type from the names of a scope, the deeper the more `depth` is left."""

    def __init__(self, dice: Dice) -> None:
        super().__init__(dice)
        self._variables = 0

    def of(self, scope: Scope, kind: Type, depth: int) -> Part:
        """An expression of a type."""
        match kind:
            case TruthType():
                return self.truth(scope, depth)
            case QuantityType(measured):
                return self.quantity(scope, measured, depth)
            case TextType() | CodeType() | RecordType():
                return self._chosen_or_named(scope, kind, depth)
            case InstantType():
                return self.instant(scope, depth)
            case DurationType():
                return self.literal_or_named(scope, DURATION)
            case ListType():
                return self.list(scope, kind, depth)

    def new_variable(self) -> str:
        """A name that stands nowhere else in the file."""
        self._variables += 1
        return f"v{self._variables}" if self._variables % 4 else f"流{self._variables}"

    def literal(self, kind: Type) -> Part:
        """A literal of a type."""
        match kind:
            case TruthType():
                return part("", pick(self.dice, ("true", "false")))
            case QuantityType(measured):
                return self.amount(measured)
            case TextType():
                return part("text", '"', pick(self.dice, TEXTS), '"')
            case CodeType(_, codes):
                return part("code", pick(self.dice, codes))
            case InstantType():
                return part("", part("date", pick(self.dice, DATES)))
            case DurationType():
                return part("duration", pick(self.dice, DURATIONS))
            case _:
                raise AssertionError(f"{kind} has no literals")

    def amount(self, measured: Dimension) -> Part:
        """A number with its unit; never zero."""
        unit = pick(self.dice, UNITS[measured])
        number = part("number", pick(self.dice, NUMBERS))
        return part("", number, *((" ", part("unit", unit)) if unit else ()))

    def literal_or_named(self, scope: Scope, kind: Type) -> Part:
        named = scope.of(kind)
        has_literals = not isinstance(kind, RecordType | ListType)
        if named and not (has_literals and chance(self.dice, 3)):
            return pick(self.dice, named).written()
        return self.literal(kind)

    def path(self, scope: Scope, kind: Type) -> Part | None:
        """Something of a type that may be given or missing."""
        named = scope.of(kind, paths=True)
        return pick(self.dice, named).written() if named else None

    def _chosen_or_named(self, scope: Scope, kind: Type, depth: int) -> Part:
        if depth > 0 and chance(self.dice, 6) and not isinstance(kind, CodeType):
            return self.choice(scope, kind, depth)
        if depth > 0 and chance(self.dice, 5):
            return self.absent_as(scope, kind) or self.literal_or_named(scope, kind)
        return self.literal_or_named(scope, kind)

    def choice(self, scope: Scope, kind: Type, depth: int) -> Part:
        """`if ... then ... else ...`."""
        asked, then, other = (
            self.condition(scope, depth - 1),
            self.of(scope, kind, depth - 1),
            self.of(scope, kind, depth - 1),
        )
        words = (part("needed", "if"), part("needed", "then"), part("needed", "else"))
        return bound(
            parts.LOOSE, words[0], " ", asked, " ", words[1], " ", then, " ", words[2], " ", part("alternative", other)
        )

    def absent_as(self, scope: Scope, kind: Type) -> Part | None:
        """`FIELD absent as VALUE`, where the scope has such a field."""
        path = self.path(scope, kind) if self.presence else None
        if path is None:
            return None
        if isinstance(kind, ListType):
            return bound(parts.ABSENT, path, " absent as none")
        named = [one for one in scope.of(kind) if not one.fields]
        if isinstance(kind, QuantityType | TextType | InstantType | TruthType) and not (named and chance(self.dice, 4)):
            minus = "-" if isinstance(kind, QuantityType) and chance(self.dice, 4) else ""
            return bound(parts.ABSENT, path, " absent as ", minus, self.literal(kind))
        default = pick(self.dice, named).written() if named else self.literal(kind)
        return bound(parts.ABSENT, path, " absent as ", default)

    def quantity(self, scope: Scope, measured: Dimension, depth: int) -> Part:
        """An expression that comes to a quantity."""
        kind = QuantityType(measured)
        if depth <= 0 or chance(self.dice, 3):
            return self.literal_or_named(scope, kind)
        made: list[Callable[[Scope, Dimension, int], Part | None]] = [
            self._sum, self._product, self._aggregate, self._negative, self._function,
            lambda scope, _, depth: self.choice(scope, kind, depth),
            lambda scope, _, __: self.absent_as(scope, kind),
        ]  # fmt: skip
        return pick(self.dice, made)(scope, measured, depth) or self.literal_or_named(scope, kind)

    def _sum(self, scope: Scope, measured: Dimension, depth: int) -> Part:
        left = at_least(parts.SUM, self.quantity(scope, measured, depth - 1))
        right = at_least(parts.PRODUCT, self.quantity(scope, measured, depth - 1))
        return bound(parts.SUM, left, pick(self.dice, (" + ", " - ")), part("right quantity", right))

    def _product(self, scope: Scope, measured: Dimension, depth: int) -> Part | None:
        ways = [one for one in _PRODUCTS if _made(one) == measured]
        one, sign, other = pick(self.dice, ways)
        left = at_least(parts.PRODUCT, self.quantity(scope, one, depth - 1))
        right = at_least(parts.SIGNED, self.quantity(scope, other, depth - 1))
        return bound(parts.PRODUCT, left, f" {sign} ", part("divisor" if sign == "/" else "", right))

    def _negative(self, scope: Scope, measured: Dimension, depth: int) -> Part:
        return bound(
            parts.SIGNED, "-", part("negated", at_least(parts.SIGNED, self.quantity(scope, measured, depth - 1)))
        )

    def _aggregate(self, scope: Scope, measured: Dimension, depth: int) -> Part | None:
        lists = scope.lists()
        if measured == NUMBER and chance(self.dice, 2):
            name = pick(self.dice, ("count", "distinct"))
            return self._over(scope, name, pick(self.dice, lists), None, depth)
        name = pick(self.dice, ("sum", "min", "max", "mean"))
        return self._over(scope, name, pick(self.dice, lists), QuantityType(measured), depth)

    def _over(self, scope: Scope, name: str, over: Named, kind: Type | None, depth: int) -> Part:
        assert isinstance(over.type, ListType) and over.type.element is not None
        variable = self.new_variable()
        inner = scope.having(Named(variable, (), over.type.element, True))
        if kind is None:
            ends = [one for one in inner.ends() if one.name == variable]
            element = pick(self.dice, ends).written()
        else:
            own = [one for one in inner.of(kind) if one.name == variable]
            element = pick(self.dice, own).written() if own else self.of(inner, kind, 0)
        where = self.where(inner, depth - 1)
        needed = part("needed", "for")
        ranged = (needed, " ", part("variable", variable), " in ", self.source(scope, over, depth - 1), *where)
        return part("call", name, "(", element, " ", *ranged, part("closing bracket", ")"))

    def _function(self, scope: Scope, measured: Dimension, depth: int) -> Part:
        if measured == MASS / AMOUNT_OF_SUBSTANCE:
            return _called("molar_mass", part("formula", '"', pick(self.dice, FORMULAS), '"'))
        if measured == EMISSION / MASS and chance(self.dice, 2):
            return self._factor(scope, depth)
        if measured == EMISSION and chance(self.dice, 3):
            mass = at_least(parts.SIGNED, self.quantity(scope, MASS, depth - 1))
            return bound(parts.PRODUCT, self._factor(scope, depth), " * ", mass)
        if measured == NUMBER and chance(self.dice, 3):
            return _called("year_of", self.instant(scope, depth - 1))
        if measured == NUMBER and chance(self.dice, 3):
            return _called("factors_like", self.quantity(scope, EMISSION, depth - 1))
        name, takes = pick(self.dice, _FUNCTIONS.get(measured, [("abs", measured)]))
        return _called(name, self.quantity(scope, takes, depth - 1))

    def _factor(self, scope: Scope, depth: int) -> Part:
        """What the factor database answers: by id, by series or by product; whether there is such a row or not."""
        name = pick(self.dice, ("factor", "any_factor"))
        asked = part("argument", '"', pick(self.dice, FACTORS_ASKED), '"')
        further: list[Part | str] = []
        if chance(self.dice, 2):
            further = [", ", part("argument", self.instant(scope, depth - 1)), f', "{pick(self.dice, PLACES)}"']
            further += [", direct"] if chance(self.dice, 2) else []
        call = part("call", part("function", name), "(", asked, *further, part("closing bracket", ")"))
        return part("plain path", call, ".", part("field", "emission_per_mass"))

    def instant(self, scope: Scope, depth: int) -> Part:
        """An expression that comes to a date."""
        if depth <= 0:
            return self.literal_or_named(scope, INSTANT)
        match self.dice.below(5):
            case 0:
                return self.literal_or_named(scope, INSTANT)
            case 1:
                moved = at_least(parts.SUM, self.instant(scope, depth - 1))
                by = self.literal_or_named(scope, DURATION)
                return bound(parts.SUM, moved, pick(self.dice, (" + ", " - ")), by)
            case 2:
                return self.choice(scope, INSTANT, depth)
            case 3:
                over = pick(self.dice, scope.lists())
                return self._over(scope, pick(self.dice, ("min", "max")), over, INSTANT, depth)
            case _:
                return self.absent_as(scope, INSTANT) or self.literal(INSTANT)

    def list(self, scope: Scope, kind: ListType, depth: int) -> Part:
        """An expression that comes to a list."""
        if depth <= 0 or chance(self.dice, 2):
            return pick(self.dice, scope.of(kind)).written()
        match self.dice.below(3):
            case 0:
                assert kind.element is not None
                variable = self.new_variable()
                inner = scope.having(Named(variable, (), kind.element, True))
                kept = self.condition(inner, depth - 1)
                over = at_least(parts.SUM, self.list(scope, kind, depth - 1))
                needed = part("needed", "where")
                ranged = (part("variable", variable), " in ", part("list", over), " ", needed, " ", kept)
                return bound(parts.LOOSE, "those ", *ranged)
            case 1:
                return self.absent_as(scope, kind) or pick(self.dice, scope.of(kind)).written()
            case _:
                return self.choice(scope, kind, depth)

    def source(self, scope: Scope, over: Named, depth: int) -> Part:
        """What something runs over: that list, or one of its type."""
        assert isinstance(over.type, ListType)
        made = over.written() if depth <= 0 else self.list(scope, over.type, depth)
        return part("list", at_least(parts.SUM, made))


def _made(product: tuple[Dimension, str, Dimension]) -> Dimension:
    left, sign, right = product
    return left * right if sign == "*" else left / right


FACTORS_ASKED = ("gwp100.ar6.n2o", "gwp100.ar6.sf6-first-issue", "no-such-factor")
PLACES = ("CN", "CN-SD", "nowhere")
_FUNCTIONS: dict[Dimension, list[tuple[str, Dimension]]] = {
    MASS: [("abs", MASS), ("co2_of", MASS)],
    EMISSION: [("abs", EMISSION), ("co2e_of_co2", MASS)],
    AMOUNT_OF_SUBSTANCE: [("abs", AMOUNT_OF_SUBSTANCE), ("moles_of_gas", GAS_VOLUME)],
}


def _called(name: str, argument: Part) -> Part:
    return part("call", part("function", name), "(", part("argument", argument), part("closing bracket", ")"))
