"""How openLCA rates the data of an exchange, as ratings that rules read."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from footrule.measure.quantity import exact
from footrule.measure.unit import ONE
from footrule.submission import package_findings
from footrule.submission.data_sets import Dialect
from footrule.submission.element import Element, Number, Record, Text, Unusable
from footrule.submission.intake import IntakeFinding
from footrule.submission.openlca_references import QualitySystem


class OpenLcaRating:
    """The rating of the exchanges of one process, by the system that it names: `""` where it names none."""

    __slots__ = ("_complained", "_dialect", "_named", "_note", "_system")

    def __init__(
        self, named: str, system: QualitySystem | None, dialect: Dialect, note: Callable[[IntakeFinding], str]
    ) -> None:
        self._named, self._system = named, system
        self._dialect, self._note = dialect, note
        self._complained = ""

    def of(self, exchange: Record) -> Record | Unusable | None:
        """The ratings of an exchange; None where it has no entry. A system that cannot be read is noted once."""
        given = exchange.fields.get("quality")
        if not isinstance(given, Text):
            return given if isinstance(given, Unusable) else None
        if not given.text.strip():
            return None
        spot = self._dialect.spot("exchange.quality", given.pointer)
        if self._system is None:
            if not self._complained:
                self._complained = self._note(package_findings.quality_not_read(spot, given.text, self._named))
            return Unusable(given.pointer, self._complained)
        ratings = self._system.ratings(given.text)
        if ratings is None:
            return Unusable(given.pointer, self._note(package_findings.quality_not_of_system(spot, given.text)))
        fields: dict[str, Element] = {
            name: Number(given.pointer, exact(Fraction(score), ONE), str(score)) for name, score in ratings.items()
        }
        return Record(given.pointer, "dqi", fields, dict.fromkeys(("technological", "geographical", "temporal"), ""))
