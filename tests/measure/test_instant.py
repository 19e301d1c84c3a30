"""Instants are UTC, durations follow the calendar, and 23:59:59 is the end of its day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footrule.measure.instant import Duration, Instant, read_date, read_instant, start_of

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
months = st.integers(0, 600)


def moved(day: date, months: int, sign: int = 1) -> date:
    instant = start_of(day).plus(Duration(months, 0), sign)
    assert instant is not None
    return instant.moment.date()


@given(days, months)
def test_months_keep_the_day_or_take_the_last(day: date, count: int) -> None:
    result = moved(day, count)
    assert (result.year * 12 + result.month) - (day.year * 12 + day.month) == count
    if result.day != day.day:
        assert result.day < day.day
        assert (result + timedelta(days=1)).day == 1


@given(days, months)
def test_there_and_back_is_at_most_three_days_short(day: date, count: int) -> None:
    assert 0 <= (day - moved(moved(day, count), count, -1)).days <= 3


@given(days, days, months)
def test_moving_keeps_the_order(one: date, two: date, count: int) -> None:
    if one <= two:
        assert moved(one, count) <= moved(two, count)


@given(days, st.integers(0, 40_000))
def test_days_are_days(day: date, count: int) -> None:
    instant = start_of(day).plus(Duration(0, count))
    assert instant is not None
    assert instant.moment.date() - day == timedelta(days=count)


@pytest.mark.parametrize(
    ("day", "duration", "result"),
    [
        (date(2024, 2, 29), Duration(36, 0), date(2027, 2, 28)),
        (date(2024, 2, 29), Duration(48, 0), date(2028, 2, 29)),
        (date(2023, 2, 28), Duration(12, 0), date(2024, 2, 28)),
        (date(2026, 8, 31), Duration(6, 0), date(2027, 2, 28)),
    ],
)
def test_the_end_of_february(day: date, duration: Duration, result: date) -> None:
    assert start_of(day).plus(duration) == start_of(result)


@pytest.mark.parametrize("duration", [Duration(12, 0), Duration(0, 1), Duration(120_000, 0), Duration(0, 10**9)])
def test_the_calendar_ends(duration: Duration) -> None:
    assert start_of(date(9999, 12, 31)).plus(duration) is None
    assert start_of(date(1, 1, 1)).plus(duration, -1) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-12-31T23:59:59Z", "2026-01-01"),
        ("2025-12-31T23:59:59.999Z", "2026-01-01"),
        ("2026-01-01T07:59:59+08:00", "2026-01-01"),
        ("2025-12-31T23:59:58Z", "2025-12-31T23:59:58Z"),
        ("2025-12-31T08:00:00+08:00", "2025-12-31"),
        ("2025-12-31t00:00:00z", "2025-12-31"),
        ("2025-12-31T10:30:00.123456789Z", "2025-12-31T10:30:00Z"),
    ],
)
def test_reading_an_instant(text: str, shown: str) -> None:
    assert str(read_instant(text)) == shown


@pytest.mark.parametrize(
    "text",
    ["", "2025-12-31", "2025-12-31T10:00:00", "2025-02-29T00:00:00Z", "2025-13-01T00:00:00Z", "2025-12-31 10:00:00Z",
     "2025-12-31T24:00:00Z", "２０２５-12-31T10:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+08:00",
     "2025-12-31T10:00:00+99:00"],
)  # fmt: skip
def test_what_is_no_instant(text: str) -> None:
    assert read_instant(text) is None


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2150, 1, 1)), st.integers(-12, 14))
def test_an_offset_names_the_same_moment(moment: datetime, hours: int) -> None:
    zoned = moment.replace(microsecond=0, tzinfo=timezone(timedelta(hours=hours)))
    read = read_instant(zoned.isoformat(timespec="seconds"))
    assert read is not None
    utc = zoned.astimezone(UTC)
    end_of_day = (utc.hour, utc.minute, utc.second) == (23, 59, 59)
    assert read == Instant(utc + timedelta(seconds=1) if end_of_day else utc)


@given(st.text(max_size=40))
def test_no_text_makes_reading_fail(text: str) -> None:
    read_instant(text)
    read_date(text)


@given(days)
def test_dates_are_read_as_they_are_written(day: date) -> None:
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize("text", ["2027-2-1", "20270201", "2027-02-30", "2027-02-01 ", "２０２７-02-01", "2027-W05-1"])
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (Duration(36, 0), "3 years"),
        (Duration(12, 0), "1 year"),
        (Duration(18, 0), "18 months"),
        (Duration(1, 0), "1 month"),
        (Duration(0, 1), "1 day"),
        (Duration(0, 30), "30 days"),
        (Duration(0, 0), "0 years"),
    ],
)
def test_how_a_duration_reads(duration: Duration, text: str) -> None:
    assert str(duration) == text


@pytest.mark.parametrize(
    ("printed", "years", "last_day"),
    [
        ("2025-12-31T23:59:59Z", 3, date(2028, 12, 31)),
        ("2028-02-28T23:59:59Z", 3, date(2031, 2, 28)),
        ("2028-02-29T23:59:59Z", 3, date(2031, 2, 28)),
        ("2027-02-28T23:59:59Z", 1, date(2028, 2, 28)),
    ],
)
def test_the_end_of_a_day_moves_to_the_end_of_a_day(printed: str, years: int, last_day: date) -> None:
    """The calendar counts from the day that was printed, not from the midnight after it."""
    end = read_instant(printed)
    assert end is not None
    assert end.plus(Duration(12 * years, 0)) == start_of(last_day + timedelta(days=1))


def test_the_end_of_a_day_is_the_midnight_after_it() -> None:
    assert read_instant("2025-12-31T23:59:59Z") == start_of(date(2026, 1, 1))
    assert read_instant("9999-12-30T23:59:59Z") == start_of(date(9999, 12, 31))
