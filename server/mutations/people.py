"""People, kept by an administrator; a password is set elsewhere and never stands in the log."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields, validate
from sqlalchemy import select

from server.mutations.acting import Actor
from server.mutations.adding import Addition, AlreadyAdded, adding
from server.mutations.editing import edit_body, editing
from server.mutations.entry import Entry
from server.rules.master_data import check_not_shut_out
from server.rules.people import Role
from server.tables.loading import load
from server.tables.people import PersonRow, StationRow
from server.visibility.audiences import ALL
from server.visibility.fields import Code, Id, Text, Truth
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


class PersonEditable(PersonAddBody):
    """What may change of a person; who left is no longer active, and what they did keeps their name."""

    active = Truth(required=True)


PersonEditBody = edit_body("person", PersonEditable, ("name", "roles", "phone", "active"))


def _check(change: Change, _actor: Actor, args: Addition) -> None:
    station_id, login = args.columns["station_id"], args.columns["login"]
    if station_id is not None and load(change.session, StationRow, station_id) is None:
        raise Missing("The station has not arrived yet.", table="station", id=station_id)
    change.session.flush()
    if change.session.scalar(select(PersonRow.id).where(PersonRow.login == login)) is not None:
        raise AlreadyAdded("Somebody has this login already. Choose another.", login=login)


def _check_edit(_change: Change, actor: Actor, row: PersonRow, applied: Mapping[str, Any]) -> None:
    check_not_shut_out(
        own=actor.user_id == row.id,
        before=frozenset(row.roles),
        after=frozenset(applied.get("roles", row.roles)),
        active=applied.get("active", row.active),
    )


ENTRIES: tuple[Entry[Any], ...] = (
    adding(
        "person",
        PersonRow,
        PersonAddBody,
        audiences=lambda _: ALL,
        check=_check,
        complete=lambda change: {"password_hash": NO_PASSWORD, "active": True, "created_at": change.happened_at},
    ),
    editing("person", PersonRow, PersonEditBody, audiences=lambda _: ALL, check=_check_edit),
)
