"""Old parts on their way back."""

from marshmallow import Schema, fields

from server.rules.old_parts import Condition, HolderKind, Mismatch, OldPartState
from server.visibility.fields import Code, Count, Id, Moment, Text, Truth


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
