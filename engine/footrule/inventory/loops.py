"""Which products feed one another, and in which order all that a demand reaches is to be solved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

Needs = Sequence[Mapping[int, Fraction]]
"""How much of each product one unit of a product takes, by its number."""


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
