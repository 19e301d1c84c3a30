"""What stands in no file, for generated code: rows of the factor database, and the recomputed footprint.

The records that the interpreter reads, with each field made plain when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Protocol

from footrule.evaluate.factor_record import record_of
from footrule.evaluate.questions import OBSOLETE, answered
from footrule.factors.characterisation import Characterisation, Characterised
from footrule.factors.database import Factors, Found
from footrule.factors.factor import Factor
from footrule.factors.table_used import TableUsed
from footrule.measure.decimal import read_decimal
from footrule.measure.instant import Instant
from footrule.measure.quantity import Quantity, printed
from footrule.model.expression import CodeValue
from footrule.submission.element import Code, Element, Items, Moment, Number, Record, Text, Truth
from footrule.submission.process_vocabulary import EMISSION_FACTORS
from footrule.submission.reported_units import flow_unit

Plain = "tuple[float, float, float, float, Fraction] | str | bool | Instant | Telling | list[Plain] | None"
SCOPE_OF_QUESTION = 3
"""The place of the code among the arguments of a question for a product."""


class TooRoundError(Exception):
    """A recomputed figure that is itself rounded: what it decides is for the interpreter."""


class TooCloseError(Exception):
    """A recomputed figure is too close to another one to be told from it in floating point: exact numbers decide."""


class Fields(Protocol):
    """A record as generated code reads it, by its fields."""

    def get(self, name: str, /) -> object:
        """A field; None where it is not there or cannot be used."""
        ...


class Telling:
    """One record, by its fields."""

    __slots__ = ("_known", "_record")

    def __init__(self, record: Record) -> None:
        self._record = record
        self._known: dict[str, object] = {}

    def get(self, name: str) -> object:
        """A field as generated code reads it, None where it is not there or cannot be used."""
        if name not in self._known:
            element = self._record.fields.get(name)
            self._known[name] = None if element is None else plain(element)
        return self._known[name]


class Row(Telling):
    """A row of the factor database, by the fields of its record."""

    __slots__ = ("factor",)

    def __init__(self, factor: Factor) -> None:
        super().__init__(record_of(factor))
        self.factor = factor


def plain(element: Element) -> object:
    """A quantity as its value, the size of its terms and the ends of its interval; all else as it is."""
    match element:
        case Number(_, quantity):
            return _numbers(quantity)
        case Text(_, text):
            return text
        case Code(_, code):
            return code
        case Moment(_, instant):
            return instant
        case Truth(_, value):
            return value
        case Record():
            return Telling(element)
        case Items(_, elements):
            return [plain(one) for one in elements]
        case _:
            return None


def _numbers(quantity: Quantity) -> tuple[float, float, float, float, Fraction]:
    if quantity.bound is not None:
        raise TooRoundError
    value = float(quantity.value)
    low, high = float(quantity.low), float(quantity.high)
    return value, max(abs(low), abs(high)), low, high, quantity.value


class Questions:
    """What the rules of a program ask the factor database, each question once."""

    def __init__(self, factors: Factors) -> None:
        self._factors = factors
        self._known: dict[tuple[object, ...], Row | None] = {}
        self._alike: dict[tuple[str, str], tuple[Factor, ...]] = {}
        self._within: dict[tuple[str, str], bool | None] = {}
        self._counts: dict[tuple[str, str, str], float | None] = {}
        self._emissions: dict[str, tuple[int, float] | None] = {}

    def ask(self, name: str, *arguments: str | Instant) -> Row | None:
        """The row that a call asks for, None where no one row answers.

        What is asked for is a day: the end of a year is the same moment as the beginning of the next, and another day.
        """
        key = (name, *(one.day if isinstance(one, Instant) else one for one in arguments))
        if key not in self._known:
            asked = [
                CodeValue(one) if number == SCOPE_OF_QUESTION and isinstance(one, str) else one
                for number, one in enumerate(arguments)
            ]
            found = answered(self._factors, asked, obsolete=name == OBSOLETE)
            self._forget()
            self._known[key] = Row(found.factor) if isinstance(found, Found) else None
        return self._known[key]

    def lies_in(self, inner: str, outer: str) -> bool | None:
        """Whether a place is, or lies in, another; None where one of them is not known."""
        key = inner, outer
        if key not in self._within:
            geography = self._factors.geography
            known = inner in geography and outer in geography
            self._forget()
            self._within[key] = outer in geography.outwards(inner) if known else None
        return self._within[key]

    def how_many(self, text: str, unit: str) -> int:
        """How many emission factors have the value of a printed number."""
        return len(self.alike(text, unit))

    def alike(self, text: str, unit: str) -> tuple[Factor, ...]:
        """The emission factors that have the value of a printed number."""
        key = text, unit
        if key not in self._alike:
            number, known = read_decimal(text), flow_unit(unit)
            assert number is not None and known is not None, "a clean number"
            self._forget()
            self._alike[key] = self._factors.like(printed(number, known))
        return self._alike[key]

    def tables(self, rows: Iterable[Factor]) -> tuple[TableUsed, ...]:
        """The tables that some rows stand in, each once."""
        return tuple(self._factors.table(one) for one in {one.table: one for one in rows}.values())

    def counts(self, gas: str, gwp_set: str, origin: str) -> float | None:
        """What a kilogram of a gas of an origin counts in CO2e by a set; None where no one row says it."""
        key = gas, gwp_set, origin
        if key not in self._counts:
            found = Characterisation(self._factors).gwp100(*key)
            self._forget()
            self._counts[key] = float(found.quantity.value) if isinstance(found, Characterised) else None
        return self._counts[key]

    def emissions(self, factor: str) -> tuple[int, float] | None:
        """What a row emits for an amount: by its place in `EMISSION_FACTORS`; None where no row of that id does."""
        if factor not in self._emissions:
            found = self._factors.by_id(factor)
            told = _emissions(record_of(found.factor)) if isinstance(found, Found) else ()
            self._forget()
            self._emissions[factor] = next(iter(told), None)
        return self._emissions[factor]

    def _forget(self) -> None:
        for kept in (self._known, self._within, self._alike, self._counts, self._emissions):
            if len(kept) >= MOST_KEPT:
                kept.clear()


def _emissions(row: Record) -> Iterator[tuple[int, float]]:
    for place, field in enumerate(EMISSION_FACTORS):
        told = row.fields.get(field.name)
        if isinstance(told, Number):
            yield place, float(told.quantity.value)


MOST_KEPT = 4096
