"""Allocation rules: burdens are inputs and emissions of a process, keys are quantities of its outputs."""

from __future__ import annotations

from footrule.check import allocation_problems as problems
from footrule.check.expressions import infer, whole_condition
from footrule.check.problems import declared_twice, no_citation, wrong_type
from footrule.check.ranges import bound, ranged, unused_lets
from footrule.check.rules import citations, provisional_in
from footrule.check.scope import FileScope, Scope
from footrule.measure.dimension import EMISSION
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.types import QuantityType
from footrule.model.walk import expressions_in
from footrule.syntax import expression_tree, tree
from footrule.text.source import Span

PROCESS, OUTPUT = "process", "output"
BURDENS = ("input", "emission")
"""The records of the submission that allocation is about, by the names of their shapes."""


def allocation(
    file: FileScope, standard_id: str, node: tree.AllocateNode, section: str | None
) -> standard.Allocation | None:
    """The checked allocation, or None where a diagnostic says what is wrong with what it is applied to."""
    if not node.cites:
        file.sink.add(no_citation(file.source, node.id.span, node.id.text))
    cites = citations(file, node.cites)
    if node.on_each is None:
        file.sink.add(problems.on_nothing(file.source, node.id.span, node.id.text))
        return None
    used_before = set(file.used)
    file.used.clear()
    scope, processes = ranged(Scope(file, {}), node.on_each, (PROCESS,))
    scope, lets = bound(scope, node.lets)
    when = whole_condition(scope, node.when) if node.when is not None else None
    methods = tuple(_method(scope, method) for method in node.methods)
    _unlike(file, node)
    tolerance = _tolerance(scope, node.tolerance)
    unused_lets(file, node.lets)
    file.used.update(used_before)
    if processes is None:
        return None
    parts = expressions_in((processes, when, lets, methods, tolerance))
    return standard.Allocation(
        id=node.id.text,
        title=node.title.wording,
        standard=standard_id,
        section=section,
        cites=cites,
        on_each=processes,
        when=when,
        lets=lets,
        methods=methods,
        tolerance=tolerance,
        provisional=provisional_in(file, parts),
        notes=tuple(note.wording for note in node.notes),
        written=file.source.text[node.span.start : node.span.end],
    )


def _method(scope: Scope, node: tree.MethodNode) -> standard.AllocationMethod:
    file = scope.file
    classes = [_burden_class(scope, share) for share in node.shares]
    credited = [_credit(scope, credit) for credit in node.credits]
    subdivisions = [_subdivision(scope, part) for part in node.subdivisions]
    _burdens_once(file, node)
    name = None if node.name is None else node.name.text
    title = None if node.title is None else node.title.wording
    return standard.AllocationMethod(
        name,
        title,
        tuple(one for one in classes if one is not None),
        tuple(one for one in credited if one is not None),
        tuple(one for one in subdivisions if one is not None),
    )


def _burden_class(scope: Scope, node: tree.ShareNode) -> standard.BurdenClass | None:
    burdens = None
    if node.burdens is not None:
        _, burdens = ranged(scope, node.burdens, BURDENS)
    inner, outputs = ranged(scope, node.outputs, (OUTPUT,))
    keys = [one for key in node.keys if (one := _key(inner, key)) is not None]
    _keys_in_order(scope.file, node)
    if outputs is None or (node.burdens is not None and burdens is None):
        return None
    return standard.BurdenClass(node.name.text, burdens, outputs, tuple(keys))


def _key(scope: Scope, node: tree.KeyNode) -> standard.AllocationKey | None:
    when = whole_condition(scope, node.when) if node.when is not None else None
    value = infer(scope, node.key)
    if value is None:
        return None
    if not isinstance(value.type, QuantityType):
        file = scope.file
        file.sink.add(wrong_type(file.source, node.key.span, value.type, "a quantity", "数量"))
        return None
    if isinstance(value, model.Constant):
        scope.file.sink.add(problems.constant_key(scope.file.source, node.key.span))
    return standard.AllocationKey(value, when)


