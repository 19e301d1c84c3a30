"""Values in words: fields by what they mean, formulas with their signs, lists and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import decimal_text
from footrule.measure.instant import Duration, Instant
from footrule.measure.quantity import Quantity
from footrule.measure.unit import POINTS
from footrule.model import expression as model
from footrule.model.expression import Expression, Operator
from footrule.model.types import CodeType, RecordType, TruthType
from footrule.sentence import phrases
from footrule.sentence.voice import Voice
from footrule.text.wording import Wording

_SIGNS = {Operator.PLUS: "+", Operator.MINUS: "−", Operator.TIMES: "×", Operator.OVER: "/"}
_DIGITS = 200
"""More than any literal has, so that every number is written in full."""


class Bond(IntEnum):
    """How firmly the words of a value hold together: what is looser than its place allows is put in brackets."""

    OPEN = 0
    SUM = 1
    PRODUCT = 2
    ATOM = 3


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Values(Frozen):
    """Says values in one voice; `condition` says the conditions within them."""

    voice: Voice
    condition: Callable[[Expression], str]

    def whole(self, node: Expression) -> str:
        """A value where nothing follows that could be taken for a part of it."""
        return self._said(node)[1]

    def firm(self, node: Expression, bond: Bond) -> str:
        """A value in brackets where it is looser than that."""
        found, text = self._said(node)
        return text if found >= bond else self.voice.bracketed(text)

    def formula(self, node: Expression) -> str:
        """A side of a comparison."""
        closed = isinstance(node, model.BuiltinCall) or (
            isinstance(node, model.AggregateOver) and node.condition is None
        )
        return self.whole(node) if closed else self.firm(node, Bond.SUM)

    def unnamed(self, node: Expression) -> str:
        """The value of a parameter, without its name."""
        return self._literal(node) if isinstance(node, model.Constant) else self.whole(node)

    def called(self, node: Expression) -> str:
        """A value as a message puts it in: a field by its name alone, without an article."""
        match node:
            case model.SubmissionField(_, _, name):
                return self._name(self.voice.names.root, name)
            case model.FieldOf(_, _, base, name) if isinstance(base.type, RecordType):
                return self._name(base.type.shape, name)
            case _:
                return self.whole(node)

    def atom(self, node: Expression) -> str:
        """A value that words may follow."""
        return self.firm(node, Bond.ATOM)

    def listed(self, members: Sequence[Expression], joint: Wording = phrases.ALTERNATIVES) -> str:
        """Members of which one is meant, or none."""
        *others, last = (self.atom(one) for one in members)
        if not others:
            return last
        comma = self.voice.say(phrases.LIST_COMMA)
        return self.voice.say(joint, members=comma.join(others), last=last)

    def _said(self, node: Expression) -> tuple[Bond, str]:
        match node:
            case model.Constant() | model.EmptyList():
                return Bond.ATOM, self._constant(node)
            case model.UnsetParameter(_, _, name):
                return Bond.ATOM, self.voice.say(phrases.UNSET_PARAMETER, name=self.voice.marks.variable(name))
            case model.Local(_, _, name) | model.Definition(_, _, name, _):
                return Bond.ATOM, self.voice.marks.variable(name)
            case model.SubmissionField() | model.Predecessor() | model.FieldOf():
                return Bond.ATOM, self._path(node)
            case model.AbsentTakenAs(_, _, operand, default):
                parts = {"value": self.atom(operand), "default": self.whole(default)}
                return Bond.ATOM, self.voice.say(phrases.ABSENT, **parts)
            case model.ArithmeticOf():
                return self._arithmetic(node)
            case model.Negation(_, _, operand):
                return Bond.ATOM, f"−{self.voice.bracketed(self.whole(operand))}"
            case model.BuiltinCall(_, _, name, arguments):
                return Bond.OPEN, self._call(name, arguments)
            case model.AggregateOver():
                return Bond.OPEN, self._aggregate(node)
            case model.Selection(_, _, variable, source, condition):
                return Bond.OPEN, self.voice.say(
                    phrases.SELECTION,
                    variable=self.voice.marks.variable(variable),
                    source=self.atom(source),
                    condition=self.condition(condition),
                )
            case model.Choice(TruthType()):
                return Bond.OPEN, self.condition(node)
            case model.Choice(_, _, condition, then, otherwise):
                return Bond.OPEN, self.voice.say(
                    phrases.CHOICE,
                    then=self.formula(then),
                    condition=self.condition(condition),
                    otherwise=self.formula(otherwise),
                )
            case _:
                return Bond.OPEN, self.condition(node)

    def _constant(self, node: model.Constant | model.EmptyList) -> str:
        if isinstance(node, model.EmptyList):
            return self.voice.say(phrases.NO_ELEMENTS)
        text = self._literal(node)
        if node.parameter is None:
            return text
        phrase = phrases.CODE_PARAMETER if isinstance(node.type, CodeType) else phrases.PARAMETER
        return self.voice.say(phrase, value=text, name=self.voice.marks.variable(node.parameter))

    def _literal(self, node: model.Constant) -> str:
        match node.value:
            case bool() as truth:
                return self.voice.say(phrases.TRUTH[truth])
            case model.CodeValue(code):
                listed = node.type.name if isinstance(node.type, CodeType) else ""
                title = self.voice.names.code(listed, code)
                return self.voice.marks.code(f"[{listed}.{code}]" if title is None else title)
            case Quantity() as quantity:
                return self.quantity(quantity)
            case str() as text:
                return self.voice.marks.literal(text)
            case Instant() as instant:
                return str(instant)
            case Duration() as duration:
                return self._duration(duration)

    def quantity(self, quantity: Quantity) -> str:
        """A number in full, with its unit."""
        number = decimal_text(quantity.value / quantity.unit.factor, _DIGITS)
        phrase = phrases.OF_A_HUNDRED.get(quantity.unit.symbol)
        text = quantity.unit.after(number) if phrase is None else self.voice.say(phrase, n=number)
        return self.voice.marks.quantity(text)

    def _duration(self, duration: Duration) -> str:
        years, months = divmod(duration.months, 12) if duration.months % 12 == 0 else (0, duration.months)
        counts = {"year": years, "month": months, "day": duration.days}
        said = [(n, phrases.DURATIONS[unit]) for unit, n in counts.items() if n] or [(0, phrases.DURATIONS["day"])]
        return " ".join(self.voice.say(one if n == 1 else many, n=str(n)) for n, (one, many) in said)

    def _path(self, node: model.SubmissionField | model.Predecessor | model.FieldOf) -> str:
        names = self.voice.names
        match node:
            case model.Predecessor():
                return self.voice.say(phrases.PREDECESSOR)
            case model.SubmissionField(_, _, name):
                return self.voice.say(phrases.NAMED, name=self._name(names.root, name))
            case model.FieldOf(_, _, base, name):
                field = self._name(base.type.shape if isinstance(base.type, RecordType) else "", name)
                match base:
                    case model.SubmissionField(_, _, record) if record in names.silent:
                        return self.voice.say(phrases.NAMED, name=field)
                    case model.FieldOf(_, _, owner, record) if record in names.silent and _is(owner, names.root):
                        return self.voice.say(phrases.OF, name=field, base=self.atom(owner))
                    case _:
                        return self.voice.say(phrases.OF, name=field, base=self.atom(base))

    def _name(self, record: str, name: str) -> str:
        called = self.voice.names.field(record, name)
        return self.voice.marks.name(f"[{record}.{name}]" if called is None else called)

    def _arithmetic(self, node: model.ArithmeticOf) -> tuple[Bond, str]:
        """Left to right, products before sums: only what departs from that has brackets."""
        if isinstance(node.right, model.Constant) and node.right.written == POINTS.symbol:
            return Bond.ATOM, self.voice.say(phrases.OF_A_HUNDRED[POINTS.symbol], n=self.atom(node.left))
        product = node.operator in {Operator.TIMES, Operator.OVER}
        bond = Bond.PRODUCT if product else Bond.SUM
        left = self.firm(node.left, bond)
        right = self.firm(node.right, Bond.ATOM if product else Bond.PRODUCT)
        return bond, f"{left} {_SIGNS[node.operator]} {right}"

    def _call(self, name: str, arguments: tuple[Expression, ...]) -> str:
        phrase = phrases.FURTHER_CALLS.get((name, len(arguments))) or phrases.CALLS.get(name)
        if phrase is None:
            return f"{name}({'; '.join(self.whole(one) for one in arguments)})"
        return self.voice.say(phrase, *(self.atom(one) for one in arguments))

    def _aggregate(self, node: model.AggregateOver) -> str:
        say, source = self.voice.say, self.atom(node.source)
        variable = self.voice.marks.variable(node.variable)
        condition = "" if node.condition is None else self.condition(node.condition)
        if node.name == "count" and isinstance(node.element, model.Local) and node.element.name == node.variable:
            phrase = phrases.NUMBER_OF if node.condition is None else phrases.NUMBER_OF_THOSE
            return say(phrase, variable=variable, source=source, condition=condition)
        phrase = phrases.OVER if node.condition is None else phrases.OVER_THOSE
        over = say(phrase, variable=variable, source=source, condition=condition)
        phrase = phrases.AGGREGATES.get(node.name, phrases.OTHER_AGGREGATE)
        return say(phrase, name=node.name, element=self.firm(node.element, Bond.PRODUCT), over=over)


def _is(node: Expression, shape: str) -> bool:
    return isinstance(node.type, RecordType) and node.type.shape == shape
