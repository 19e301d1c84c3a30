"""Whole standards that check, made as parts: every line that a file may have."""

from __future__ import annotations

from hypothesis import strategies as st

from footrule.measure import dimension
from footrule.model.types import (
    DURATION,
    INSTANT,
    TEXT,
    TRUTH,
    CodeType,
    ListType,
    QuantityType,
    RecordType,
    Type,
)
from tests.language.small_world import SMALL
from tests.properties.dice import Dice, Drawn, chance, pick
from tests.properties.parts import Part, part
from tests.properties.scope import UNITS, Named, Scope, footprint_scope
from tests.properties.written_allocations import allocation
from tests.properties.written_expressions import Expressions

Pieces = list[Part | str]

_TITLES = ('"One"', '"Two"  zh "二"', 'zh "三"', '"Four"  zh "四"  de "Vier"', '"{{5}} said \\"so\\""  zh "五"')
_MODALITIES = ("shall", "should", "may")
_TECHNIQUES = ("inspection", "recalculation", "confirmation")
_OPERATIONS = ("sum", "count")
READING = CodeType("reading", ("included", "added", "别计"))
_FOOTPRINT = footprint_scope()
_DATA: tuple[tuple[str, str, Type], ...] = (
    ("power_per_mass", "energy / mass unit kWh/t", QuantityType(dimension.ENERGY / dimension.MASS)),
    ("充装方式", "reading", READING),
    ("gas_used", "gas_volume", QuantityType(dimension.GAS_VOLUME)),
    ("sites", "list of text", ListType(TEXT)),
    ("lots", "list of mass unit t", ListType(QuantityType(dimension.MASS))),
    ("tested", "date", INSTANT),
    ("cooled", "condition", TRUTH),
    ("remark", "text", TEXT),
)
_LITERALS: tuple[Type, ...] = (*(QuantityType(one) for one in UNITS), INSTANT, TEXT, TRUTH, DURATION)
_NAMEABLE: tuple[Type, ...] = (
    *_LITERALS[:-1],
    RecordType("flow"),
    *(kind for kind in SMALL.fields("footprint").values() if isinstance(kind, ListType)),
)


