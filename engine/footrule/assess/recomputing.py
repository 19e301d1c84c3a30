"""The footprint recomputed for the rules of a standard: only where they ask for it, and once for each standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from footrule.evaluate.evidence import Readings
from footrule.evaluate.judgement import Judgement
from footrule.factors.database import Factors
from footrule.frozen import Frozen, dataclass
from footrule.model.on_demand import outline_of
from footrule.model.outline import RECOMPUTED
from footrule.model.standard import ON_SHARES, Standard, shares_rule_id
from footrule.submission.element import Record

if TYPE_CHECKING:
    from footrule.inventory.partition import Partition
    from footrule.inventory.recompute import Recomputed

ALTERNATIVES = "alternatives"
UNSHARED = frozenset({RECOMPUTED, "balances", "set"})
"""What of a recomputed footprint no allocation has a part in."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Resting(Frozen):
    """What a recomputed footprint rests on besides the inventory: provisional limits, rows of the factor database.

    `asked` are the fields of it that rules name, by their ids; `of_shares` is what the shares of a process rest on, by
    its place and the rule on them.
    """

    asked: Mapping[str, frozenset[str]]
    of_footprint: Readings
    of_alternatives: Readings
    of_shares: Mapping[tuple[str, str], Readings]

    def of(self, judgement: Judgement) -> Readings:
        """What of that a judgement rests on by way of `recomputed`, each once."""
        rule = judgement.rule.id
        if rule.startswith(ON_SHARES):
            of_rule = {place: used for (place, by), used in self.of_shares.items() if by == rule}
            return next((used for place, used in of_rule.items() if _within(judgement.pointer, place)), ())
        asked = self.asked.get(rule, UNSHARED)
        if asked <= UNSHARED:
            return ()
        alternatives = self.of_alternatives if ALTERNATIVES in asked else ()
        return tuple(dict.fromkeys((*self.of_footprint, *alternatives)))


NOTHING = Resting({}, (), (), {})


def with_recomputed(standard: Standard, footprint: Record, predecessor: Record | None, factors: Factors) -> Record:
    """The footprint with what its inventory comes to by the standard; without an inventory, as it is.

    Where it cannot be recomputed, the field says why, and rules that need it are undetermined for that reason.
    """
    return recomputed_by(standard, footprint, predecessor, factors)[0]


def recomputed_by(
    standard: Standard, footprint: Record, predecessor: Record | None, factors: Factors
) -> tuple[Record, Resting]:
    """The same, and what the recomputed footprint rests on."""
    asked = asked_of_recomputed(standard)
    if not asked or "processes" not in footprint.fields:
        return footprint, NOTHING
    with_others = any(ALTERNATIVES in fields for fields in asked.values())
    from footrule.inventory.problems import NotComputed
    from footrule.inventory.recompute import recompute
    from footrule.inventory.recomputed import not_recomputed
    from footrule.submission.fields_on_demand import with_field

    try:
        found = recompute(standard, footprint, predecessor, factors, with_alternatives=with_others)
    except NotComputed as problem:
        absent = not_recomputed(problem.problems, problem.problems[0].pointer)
        return with_field(footprint, RECOMPUTED, absent), NOTHING
    return with_field(footprint, RECOMPUTED, found.record), _resting(asked, found)


def _resting(asked: Mapping[str, frozenset[str]], found: Recomputed) -> Resting:
    shared: Iterable[Partition] = (*found.footprint.partitions.values(), *found.apart)
    of_shares = {
        (one.process.pointer, shares_rule_id(one.rule)): tuple(dict.fromkeys(one.shares_rest_on))
        for one in shared
        if one.rule is not None
    }
    return Resting(asked, found.footprint.rests_on, found.alternatives_rest_on, of_shares)


def _within(pointer: str, place: str) -> bool:
    return pointer == place or pointer.startswith(f"{place}/")


_ASKED: dict[str, Mapping[str, frozenset[str]]] = {}
"""What each standard asks of the recomputed footprint, by its digest, and by the rules that do."""


def asked_of_recomputed(standard: Standard) -> Mapping[str, frozenset[str]]:
    """The fields of the recomputed footprint that rules of a standard name, by the ids of those that name any of it."""
    if standard.sha256 not in _ASKED:
        rules = outline_of(standard).rules
        _ASKED[standard.sha256] = {rule.id: rule.of_recomputed for rule in rules if rule.of_recomputed}
    return _ASKED[standard.sha256]
