"""Comparisons: both sides are of one type and one dimension."""

from __future__ import annotations

from collections.abc import Callable

from footrule.check import problems
from footrule.check.scope import Scope
from footrule.model import expression as model
from footrule.model.types import (
    TRUTH,
    CodeType,
    InstantType,
    ListType,
    QuantityType,
    RecordType,
    TextType,
    Type,
)
from footrule.syntax import expression_tree as tree
from footrule.text.source import Span
from footrule.text.wording import worded

Infer = Callable[[Scope, tree.Expression, Type | None], model.Expression | None]
_ORDERED = (model.Sign.BELOW, model.Sign.AT_MOST, model.Sign.ABOVE, model.Sign.AT_LEAST)


def agree(scope: Scope, left: tuple[Span, Type], right: tuple[Span, Type], act: str) -> bool:
    """Whether two types are one; if not, the author is told, with both places."""
    (_, one), (span, two) = left, right
    if one == two or (isinstance(one, ListType) and isinstance(two, ListType) and two.element is None):
        return True
    if isinstance(one, CodeType) and isinstance(two, CodeType) and one.name == two.name:
        return True
    file = scope.file
    if isinstance(one, QuantityType) and isinstance(two, QuantityType):
        file.sink.add(problems.mixed_dimensions(file.source, left, right, act))
    else:
        advice = _UNQUOTED if isinstance(one, CodeType) and isinstance(two, TextType) else None
        file.sink.add(problems.other_type(file.source, span, two, one, advice))
    return False


_UNQUOTED = worded("a code stands without quotation marks", "代码不加引号")


def _sides(
    scope: Scope, left: tree.Expression, right: tree.Expression, infer: Infer
) -> tuple[model.Expression, model.Expression] | None:
    """Both sides; where one is a bare name, the type of the other says of which codes it may be."""
    if isinstance(left, tree.Reference) and not _asks_for_codes(scope, left, right):
        two = infer(scope, right, None)
        one = beside(scope, left, two, infer)
    else:
        one = infer(scope, left, None)
        two = beside(scope, right, one, infer)
    if one is None or two is None or not agree(scope, (left.span, one.type), (right.span, two.type), "compared"):
        return None
    return one, two


def _asks_for_codes(scope: Scope, left: tree.Reference, right: tree.Expression) -> bool:
    """Whether the name on the left says of which codes the right side may be: a bare name, or a choice of some."""
    if isinstance(right, tree.Conditional):
        return left.name in scope.names() or not scope.file.is_code(left.name)
    return isinstance(right, tree.Reference)


def beside(
    scope: Scope, node: tree.Expression, other: model.Expression | None, infer: Infer
) -> model.Expression | None:
    """What stands beside `other`, and may be one of its codes.

    Where `other` has a mistake, nobody knows whether a bare name here, or in a choice, is a code: nothing is said.
    """
    if other is None and isinstance(node, tree.Reference | tree.Conditional):
        return None
    return infer(scope, node, other.type if other is not None else None)


def comparison(scope: Scope, node: tree.Comparison, infer: Infer) -> model.Expression | None:
    """`left sign right`."""
    sides = _sides(scope, node.left, node.right, infer)
    if sides is None:
        return None
    left, right = sides
    written = scope.file.written(node.span)
    sign = model.Sign.EXACTLY if node.sign in ("is", "is not") else model.Sign(node.sign)
    wanted = _needed(sign, left.type)
    if wanted is not None:
        scope.file.sink.add(problems.wrong_type(scope.file.source, node.left.span, left.type, *wanted))
        return None
    compared = model.ComparisonOf(TRUTH, written, sign, left, right)
    return model.NotOf(TRUTH, written, compared) if node.sign == "is not" else compared


