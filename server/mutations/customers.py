"""Customers, kept by their station's manager or an administrator."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor
from server.mutations.adding import Addition, adding
from server.mutations.editing import edit_body, editing
from server.mutations.entry import Entry
from server.rules.master_data import check_keeper
from server.rules.people import Role
from server.tables.customers import CustomerRow
from server.visibility.audiences import of_station
from server.visibility.fields import Id, Text
from sync.ports import Change


class CustomerAddBody(Schema):
    """A customer and the station that looks after them."""

    customer_id = Id(required=True)
    station_id = Id(required=True)
    name = Text(required=True, least=1, most=120)
    contact = Text(required=True, most=80)
    phone = Text(required=True, most=40)
    address = Text(required=True, most=240)


CustomerEditBody = edit_body("customer", CustomerAddBody, ("name", "contact", "phone", "address"))


def _check_add(_change: Change, actor: Actor, args: Addition) -> None:
    check_keeper(actor.roles, actor.station_id, station_id=args.columns["station_id"])


def _check_edit(_change: Change, actor: Actor, row: CustomerRow, _applied: Mapping[str, Any]) -> None:
    check_keeper(actor.roles, actor.station_id, station_id=row.station_id)


def _audiences(row: CustomerRow) -> tuple[str, ...]:
    return of_station(row.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    adding("customer", CustomerRow, CustomerAddBody, audiences=_audiences, check=_check_add, keepers=[Role.MANAGER]),
    editing("customer", CustomerRow, CustomerEditBody, audiences=_audiences, check=_check_edit, keepers=[Role.MANAGER]),
)
