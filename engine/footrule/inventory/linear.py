"""The amounts of products that a demand asks for: loops included, as small as each loop is.

A product is known by its number. `needs[j]` says how much of each product one unit of product j takes; what is asked
for is x with x[k] = demand[k] + the sum over j of needs[j][k] * x[j]. Products that feed one another are solved
together, all others in one step each, so that a chain costs no more than it is long. In exact numbers, unless the
system is large: there their digits grow beyond use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm

from footrule.frozen import Frozen, dataclass
from footrule.inventory.floating import NoAmounts, can_be_used, floats
from footrule.inventory.loops import Needs, loops

MOST_EXACT = 300
"""As many products are solved for in exact numbers: a chain of more multiplies too many digits."""
LONGEST_EXACT_LOOP = 60
"""As many of them may feed one another: elimination among more takes seconds."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Amounts(Frozen):
    """The amount of each product that is needed at all; `bounds` say how far each is off, and are empty if exact."""

    amounts: Mapping[int, Fraction]
    bounds: Mapping[int, Fraction]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Singular(Frozen):
    """A loop whose products take all that they make, or more: no amount of them is left for anybody.

    Not `surely` where that was found in floating point: what is left may be too little to be told from rounding.
    """

    products: tuple[int, ...]
    surely: bool = True


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoSolver(Frozen):
    """A system of so many products, too large for exact numbers, and the solver for large ones is not installed."""

    products: int


def amounts(needs: Needs, demand: Mapping[int, Fraction]) -> Amounts | Singular | NoSolver:
    """How much of each product that is needed at all a demand asks for. Neither holds anything negative."""
    asked = {product: amount for product, amount in demand.items() if amount}
    order = loops(needs, asked)
    reached = sum(map(len, order))
    if reached <= MOST_EXACT and max(map(len, order), default=0) <= LONGEST_EXACT_LOOP:
        return _exact(needs, asked, order)
    return _in_floats(needs, asked, order) if can_be_used() else NoSolver(reached)


def _exact(needs: Needs, asked: dict[int, Fraction], order: Sequence[tuple[int, ...]]) -> Amounts | Singular:
    found: dict[int, Fraction] = {}
    for loop in order:
        solved = _solved(needs, loop, asked)
        if solved is None:
            return Singular(tuple(sorted(loop)))
        for product, amount in solved.items():
            found[product] = amount
            for need, each in needs[product].items():
                if need not in solved:
                    more = each * amount
                    asked[need] = asked[need] + more if need in asked else more
    return Amounts(found, {})


def _in_floats(needs: Needs, asked: Mapping[int, Fraction], order: Sequence[tuple[int, ...]]) -> Amounts | Singular:
    products = [product for loop in order for product in loop]
    place = {product: number for number, product in enumerate(products)}
    compact = [{place[need]: each for need, each in needs[product].items()} for product in products]
    found = floats(compact, {place[product]: amount for product, amount in asked.items()})
    if isinstance(found, NoAmounts):
        return _at_fault(needs, order, {products[number] for number in found.products})
    exactly, bounds = map(Fraction, found.amounts), map(Fraction, found.bounds)
    return Amounts(dict(zip(products, exactly, strict=True)), dict(zip(products, bounds, strict=True)))


def _at_fault(needs: Needs, order: Sequence[tuple[int, ...]], standing_out: set[int]) -> Singular:
    """The loop because of which a large system has no amounts: a short one that has none itself, else the longest."""
    for loop in order:
        if len(loop) <= LONGEST_EXACT_LOOP and _solved(needs, loop, dict.fromkeys(loop, Fraction(1))) is None:
            return Singular(tuple(sorted(loop)))
    among = [loop for loop in order if standing_out.intersection(loop)] or list(order)
    return Singular(tuple(sorted(sorted(among, key=len)[-1])), surely=False)


def _solved(needs: Needs, loop: tuple[int, ...], asked: Mapping[int, Fraction]) -> dict[int, Fraction] | None:
    """The amounts of the products of a loop; None where there are none, or none that can be made."""
    zero = Fraction(0)
    if len(loop) == 1:
        (product,) = loop
        left = 1 - needs[product].get(product, zero)
        return {product: asked.get(product, zero) / left} if left > 0 else None
    place = {product: number for number, product in enumerate(loop)}
    rows: list[list[Fraction]] = [[zero] * len(loop) + [asked.get(product, zero)] for product in loop]
    for column, product in enumerate(loop):
        rows[column][column] += 1
        for need, each in needs[product].items():
            if need in place:
                rows[place[need]][column] -= each
    solution = _eliminated([_whole(row) for row in rows])
    if solution is None or any(one < 0 for one in solution):
        return None
    return dict(zip(loop, solution, strict=True))


def _whole(row: list[Fraction]) -> list[int]:
    """A row times what makes whole numbers of it."""
    times = lcm(*(one.denominator for one in row))
    return [one.numerator * (times // one.denominator) for one in row]


def _eliminated(rows: list[list[int]]) -> list[Fraction] | None:
    """Bareiss's elimination of rows with their right sides: whole numbers throughout, which need no cancelling.

    None where the rows do not determine a solution. (Bareiss, Mathematics of Computation 22, 1968.)
    """
    size, before = len(rows), 1
    for column in range(size):
        pivot = next((row for row in range(column, size) if rows[row][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        top = rows[column]
        head = top[column]
        for row in range(column + 1, size):
            under = rows[row]
            first = under[column]
            if first:
                rest = zip(under[column + 1 :], top[column + 1 :], strict=True)
                under[column + 1 :] = [(head * one - first * above) // before for one, above in rest]
            elif head != before:
                under[column + 1 :] = [head * one // before if one else 0 for one in under[column + 1 :]]
        before = head
    # Each unknown is a whole number over the determinant.
    numerators = [0] * size
    for column in range(size - 1, -1, -1):
        of_one = rows[column]
        known = sum(of_one[later] * numerators[later] for later in range(column + 1, size) if of_one[later])
        numerators[column] = (before * of_one[size] - known) // of_one[column]
    return [Fraction(one, before) for one in numerators]
