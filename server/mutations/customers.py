"""Customers, added by an administrator."""

from typing import Any

from marshmallow import Schema

from server.mutations.adding import adding
from server.mutations.entry import Entry
from server.tables.customers import CustomerRow
from server.visibility.audiences import of_station
from server.visibility.fields import Id, Text


class CustomerAddBody(Schema):
    """A customer and the station that looks after them."""

    customer_id = Id(required=True)
    station_id = Id(required=True)
    name = Text(required=True, least=1, most=120)
    contact = Text(required=True, most=80)
    phone = Text(required=True, most=40)
    address = Text(required=True, most=240)


ENTRIES: tuple[Entry[Any], ...] = (
    adding("customer", CustomerRow, CustomerAddBody, audiences=lambda row: of_station(row.station_id)),
)
