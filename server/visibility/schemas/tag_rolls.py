"""Rolls of tags as they travel (OLD-1)."""

from marshmallow import Schema

from server.visibility.fields import Count, Id, Moment, Text


class TagRollRowSchema(Schema):
    """A roll of tags with codes of its own."""

    id = Id(required=True)
    number = Text(required=True)
    station_id = Id(required=True)
    count = Count(required=True)
    first_tag = Text(required=True)
    last_tag = Text(required=True)
    printed_by = Id(required=True)
    printed_at = Moment(required=True)
