"""Comparisons in generated code: by floats where they are clear, else exactly or by the interpreter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from footrule.compile.amounts import lacking, printed, size_of
from footrule.compile.keys import Scope
from footrule.compile.running import CLOSE
from footrule.compile.same_values import same
from footrule.compile.truths import NEVER, told
from footrule.compile.value import Amount, Lacking, Moment, NotCompiled, Truth
from footrule.model import expression as model
from footrule.model import types
from footrule.model.expression import Sign

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions

_ORDER = {Sign.BELOW: "<", Sign.AT_MOST: "<=", Sign.ABOVE: ">", Sign.AT_LEAST: ">=", Sign.EXACTLY: "=="}
_TURNED = {Sign.BELOW: Sign.ABOVE, Sign.AT_MOST: Sign.AT_LEAST, Sign.ABOVE: Sign.BELOW, Sign.AT_LEAST: Sign.AT_MOST}


def comparison(made: Expressions, scope: Scope, node: model.ComparisonOf) -> Truth:
    """Two values of one type compared."""
    if isinstance(node.left.type, types.QuantityType):
        if node.sign is Sign.EQUALS:
            left = made.amount(scope, node.left, interval=True)
            return near(made, left, made.amount(scope, node.right, interval=True), "0.0", "0.0")
        return ordered(made, node.sign, made.amount(scope, node.left), made.amount(scope, node.right))
    right_value = made.value(scope, node.right)
    if isinstance(right_value, Lacking):
        return NEVER
    left_value = made.value(scope, node.left)
    if isinstance(left_value, Lacking):
        return NEVER
    if isinstance(left_value, Moment) and isinstance(right_value, Moment):
        code = f"{left_value.code}.moment {_ORDER[node.sign]} {right_value.code}.moment"
    elif node.sign is Sign.EXACTLY:
        code = same(made, left_value, right_value)
    else:
        raise NotCompiled(node.written)
    return told(made, code, left_value, right_value)


def ordered(made: Expressions, sign: Sign, left: Amount, right: Amount) -> Truth:
    """A comparison of numbers as they are: by the order of the floats where it is clear, else exactly."""
    write = made.write
    lacks = lacking(left, right)
    order = _ORDER[sign]
    zero = next((one for one in (left, right) if one.whole and one.code == "0"), None)
    other = right if zero is left else left
    if (left.whole and right.whole) or (zero is not None and not other.size):
        return told(made, f"{left.code} {order} {right.code}", left, right)
    if right.literal is not None and not left.size and left.exactly:
        return _against_literal(made, sign, left, right)
    if left.literal is not None and not right.size and right.exactly:
        return _against_literal(made, _TURNED.get(sign, sign), right, left)
    result, gap, edge = write.name(), write.name(), write.name()
    if lacks:
        with write.block(f"if {lacks}:"):
            write.line(f"{result} = None")
    with write.block("else:" if lacks else "if True:"):
        write.line(f"{gap} = {left.code} - {right.code}")
        write.line(f"{edge} = ({size_of(left)} + {size_of(right)}) * CLOSE")
        write.line(f"if {gap} > {edge}: {result} = {order in ('>', '>=')}")
        write.line(f"elif {gap} < -{edge}: {result} = {order in ('<', '<=')}")
        write.line(f"elif {edge} == 0.0: {result} = {order in ('<=', '>=', '==')}")
        if left.exactly and right.exactly:
            write.line(f"else: {result} = {_by_exact_values(left, order, right)}")
        else:
            write.doubt(f"else: {result} = None; ")
    return Truth(result, bool(lacks) or not (left.exactly and right.exactly))


def _against_literal(made: Expressions, sign: Sign, left: Amount, right: Amount) -> Truth:
    """A printed number and a constant: the float decides where it is not all but equal."""
    constant = right.literal
    assert constant is not None
    order = _ORDER[sign]
    edge = 4 * abs(constant) * CLOSE
    above, below = order in (">", ">="), order in ("<", "<=")
    exactly = f"{left.exactly} {order} {right.exactly}"
    text = printed(left)
    if text and right.exact is not None:
        exactly = f"sign({text}, '{right.exact.numerator}/{right.exact.denominator}') {order} 0"
    code = (
        f"{above} if {left.code} > {constant + edge!r} else {below} if {left.code} < {constant - edge!r} else {exactly}"
    )
    return told(made, code, left)


def _by_exact_values(left: Amount, order: str, right: Amount) -> str:
    """Code that compares exact values; that of two printed numbers finds their order once."""
    one, other = printed(left), printed(right)
    return f"order({one}, {other}) {order} 0" if one and other else f"{left.exactly} {order} {right.exactly}"


def near(made: Expressions, left: Amount, right: Amount, allowance: str, size: str) -> Truth:
    """Whether two intervals are no further apart than an allowance, whose absolute terms are given as well."""
    write = made.write
    lacks = lacking(left, right)
    result, gap, edge = write.name(), write.name(), write.name()
    if lacks:
        with write.block(f"if {lacks}:"):
            write.line(f"{result} = None")
    with write.block("else:" if lacks else "if True:"):
        write.line(f"{gap} = max({left.low} - {right.high}, {right.low} - {left.high}) - {allowance}")
        write.line(f"{edge} = ({size_of(left)} + {size_of(right)} + {size}) * CLOSE")
        write.line(f"if {gap} > {edge}: {result} = False")
        write.line(f"elif {gap} <= -{edge}: {result} = True")
        write.doubt(f"else: {result} = None; ")
    return Truth(result, True)


def within(made: Expressions, scope: Scope, node: model.WithinOf) -> Truth:
    """`within ... of`: a tolerance relative to zero decides nothing.

    What the printed digits leave open is looked at only where the numbers themselves are too far apart.
    """
    write = made.write
    left, right, tolerance = (made.amount(scope, one) for one in (node.left, node.right, node.tolerance))
    lacks = lacking(left, right, tolerance)
    left, right, tolerance = (replace(one, may_lack=False) for one in (left, right, tolerance))
    result = write.name()
    if lacks:
        with write.block(f"if {lacks}:"):
            write.line(f"{result} = None")
    word = "elif" if lacks else "if"
    if node.relative:
        with write.block(f"{word} {right.code} == 0:"):
            # Zero, or a sum that comes to nothing in floating point.
            write.line(f"{result} = None")
            write.doubt(f"if {right.exactly or size_of(right)} != 0: ")
        word = "elif"
    with write.block("else:" if word == "elif" else "if True:"):
        allowance, size = tolerance.code, size_of(tolerance)
        if node.relative:
            allowance = write.let(f"{tolerance.code} * abs({right.code})")
            size = f"{size} * {size_of(right)}"
            if right.size:
                write.doubt(f"if abs({right.code}) <= {right.size} * CLOSE: ")
        edge = f"({size_of(left)} + {size_of(right)} + {size}) * CLOSE"
        with write.block(f"if abs({left.code} - {right.code}) - {allowance} <= -{edge}:"):
            write.line(f"{result} = True")
        with write.block("else:"):
            one, other = (
                replace(made.amount(scope, each, interval=True), may_lack=False) for each in (node.left, node.right)
            )
            found = near(made, one, other, allowance, size)
            write.line(f"{result} = {found.code}")
    return Truth(result, True)
