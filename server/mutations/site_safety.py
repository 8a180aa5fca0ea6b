"""Whether work began on a site that demands a notice which nobody acknowledged (VIS-13)."""

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.safety import is_unacknowledged
from server.tables.jobs import JobRow
from server.tables.loading import matching
from server.tables.safety import AcknowledgementRow, SiteNoticeRow
from server.tables.visits import VisitRow
from sync.ports import Change


def unacknowledged(change: Change, visit: VisitRow, job: JobRow) -> list[Discrepancy]:
    """Return the discrepancy of a service that ended without the notice; it blocks nothing (VIS-13)."""
    if job.customer_id is None:
        return []
    notice = next(iter(matching(change.session, SiteNoticeRow, "customer_id", job.customer_id)), None)
    if notice is None or notice.published_at > visit.arrived_at:
        return []
    acknowledgements = matching(change.session, AcknowledgementRow, "visit_id", visit.id)
    if not is_unacknowledged(notice.id, {row.notice_id for row in acknowledgements}):
        return []
    detail = {"notice_id": notice.id, "version": notice.version}
    return [Discrepancy(DiscrepancyKind.SAFETY_NOT_ACKNOWLEDGED, "visit", visit.id, detail, once=True)]
