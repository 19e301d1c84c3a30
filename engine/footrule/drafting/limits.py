"""Comparisons of quantities: limits whose source is not told, and exact comparisons that rounding breaks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from footrule.drafting import condition_problems as problems
from footrule.drafting.place import Lets, Piece, RulePlace, depends_on, is_quantity, resolved
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.walk import children
from footrule.syntax import tree
from footrule.text.diagnostic import Diagnostic

_ORDERED = {model.Sign.BELOW, model.Sign.AT_MOST, model.Sign.ABOVE, model.Sign.AT_LEAST}
_COUNTED = {"count", "distinct"}
_ADDED = {"sum", "mean"}


def compared(piece: Piece, node: model.ComparisonOf) -> Iterator[Diagnostic]:
    """What is wrong with a comparison as it stands, wherever it stands."""
    if node.left.written == node.right.written and depends_on(node.left, piece.lets) == "submission":
        yield problems.with_itself(piece.source, piece.places(node.written)[0])
    elif node.sign is model.Sign.EXACTLY and is_quantity(node.left):
        left, right = resolved(node.left, piece.lets), resolved(node.right, piece.lets)
        if not (_is_zero(left) or _is_zero(right)) and any(_rounds(one, piece.lets) for one in (left, right)):
            yield problems.exact_comparison(piece.source, piece.places(node.written)[0])


def limits(written: tree.Tree, rules: Sequence[RulePlace]) -> Iterator[Diagnostic]:
    """Numbers written into a `shall` where nothing says which of the clauses that the rule cites they come from.

    A rule that cites one clause has said it: the number is that clause's.
    """
    own = {item.name.text for item in written.items if isinstance(item, tree.DefineNode)}
    for rule in rules:
        if len(rule.cites) < 2:
            continue
        for node, requirement in rule.requirements():
            if not (isinstance(node, tree.RequirementNode) and isinstance(requirement, standard.Asserted)):
                continue
            if requirement.modality == "shall":
                yield from _limits(rule.piece(node.asserted, requirement.asserted), own)


def _limits(piece: Piece, own: Collection[str]) -> Iterator[Diagnostic]:
    """Those of one expression, through the definitions that are the file's own."""
    waiting: list[model.Node] = [piece.checked]
    while waiting:
        node = waiting.pop()
        limit: model.Expression | None = None
        if isinstance(node, model.Definition) and node.name not in own:
            continue
        match node:
            case model.WithinOf(_, _, _, tolerance, _):
                limit = tolerance
            case model.ComparisonOf(_, _, sign, left, right) if sign in _ORDERED:
                limit, other = (left, right) if isinstance(left, model.Constant) else (right, left)
                if _counts(other, piece.lets) or depends_on(other, piece.lets) != "submission":
                    limit = None
            case _:
                pass
        if limit is not None and _is_limit(limit):
            yield problems.limit_without_source(piece.source, piece.places(limit.written)[0])
        waiting += children(node)


def _is_limit(node: model.Expression) -> bool:
    """A literal other than nothing, one, and the whole."""
    if not isinstance(node, model.Constant) or node.parameter is not None or not isinstance(node.value, Quantity):
        return False
    whole = node.value.dimension.is_number and abs(node.value.value) == 1
    return node.value.value != 0 and not whole


def _is_zero(node: model.Expression) -> bool:
    return isinstance(node, model.Constant) and isinstance(node.value, Quantity) and node.value.value == 0


def _counts(node: model.Expression, lets: Lets) -> bool:
    """Whether a number only counts things, and so was not measured."""
    one = resolved(node, lets)
    return isinstance(one, model.AggregateOver) and one.name in _COUNTED


def _rounds(node: model.Expression, lets: Lets) -> bool:
    """Whether a value is computed of several reported ones, so that their printed rounding adds up."""
    if isinstance(node, model.AggregateOver):
        return node.name in _ADDED and _reported(node.element, lets) > 0
    return isinstance(node, model.ArithmeticOf) and is_quantity(node) and _reported(node, lets) > 1


def _reported(node: model.Expression, lets: Lets) -> int:
    """How many reported quantities a value is computed of, counted up to two."""
    found, steps = 0, 0
    waiting: list[model.Expression] = [node]
    while waiting and found < 2 and steps < 100:
        steps += 1
        match resolved(waiting.pop(), lets):
            case model.SubmissionField() | model.FieldOf() | model.Local() as one:
                found += is_quantity(one)
            case model.AbsentTakenAs(_, _, operand):
                waiting.append(operand)
            case model.Negation(_, _, operand):
                waiting.append(operand)
            case model.ArithmeticOf(_, _, _, left, right):
                waiting += (left, right)
            case model.BuiltinCall(_, _, _, arguments):
                waiting += arguments
            case model.AggregateOver(_, _, name, _, element) if name in _ADDED:
                found += 2 if _reported_directly(element) else 0
            case _:
                pass
    return found


def _reported_directly(node: model.Expression) -> bool:
    return is_quantity(node) and not isinstance(node, model.Constant)
