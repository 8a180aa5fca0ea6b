"""Shows the station's technicians which jobs nobody has yet, and takes each away when somebody has it (VIS-12)."""

from server.rules.jobs import JobState
from server.tables.jobs import JobRow
from server.tables.loading import add, load
from server.tables.open_jobs import OpenJobRow
from server.visibility.audiences import of_station
from sync.ports import Change

_COPIED = (
    "number",
    "customer_id",
    "customer_name",
    "site_address",
    "model",
    "plate",
    "fault_reported",
    "urgency",
    "distance_km",
    "planned_at",
)


def show_if_open(change: Change, job: JobRow) -> None:
    """Bring the job's row among the open ones in line with the job."""
    row = load(change.session, OpenJobRow, job.id)
    seen_by = of_station(job.station_id)
    if job.state != JobState.OPEN:
        if row is not None:
            change.withdraw("open_job", job.id, seen_by)
        return
    copied = {name: getattr(job, name) for name in _COPIED}
    if row is None:
        add(change.session, OpenJobRow(id=job.id, station_id=job.station_id, **copied))
    else:
        for name, value in copied.items():
            setattr(row, name, value)
    change.publish("open_job", job.id, seen_by)
