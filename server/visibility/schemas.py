"""The wire form of every row as a schema: the OpenAPI document and the device's types come from here."""

from collections.abc import Mapping

from marshmallow import Schema, fields

from server.rules.discrepancies import DiscrepancyKind, DiscrepancyState, Settlement
from server.rules.equipment import EquipmentKind
from server.rules.jobs import FaultClass, JobState, Urgency
from server.rules.old_parts import Condition, HolderKind, Mismatch, OldPartState
from server.rules.people import Role
from server.rules.photos import PhotoState, PhotoSubject
from server.rules.reports import ReportState
from server.rules.reviews import ReviewState
from server.rules.visits import Responsibility, UnsignedReason, VisitState, YesNo
from server.visibility.fields import Code, Count, Id, Moment, Sha256, Text, Truth


class StationRowSchema(Schema):
    """A service station."""

    id = Id(required=True)
    name = Text(required=True)
    name_en = Text(required=True)
    city = Text(required=True)


class PersonRowSchema(Schema):
    """A colleague, without anything that belongs to their account."""

    id = Id(required=True)
    name = Text(required=True)
    roles = fields.List(Code(Role), required=True)
    station_id = Id(required=True, allow_none=True)
    phone = Text(required=True, allow_none=True)
    active = Truth(required=True)


class CustomerRowSchema(Schema):
    """A customer."""

    id = Id(required=True)
    station_id = Id(required=True)
    name = Text(required=True)
    contact = Text(required=True)
    phone = Text(required=True)
    address = Text(required=True)


class EquipmentRowSchema(Schema):
    """A vehicle or machine; kilometres and hours."""

    id = Id(required=True)
    station_id = Id(required=True)
    customer_id = Id(required=True)
    kind = Code(EquipmentKind, required=True)
    model = Text(required=True)
    serial = Text(required=True)
    plate = Text(required=True, allow_none=True)
    delivered_on = fields.Date(required=True, allow_none=True)
    warranty_until = fields.Date(required=True, allow_none=True)
    warranty_km = Count(required=True, allow_none=True)
    last_km = Count(required=True, allow_none=True)
    last_h = Count(required=True, allow_none=True)
    visit_count = Count(required=True)


class PartRowSchema(Schema):
    """A kind of part; the price is in minor units."""

    id = Id(required=True)
    part_no = Text(required=True)
    name = Text(required=True)
    name_en = Text(required=True)
    unit = Text(required=True)
    serialised = Truth(required=True)
    list_price_minor = Count(required=True)
    currency = Text(required=True, least=3, most=3)
    on_hold = Truth(required=True)


class FaultRowSchema(Schema):
    """An entry of the fault catalogue."""

    id = Id(required=True)
    code = Text(required=True)
    name = Text(required=True)
    name_en = Text(required=True)
    fault_class = Code(FaultClass, required=True)


class TechnicianOnJobSchema(Schema):
    """Who goes; exactly one leads."""

    user_id = Id(required=True)
    lead = Truth(required=True)


class JobRowSchema(Schema):
    """A job; ``lacks`` names what is missing before dispatch."""

    id = Id(required=True)
    number = Text(required=True)
    station_id = Id(required=True)
    state = Code(JobState, required=True)
    customer_id = Id(required=True, allow_none=True)
    customer_name = Text(required=True, allow_none=True)
    site_address = Text(required=True, allow_none=True)
    contact = Text(required=True, allow_none=True)
    phone = Text(required=True, allow_none=True)
    equipment_id = Id(required=True, allow_none=True)
    equipment_kind = Code(EquipmentKind, required=True, allow_none=True)
    model = Text(required=True, allow_none=True)
    serial = Text(required=True, allow_none=True)
    plate = Text(required=True, allow_none=True)
    fault_reported = Text(required=True, allow_none=True)
    fault_class = Code(FaultClass, required=True, allow_none=True)
    urgency = Code(Urgency, required=True, allow_none=True)
    distance_km = Count(required=True, allow_none=True)
    planned_at = Moment(required=True, allow_none=True)
    due_at = Moment(required=True, allow_none=True)
    opened_at = Moment(required=True)
    opened_by = Text(required=True)
    analysis = Text(required=True, allow_none=True)
    likely_parts = fields.List(Id(), required=True)
    technicians = fields.List(fields.Nested(TechnicianOnJobSchema), required=True)
    lacks = fields.List(Text(), required=True)