def _credit(scope: Scope, node: tree.CreditNode) -> standard.Credit | None:
    inner, outputs = ranged(scope, node.outputs, (OUTPUT,))
    when = whole_condition(scope, node.when) if node.when is not None else None
    factor = infer(inner, node.factor)
    if factor is None or outputs is None:
        return None
    if not isinstance(factor.type, QuantityType) or (EMISSION.exponents[0] not in factor.type.dimension.exponents):
        file = scope.file
        file.sink.add(
            wrong_type(file.source, node.factor.span, factor.type, "an emission per amount", "单位数量的排放量")
        )
        return None
    return standard.Credit(outputs, factor, when)


def _subdivision(scope: Scope, node: tree.SubdivideNode) -> standard.Subdivision | None:
    inner, burdens = ranged(scope, node.burdens, BURDENS)
    _, outputs = ranged(inner, node.outputs, (OUTPUT,))
    return None if burdens is None or outputs is None else standard.Subdivision(burdens, outputs)


def _keys_in_order(file: FileScope, node: tree.ShareNode) -> None:
    """A key that is used whatever holds ends the list: what stands after it is never used."""
    for number, key in enumerate(node.keys):
        last = number == len(node.keys) - 1
        if not last and key.when is None:
            file.sink.add(problems.never_used(file.source, node.keys[number + 1].span, key.span))
            return
        if last and key.when is not None:
            file.sink.add(problems.no_last_key(file.source, key.span))


def _burdens_once(file: FileScope, node: tree.MethodNode) -> None:
    """No class twice, none after one that takes all that is left, and none whose burdens another takes for certain."""
    names: dict[str, Span] = {}
    everything: Span | None = None
    before: list[tuple[tree.ForEach, Span]] = []
    for share in node.shares:
        first = names.setdefault(share.name.text, share.name.span)
        if first != share.name.span:
            file.sink.add(declared_twice(file.source, share.name.span, share.name.text, first))
        if everything is not None:
            file.sink.add(problems.never_used(file.source, share.name.span, everything))
        elif share.burdens is None:
            everything = share.name.span
        else:
            taken = next((place for earlier, place in before if _takes_all(file, earlier, share.burdens)), None)
            if taken is not None:
                file.sink.add(problems.never_used(file.source, share.name.span, taken))
            before.append((share.burdens, share.name.span))
    if node.shares and everything is None:
        file.sink.add(problems.burdens_left(file.source, node.shares[0].name.span))


def _takes_all(file: FileScope, earlier: tree.ForEach, later: tree.ForEach) -> bool:
    """Whether every burden of the later range is certainly in the earlier one: the same list, and no condition more."""
    if file.written(earlier.source.span) != file.written(later.source.span):
        return False
    if earlier.condition is None:
        return True
    return later.condition is not None and _said(file, earlier, earlier.condition) == _said(
        file, later, later.condition
    )


def _said(file: FileScope, range: tree.ForEach, condition: expression_tree.Expression) -> list[str]:
    """A condition in words, with its variable by no name."""
    return ["·" if word == range.name.text else word for word in file.words(condition.span)]


def _unlike(file: FileScope, node: tree.AllocateNode) -> None:
    names: dict[str, Span] = {}
    for method in node.methods:
        if method.name is not None:
            first = names.setdefault(method.name.text, method.name.span)
            if first != method.name.span:
                file.sink.add(declared_twice(file.source, method.name.span, method.name.text, first))
    if not any((method.shares, method.credits, method.subdivisions) != ((), (), ()) for method in node.methods[:1]):
        file.sink.add(problems.shares_nothing(file.source, node.id.span, node.id.text))


def _tolerance(scope: Scope, node: tree.ToleranceNode | None) -> standard.Tolerance | None:
    if node is None:
        return None
    value = infer(scope, node.value)
    if value is None:
        return None
    if not (isinstance(value.type, QuantityType) and value.type.dimension.is_number):
        file = scope.file
        file.sink.add(wrong_type(file.source, node.value.span, value.type, "a plain number", "纯数"))
        return None
    return standard.Tolerance(value, node.points)
