"""Gives the technicians of a job the unit's earlier visits, and takes them away with their last job on it (JOB-6)."""

from collections.abc import Iterable

from server.tables.jobs import JobRow
from server.tables.loading import matching
from server.visibility.audiences import unit_lane
from sync.ports import Change


def share_unit(change: Change, job: JobRow, *, left: Iterable[str] = ()) -> None:
    """Grant the unit to who goes, and revoke it from who goes no longer and has no other job on it."""
    if job.equipment_id is None:
        return
    leave_unit(change, job.equipment_id, left)
    for technician in job.technicians:
        change.grant(technician["user_id"], unit_lane(job.equipment_id))


def leave_unit(change: Change, equipment_id: str, left: Iterable[str]) -> None:
    """Revoke the unit from those who have no job on it any more."""
    leaving = list(left)
    if not leaving:
        return
    jobs = matching(change.session, JobRow, "equipment_id", equipment_id)
    going = {technician["user_id"] for job in jobs for technician in job.technicians}
    for user_id in leaving:
        if user_id not in going:
            change.revoke(user_id, unit_lane(equipment_id), "reassigned")
