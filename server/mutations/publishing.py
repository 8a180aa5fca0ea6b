"""Tells each row's audiences that it was put."""

from server.tables.discrepancies import DiscrepancyRow
from server.tables.jobs import JobRow
from server.tables.old_parts import OldPartRow
from server.tables.photos import PhotoRow
from server.tables.reports import ReportRow
from server.tables.reviews import ReviewRow
from server.tables.signatures import SignatureRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from server.visibility import audiences
from sync.ports import Change

_TABLES = {JobRow: "job", VisitRow: "visit", SwapRow: "swap", SignatureRow: "signature", ReportRow: "report"}


def publish_job(change: Change, job: JobRow) -> None:
    """A job."""
    change.publish("job", job.id, audiences.of_job(job.id, job.station_id))


def publish_on_job(change: Change, row: VisitRow | SwapRow | SignatureRow | ReportRow) -> None:
    """Publish what hangs on a job and is seen by the same people."""
    change.publish(_TABLES[type(row)], row.id, audiences.of_job(row.job_id, row.station_id))


def publish_photo(change: Change, photo: PhotoRow) -> None:
    """A photo; of an old part, to whom that is shown as well."""
    change.publish("photo", photo.id, audiences.of_photo(photo.job_id, photo.station_id, photo.subject))


def publish_old_part(change: Change, old_part: OldPartRow) -> None:
    """An old part."""
    change.publish("old_part", old_part.id, audiences.of_old_part(old_part.job_id, old_part.station_id))


def publish_discrepancy(change: Change, row: DiscrepancyRow) -> None:
    """A discrepancy."""
    change.publish("discrepancy", row.id, audiences.of_discrepancy(row.job_id, row.station_id, row.raised_by))


def publish_review(change: Change, row: ReviewRow) -> None:
    """A review."""
    change.publish("review", row.id, audiences.of_review(row.owner_id, row.proposed_by, row.station_id))
