"""What runs over lists: selections, quantifiers, aggregates.

A list that is given is complete; a list that is missing is unknown. Of many submissions that are checked together,
those that a condition passes over leave no evidence. Where a filter cannot be decided for an element,
an aggregate over the list is unknown, and the quantifiers follow Kleene.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from footrule.evaluate.comparing import compare, no_rate, same
from footrule.evaluate.context import Context
from footrule.evaluate.values import Result, SomeOf, Unknown, Value, kleene_and, kleene_not, kleene_or, settled
from footrule.measure.quantity import Quantity, exact, zero
from footrule.measure.unit import ONE
from footrule.model import expression as model
from footrule.model.types import QuantityType
from footrule.submission.element import Element, Items, Record
from footrule.submission.file_and_pointer import file_in
from footrule.submission.study_vocabulary import FOOTPRINT
from footrule.text.wording import worded

NOTHING_TO_COMPARE = worded("there is nothing to take the value of", "没有可取值的元素")


def elements(listed: Value) -> tuple[Element, ...]:
    """The elements of a list, from the file or selected."""
    assert isinstance(listed, Items | SomeOf), "the checker let something through as a list"
    return listed.elements


def selection(context: Context, node: model.Selection) -> Result:
    """`those ... where`: unknown if the condition is, for any element."""
    listed = context.evaluate(node.source)
    if isinstance(listed, Unknown):
        return listed
    assert isinstance(listed, Items | SomeOf), "the checker let something through as a list"
    kept: list[Element] = []
    for element, inner in context.over(node.variable, listed.elements):
        held = _kept(inner, element, node.condition)
        if isinstance(held, Unknown):
            return held
        if held:
            kept.append(element)
    return SomeOf(tuple(kept), listed.pointer if isinstance(listed, Items) else listed.place)


def quantified(context: Context, node: model.QuantifiedOver) -> Result:
    """`every`, `some`, `no`, `exactly one`."""
    listed = context.evaluate(node.source)
    if isinstance(listed, Unknown):
        return listed
    every = elements(listed)
    broken = breaking(context, node, every) if context.evidence.kept else ()
    asserted = _asserted(context, node, broken or every)
    # Evidence is also what is read once the outcome is certain; of elements, those that make it false, if some do.
    results = list(asserted) if context.evidence.kept else asserted
    match node.quantifier:
        case model.Quantifier.EVERY:
            return _all(kleene_or(kleene_not(kept), held) for kept, held in results)
        case model.Quantifier.NO:
            return _all(kleene_not(kleene_and(kept, held)) for kept, held in results)
        case model.Quantifier.SOME:
            return kleene_not(_all(kleene_not(kleene_and(kept, held)) for kept, held in results))
        case model.Quantifier.EXACTLY_ONE:
            return _exactly_one([kleene_and(kept, held) for kept, held in results])


def breaking(
    context: Context, node: model.QuantifiedOver, listed: tuple[Element, ...] | None = None
) -> tuple[Element, ...]:
    """The elements that make an `every` or a `no` false; none where it is not false, and none of other quantifiers.

    `listed` are the elements of its list, where they are known.
    """
    if node.quantifier not in (model.Quantifier.EVERY, model.Quantifier.NO):
        return ()
    return context.breaking(node, lambda: _breaking(context.aside(), node, listed))


def _breaking(quiet: Context, node: model.QuantifiedOver, listed: tuple[Element, ...] | None) -> tuple[Element, ...]:
    if listed is None:
        found = quiet.evaluate(node.source)
        listed = () if isinstance(found, Unknown) else elements(found)
    breaks = node.quantifier is model.Quantifier.NO
    return tuple(
        element for element, inner in quiet.over(node.variable, listed) if _of_element(inner, node) == (True, breaks)
    )


def _asserted(
    context: Context, node: model.QuantifiedOver, listed: tuple[Element, ...]
) -> Iterator[tuple[Result, Result]]:
    for element, inner in context.over(node.variable, listed):
        if _is_of_another_file(inner, element):
            quiet = inner.aside()
            kept, held = _of_element(quiet, node)
            decides = kleene_and(kept, kleene_not(held) if node.quantifier is model.Quantifier.EVERY else held)
            if decides is False and not quiet.evidence.readings:
                yield kept, held
                continue
        yield _of_element(inner, node)


def _of_element(inner: Context, node: model.QuantifiedOver) -> tuple[Result, Result]:
    kept: Result = True if node.condition is None else inner.evaluate(node.condition)
    return kept, (inner.evaluate(node.asserted) if kept is not False else False)


def _kept(inner: Context, element: Element, condition: model.Expression) -> Result:
    """Whether a condition lets an element through, in the context where its variable stands for it."""
    if _is_of_another_file(inner, element):
        quiet = inner.aside()
        if quiet.evaluate(condition) is False and not quiet.evidence.readings:
            return False
    return inner.evaluate(condition)


def _is_of_another_file(context: Context, element: Element) -> bool:
    """Whether it is one of the others of a run: of these, only what counts is evidence."""
    return (
        context.evidence.kept
        and isinstance(element, Record)
        and element.shape == FOOTPRINT
        and bool(file_in(element.pointer))
    )


def _all(results: Iterator[Result]) -> Result:
    outcome: Result = True
    for result in results:
        outcome = kleene_and(outcome, result)
        if outcome is False:
            return False
    return outcome


def _exactly_one(results: list[Result]) -> Result:
    certain = sum(1 for result in results if result is True)
    unknown = [result for result in results if isinstance(result, Unknown)]
    if certain > 1:
        return False
    if unknown:
        reason = unknown[0]
        for more in unknown[1:]:
            reason = reason.and_also(more)
        return reason
    return certain == 1


def aggregate(context: Context, node: model.AggregateOver) -> Result:
    """`sum`, `count`, `min`, `max`, `mean`, `distinct`: unknown where a filter or an element is."""
    listed = context.evaluate(node.source)
    if isinstance(listed, Unknown):
        return listed
    values: list[Value] = []
    unknown: Unknown | None = None
    for element, inner in context.over(node.variable, elements(listed)):
        kept: Result = True if node.condition is None else _kept(inner, element, node.condition)
        value = kept if isinstance(kept, Unknown) or not kept else inner.evaluate(node.element)
        if isinstance(value, Unknown):
            unknown = value if unknown is None else unknown.and_also(value)
        elif kept is True:
            values.append(value)
    return unknown if unknown is not None else _aggregated(node, values)


def _aggregated(node: model.AggregateOver, values: list[Value]) -> Result:
    if node.name == "count":
        return exact(Fraction(len(values)), ONE)
    if node.name == "distinct":
        return _distinct(values)
    if node.name == "sum":
        assert isinstance(node.type, QuantityType)
        return _total(values, values[0] if values else zero(node.type.dimension))
    if not values:
        return Unknown((), NOTHING_TO_COMPARE)
    if node.name == "mean":
        return _mean(values)
    return _extreme(values, model.Sign.BELOW if node.name == "min" else model.Sign.ABOVE)


def _distinct(values: list[Value]) -> Result:
    """How many of the values are unlike all before them."""
    unlike = 0
    for at, value in enumerate(values):
        seen: Result = False
        for before in values[:at]:
            seen = kleene_or(seen, same(value, before))
            if seen is True:
                break
        if isinstance(seen, Unknown):
            return seen
        unlike += not seen
    return exact(Fraction(unlike), ONE)


def _total(values: list[Value], first: Value) -> Quantity | Unknown:
    """The sum, shown in the unit of the first; `first` alone where there are none."""
    assert isinstance(first, Quantity)
    total = first
    for value in values[1:]:
        assert isinstance(value, Quantity)
        why = no_rate(total, value)
        grown = settled(total + value) if why is None else Unknown((), why)
        if isinstance(grown, Unknown):
            return grown
        total = grown
    return total


def _mean(values: list[Value]) -> Result:
    total = _total(values, values[0])
    if isinstance(total, Unknown):
        return total
    return total * exact(Fraction(1, len(values)), ONE)


def _extreme(values: list[Value], sign: model.Sign) -> Result:
    """The least or the greatest; its interval is that of the least or greatest of all that the values may be."""
    pick = min if sign is model.Sign.BELOW else max
    numbers = [value for value in values if isinstance(value, Quantity)]
    if numbers:
        return _extreme_number(numbers, pick)
    best = values[0]
    for value in values[1:]:
        if compare(sign, value, best):
            best = value
    return best


def _extreme_number(numbers: list[Quantity], pick: Callable[[Iterable[Fraction]], Fraction]) -> Result:
    for number in numbers[1:]:
        why = no_rate(number, numbers[0])
        if why is not None:
            return Unknown((), why)
    value = pick(one.value for one in numbers)
    best = next(one for one in numbers if one.value == value)
    bound = max((one.bound for one in numbers if one.bound is not None), default=None)
    return Quantity(value, pick(one.low for one in numbers), pick(one.high for one in numbers), best.unit, bound)