class Standards:
    """Makes one file; `presence` as for expressions, `iterating` whether rules may be on each element of a list."""

    def __init__(self, dice: Dice, *, presence: bool = True, iterating: bool = True) -> None:
        self.dice = dice
        self.expressions = Expressions(dice)
        self.expressions.presence = presence
        self._iterating = iterating
        self._names = 0
        self._scope = _FOOTPRINT

    def file(self) -> Part:
        """A standard with one to three rules."""
        pieces = [*self._head(), *self._declarations()]
        for number in range(1 + self.dice.below(3)):
            pieces.append(self._rule(f"A-{number + 1}"))
            if chance(self.dice, 4):
                pieces.append(self._section(number))
        if chance(self.dice, 3):
            pieces.append(allocation(self.expressions, self._scope, "B-1.1"))
        return part("file", *pieces)

    def _name(self, beginning: str) -> str:
        self._names += 1
        return f"{beginning}{self._names}"

    def _title(self) -> Part:
        return part("title", pick(self.dice, _TITLES))

    def _head(self) -> Pieces:
        lines: Pieces = [part("title line", "  title ", self._title(), "\n")]
        if chance(self.dice, 2):
            lines.append("  in force from 2026-01-01 until 2030-12-31\n")
        if chance(self.dice, 2):
            lines.append(part("", "  covers ", part("scheme", "cas"), ' "74-85-1", hs "2901.21"\n'))
        if chance(self.dice, 2):
            lines.append(part("", "  declared unit 1 ", part("unit", "t"), "\n"))
        if chance(self.dice, 2):
            lines.append(part("", "  boundary cradle to ", pick(self.dice, ("gate", "grave")), "\n"))
        kind = pick(self.dice, ("standard", "library"))
        return [f"{kind} small 1.0.0\n", part("head", *lines)]

    def _declarations(self) -> Pieces:
        document = ("document ", part("document name", "doc"), ' "Doc" edition "1"\n')
        pieces: Pieces = [part("document", *document), 'document 依据 zh "依据" edition "2018"\n']
        reading = ('codes reading included "in"  zh "含" added "to"  zh "加" ', part("code line", '别计 "apart"'), "\n")
        pieces.append(part("codes", *reading))
        if chance(self.dice, 2):
            pieces.append('codes technology solar "Sun"  zh "太阳能"\n')
        if chance(self.dice, 2):
            pieces.append(self._data())
        for _ in range(self.dice.below(4)):
            pieces.append(self._parameter())
        for _ in range(self.dice.below(3)):
            pieces.append(self._define())
        return pieces

    def _data(self) -> Part:
        lines: Pieces = ["data\n"]
        for name, written, kind in _DATA:
            if chance(self.dice, 2):
                continue
            line: Pieces = ["  ", name, " : ", part("datum type", written)]
            line += [f"  {self._title()}"] if chance(self.dice, 2) else []
            if chance(self.dice, 2):
                line.append(" required")
                when = self.expressions.condition(self._scope, 2)
                line += [" when ", when] if chance(self.dice, 2) else []
            lines.append(part("datum", *line, "\n"))
            self._scope = self._scope.having(Named(name, (), kind, True))
        return part("data", *lines, part("datum", "  last_datum : number\n"))

    def _parameter(self) -> Part:
        name = self._name("limit")
        kind = pick(self.dice, (*_LITERALS, READING))
        listed = f" : {kind.name}" if isinstance(kind, CodeType) else ""
        value = part("parameter value", self.expressions.literal(kind))
        source: tuple[Part | str, ...] = ('  provisional "why"  zh "原因"\n',)
        if chance(self.dice, 2):
            source = ("  cite ", part("cited", "doc"), ' "3"\n')
        self._scope = self._scope.having(Named(name, (), kind, False))
        return part("parameter", "parameter ", name, listed, " = ", value, "\n", part("source", *source))

    def _define(self) -> Part:
        name, (value, kind, path) = self._name("net"), self._value(self._scope, 2)
        self._scope = self._scope.having(Named(name, (), kind, path))
        return part("define", "define ", name, " = ", value, "\n")

    def _value(self, scope: Scope, depth: int) -> tuple[Part, Type, bool]:
        """What a name may stand for, its type, and whether that is a path."""
        kind = pick(self.dice, _NAMEABLE)
        path = self.expressions.path(scope, kind) if chance(self.dice, 3) else None
        if path is not None:
            return path, kind, True
        return self.expressions.of(scope, kind, depth), kind, False

    def _rule(self, id: str) -> Part:
        scope = self._scope
        lines: Pieces = [part("cites", *(self._cite() for _ in range(1 + self.dice.below(2))))]
        if self._iterating and chance(self.dice, 2):
            over = pick(self.dice, scope.lists())
            assert isinstance(over.type, ListType) and over.type.element is not None
            variable = self.expressions.new_variable()
            inner = scope.having(Named(variable, (), over.type.element, True))
            where = self.expressions.where(inner, 2)
            source = self.expressions.source(scope, over, 1)
            ranged = (part("variable", variable), " ", part("needed", "in"), " ", source, *where)
            lines.append(part("", "  for each ", *ranged, "\n"))
            scope = inner
        lets, scope = self._lets(scope)
        if chance(self.dice, 3):
            against = part("against", self.expressions.instant(scope, 1))
            lines.append(part("", "  from 2027-01-01 ", part("needed", "against"), " ", against, "\n"))
        if chance(self.dice, 3):
            lines.append(part("when line", "  when ", self.expressions.condition(scope, 2), "\n"))
        lines += lets
        lines += [self._requirement(scope) for _ in range(1 + self.dice.below(3))]
        if chance(self.dice, 3):
            lines.append(part("", "  note ", self._title(), "\n"))
        return part("rule", "rule ", part("rule id", id), " ", self._title(), "\n", *lines)

    def _cite(self) -> Part:
        return part("cite", "  cite ", part("cited", pick(self.dice, ("doc", "依据"))), ' "1.2"\n')

    def _lets(self, scope: Scope) -> tuple[Pieces, Scope]:
        lets: Pieces = []
        for _ in range(self.dice.below(3)):
            name, (value, kind, path) = self._name("给定"), self._value(scope, 2)
            lets.append(part("let", "  let ", name, " ", part("needed", "="), " ", value, "\n"))
            scope = scope.having(Named(name, (), kind, path))
        return lets, scope

    def _requirement(self, scope: Scope) -> Part:
        modality = pick(self.dice, _MODALITIES)
        if chance(self.dice, 6):
            by = part("attesting", pick(self.dice, ("verifier", "critical_reviewer")))
            using = (" using ", part("technique", pick(self.dice, _TECHNIQUES))) if chance(self.dice, 2) else ()
            asserted = part("", " attested by ", by, *using)
        else:
            asserted = part("", " ", self.expressions.condition(scope, 4))
        when = (" when ", self.expressions.condition(scope, 2)) if chance(self.dice, 4) else ()
        return part("requirement", "  ", part("modality", modality), asserted, *when, *self._otherwise(scope), "\n")

    def _otherwise(self, scope: Scope) -> Pieces:
        if not chance(self.dice, 2):
            return []
        said: Pieces = []
        for tag in pick(self.dice, (("",), ("", ' zh "'))):
            # A text within a text would need other quotation marks, and a date or a number is shown as it is.
            value = pick(self.dice, scope.single_values()).written()
            said += [tag or '"', "it is {", part("shown", value), part("closing brace", "}"), '"']
        return ["\n    otherwise ", *said]

    def _section(self, number: int) -> Part:
        prose = (f"text {self._title()}\n",) if chance(self.dice, 2) else ()
        return part("section", f"section {number + 1}.1 ", self._title(), "\n", *prose)


@st.composite
def standards(draw: st.DrawFn, *, presence: bool = True, iterating: bool = True) -> Part:
    """Standards that check."""
    return Standards(Drawn(draw), presence=presence, iterating=iterating).file()
