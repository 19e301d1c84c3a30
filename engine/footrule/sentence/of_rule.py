"""Rules in sentences: when a rule applies and to what, what it asks for, and what its names denote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from footrule.frozen import Frozen, dataclass
from footrule.model import expression as model
from footrule.model.expression import Expression
from footrule.model.standard import Asserted, Attested, Iteration, LetBinding, Requirement, Rule
from footrule.model.types import TRUTH
from footrule.model.walk import children, lets_used
from footrule.sentence import phrases
from footrule.sentence.conditions import Conditions
from footrule.sentence.mood import Mood
from footrule.sentence.values import Values
from footrule.sentence.voice import Voice


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RuleInWords(Frozen):
    """The parts of a rule: where it applies (empty where everywhere), what it asks for, what its names denote."""

    scope: str
    requirements: tuple[str, ...]
    definitions: tuple[str, ...]


def parts_in_words(rule: Rule, voice: Voice) -> RuleInWords:
    """A whole rule in parts, for a page that numbers them itself."""
    asked = tuple(_requirement(rule, one, voice) for one in rule.requirements)
    denoted = definitions(voice, rule.lets, _expressions(rule, rule.requirements))
    return RuleInWords(_scope(rule, voice), asked, tuple(denoted))


def rule_in_words(rule: Rule, voice: Voice) -> str:
    """A whole rule: its scope, its requirements (numbered where there are several), and all its names."""
    parts = parts_in_words(rule, voice)
    if len(parts.requirements) == 1:
        return sentences(voice, parts.scope + parts.requirements[0], parts.definitions)
    scope = parts.scope + voice.say(phrases.FOLLOWING) if parts.scope else ""
    asked = [voice.say(phrases.NUMBERED, str(number), one) for number, one in enumerate(parts.requirements, 1)]
    return sentences(voice, scope + voice.say(phrases.SEMICOLON).join(asked), parts.definitions)


def requirement_in_words(rule: Rule, number: int, voice: Voice) -> str:
    """One requirement of a rule (the first is 1) with the scope of the rule, and the names that these use."""
    requirement = rule.requirements[number - 1]
    text = _scope(rule, voice) + _requirement(rule, requirement, voice)
    parts = list(_expressions(rule, (requirement,)))
    return sentences(voice, text, definitions(voice, lets_used(parts, rule.lets), parts))


def element_of(iteration: Iteration, voice: Voice) -> str:
    """The list that elements are of, and the condition on them where there is one."""
    values, conditions = _speakers(voice)
    source = values.atom(iteration.source)
    if iteration.condition is not None:
        source = voice.say(phrases.FOR_WHICH, source=source, condition=conditions.fact(iteration.condition))
    return source


def definitions(voice: Voice, lets: tuple[LetBinding, ...], parts: Iterable[model.Node]) -> list[str]:
    """What the names denote: the lets in their order, then the definitions of the file that are used."""
    values, conditions = _speakers(voice)
    named: dict[str, Expression] = {one.name: one.value for one in lets}
    for part in [*parts, *(one.value for one in lets)]:
        named |= {name: value for name, value in _definitions_in(part) if name not in named}
    said: list[str] = []
    for name, value in named.items():
        marked = voice.marks.variable(name)
        if value.type == TRUTH:
            said.append(voice.say(phrases.DENOTES_THAT, name=marked, value=conditions.fact(value)))
        else:
            said.append(voice.say(phrases.DENOTES, name=marked, value=values.whole(value)))
    return said


def _speakers(voice: Voice) -> tuple[Values, Conditions]:
    conditions = Conditions(voice)
    return conditions.values, conditions


def sentences(voice: Voice, text: str, denoted: Sequence[str]) -> str:
    """The text as a sentence, and after it what its names denote."""
    whole = text[:1].upper() + text[1:] + voice.say(phrases.SENTENCE_END)
    if not denoted:
        return whole
    joined = voice.say(phrases.SEMICOLON).join(denoted)
    return whole + voice.say(phrases.SPACE) + voice.say(phrases.HERE, definitions=joined)


def _scope(rule: Rule, voice: Voice) -> str:
    values, conditions = _speakers(voice)
    said = ""
    if rule.phase_in is not None:
        against = values.atom(rule.phase_in.against)
        said += voice.say(phrases.FROM, date=str(rule.phase_in.start), against=against)
    if rule.for_each is not None:
        variable = voice.marks.variable(rule.for_each.variable)
        said += voice.say(phrases.FOR_EACH, variable=variable, source=element_of(rule.for_each, voice))
    if rule.when is not None:
        said += voice.say(phrases.WHERE, condition=conditions.fact(rule.when))
    return said


def _requirement(rule: Rule, requirement: Requirement, voice: Voice) -> str:
    conditions, mood = Conditions(voice), Mood(requirement.modality)
    said = "" if requirement.when is None else voice.say(phrases.IF, condition=conditions.fact(requirement.when))
    if isinstance(requirement, Asserted):
        return said + conditions.required(requirement.asserted, mood)
    return said + _attested(rule, requirement, voice, mood)


def _attested(rule: Rule, requirement: Attested, voice: Voice, mood: Mood) -> str:
    parts = {"role": requirement.by, "title": voice.marks.name(rule.title.in_language(voice.language))}
    if requirement.by in phrases.ROLES:
        parts["role"] = voice.say(phrases.ROLES[requirement.by])
    using = [voice.say(phrases.PROCEDURES[one]) if one in phrases.PROCEDURES else one for one in requirement.using]
    if not using:
        return voice.in_mood(phrases.CONFIRMED_SOMEHOW, mood, **parts)
    *others, last = using
    if others:
        members = voice.say(phrases.LIST_COMMA).join(others)
        last = voice.say(phrases.PROCEDURES_AND, members=members, last=last)
    return voice.in_mood(phrases.CONFIRMED, mood, using=last, **parts)


def _expressions(rule: Rule, requirements: Iterable[Requirement]) -> Iterator[Expression]:
    """Everything that decides, but for the lets."""
    if rule.phase_in is not None:
        yield rule.phase_in.against
    if rule.for_each is not None:
        yield rule.for_each.source
        yield from () if rule.for_each.condition is None else (rule.for_each.condition,)
    yield from () if rule.when is None else (rule.when,)
    for one in requirements:
        yield from () if one.when is None else (one.when,)
        if isinstance(one, Asserted):
            yield one.asserted


def _definitions_in(node: model.Node) -> Iterator[tuple[str, Expression]]:
    """The definitions that an expression uses, each before those that it uses itself."""
    entered: set[str] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, model.Definition):
            if one.name in entered:
                continue
            entered.add(one.name)
            yield one.name, one.value
        waiting += children(one)
