"""The clocks of a job: which promises fit it, until when each holds, and what kept it (JOB-3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from server.rules import calendars
from server.rules.calendars import Calendar, Pause


class Promise(StrEnum):
    """What must have happened by the deadline. A loan unit keeps ``loan_unit``, and so does the repair itself."""

    ANSWER = "answer"
    WRITTEN_ANSWER = "written_answer"
    ON_SITE = "on_site"
    REPAIRED = "repaired"
    LOAN_UNIT = "loan_unit"


class Start(StrEnum):
    """What sets the clock going."""

    OPENED = "opened"
    DISPATCHED = "dispatched"
    AGREED = "agreed"


class Unit(StrEnum):
    """Hours run day and night; working days are those of the calendar."""

    HOURS = "hours"
    WORKING_DAYS = "working_days"


class Contract(StrEnum):
    """What the customer has bought beyond the warranty."""

    SUPPORT = "support"
    HOUSEHOLD = "household"


class RepairSize(StrEnum):
    """How large the repair is that the customer agreed to."""

    SMALL = "small"
    LARGE = "large"


class MilestoneKind(StrEnum):
    """What happened on a job that its clocks look at, beside arrivals and repairs."""

    ANSWERED = "answered"
    ANSWERED_IN_WRITING = "answered_in_writing"
    PLAN_AGREED = "plan_agreed"
    UNIT_LENT = "unit_lent"
    PAUSED = "paused"
    RESUMED = "resumed"
    SENT_UNPAID = "sent_unpaid"


@dataclass(frozen=True, slots=True)
class Term:
    """One promise: so many hours or working days from its start."""

    promise: Promise
    amount: int
    unit: Unit = Unit.HOURS
    starts: Start = Start.OPENED


@dataclass(frozen=True, slots=True)
class Profile:
    """Promises to the jobs that fit; ``None`` fits everything. Distances are kilometres, both ends included."""

    id: str
    terms: tuple[Term, ...]
    fault_class: str | None = None
    urgency: str | None = None
    equipment_kind: str | None = None
    contract: str | None = None
    repair_size: str | None = None
    supplier_involved: bool | None = None
    min_km: int | None = None
    max_km: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a job says about itself, as far as profiles ask."""

    fault_class: str | None = None
    urgency: str | None = None
    equipment_kind: str | None = None
    contract: str | None = None
    repair_size: str | None = None
    supplier_involved: bool | None = None
    distance_km: int | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that happened, and when."""

    kind: MilestoneKind
    at: datetime


@dataclass(frozen=True, slots=True)
class Course:
    """What has happened on a job so far. ``paused_at`` is set while its clocks stand still."""

    opened_at: datetime
    dispatched_at: datetime | None = None
    agreed_at: datetime | None = None
    answered_at: datetime | None = None
    answered_in_writing_at: datetime | None = None
    lent_at: datetime | None = None
    arrived_at: datetime | None = None
    repaired_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    paused_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """One promise of a job. Without ``due_at`` it waits for its start; ``estimated`` counts days not announced yet."""

    promise: Promise
    profile_id: str
    amount: int
    unit: Unit
    starts: Start
    started_at: datetime | None
    due_at: datetime | None
    met_at: datetime | None
    paused_at: datetime | None
    estimated: bool


def fits(profile: Profile, asked: Asked) -> bool:
    """Say whether the profile is for such a job (JOB-3).

    A profile that names a thing fits only a job that has it: an unknown distance fits no distance. Only a supplier of
    whom nobody has spoken is not involved.
    """
    named = ("fault_class", "urgency", "equipment_kind", "contract", "repair_size")
    if any(getattr(profile, name) not in (None, getattr(asked, name)) for name in named):
        return False
    if profile.supplier_involved not in (None, bool(asked.supplier_involved)):
        return False
    if profile.min_km is not None and (asked.distance_km is None or asked.distance_km < profile.min_km):
        return False
    return profile.max_km is None or (asked.distance_km is not None and asked.distance_km <= profile.max_km)


def course_of(
    *,
    opened_at: datetime,
    dispatched_at: datetime | None,
    arrivals: Sequence[datetime],
    repaired_at: datetime | None,
    milestones: Sequence[Milestone],
) -> Course:
    """Return the course of a job; of each kind the first milestone counts, pauses end where the work went on."""
    ordered = sorted(milestones, key=lambda milestone: milestone.at)
    first: dict[MilestoneKind, datetime] = {}
    pauses: list[Pause] = []
    paused_at: datetime | None = None
    for milestone in ordered:
        first.setdefault(milestone.kind, milestone.at)
        if milestone.kind is MilestoneKind.PAUSED and paused_at is None:
            paused_at = milestone.at
        elif milestone.kind is MilestoneKind.RESUMED and paused_at is not None:
            pauses.append((paused_at, milestone.at))
            paused_at = None
    return Course(
        opened_at=opened_at,
        dispatched_at=dispatched_at,
        agreed_at=first.get(MilestoneKind.PLAN_AGREED),
        answered_at=first.get(MilestoneKind.ANSWERED),
        answered_in_writing_at=first.get(MilestoneKind.ANSWERED_IN_WRITING),
        lent_at=first.get(MilestoneKind.UNIT_LENT),
        arrived_at=min(arrivals, default=None),
        repaired_at=repaired_at,
        pauses=tuple(pauses),
        paused_at=paused_at,
    )


def clocks_of(
    course: Course, asked: Asked, profiles: Sequence[Profile], calendar: Calendar, zone: tzinfo
) -> tuple[Clock, ...]:
    """Return the job's clocks, one for each promise that some profile gives it: the one that is due first (JOB-3)."""
    best: dict[Promise, Clock] = {}
    for profile in sorted(profiles, key=lambda profile: profile.id):
        if not fits(profile, asked):
            continue
        for term in profile.terms:
            clock = _clock(term, profile.id, course, calendar, zone)
            other = best.get(term.promise)
            if other is None or _is_sooner(clock, other):
                best[term.promise] = clock
    return tuple(best[promise] for promise in Promise if promise in best)


