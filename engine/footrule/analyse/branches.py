"""Which conditions of a standard its examples have seen true, and which false.

A condition is a `when`, a requirement, what an `if` or a filter asks, and each side of an `and` or `or`. One that reads
nothing of the submission (a choice that a parameter makes) has one side only, and is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from footrule.analyse.rewriting import deciding, written_here
from footrule.analyse.tested import tested_rules
from footrule.analyse.trial import Trial
from footrule.analyse.variants import Step, parts
from footrule.evaluate.context import Context
from footrule.evaluate.expressions import evaluate
from footrule.evaluate.values import Result
from footrule.model import expression as expressions
from footrule.model.expression import Expression
from footrule.model.standard import ON_SHARES, Standard
from footrule.model.types import TRUTH
from footrule.model.walk import below


@dataclass(frozen=True, slots=True)
class Branch:
    """A condition of the rule or definition `owner`, and which of its two sides an example has seen."""

    owner: str
    written: str
    trail: tuple[Step, ...]
    true: bool
    false: bool


def branches(standard: Standard, trial: Trial) -> tuple[Branch, ...]:
    """The conditions of the rules and definitions that a standard has of its own."""
    tested = tested_rules(standard)
    own = tuple(one for one in standard.own_rules if one in tested and not one.id.startswith(ON_SHARES))
    seen: dict[int, set[bool]] = {}
    watching = _watching(seen)
    for rule in own:
        alone = replace(standard, rules=(rule,))
        for one in trial.cases(rule):
            for _ in trial.judged(alone, one, watching):
                pass
    owners = [(rule.id, list(deciding(written_here(rule)))) for rule in own]
    every = (node for _, nodes in owners for one in nodes for node in below(one))
    used = {node.name for node in every if isinstance(node, expressions.Definition)}
    definitions = (one for one in standard.definitions if one.standard == standard.id)
    owners += [(one.name, [one.value]) for one in definitions if one.name in used]
    found: dict[int, Branch] = {}
    for owner, nodes in owners:
        for trail, node in _conditions(nodes):
            sides = seen.get(id(node), set())
            found.setdefault(id(node), Branch(owner, node.written, trail, True in sides, False in sides))
    return tuple(found.values())


def _watching(seen: dict[int, set[bool]]) -> Callable[[Context, Expression], Result]:
    """An evaluator that notes what each condition came to."""

    def run(context: Context, node: Expression) -> Result:
        result = evaluate(context, node)
        if isinstance(result, bool):
            seen.setdefault(id(node), set()).add(result)
        return result

    return run


def _conditions(nodes: list[Expression]) -> Iterator[tuple[tuple[Step, ...], Expression]]:
    waiting: list[tuple[tuple[Step, ...], Expression, bool]] = [
        (((node.written, 0),), node, node.type == TRUTH) for node in reversed(nodes)
    ]
    while waiting:
        trail, node, asked = waiting.pop()
        if asked and _reads(node):
            yield trail, node
        if isinstance(node, expressions.Definition):
            continue
        for field, _, child in reversed(list(parts(node))):
            waiting.append(((*trail, (child.written, 0)), child, _is_asked(node, field)))


def _is_asked(node: Expression, field: str) -> bool:
    """Whether a part of an expression is a condition that has two sides of its own."""
    if isinstance(node, expressions.BothOf | expressions.EitherOf):
        return True
    return field in {"condition", "asserted"}


def _reads(node: Expression) -> bool:
    reading = expressions.SubmissionField | expressions.Predecessor | expressions.Local
    return any(isinstance(one, reading) for one in below(node))
