"""Characterisation factors: what a gas counts in a set, and which sets a pair of numbers can belong to.

Every number comes from the tables. Sets differ in how many factors for methane they have: one whatever its origin
(AR4), or one for fossil, one for biogenic and one where nothing is known of it. A gas of an origin is characterised by
the one factor of a set only where the set has no more; otherwise what was not asked for is never taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from footrule.factors.database import MOST_CANDIDATES, NotFound
from footrule.frozen import Frozen, dataclass
from footrule.measure.quantity import Quantity, exact
from footrule.text.wording import Wording, worded

if TYPE_CHECKING:
    from footrule.factors.database import Factors
    from footrule.factors.factor import Factor

METHANE, NITROUS_OXIDE = "CH4", "N2O"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Characterised(Frozen):
    """What 1 kg of a gas counts in CO2e, exactly as its set has it; the row; and what must be said of its use."""

    quantity: Quantity
    factor: Factor
    remarks: tuple[Wording, ...]


class Characterisation:
    """The characterisation factors of the database; those of a user come before those that ship."""

    def __init__(self, factors: Factors) -> None:
        self._factors = factors
        self._known: dict[tuple[str, str], tuple[Factor, ...]] = {}

    @property
    def sets(self) -> tuple[str, ...]:
        """The names of the sets that there are factors of, in order: `AR4`, `AR5`, ..."""
        return self._factors.gwp_sets()

    def gwp100(self, gas: str, gwp_set: str, origin: str = "") -> Characterised | NotFound:
        """The global warming potential over 100 years of a gas in a set, of an origin (`fossil`) or of none named.

        Where a set does not tell the origins of a gas apart, its one factor stands for all of them, and that is told.
        """
        rows = self._rows(gas, gwp_set)
        fitting = [one for one in rows if one.origin == origin]
        if len(fitting) == 1:
            return _of(fitting[0])
        if len(fitting) > 1:
            return _several(gas, gwp_set, fitting)
        if origin and len(rows) == 1 and rows[0].origin == "":
            told = worded(
                f"{gwp_set} has one factor for {gas}, whatever its origin",
                f"{gwp_set} 的 {gas} 只有一个因子，不区分来源",
            )
            return _of(rows[0], told)
        return _none(gas, gwp_set, origin, rows or self._of_other_sets(gas))

    def sets_with(self, ch4: Fraction | None, n2o: Fraction | None) -> tuple[str, ...]:
        """The sets that a pair of factors for CH4 and N2O can belong to; None is one that is not known.

        One alone often leaves several: 28 and 298 each stand in two. None at all says that two sets were mixed, or
        that the numbers are of no set.
        """
        return tuple(one for one in self.sets if self._has(METHANE, one, ch4) and self._has(NITROUS_OXIDE, one, n2o))

    def _has(self, gas: str, gwp_set: str, value: Fraction | None) -> bool:
        return value is None or value in {_of(one).quantity.value for one in self._rows(gas, gwp_set)}

    def _rows(self, gas: str, gwp_set: str) -> tuple[Factor, ...]:
        key = gas, gwp_set
        if key not in self._known:
            self._known[key] = self._factors.characterisations(gas, gwp_set)
        return self._known[key]

    def _of_other_sets(self, gas: str) -> list[Factor]:
        return [row for one in self.sets for row in self._rows(gas, one)]


def _of(factor: Factor, *remarks: Wording) -> Characterised:
    """INVARIANT: the unit of a characterisation factor is of CO2e; a sound table has no other."""
    return Characterised(exact(factor.value.value, factor.unit), factor, remarks)


def _none(gas: str, gwp_set: str, origin: str, others: Sequence[Factor]) -> NotFound:
    en, zh = (f" of the origin {origin}", f"（来源 {origin}）") if origin else ("", " ")
    because = worded(f"{gwp_set} has no factor for {gas}{en}", f"{gwp_set} 中没有 {gas}{zh}的因子")
    return NotFound(because, tuple(others[:MOST_CANDIDATES]))


def _several(gas: str, gwp_set: str, rows: Sequence[Factor]) -> NotFound:
    because = worded(
        f"{gwp_set} has several factors for {gas}; name one by its id", f"{gwp_set} 中 {gas} 有多个因子，请按标识指定"
    )
    return NotFound(because, tuple(rows[:MOST_CANDIDATES]))
