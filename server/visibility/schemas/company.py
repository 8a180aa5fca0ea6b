"""People, stations, customers and their units."""

from marshmallow import Schema, fields

from server.rules.equipment import EquipmentKind
from server.rules.people import Role
from server.visibility.fields import Code, Count, Id, Text, Truth


class StationRowSchema(Schema):
    """A service station."""

    id = Id(required=True)
    name = Text(required=True)
    name_en = Text(required=True)
    city = Text(required=True)
    time_zone = Text(required=True, allow_none=True)


class PersonRowSchema(Schema):
    """A colleague, without anything that belongs to their account."""

    id = Id(required=True)
    name = Text(required=True)
    roles = fields.List(Code(Role), required=True)
    station_id = Id(required=True, allow_none=True)
    phone = Text(required=True, allow_none=True)
    active = Truth(required=True)


class CustomerRowSchema(Schema):
    """A customer."""

    id = Id(required=True)
    station_id = Id(required=True)
    name = Text(required=True)
    contact = Text(required=True)
    phone = Text(required=True)
    address = Text(required=True)


class EquipmentRowSchema(Schema):
    """A vehicle or machine; kilometres and hours."""

    id = Id(required=True)
    station_id = Id(required=True)
    customer_id = Id(required=True)
    kind = Code(EquipmentKind, required=True)
    model = Text(required=True)
    serial = Text(required=True)
    plate = Text(required=True, allow_none=True)
    delivered_on = fields.Date(required=True, allow_none=True)
    warranty_until = fields.Date(required=True, allow_none=True)
    warranty_km = Count(required=True, allow_none=True)
    last_km = Count(required=True, allow_none=True)
    last_h = Count(required=True, allow_none=True)
    visit_count = Count(required=True)
