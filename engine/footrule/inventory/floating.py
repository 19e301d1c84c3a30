"""The amounts of products that a demand asks for, in floating point, each with a bound on how far it can be off.

For large systems. The bound is proved, not estimated. With A = 1 - N, N the needs, and x what was found, the error e
solves A e = r, where r = d - A x. A vector u > 0 with (1 - |N|) u >= |r| shows that A is an H-matrix, so that it has an
inverse and |e| <= u (Ostrowski 1937; Berman and Plemmons on M-matrices; Rump, "Verification methods", Acta Numerica 19,
2010). u is solved for in the same way, for four times what rounding leaves in r, and then checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from footrule.frozen import Frozen, dataclass

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Vector = NDArray[numpy.float64]
    Matrix = csr_array

EPSILON = 2.0**-53
"""The most that one rounding is off, for one."""
MOST_TIERS = 400
"""After so many tiers of suppliers factors are quicker."""
SMALLEST = 2.0**-1000
"""More than is lost where a product falls below the normal numbers, summed over any row."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Floats(Frozen):
    """Amounts, and how far each is off at most."""

    amounts: tuple[float, ...]
    bounds: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoAmounts(Frozen):
    """Nothing proves that the system has a solution without negative amounts; `products` are those that stand out."""

    products: tuple[int, ...]


def can_be_used() -> bool:
    """Whether the solver is installed: it comes with the extra `large`."""
    return find_spec("scipy") is not None


def floats(needs: Sequence[Mapping[int, Fraction]], demand: Mapping[int, Fraction]) -> Floats | NoAmounts:
    """The amounts of products 0, 1, ... that a demand asks for."""
    import numpy
    from scipy.sparse import csc_array

    size = len(needs)
    rows = numpy.array([need for of in needs for need in of], dtype=numpy.int32)
    ends = numpy.cumsum([0, *map(len, needs)])
    asked = numpy.zeros(size)
    try:
        values = numpy.array([float(each) for of in needs for each in of.values()])
        asked[list(demand)] = [float(each) for each in demand.values()]
    except OverflowError:
        return NoAmounts(())
    taken = csc_array((values, rows, ends), shape=(size, size)).tocsr()
    system = _System(taken, abs(taken) if (values < 0).any() else taken, asked)
    unproved: tuple[int, ...] = ()
    with numpy.errstate(all="ignore"):  # what is not finite covers nothing
        for way in _ways(system):
            found = way.solved(asked)
            found = found + way.solved(asked - found + _times(taken, found))
            left = system.left_by(found)
            bounds = way.solved_in_magnitudes(4 * left)
            proved = system.is_covered(left, bounds) & (found >= -bounds)
            if proved.all():
                return Floats(tuple(numpy.maximum(found, 0.0).tolist()), tuple(bounds.tolist()))
            unproved = tuple(map(int, (~proved).nonzero()[0]))
    return NoAmounts(unproved)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _System(Frozen):
    """x = asked + taken x, and the same with the magnitudes of what is taken."""

    taken: Matrix
    magnitudes: Matrix
    asked: Vector

    def left_by(self, found: Vector) -> Vector:
        """The most that each row can be off with what was found: what is left over, and every rounding on the way."""
        size = abs(found)
        rounded = self._roundings() * (abs(self.asked) + size + _times(self.magnitudes, size))
        left: Vector = abs(self.asked - found + _times(self.taken, found)) + rounded + SMALLEST
        return left

    def is_covered(self, left: Vector, bounds: Vector) -> NDArray[numpy.bool_]:
        """Whether each row of (1 - |N|) bounds is more than what is left, whatever was rounded in computing it."""
        used = _times(self.magnitudes, bounds)
        covered: NDArray[numpy.bool_] = bounds - used - self._roundings() * (bounds + used) - SMALLEST >= left
        return covered & (bounds > 0)

    def _roundings(self) -> Vector:
        """Of each row: the roundings of its terms, of their sum, of what is given as fractions, and some to spare."""
        terms = self.taken.indptr[1:] - self.taken.indptr[:-1]
        return (terms + 6).astype("float64") * EPSILON


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Way(Frozen):
    """A way to solve x = asked + taken x for some `asked`, well or badly: what it finds is checked."""

    solved: Callable[[Vector], Vector]
    solved_in_magnitudes: Callable[[Vector], Vector]


def _ways(system: _System) -> Iterator[_Way]:
    """The quickest first: tier by tier of suppliers, then by factors of the matrix.

    These in an order that suits supply chains, and last in the one that suits any matrix, which took a hundred times as
    long on some supply chains.
    """
    yield _Way(partial(_tier_by_tier, system.taken), partial(_tier_by_tier, system.magnitudes))
    for in_pairs in (True, False):
        try:
            solved = _factored(system.taken, in_pairs=in_pairs)
            alike = system.magnitudes is system.taken
            yield _Way(solved, solved if alike else _factored(system.magnitudes, in_pairs=in_pairs))
        except RuntimeError:  # the matrix is exactly singular
            continue


def _times(matrix: Matrix, vector: Vector) -> Vector:
    product: Vector = matrix @ vector
    return product


def _tier_by_tier(taken: Matrix, asked: Vector) -> Vector:
    """The sum of a Neumann series, as far as it takes until nothing changes, or until that takes too long."""
    found = asked
    for _ in range(MOST_TIERS):
        further = asked + _times(taken, found)
        if (abs(further - found) <= 4 * EPSILON * abs(further)).all():
            return further
        found = further
    return found


def _factored(taken: Matrix, *, in_pairs: bool) -> Callable[[Vector], Vector]:
    from scipy.sparse import eye_array
    from scipy.sparse.linalg import splu

    whole = (eye_array(taken.shape[0], format="csc") - taken).tocsc()
    if in_pairs:
        return splu(whole, "MMD_AT_PLUS_A", 0.0, options={"SymmetricMode": True}).solve
    return splu(whole).solve
