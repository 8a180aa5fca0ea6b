"""What the jobs of a period say: kept in time, fixed at once, come again with the same fault (KPI-1, KPI-2)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from server.figures.books import Books, moments_of
from server.rules.figures import Case, Figure, Period, fixed_first_time, is_repeated, kept_in_time
from server.rules.jobs import JobState, lead_of
from server.rules.sla import Asked, Milestone, MilestoneKind, clocks_of, course_of
from server.tables.jobs import JobRow
from server.tables.milestones import MilestoneRow
from server.tables.visits import VisitRow

_REPAIRED = frozenset({JobState.ENDED, JobState.SIGNED, JobState.UNSIGNED, JobState.APPROVED})
_COLUMNS = (
    JobRow.id,
    JobRow.station_id,
    JobRow.state,
    JobRow.equipment_id,
    JobRow.technicians,
    JobRow.opened_at,
    JobRow.dispatched_at,
    JobRow.fault_class,
    JobRow.urgency,
    JobRow.equipment_kind,
    JobRow.contract,
    JobRow.repair_size,
    JobRow.supplier_involved,
    JobRow.distance_km,
)
_ASKED = tuple(Asked.__dataclass_fields__)


@dataclass(slots=True)
class _Course:
    """What happened on one job."""

    arrivals: list[datetime] = field(default_factory=list)
    ends: list[datetime] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)


def job_cases(session: Session, station_ids: Sequence[str], period: Period, books: Books) -> Iterator[Case]:
    """Give the cases of the jobs that were opened in the period; each counts on the day on which it was opened."""
    begins, ends = moments_of(period)
    opened = _opened(station_ids, begins, ends)
    courses = _courses(session, opened)
    earlier = _earlier(session, _opened(station_ids, begins - timedelta(days=books.repeat_days), ends))
    for job in session.execute(select(*_COLUMNS).where(opened)):
        day, whose = books.day_at(job.station_id, job.opened_at), lead_of(job.technicians)
        for figure, counts in _judged(job, courses[job.id], earlier[job.equipment_id, job.fault_class], books):
            if counts is not None:
                yield Case(figure, day, counts, job.station_id, whose, job.fault_class)


def _judged(job: Any, course: _Course, earlier: list[datetime], books: Books) -> tuple[tuple[Figure, bool | None], ...]:
    repaired = job.state in _REPAIRED
    happened = course_of(
        opened_at=job.opened_at,
        dispatched_at=job.dispatched_at,
        arrivals=course.arrivals,
        repaired_at=max(course.ends, default=None) if repaired else None,
        milestones=course.milestones,
    )
    asked = Asked(**{name: getattr(job, name) for name in _ASKED})
    clocks = clocks_of(happened, asked, books.profiles, books.calendar, books.zones[job.station_id])
    known = job.equipment_id is not None and job.fault_class is not None
    return (
        (Figure.ON_TIME, kept_in_time(clocks, books.now)),
        (Figure.FIRST_TIME, fixed_first_time(visits=len(course.arrivals), repaired=repaired)),
        (Figure.REPEAT_FAULTS, is_repeated(job.opened_at, earlier, days=books.repeat_days) if known else None),
    )


def _opened(station_ids: Sequence[str], begins: datetime, ends: datetime) -> ColumnElement[bool]:
    return and_(JobRow.station_id.in_(station_ids), JobRow.opened_at >= begins, JobRow.opened_at < ends)


def _courses(session: Session, opened: ColumnElement[bool]) -> dict[str, _Course]:
    courses: dict[str, _Course] = defaultdict(_Course)
    visits = select(VisitRow.job_id, VisitRow.arrived_at, VisitRow.ended_at)
    for job_id, arrived_at, ended_at in session.execute(
        visits.join(JobRow, JobRow.id == VisitRow.job_id).where(opened)
    ):
        courses[job_id].arrivals.append(arrived_at)
        if ended_at is not None:
            courses[job_id].ends.append(ended_at)
    milestones = select(MilestoneRow.job_id, MilestoneRow.kind, MilestoneRow.at)
    for job_id, kind, at in session.execute(milestones.join(JobRow, JobRow.id == MilestoneRow.job_id).where(opened)):
        courses[job_id].milestones.append(Milestone(MilestoneKind(kind), at))
    return courses


def _earlier(session: Session, opened: ColumnElement[bool]) -> dict[tuple[str | None, str | None], list[datetime]]:
    """Return when jobs of the same class of fault were opened on the same unit."""
    found: dict[tuple[str | None, str | None], list[datetime]] = defaultdict(list)
    for unit_id, fault_class, at in session.execute(
        select(JobRow.equipment_id, JobRow.fault_class, JobRow.opened_at).where(opened)
    ):
        found[unit_id, fault_class].append(at)
    return found
