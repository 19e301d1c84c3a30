"""Which rules of a standard ask the factor database: a report names the tables that their judgements rest on."""

from __future__ import annotations

from footrule.builtins.factors import FACTORS
from footrule.frozen import Frozen, dataclass
from footrule.model.on_demand import outline_of
from footrule.model.standard import Standard

_ASKING = frozenset(one.name for one in FACTORS if one.asks_factors)


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
        rules = tuple(place for place, rule in enumerate(known.rules) if rule.calls & _ASKING)
        where_they_apply = frozenset(place for place in rules if not known.rules[place].applies_by & _ASKING)
        an_allocation = bool(known.called_by_allocations & _ASKING)
        _KNOWN[standard.sha256] = AskingFactors(rules, where_they_apply, an_allocation)
    return _KNOWN[standard.sha256]


_KNOWN: dict[str, AskingFactors] = {}
"""The same by the digests of standards."""
