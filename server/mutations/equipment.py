"""Vehicles and machines, with the history they bring; kept by their station's manager or an administrator."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor
from server.mutations.adding import Addition, adding
from server.mutations.editing import edit_body, editing
from server.mutations.entry import Entry
from server.rules.equipment import EquipmentKind
from server.rules.master_data import CustomerOfAnotherStation, check_keeper
from server.rules.people import Role
from server.tables.customers import CustomerRow
from server.tables.equipment import EquipmentRow
from server.tables.loading import load
from server.visibility.audiences import of_station
from server.visibility.fields import Code, Count, Id, Text
from sync.ports import Change

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


EDITABLE = (
    "customer_id",
    "kind",
    "model",
    "serial",
    "plate",
    "delivered_on",
    "warranty_until",
    "warranty_km",
)
"""What the office may correct; readings are what visits read (VIS-2)."""

EquipmentEditBody = edit_body("equipment", EquipmentAddBody, EDITABLE)


def _check_add(change: Change, actor: Actor, args: Addition) -> None:
    check_keeper(actor.roles, actor.station_id, station_id=args.columns["station_id"])
    _check_owner(change, args.columns["customer_id"], args.columns["station_id"])


def _check_edit(change: Change, actor: Actor, row: EquipmentRow, applied: Mapping[str, Any]) -> None:
    check_keeper(actor.roles, actor.station_id, station_id=row.station_id)
    if "customer_id" in applied:
        _check_owner(change, applied["customer_id"], row.station_id)


def _check_owner(change: Change, customer_id: str, station_id: str) -> None:
    customer = load(change.session, CustomerRow, customer_id)
    if customer is not None and customer.station_id != station_id:
        raise CustomerOfAnotherStation(
            "Another station looks after this customer. Choose a customer of the unit's own station.", id=customer_id
        )


def _owner(columns: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    customer_id = columns.get("customer_id")
    return () if customer_id is None else [("customer", customer_id)]


def _audiences(row: EquipmentRow) -> tuple[str, ...]:
    return of_station(row.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    adding(
        "equipment",
        EquipmentRow,
        EquipmentAddBody,
        audiences=_audiences,
        check=_check_add,
        keepers=[Role.MANAGER],
        needs=_owner,
    ),
    editing(
        "equipment",
        EquipmentRow,
        EquipmentEditBody,
        audiences=_audiences,
        check=_check_edit,
        keepers=[Role.MANAGER],
        needs=_owner,
    ),
)
