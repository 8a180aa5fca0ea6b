"""Old parts from hand to hand, and what is written off."""

from marshmallow import Schema, fields

from server.rules.ageing import ExtensionState
from server.rules.custody import HandOverState
from server.rules.disposals import DisposalWay
from server.rules.old_parts import Condition
from server.rules.return_manifests import ManifestKind, ManifestState
from server.rules.visits import Responsibility
from server.rules.write_offs import WaiverReason
from server.visibility.fields import Code, Count, Id, Moment, Text, Truth


class OldPartHandOverRowSchema(Schema):
    """A hand-over, told by both or by one so far."""

    id = Id(required=True)
    old_part_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    giver_id = Id(required=True, allow_none=True)
    taker_id = Id(required=True, allow_none=True)
    given_at = Moment(required=True, allow_none=True)
    taken_at = Moment(required=True, allow_none=True)
    state = Code(HandOverState, required=True)


class BoxSchema(Schema):
    """A box and what is in it."""

    no = Count(required=True)
    old_part_ids = fields.List(Id(), required=True)


class ReturnManifestRowSchema(Schema):
    """Boxes on their way."""

    id = Id(required=True)
    number = Text(required=True)
    station_id = Id(required=True)
    kind = Code(ManifestKind, required=True)
    state = Code(ManifestState, required=True)
    boxes = fields.List(fields.Nested(BoxSchema), required=True)
    packed_by = Id(required=True)
    packed_at = Moment(required=True)
    courier = Text(required=True, allow_none=True)
    tracking_no = Text(required=True, allow_none=True)
    shipped_by = Id(required=True, allow_none=True)
    shipped_at = Moment(required=True, allow_none=True)


class LossReportRowSchema(Schema):
    """Somebody says that an old part is lost."""

    id = Id(required=True)
    old_part_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    note = Text(required=True)
    reported_by = Id(required=True)
    reported_at = Moment(required=True)


class BoxClosingRowSchema(Schema):
    """A box that was unpacked and counted."""

    id = Id(required=True)
    manifest_id = Id(required=True)
    box_no = Count(required=True)
    station_id = Id(required=True)
    took_in = fields.List(Id(), required=True)
    missing_ids = fields.List(Id(), required=True)
    stray_ids = fields.List(Id(), required=True)
    note = Text(required=True, allow_none=True)
    closed_by = Id(required=True)
    closed_at = Moment(required=True)


class InspectionRowSchema(Schema):
    """What somebody found when they looked at a returned old part."""

    id = Id(required=True)
    old_part_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    condition = Code(Condition, required=True)
    reason_code = Text(required=True, allow_none=True)
    liability = Code(Responsibility, required=True, allow_none=True)
    note = Text(required=True, allow_none=True)
    inspected_by = Id(required=True)
    inspected_at = Moment(required=True)


class DisposalRowSchema(Schema):
    """A month's signed list."""

    id = Id(required=True)
    station_id = Id(required=True)
    month = Text(required=True)
    way = Code(DisposalWay, required=True)
    old_part_ids = fields.List(Id(), required=True)
    signer_name = Text(required=True)
    width = Count(required=True)
    height = Count(required=True)
    strokes = fields.List(fields.List(fields.List(fields.Integer())), required=True)
    note = Text(required=True, allow_none=True)
    disposed_by = Id(required=True)
    disposed_at = Moment(required=True)


class ExtensionRowSchema(Schema):
    """More time that was asked for, and the answer."""

    id = Id(required=True)
    old_part_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    due_on = fields.Date(required=True)
    reason = Text(required=True)
    state = Code(ExtensionState, required=True)
    asked_by = Id(required=True)
    asked_at = Moment(required=True)
    answer = Text(required=True, allow_none=True)
    answered_by = Id(required=True, allow_none=True)
    answered_at = Moment(required=True, allow_none=True)


class WaiverRowSchema(Schema):
    """The manager does without an old part; the id is the swap's."""

    id = Id(required=True)
    old_part_id = Id(required=True, allow_none=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    reason = Code(WaiverReason, required=True)
    note = Text(required=True)
    deducted_from = Id(required=True, allow_none=True)
    waived_by = Id(required=True)
    waived_at = Moment(required=True)


class WriteOffRowSchema(Schema):
    """An issued part that is written off."""

    id = Id(required=True)
    swap_id = Id(required=True)
    old_part_id = Id(required=True, allow_none=True)
    job_id = Id(required=True)
    visit_id = Id(required=True)
    station_id = Id(required=True)
    part_id = Id(required=True)
    quantity = Count(required=True)
    waived = Truth(required=True)
    closed_by = Id(required=True)
    closed_at = Moment(required=True)
