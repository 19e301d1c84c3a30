"""Which rules of a standard ask the factor database: a report names the tables that their judgements rest on."""

from __future__ import annotations

from collections.abc import Sequence, Set

from footrule.assess.recomputing import asked_of_recomputed
from footrule.evaluate.questions import QUESTIONS
from footrule.frozen import Frozen, dataclass
from footrule.model.on_demand import outline_of
from footrule.model.standard import Standard


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AskingFactors(Frozen):
    """The rules that do, by their places in the standard, and whether an allocation does.

    Of the rules, `where_they_apply` are those that ask nothing to decide whether they apply. Where an allocation asks,
    the recomputed footprint rests on tables too, and so does every judgement on it.
    """

    rules: tuple[int, ...]
    where_they_apply: frozenset[int]
    an_allocation: bool


def asking_factors(standard: Standard) -> AskingFactors:
    """What of a standard asks the factor database; looked for once."""
    if standard.sha256 not in _KNOWN:
        known = outline_of(standard)
        rules = tuple(place for place, rule in enumerate(known.rules) if rule.calls & QUESTIONS)
        where_they_apply = frozenset(place for place in rules if not known.rules[place].applies_by & QUESTIONS)
        an_allocation = bool(known.called_by_allocations & QUESTIONS)
        _KNOWN[standard.sha256] = AskingFactors(rules, where_they_apply, an_allocation)
    return _KNOWN[standard.sha256]


def resting_on_tables(standard: Standard, not_applicable: Set[str]) -> Sequence[int]:
    """The rules of a standard whose judgements may rest on tables of factors, by their places.

    The rules are told that do not apply, and of which this alone is to be said.
    """
    asking, rules = asking_factors(standard), outline_of(standard).rules
    idle = {place for place in asking.where_they_apply if rules[place].id in not_applicable}
    places = set(asking.rules) - idle
    if asking.an_allocation:
        on_recomputed = asked_of_recomputed(standard)
        places.update(place for place, rule in enumerate(rules) if rule.id in on_recomputed)
    return sorted(places)


_KNOWN: dict[str, AskingFactors] = {}
"""The same by the digests of standards."""
