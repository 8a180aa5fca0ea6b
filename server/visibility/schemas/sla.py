"""Promises, the working calendar, and the milestones of a job."""

from marshmallow import Schema, fields

from server.rules.equipment import EquipmentKind
from server.rules.jobs import FaultClass, Urgency
from server.rules.sla import Contract, MilestoneKind, Promise, RepairSize, Start, Unit
from server.visibility.fields import Code, Count, Id, Moment, Text, Truth

LAST_MINUTE = 24 * 60 - 1
LONGEST_TERM = 10_000


class TermSchema(Schema):
    """One promise: so many hours or working days from its start."""

    promise = Code(Promise, required=True)
    amount = Count(required=True, least=1, most=LONGEST_TERM)
    unit = Code(Unit, required=True)
    starts = Code(Start, required=True)


class SlaProfileRowSchema(Schema):
    """Promises to the jobs that fit; null asks nothing of a job."""

    id = Id(required=True)
    revision = Count(required=True)
    name = Text(required=True)
    name_en = Text(required=True)
    active = Truth(required=True)
    fault_class = Code(FaultClass, required=True, allow_none=True)
    urgency = Code(Urgency, required=True, allow_none=True)
    equipment_kind = Code(EquipmentKind, required=True, allow_none=True)
    contract = Code(Contract, required=True, allow_none=True)
    repair_size = Code(RepairSize, required=True, allow_none=True)
    supplier_involved = Truth(required=True, allow_none=True)
    min_km = Count(required=True, allow_none=True)
    max_km = Count(required=True, allow_none=True)
    terms = fields.List(fields.Nested(TermSchema), required=True)


class CalendarYearRowSchema(Schema):
    """A year's days off and make-up working days, and the hours of a working day as minutes after midnight."""

    id = Text(required=True, least=4, most=4)
    revision = Count(required=True)
    published = Truth(required=True)
    begins_min = Count(required=True, most=LAST_MINUTE)
    ends_min = Count(required=True, most=LAST_MINUTE)
    days_off = fields.List(Text(least=10, most=10), required=True)
    days_on = fields.List(Text(least=10, most=10), required=True)


class MilestoneRowSchema(Schema):
    """What happened on a job that its clocks look at."""

    id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    kind = Code(MilestoneKind, required=True)
    at = Moment(required=True)
    by = Text(required=True)
    note = Text(required=True, allow_none=True)