def _needed(sign: model.Sign, kind: Type) -> tuple[str, str] | None:
    if isinstance(kind, RecordType | ListType):
        return "a single value", "单个值"
    if sign is model.Sign.EQUALS and not isinstance(kind, QuantityType):
        return "a quantity", "数量"
    if sign in _ORDERED and not isinstance(kind, QuantityType | InstantType):
        return "a quantity or a date", "数量或日期"
    return None


def text_test(scope: Scope, node: tree.TextTest, infer: Infer) -> model.Expression | None:
    """`left contains right`, and its like: both are texts."""
    left, right = infer(scope, node.left, None), infer(scope, node.right, None)
    file = scope.file
    for one, span in ((left, node.left.span), (right, node.right.span)):
        if one is None:
            return None
        if not isinstance(one.type, TextType):
            advice = _LIST_HOLDS if isinstance(one.type, ListType) else None
            file.sink.add(problems.wrong_type(file.source, span, one.type, "a text", "文本", advice))
            return None
    assert left is not None and right is not None
    return model.TextTestOf(TRUTH, file.written(node.span), model.TextTest(node.test), left, right)


_LIST_HOLDS = worded("whether a list holds something is asked by `x in LIST`", "要问列表是否含有某项，请写 x in 列表")


def within(scope: Scope, node: tree.Within, infer: Infer) -> model.Expression | None:
    """`left within tolerance of right`; a tolerance that is a pure number is relative."""
    sides = _sides(scope, node.left, node.right, infer)
    tolerance = infer(scope, node.tolerance, None)
    if sides is None or tolerance is None:
        return None
    left, right = sides
    file = scope.file
    for one, span in ((left, node.left.span), (tolerance, node.tolerance.span)):
        if not isinstance(one.type, QuantityType):
            file.sink.add(problems.wrong_type(file.source, span, one.type, "a quantity", "数量"))
            return None
    assert isinstance(tolerance.type, QuantityType)
    relative = tolerance.type.dimension.is_number
    if not relative and not agree(
        scope, (node.right.span, right.type), (node.tolerance.span, tolerance.type), "compared"
    ):
        return None
    return model.WithinOf(TRUTH, file.written(node.span), left, tolerance, right, relative)


def membership(scope: Scope, node: tree.Membership, infer: Infer) -> model.Expression | None:
    """`left in {a, b}`, `left in list`."""
    found = _in_list(scope, node, infer) if node.members is None else _in_set(scope, node, node.members, infer)
    return model.NotOf(TRUTH, scope.file.written(node.span), found) if found is not None and node.denied else found


def _in_set(
    scope: Scope, node: tree.Membership, members: tuple[tree.Expression, ...], infer: Infer
) -> model.Expression | None:
    left = infer(scope, node.left, None)
    checked = [beside(scope, member, left, infer) for member in members]
    known = [member for member in checked if member is not None]
    if left is None or len(known) < len(members):
        return None
    places = [(member.span, one.type) for member, one in zip(members, known, strict=True)]
    agreed = [agree(scope, (node.left.span, left.type), place, "compared") for place in places]
    if not all(agreed):
        return None
    return model.OneOf(TRUTH, scope.file.written(node.span), left, tuple(known))


def _in_list(scope: Scope, node: tree.Membership, infer: Infer) -> model.Expression | None:
    assert node.list is not None
    source = infer(scope, node.list, None)
    if source is None:
        beside(scope, node.left, None, infer)
        return None
    file = scope.file
    if not isinstance(source.type, ListType) or source.type.element is None:
        file.sink.add(problems.wrong_type(file.source, node.list.span, source.type, "a list", "列表"))
        return None
    left = infer(scope, node.left, source.type.element)
    if left is None:
        return None
    if not isinstance(source.type.element, TextType | CodeType | QuantityType | InstantType):
        file.sink.add(
            problems.wrong_type(file.source, node.list.span, source.type, "a list of single values", "单值列表")
        )
        return None
    if not agree(scope, (node.list.span, source.type.element), (node.left.span, left.type), "compared"):
        return None
    return model.ElementOf(TRUTH, file.written(node.span), left, source)
