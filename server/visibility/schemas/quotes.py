"""Quotes and payments as they travel; money is in minor units of its currency."""

from marshmallow import Schema, fields

from server.rules.quotes import PaymentMethod, PaymentState, QuoteState
from server.visibility.fields import Code, Count, Id, Moment, Text


class QuoteLineSchema(Schema):
    """So many of a part; ``amount_minor`` is what the customer pays for them."""

    part_id = Id(required=True)
    part_no = Text(required=True)
    name = Text(required=True)
    name_en = Text(required=True)
    quantity = Count(required=True, least=1)
    list_price_minor = Count(required=True)
    amount_minor = Count(required=True)


class QuoteRowSchema(Schema):
    """A job's quote; its id is the job's. ``percent`` is what of the list price is asked for parts."""

    id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    revision = Count(required=True)
    state = Code(QuoteState, required=True)
    currency = Text(required=True, least=3, most=3)
    lines = fields.List(fields.Nested(QuoteLineSchema), required=True)
    percent = Count(required=True)
    labour_min = Count(required=True)
    labour_minor = Count(required=True)
    total_minor = Count(required=True)
    note = Text(required=True, allow_none=True)
    proposed_by = Text(required=True)
    proposed_at = Moment(required=True)
    decided_by = Text(required=True, allow_none=True)
    decided_at = Moment(required=True, allow_none=True)
    refused_reason = Text(required=True, allow_none=True)


class PaymentRowSchema(Schema):
    """Money for a job: who took it, and to whom it was handed in."""

    id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    state = Code(PaymentState, required=True)
    amount_minor = Count(required=True)
    currency = Text(required=True, least=3, most=3)
    method = Code(PaymentMethod, required=True)
    reference = Text(required=True, allow_none=True)
    taken_by = Text(required=True)
    taken_at = Moment(required=True)
    handed_in_to = Text(required=True, allow_none=True)
    handed_in_at = Moment(required=True, allow_none=True)
