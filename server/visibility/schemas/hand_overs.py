"""Ratings, hand-backs without the PIN, and the presets that devices need."""

from marshmallow import Schema, fields

from server.rules.ratings import BEST_SCORE
from server.visibility.fields import Count, Id, Moment, Text


class RatingRowSchema(Schema):
    """The customer's rating (VIS-11)."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    score = Count(required=True, least=1, most=BEST_SCORE)
    words = Text(required=True, allow_none=True)
    rated_at = Moment(required=True)


class HandBackRowSchema(Schema):
    """A device that came back from the customer without the PIN (VIS-6)."""

    id = Id(required=True)
    visit_id = Id(required=True)
    job_id = Id(required=True)
    station_id = Id(required=True)
    reason = Text(required=True)
    taken_by = Id(required=True)
    taken_at = Moment(required=True)


class PresetRowSchema(Schema):
    """A preset that a manager has changed, under its name."""

    id = Text(required=True)
    value = fields.Raw(required=True)
