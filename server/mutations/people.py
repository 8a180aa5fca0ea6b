"""People, added by an administrator; a password is set elsewhere and never stands in the log."""

from typing import Any

from marshmallow import Schema, fields, validate
from sqlalchemy import select

from server.mutations.adding import Addition, AlreadyAdded, adding
from server.mutations.entry import Entry
from server.rules.people import Role
from server.tables.loading import load
from server.tables.people import PersonRow, StationRow
from server.visibility.audiences import ALL
from server.visibility.fields import Code, Id, Text
from sync.ports import Change
from sync.refusal import Missing

NO_PASSWORD = ""


class PersonAddBody(Schema):
    """A person with their roles; without a station they work for the head office."""

    person_id = Id(required=True)
    login = Text(required=True, least=1, most=64)
    name = Text(required=True, least=1, most=100)
    roles = fields.List(Code(Role), required=True, validate=validate.Length(min=1))
    station_id = Id(required=True, allow_none=True)
    phone = Text(required=True, allow_none=True, most=40)
    language = fields.String(required=True, validate=validate.OneOf(["zh", "en"]))


def _check(change: Change, args: Addition) -> None:
    station_id, login = args.columns["station_id"], args.columns["login"]
    if station_id is not None and load(change.session, StationRow, station_id) is None:
        raise Missing("The station has not arrived yet.", table="station", id=station_id)
    change.session.flush()
    if change.session.scalar(select(PersonRow.id).where(PersonRow.login == login)) is not None:
        raise AlreadyAdded("Somebody has this login already. Choose another.", login=login)


ENTRIES: tuple[Entry[Any], ...] = (
    adding(
        "person",
        PersonRow,
        PersonAddBody,
        audiences=lambda _: ALL,
        check=_check,
        complete=lambda change: {"password_hash": NO_PASSWORD, "active": True, "created_at": change.happened_at},
    ),
)
