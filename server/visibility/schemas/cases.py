"""What a person must settle: discrepancies and reviews."""

from marshmallow import Schema, fields

from server.rules.discrepancies import DiscrepancyKind, DiscrepancyState, Settlement
from server.rules.people import Role
from server.rules.reviews import ReviewState
from server.visibility.fields import Code, Id, Moment, Text


class PassSchema(Schema):
    """Somebody gave a discrepancy to somebody, and said what is to be done."""

    by = Id(required=True)
    to = Id(required=True)
    at = Moment(required=True)
    note = Text(required=True)


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
    owner_id = Id(required=True, allow_none=True)
    passes = fields.List(fields.Nested(PassSchema), required=True, allow_none=True)
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
