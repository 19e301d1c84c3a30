"""A rule for the elements that pass a filter, and no rule that there is one: who leaves them out, passes.

Told only where it is certain: a rule that asks for elements of the same list, and may be about the same ones, is taken
as the rule that is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from footrule.drafting import condition_problems as problems
from footrule.drafting.contradiction import GIVEN, Claim, claim, flattened, never_together
from footrule.drafting.place import Lets, RulePlace, resolved
from footrule.frozen import Frozen, dataclass
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.walk import children
from footrule.text.diagnostic import Diagnostic

_ASKING = {model.Quantifier.SOME, model.Quantifier.EXACTLY_ONE}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Chosen(Frozen):
    """Some elements of a list: what the list is called, and what is said of each."""

    list: str
    claims: tuple[Claim, ...]
    of: frozenset[str]
    """The fields of an element that are asked about; an empty text is the element itself."""
    optional: bool
    """The list is written `absent as none`: that there may be none has been said."""


def existence(rules: Sequence[RulePlace], every_rule: Iterable[standard.Rule], unread: str) -> Iterator[Diagnostic]:
    """Every filtered `for each` with a `shall` where no rule, inherited ones included, asks for such an element.

    `unread` is text that could not be checked: a list that it names may be asked for there.
    """
    wanting = [
        (rule, each, chosen)
        for rule in rules
        if (each := rule.for_each) is not None and (chosen := _iterated(rule)) is not None
    ]
    if not wanting:
        return
    asked: dict[str, list[Chosen]] = {}
    for known in every_rule:
        for one in _asked(known):
            asked.setdefault(one.list, []).append(one)
    for rule, each, chosen in wanting:
        if chosen.list not in unread and not any(_may_be_one_of(chosen, other) for other in asked.get(chosen.list, ())):
            span = each.source.span if each.condition is None else each.condition.span
            yield problems.none_passes(rule.source, span)


def _iterated(rule: RulePlace) -> Chosen | None:
    """What a rule runs over, where that is filtered and asked something of."""
    each = rule.rule.for_each
    if each is None or not any(one.modality == "shall" for one in rule.rule.requirements):
        return None
    chosen = _chosen(each.source, each.variable, [each.condition] if each.condition is not None else [], {})
    about_list = rule.rule.when is not None and chosen.list in rule.rule.when.written
    return None if chosen.optional or about_list or not any(map(_selects, chosen.claims)) else chosen


def _selects(said: Claim) -> bool:
    """Whether a filter picks a kind of element; one that leaves some out, or asks what is given, picks none."""
    return said.yes and said.test != GIVEN


def _chosen(source: model.Expression, variable: str, said: Iterable[model.Expression], lets: Lets) -> Chosen:
    conditions = [(variable, condition) for condition in said]
    optional = False
    while True:
        match source:
            case model.Selection(_, _, name, inner, condition):
                conditions.append((name, condition))
                source = inner
            case model.AbsentTakenAs(_, _, operand):
                optional, source = True, operand
            case _ if (further := resolved(source, lets)) is not source:
                source = further
            case _:
                break
    return Chosen(
        source.written,
        tuple(claim(one, name) for name, condition in conditions for one in flattened(condition, model.BothOf)),
        frozenset(field for name, condition in conditions for field in _fields(condition, name)),
        optional,
    )


def _fields(condition: model.Expression, variable: str) -> list[str]:
    return re.findall(rf"(?<![\w.]){re.escape(variable)}(?!\w)((?:\.\w+)?)", condition.written) if variable else [""]


def _asked(rule: standard.Rule) -> Iterator[Chosen]:
    """The elements that a rule's `shall` requirements may ask for."""
    lets: Mapping[str, model.Expression] = {let.name: let.value for let in rule.lets}
    for requirement in rule.requirements:
        if isinstance(requirement, standard.Asserted) and requirement.modality == "shall":
            yield from _asked_in(requirement.asserted, lets)


def _asked_in(asserted: model.Expression, lets: Lets) -> Iterator[Chosen]:
    waiting: list[model.Node] = [asserted]
    entered: set[str] = set()
    while waiting:
        node = waiting.pop()
        match node:
            case model.QuantifiedOver(_, _, quantifier, variable, source, kept, satisfied) if quantifier in _ASKING:
                yield _chosen(source, variable, [satisfied] if kept is None else [kept, satisfied], lets)
            case model.NotOf(_, _, model.QuantifiedOver(_, _, _, variable, source, kept, satisfied)):
                yield _counted(variable, satisfied, source, kept, lets)
            case model.AggregateOver(_, _, _, variable, element, source, kept):
                yield _counted(variable, element, source, kept, lets)
            case model.ElementOf(_, _, _, source):
                yield Chosen(source.written, (), frozenset({""}), False)
            case model.Definition(_, _, name, value) if name not in entered:
                entered.add(name)
                waiting.append(value)
            case model.Local(_, _, name) if name in lets and name not in entered:
                entered.add(name)
                waiting.append(lets[name])
            case _:
                pass
        if not isinstance(node, model.Definition):
            waiting += children(node)


def _counted(
    variable: str, element: model.Expression, source: model.Expression, kept: model.Expression | None, lets: Lets
) -> Chosen:
    chosen = _chosen(source, variable, [] if kept is None else [kept], lets)
    named = frozenset(field for field in _fields(element, variable) if field)
    return Chosen(chosen.list, chosen.claims, chosen.of | named, False)


def _may_be_one_of(chosen: Chosen, asked: Chosen) -> bool:
    """Whether asking for these may ask for one of those: it says something of the same things, and not the opposite."""
    return bool(chosen.of & asked.of) and not never_together([*chosen.claims, *asked.claims])
