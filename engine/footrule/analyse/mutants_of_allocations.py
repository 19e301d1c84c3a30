"""Allocations with one thing changed: another key, an output that bears nothing, a credit that is not given.

What an allocation decides shows in what is recomputed, and in the rule on declared shares that follows it. A way to
allocate that no rule asks for decides nothing, and is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from footrule.analyse.rewriting import rewritten
from footrule.analyse.variants import Kind, Step, left_out, variants, were
from footrule.assess.recomputing import ALTERNATIVES, UNSHARED, asked_of_recomputed
from footrule.frozen import Frozen
from footrule.model import expression as expressions
from footrule.model.expression import Expression
from footrule.model.standard import (
    Allocation,
    AllocationKey,
    AllocationMethod,
    BurdenClass,
    Credit,
    Iteration,
    LetBinding,
    Parameter,
    Rule,
    Standard,
    Subdivision,
)
from footrule.text.wording import Wording

Change = Callable[[Expression], Expression | None]
SHARES = "shares"
_Part = TypeVar("_Part")
_M = TypeVar("_M")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AllocationVariant(Frozen):
    """An allocation with one change; the rest as of a variant of an expression."""

    kind: Kind
    clause: Wording
    after: Allocation
    trail: tuple[Step, ...]
    site: tuple[object, ...]


def sums_are_asked_for(standard: Standard) -> bool:
    """Whether a rule asks for anything of a recomputed footprint to which burdens add up."""
    return any(names - UNSHARED - {SHARES} for names in asked_of_recomputed(standard).values())


def own_allocations(standard: Standard) -> tuple[Allocation, ...]:
    """The allocations of a file that some outcome hangs on, without the ways to allocate that no rule asks for."""
    return tuple(one for one in _allocations_asked_for(standard) if one.standard == standard.id)


def taken_in_allocations(standard: Standard) -> tuple[Allocation, ...]:
    """The same of those that a file takes in."""
    return tuple(one for one in _allocations_asked_for(standard) if one.standard != standard.id)


def _allocations_asked_for(standard: Standard) -> Iterator[Allocation]:
    asked = asked_of_recomputed(standard).values()
    others = any(ALTERNATIVES in names for names in asked)
    for one in standard.allocations if asked else ():
        yield one if others else replace(one, methods=one.methods[:1])


def following(rule: Rule, after: Allocation) -> Rule:
    """The rule on declared shares of an allocation, as it is where the allocation has become another."""
    when = rule.when
    if isinstance(when, expressions.BothOf):
        when = when.right if after.when is None else replace(when, left=after.when)
    values = {one.name: one for one in after.lets}
    return replace(rule, for_each=after.on_each, when=when, lets=tuple(values[one.name] for one in rule.lets))


def with_change(part: _Part, change: Change) -> _Part:
    """A part of an allocation with a change made in all its expressions."""
    return cast(_Part, _changed(part, change))


def _changed(part: object, change: Change) -> object:
    if isinstance(part, expressions.Node):
        return rewritten(cast(Expression, part), change)
    if isinstance(part, tuple):
        return tuple(_changed(one, change) for one in cast(tuple[object, ...], part))
    if not is_dataclass(part) or isinstance(part, type | Parameter):
        return part
    values = {one.name: getattr(part, one.name) for one in fields(part)}
    return replace(part, **{name: _changed(value, change) for name, value in values.items()})


def variants_of_allocation(whole: Allocation, one: Allocation, *, sums: bool) -> Iterator[AllocationVariant]:
    """Every variant of `one`; keys are also exchanged for those of the other ways to allocate of the `whole`.

    `sums` is whether a rule asks for more than shares, which are the same without what is metered apart.
    """

    def on_each(iteration: Iteration) -> Allocation:
        return replace(one, on_each=iteration)

    yield from _of_iteration(one.on_each, on_each, (), ("on each",))
    if one.when is not None:
        yield from _of_slot(_Slot(one.when, lambda node: replace(one, when=node), "when"), (), ("when",))
    for number, let in enumerate(one.lets):
        put = _putting(one.lets, number, lambda lets: replace(one, lets=lets))
        yield from _of_slot(_of_let(let, put), (), ("let", let.name))
    keys = {key.value.written: key for method in whole.methods for each in method.classes for key in each.keys}
    for number, method in enumerate(one.methods):
        put_method = _putting(one.methods, number, lambda methods: replace(one, methods=methods))
        yield from _Method(one, method, number, put_method, keys, sums).variants()


@dataclass(frozen=True, slots=True)
class _Slot:
    """An expression, the allocation with another in its place, and the word before it where it may be left out."""

    node: Expression
    put: Callable[[Expression | None], Allocation]
    word: str | None = None


@dataclass(frozen=True, slots=True)
class _Method:
    """One way to allocate, and the allocation with another in its place."""

    allocation: Allocation
    method: AllocationMethod
    number: int
    put: Callable[[AllocationMethod], Allocation]
    keys: dict[str, AllocationKey]
    sums: bool

    def variants(self) -> Iterator[AllocationVariant]:
        """Every variant of it."""
        method, above = self.method, self._above()
        for number, part in enumerate(method.subdivisions):
            put = _putting(method.subdivisions, number, lambda every: self.put(replace(method, subdivisions=every)))
            yield from self._of_subdivision(part, number, put, above)
        for number, credit in enumerate(method.credits):
            put_credit = _putting(method.credits, number, lambda every: self.put(replace(method, credits=every)))
            yield from self._of_credit(credit, number, put_credit, above)
        for number, one in enumerate(method.classes):
            put_class = _putting(method.classes, number, lambda every: self.put(replace(method, classes=every)))
            yield from self._of_class(one, put_class, (*above, (f"{one.name}:", 0)))

    def _above(self) -> tuple[Step, ...]:
        return () if self.method.name is None else ((f"alternative {self.method.name}", 0),)

    def _of_subdivision(
        self, part: Subdivision, number: int, put: Callable[[Subdivision], Allocation], above: tuple[Step, ...]
    ) -> Iterator[AllocationVariant]:
        site = (self.number, "subdivision", number)
        yield from _of_iteration(part.burdens, lambda new: put(replace(part, burdens=new)), above, (*site, "burdens"))
        yield from _of_iteration(part.outputs, lambda new: put(replace(part, outputs=new)), above, (*site, "outputs"))
        if self.sums:
            after = self.put(replace(self.method, subdivisions=_without(self.method.subdivisions, number)))
            trail = (*above, ("subdivide", number))
            yield AllocationVariant(Kind.PART, left_out(f"subdivide {part.burdens.variable}"), after, trail, site)

    def _of_credit(
        self, credit: Credit, number: int, put: Callable[[Credit], Allocation], above: tuple[Step, ...]
    ) -> Iterator[AllocationVariant]:
        site = (self.number, "credit", number)
        yield from _of_iteration(credit.outputs, lambda new: put(replace(credit, outputs=new)), above, site)
        factor = _Slot(credit.factor, lambda node: put(replace(credit, factor=node or credit.factor)))
        yield from _of_slot(factor, above, (*site, "factor"))
        if credit.when is not None:
            when = _Slot(credit.when, lambda node: put(replace(credit, when=node)), "when")
            yield from _of_slot(when, above, (*site, "when"))
        after = self.put(replace(self.method, credits=_without(self.method.credits, number)))
        trail = (*above, (credit.factor.written, 0))
        yield AllocationVariant(Kind.PART, left_out(f"credit ... at {credit.factor.written}"), after, trail, site)

    def _of_class(
        self, one: BurdenClass, put: Callable[[BurdenClass], Allocation], above: tuple[Step, ...]
    ) -> Iterator[AllocationVariant]:
        site = (self.number, "class", one.name)
        if one.burdens is not None:
            yield from _of_iteration(one.burdens, lambda new: put(replace(one, burdens=new)), above, (*site, "burdens"))
        yield from _of_iteration(one.outputs, lambda new: put(replace(one, outputs=new)), above, (*site, "outputs"))
        for number, key in enumerate(one.keys):
            put_key = _putting(one.keys, number, lambda keys: put(replace(one, keys=keys)))
            yield from self._of_key(key, put_key, above, (*site, "key", number))

    def _of_key(
        self,
        key: AllocationKey,
        put: Callable[[AllocationKey], Allocation],
        above: tuple[Step, ...],
        site: tuple[object, ...],
    ) -> Iterator[AllocationVariant]:
        yield from _of_slot(
            _Slot(key.value, lambda node: put(replace(key, value=node or key.value))), above, (*site, "value")
        )
        if key.when is not None:
            yield from _of_slot(_Slot(key.when, lambda node: put(replace(key, when=node)), "when"), above, site)
        for written, other in self.keys.items():
            if written != key.value.written:
                clause = were(f"by {key.value.written}", f"by {written}")
                trail = (*above, (key.value.written, 0))
                yield AllocationVariant(
                    Kind.KEY, clause, put(replace(key, value=other.value)), trail, (*site, "other", written)
                )


def _of_iteration(
    iteration: Iteration,
    put: Callable[[Iteration], Allocation],
    above: tuple[Step, ...],
    site: tuple[object, ...],
) -> Iterator[AllocationVariant]:
    source = _Slot(iteration.source, lambda node: put(replace(iteration, source=node or iteration.source)))
    yield from _of_slot(source, above, (*site, "source"))
    if iteration.condition is not None:
        where = _Slot(iteration.condition, lambda node: put(replace(iteration, condition=node)), "where")
        yield from _of_slot(where, above, (*site, "where"))


def _of_slot(slot: _Slot, above: tuple[Step, ...], site: tuple[object, ...]) -> Iterator[AllocationVariant]:
    trail = (*above, (slot.node.written, 0))
    for one in variants(slot.node):
        after = slot.put(one.node)
        yield AllocationVariant(one.kind, one.clause, after, (*trail, *one.trail), (*site, *one.site))
    if slot.word is not None:
        clause = left_out(f"{slot.word} {slot.node.written}")
        yield AllocationVariant(Kind.CONDITION, clause, slot.put(None), trail, (*site, "left out"))


def _of_let(let: LetBinding, put: Callable[[LetBinding], Allocation]) -> _Slot:
    return _Slot(let.value, lambda node: put(replace(let, value=node or let.value)))


def _putting(
    every: tuple[_M, ...], number: int, put: Callable[[tuple[_M, ...]], Allocation]
) -> Callable[[_M], Allocation]:
    """What the allocation is with another member in that place."""
    return lambda one: put((*every[:number], one, *every[number + 1 :]))


def _without(every: tuple[_M, ...], number: int) -> tuple[_M, ...]:
    return (*every[:number], *every[number + 1 :])
