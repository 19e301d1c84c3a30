"""`set parameter`: what a file extends, with the values that the file gives to its parameters.

Every rule, definition and allocation that depends on one is made anew, with what can be said of it: which provisional
limits it rests on, and what can keep it undetermined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from footrule.check import change_problems, problems
from footrule.check.expressions import infer
from footrule.check.rules import citations
from footrule.check.scope import FileScope, Scope
from footrule.doubts.of_rule import Doubts
from footrule.doubts.situations import names_of_file
from footrule.model import expression as model
from footrule.model import standard
from footrule.model.types import CodeType
from footrule.model.walk import expressions_in, parameters_in
from footrule.syntax import tree

_Part = TypeVar("_Part")
Values = Mapping[str, standard.Parameter]


def settings(
    file: FileScope, by: str, nodes: list[tree.SetParameterNode], parents: list[standard.Standard]
) -> dict[str, standard.Parameter]:
    """The parameters that a file sets, by name, each with its new value; one with a mistake is left out."""
    known = {one.name: one for parent in parents for one in parent.parameters}
    found: dict[str, standard.Parameter] = {}
    for node in nodes:
        name = node.name.text
        first = file.places.setdefault(f"set {name}", node.name.span)
        if first != node.name.span:
            file.sink.add(change_problems.changed_twice(file.source, node.name.span, name, first))
        elif name not in known:
            if file.whole:
                file.sink.add(change_problems.nothing_to_change(file.source, node.name.span, name, known))
        else:
            changed = _set(file, by, node, known[name])
            file.broken.update({name} if changed is None else ())
            found |= {} if changed is None else {name: changed}
    return found


def _set(
    file: FileScope, by: str, node: tree.SetParameterNode, parameter: standard.Parameter
) -> standard.Parameter | None:
    kind = parameter.value.type
    expected = file.codes.get(kind.name, kind) if isinstance(kind, CodeType) else kind
    value = infer(Scope(file, {}), node.value, expected)
    if value is None:
        return None
    if not isinstance(value, model.Constant):
        file.sink.add(problems.not_constant(file.source, node.value.span, node.name.text))
        return None
    if value.type not in (kind, expected):
        file.sink.add(problems.other_type(file.source, node.value.span, value.type, kind))
        return None
    if node.provisional is None and not node.cites:
        file.sink.add(problems.no_source(file.source, node.name.span, node.name.text))
    return replace(
        parameter,
        value=value,
        provisional=None if node.provisional is None else node.provisional.wording,
        cites=citations(file, node.cites),
        settings=(*parameter.settings, standard.Setting(by, parameter.value)),
    )


def set_by_a_parent(parents: Sequence[standard.Standard]) -> dict[str, standard.Parameter]:
    """The parameters that one of several parents leaves open and another sets, by name, as they are set.

    To leave open is to ask those who extend to set it, so the two do not contradict each other. Where two parents set
    one parameter differently, neither is taken: that is for the file to say.
    """
    found: dict[str, list[standard.Parameter]] = {}
    for one in (parameter for parent in parents for parameter in parent.parameters):
        if all(one != known for known in found.setdefault(one.name, [])):
            found[one.name].append(one)
    settled: dict[str, standard.Parameter] = {}
    for name, forms in found.items():
        given = [one for one in forms if one.is_set]
        left_open = [one for one in forms if not one.is_set]
        if len(given) == 1 and left_open and all(_declared_as(given[0], one) for one in left_open):
            settled[name] = given[0]
    return settled


def _declared_as(given: standard.Parameter, left_open: standard.Parameter) -> bool:
    """Whether a parameter that is set is the one that another parent leaves open, by what declares them."""
    as_declared = replace(given, value=left_open.value, provisional=left_open.provisional, cites=left_open.cites)
    return replace(as_declared, settings=()) == left_open


def with_settings(one: standard.Standard, values: Values) -> standard.Standard:
    """A standard in which parameters have other values."""
    own = {name: value for name, value in values.items() if any(known.name == name for known in one.parameters)}
    if not own:
        return one
    for parameter in one.parameters:
        # A parameter may take its value from another.
        value = parameter.value
        if not isinstance(value, model.Constant) or value.parameter not in own or parameter.name in own:
            continue
        other = own[value.parameter].value
        if isinstance(other, model.Constant):
            own[parameter.name] = replace(parameter, value=replace(value, type=other.type, value=other.value))
    parameters = tuple(own.get(known.name, known) for known in one.parameters)
    put = _Putting(own)
    provisional = {known.name: known for known in parameters if known.provisional is not None}
    return replace(
        one,
        parameters=parameters,
        definitions=put.into(one.definitions),
        rules=tuple(_rule(rule, put, provisional) for rule in one.rules),
        allocations=tuple(_allocation(each, put, provisional) for each in one.allocations),
    )


class _Putting:
    """Puts values in the place of parameters; what many names use is made anew once."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._made: dict[int, tuple[object, object]] = {}

    def into(self, part: _Part) -> _Part:
        """A part of a standard with the values in it; the part itself where none is."""
        made = self._made.get(id(part))
        if made is None:
            made = self._made[id(part)] = (part, self._new(part))
        return cast(_Part, made[1])

    def _new(self, part: object) -> object:
        if isinstance(part, model.Constant) and part.parameter is not None and part.parameter in self._values:
            return self._value(part.written, part.parameter)
        if isinstance(part, model.UnsetParameter) and part.name in self._values:
            return self._value(part.written, part.name)
        if isinstance(part, tuple):
            parts = cast(tuple[object, ...], part)
            made = tuple(self.into(one) for one in parts)
            return made if any(one is not other for one, other in zip(made, parts, strict=True)) else parts
        if not is_dataclass(part) or isinstance(part, type | standard.Parameter):
            return part
        values = {field.name: getattr(part, field.name) for field in fields(part)}
        changed = {name: self.into(value) for name, value in values.items() if not isinstance(value, str)}
        changed = {name: value for name, value in changed.items() if value is not values[name]}
        return replace(part, **changed) if changed else part

    def _value(self, written: str, name: str) -> model.Constant:
        value = self._values[name].value
        assert isinstance(value, model.Constant), "a file sets a parameter to a value"
        return model.Constant(value.type, written, value.value, name)


