"""What the outcome of a rule hangs on, and rules in which something of that is replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from footrule.analyse.variants import parts, with_part
from footrule.model import expression as expressions
from footrule.model.expression import Expression
from footrule.model.standard import Asserted, Rule
from footrule.model.walk import below


def deciding_lets(rule: Rule) -> set[str]:
    """The names of a rule that its outcome hangs on."""
    values = {let.name: let.value for let in rule.lets}
    waiting, needed = list(_conditions(rule)), set[str]()
    while waiting:
        for node in below(waiting.pop()):
            if isinstance(node, expressions.Local) and node.name in values and node.name not in needed:
                needed.add(node.name)
                waiting.append(values[node.name])
    return needed


def deciding(rule: Rule) -> Iterator[Expression]:
    """The outermost expressions that the outcome of a rule hangs on."""
    yield from _conditions(rule)
    needed = deciding_lets(rule)
    yield from (let.value for let in rule.lets if let.name in needed)


def written_here(rule: Rule) -> Rule:
    """The parts of a rule that stand in the file it is written in: without what a change has kept of it as it was."""
    kept = rule.kept
    return replace(
        rule,
        for_each=None if kept.for_each else rule.for_each,
        phase_in=None if kept.phase_in else rule.phase_in,
        when=None if kept.when else rule.when,
        lets=rule.lets[kept.lets :],
    )


def _conditions(rule: Rule) -> Iterator[Expression]:
    if rule.for_each is not None:
        yield rule.for_each.source
        if rule.for_each.condition is not None:
            yield rule.for_each.condition
    if rule.phase_in is not None:
        yield rule.phase_in.against
    if rule.when is not None:
        yield rule.when
    for one in rule.requirements:
        if one.when is not None:
            yield one.when
        if isinstance(one, Asserted):
            yield one.asserted


def rewritten_rule(rule: Rule, change: Callable[[Expression], Expression | None]) -> Rule:
    """A rule with a change made in everything that its outcome hangs on."""

    def optional(node: Expression | None) -> Expression | None:
        return None if node is None else rewritten(node, change)

    each, phase_in = rule.for_each, rule.phase_in
    if each is not None:
        each = replace(each, source=rewritten(each.source, change), condition=optional(each.condition))
    if phase_in is not None:
        phase_in = replace(phase_in, against=rewritten(phase_in.against, change))
    requirements = tuple(
        replace(one, when=optional(one.when), asserted=rewritten(one.asserted, change))
        if isinstance(one, Asserted)
        else replace(one, when=optional(one.when))
        for one in rule.requirements
    )
    lets = tuple(replace(let, value=rewritten(let.value, change)) for let in rule.lets)
    return replace(
        rule, for_each=each, phase_in=phase_in, when=optional(rule.when), lets=lets, requirements=requirements
    )


def rewritten(node: Expression, change: Callable[[Expression], Expression | None]) -> Expression:
    """An expression in which `change` has replaced what it has another expression for, the outermost first."""
    other = change(node)
    if other is not None:
        return other
    for field, index, child in parts(node):
        after = rewritten(child, change)
        if after is not child:
            node = with_part(node, field, index, after)
    return node
