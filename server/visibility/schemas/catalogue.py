"""Parts and faults, and what is on hand."""

from marshmallow import Schema, fields

from server.rules.jobs import FaultClass
from server.visibility.fields import Code, Count, Id, Text, Truth


class PartRowSchema(Schema):
    """A kind of part; the price is in minor units."""

    id = Id(required=True)
    part_no = Text(required=True)
    name = Text(required=True)
    name_en = Text(required=True)
    unit = Text(required=True)
    serialised = Truth(required=True)
    list_price_minor = Count(required=True)
    currency = Text(required=True, least=3, most=3)
    on_hold = Truth(required=True)


class FaultRowSchema(Schema):
    """An entry of the fault catalogue."""

    id = Id(required=True)
    code = Text(required=True)
    name = Text(required=True)
    name_en = Text(required=True)
    fault_class = Code(FaultClass, required=True)


class StockRowSchema(Schema):
    """How many of one part are at one location; below zero when more left than the books knew."""

    id = Text(required=True)
    station_id = Id(required=True, allow_none=True)
    location = Text(required=True)
    part_id = Id(required=True)
    quantity = fields.Integer(strict=True, required=True)