def _is_sooner(clock: Clock, other: Clock) -> bool:
    if clock.due_at is None:
        return False
    return other.due_at is None or clock.due_at < other.due_at


def _clock(term: Term, profile_id: str, course: Course, calendar: Calendar, zone: tzinfo) -> Clock:
    started_at = _started(term.starts, course)
    due_at, estimated = None, False
    if started_at is not None:
        if term.unit is Unit.HOURS:
            due_at = calendars.after_hours(started_at, term.amount, course.pauses)
        else:
            due_at = calendars.after_working_days(started_at, term.amount, calendar, zone, course.pauses)
            estimated = not calendars.is_published(calendar, started_at, due_at, zone)
    met_at = _met(term.promise, course)
    return Clock(
        promise=term.promise,
        profile_id=profile_id,
        amount=term.amount,
        unit=term.unit,
        starts=term.starts,
        started_at=started_at,
        due_at=due_at,
        met_at=met_at,
        paused_at=course.paused_at if met_at is None else None,
        estimated=estimated,
    )


def _started(starts: Start, course: Course) -> datetime | None:
    return {
        Start.OPENED: course.opened_at,
        Start.DISPATCHED: course.dispatched_at,
        Start.AGREED: course.agreed_at,
    }[starts]


def _met(promise: Promise, course: Course) -> datetime | None:
    """Return when the promise was kept. To send somebody is an answer (JOB-1), and so is to write or to come."""
    kept_by: Mapping[Promise, Sequence[datetime | None]] = {
        Promise.ANSWER: (
            course.answered_at,
            course.answered_in_writing_at,
            course.dispatched_at,
            course.arrived_at,
        ),
        Promise.WRITTEN_ANSWER: (course.answered_in_writing_at,),
        Promise.ON_SITE: (course.arrived_at,),
        Promise.REPAIRED: (course.repaired_at,),
        Promise.LOAN_UNIT: (course.lent_at, course.repaired_at),
    }
    return min((at for at in kept_by[promise] if at is not None), default=None)


def is_far_off(told: datetime, happened: datetime, *, bound_min: int) -> bool:
    """Say whether a device's clock is so far from the server's that an arrival by it is for a person to look at.

    Within the bound the arrival is credited, also when nobody was online: evidence, and never an edit (JOB-3).
    """
    return abs(happened - told) > timedelta(minutes=bound_min)
