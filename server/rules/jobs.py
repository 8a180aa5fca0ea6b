"""Jobs: what they lack, who goes, and the way from a call to an approved report (JOB-2, JOB-4, JOB-7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sync.refusal import Refusal


class JobState(StrEnum):
    """How far a job is. ``signed`` and ``unsigned`` wait for the manager; ``approved`` is the end."""

    OPEN = "open"
    ASSIGNED = "assigned"
    UNDER_WAY = "under_way"
    ENDED = "ended"
    SIGNED = "signed"
    UNSIGNED = "unsigned"
    APPROVED = "approved"


class FaultClass(StrEnum):
    """Which part of the unit is concerned; it picks the deadline (JOB-3)."""

    BODY = "body"
    CHASSIS = "chassis"
    ENGINE = "engine"
    ELECTRICAL = "electrical"
    HYDRAULIC = "hydraulic"
    OTHER = "other"


class Urgency(StrEnum):
    """How soon the customer needs it."""

    NORMAL = "normal"
    URGENT = "urgent"


EDITABLE = (
    "customer_id",
    "equipment_id",
    "site_address",
    "contact",
    "phone",
    "fault_reported",
    "fault_class",
    "urgency",
    "distance_km",
    "planned_at",
    "analysis",
    "contract",
    "repair_size",
    "supplier_involved",
    "paid",
)
"""The fields of a job that a person types or picks."""

NEEDED = (
    "customer_id",
    "site_address",
    "phone",
    "contact",
    "model",
    "serial",
    "fault_reported",
    "fault_class",
    "urgency",
    "distance_km",
)
"""What a job needs before dispatch (JOB-2)."""


class JobAlreadyOpened(Refusal):
    """The id belongs to another job."""

    code = "job_already_opened"


class JobClosed(Refusal):
    """The job is signed or approved."""

    code = "job_closed"


class NobodyAssigned(Refusal):
    """A job is assigned to at least one technician."""

    code = "nobody_assigned"


class LeadNotAmongThem(Refusal):
    """The lead is one of those who go."""

    code = "lead_not_among_them"


class NotATechnician(Refusal):
    """Somebody named is not an active technician."""

    code = "not_a_technician"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who goes from now on, who is new, and who no longer goes (JOB-7)."""

    technicians: tuple[dict[str, Any], ...]
    joined: tuple[str, ...]
    left: tuple[str, ...]
    state: JobState


def lacks(job: Mapping[str, Any]) -> list[str]:
    """Return the names of what a job still needs before dispatch; it can be saved without (JOB-2)."""
    return [name for name in NEEDED if job.get(name) is None or job[name] == ""]


def assign(
    state: JobState, *, former: Sequence[str], technician_ids: Sequence[str], lead_id: str, active: frozenset[str]
) -> Assignment:
    """Return who goes with exactly one lead (JOB-4); ``active`` are those named who are active technicians."""
    if state in (JobState.SIGNED, JobState.UNSIGNED, JobState.APPROVED):
        raise JobClosed("This job is closed. Open a new job for another visit.", state=state.value)
    if not technician_ids:
        raise NobodyAssigned("Name at least one technician.")
    if lead_id not in technician_ids:
        raise LeadNotAmongThem("The lead must be one of the technicians who go.", lead_id=lead_id)
    strangers = sorted(set(technician_ids) - active)
    if strangers:
        raise NotATechnician("Choose active technicians only.", user_ids=strangers)
    chosen = tuple(dict.fromkeys(technician_ids))
    return Assignment(
        technicians=tuple({"user_id": user_id, "lead": user_id == lead_id} for user_id in chosen),
        joined=tuple(user_id for user_id in chosen if user_id not in former),
        left=tuple(user_id for user_id in former if user_id not in chosen),
        state=JobState.ASSIGNED if state is JobState.OPEN else state,
    )


def lead_of(technicians: Sequence[Mapping[str, Any]]) -> str | None:
    """Return who is in charge (JOB-4), or nobody while the job is not assigned."""
    return next((technician["user_id"] for technician in technicians if technician["lead"]), None)


def is_closed(state: JobState) -> bool:
    """Say whether the job has ended for good; a fact that comes later contradicts the books."""
    return state is JobState.APPROVED


def after_report(state: JobState, reported: JobState, *, is_newest: bool) -> JobState:
    """Return where the job stands when a visit's report was handed in or decided (JOB-7).

    The report of an earlier outing moves nothing, and a job that is to be visited again waits for that visit.
    """
    return state if not is_newest or state is JobState.ASSIGNED else reported


def after_report_back(state: JobState, reported: JobState, *, again: bool, is_newest: bool) -> JobState:
    """Return where the job stands when the technician has left; one that needs another outing is assigned (JOB-7).

    Whoever says afterwards that all is done brings the job back to where its report stands (``reported``).
    """
    if not is_newest:
        return state
    if again:
        return JobState.ASSIGNED
    return reported if state is JobState.ASSIGNED else state
