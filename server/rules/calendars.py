"""The working calendar: which days are worked, at which hours, and when a promised time has run out (JOB-3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sync.refusal import Refusal

HOME_ZONE = "Asia/Shanghai"
"""Where a station has no zone of its own."""

_SATURDAY = 5
_MINUTES_OF_A_DAY = 24 * 60


class DayOfAnotherYear(Refusal):
    """A day that was named is not of the calendar's year."""

    code = "day_of_another_year"


class DayOffAndOn(Refusal):
    """A day cannot be off and worked."""

    code = "day_off_and_on"


class NoWorkingHours(Refusal):
    """The working day ends before it begins."""

    code = "no_working_hours"


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """What differs from the ordinary week in one year, and the working hours as minutes after midnight.

    ``days_off`` are working days that are off, ``days_on`` days of a weekend that are worked 调休. Before they are
    announced, a year is not ``published``: what is not known yet counts as an ordinary week.
    """

    year: int
    begins_min: int = 8 * 60 + 30
    ends_min: int = 17 * 60 + 30
    days_off: frozenset[date] = frozenset()
    days_on: frozenset[date] = frozenset()
    published: bool = False


Calendar = Mapping[int, CalendarYear]
Pause = tuple[datetime, datetime]
"""From when until when no time ran."""


def check_year(year: CalendarYear) -> None:
    """Refuse a year that contradicts itself."""
    strangers = sorted(day.isoformat() for day in year.days_off | year.days_on if day.year != year.year)
    if strangers:
        raise DayOfAnotherYear(f"These days are not of {year.year}. Set each year by itself.", days=strangers)
    both = sorted(day.isoformat() for day in year.days_off & year.days_on)
    if both:
        raise DayOffAndOn("A day is either off or worked. Take it out of one list.", days=both)
    if year.begins_min >= year.ends_min:
        raise NoWorkingHours("The working day must begin before it ends.")


def year_of(calendar: Calendar, year: int) -> CalendarYear:
    """Return that year; one that nobody has entered is an ordinary one with the hours of the year nearest to it."""
    if year in calendar:
        return calendar[year]
    nearest = min(calendar, key=lambda known: (abs(known - year), known), default=None)
    if nearest is None:
        return CalendarYear(year)
    return replace(calendar[nearest], year=year, days_off=frozenset(), days_on=frozenset(), published=False)


def is_worked(calendar: Calendar, day: date) -> bool:
    """Say whether the day is worked: a make-up working day is, a public holiday is not."""
    year = year_of(calendar, day.year)
    return day in year.days_on or (day.weekday() < _SATURDAY and day not in year.days_off)


def is_published(calendar: Calendar, start: datetime, end: datetime, zone: tzinfo) -> bool:
    """Say whether every year from ``start`` to ``end`` is known as the government announced it."""
    years = range(start.astimezone(zone).year, end.astimezone(zone).year + 1)
    return all(year_of(calendar, year).published for year in years)


def after_hours(start: datetime, hours: int, pauses: Sequence[Pause] = ()) -> datetime:
    """Return when so many hours have run; they run day and night."""
    return _run_out(start, timedelta(hours=hours), [(start, datetime.max.replace(tzinfo=start.tzinfo))], pauses)


def after_working_days(
    start: datetime, days: int, calendar: Calendar, zone: tzinfo, pauses: Sequence[Pause] = ()
) -> datetime:
    """Return when so many working days have run, counted in working hours of the place.

    What begins at 16:00 and takes one working day ends at 16:00 of the next; what begins at night begins with the next
    working day, and ends with it. It never ends on a day off.
    """
    first = start.astimezone(zone).date()
    year = year_of(calendar, first.year)
    need = timedelta(minutes=days * (year.ends_min - year.begins_min))
    return _run_out(start, need, _hours_worked(first, calendar, zone), pauses)


def _run_out(
    start: datetime, need: timedelta, windows: Iterable[tuple[datetime, datetime]], pauses: Sequence[Pause]
) -> datetime:
    for begin, end in windows:
        at = max(begin, start)
        for since, until in sorted(pauses):
            if until <= at or since >= end:
                continue
            if since > at:
                if need <= since - at:
                    return at + need
                need -= since - at
            at = until
        if at < end:
            if need <= end - at:
                return at + need
            need -= end - at
    raise AssertionError("working days never end")


def _hours_worked(first: date, calendar: Calendar, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    day = first
    while True:
        if is_worked(calendar, day):
            year = year_of(calendar, day.year)
            yield _wall(day, year.begins_min, zone), _wall(day, year.ends_min, zone)
        day += timedelta(days=1)


def _wall(day: date, minutes: int, zone: tzinfo) -> datetime:
    """Return that time on the wall. Of two the first counts; one that is skipped counts as before the clock changed."""
    if not 0 <= minutes < _MINUTES_OF_A_DAY:
        raise ValueError(f"{minutes} minutes are no time of the day")
    # The arithmetic of moments is done in UTC: two times of one zone subtract as walls do.
    return datetime.combine(day, time(minutes // 60, minutes % 60), zone).astimezone(UTC)
