"""Signatures and the reports they sign."""

from marshmallow import Schema, fields

from server.rules.reports import ReportState
from server.rules.signatures import Mark
from server.visibility.fields import Code, Count, Id, Moment, Text


class SignatureRowSchema(Schema):
    """A signature as the pen moved: strokes of ``[x, y, milliseconds]``."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    mark = Code(Mark, required=True)
    stamp_photo_id = Id(required=True, allow_none=True)
    signer_name = Text(required=True)
    signer_role = Text(required=True, allow_none=True)
    language = Text(required=True)
    signed_at = Moment(required=True)
    width = Count(required=True, least=1)
    height = Count(required=True, least=1)
    strokes = fields.List(fields.List(fields.List(fields.Integer(strict=True))), required=True)


class LateItemSchema(Schema):
    """A row of the visit that the customer did not see."""

    table = Text(required=True)
    id = Id(required=True)


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
    accepted_unsigned = Text(required=True, allow_none=True)
    signed_stale = fields.List(Text(), required=True, allow_none=True)
    late_items = fields.List(fields.Nested(LateItemSchema), required=True, allow_none=True)
