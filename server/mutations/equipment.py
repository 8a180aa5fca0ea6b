"""Vehicles and machines, added by an administrator with the history they bring."""

from typing import Any

from marshmallow import Schema, fields

from server.mutations.adding import adding
from server.mutations.entry import Entry
from server.rules.equipment import EquipmentKind
from server.tables.equipment import EquipmentRow
from server.visibility.audiences import of_station
from server.visibility.fields import Code, Count, Id, Text

_LARGEST = 2**31 - 1


class EquipmentAddBody(Schema):
    """One unit; kilometres and hours."""

    equipment_id = Id(required=True)
    station_id = Id(required=True)
    customer_id = Id(required=True)
    kind = Code(EquipmentKind, required=True)
    model = Text(required=True, least=1, most=120)
    serial = Text(required=True, least=1, most=60)
    plate = Text(required=True, allow_none=True, most=24)
    delivered_on = fields.Date(required=True, allow_none=True)
    warranty_until = fields.Date(required=True, allow_none=True)
    warranty_km = Count(required=True, allow_none=True, most=_LARGEST)
    last_km = Count(required=True, allow_none=True, most=_LARGEST)
    last_h = Count(required=True, allow_none=True, most=_LARGEST)
    visit_count = Count(required=True, most=_LARGEST)


ENTRIES: tuple[Entry[Any], ...] = (
    adding("equipment", EquipmentRow, EquipmentAddBody, audiences=lambda row: of_station(row.station_id)),
)
