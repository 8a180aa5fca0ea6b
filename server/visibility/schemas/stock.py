"""What stands beside each balance of a van or a store, and what is on hold, as they travel (PART-1, PART-9)."""

from marshmallow import Schema, fields

from server.visibility.fields import Id, Moment, Text


class StockStepSchema(Schema):
    """Pieces that came to a stock, or left it (below zero)."""

    mutation_id = Id(required=True)
    line = fields.Integer(strict=True, required=True)
    at = Moment(required=True)
    by = Text(required=True)
    other = Text(required=True)
    quantity = fields.Integer(strict=True, required=True)
    batch = Text(required=True, allow_none=True)
    document_table = Text(required=True, allow_none=True)
    document_id = Text(required=True, allow_none=True)


class StockTrailRowSchema(Schema):
    """The newest steps of the stock of the same id, the newest first."""

    id = Text(required=True)
    station_id = Id(required=True)
    location = Text(required=True)
    part_id = Id(required=True)
    steps = fields.List(fields.Nested(StockStepSchema), required=True)


class StockBatchRowSchema(Schema):
    """What moved of one batch adds up to this; a van may hold less, since a swap names no batch."""

    id = Text(required=True)
    station_id = Id(required=True)
    location = Text(required=True)
    part_id = Id(required=True)
    batch = Text(required=True)
    quantity = fields.Integer(strict=True, required=True)


class BatchHoldRowSchema(Schema):
    """A batch on hold; without a batch, every piece of the part."""

    id = Id(required=True)
    part_id = Id(required=True)
    batch = Text(required=True, allow_none=True)
    reason = Text(required=True)
    placed_by = Id(required=True)
    placed_at = Moment(required=True)
    lifted_by = Id(required=True, allow_none=True)
    lifted_at = Moment(required=True, allow_none=True)
    lifted_reason = Text(required=True, allow_none=True)
