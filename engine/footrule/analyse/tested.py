"""Which rules the examples of a file answer for."""

from __future__ import annotations

from footrule.model import expression as model
from footrule.model.standard import Rule, Standard
from footrule.model.walk import below, expressions_in, parameters_in


def tested_rules(standard: Standard) -> tuple[Rule, ...]:
    """The rules that stand in the file, and those that it makes decidable by setting what they left open.

    A rule that rests on a parameter which nobody has set yet comes to nothing: those who set it answer for it.
    """
    own = {rule.id for rule in standard.own_rules}
    filled = {
        one.name
        for one in standard.parameters
        if any(setting.by == standard.id and isinstance(setting.was, model.UnsetParameter) for setting in one.settings)
    }
    return tuple(
        rule for rule in standard.rules if (rule.id in own and not _waits(rule)) or (filled and _rests_on(rule, filled))
    )


def _waits(rule: Rule) -> bool:
    """Whether a rule rests on a parameter that is not set."""
    nodes = (node for part in expressions_in(rule) for node in below(part))
    return any(isinstance(node, model.UnsetParameter) for node in nodes)


def _rests_on(rule: Rule, parameters: set[str]) -> bool:
    return any(parameters_in(part) & parameters for part in expressions_in(rule))