class ListenSchema(Schema):
    """What the customer told (VIS-1)."""

    account = Text(required=True, allow_none=True)
    told_km = Count(required=True, allow_none=True)
    told_h = Count(required=True, allow_none=True)
    usage = Text(required=True, allow_none=True)
    before_after = Text(required=True, allow_none=True)


class LookSchema(Schema):
    """What the technician read from the unit (VIS-2)."""

    in_warranty = Code(YesNo, required=True, allow_none=True)
    opened_before = Code(YesNo, required=True, allow_none=True)
    read_km = Count(required=True, allow_none=True)
    read_h = Count(required=True, allow_none=True)
    note = Text(required=True, allow_none=True)


class CheckSchema(Schema):
    """The true cause (VIS-3)."""

    fault_id = Id(required=True, allow_none=True)
    cause = Text(required=True, allow_none=True)
    examined = Truth(required=True, allow_none=True)


class HandleSchema(Schema):
    """What was done and what the customer says to it (VIS-4)."""

    responsibility = Code(Responsibility, required=True, allow_none=True)
    done = Text(required=True, allow_none=True)
    customer_agrees = Truth(required=True, allow_none=True)
    disagreement = Text(required=True, allow_none=True)
    use_shown = Truth(required=True, allow_none=True)


class VisitRowSchema(Schema):
    """A visit with its findings."""

    id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    technician_id = Id(required=True)
    state = Code(VisitState, required=True)
    arrived_at = Moment(required=True)
    ended_at = Moment(required=True, allow_none=True)
    departed_at = Moment(required=True, allow_none=True)
    listen = fields.Nested(ListenSchema, required=True)
    look = fields.Nested(LookSchema, required=True)
    check = fields.Nested(CheckSchema, required=True)
    handle = fields.Nested(HandleSchema, required=True)
    unsigned_reason = Code(UnsignedReason, required=True, allow_none=True)
    unsigned_note = Text(required=True, allow_none=True)
    late = Truth(required=True)


class SwapRowSchema(Schema):
    """A part swap."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    part_id = Id(required=True)
    quantity = Count(required=True, least=1)
    new_serial = Text(required=True, allow_none=True)
    reason = Text(required=True, allow_none=True)
    old_part_id = Id(required=True, allow_none=True)
    no_old_part_reason = Text(required=True, allow_none=True)
    recorded_by = Id(required=True)
    recorded_at = Moment(required=True)


class OldPartRowSchema(Schema):
    """An old part; one that arrived unexpected knows neither job nor part."""

    id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    visit_id = Id(required=True, allow_none=True)
    swap_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    part_id = Id(required=True, allow_none=True)
    part_no = Text(required=True, allow_none=True)
    part_name = Text(required=True, allow_none=True)
    tag = Text(required=True, allow_none=True)
    serial = Text(required=True, allow_none=True)
    quantity = Count(required=True)
    state = Code(OldPartState, required=True)
    holder_kind = Code(HolderKind, required=True)
    holder_id = Id(required=True)
    job_number = Text(required=True, allow_none=True)
    plate = Text(required=True, allow_none=True)
    customer_name = Text(required=True, allow_none=True)
    removed_at = Moment(required=True, allow_none=True)
    removed_by = Id(required=True, allow_none=True)
    due_on = fields.Date(required=True, allow_none=True)
    received_at = Moment(required=True, allow_none=True)
    received_by = Id(required=True, allow_none=True)
    condition = Code(Condition, required=True, allow_none=True)
    mismatch = Code(Mismatch, required=True, allow_none=True)
    serial_seen = Text(required=True, allow_none=True)
    shelf = Text(required=True, allow_none=True)
    expected = Truth(required=True)


class PhotoRowSchema(Schema):
    """A photo and whether its file has arrived whole."""

    id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    visit_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    subject = Code(PhotoSubject, required=True)
    of_id = Id(required=True, allow_none=True)
    sha256 = Sha256(required=True)
    size = Count(required=True, least=1)
    type = Text(required=True)
    width = Count(required=True, least=1)
    height = Count(required=True, least=1)
    taken_at = Moment(required=True)
    taken_by = Id(required=True)
    state = Code(PhotoState, required=True)
    refusal = Text(required=True, allow_none=True)


class SignatureRowSchema(Schema):
    """A signature as the pen moved: strokes of ``[x, y, milliseconds]``."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    signer_name = Text(required=True)
    signer_role = Text(required=True, allow_none=True)
    language = Text(required=True)
    signed_at = Moment(required=True)
    width = Count(required=True, least=1)
    height = Count(required=True, least=1)
    strokes = fields.List(fields.List(fields.List(fields.Integer(strict=True))), required=True)


