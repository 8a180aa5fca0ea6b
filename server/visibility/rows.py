"""The wire form of the rows, read with one statement a table and without building objects."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session
from sqlalchemy.types import Date

from server.tables.annotations import AnnotationRow
from server.tables.archive import ArchivedReportRow
from server.tables.base import UtcDateTime
from server.tables.batch_holds import BatchHoldRow
from server.tables.calendars import CalendarYearRow
from server.tables.checklists import ChecklistRow, VisitChecklistRow
from server.tables.contacts import ContactRow
from server.tables.counts import StockCountRow
from server.tables.custody import BoxClosingRow, DisposalRow, InspectionRow, OldPartHandOverRow, ReturnManifestRow
from server.tables.customers import CustomerRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.equipment import EquipmentRow
from server.tables.escalations import EscalationRow
from server.tables.extensions import ExtensionRow
from server.tables.faults import FaultRow
from server.tables.goods import GoodsReceiptRow, UnusedReturnRow
from server.tables.hand_overs import HandBackRow, RatingRow
from server.tables.job_offers import JobOfferRow
from server.tables.jobs import JobRow
from server.tables.loss_reports import LossReportRow
from server.tables.milestones import MilestoneRow
from server.tables.old_parts import OldPartRow
from server.tables.open_jobs import OpenJobRow
from server.tables.parts import PartRow
from server.tables.people import PersonRow, StationRow
from server.tables.photos import PhotoRow
from server.tables.presets import PresetRow
from server.tables.quotes import PaymentRow, QuoteRow
from server.tables.report_backs import ReportBackRow
from server.tables.reports import ReportRow
from server.tables.requisitions import RequisitionRow
from server.tables.reviews import ReviewRow
from server.tables.safety import AcknowledgementRow, IncidentRow, SiteNoticeRow
from server.tables.seals import SealRow
from server.tables.signatures import SignatureRow
from server.tables.sla_profiles import SlaProfileRow
from server.tables.stock import StockBatchRow, StockRow, StockTrailRow
from server.tables.swaps import SwapRow
from server.tables.tag_rolls import TagRollRow
from server.tables.transfers import TransferRow
from server.tables.unit_visits import UnitVisitRow
from server.tables.unused_notices import UnusedNoticeRow
from server.tables.visit_times import VisitTimeRow
from server.tables.visits import VisitRow
from server.tables.voice_notes import VoiceNoteRow
from server.tables.write_offs import WaiverRow, WriteOffRow
from server.visibility.fields import day, moment
from server.visibility.schemas import ROW_SCHEMAS
from sync.one_of import one_of

ROW_CLASSES: Mapping[str, type[Any]] = {
    "station": StationRow,
    "person": PersonRow,
    "customer": CustomerRow,
    "equipment": EquipmentRow,
    "part": PartRow,
    "fault": FaultRow,
    "checklist": ChecklistRow,
    "sla_profile": SlaProfileRow,
    "calendar_year": CalendarYearRow,
    "contact": ContactRow,
    "job": JobRow,
    "milestone": MilestoneRow,
    "quote": QuoteRow,
    "payment": PaymentRow,
    "visit": VisitRow,
    "visit_time": VisitTimeRow,
    "report_back": ReportBackRow,
    "unit_visit": UnitVisitRow,
    "open_job": OpenJobRow,
    "job_offer": JobOfferRow,
    "visit_checklist": VisitChecklistRow,
    "swap": SwapRow,
    "old_part": OldPartRow,
    "old_part_hand_over": OldPartHandOverRow,
    "return_manifest": ReturnManifestRow,
    "box_closing": BoxClosingRow,
    "inspection": InspectionRow,
    "disposal": DisposalRow,
    "extension": ExtensionRow,
    "loss_report": LossReportRow,
    "waiver": WaiverRow,
    "write_off": WriteOffRow,
    "tag_roll": TagRollRow,
    "photo": PhotoRow,
    "annotation": AnnotationRow,
    "voice_note": VoiceNoteRow,
    "signature": SignatureRow,
    "report": ReportRow,
    "archived_report": ArchivedReportRow,
    "seal": SealRow,
    "stock": StockRow,
    "stock_trail": StockTrailRow,
    "stock_batch": StockBatchRow,
    "batch_hold": BatchHoldRow,
    "requisition": RequisitionRow,
    "goods_receipt": GoodsReceiptRow,
    "unused_return": UnusedReturnRow,
    "unused_notice": UnusedNoticeRow,
    "transfer": TransferRow,
    "stock_count": StockCountRow,
    "discrepancy": DiscrepancyRow,
    "review": ReviewRow,
    "escalation": EscalationRow,
    "incident": IncidentRow,
    "site_notice": SiteNoticeRow,
    "acknowledgement": AcknowledgementRow,
    "rating": RatingRow,
    "hand_back": HandBackRow,
    "preset": PresetRow,
}


class _Wire:
    """How one table is read: the statement, and which of its columns must be written differently on the wire."""

    def __init__(self, row_class: type[Any], names: Sequence[str]) -> None:
        columns = [getattr(row_class, name) for name in names]
        self.statement: Select[Any] = select(*columns).where(one_of(row_class.id, "ids"))
        self.names = tuple(names)
        self.written: list[tuple[str, Callable[[Any], Any]]] = []
        for name, column in zip(names, columns, strict=True):
            if isinstance(column.type, UtcDateTime):
                self.written.append((name, moment))
            elif isinstance(column.type, Date):
                self.written.append((name, day))

    def read(self, session: Session, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        rows = {}
        for values in session.connection().execute(self.statement, {"ids": ids}):
            row = dict(zip(self.names, values, strict=True))
            for name, write in self.written:
                row[name] = write(row[name])
            rows[row["id"]] = row
        return rows


_WIRES = {table: _Wire(ROW_CLASSES[table], list(schema().fields)) for table, schema in ROW_SCHEMAS.items()}


def rows(session: Session, table: str, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    """Return the wire form of the rows that exist, by id."""
    return _WIRES[table].read(session, ids)
