"""What is known of the rules of a standard without looking into them: enough to count what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footrule.frozen import Frozen, dataclass
from footrule.model import expression as model
from footrule.model.standard import Rule, Standard
from footrule.model.types import RecordType
from footrule.model.walk import below, expressions_in, lets_used

RECOMPUTED = "recomputed"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RuleOutline(Frozen):
    """A rule by its id, the modalities of its requirements, and whether it runs over a list.

    `calls` are the builtin functions that it calls, `applies_by` those of them that have a part in whether, and to
    what, it applies; `of_recomputed` are the fields that it names of the recomputed footprint, and `recomputed` itself
    where it names any. `fields` are the fields that it names of anything: it reads no others.
    """

    id: str
    modalities: tuple[str, ...]
    over_list: bool
    calls: frozenset[str]
    applies_by: frozenset[str]
    of_recomputed: frozenset[str]
    fields: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Outline(Frozen):
    """The rules of a standard in their order, and the builtin functions that its allocations call."""

    rules: tuple[RuleOutline, ...]
    called_by_allocations: frozenset[str]


def outline(standard: Standard) -> Outline:
    """The outline of a standard, found in its rules."""
    return Outline(
        tuple(_outline(one) for one in standard.rules),
        frozenset(_calls(node for one in standard.allocations for node in _nodes(one))),
    )


def _outline(rule: Rule) -> RuleOutline:
    nodes = list(_nodes(rule))
    return RuleOutline(
        rule.id,
        tuple(one.modality for one in rule.requirements),
        rule.for_each is not None,
        frozenset(_calls(nodes)),
        frozenset(_calls(_deciding_whether(rule))),
        frozenset(_of_recomputed(nodes)),
        frozenset(one.name for one in nodes if isinstance(one, model.SubmissionField | model.FieldOf)),
    )


def _deciding_whether(rule: Rule) -> Iterator[model.Node]:
    """What decides whether a rule applies, and to what, with the lets that it uses."""
    conditions = (rule.for_each, rule.phase_in, rule.when, *(one.when for one in rule.requirements))
    parts = list(expressions_in(conditions))
    parts += [one.value for one in lets_used(parts, rule.lets)]
    return (node for part in parts for node in below(part))


def _nodes(part: object) -> Iterator[model.Node]:
    return (node for expression in expressions_in(part) for node in below(expression))


def _calls(nodes: Iterable[model.Node]) -> Iterator[str]:
    return (node.name for node in nodes if isinstance(node, model.BuiltinCall))


def _of_recomputed(nodes: Iterable[model.Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, model.SubmissionField) and node.name == RECOMPUTED:
            yield RECOMPUTED
        elif isinstance(node, model.FieldOf) and node.base.type == RecordType(RECOMPUTED):
            yield node.name
