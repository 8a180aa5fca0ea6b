"""Visits with their findings, swaps and photos."""

from marshmallow import Schema, fields

from server.rules.photos import PhotoState, PhotoSubject
from server.rules.stock import StockSource
from server.rules.swaps import NoOldPart
from server.rules.visits import Responsibility, UnsignedReason, VisitState, YesNo
from server.visibility.fields import Code, Count, Id, Ids, Moment, Sha256, Text, Truth


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
    tampering = Code(YesNo, required=True, allow_none=True)


class CheckSchema(Schema):
    """The true cause (VIS-3)."""

    fault_id = Id(required=True, allow_none=True)
    cause = Text(required=True, allow_none=True)
    examined = Truth(required=True, allow_none=True)
    causal_part_id = Id(required=True, allow_none=True)
    consequential_fault_ids = Ids(required=True, allow_none=True)


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
    arrived_lat_e7 = Count(required=True, allow_none=True, least=-900_000_000)
    arrived_lon_e7 = Count(required=True, allow_none=True, least=-1_800_000_000)
    started_at = Moment(required=True, allow_none=True)
    ended_at = Moment(required=True, allow_none=True)
    departed_at = Moment(required=True, allow_none=True)
    listen = fields.Nested(ListenSchema, required=True)
    look = fields.Nested(LookSchema, required=True)
    check = fields.Nested(CheckSchema, required=True)
    handle = fields.Nested(HandleSchema, required=True)
    unsigned_reason = Code(UnsignedReason, required=True, allow_none=True)
    unsigned_note = Text(required=True, allow_none=True)
    unsigned_witness = Text(required=True, allow_none=True)
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
    source = Code(StockSource, required=True)
    causal = Truth(required=True, allow_none=True)
    hold_reason = Text(required=True, allow_none=True)
    no_old_part_code = Code(NoOldPart, required=True, allow_none=True)
    undone_at = Moment(required=True, allow_none=True)
    undone_reason = Text(required=True, allow_none=True)
    recorded_by = Id(required=True)
    recorded_at = Moment(required=True)


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