def _rule(rule: standard.Rule, put: _Putting, provisional: Values) -> standard.Rule:
    made = put.into(rule)
    if made is rule:
        return rule
    doubts = Doubts(names_of_file(), made.lets)
    doubts.reach(made.for_each, made.phase_in, made.when)
    condition = None if made.for_each is None else made.for_each.condition
    shared = [one for one in (made.when, condition, *(let.value for let in made.lets)) if one is not None]
    return replace(
        made, requirements=tuple(_requirement(one, shared, doubts, provisional) for one in made.requirements)
    )


def _requirement(
    one: standard.Requirement, shared: list[model.Expression], doubts: Doubts, provisional: Values
) -> standard.Requirement:
    if isinstance(one, standard.Attested):
        return replace(one, doubts=doubts.of_attested(one.when, one.by))
    parts = [*shared, one.asserted, *([one.when] if one.when is not None else [])]
    names = sorted({name for part in parts for name in parameters_in(part)})
    return replace(
        one,
        doubts=doubts.of_asserted(one.when, one.asserted),
        provisional=tuple(provisional[name] for name in names if name in provisional),
    )


def _allocation(one: standard.Allocation, put: _Putting, provisional: Values) -> standard.Allocation:
    made = put.into(one)
    if made is one:
        return one
    parts = expressions_in((made.on_each, made.when, made.lets, made.methods, made.tolerance))
    names = sorted({name for part in parts for name in parameters_in(part)})
    return replace(made, provisional=tuple(provisional[name] for name in names if name in provisional))
