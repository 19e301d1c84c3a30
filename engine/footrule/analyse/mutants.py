"""Mutants: rules with one thing changed, as an author might have got it wrong. The examples should notice each.

What no outcome depends on (a `let` that only a message shows) is left alone, and so is what a rule that a file changed
keeps of the rule as it was. A parameter is one thing in a rule wherever it stands there, a definition one thing in all
rules that use it, and a value that a file sets one thing in all rules that come by it from other files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from footrule.analyse.mutants_of_allocations import (
    AllocationVariant,
    following,
    own_allocations,
    sums_are_asked_for,
    taken_in_allocations,
    variants_of_allocation,
    with_change,
)
from footrule.analyse.rewriting import deciding, deciding_lets, rewritten, rewritten_rule, written_here
from footrule.analyse.steps import moved
from footrule.analyse.tested import tested_rules
from footrule.analyse.variants import Kind, Step, left_out, of_value, parts, variants, were
from footrule.frozen import Frozen
from footrule.measure.instant import Instant
from footrule.measure.unit import POINTS
from footrule.model import expression as expressions
from footrule.model.expression import Expression
from footrule.model.standard import (
    ON_SHARES,
    Allocation,
    Asserted,
    Declared,
    LetBinding,
    Parameter,
    Requirement,
    Rule,
    Standard,
    shares_rule_id,
)
from footrule.model.walk import below, expressions_in, parameters_in
from footrule.text.wording import Wording, worded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Changed(Frozen):
    """A rule before and after; `requirement` is the only one that it matters to (from 0), or None where all are."""

    before: Rule
    after: Rule
    requirement: int | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mutant(Frozen):
    """One change: of the rule or definition `owner`, of what kind, said in a clause, and where.

    `site` tells the thing changed from all others: both ways that a limit can move have the same. `allocations` are
    those that became others, as they are then; `changed` are then only noticed together with them.
    """

    owner: str
    kind: Kind
    clause: Wording
    trail: tuple[Step, ...]
    site: tuple[object, ...]
    changed: tuple[Changed, ...]
    allocations: tuple[Allocation, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """An expression of a rule, and the rule with another one in its place (None: without it)."""

    node: Expression
    put: Callable[[Expression | None], Rule]
    above: tuple[Step, ...]
    requirement: int | None
    dropped_as: str | None


def mutants(standard: Standard) -> Iterator[Mutant]:
    """Every mutant of what a standard has of its own: rules (changed ones too), allocations, definitions, settings."""
    own = tuple(rule for rule in standard.own_rules if rule in tested_rules(standard))
    allocations = own_allocations(standard)
    written = {one.name: one.value.written for one in standard.parameters}
    for rule in own:
        found = _of_rule(rule, written)
        yield from _of_tolerance(found) if rule.id.startswith(ON_SHARES) else found
    whole = {one.id: one for one in standard.allocations}
    for allocation in allocations:
        on_shares = [rule for rule in own if rule.id == shares_rule_id(allocation.id)]
        varied = variants_of_allocation(whole[allocation.id], allocation, sums=sums_are_asked_for(standard))
        yield from _of_allocation(allocation, varied, on_shares, written)
    for definition in standard.definitions:
        users = [rule for rule in own if any(_uses(node, definition.name) for node in deciding(rule))]
        sharing = [one for one in allocations if any(_uses(part, definition.name) for part in _expressions(one))]
        if (users or sharing) and definition.standard == standard.id:
            yield from _of_definition(definition, users, sharing, written)
    yield from _of_settings(standard)


def _of_rule(rule: Rule, written: Mapping[str, str]) -> Iterator[Mutant]:
    yield from _of_phase_in(rule)
    for part in _parts_of(rule):
        yield from _of_part(rule, part)
    yield from _of_parameters(rule, written)


def _of_allocation(
    allocation: Allocation, varied: Iterable[AllocationVariant], on_shares: list[Rule], written: Mapping[str, str]
) -> Iterator[Mutant]:
    """The rule on declared shares changes with the allocation: it asks the same of the same processes."""
    for one in varied:
        changed = tuple(Changed(rule, following(rule, one.after), None) for rule in on_shares)
        yield Mutant(allocation.id, one.kind, one.clause, one.trail, one.site, changed, (one.after,))
    for constant in _parameters(_expressions(allocation)):
        name = constant.parameter or ""
        for kind, clause, other in _of_parameter(constant, written):
            change = _instead(name, other)
            changed = tuple(Changed(rule, rewritten_rule(rule, change), None) for rule in on_shares)
            after = with_change(allocation, change)
            yield Mutant(allocation.id, kind, clause, ((name, 0),), ("parameter", name), changed, (after,))


def _expressions(allocation: Allocation) -> list[Expression]:
    """The outermost expressions of an allocation."""
    return [cast(Expression, one) for one in expressions_in(replace(allocation, provisional=()))]


def _of_tolerance(found: Iterable[Mutant]) -> Iterator[Mutant]:
    """Of the rule that an allocation makes, the author wrote the tolerance alone."""
    return (one for one in found if one.trail and one.trail[-1][0].endswith(f" {POINTS}"))


def _of_phase_in(rule: Rule) -> Iterator[Mutant]:
    phase_in = rule.phase_in
    if phase_in is None or rule.kept.phase_in:
        return
    shown = str(phase_in.start)
    above: tuple[Step, ...] = ((shown, 0),)
    for direction in (-1, 1):
        start = moved(phase_in.start, shown, direction)
        if isinstance(start, Instant):
            after = replace(rule, phase_in=replace(phase_in, start=start))
            clause, changed = were(shown, str(start)), (Changed(rule, after, None),)
            yield Mutant(rule.id, Kind.THRESHOLD, clause, above, ("phase in",), changed)
    changed = (Changed(rule, replace(rule, phase_in=None), None),)
    yield Mutant(rule.id, Kind.CONDITION, left_out(f"from {shown}"), above, ("phase in",), changed)


def _of_part(rule: Rule, part: _Part) -> Iterator[Mutant]:
    site = (part.above, part.dropped_as)
    for one in variants(part.node):
        changed = (Changed(rule, part.put(one.node), part.requirement),)
        yield Mutant(rule.id, one.kind, one.clause, (*part.above, *one.trail), (*site, *one.site), changed)
    if part.dropped_as is not None:
        changed = (Changed(rule, part.put(None), part.requirement),)
        yield Mutant(rule.id, Kind.CONDITION, left_out(part.dropped_as), part.above, site, changed)


def _parts_of(rule: Rule) -> Iterator[_Part]:
    """The parts of a rule that its outcome hangs on, and that stand in the file that it is written in."""
    each, kept = rule.for_each, rule.kept
    if each is not None and not kept.for_each:
        yield _Part(
            each.source,
            lambda node: replace(rule, for_each=replace(each, source=node or each.source)),
            ((each.source.written, 0),),
            None,
            None,
        )
        if each.condition is not None:
            yield _Part(
                each.condition,
                lambda node: replace(rule, for_each=replace(each, condition=node)),
                ((each.condition.written, 0),),
                None,
                f"where {each.condition.written}",
            )
    if rule.when is not None and not kept.when:
        above: tuple[Step, ...] = ((rule.when.written, 0),)
        yield _Part(rule.when, lambda node: replace(rule, when=node), above, None, f"when {rule.when.written}")
    needed = deciding_lets(rule)
    for number, let in enumerate(rule.lets):
        if let.name in needed and number >= kept.lets:
            yield _of_let(rule, number, let)
    yield from _parts_of_requirements(rule)


def _of_let(rule: Rule, number: int, let: LetBinding) -> _Part:
    def put(node: Expression | None) -> Rule:
        other = replace(let, value=node or let.value)
        return replace(rule, lets=(*rule.lets[:number], other, *rule.lets[number + 1 :]))

    return _Part(let.value, put, ((let.value.written, 0),), None, None)


def _parts_of_requirements(rule: Rule) -> Iterator[_Part]:
    alike: dict[str, int] = {}
    for number, one in enumerate(rule.requirements):
        nth = alike.get(one.written, 0)
        alike[one.written] = nth + 1
        if isinstance(one, Asserted):
            put = partial(_put_asserted, rule, number, one)
            yield _Part(one.asserted, put, ((one.written, nth),), number, None)
        if one.when is not None:
            above = ((one.written, nth), (one.when.written, 0))
            yield _Part(one.when, partial(_put_when, rule, number, one), above, number, f"when {one.when.written}")


def _put_asserted(rule: Rule, number: int, one: Asserted, node: Expression | None) -> Rule:
    return _with_requirement(rule, number, replace(one, asserted=node or one.asserted))


def _put_when(rule: Rule, number: int, one: Requirement, node: Expression | None) -> Rule:
    return _with_requirement(rule, number, replace(one, when=node))


def _with_requirement(rule: Rule, number: int, one: Requirement) -> Rule:
    return replace(rule, requirements=(*rule.requirements[:number], one, *rule.requirements[number + 1 :]))


def _of_parameters(rule: Rule, written: Mapping[str, str]) -> Iterator[Mutant]:
    for constant in _parameters(deciding(written_here(rule))):
        name = constant.parameter or ""
        for kind, clause, other in _of_parameter(constant, written):
            after = rewritten_rule(rule, _instead(name, other))
            yield Mutant(rule.id, kind, clause, ((name, 0),), ("parameter", name), (Changed(rule, after, None),))


def _parameters(nodes: Iterable[Expression]) -> list[expressions.Constant]:
    """The parameters that some expressions name themselves, each once and in a fixed order."""
    found: dict[str, expressions.Constant] = {}
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, expressions.Constant) and node.parameter is not None:
            found.setdefault(node.parameter, node)
        elif not isinstance(node, expressions.Definition):
            waiting += [child for _, _, child in parts(node)]
    return [found[name] for name in sorted(found)]


def _of_parameter(
    constant: expressions.Constant, written: Mapping[str, str]
) -> Iterator[tuple[Kind, Wording, expressions.Constant]]:
    name = constant.parameter or ""
    before = written.get(name, str(constant.value))
    for kind, reads, other in of_value(constant, before):
        clause = worded(f"`{name}` were `{reads}` instead of `{before}`", f"将 `{name}` 由 `{before}` 改为 `{reads}`")
        yield kind, clause, other


def _instead(name: str, other: expressions.Constant) -> Callable[[Expression], Expression | None]:
    """The change of a parameter, outside of definitions."""

    def change(node: Expression) -> Expression | None:
        if isinstance(node, expressions.Definition):
            return node
        return other if isinstance(node, expressions.Constant) and node.parameter == name else None

    return change


def _of_definition(
    definition: Declared, users: list[Rule], sharing: list[Allocation], written: Mapping[str, str]
) -> Iterator[Mutant]:
    name = definition.name

    def changed(value: Expression) -> tuple[tuple[Changed, ...], tuple[Allocation, ...]]:
        def change(node: Expression) -> Expression | None:
            if isinstance(node, expressions.Definition) and node.name == name:
                return replace(node, value=value)
            return None

        rules = tuple(Changed(rule, rewritten_rule(rule, change), None) for rule in users)
        return rules, tuple(with_change(one, change) for one in sharing)

    for one in variants(definition.value):
        trail = ((definition.value.written, 0), *one.trail)
        yield Mutant(name, one.kind, one.clause, trail, one.site, *changed(one.node))
    for constant in _parameters((definition.value,)):
        parameter = constant.parameter or ""
        for kind, clause, other in _of_parameter(constant, written):
            value = rewritten(definition.value, _instead(parameter, other))
            trail = ((definition.value.written, 0), (parameter, 0))
            yield Mutant(name, kind, clause, trail, ("parameter", parameter), *changed(value))


def _of_settings(standard: Standard) -> Iterator[Mutant]:
    """The values that a file sets, each changed in all rules that do not name it in the file itself."""
    for parameter in standard.parameters:
        value = parameter.value
        if not isinstance(value, expressions.Constant) or not parameter.is_set_by(standard.id):
            continue
        names = {one.name for one in standard.parameters if one is parameter or _is_taken_from(one, parameter.name)}
        users = [rule for rule in standard.rules if _rests_on(rule, names) and not _names(standard, rule, names)]
        sharing = [
            one for one in taken_in_allocations(standard) if any(names & parameters_in(x) for x in _expressions(one))
        ]
        written = {parameter.name: value.written}
        for kind, clause, other in _of_parameter(replace(value, parameter=parameter.name), written):
            change = _in_all(names, other)
            changed = tuple(Changed(rule, rewritten_rule(rule, change), None) for rule in users)
            others = tuple(with_change(one, change) for one in sharing)
            if changed or others:
                yield Mutant(parameter.name, kind, clause, ((value.written, 0),), ("parameter",), changed, others)


def _is_taken_from(parameter: Parameter, name: str) -> bool:
    return isinstance(parameter.value, expressions.Constant) and parameter.value.parameter == name


def _rests_on(rule: Rule, names: set[str]) -> bool:
    return any(names & parameters_in(node) for node in deciding(rule))


def _names(standard: Standard, rule: Rule, names: set[str]) -> bool:
    """Whether a rule names one of the parameters in the file itself, so that it is changed there."""
    own = rule.written_in == standard.id
    return own and any(one.parameter in names for one in _parameters(deciding(written_here(rule))))


def _in_all(names: set[str], other: expressions.Constant) -> Callable[[Expression], Expression | None]:
    """The change of parameters, within definitions too."""

    def change(node: Expression) -> Expression | None:
        if not isinstance(node, expressions.Constant) or node.parameter not in names:
            return None
        return replace(node, type=other.type, value=other.value)

    return change


def _uses(node: Expression, definition: str) -> bool:
    return any(isinstance(one, expressions.Definition) and one.name == definition for one in below(node))
