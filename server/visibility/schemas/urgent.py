"""What cannot wait: major problems and accidents (VIS-9, VIS-13)."""

from marshmallow import Schema, fields

from server.rules.escalations import Decision, EscalationState, Severity
from server.rules.safety import IncidentState
from server.visibility.fields import Code, Id, Moment, Text, Truth


class EscalationRowSchema(Schema):
    """A major problem with the technician's proposal, the customer's demand and the manager's answer."""

    id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    visit_id = Id(required=True, allow_none=True)
    severity = Code(Severity, required=True)
    problem = Text(required=True)
    proposal = Text(required=True)
    demand = Text(required=True, allow_none=True)
    photo_ids = fields.List(Id(), required=True)
    voice_note_ids = fields.List(Id(), required=True)
    raised_by = Id(required=True)
    raised_at = Moment(required=True)
    received_at = Moment(required=True)
    answer_due_at = Moment(required=True)
    state = Code(EscalationState, required=True)
    decision = Code(Decision, required=True, allow_none=True)
    answer = Text(required=True, allow_none=True)
    answered_by = Id(required=True, allow_none=True)
    answered_at = Moment(required=True, allow_none=True)


class IncidentRowSchema(Schema):
    """An accident or a near miss."""

    id = Id(required=True)
    job_id = Id(required=True)
    visit_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    injured = Truth(required=True)
    what = Text(required=True)
    place = Text(required=True)
    photo_ids = fields.List(Id(), required=True)
    reported_by = Id(required=True)
    happened_at = Moment(required=True)
    received_at = Moment(required=True)
    state = Code(IncidentState, required=True)
    note = Text(required=True, allow_none=True)
    closed_by = Id(required=True, allow_none=True)
    closed_at = Moment(required=True, allow_none=True)
