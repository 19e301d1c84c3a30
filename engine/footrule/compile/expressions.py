"""Checked expressions to generated code: what each kind of node comes to, computed once where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from footrule.compile import amounts, choosing, conditions, lists, same_values, truths
from footrule.compile.keys import AT_FILE_LEVEL, Keys, Scope
from footrule.compile.projection import Projection
from footrule.compile.reading import Reading
from footrule.compile.tables import Tables
from footrule.compile.value import (
    Amount,
    Coded,
    Lacking,
    Moment,
    NotCompiled,
    Sequence,
    Structure,
    Told,
    Truth,
    Value,
    Words,
)
from footrule.compile.writer import Block, Key, Loop, Writer
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model import types
from footrule.model.expression import Expression
from footrule.submission.factor_vocabulary import EMISSION_FACTOR
from footrule.submission.study_vocabulary import SUBMISSIONS

RECOMPUTED = "recomputed"
_PATHS = (model.FieldOf, model.SubmissionField)
_OVER_LISTS = (model.AggregateOver, model.QuantifiedOver, model.Selection)


@dataclass(frozen=True, slots=True)
class Constants:
    """Values of the standard that the code names: durations, instants, exact numbers, each by what makes it."""

    names: dict[str, str] = field(default_factory=dict[str, str])

    def name(self, made_by: str) -> str:
        """The name of what an expression of Python makes once."""
        return self.names.setdefault(made_by, f"C{len(self.names)}")


class Expressions:
    """Writes the code of expressions."""

    def __init__(
        self, projection: Projection, tables: Tables, writer: Writer, root: Structure, study: Structure
    ) -> None:
        self.write = writer
        self.tables = tables
        self._projection = projection
        self.reading = Reading(projection, tables, writer)
        self.constants = Constants()
        self.keys = Keys()
        self.root = root
        self.study = study
        self.loops: dict[tuple[int, int], list[Loop]] = {}
        """The loops that can be added to, by the block around them and their list."""
        self.asks_recomputed = False
        self.asks_factors = False

    def value(self, scope: Scope, node: Expression, *, interval: bool = False) -> Value:
        """What an expression comes to; what is known already is not computed again.

        It is computed before the loops whose elements it does not depend on.
        """
        found = self._found(scope, node, interval=interval)
        return replace(found, may_lack=False) if found.may_lack and self.write.is_proven(found.code) else found

    def _found(self, scope: Scope, node: Expression, *, interval: bool) -> Value:
        key = (self.keys.of(scope, node), "interval" if interval else "")
        found = self.write.recall(key)
        if found is not None:
            return found
        home = self._home(scope, node, key[0], interval=interval)
        if home is self.write.here:
            return self._noted(key, scope, node, interval=interval)
        with self.write.at(home):
            if self.write.find(key) is None:
                self._noted_with_flag(key, scope, node, interval=interval)
        found = self.write.recall(key)
        assert found is not None, "what was just computed is known"
        return found

    def computed_first(self, node: Expression) -> None:
        """Compute a definition before the rules; its doubt is kept for whoever uses it."""
        key = (self.keys.of(AT_FILE_LEVEL, node), "")
        if self.write.find(key) is None:
            self._noted_with_flag(key, AT_FILE_LEVEL, node, interval=False)

    def tried(self) -> Expressions:
        """The same, to try whether something can be compiled: what it writes goes nowhere."""
        return Expressions(self._projection, self.tables, Writer(), self.root, self.study)

    def _home(self, scope: Scope, node: Expression, key: int, *, interval: bool) -> Block:
        """The block to compute a value in: that of many users for what costs little, else before the next loop."""
        home = self.write.home(self.keys.elements(key))
        if interval:
            return self.write.outside(home)
        if isinstance(node, _PATHS) or (isinstance(node, _OVER_LISTS) and lists.is_cheap(self, scope, node)):
            return home
        return self.write.outside(home)

    def _noted(self, key: Key, scope: Scope, node: Expression, *, interval: bool) -> Value:
        before = self.write.doubts
        found = self._made(scope, node, interval=interval)
        if self.write.find(key) is None:
            self.write.remember(key, found, sure=self.write.doubts == before)
        return found

    def _noted_with_flag(self, key: Key, scope: Scope, node: Expression, *, interval: bool) -> None:
        """The same in an outer block, where its doubt is kept for whoever uses it."""
        write = self.write
        before = write.doubts
        first = Block("")
        write.line_block(first)
        with write.flagged() as flag:
            found = self._made(scope, node, interval=interval)
        doubtful = write.doubts > before
        if doubtful:
            first.items.append(f"{flag} = False")
        if write.find(key) is None:
            write.remember(key, found, sure=not doubtful, flag=flag if doubtful else "")

    def amount(self, scope: Scope, node: Expression, *, interval: bool = False) -> Amount:
        """A quantity."""
        found = self.value(scope, node, interval=interval)
        if isinstance(found, Lacking):
            return Amount("None", True, "None", "None", "None")
        if not isinstance(found, Amount):
            raise NotCompiled(node.written)
        return found

    def truth(self, scope: Scope, node: Expression) -> Truth:
        """A condition."""
        found = self.value(scope, node)
        if isinstance(found, Lacking):
            return Truth("None", True)
        if not isinstance(found, Truth):
            raise NotCompiled(node.written)
        return found

    def settled(self, scope: Scope, node: Expression) -> Truth:
        """A condition for code that looks at it more than once: in a variable, where it may lack."""
        before = self.write.doubts
        found = self.truth(scope, node)
        if not found.may_lack or found.code.isidentifier():
            return found
        found = truths.settled(self, found)
        self.write.remember((self.keys.of(scope, node), ""), found, sure=self.write.doubts == before)
        return found

    def sequence(self, scope: Scope, node: Expression) -> Sequence:
        """A list."""
        found = self.value(scope, node)
        if isinstance(found, Lacking):
            return Sequence("None", True, None)
        if not isinstance(found, Sequence):
            raise NotCompiled(node.written)
        return found

    def _made(self, scope: Scope, node: Expression, *, interval: bool) -> Value:
        if isinstance(node.type, types.QuantityType) and node.type.dimension.is_in_money:
            raise NotCompiled("money is in the currency of the data")
        match node:
            case model.Constant():
                return self._constant(node)
            case model.UnsetParameter() | model.Predecessor():
                return Lacking()
            case model.EmptyList():
                return Sequence("()", False, None)
            case model.Local(_, _, name) if name in scope.elements:
                return _element(scope.elements[name], interval=interval)
            case model.Local(_, _, name):
                return self.value(scope, scope.lets[name], interval=interval)
            case model.Definition(_, _, _, value):
                return self.value(AT_FILE_LEVEL, value, interval=interval)
            case model.SubmissionField(_, _, name):
                return self.submission_field(name, interval=interval)
            case model.FieldOf(_, _, base, name):
                return self.field(self.value(scope, base), name, node.type, interval=interval)
            case model.AbsentTakenAs():
                return choosing.absent_taken_as(self, scope, node, interval=interval)
            case model.Choice():
                return choosing.choice(self, scope, node, interval=interval)
            case model.AggregateOver() | model.Selection() | model.QuantifiedOver():
                return lists.over_list(self, scope, node, interval=interval)
            case model.BuiltinCall():
                return self._builtin(scope, node, interval=interval)
            case model.Negation() | model.ArithmeticOf():
                return amounts.arithmetic(self, scope, node, interval=interval)
            case _:
                return conditions.condition(self, scope, node)

    def _constant(self, node: model.Constant) -> Value:
        match node.value:
            case bool():
                return Truth(repr(node.value), False)
            case Quantity():
                return amounts.constant(self, node.value)
            case str():
                return Words(repr(node.value), False)
            case model.CodeValue(code):
                return Coded(repr(code), False, {})
            case Instant(moment):
                made = f"Instant(datetime.fromisoformat({moment.isoformat()!r}), {node.value.ends_day})"
                return Moment(self.constants.name(made), False)
            case Duration():
                raise NotCompiled("a duration by itself")

    def submission_field(self, name: str, *, interval: bool = False) -> Value:
        """A field of the footprint; those of a study stand in its inventory."""
        if name == "spec_major":
            return Amount("3", False, whole=True, low="3", high="3", size="3", exactly="3")
        if name == SUBMISSIONS:
            return Lacking()
        if name == RECOMPUTED:
            self.asks_recomputed = True
            return Told("recomputed", True, RECOMPUTED)
        if name == "content":
            raise NotCompiled("the fingerprint of the content")
        if name == "claimed_standard":
            claim = self.reading.field(self.study, "standard")
            return self.field(claim, "id", types.TEXT)
        record = self.root if self.reading.attribute_of(self.root.table, name) is not None else self.study
        return self.reading.field(record, name, interval=interval)

    def field(self, base: Value, name: str, kind: types.Type, *, interval: bool = False) -> Value:
        """A field of a record."""
        match base:
            case Lacking():
                return base
            case Structure():
                return self.reading.field(base, name, interval=interval)
            case Told():
                return self.reading.told(base, name, kind, interval=interval)
            case _:
                raise NotCompiled(name)

    def element(self, listed: Sequence, code: str) -> Value:
        """What a variable over a list stands for."""
        kind = listed.element
        if isinstance(kind, str):
            return Told(code, False, kind)
        if kind is None:
            return Lacking()
        found = self.reading.plain(kind, code, False)
        if found.code != code:
            self.write.bound[found.code] = self.write.here
        return found

    def _builtin(self, scope: Scope, node: model.BuiltinCall, *, interval: bool) -> Value:
        if isinstance(node.type, types.RecordType):
            self.asks_factors = True
            return self._asked_of_factors(scope, node)
        return amounts.builtin(self, scope, node, interval=interval)

    def _asked_of_factors(self, scope: Scope, node: model.BuiltinCall) -> Value:
        """The row that a call asks for; the codes among its arguments by their names in the language."""
        parts: list[str] = []
        may_lack: list[str] = []
        for argument in node.arguments:
            found = self.value(scope, argument)
            if isinstance(found, Coded):
                parts.append(same_values.named(self, found))
            elif isinstance(found, Words | Moment):
                parts.append(found.code)
            else:
                raise NotCompiled(node.written)
            may_lack += [found.code] if found.may_lack else []
        call = f"questions.ask({node.name!r}, {', '.join(parts)})"
        lacking = " or ".join(f"{one} is None" for one in may_lack)
        code = self.write.let(f"None if {lacking} else {call}" if lacking else call)
        return Told(code, True, EMISSION_FACTOR)


def _element(value: Value, *, interval: bool) -> Value:
    if interval and isinstance(value, Amount) and not value.low:
        raise NotCompiled("the printed digits of a number in a list")
    return value