class ReportRowSchema(Schema):
    """A service report and the manager's decision."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    number = Text(required=True)
    state = Code(ReportState, required=True)
    closed_at = Moment(required=True)
    decided_by = Id(required=True, allow_none=True)
    decided_at = Moment(required=True, allow_none=True)
    sent_back_reason = Text(required=True, allow_none=True)


class StockRowSchema(Schema):
    """How many of one part are at one location; below zero when more left than the books knew."""

    id = Text(required=True)
    station_id = Id(required=True, allow_none=True)
    location = Text(required=True)
    part_id = Id(required=True)
    quantity = fields.Integer(strict=True, required=True)


class DiscrepancyRowSchema(Schema):
    """A fact that contradicts the books."""

    id = Id(required=True)
    kind = Code(DiscrepancyKind, required=True)
    job_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    subject_table = Text(required=True)
    subject_id = Text(required=True)
    detail = fields.Dict(keys=Text(), required=True)
    owner_role = Code(Role, required=True)
    state = Code(DiscrepancyState, required=True)
    opened_at = Moment(required=True)
    raised_by = Id(required=True)
    settlement = Code(Settlement, required=True, allow_none=True)
    note = Text(required=True, allow_none=True)
    settled_by = Text(required=True, allow_none=True)
    settled_at = Moment(required=True, allow_none=True)


class ReviewRowSchema(Schema):
    """One field with two values."""

    id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    table = Text(required=True)
    row_id = Id(required=True)
    section = Text(required=True, allow_none=True)
    field = Text(required=True)
    in_force = fields.Raw(required=True, allow_none=True)
    in_force_by = Text(required=True)
    in_force_at = Moment(required=True)
    proposed = fields.Raw(required=True, allow_none=True)
    proposed_by = Id(required=True)
    proposed_at = Moment(required=True)
    owner_id = Text(required=True)
    state = Code(ReviewState, required=True)
    settled_by = Id(required=True, allow_none=True)
    settled_at = Moment(required=True, allow_none=True)


ROW_SCHEMAS: Mapping[str, type[Schema]] = {
    "station": StationRowSchema,
    "person": PersonRowSchema,
    "customer": CustomerRowSchema,
    "equipment": EquipmentRowSchema,
    "part": PartRowSchema,
    "fault": FaultRowSchema,
    "job": JobRowSchema,
    "visit": VisitRowSchema,
    "swap": SwapRowSchema,
    "old_part": OldPartRowSchema,
    "photo": PhotoRowSchema,
    "signature": SignatureRowSchema,
    "report": ReportRowSchema,
    "stock": StockRowSchema,
    "discrepancy": DiscrepancyRowSchema,
    "review": ReviewRowSchema,
}
