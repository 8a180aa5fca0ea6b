"""The whole answer to a manager who asks for figures, as it travels: whole numbers, no fractions (KPI-1, KPI-2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.figures.books import Books, read_books
from server.figures.job_cases import job_cases
from server.figures.other_cases import count_cases, old_part_cases, rating_cases, report_cases
from server.figures.standing import out, waiting
from server.rules.calendars import HOME_ZONE
from server.rules.figures import (
    NOT_MORE,
    NOT_RECORDED,
    Case,
    Figure,
    Period,
    Share,
    Slice,
    check_period,
    tally,
    tally_by,
    weeks_of,
)
from server.tables.people import StationRow
from server.visibility.fields import moment

WEEKS_SHOWN = 12
"""A line needs that many points, however short the period."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which days, and whose; without a station those of every station."""

    period: Period
    station_id: str | None
    slice: Slice


def answer_to(session: Session, question: Question, now: datetime) -> dict[str, Any]:
    """Return the figures of the period beside those of the period before, and what stands open now."""
    period = question.period
    check_period(period)
    station_ids = [question.station_id] if question.station_id else list(session.scalars(select(StationRow.id)))
    books = read_books(session, station_ids, now)
    weeks = weeks_of(_until_today(period, now), least=WEEKS_SHOWN)
    read = Period(min(period.before().begins, weeks[0].begins), max(period.ends, weeks[-1].ends))
    cases = [case for case in _cases(session, station_ids, read, books) if case in question.slice]
    on_time = [case for case in cases if case.figure is Figure.ON_TIME]
    return {
        "as_of": moment(now),
        "begins_on": period.begins.isoformat(),
        "ends_on": period.ends.isoformat(),
        "station_id": question.station_id,
        "technician_id": question.slice.technician_id,
        "fault_class": question.slice.fault_class,
        "figures": _figures(tally(cases, period), tally(cases, period.before()), books.goals),
        "weeks": [
            {"begins_on": week.begins.isoformat(), **_share(tally(on_time, week)[Figure.ON_TIME])} for week in weeks
        ],
        "stations": _groups(tally_by(cases, period, lambda case: case.station_id)),
        "technicians": _groups(tally_by(cases, period, lambda case: case.technician_id)),
        "fault_classes": _groups(tally_by(cases, period, lambda case: case.fault_class)),
        "ageing_days": books.ageing_days,
        "ageing": [
            {
                "station_id": station_id,
                "technician_id": technician_id,
                "pieces": aged.pieces,
                "worth": [{"currency": currency, "minor": minor} for currency, minor in sorted(aged.worth.items())],
            }
            for (station_id, technician_id), aged in out(session, station_ids, question.slice, books).items()
        ],
        "waiting": [
            {"kind": waits.kind, "count": waits.count, "since": moment(waits.since)}
            for waits in waiting(session, station_ids)
        ],
    }


def _until_today(period: Period, now: datetime) -> Period:
    """Weeks that have not begun have no point."""
    tomorrow = now.astimezone(ZoneInfo(HOME_ZONE)).date() + timedelta(days=1)
    return Period(period.begins, max(min(period.ends, tomorrow), period.begins + timedelta(days=1)))


def _cases(session: Session, station_ids: Sequence[str], period: Period, books: Books) -> Iterator[Case]:
    for read in (job_cases, rating_cases, report_cases, old_part_cases, count_cases):
        yield from read(session, station_ids, period, books)


def _figures(
    now: Mapping[Figure, Share], before: Mapping[Figure, Share], goals: Mapping[str, int]
) -> list[dict[str, Any]]:
    return [
        {
            "name": figure.value,
            "recorded": figure not in NOT_RECORDED,
            "goal": goals[figure.value],
            "at_most": figure in NOT_MORE,
            **_share(now[figure]),
            "before": _share(before[figure]),
        }
        for figure in Figure
    ]


def _groups(tallies: Mapping[str, Mapping[Figure, Share]]) -> list[dict[str, Any]]:
    return [
        {
            "id": key,
            "figures": [{"name": figure.value, **_share(share)} for figure, share in shares.items() if share.of > 0],
        }
        for key, shares in tallies.items()
    ]


def _share(share: Share) -> dict[str, int]:
    return {"count": share.count, "of": share.of}
