"""Jobs as they travel."""

from marshmallow import Schema, fields

from server.rules.equipment import EquipmentKind
from server.rules.jobs import FaultClass, JobState, Urgency
from server.rules.sla import Contract, RepairSize
from server.visibility.fields import Code, Count, Id, Moment, Text, Truth


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
    contract = Code(Contract, required=True, allow_none=True)
    repair_size = Code(RepairSize, required=True, allow_none=True)
    supplier_involved = Truth(required=True, allow_none=True)
    paid = Truth(required=True, allow_none=True)
    dispatched_at = Moment(required=True, allow_none=True)
    opened_at = Moment(required=True)
    opened_by = Text(required=True)
    analysis = Text(required=True, allow_none=True)
    likely_parts = fields.List(Id(), required=True)
    technicians = fields.List(fields.Nested(TechnicianOnJobSchema), required=True)
    lacks = fields.List(Text(), required=True)
