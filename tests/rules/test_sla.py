"""What holds of every clock; the cases that a device reads too stand in ``tests/contract/sla.json`` (JOB-3)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.calendar_presets import YEARS
from server.rules.calendars import (
    CalendarYear,
    DayOfAnotherYear,
    DayOffAndOn,
    NoWorkingHours,
    after_hours,
    after_working_days,
    check_year,
    is_worked,
)
from server.rules.sla import Asked, Course, Profile, Promise, Term, clocks_of, fits, is_far_off

CHINA = {
    year["year"]: CalendarYear(
        year["year"],
        year["begins_min"],
        year["ends_min"],
        frozenset(map(date.fromisoformat, year["days_off"])),
        frozenset(map(date.fromisoformat, year["days_on"])),
        year["published"],
    )
    for year in YEARS
}
MOMENTS = st.datetimes(datetime(2025, 1, 2), datetime(2027, 11, 30), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"]).map(ZoneInfo)
DAYS = st.integers(1, 15)
LATER = st.timedeltas(timedelta(0), timedelta(days=20))
CALLED = datetime(2026, 11, 18, 10, 34, tzinfo=UTC)


@given(MOMENTS, DAYS, ZONES)
def test_job_3_a_clock_never_ends_before_it_starts_and_never_on_a_day_off(start, days, zone):
    end = after_working_days(start, days, CHINA, zone)
    assert end > start
    assert is_worked(CHINA, end.astimezone(zone).date())


@given(MOMENTS, LATER, DAYS, ZONES)
def test_job_3_who_starts_later_never_ends_earlier(start, later, days, zone):
    assert after_working_days(start + later, days, CHINA, zone) >= after_working_days(start, days, CHINA, zone)
    assert after_hours(start + later, days) >= after_hours(start, days)


@given(MOMENTS, DAYS, ZONES, st.integers(0, 40))
def test_job_3_another_day_off_never_makes_it_earlier(start, days, zone, ahead):
    off = (start + timedelta(days=ahead)).astimezone(zone).date()
    year = CHINA.get(off.year, CalendarYear(off.year))
    more = {**CHINA, off.year: replace(year, days_off=year.days_off | {off}, days_on=year.days_on - {off})}
    assert after_working_days(start, days, more, zone) >= after_working_days(start, days, CHINA, zone)


@given(MOMENTS, DAYS, ZONES, LATER, LATER)
def test_job_3_a_pause_never_makes_it_earlier(start, days, zone, after, length):
    pause = (start + after, start + after + length)
    assert after_working_days(start, days, CHINA, zone, [pause]) >= after_working_days(start, days, CHINA, zone)
    assert after_hours(start, days, [pause]) >= after_hours(start, days)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 2, 14), True),
        (date(2026, 2, 16), False),
        (date(2026, 10, 10), True),
        (date(2026, 11, 21), False),
        (date(2027, 10, 1), False),
        (date(2028, 10, 2), True),
    ],
)
def test_job_3_make_up_working_days_are_worked_and_public_holidays_are_not(day, worked):
    assert is_worked(CHINA, day) is worked


def test_job_3_a_year_of_the_calendar_must_make_sense():
    with pytest.raises(DayOfAnotherYear, match="2026"):
        check_year(CalendarYear(2026, days_off=frozenset({date(2027, 1, 1)})))
    with pytest.raises(DayOffAndOn, match="either"):
        check_year(CalendarYear(2026, days_off=frozenset({date(2026, 1, 1)}), days_on=frozenset({date(2026, 1, 1)})))
    with pytest.raises(NoWorkingHours, match="before it ends"):
        check_year(CalendarYear(2026, begins_min=600, ends_min=600))


@pytest.mark.parametrize(
    ("distance_km", "expected"), [(49, False), (50, True), (100, True), (101, False), (None, False)]
)
def test_job_3_both_ends_of_a_distance_belong_to_it_and_an_unknown_one_fits_none(distance_km, expected):
    assert fits(Profile("p", (), min_km=50, max_km=100), Asked(distance_km=distance_km)) is expected


def test_job_3_where_no_profile_fits_there_is_no_clock():
    profile = Profile("p", (Term(Promise.ANSWER, 8),), min_km=50)
    assert clocks_of(Course(CALLED), Asked(), [profile], CHINA, ZoneInfo("Asia/Shanghai")) == ()


@pytest.mark.parametrize(("minutes", "flagged"), [(0, False), (10, False), (-10, False), (11, True), (-11, True)])
def test_job_3_an_arrival_by_the_devices_clock_is_credited_within_the_bound(minutes, flagged):
    assert is_far_off(CALLED, CALLED + timedelta(minutes=minutes), bound_min=10) is flagged
