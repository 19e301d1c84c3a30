"""The submission: one footprint from one file, ready to be assessed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta

from footrule.frozen import Frozen, dataclass
from footrule.submission.element import Attestation, Moment, Record
from footrule.submission.intake import IntakeFinding
from footrule.text.source import Position

Locate = Callable[[Collection[str]], Mapping[str, Position]]
"""Line and column of JSON Pointers; a pointer to something absent gets the place of what should hold it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Claim(Frozen):
    """A category standard that the submitter claims (`inventory.standard`)."""

    standard: str
    version: str | None
    pointer: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Classification(Frozen):
    """A code that classifies the product: `scheme` is cas, hs, cpc or urn."""

    scheme: str
    code: str
    pointer: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Submission(Frozen):
    """One footprint as read. `footprint` is a record of shape `footprint`; positions are found only when asked for.

    `sha256` is of the bytes it was read from: the whole file, or its own line of a file of lines.
    `format` names what was read, with the version the document gives itself, such as `PACT 3.0.0`.
    """

    id: str | None
    file: str
    sha256: str
    format: str
    footprint: Record
    intake: tuple[IntakeFinding, ...]
    claim: Claim | None
    classifications: tuple[Classification, ...]
    attestations: tuple[Attestation, ...]
    locate: Locate

    @property
    def data_until(self) -> date | None:
        """The first day that the data no longer cover: the end of the reference period; None where it is not given."""
        pcf = self.footprint.fields.get("pcf")
        end = pcf.fields.get("reference_period_end") if isinstance(pcf, Record) else None
        return first_day_after(end.instant.moment) if isinstance(end, Moment) else None


def first_day_after(moment: datetime) -> date:
    """The first day that data up to a moment no longer cover."""
    within_the_day = moment.time() != moment.min.time()
    return moment.date() + timedelta(days=1) if within_the_day and moment.date() < date.max else moment.date()
