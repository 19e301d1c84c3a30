"""Quantities in generated code: floating point, with the sum of the absolute terms that bounds its rounding.

The interval that printed digits leave open is computed beside the value where a comparison or a division needs it.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from footrule.builtins import ALL
from footrule.builtins.chemistry import CO2_PER_CARBON
from footrule.builtins.gases import MOL_PER_NM3
from footrule.compile.keys import Scope
from footrule.compile.value import Amount, Lacking, Moment, NotCompiled, Value
from footrule.evaluate.questions import LIKE
from footrule.measure.instant import Duration
from footrule.measure.quantity import Quantity
from footrule.model import expression as model
from footrule.model import types
from footrule.model.expression import Operator

if TYPE_CHECKING:
    from footrule.compile.expressions import Expressions

LONGEST_EXACT = 300
"""In characters: code for an exact value that has grown longer is left to the interpreter."""
LARGEST_WHOLE = 2**31
MOST_FACTORS, MOST_QUOTIENTS = 6, 24
"""As many are multiplied, and as many quotients added: a number of a clean document has 150 bits at most, and computing
ends at 10,000 (`evaluate.values.MOST_BITS`). It lies between 1e-44 and 1e44, so no product is too small for a float."""
BITS_OF_A_NUMBER = 150
_EXACTLY = "exactly("
FACTORS = {"co2_of": CO2_PER_CARBON, "co2e_of_co2": Fraction(1), "moles_of_gas": MOL_PER_NM3}
"""Builtins that multiply by a constant."""


def constant(made: Expressions, value: Quantity) -> Amount:
    """A literal or a parameter: exact, with an interval of nothing."""
    exact = made.constants.name(f"Fraction({value.value.numerator}, {value.value.denominator})")
    if value.low != value.high:
        raise NotCompiled("a constant that is printed")
    bits = max(value.value.numerator.bit_length(), value.value.denominator.bit_length())
    known = Amount(
        repr(float(value.value)),
        False,
        repr(abs(float(value.value))),
        exactly=exact,
        literal=float(value.value),
        positive=value.value >= 0,
        exact=value.value,
        factors=1 + bits // BITS_OF_A_NUMBER,
    )
    if value.value.denominator != 1 or abs(value.value) >= LARGEST_WHOLE:
        return replace(known, low=known.code, high=known.code)
    code = str(value.value.numerator)
    size = str(abs(value.value.numerator))
    code = f"({code})" if code.startswith("-") else code
    return replace(known, code=code, size=size, low=code, high=code, whole=True)


def size_of(amount: Amount) -> str:
    """Code for the sum of the absolute terms of an amount that is known."""
    if amount.positive:
        return amount.code
    return amount.size or f"abs({amount.code})"


def printed(amount: Amount) -> str:
    """Code for the text and the unit of a single printed number; empty for anything that is computed."""
    exactly = amount.exactly
    return exactly.removeprefix(_EXACTLY)[:-1] if exactly.startswith(_EXACTLY) and _EXACTLY not in exactly[1:] else ""


def lacking(*values: Value) -> str:
    """Code that is true where one of the values is None; empty where none can be."""
    return " or ".join(dict.fromkeys(f"{one.code} is None" for one in values if one.may_lack))


def lacks_of(*values: Value) -> frozenset[str]:
    """The variables of the values that can be None."""
    return frozenset(one.code for one in values if one.may_lack)


def arithmetic(made: Expressions, scope: Scope, node: model.Negation | model.ArithmeticOf, *, interval: bool) -> Value:
    """`-a`, `a + b` and the others; an instant and a duration."""
    if isinstance(node, model.Negation):
        return _negative(made, made.amount(scope, node.operand, interval=interval), interval=interval)
    if isinstance(node.type, types.InstantType):
        return _moved(made, scope, node)
    divides = node.operator is Operator.OVER
    left = made.amount(scope, node.left, interval=interval)
    right = made.amount(scope, node.right, interval=interval or divides)
    return combined(made, node.operator, left, right, interval=interval)


def _moved(made: Expressions, scope: Scope, node: model.ArithmeticOf) -> Value:
    moment, duration = made.value(scope, node.left), node.right
    if isinstance(moment, Lacking):
        return moment
    if (
        not isinstance(moment, Moment)
        or not isinstance(duration, model.Constant)
        or not isinstance(duration.value, Duration)
    ):
        raise NotCompiled(node.written)
    by = made.constants.name(f"Duration({duration.value.months}, {duration.value.days})")
    sign = 1 if node.operator is Operator.PLUS else -1
    moved = f"moved({moment.code}, {by}, {sign})"
    return Moment(made.write.let(f"None if {moment.code} is None else {moved}" if moment.may_lack else moved), True)


def _negative(made: Expressions, of: Amount, *, interval: bool) -> Amount:
    parts = {"code": f"-{of.code}"}
    parts |= {"low": f"-{of.high}", "high": f"-{of.low}"} if interval else {}
    names = assigned(made, lacking(of), parts)
    exact = f"(-{of.exactly})" if of.exactly else ""
    ends = names.get("low", ""), names.get("high", "")
    return _like(of, Amount(names["code"], of.may_lack, size_of(of), *ends, exactly=exact))


def _like(of: Amount, found: Amount) -> Amount:
    """The same, with as many digits as another."""
    return replace(found, factors=of.factors, quotients=of.quotients)


def assigned(made: Expressions, lacks: str, parts: dict[str, str]) -> dict[str, str]:
    """Variables for parts of a value, all None where something lacks."""
    names = {part: made.write.name() for part in parts}
    if lacks:
        with made.write.block(f"if {lacks}:"):
            made.write.line(" = ".join([*names.values(), "None"]))
        with made.write.block("else:"):
            for part, code in parts.items():
                made.write.line(f"{names[part]} = {code}")
    else:
        for part, code in parts.items():
            made.write.line(f"{names[part]} = {code}")
    return names


def combined(made: Expressions, operator: Operator, left: Amount, right: Amount, *, interval: bool) -> Amount:
    """Two amounts by an operator."""
    exact = f"({left.exactly} {operator.value} {right.exactly})" if left.exactly and right.exactly else ""
    exact = exact if len(exact) <= LONGEST_EXACT else ""
    may_lack = left.may_lack or right.may_lack
    if operator is Operator.OVER:
        return _quotient(made, left, right, exact, interval=interval)
    parts = {"code": f"{left.code} {operator.value} {right.code}"}
    positive = left.positive and right.positive and operator is not Operator.MINUS and not interval
    if operator is Operator.TIMES:
        parts |= {} if positive else {"size": f"{size_of(left)} * {size_of(right)}"}
        if interval:
            above = f"{left.low} >= 0 and {right.low} >= 0"
            corners = ", ".join(f"{one} * {two}" for one in (left.low, left.high) for two in (right.low, right.high))
            parts["low"] = f"{left.low} * {right.low} if {above} else min({corners})"
            parts["high"] = f"{left.high} * {right.high} if {above} else max({corners})"
    else:
        parts |= {} if positive else {"size": f"{size_of(left)} + {size_of(right)}"}
        other = (right.low, right.high) if operator is Operator.PLUS else (right.high, right.low)
        if interval:
            parts |= {
                "low": f"{left.low} {operator.value} {other[0]}",
                "high": f"{left.high} {operator.value} {other[1]}",
            }
    names = assigned(made, lacking(left, right), parts)
    ends = names.get("low", ""), names.get("high", "")
    size = names["code"] if positive else names["size"]
    whole = left.whole and right.whole
    found = Amount(names["code"], may_lack, size, *ends, whole=whole, exactly=exact, positive=positive)
    return _with_digits(operator, found, left, right)


def _with_digits(operator: Operator, found: Amount, left: Amount, right: Amount) -> Amount:
    """The same, with how many numbers went into it. Raises NotCompiled where its digits may grow beyond measure."""
    multiplies = operator in (Operator.TIMES, Operator.OVER)
    factors = left.factors + right.factors if multiplies else max(left.factors, right.factors)
    quotients = left.quotients + right.quotients + (operator is Operator.OVER)
    if factors > MOST_FACTORS or quotients > MOST_QUOTIENTS:
        raise NotCompiled("a number may grow beyond what can be computed with")
    return replace(found, factors=factors, quotients=quotients)


def _quotient(made: Expressions, left: Amount, right: Amount, exact: str, *, interval: bool) -> Amount:
    """A quotient: None where the divisor is, or may be, zero; not sure where that is too close to tell."""
    write = made.write
    code, size, low, high, edge = (write.name() for _ in range(5))
    names = [code, size, low, high] if interval else [code, size]
    nothing = " = ".join([*names, "None"])
    lacks = lacking(left, right)
    if lacks:
        with write.block(f"if {lacks}:"):
            write.line(nothing)
    with write.block("else:" if lacks else "if True:"):
        write.line(f"{edge} = {size_of(right)} * CLOSE")
        with write.block(f"if {right.low} > {edge} or {right.high} < -{edge}:"):
            write.line(f"{code} = {left.code} / {right.code}")
            write.line(f"{size} = ({size_of(left)} + abs({code}) * {size_of(right)}) / abs({right.code})")
            if interval:
                corners = ", ".join(
                    f"{one} / {two}" for one in (left.low, left.high) for two in (right.low, right.high)
                )
                write.line(f"{low} = min({corners})")
                write.line(f"{high} = max({corners})")
            write.doubt(f"if not abs({right.code}) > {size_of(right)} * 1e-6: ")
        with write.block(f"elif {right.low} <= -{edge} and {right.high} >= {edge}:"):
            write.line(nothing)
        with write.block("else:"):
            write.line(nothing)
            write.doubt()
    found = Amount(code, True, size, low if interval else "", high if interval else "", exactly=exact)
    return _with_digits(Operator.OVER, found, left, right)


def builtin(made: Expressions, scope: Scope, node: model.BuiltinCall, *, interval: bool) -> Value:
    """The functions of the language that make quantities."""
    if len(node.arguments) == 1 and isinstance(node.arguments[0], model.Constant):
        run, argument = ALL[node.name].run, node.arguments[0].value
        found = run(argument) if run is not None and not isinstance(argument, model.CodeValue) else None
        if found is not None:
            return constant(made, found)
    if node.name == "abs":
        return _magnitude(made, made.amount(scope, node.arguments[0], interval=interval), interval=interval)
    if node.name == "year_of":
        moment = made.value(scope, node.arguments[0])
        if isinstance(moment, Lacking):
            return moment
        code = f"{moment.code}.day.year"
        year = made.write.let(f"None if {moment.code} is None else {code}" if moment.may_lack else code)
        return Amount(year, moment.may_lack, year, year, year, whole=True, exactly=year)
    if node.name in FACTORS:
        of = made.amount(scope, node.arguments[0], interval=interval)
        return scaled(made, of, FACTORS[node.name], interval=interval)
    if node.name == LIKE:
        return _how_many(made, made.amount(scope, node.arguments[0]))
    raise NotCompiled(node.written)


def _how_many(made: Expressions, of: Amount) -> Amount:
    """How many emission factors have the value of a printed number."""
    number = printed(of)
    if not number:
        raise NotCompiled("factors like a figure that is computed")
    made.asks_factors = True
    code = f"questions.how_many({number})"
    many = made.write.let(f"None if {of.code} is None else {code}" if of.may_lack else code)
    return Amount(many, of.may_lack, many, many, many, whole=True, exactly=many)


def scaled(made: Expressions, of: Amount, times: Fraction, *, interval: bool) -> Amount:
    """An amount times a constant above zero."""
    if times == 1:
        return of
    factor, exact = repr(float(times)), made.constants.name(f"Fraction({times.numerator}, {times.denominator})")
    parts = {"code": f"{of.code} * {factor}"}
    parts |= {} if of.positive else {"size": f"{size_of(of)} * {factor}"}
    parts |= {"low": f"{of.low} * {factor}", "high": f"{of.high} * {factor}"} if interval else {}
    names = assigned(made, lacking(of), parts)
    exactly = f"({of.exactly} * {exact})" if of.exactly else ""
    ends = names.get("low", ""), names.get("high", "")
    size = names.get("size", names["code"])
    return _like(of, Amount(names["code"], of.may_lack, size, *ends, exactly=exactly, positive=of.positive))


def _magnitude(made: Expressions, of: Amount, *, interval: bool) -> Amount:
    parts = {"code": f"abs({of.code})"}
    if interval:
        parts["low"] = f"{of.low} if {of.low} >= 0 else -{of.high} if {of.high} <= 0 else 0.0"
        parts["high"] = f"max(-{of.low}, {of.high})"
    names = assigned(made, lacking(of), parts)
    exactly = f"abs({of.exactly})" if of.exactly else ""
    ends = names.get("low", ""), names.get("high", "")
    return _like(of, Amount(names["code"], of.may_lack, size_of(of), *ends, exactly=exactly))
