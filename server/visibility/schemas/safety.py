"""What a site demands before work starts, and who acknowledged it (VIS-13)."""

from marshmallow import Schema, fields

from server.visibility.fields import Count, Id, Moment, Text, Truth


class SiteNoticeRowSchema(Schema):
    """A customer's safety notice and the agreement that stands behind it."""

    id = Id(required=True)
    customer_id = Id(required=True)
    station_id = Id(required=True)
    version = Count(required=True, least=1)
    text = Text(required=True)
    text_en = Text(required=True)
    agreement_on_file = Truth(required=True)
    agreement_until = fields.Date(required=True, allow_none=True)
    published_at = Moment(required=True)
    published_by = Id(required=True)


class AcknowledgementRowSchema(Schema):
    """Somebody has read a version of a notice."""

    id = Id(required=True)
    job_id = Id(required=True)
    visit_id = Id(required=True)
    station_id = Id(required=True)
    notice_id = Id(required=True)
    version = Count(required=True, least=1)
    acknowledged_by = Id(required=True)
    acknowledged_at = Moment(required=True)
