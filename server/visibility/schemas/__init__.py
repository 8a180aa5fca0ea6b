"""The wire form of every row as a schema: the OpenAPI document and the device's types come from here."""

from collections.abc import Mapping

from marshmallow import Schema

from server.visibility.schemas.cases import DiscrepancyRowSchema, ReviewRowSchema
from server.visibility.schemas.catalogue import FaultRowSchema, PartRowSchema, StockRowSchema
from server.visibility.schemas.checklists import ChecklistRowSchema, VisitChecklistRowSchema
from server.visibility.schemas.company import CustomerRowSchema, EquipmentRowSchema, PersonRowSchema, StationRowSchema
from server.visibility.schemas.contacts import ArchivedReportRowSchema, ContactRowSchema
from server.visibility.schemas.custody import (
    BoxClosingRowSchema,
    DisposalRowSchema,
    ExtensionRowSchema,
    InspectionRowSchema,
    LossReportRowSchema,
    OldPartHandOverRowSchema,
    ReturnManifestRowSchema,
    WaiverRowSchema,
    WriteOffRowSchema,
)
from server.visibility.schemas.evidence import AnnotationRowSchema, VoiceNoteRowSchema
from server.visibility.schemas.hand_overs import HandBackRowSchema, PresetRowSchema, RatingRowSchema
from server.visibility.schemas.jobs import JobRowSchema
from server.visibility.schemas.leaving import (
    JobOfferRowSchema,
    OpenJobRowSchema,
    ReportBackRowSchema,
    VisitTimeRowSchema,
)
from server.visibility.schemas.old_parts import OldPartRowSchema
from server.visibility.schemas.quotes import PaymentRowSchema, QuoteRowSchema
from server.visibility.schemas.reports import ReportRowSchema, SignatureRowSchema
from server.visibility.schemas.safety import AcknowledgementRowSchema, SiteNoticeRowSchema
from server.visibility.schemas.seals import SealRowSchema
from server.visibility.schemas.sla import CalendarYearRowSchema, MilestoneRowSchema, SlaProfileRowSchema
from server.visibility.schemas.stock import BatchHoldRowSchema, StockBatchRowSchema, StockTrailRowSchema
from server.visibility.schemas.stock_documents import (
    GoodsReceiptRowSchema,
    RequisitionRowSchema,
    StockCountRowSchema,
    TransferRowSchema,
    UnusedNoticeRowSchema,
    UnusedReturnRowSchema,
)
from server.visibility.schemas.tag_rolls import TagRollRowSchema
from server.visibility.schemas.unit_visits import UnitVisitRowSchema
from server.visibility.schemas.urgent import EscalationRowSchema, IncidentRowSchema
from server.visibility.schemas.visits import PhotoRowSchema, SwapRowSchema, VisitRowSchema

ROW_SCHEMAS: Mapping[str, type[Schema]] = {
    "station": StationRowSchema,
    "person": PersonRowSchema,
    "customer": CustomerRowSchema,
    "equipment": EquipmentRowSchema,
    "part": PartRowSchema,
    "fault": FaultRowSchema,
    "checklist": ChecklistRowSchema,
    "sla_profile": SlaProfileRowSchema,
    "calendar_year": CalendarYearRowSchema,
    "contact": ContactRowSchema,
    "job": JobRowSchema,
    "milestone": MilestoneRowSchema,
    "quote": QuoteRowSchema,
    "payment": PaymentRowSchema,
    "visit": VisitRowSchema,
    "visit_time": VisitTimeRowSchema,
    "report_back": ReportBackRowSchema,
    "unit_visit": UnitVisitRowSchema,
    "open_job": OpenJobRowSchema,
    "job_offer": JobOfferRowSchema,
    "visit_checklist": VisitChecklistRowSchema,
    "swap": SwapRowSchema,
    "old_part": OldPartRowSchema,
    "old_part_hand_over": OldPartHandOverRowSchema,
    "return_manifest": ReturnManifestRowSchema,
    "box_closing": BoxClosingRowSchema,
    "inspection": InspectionRowSchema,
    "disposal": DisposalRowSchema,
    "extension": ExtensionRowSchema,
    "loss_report": LossReportRowSchema,
    "waiver": WaiverRowSchema,
    "write_off": WriteOffRowSchema,
    "tag_roll": TagRollRowSchema,
    "photo": PhotoRowSchema,
    "annotation": AnnotationRowSchema,
    "voice_note": VoiceNoteRowSchema,
    "signature": SignatureRowSchema,
    "report": ReportRowSchema,
    "archived_report": ArchivedReportRowSchema,
    "seal": SealRowSchema,
    "stock": StockRowSchema,
    "stock_trail": StockTrailRowSchema,
    "stock_batch": StockBatchRowSchema,
    "batch_hold": BatchHoldRowSchema,
    "requisition": RequisitionRowSchema,
    "goods_receipt": GoodsReceiptRowSchema,
    "unused_return": UnusedReturnRowSchema,
    "unused_notice": UnusedNoticeRowSchema,
    "transfer": TransferRowSchema,
    "stock_count": StockCountRowSchema,
    "discrepancy": DiscrepancyRowSchema,
    "review": ReviewRowSchema,
    "escalation": EscalationRowSchema,
    "incident": IncidentRowSchema,
    "site_notice": SiteNoticeRowSchema,
    "acknowledgement": AcknowledgementRowSchema,
    "rating": RatingRowSchema,
    "hand_back": HandBackRowSchema,
    "preset": PresetRowSchema,
}
