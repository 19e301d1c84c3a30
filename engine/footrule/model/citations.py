"""The citations of a checked standard, each with the rule or allocation that makes it."""

from __future__ import annotations

from collections.abc import Iterator

from footrule.model.standard import Allocation, Citation, Rule, Standard
from footrule.model.walk import expressions_in, parameters_in


def citations_of(standard: Standard) -> Iterator[tuple[Rule | Allocation, Citation]]:
    """The citations of every rule and allocation: its own, and those of the parameters that it uses."""
    of_parameters = {one.name: one.cites for one in standard.parameters if one.cites}
    every: tuple[Rule | Allocation, ...] = (*standard.rules, *standard.allocations)
    for rule in every:
        for cite in rule.cites:
            yield rule, cite
        used = {name for node in expressions_in(rule) for name in parameters_in(node)} if of_parameters else set[str]()
        for name in sorted(used & of_parameters.keys()):
            for cite in of_parameters[name]:
                yield rule, cite
