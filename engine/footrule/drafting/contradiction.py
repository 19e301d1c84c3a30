"""Whether conditions can hold together: decided from what they say of one value beside literals, and only there.

Everything here is certain or not said. Comparisons with allowances (`equals`, `within`) and with parameters, which may
be set anew, are taken as conditions of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from footrule.frozen import Frozen, dataclass
from footrule.measure.instant import Instant
from footrule.measure.quantity import Quantity
from footrule.model import expression as model

Value = Quantity | str | Instant | bool | model.CodeValue
_TURNED = {
    model.Sign.BELOW: model.Sign.ABOVE,
    model.Sign.ABOVE: model.Sign.BELOW,
    model.Sign.AT_MOST: model.Sign.AT_LEAST,
    model.Sign.AT_LEAST: model.Sign.AT_MOST,
}
_DENIED = {
    model.Sign.BELOW: model.Sign.AT_LEAST,
    model.Sign.ABOVE: model.Sign.AT_MOST,
    model.Sign.AT_MOST: model.Sign.ABOVE,
    model.Sign.AT_LEAST: model.Sign.BELOW,
}
GIVEN, HOLDS = "given", "holds"
"""What else a condition says of a thing than that it compares: that it is given, or that it holds."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Claim(Frozen):
    """What a condition says of one thing: a comparison with a literal, that it is given, or that it holds."""

    of: str
    test: model.Sign | str
    value: Value
    yes: bool

    def denied(self) -> Claim:
        """The opposite."""
        if isinstance(self.test, model.Sign) and self.test in _DENIED:
            return Claim(self.of, _DENIED[self.test], self.value, True)
        return Claim(self.of, self.test, self.value, not self.yes)


def claim(node: model.Expression, variable: str = "") -> Claim:
    """What a condition says; what stands for the element is written without its name, so that loops compare."""
    match node:
        case model.NotOf(_, _, operand):
            return claim(operand, variable).denied()
        case model.PresenceOf(_, _, operand, given):
            return Claim(_without(operand.written, variable), GIVEN, True, given)
        case model.ComparisonOf(_, _, sign, left, right) if sign is not model.Sign.EQUALS:
            if (value := _literal(right)) is not None and _literal(left) is None:
                return Claim(_without(left.written, variable), sign, value, True)
            if (value := _literal(left)) is not None and _literal(right) is None:
                return Claim(_without(right.written, variable), _TURNED.get(sign, sign), value, True)
        case _:
            pass
    return Claim(_without(node.written, variable), HOLDS, True, True)


def flattened(node: model.Expression, joined: type[model.BothOf] | type[model.EitherOf]) -> list[model.Expression]:
    """The operands of a chain of `and`, or of `or`, in the order of the text; of anything else, itself."""
    found: list[model.Expression] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, joined):
            waiting += (one.right, one.left)
        else:
            found.append(one)
    return found


def never_together(claims: Iterable[Claim]) -> bool:
    """Whether no submission can make all of these true."""
    by_thing: dict[str, list[Claim]] = {}
    for one in claims:
        by_thing.setdefault(one.of, []).append(one)
    return any(len(said) > 1 and _contradict(said) for said in by_thing.values())


def _contradict(said: Sequence[Claim]) -> bool:
    missing = any(one.test == GIVEN and not one.yes for one in said)
    if missing and any((one.test == GIVEN and one.yes) or isinstance(one.test, model.Sign) for one in said):
        return True
    holds = {one.yes for one in said if one.test == HOLDS}
    compared = [one for one in said if isinstance(one.test, model.Sign)]
    return len(holds) > 1 or _no_value(compared)


def _no_value(said: Sequence[Claim]) -> bool:
    """Whether nothing is left for one value."""
    exact = [_comparable(one.value) for one in said if one.test is model.Sign.EXACTLY and one.yes]
    barred = [_comparable(one.value) for one in said if one.test is model.Sign.EXACTLY and not one.yes]
    if any(one != exact[0] for one in exact) or any(one in barred for one in exact):
        return True
    ordered = [(one.test, _comparable(one.value)) for one in said if one.test is not model.Sign.EXACTLY]
    low = [(at, test is model.Sign.ABOVE) for test, at in ordered if test in (model.Sign.ABOVE, model.Sign.AT_LEAST)]
    high = [(at, test is model.Sign.BELOW) for test, at in ordered if test in (model.Sign.BELOW, model.Sign.AT_MOST)]
    low += [(one, False) for one in exact]
    high += [(one, False) for one in exact]
    return any(
        _above(bottom, top) or (bottom == top and (open_below or open_above))
        for bottom, open_below in low
        for top, open_above in high
    )


def _comparable(value: Value) -> Fraction | str | Instant | bool | model.CodeValue:
    return value.value if isinstance(value, Quantity) else value


def _above(one: object, two: object) -> bool:
    if isinstance(one, Fraction) and isinstance(two, Fraction):
        return one > two
    return isinstance(one, Instant) and isinstance(two, Instant) and one > two


def _literal(node: model.Expression) -> Value | None:
    if isinstance(node, model.Constant) and node.parameter is None:
        return node.value if isinstance(node.value, Quantity | str | Instant | bool | model.CodeValue) else None
    return None


def _without(written: str, variable: str) -> str:
    if not variable:
        return written
    return "" if written == variable else written.removeprefix(variable + ".")
