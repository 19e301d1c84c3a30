"""Instants in UTC and calendar durations.

Three years after 29 February is 28 February. An instant printed as 23:59:59 is the end of that day, which is the
midnight after it: periods are published both ways and mean the same day.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from footrule.frozen import Frozen, dataclass
from footrule.text.pattern import pattern

_DATE = pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_TIME = pattern(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})", re.ASCII)
LAST_SECOND = time(23, 59, 59)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Duration(Frozen):
    """A calendar duration: whole months (a year is twelve) and whole days."""

    months: int
    days: int

    def __str__(self) -> str:
        if self.days:
            return _counted(self.days, "day")
        return _counted(self.months, "month") if self.months % 12 else _counted(self.months // 12, "year")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Instant(Frozen):
    """A moment in UTC, without anything below a microsecond.

    `ends_day`: printed as the end of the day before, which is the day that the calendar counts from. It tells nothing
    apart: the midnight is the same moment.
    """

    moment: datetime
    ends_day: bool = False

    def __eq__(self, other: object) -> bool:
        return self.moment == other.moment if type(other) is Instant else NotImplemented

    def __hash__(self) -> int:
        return hash(self.moment)

    def __lt__(self, other: Instant) -> bool:
        return self.moment < other.moment

    def __le__(self, other: Instant) -> bool:
        return self.moment <= other.moment

    def __gt__(self, other: Instant) -> bool:
        return self.moment > other.moment

    def __ge__(self, other: Instant) -> bool:
        return self.moment >= other.moment

    @property
    def day(self) -> date:
        """The day that it is on; a midnight that was printed as the end of a day is on that one."""
        return (self.moment - ONE_DAY if self.ends_day else self.moment).date()

    def plus(self, duration: Duration, sign: int = 1) -> Instant | None:
        """This moment moved along the calendar, or None where the calendar (years 1 to 9999) ends.

        Three years after the end of 28 February 2028 is the end of 28 February 2031.
        """
        from calendar import monthrange

        if self.ends_day:
            moved_day = Instant(self.moment - ONE_DAY).plus(duration, sign)
            return None if moved_day is None else moved_day.plus(Duration(0, 1))
        months = self.moment.year * 12 + self.moment.month - 1 + sign * duration.months
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            return None
        day = min(self.moment.day, monthrange(year, month + 1)[1])
        moved = self.moment.replace(year=year, month=month + 1, day=day)
        try:
            return Instant(moved + sign * timedelta(days=duration.days))
        except OverflowError:
            return None

    def __str__(self) -> str:
        if self.moment.time() == time(0):
            return self.moment.date().isoformat()
        return self.moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def start_of(day: date) -> Instant:
    """The midnight that begins a day."""
    return Instant(datetime(day.year, day.month, day.day, tzinfo=UTC))


def read_date(text: str) -> date | None:
    """A calendar date `2027-12-31`, or None where the text is none."""
    if _DATE.fullmatch(text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_instant(text: str) -> Instant | None:
    """An RFC 3339 date-time with its offset, in UTC; None where the text is none.

    >>> str(read_instant("2025-12-31T23:59:59Z"))
    '2026-01-01'
    >>> str(read_instant("2025-12-31T08:00:00+08:00"))
    '2025-12-31'
    """
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return None
    fraction = (match[1] or "")[:7]
    bare = text[:19].upper() + fraction + (match[2] or "").upper().replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(bare).astimezone(UTC)
        if moment.time().replace(microsecond=0) == LAST_SECOND:
            moment = moment.replace(hour=0, minute=0, second=0, microsecond=0) + ONE_DAY
            return Instant(moment, ends_day=True)
    except (ValueError, OverflowError):
        return None
    return Instant(moment)
