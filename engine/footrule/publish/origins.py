"""The files that a standard builds on, from which a page has what was before."""

from __future__ import annotations

from footrule.library.catalogue import Catalogue
from footrule.library.lineage import built_on
from footrule.model.standard import Standard


def origins_of(standard: Standard, catalogue: Catalogue) -> dict[str, Standard]:
    """The files that a standard builds on, in the editions that it does, by id, those with rules in it first."""
    loaded = map(catalogue.load, built_on(catalogue, catalogue.edition_with(standard)))
    found = {one.id: one for one in loaded if isinstance(one, Standard)}
    with_rules = dict.fromkeys(rule.standard for rule in standard.rules)
    with_rules |= dict.fromkeys(allocation.standard for allocation in standard.allocations)
    return {one: found[one] for one in (*with_rules, *found) if one in found}
