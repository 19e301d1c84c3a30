"""The amounts of products that a demand asks for, in exact numbers: loops included, as small as each loop is.

A product is known by its number. `needs[j]` says how much of each product one unit of product j takes; what is asked
for is x with x[k] = demand[k] + the sum over j of needs[j][k] * x[j]. Products that feed one another are solved
together, all others in one step each, so that a chain costs no more than it is long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Needs = Sequence[Mapping[int, Fraction]]


@dataclass(frozen=True, slots=True)
class Singular:
    """A loop whose products take all that they make, or more: no amount of them is left for anybody."""

    products: tuple[int, ...]


def amounts(needs: Needs, demand: Mapping[int, Fraction]) -> dict[int, Fraction] | Singular:
    """How much of each product that is needed at all a demand asks for."""
    asked = {product: amount for product, amount in demand.items() if amount}
    found: dict[int, Fraction] = {}
    for loop in loops(needs, asked):
        solved = _solved(needs, loop, asked)
        if solved is None:
            return Singular(tuple(sorted(loop)))
        for product, amount in solved.items():
            found[product] = amount
            for need, each in needs[product].items():
                if need not in solved:
                    asked[need] = asked.get(need, Fraction(0)) + each * amount
    return found


def loops(needs: Needs, demand: Mapping[int, object]) -> list[tuple[int, ...]]:
    """The products that a demand reaches, those that feed one another together; each after all that need it.

    Tarjan's strongly connected components, without recursion: a chain of ten thousand is no deeper than one of two.
    """
    order: list[tuple[int, ...]] = []
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    for root in demand:
        if root in index:
            continue
        waiting = [(root, iter(needs[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while waiting:
            product, following = waiting[-1]
            deeper = next(following, None)
            if deeper is None:
                waiting.pop()
                if waiting:
                    above = waiting[-1][0]
                    low[above] = min(low[above], low[product])
                if low[product] == index[product]:
                    order.append(_popped(stack, on_stack, product))
            elif deeper not in index:
                index[deeper] = low[deeper] = len(index)
                stack.append(deeper)
                on_stack.add(deeper)
                waiting.append((deeper, iter(needs[deeper])))
            elif deeper in on_stack:
                low[product] = min(low[product], index[deeper])
    order.reverse()
    return order


def _popped(stack: list[int], on_stack: set[int], last: int) -> tuple[int, ...]:
    found: list[int] = []
    while True:
        product = stack.pop()
        on_stack.discard(product)
        found.append(product)
        if product == last:
            return tuple(found)


def _solved(needs: Needs, loop: tuple[int, ...], asked: Mapping[int, Fraction]) -> dict[int, Fraction] | None:
    """The amounts of the products of a loop; None where there are none, or none that can be made."""
    zero = Fraction(0)
    if len(loop) == 1:
        (product,) = loop
        left = 1 - needs[product].get(product, zero)
        return {product: asked.get(product, zero) / left} if left > 0 else None
    place = {product: number for number, product in enumerate(loop)}
    rows = [[Fraction(int(row == column)) for column in range(len(loop))] for row in range(len(loop))]
    for product, column in place.items():
        for need, each in needs[product].items():
            if need in place:
                rows[place[need]][column] -= each
    solution = _eliminated(rows, [asked.get(product, zero) for product in loop])
    if solution is None or any(one < 0 for one in solution):
        return None
    return dict(zip(loop, solution, strict=True))


def _eliminated(rows: list[list[Fraction]], right: list[Fraction]) -> list[Fraction] | None:
    """Gauss's elimination; None where the rows do not determine a solution."""
    size = len(rows)
    for column in range(size):
        pivot = next((row for row in range(column, size) if rows[row][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        right[column], right[pivot] = right[pivot], right[column]
        top, head = rows[column], rows[column][column]
        for row in range(column + 1, size):
            factor = rows[row][column]
            if factor:
                factor /= head
                under = rows[row]
                rows[row] = [one - factor * above if above else one for one, above in zip(under, top, strict=True)]
                right[row] -= factor * right[column]
    for column in range(size - 1, -1, -1):
        known = sum((rows[column][later] * right[later] for later in range(column + 1, size)), Fraction(0))
        right[column] = (right[column] - known) / rows[column][column]
    return right
