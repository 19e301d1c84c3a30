"""Expressions that belong together, as written and as checked, and where a part of one stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from footrule.frozen import Frozen
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.types import QuantityType
from footrule.model.walk import children
from footrule.syntax import expression_tree, tree
from footrule.text.source import Source, Span

Lets = Mapping[str, model.Expression]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Piece(Frozen):
    """An expression that stands by itself in a file, and the `let` lines that it may use."""

    source: Source
    written: expression_tree.Expression
    checked: model.Expression
    lets: Lets

    def places(self, written: str) -> list[Span]:
        """Where this text stands as an expression within the piece, in the order of the text."""
        found = [
            one.span
            for one in _below(self.written)
            if " ".join(self.source.text[one.span.start : one.span.end].split()) == written
        ]
        return sorted(found, key=lambda span: span.start) or [self.written.span]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RulePlace(Frozen):
    """A rule of the file, as written and as checked."""

    source: Source
    node: tree.RuleNode
    rule: standard.Rule
    lets: Lets

    def piece(self, written: expression_tree.Expression, checked: model.Expression) -> Piece:
        """One of its expressions."""
        return Piece(self.source, written, checked, self.lets)

    def requirements(self) -> Iterator[tuple[tree.RequirementNode | tree.AttestedNode, standard.Requirement]]:
        """Its requirements, each as written and as checked."""
        return zip(self.node.requirements, self.rule.requirements, strict=True)

    def applies(self) -> Iterator[Piece]:
        """The conditions on which it or a requirement of it applies."""
        each, iteration = self.node.for_each, self.rule.for_each
        if each is not None and iteration is not None and each.condition and iteration.condition:
            yield self.piece(each.condition, iteration.condition)
        if self.node.when and self.rule.when:
            yield self.piece(self.node.when, self.rule.when)
        for node, requirement in self.requirements():
            if node.when and requirement.when:
                yield self.piece(node.when, requirement.when)

    def values(self) -> Iterator[Piece]:
        """Its other expressions: the list, the `let` lines, what is required."""
        if self.node.for_each is not None and self.rule.for_each is not None:
            yield self.piece(self.node.for_each.source, self.rule.for_each.source)
        for let, binding in zip(self.node.lets, self.rule.lets, strict=True):
            yield self.piece(let.value, binding.value)
        for node, requirement in self.requirements():
            if isinstance(node, tree.RequirementNode) and isinstance(requirement, standard.Asserted):
                yield self.piece(node.asserted, requirement.asserted)


def rules_of(written: tree.Tree, checked: standard.Standard) -> list[RulePlace]:
    """The file's own rules, those without an error: nothing of them is left out in `checked`."""
    nodes = [item for item in written.items if isinstance(item, tree.RuleNode)]
    own = checked.rules[len(checked.rules) - len(nodes) :]
    return [
        RulePlace(written.source, node, rule, {let.name: let.value for let in rule.lets})
        for node, rule in zip(nodes, own, strict=True)
        if _is_whole(node, rule)
    ]


def _is_whole(node: tree.RuleNode, rule: standard.Rule) -> bool:
    each, iteration = node.for_each, rule.for_each
    return (
        (each is None) == (iteration is None)
        and (each is None or iteration is None or (each.condition is None) == (iteration.condition is None))
        and (node.when is None) == (rule.when is None)
        and len(node.lets) == len(rule.lets)
        and len(node.requirements) == len(rule.requirements)
        and all(
            (one.when is None) == (requirement.when is None)
            for one, requirement in zip(node.requirements, rule.requirements, strict=True)
        )
    )


def beside(text: str, rules: Iterable[RulePlace]) -> str:
    """What a file holds beside these rules."""
    parts: list[str] = []
    at = 0
    for rule in rules:
        parts.append(text[at : rule.node.span.start])
        at = rule.node.span.end
    return "".join([*parts, text[at:]])


def depends_on(node: model.Expression, lets: Lets) -> str:
    """What an expression depends on: `submission`, or else `parameters`, or else `nothing`."""
    found, entered = "nothing", set[str]()
    waiting: list[model.Node] = [node]
    while waiting:
        one = waiting.pop()
        match one:
            case model.SubmissionField() | model.Predecessor():
                return "submission"
            case model.FieldOf(_, _, base):
                waiting.append(base)
            case model.Local(_, _, name):
                if name not in lets:
                    return "submission"
                if name not in entered:
                    entered.add(name)
                    waiting.append(lets[name])
            case model.Definition(_, _, name, value):
                if name not in entered:
                    entered.add(name)
                    waiting.append(value)
            case model.Constant(_, _, _, parameter):
                found = "parameters" if parameter is not None else found
            case _:
                waiting += children(one)
    return found


def resolved(node: model.Expression, lets: Lets) -> model.Expression:
    """What a name of the author's stands for; anything else as it is."""
    seen = 0
    while seen <= expression_tree.DEEPEST:
        seen += 1
        if isinstance(node, model.Definition):
            node = node.value
        elif isinstance(node, model.Local) and node.name in lets:
            node = lets[node.name]
        else:
            break
    return node


def is_quantity(node: model.Expression) -> bool:
    """Whether an expression is a quantity, a plain number included."""
    return isinstance(node.type, QuantityType)


def _below(node: expression_tree.Expression) -> Iterator[expression_tree.Expression]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        for name in one.__match_args__:
            value: object = getattr(one, name)
            parts = cast(tuple[object, ...], value) if isinstance(value, tuple) else (value,)
            waiting += [part for part in parts if isinstance(part, expression_tree.Expression)]
