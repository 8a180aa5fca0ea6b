"""Stated times, the report to the office on leaving, and what else is near (VIS-12, VIS-15)."""

from marshmallow import Schema

from server.rules.job_offers import OfferState
from server.rules.jobs import Urgency
from server.rules.report_backs import LeavingOutcome
from server.rules.visit_times import VisitEvent
from server.visibility.fields import Code, Count, Id, Moment, Text


class VisitTimeRowSchema(Schema):
    """A time that a person stated, beside what a tap recorded."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    event = Code(VisitEvent, required=True)
    stated_at = Moment(required=True)
    recorded_at = Moment(required=True)
    recorded_by = Id(required=True)


class ReportBackRowSchema(Schema):
    """How a technician left."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    outcome = Code(LeavingOutcome, required=True)
    note = Text(required=True, allow_none=True)
    reported_by = Id(required=True)
    reported_at = Moment(required=True)


class OpenJobRowSchema(Schema):
    """A job that nobody has yet."""

    id = Id(required=True)
    station_id = Id(required=True)
    number = Text(required=True)
    customer_id = Id(required=True, allow_none=True)
    customer_name = Text(required=True, allow_none=True)
    site_address = Text(required=True, allow_none=True)
    model = Text(required=True, allow_none=True)
    plate = Text(required=True, allow_none=True)
    fault_reported = Text(required=True, allow_none=True)
    urgency = Code(Urgency, required=True, allow_none=True)
    distance_km = Count(required=True, allow_none=True)
    planned_at = Moment(required=True, allow_none=True)


class JobOfferRowSchema(Schema):
    """A technician asked for an open job."""

    id = Id(required=True)
    job_id = Id(required=True)
    job_number = Text(required=True)
    customer_name = Text(required=True, allow_none=True)
    station_id = Id(required=True)
    user_id = Id(required=True)
    offered_at = Moment(required=True)
    state = Code(OfferState, required=True)
