"""The working calendar, set year by year by the head office when the holidays are announced (JOB-3)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import SYSTEM, Actor
from server.mutations.entry import Entry, declare
from server.mutations.revising import seen_row
from server.rules.calendars import CalendarYear, check_year
from server.rules.people import Role
from server.tables.calendars import CalendarYearRow
from server.tables.loading import add
from server.visibility.audiences import ALL
from server.visibility.fields import Count, Truth, day
from server.visibility.schemas.sla import LAST_MINUTE
from sync.ports import APPLIED, Change, Kind, Outcome

_FIRST_YEAR, _LAST_YEAR = 2000, 2199


class CalendarSetDaysBody(Schema):
    """A whole year; ``revision`` is the one that the person saw, 0 for a year that nobody has set."""

    year = Count(required=True, least=_FIRST_YEAR, most=_LAST_YEAR)
    revision = Count(required=True)
    published = Truth(required=True)
    begins_min = Count(required=True, most=LAST_MINUTE)
    ends_min = Count(required=True, most=LAST_MINUTE)
    days_off = fields.List(fields.Date(), required=True)
    days_on = fields.List(fields.Date(), required=True)


@dataclass(frozen=True, slots=True)
class CalendarSetDays:
    """See ``CalendarSetDaysBody``."""

    year: int
    revision: int
    published: bool
    begins_min: int
    ends_min: int
    days_off: list[date]
    days_on: list[date]


def _set_days(change: Change, actor: Actor, args: CalendarSetDays) -> Outcome:
    days_off, days_on = frozenset(args.days_off), frozenset(args.days_on)
    check_year(CalendarYear(args.year, args.begins_min, args.ends_min, days_off, days_on, args.published))
    row = seen_row(change, actor, CalendarYearRow, str(args.year), revision=args.revision)
    columns = {
        "revision": args.revision + 1,
        "published": args.published,
        "begins_min": args.begins_min,
        "ends_min": args.ends_min,
        "days_off": [day(one) for one in sorted(days_off)],
        "days_on": [day(one) for one in sorted(days_on)],
    }
    if row is None:
        row = CalendarYearRow(id=str(args.year), **columns)
        add(change.session, row)
    else:
        for name, value in columns.items():
            setattr(row, name, value)
    change.publish("calendar_year", row.id, ALL)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "calendar.set_days",
        Kind.REQUEST,
        roles=[Role.MANAGER, Role.ADMINISTRATOR, SYSTEM],
        schema=CalendarSetDaysBody,
        args=CalendarSetDays,
        needs=lambda args: [("calendar_year", str(args.year))],
        write=_set_days,
    ),
)
