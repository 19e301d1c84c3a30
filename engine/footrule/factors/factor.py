"""A row of a table of factors, as it is once it has been read: whatever rules and people may know of it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction

from footrule.frozen import Frozen, dataclass
from footrule.measure.decimal import Printed
from footrule.measure.quantity import Quantity, printed
from footrule.measure.unit import Unit


class Kind(Enum):
    """What a row is a factor of."""

    FUEL_COMBUSTION = "fuel_combustion"
    FUEL_PROPERTY = "fuel_property"
    ELECTRICITY = "electricity"
    HEAT = "heat"
    UPSTREAM = "upstream"
    TRANSPORT = "transport"
    PROCESS = "process"
    PRODUCT = "product"
    PRODUCT_PROPERTY = "product_property"
    STOICHIOMETRY = "stoichiometry"
    BENCHMARK = "benchmark"
    SCREENING = "screening"
    CHARACTERISATION = "characterisation"


class Scope(Enum):
    """Which part of a life cycle a factor speaks of."""

    DIRECT = "direct"
    LIFE_CYCLE = "life_cycle"
    GENERATION_ONLY = "generation_only"
    UPSTREAM = "upstream"


class Status(Enum):
    """How sure a row is: read in the primary document, transcribed twice alike, or recollected or seen once."""

    VERIFIED = "verified"
    TRANSCRIBED = "transcribed"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Source(Frozen):
    """Where a figure stands: the document, the year it was published, the table and the page, and on what terms."""

    title: str
    year: int
    table: str
    page: str
    licence: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Uncertainty(Frozen):
    """The range that a source gives, in the unit of the value, and what it is (`95 %`, `min-max`)."""

    low: Printed | None
    high: Printed | None
    meaning: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Factor(Frozen):
    """One row: a value with its unit, of what it is, where and when it stands, and where it comes from.

    `series` is what `factor(...)` asks for by name; a row without one is a series of its own. `valid_from` and
    `valid_until` are the first and the last day, None where there is no such end. `parts` are the gases of a `CO2e`
    value apart, in the unit of the row. `derivation` says how the value follows from others, as it is written.
    """

    id: str
    table: str
    line: int
    name: str
    name_zh: str
    kind: Kind
    series: str
    cas: tuple[str, ...]
    hs: tuple[str, ...]
    geography: str
    sector: str
    valid_from: date | None
    valid_until: date | None
    value: Printed
    unit: Unit
    uncertainty: Uncertainty | None
    gas: str
    origin: str
    parts: tuple[tuple[str, Fraction], ...]
    gwp_set: str
    scope: Scope | None
    boundary: str
    technology: str
    quality: tuple[tuple[str, Fraction], ...]
    source: Source
    status: Status
    conflicts_with: tuple[str, ...]
    superseded_by: str
    derivation: str
    note: str
    note_zh: str

    @property
    def quantity(self) -> Quantity:
        """The value with its unit, and the precision that it is printed with."""
        return printed(self.value, self.unit)

    @property
    def shown(self) -> str:
        """The value and its unit as the table prints them."""
        return self.unit.after(self.value.text)

    def stands_on(self, day: date) -> bool:
        """Whether the row is valid on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)
