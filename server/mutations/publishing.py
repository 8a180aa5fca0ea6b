"""Tells each row's audiences that it was put."""

from server.tables.annotations import AnnotationRow
from server.tables.checklists import VisitChecklistRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.escalations import EscalationRow
from server.tables.hand_overs import HandBackRow, RatingRow
from server.tables.jobs import JobRow
from server.tables.milestones import MilestoneRow
from server.tables.old_parts import OldPartRow
from server.tables.photos import PhotoRow
from server.tables.quotes import PaymentRow, QuoteRow
from server.tables.report_backs import ReportBackRow
from server.tables.reports import ReportRow
from server.tables.reviews import ReviewRow
from server.tables.safety import AcknowledgementRow, IncidentRow, SiteNoticeRow
from server.tables.seals import SealRow
from server.tables.signatures import SignatureRow
from server.tables.swaps import SwapRow
from server.tables.visit_times import VisitTimeRow
from server.tables.visits import VisitRow
from server.tables.voice_notes import VoiceNoteRow
from server.visibility import audiences
from sync.ports import Change

_TABLES = {
    JobRow: "job",
    VisitRow: "visit",
    SwapRow: "swap",
    SignatureRow: "signature",
    ReportRow: "report",
    SealRow: "seal",
    VisitChecklistRow: "visit_checklist",
    VisitTimeRow: "visit_time",
    ReportBackRow: "report_back",
}


def publish_job(change: Change, job: JobRow) -> None:
    """A job."""
    change.publish("job", job.id, audiences.of_job(job.id, job.station_id))


def publish_on_job(
    change: Change,
    row: VisitRow | SwapRow | SignatureRow | ReportRow | SealRow | VisitChecklistRow | VisitTimeRow | ReportBackRow,
) -> None:
    """Publish what hangs on a job and is seen by the same people."""
    change.publish(_TABLES[type(row)], row.id, audiences.of_job(row.job_id, row.station_id))


def publish_milestone(change: Change, row: MilestoneRow) -> None:
    """What happened on a job that its clocks look at."""
    change.publish("milestone", row.id, audiences.of_job(row.job_id, row.station_id))


def publish_money(change: Change, row: QuoteRow | PaymentRow) -> None:
    """A quote, or money for it."""
    table = "quote" if isinstance(row, QuoteRow) else "payment"
    change.publish(table, row.id, audiences.of_money(row.job_id, row.station_id))


def publish_rating(change: Change, rating: RatingRow) -> None:
    """A rating; not to the job's technicians (VIS-11)."""
    change.publish("rating", rating.id, audiences.of_rating(rating.station_id))


def publish_hand_back(change: Change, row: HandBackRow) -> None:
    """A hand-back without the PIN."""
    change.publish("hand_back", row.id, audiences.of_job(row.job_id, row.station_id))


def publish_photo(change: Change, photo: PhotoRow) -> None:
    """A photo; of an old part, to whom that is shown as well."""
    change.publish("photo", photo.id, audiences.of_photo(photo.job_id, photo.station_id, photo.subject))


def publish_annotation(change: Change, drawn: AnnotationRow) -> None:
    """A drawing, to whom its photo is shown."""
    change.publish("annotation", drawn.id, audiences.of_photo(drawn.job_id, drawn.station_id, drawn.subject))


def publish_voice_note(change: Change, note: VoiceNoteRow) -> None:
    """A voice note."""
    change.publish("voice_note", note.id, audiences.of_job(note.job_id, note.station_id))


def publish_old_part(change: Change, old_part: OldPartRow) -> None:
    """An old part."""
    change.publish("old_part", old_part.id, audiences.of_old_part(old_part.job_id, old_part.station_id))


def publish_discrepancy(change: Change, row: DiscrepancyRow) -> None:
    """A discrepancy."""
    change.publish(
        "discrepancy",
        row.id,
        audiences.of_discrepancy(row.job_id, row.station_id, row.raised_by, [one["to"] for one in row.passes or []]),
    )


def publish_review(change: Change, row: ReviewRow) -> None:
    """A review."""
    change.publish("review", row.id, audiences.of_review(row.owner_id, row.proposed_by, row.station_id))


def publish_escalation(change: Change, row: EscalationRow) -> None:
    """A major problem and its answer."""
    change.publish("escalation", row.id, audiences.of_urgent(row.job_id, row.station_id))


def publish_incident(change: Change, row: IncidentRow) -> None:
    """An accident or a near miss."""
    change.publish("incident", row.id, audiences.of_urgent(row.job_id, row.station_id))


def publish_site_notice(change: Change, row: SiteNoticeRow) -> None:
    """What a site demands; everybody of the station may be sent there."""
    change.publish("site_notice", row.id, audiences.of_station(row.station_id))


def publish_acknowledgement(change: Change, row: AcknowledgementRow) -> None:
    """Somebody has read a notice."""
    change.publish("acknowledgement", row.id, audiences.of_job(row.job_id, row.station_id))
