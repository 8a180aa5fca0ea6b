"""Stations, kept by an administrator."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from marshmallow import Schema, ValidationError, validates
from sqlalchemy import select

from server.mutations.acting import Actor
from server.mutations.adding import Addition, AlreadyAdded, adding
from server.mutations.editing import edit_body, editing
from server.mutations.entry import Entry
from server.tables.people import StationRow
from server.visibility.audiences import ALL
from server.visibility.fields import Id, Text
from sync.ports import Change
from sync.refusal import Refusal


class UnknownZone(Refusal):
    """Devices would not know this time zone."""

    code = "unknown_zone"


class StationAddBody(Schema):
    """A station; ``code`` opens the numbers of its jobs; ``time_zone`` is of the IANA database."""

    station_id = Id(required=True)
    code = Text(required=True, least=1, most=8)
    name = Text(required=True, least=1, most=100)
    name_en = Text(required=True, least=1, most=100)
    city = Text(required=True, least=1, most=100)
    time_zone = Text(allow_none=True, most=40)

    @validates("time_zone")
    def check_zone(self, value: str | None, **_: Any) -> None:
        """Refuse a zone that devices would not know."""
        if value is not None and value not in available_timezones():
            raise ValidationError("Send a zone of the IANA database, such as Asia/Shanghai.")


def _check_code(change: Change, _actor: Actor, args: Addition) -> None:
    change.session.flush()
    if change.session.scalar(select(StationRow.id).where(StationRow.code == args.columns["code"])) is not None:
        raise AlreadyAdded("Another station has this code. Choose another.", code=args.columns["code"])


StationEditBody = edit_body("station", StationAddBody, ("name", "name_en", "city", "time_zone"))


def _check_edit(_change: Change, _actor: Actor, _row: StationRow, applied: Mapping[str, Any]) -> None:
    zone = applied.get("time_zone")
    if zone is not None and zone not in available_timezones():
        raise UnknownZone("Choose a zone of the IANA database, such as Asia/Shanghai.", time_zone=zone)


ENTRIES: tuple[Entry[Any], ...] = (
    adding("station", StationRow, StationAddBody, audiences=lambda _: ALL, check=_check_code),
    editing("station", StationRow, StationEditBody, audiences=lambda _: ALL, check=_check_edit),
)
