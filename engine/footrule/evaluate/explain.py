"""Why a requirement did not hold: the part that decided it, where it stands, and what was expected there."""

from __future__ import annotations

from footrule.evaluate.context import Context
from footrule.evaluate.evidence import shown_value
from footrule.evaluate.fields import place_of
from footrule.evaluate.over_lists import breaking
from footrule.evaluate.values import Result, Unknown
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model.expression import Expression, Sign, TextTest
from footrule.text.wording import Wording, worded


def deciding(context: Context, node: Expression) -> Expression:
    """The part of a false condition that made it false: of `a and b`, the one that is false; else the whole."""
    match node:
        case model.BothOf(_, _, left, right):
            quiet = context.aside()
            return deciding(context, left if quiet.evaluate(left) is False else right)
        case model.EitherOf(_, _, left, right):
            if isinstance(left, model.PresenceOf | model.NotOf):
                return deciding(context, right)
            return node
        case model.Choice(_, _, asked, then, otherwise):
            quiet = context.aside()
            return deciding(context, then if quiet.evaluate(asked) is True else otherwise)
        case _:
            return node


def first_place(context: Context, node: Expression) -> str | None:
    """The first place in the file that an expression names, reading from the left."""
    return _first_place(context, node, set())


def _first_place(context: Context, node: Expression, tried: set[str]) -> str | None:
    """`tried` are the lets that were looked through already, and name no place."""
    place = place_of(context, node)
    if place is not None:
        return place
    match node:
        case (
            model.ComparisonOf(_, _, _, left, right)
            | model.ArithmeticOf(_, _, _, left, right)
            | model.BothOf(_, _, left, right)
            | model.EitherOf(_, _, left, right)
            | model.WithinOf(_, _, left, _, right)
            | model.TextTestOf(_, _, _, left, right)
        ):
            return _first_place(context, left, tried) or _first_place(context, right, tried)
        case (
            model.NotOf(_, _, operand)
            | model.Negation(_, _, operand)
            | model.PresenceOf(_, _, operand, _)
            | model.AbsentTakenAs(_, _, operand, _)
        ):
            return _first_place(context, operand, tried)
        case model.GivenWithin(_, _, _, field):
            return _first_place(context, field, tried)
        case model.OneOf(_, _, left, _):
            return _first_place(context, left, tried)
        case model.ElementOf(_, _, left, listed):
            return _first_place(context, left, tried) or _first_place(context, listed, tried)
        case model.QuantifiedOver(_, _, _, _, source, _, _):
            for element in breaking(context, node)[:1]:
                if element.pointer:
                    return _place_within(context.with_element(node.variable, element), node, element.pointer)
            return _first_place(context, source, tried)
        case model.AggregateOver(_, _, _, _, _, source, _):
            return _first_place(context, source, tried)
        case model.BuiltinCall(_, _, _, arguments):
            return next((place for place in (_first_place(context, one, tried) for one in arguments) if place), None)
        case model.Local(_, _, name) if name in context.lets and name not in tried:
            tried.add(name)
            return _first_place(context, context.lets[name], tried)
        case _:
            return None


def _place_within(context: Context, node: model.QuantifiedOver, pointer: str) -> str:
    """Where in an element that breaks a quantifier it does: the first place there that is asked for, else the whole."""
    place = first_place(context, deciding(context, node.asserted))
    return place if place is not None and place.startswith(f"{pointer}/") else pointer


def expectation(context: Context, node: Expression) -> Wording:
    """What was expected, with the number it was measured against."""
    quiet = context.aside()
    match node:
        case model.QuantifiedOver(_, _, model.Quantifier.EVERY, variable, _, _, asserted) if broken := breaking(
            context, node
        ):
            inner = context.with_element(variable, broken[0])
            first, several = expectation(inner, deciding(inner, asserted)), len(broken) > 1
            return _first_of(first, len(broken)) if several else first
        case model.NotOf(_, _, model.ComparisonOf(_, _, Sign.EXACTLY, left, right)):
            shown = _side(quiet.evaluate(right), right)
            return worded(f"{left.written}: not {shown}", f"{left.written}：不为 {shown}")
        case model.ComparisonOf(_, _, sign, left, right):
            return _compared(sign, left, right, quiet.evaluate(right))
        case model.WithinOf(_, _, left, tolerance, right):
            value, allowed = _side(quiet.evaluate(right), right), _side(quiet.evaluate(tolerance), tolerance)
            return worded(
                f"{left.written}: within {allowed} of {value}", f"{left.written}：与 {value} 相差不超过 {allowed}"
            )
        case model.TextTestOf(_, _, test, left, right):
            english, chinese = _TEXTS[test]
            shown = _side(quiet.evaluate(right), right)
            return worded(f"{left.written}: {english} {shown}", f"{left.written}：{chinese} {shown}")
        case model.GivenWithin(_, _, _, field):
            return worded(f"{field.written}: to be given", f"{field.written}：应提供")
        case model.PresenceOf(_, _, operand, given):
            if given:
                return worded(f"{operand.written}: to be given", f"{operand.written}：应提供")
            return worded(f"{operand.written}: not to be given", f"{operand.written}：不应提供")
        case model.OneOf(_, _, left, members):
            listed = ", ".join(_side(quiet.evaluate(member), member) for member in members)
            return worded(f"{left.written}: one of {listed}", f"{left.written}：{listed} 之一")
        case model.ElementOf(_, _, left, listed_in):
            shown = _side(quiet.evaluate(left), left)
            return worded(f"{listed_in.written}: to contain {shown}", f"{listed_in.written}：应包含 {shown}")
        case _:
            return worded(node.written, node.written)


def _first_of(expected: Wording, count: int) -> Wording:
    en, zh = expected.in_language("en"), expected.in_language("zh")
    return worded(f"{en} (the first of {count} that do not hold)", f"{zh}（{count} 处不成立，此为第一处）")


_WORDS = {
    Sign.EXACTLY: ("exactly {}", "恰为 {}"),
    Sign.BELOW: ("below {}", "小于 {}"),
    Sign.AT_MOST: ("at most {}", "不大于 {}"),
    Sign.ABOVE: ("above {}", "大于 {}"),
    Sign.AT_LEAST: ("at least {}", "不小于 {}"),
    Sign.EQUALS: ("{}, to the printed rounding", "{}（按所印位数修约）"),
}

_TEXTS = {
    TextTest.CONTAINS: ("to contain", "应包含"),
    TextTest.STARTS_WITH: ("to start with", "开头应为"),
    TextTest.ENDS_WITH: ("to end with", "结尾应为"),
    TextTest.LIES_IN: ("to lie in", "应位于"),
}


def _compared(sign: Sign, left: Expression, right: Expression, value: Result) -> Wording:
    english, chinese = _WORDS[sign]
    shown = _side(value, right)
    return worded(f"{left.written}: {english.format(shown)}", f"{left.written}：{chinese.format(shown)}")


def _side(value: Result, node: Expression) -> str:
    if isinstance(value, Unknown):
        return node.written
    shown = shown_value(value)
    computed = isinstance(value, Quantity) and not isinstance(node, model.Constant)
    return f"{shown} ({node.written})" if computed and node.written != shown else shown
