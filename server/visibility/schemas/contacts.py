"""The contact log and the archive as they travel."""

from marshmallow import Schema, fields

from server.rules.contacts import Channel, Disposition
from server.visibility.fields import Code, Id, Moment, Text


class ContactAnswerSchema(Schema):
    """An answer that was given."""

    text = Text(required=True)
    by = Text(required=True)
    at = Moment(required=True)


class ContactRowSchema(Schema):
    """A call, a letter or a message, and what became of it (JOB-1)."""

    id = Id(required=True)
    number = Text(required=True)
    station_id = Id(required=True)
    channel = Code(Channel, required=True)
    caller = Text(required=True, allow_none=True)
    phone = Text(required=True, allow_none=True)
    customer_id = Id(required=True, allow_none=True)
    customer_name = Text(required=True, allow_none=True)
    said = Text(required=True, allow_none=True)
    arrived_at = Moment(required=True)
    logged_at = Moment(required=True)
    logged_by = Text(required=True)
    disposition = Code(Disposition, required=True)
    question = Text(required=True, allow_none=True)
    answers = fields.List(fields.Nested(ContactAnswerSchema), required=True)
    job_id = Id(required=True, allow_none=True)
    disposed_by = Text(required=True, allow_none=True)
    disposed_at = Moment(required=True, allow_none=True)


class ArchivedReportRowSchema(Schema):
    """A report that is filed with its month (VIS-14); its id is the report's."""

    id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    month = Text(required=True)
    archived_by = Text(required=True)
    archived_at = Moment(required=True)
