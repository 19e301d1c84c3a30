"""Allocation rules that check, over the processes of the small world."""

from __future__ import annotations

from footrule.measure.dimension import EMISSION, MASS, NUMBER
from footrule.model.types import QuantityType, RecordType
from tests.properties.dice import chance, pick
from tests.properties.parts import SUM, Part, at_least, part
from tests.properties.scope import UNITS, Named, Scope
from tests.properties.written_expressions import Expressions

Pieces = list[Part | str]


def allocation(expressions: Expressions, scope: Scope, id: str) -> Part:
    """An allocation on each process, with one way to allocate or two."""
    dice = expressions.dice
    process = expressions.new_variable()
    inner = scope.having(Named(process, (), RecordType("process"), True))
    on_each = ("  on each ", process, " in ", part("processes", "processes"), *expressions.where(inner, 1), "\n")
    lines: Pieces = [part("cites", '  cite doc "6"\n'), part("on each", *on_each)]
    if chance(dice, 3):
        lines.append(part("", "  when ", expressions.condition(inner, 1), "\n"))
    if chance(dice, 3):
        value = expressions.quantity(inner, MASS, 1)
        lines.append(part("", "  let 要量 = ", value, "\n"))
        inner = inner.having(Named("要量", (), QuantityType(MASS), False))
    lines += _method(expressions, inner, process)
    if chance(dice, 2):
        lines.append('  alternative other "Another"  zh "另一方法"\n')
        lines += _method(expressions, inner, process)
    if chance(dice, 2):
        value = part("tolerance", at_least(SUM, expressions.quantity(inner, NUMBER, 1)))
        lines.append(part("", "  tolerance ", value, pick(dice, ("", " points")), "\n"))
    if chance(dice, 2):
        lines.append('  note "Shared so."  zh "如此分摊。"\n')
    return part("allocation", "allocate ", part("rule id", id), ' "Shared"  zh "分摊"\n', *lines)


def _method(expressions: Expressions, scope: Scope, process: str) -> Pieces:
    dice = expressions.dice
    lines: Pieces = []
    if chance(dice, 3):
        inner, burdens = _range(expressions, scope, process, "inputs")
        _, outputs = _range(expressions, inner, process, "outputs")
        lines.append(part("", "  subdivide ", burdens, " ", part("needed", "into"), " ", outputs, "\n"))
    if chance(dice, 3):
        inner, outputs = _range(expressions, scope, process, "outputs")
        factor = part("factor", expressions.quantity(inner, EMISSION / MASS, 1))
        lines.append(part("", "  credit ", outputs, " ", part("needed", "at"), " ", factor, "\n"))
    for name, listed in (("fed", "inputs"), ("emitted", "emissions")):
        if chance(dice, 2):
            lines.append(_share(expressions, scope, process, name, _range(expressions, scope, process, listed)[1]))
    lines.append(_share(expressions, scope, process, "rest", part("", "everything else")))
    return lines


def _share(expressions: Expressions, scope: Scope, process: str, name: str, burdens: Part) -> Part:
    dice = expressions.dice
    inner, outputs = _range(expressions, scope, process, "outputs")
    kind = pick(dice, tuple(UNITS))
    keys: Pieces = [" by ", part("key", expressions.quantity(inner, kind, 1))]
    if chance(dice, 3):
        keys += [" when ", expressions.condition(scope, 1), " otherwise by ", expressions.quantity(inner, kind, 1)]
    shared = (" : ", burdens, " ", part("needed", "among"), " ", outputs, *keys, "\n")
    return part("share", "  share ", part("class", name), *shared)


def _range(expressions: Expressions, scope: Scope, process: str, listed: str) -> tuple[Scope, Part]:
    variable = expressions.new_variable()
    inner = scope.having(Named(variable, (), RecordType(listed.removesuffix("s")), True))
    condition = expressions.condition(inner, 1)
    source = part("burdens", f"{process}.{listed}")
    return inner, part("", variable, " in ", source, " where ", condition)
