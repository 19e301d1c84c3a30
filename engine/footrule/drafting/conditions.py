"""Conditions that decide nothing: constant ones, those that cannot hold, branches never taken, members said twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footrule.drafting import condition_problems as problems
from footrule.drafting.contradiction import GIVEN, claim, flattened, never_together
from footrule.drafting.limits import compared
from footrule.drafting.place import Piece, RulePlace, depends_on
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.walk import children
from footrule.syntax import tree
from footrule.text.diagnostic import Diagnostic

_PLAIN = {model.FieldOf, model.ArithmeticOf, model.AbsentTakenAs, model.PresenceOf, model.NotOf, model.SubmissionField}


def conditions(written: tree.Tree, rules: Sequence[RulePlace]) -> Iterator[Diagnostic]:
    """What is wrong with the conditions of the rules, and of the definitions that they use."""
    definitions: dict[str, model.Expression] = {}
    for rule in rules:
        yield from _applies(rule, definitions)
        yield from _asserted(rule)
        for piece in rule.values():
            yield from _within(piece, definitions)
    defined = [item for item in written.items if isinstance(item, tree.DefineNode)]
    for item in reversed(defined):
        if item.name.text in definitions:
            piece = Piece(written.source, item.value, definitions[item.name.text], {})
            yield from _within(piece, definitions)


def _applies(rule: RulePlace, definitions: dict[str, model.Expression]) -> Iterator[Diagnostic]:
    """Conditions on which a rule applies: constant ones, and a requirement's that denies the rule's."""
    for piece in rule.applies():
        if depends_on(piece.checked, piece.lets) == "nothing":
            yield problems.always_the_same(piece.source, piece.written.span)
        else:
            yield from _within(piece, definitions)
    if rule.rule.when is None:
        return
    for_all = flattened(rule.rule.when, model.BothOf)
    if never_together(map(claim, for_all)):
        return
    for node, requirement in rule.requirements():
        if node.when is not None and requirement.when is not None:
            own = flattened(requirement.when, model.BothOf)
            if not never_together(map(claim, own)) and never_together(map(claim, [*for_all, *own])):
                yield problems.never_taken(rule.source, node.when.span, "when")


def _asserted(rule: RulePlace) -> Iterator[Diagnostic]:
    for node, requirement in rule.requirements():
        if not (isinstance(node, tree.RequirementNode) and isinstance(requirement, standard.Asserted)):
            continue
        if depends_on(requirement.asserted, rule.lets) != "submission":
            yield problems.decided_by_nothing(rule.source, node.asserted.span, node.modality)


def _within(piece: Piece, definitions: dict[str, model.Expression]) -> Iterator[Diagnostic]:
    """Everything in one expression; the definitions that it uses are collected, each to be looked at once."""
    waiting: list[model.Node] = [piece.checked]
    while waiting:
        node = waiting.pop()
        if type(node) in _PLAIN:
            waiting += children(node)
            continue
        match node:
            case model.BothOf() | model.EitherOf():
                operands = flattened(node, type(node))
                yield from _chain(piece, node, operands)
                waiting += operands
                continue
            case model.Definition(_, _, name, value):
                definitions.setdefault(name, value)
                continue
            case model.Choice():
                yield from _choice(piece, node)
            case model.OneOf():
                yield from _members(piece, node)
            case model.ComparisonOf():
                yield from compared(piece, node)
            case _:
                pass
        waiting += children(node)


def _chain(
    piece: Piece, node: model.BothOf | model.EitherOf, operands: Sequence[model.Expression]
) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for operand in operands:
        if operand.written in seen:
            yield problems.said_twice(piece.source, piece.places(operand.written)[-1])
            return
        seen.add(operand.written)
        if depends_on(operand, piece.lets) == "nothing":
            if depends_on(piece.checked, piece.lets) != "submission":
                return
            yield problems.always_the_same(piece.source, piece.places(operand.written)[0])
            return
    claims = [claim(operand) for operand in operands]
    if isinstance(node, model.BothOf) and never_together(claims):
        yield problems.cannot_hold(piece.source, piece.places(node.written)[0])
    elif isinstance(node, model.EitherOf) and _always_one(operands):
        yield problems.always_holds(piece.source, piece.places(node.written)[0])


def _always_one(operands: Sequence[model.Expression]) -> bool:
    """Whether one of the operands is true whatever a value is; asking whether it is given is left alone."""
    claims = [claim(operand) for operand in operands]
    plain = [one.denied() for one in claims if one.test != GIVEN]
    given = [one.denied() for one in claims if one.test == GIVEN]
    return never_together(plain) or never_together(given)


def _choice(piece: Piece, node: model.Choice) -> Iterator[Diagnostic]:
    if depends_on(node.condition, piece.lets) == "nothing":
        yield problems.always_the_same(piece.source, piece.places(node.condition.written)[0])
    elif node.then.written == node.otherwise.written:
        yield problems.same_branches(piece.source, piece.places(node.otherwise.written)[-1])
    otherwise = node.otherwise
    for _ in range(len(node.written)):
        if not isinstance(otherwise, model.Choice):
            return
        if otherwise.condition.written == node.condition.written:
            yield problems.never_taken(piece.source, piece.places(node.condition.written)[-1], "if")
            return
        otherwise = otherwise.otherwise


def _members(piece: Piece, node: model.OneOf) -> Iterator[Diagnostic]:
    seen: set[object] = set()
    for member in node.members:
        if not isinstance(member, model.Constant) or member.parameter is not None:
            continue
        value = member.value
        key: object = value.value if isinstance(value, Quantity) else value
        if key in seen:
            yield problems.member_twice(piece.source, piece.places(member.written)[-1])
            return
        seen.add(key)
