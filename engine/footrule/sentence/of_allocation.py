"""Allocations in sentences: which burdens, shared among which outputs, in proportion to what."""

from __future__ import annotations

from footrule.model.standard import (
    Allocation,
    AllocationKey,
    AllocationMethod,
    BurdenClass,
    Credit,
    Iteration,
    Subdivision,
    Tolerance,
)
from footrule.model.walk import expressions_in
from footrule.sentence import phrases
from footrule.sentence.conditions import Conditions
from footrule.sentence.of_rule import definitions, element_of, sentences
from footrule.sentence.voice import Voice


def allocation_in_words(allocation: Allocation, voice: Voice) -> str:
    """The whole allocation: the method of the rule, its alternatives, the tolerance, and the names it uses."""
    own, *others = (method_in_words(one, voice) for one in allocation.methods)
    text = "" if allocation.when is None else _where(allocation, voice)
    text += voice.say(
        phrases.ALLOCATED,
        variable=voice.marks.variable(allocation.on_each.variable),
        source=element_of(allocation.on_each, voice),
        methods=own,
    )
    for method, said in zip(allocation.methods[1:], others, strict=True):
        name = voice.marks.variable(method.name or "")
        text += voice.say(phrases.SEMICOLON) + voice.say(phrases.ALTERNATIVELY, name=name, methods=said)
    if allocation.tolerance is not None:
        text += voice.say(phrases.SEMICOLON) + tolerance_in_words(allocation.tolerance, voice)
    return sentences(voice, text, definitions(voice, allocation.lets, expressions_in(allocation)))


def method_in_words(method: AllocationMethod, voice: Voice) -> str:
    """What is subdivided, what is credited, and the classes that are shared, in the order in which they are taken."""
    said = [subdivision_in_words(one, voice) for one in method.subdivisions]
    said += [credit_in_words(one, voice) for one in method.credits]
    said += [class_in_words(one, voice) for one in method.classes]
    numbered = [voice.say(phrases.NUMBERED, str(number), one) for number, one in enumerate(said, 1)]
    return voice.say(phrases.SEMICOLON).join(numbered)


def subdivision_in_words(one: Subdivision, voice: Voice) -> str:
    """Burdens that are metered apart."""
    return voice.say(phrases.SUBDIVIDED, burdens=every(one.burdens, voice), outputs=every(one.outputs, voice))


def credit_in_words(one: Credit, voice: Voice) -> str:
    """Outputs that leave with a credit."""
    conditions = Conditions(voice)
    parts = {"outputs": every(one.outputs, voice), "factor": conditions.values.whole(one.factor)}
    if one.when is None:
        return voice.say(phrases.CREDITED, **parts)
    return voice.say(phrases.CREDITED_WHERE, condition=conditions.fact(one.when), **parts)


def class_in_words(one: BurdenClass, voice: Voice) -> str:
    """A class of burdens, its outputs and its keys."""
    return voice.say(
        phrases.SHARED,
        name=voice.marks.variable(one.name),
        burdens=burdens_in_words(one, voice),
        outputs=every(one.outputs, voice),
        keys=keys_in_words(one.keys, voice),
    )


def burdens_in_words(one: BurdenClass, voice: Voice) -> str:
    """Which burdens a class takes."""
    return voice.say(phrases.THE_REST) if one.burdens is None else every(one.burdens, voice)


def keys_in_words(keys: tuple[AllocationKey, ...], voice: Voice) -> str:
    """The keys, the first of which that applies is used."""
    return voice.say(phrases.ELSE_KEY).join(_key(one, voice) for one in keys)


def every(iteration: Iteration, voice: Voice) -> str:
    """Every element of a list, or of a part of it."""
    conditions = Conditions(voice)
    parts = {
        "variable": voice.marks.variable(iteration.variable),
        "source": conditions.values.atom(iteration.source),
    }
    if iteration.condition is None:
        return voice.say(phrases.EVERY_ELEMENT, **parts)
    return voice.say(phrases.EVERY_ELEMENT_OF_THOSE, condition=conditions.fact(iteration.condition), **parts)


def tolerance_in_words(tolerance: Tolerance, voice: Voice) -> str:
    """How far declared shares may be off."""
    values = Conditions(voice).values
    phrase = phrases.TOLERATED_POINTS if tolerance.points else phrases.TOLERATED
    return voice.say(phrase, tolerance=values.formula(tolerance.value))


def _where(allocation: Allocation, voice: Voice) -> str:
    assert allocation.when is not None, "asked for a condition that is not there"
    return voice.say(phrases.WHERE, condition=Conditions(voice).fact(allocation.when))


def _key(key: AllocationKey, voice: Voice) -> str:
    conditions = Conditions(voice)
    value = conditions.values.formula(key.value)
    if key.when is None:
        return value
    return voice.say(phrases.KEY_WHERE, value=value, condition=conditions.fact(key.when))
