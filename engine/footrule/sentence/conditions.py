"""Conditions in words: as facts within a condition, or as what shall, should or may be so."""

from __future__ import annotations

from enum import IntEnum

from footrule.frozen import Frozen, dataclass
from footrule.model import expression as model
from footrule.model.expression import Expression, Sign
from footrule.model.types import CodeType, InstantType, RecordType, TextType
from footrule.sentence import phrases
from footrule.sentence.mood import Mood
from footrule.sentence.values import Values
from footrule.sentence.voice import Voice
from footrule.text.wording import Wording

_NAMED_KINDS = (CodeType, TextType, RecordType)
"""Kinds of values of which one simply is the other; numbers and moments are it exactly."""

_TWO = 2


class Shape(IntEnum):
    """How a condition is made, which says where it needs brackets."""

    PREDICATE = 0
    AND = 1
    OR = 2
    LOOSE = 3


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Conditions(Frozen):
    """Says conditions in one voice."""

    voice: Voice

    @property
    def values(self) -> Values:
        """Says values in the same voice."""
        return Values(self.voice, self._inner)

    def fact(self, node: Expression) -> str:
        """A condition as a fact."""
        return self._joined(node, Mood.FACT)

    def _inner(self, node: Expression) -> str:
        """A condition within a value: one that chooses is told from the choice between values that it stands in."""
        return self._firm(node, Mood.FACT) if isinstance(node, model.Choice) else self.fact(node)

    def required(self, node: Expression, mood: Mood) -> str:
        """A condition as what a requirement asks for."""
        left = _members(node, model.BothOf)
        if len(left) > 1 and any(_shape(one) is not Shape.PREDICATE for one in left):
            return self.voice.lettered([self._listed(one, mood) for one in left], phrases.LISTED_AND)
        match node:
            case model.EitherOf(_, _, model.PresenceOf(_, _, operand, False), model.ComparisonOf() as limit) if (
                limit.left == operand and limit.sign in phrases.TAILS
            ):
                subject = self.voice.say(phrases.IF_GIVEN, operand=self.values.atom(operand))
                return self.voice.in_mood(phrases.COMPARED, mood, left=subject, tail=self._tail(limit))
            case model.EitherOf(_, _, condition, asserted) if _is_of_presence(condition):
                parts = {"asserted": self._listed(asserted, mood), "condition": self.fact(condition)}
                return self.voice.say(phrases.UNLESS, **parts)
            case model.EitherOf():
                every = [self._listed(one, Mood.FACT) for one in _members(node, model.EitherOf)]
                return self.voice.in_mood(phrases.AT_LEAST_ONE, mood, self.voice.lettered(every, phrases.LISTED_OR))
            case _:
                return self._joined(node, mood)

    def _listed(self, node: Expression, mood: Mood) -> str:
        """A member of a list with letters: lists within it are put in brackets."""
        alone = _shape(node) is Shape.PREDICATE or isinstance(node, model.QuantifiedOver)
        return self._joined(node, mood) if alone else self.voice.bracketed(self._joined(node, mood))

    def _joined(self, node: Expression, mood: Mood) -> str:
        match node:
            case model.BothOf():
                return self._chain(_members(node, model.BothOf), phrases.AND, phrases.COMMA_AND, mood)
            case model.EitherOf():
                return self._chain(_members(node, model.EitherOf), phrases.OR, phrases.COMMA_OR, mood)
            case model.QuantifiedOver():
                return self._quantified(node, mood)
            case model.Choice(_, _, condition, then, otherwise):
                return self.voice.say(
                    phrases.CHOICE_OF_CONDITIONS,
                    then=self._firm(then, mood),
                    condition=self.fact(condition),
                    otherwise=self._firm(otherwise, mood),
                )
            case model.NotOf(_, _, operand):
                return self._negated(operand, mood)
            case _:
                return self._predicate(node, mood)

    def _firm(self, node: Expression, mood: Mood) -> str:
        text = self._joined(node, mood)
        return text if _shape(node) is Shape.PREDICATE else self.voice.bracketed(text)

    def _chain(self, members: list[Expression], joint: Wording, comma: Wording, mood: Mood) -> str:
        if len(members) == _TWO and joint is phrases.AND:
            both = self._between(members[0], members[1], mood)
            if both is not None:
                return both
        parts = [self._firm(one, mood) for one in members]
        return self.voice.say(joint if len(parts) == _TWO else comma).join(parts)

    def _between(self, one: Expression, two: Expression, mood: Mood) -> str | None:
        """Two limits of one value in one breath."""
        if not (isinstance(one, model.ComparisonOf) and isinstance(two, model.ComparisonOf)) or one.left != two.left:
            return None
        if not {one.sign, two.sign} <= phrases.TAILS.keys():
            return None
        tails = self.voice.say(phrases.BOTH_TAILS, one=self._tail(one), two=self._tail(two))
        return self.voice.in_mood(phrases.COMPARED, mood, left=self.values.formula(one.left), tail=tails)

    def _tail(self, node: model.ComparisonOf) -> str:
        tails = phrases.TAILS_OF_TIME if isinstance(node.left.type, InstantType) else phrases.TAILS
        return self.voice.say(tails[node.sign], right=self.values.formula(node.right))

    def _predicate(self, node: Expression, mood: Mood) -> str:
        values, say = self.values, self.voice.in_mood
        match node:
            case model.ComparisonOf(_, _, Sign.EXACTLY, left, right):
                phrase = phrases.SAME if isinstance(left.type, _NAMED_KINDS) else phrases.EXACTLY
                return say(phrase, mood, left=values.formula(left), right=values.formula(right))
            case model.ComparisonOf(_, _, Sign.EQUALS, left, right):
                return say(phrases.EQUALS, mood, left=values.formula(left), right=values.formula(right))
            case model.ComparisonOf(_, _, _, left, _):
                return say(phrases.COMPARED, mood, left=values.formula(left), tail=self._tail(node))
            case model.WithinOf(_, _, left, tolerance, right, relative):
                phrase = phrases.WITHIN if relative else phrases.WITHIN_AMOUNT
                sides = {"left": values.formula(left), "right": values.formula(right)}
                return say(phrase, mood, tolerance=values.formula(tolerance), **sides)
            case model.TextTestOf(_, _, test, left, right):
                phrase = phrases.TEXT_TESTS[test]
                return say(phrase, mood, left=values.formula(left), right=values.formula(right))
            case model.PresenceOf(_, _, operand, given):
                return say(phrases.GIVEN if given else phrases.NOT_GIVEN, mood, operand=values.atom(operand))
            case model.GivenWithin(_, _, record, field):
                return say(phrases.GIVEN_WITHIN, mood, field=values.atom(field), record=values.atom(record))
            case model.OneOf(_, _, left, members):
                phrase = phrases.EITHER if len(members) == _TWO else phrases.ONE_OF
                return say(phrase, mood, left=values.formula(left), members=values.listed(members))
            case model.ElementOf(_, _, left, listed):
                return say(phrases.AMONG, mood, left=values.formula(left), listed=values.atom(listed))
            case _:
                return self._truth(node, mood, phrases.SAME, phrases.HOLDS)

    def _negated(self, operand: Expression, mood: Mood) -> str:
        values, say = self.values, self.voice.in_mood
        match operand:
            case model.ComparisonOf(_, _, Sign.EXACTLY, left, right):
                phrase = phrases.NOT_SAME if isinstance(left.type, _NAMED_KINDS) else phrases.NOT_EXACTLY
                return say(phrase, mood, left=values.formula(left), right=values.formula(right))
            case model.OneOf(_, _, left, members):
                two = len(members) == _TWO
                listed = values.listed(members, phrases.NEITHER_NOR if two else phrases.ALTERNATIVES)
                phrase = phrases.NEITHER if two else phrases.NOT_ONE_OF
                return say(phrase, mood, left=values.formula(left), members=listed)
            case model.ElementOf(_, _, left, owner):
                return say(phrases.NOT_AMONG, mood, left=values.formula(left), listed=values.atom(owner))
            case _ if _is_named_truth(operand):
                return self._truth(operand, mood, phrases.NOT_SAME, phrases.HOLDS_NOT)
            case _:
                return say(phrases.NOT_SO, mood, self.voice.bracketed(self.fact(operand)))

    def _truth(self, node: Expression, mood: Mood, of_field: Wording, of_condition: Wording) -> str:
        """A condition that is a value itself: a field that says yes or no, or a name of the author's."""
        if isinstance(node, model.Local | model.Definition | model.Constant | model.BuiltinCall):
            return self.voice.in_mood(of_condition, mood, operand=self.values.atom(node))
        yes = self.voice.say(phrases.TRUTH[True])
        return self.voice.in_mood(of_field, mood, left=self.values.atom(node), right=yes)

    def _quantified(self, node: model.QuantifiedOver, mood: Mood) -> str:
        source = self.values.atom(node.source)
        if node.condition is not None:
            source = self.voice.say(phrases.FOR_WHICH, source=source, condition=self._firm(node.condition, Mood.FACT))
        every = node.quantifier is model.Quantifier.EVERY
        return self.voice.in_mood(
            phrases.QUANTIFIED[node.quantifier],
            mood,
            variable=self.voice.marks.variable(node.variable),
            source=source,
            asserted=self._joined(node.asserted, mood if every else Mood.FACT),
        )


def _members(node: Expression, kind: type[model.BothOf] | type[model.EitherOf]) -> list[Expression]:
    """What a chain that reads from the left joins."""
    if not isinstance(node, model.BothOf | model.EitherOf) or not isinstance(node, kind):
        return [node]
    return [*_members(node.left, kind), node.right]


def _shape(node: Expression) -> Shape:
    match node:
        case model.BothOf():
            return Shape.AND
        case model.EitherOf():
            return Shape.OR
        case model.QuantifiedOver() | model.Choice():
            return Shape.LOOSE
        case _:
            return Shape.PREDICATE


def _is_of_presence(node: Expression) -> bool:
    return all(isinstance(one, model.PresenceOf) for one in _members(node, model.EitherOf))


def _is_named_truth(node: Expression) -> bool:
    return isinstance(
        node,
        model.Local | model.Definition | model.Constant | model.BuiltinCall | model.SubmissionField | model.FieldOf
        | model.AbsentTakenAs,
    )  # fmt: skip
