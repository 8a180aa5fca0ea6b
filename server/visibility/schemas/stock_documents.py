"""Requisitions, deliveries, unused parts, counts and transfers as they travel (PART-1 to PART-7)."""

from marshmallow import Schema, fields

from server.rules.counts import CountReason
from server.rules.goods import GoodsCondition
from server.rules.requisitions import RequisitionState, RequisitionUrgency
from server.rules.transfers import TransferState
from server.visibility.fields import Code, Count, Id, Moment, Text


class HandedLineSchema(Schema):
    """Pieces that went from hand to hand."""

    part_id = Id(required=True)
    quantity = Count(required=True)
    serials = fields.List(Text(), required=True)
    batch = Text(allow_none=True)


class RequisitionLineSchema(Schema):
    """Pieces of one part; ``approved`` is null until a manager has decided."""

    part_id = Id(required=True)
    asked = Count(required=True)
    approved = Count(required=True, allow_none=True)
    issued = Count(required=True)


class IssueSchema(Schema):
    """One handing over."""

    issue_id = Id(required=True)
    technician_id = Id(required=True)
    issued_by = Id(required=True)
    issued_at = Moment(required=True)
    lines = fields.List(fields.Nested(HandedLineSchema), required=True)


class RequisitionRowSchema(Schema):
    """A requisition."""

    id = Id(required=True)
    number = Text(required=True)
    station_id = Id(required=True)
    technician_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    job_number = Text(required=True, allow_none=True)
    state = Code(RequisitionState, required=True)
    urgency = Code(RequisitionUrgency, required=True)
    note = Text(required=True, allow_none=True)
    lines = fields.List(fields.Nested(RequisitionLineSchema), required=True)
    issues = fields.List(fields.Nested(IssueSchema), required=True)
    asked_at = Moment(required=True)
    decided_by = Id(required=True, allow_none=True)
    decided_at = Moment(required=True, allow_none=True)
    refusal = Text(required=True, allow_none=True)
    closed_by = Id(required=True, allow_none=True)
    closed_at = Moment(required=True, allow_none=True)


class GoodsLineSchema(HandedLineSchema):
    """Pieces of one part as they were unpacked."""

    spec = Text(required=True, allow_none=True)
    condition = Code(GoodsCondition, required=True)
    batch = Text(required=True, allow_none=True)
    announced = Count(allow_none=True)


class GoodsReceiptRowSchema(Schema):
    """A delivery."""

    id = Id(required=True)
    number = Text(required=True)
    station_id = Id(required=True)
    supplier = Text(required=True)
    delivery_note = Text(required=True, allow_none=True)
    lines = fields.List(fields.Nested(GoodsLineSchema), required=True)
    received_by = Id(required=True)
    received_at = Moment(required=True)


class NoticedLineSchema(Schema):
    """Pieces that will come back."""

    part_id = Id(required=True)
    quantity = Count(required=True)


class UnusedNoticeRowSchema(Schema):
    """Parts that a technician says will come back unused."""

    id = Id(required=True)
    station_id = Id(required=True)
    technician_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    lines = fields.List(fields.Nested(NoticedLineSchema), required=True)
    announced_at = Moment(required=True)


class UnusedReturnRowSchema(Schema):
    """Parts that came back unused."""

    id = Id(required=True)
    number = Text(required=True)
    station_id = Id(required=True)
    technician_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    lines = fields.List(fields.Nested(HandedLineSchema), required=True)
    received_by = Id(required=True)
    received_at = Moment(required=True)


class TransferRowSchema(Schema):
    """Parts on the road to another station, or to a technician's van."""

    id = Id(required=True)
    number = Text(required=True)
    from_station_id = Id(required=True)
    to_station_id = Id(required=True)
    to_technician_id = Id(required=True, allow_none=True)
    state = Code(TransferState, required=True)
    sent = fields.List(fields.Nested(HandedLineSchema), required=True)
    received = fields.List(fields.Nested(HandedLineSchema), required=True)
    sent_by = Id(required=True)
    sent_at = Moment(required=True)
    received_by = Id(required=True, allow_none=True)
    received_at = Moment(required=True, allow_none=True)


class CountLineSchema(Schema):
    """What lay there and what the books had shown; below zero when they did."""

    part_id = Id(required=True)
    counted = Count(required=True)
    expected = fields.Integer(strict=True, required=True)
    reason = Code(CountReason, required=True, allow_none=True)


class StockCountRowSchema(Schema):
    """A count of one location."""

    id = Id(required=True)
    number = Text(required=True)
    station_id = Id(required=True)
    location = Text(required=True)
    lines = fields.List(fields.Nested(CountLineSchema), required=True)
    note = Text(required=True, allow_none=True)
    counted_by = Id(required=True)
    counted_at = Moment(required=True)
