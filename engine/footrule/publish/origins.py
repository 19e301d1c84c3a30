"""The files beside a standard that its page speaks of: those that it builds on, and its other editions."""

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


def editions_beside(standard: Standard, catalogue: Catalogue) -> tuple[Standard, ...]:
    """The other editions of a standard that are installed, each version once, the newest first."""
    named = {one.version_text: one for one in catalogue.editions if one.id == standard.id}
    loaded = (catalogue.load(one) for version, one in reversed(named.items()) if version != standard.version)
    return tuple(one for one in loaded if isinstance(one, Standard))
