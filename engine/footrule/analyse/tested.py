"""Which rules the examples of a file answer for, and of which rules an example says exactly what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from footrule.model import expression as model
from footrule.model.standard import Example, Rule, Standard
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


def promises(standard: Standard, tested: Iterable[Rule]) -> Callable[[Example, str], bool]:
    """Whether an example says exactly what a rule comes to: nonconforming, undetermined, or neither.

    It does of every rule, unless it names one that fails: then of the rules that the file answers for and of those it
    names. What breaks a rule of a category rarely leaves all others alone (where an emission is left out, the footprint
    is no longer that of its inventory), and what else is noticed is for the tests of the libraries to say. `tested` are
    its `tested_rules`.
    """
    held = {rule.id for rule in (*standard.own_rules, *tested)}

    def says_of(example: Example, rule: str) -> bool:
        return not example.fails or rule in held or rule in example.fails or rule in example.undetermined

    return says_of


def _waits(rule: Rule) -> bool:
    """Whether a rule rests on a parameter that is not set."""
    nodes = (node for part in expressions_in(rule) for node in below(part))
    return any(isinstance(node, model.UnsetParameter) for node in nodes)


def _rests_on(rule: Rule, parameters: set[str]) -> bool:
    return any(parameters_in(part) & parameters for part in expressions_in(rule))
