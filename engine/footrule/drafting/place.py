"""Expressions that belong together, as written and as checked, and where a part of one stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from footrule.drafting.rule_texts import RuleText, rule_texts
from footrule.frozen import Frozen, dataclass
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
    """A rule that is written in the file, as written and as checked.

    Of one that is tightened, what stays of the rule as it was is not written here, and is no expression of it.
    """

    source: Source
    node: RuleText
    rule: standard.Rule
    lets: Lets

    @property
    def for_each(self) -> tree.ForEach | None:
        """The list that it is written to run over."""
        return self.node.for_each if isinstance(self.node, tree.RuleNode) else None

    @property
    def cites(self) -> tuple[standard.Citation, ...]:
        """The clauses that it is written to come from."""
        tightened = isinstance(self.node, tree.TightenNode)
        return self.rule.changes[-1].cites if tightened else self.rule.cites

    def piece(self, written: expression_tree.Expression, checked: model.Expression) -> Piece:
        """One of its expressions."""
        return Piece(self.source, written, checked, self.lets)

    def requirements(self) -> Iterator[tuple[tree.RequirementNode | tree.AttestedNode, standard.Requirement]]:
        """Its requirements, each as written and as checked."""
        return zip(self.node.requirements, self.rule.requirements, strict=True)

    def applies(self) -> Iterator[Piece]:
        """The conditions on which it or a requirement of it applies."""
        each, iteration = self.for_each, self.rule.for_each
        if each is not None and iteration is not None and each.condition and iteration.condition:
            yield self.piece(each.condition, iteration.condition)
        if self.node.when and self.rule.when:
            yield self.piece(self.node.when, self.rule.when)
        for node, requirement in self.requirements():
            if node.when and requirement.when:
                yield self.piece(node.when, requirement.when)

    def values(self) -> Iterator[Piece]:
        """Its other expressions: the list, the `let` lines, what is required."""
        if self.for_each is not None and self.rule.for_each is not None:
            yield self.piece(self.for_each.source, self.rule.for_each.source)
        for let, binding in zip(self.node.lets, self.rule.lets[self.rule.kept.lets :], strict=True):
            yield self.piece(let.value, binding.value)
        for node, requirement in self.requirements():
            if isinstance(node, tree.RequirementNode) and isinstance(requirement, standard.Asserted):
                yield self.piece(node.asserted, requirement.asserted)


def rules_of(written: tree.Tree, checked: standard.Standard) -> list[RulePlace]:
    """The rules that are written in the file, those without an error: nothing of them is left out in `checked`."""
    by_text = {(rule.id, rule.written): rule for rule in checked.own_rules}
    found = [(node, by_text.get((node.id.text, _text(written, node)))) for node in rule_texts(written)]
    return [
        RulePlace(written.source, node, rule, {let.name: let.value for let in rule.lets})
        for node, rule in found
        if rule is not None and _is_whole(node, rule)
    ]


def _text(written: tree.Tree, node: RuleText) -> str:
    return written.source.text[node.span.start : node.span.end]


def _is_whole(node: RuleText, rule: standard.Rule) -> bool:
    return (
        (isinstance(node, tree.TightenNode) or _is_whole_list(node.for_each, rule.for_each))
        and (rule.kept.when or (node.when is None) == (rule.when is None))
        and [let.name.text for let in node.lets] == [let.name for let in rule.lets[rule.kept.lets :]]
        and len(node.requirements) == len(rule.requirements)
        and all(
            (one.when is None) == (requirement.when is None)
            for one, requirement in zip(node.requirements, rule.requirements, strict=True)
        )
    )


def _is_whole_list(each: tree.ForEach | None, iteration: standard.Iteration | None) -> bool:
    if each is None or iteration is None:
        return each is None and iteration is None
    return (each.condition is None) == (iteration.condition is None)


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
