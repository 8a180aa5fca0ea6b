"""A unit's earlier visits (JOB-6)."""

from marshmallow import Schema, fields

from server.rules.photos import PhotoSubject
from server.rules.reports import ReportState
from server.rules.visits import Responsibility, VisitState
from server.visibility.fields import Code, Count, Id, Moment, Sha256, Text


class FiledSwapSchema(Schema):
    """A part swap with its names as they were."""

    part_no = Text(required=True, allow_none=True)
    name = Text(required=True, allow_none=True)
    name_en = Text(required=True, allow_none=True)
    quantity = Count(required=True, least=1)
    new_serial = Text(required=True, allow_none=True)
    old_serial = Text(required=True, allow_none=True)
    old_part_tag = Text(required=True, allow_none=True)
    reason = Text(required=True, allow_none=True)


class FiledPhotoSchema(Schema):
    """A photo that can be asked for by its id while there is a signal."""

    photo_id = Id(required=True)
    subject = Code(PhotoSubject, required=True)
    sha256 = Sha256(required=True)


class FiledSignatureSchema(Schema):
    """Who signed, with as many points as one needs to recognise the hand."""

    signer_name = Text(required=True)
    signer_role = Text(required=True, allow_none=True)
    signed_at = Moment(required=True)
    width = Count(required=True)
    height = Count(required=True)
    strokes = fields.List(fields.List(fields.List(fields.Integer(strict=True))), required=True)


class UnitVisitRowSchema(Schema):
    """One closed visit to a unit; kilometres and hours."""

    id = Id(required=True)
    equipment_id = Id(required=True)
    station_id = Id(required=True)
    job_id = Id(required=True)
    job_number = Text(required=True)
    technician_name = Text(required=True)
    arrived_at = Moment(required=True)
    departed_at = Moment(required=True, allow_none=True)
    state = Code(VisitState, required=True)
    fault_reported = Text(required=True, allow_none=True)
    account = Text(required=True, allow_none=True)
    fault_code = Text(required=True, allow_none=True)
    fault_name = Text(required=True, allow_none=True)
    fault_name_en = Text(required=True, allow_none=True)
    cause = Text(required=True, allow_none=True)
    responsibility = Code(Responsibility, required=True, allow_none=True)
    done = Text(required=True, allow_none=True)
    read_km = Count(required=True, allow_none=True)
    read_h = Count(required=True, allow_none=True)
    swaps = fields.List(fields.Nested(FiledSwapSchema), required=True)
    photos = fields.List(fields.Nested(FiledPhotoSchema), required=True)
    signatures = fields.List(fields.Nested(FiledSignatureSchema), required=True)
    report_number = Text(required=True)
    report_state = Code(ReportState, required=True)
