"""Signing in and out on a device; the token is opaque, revocable, and in a cookie that no script can read."""

from typing import Any

from flask import Response, jsonify
from flask.typing import ResponseReturnValue
from marshmallow import Schema, fields
from sqlalchemy import select

from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.api.running import running
from server.api.tokens import give_token, new_token, take_token, token_hash
from server.rules.people import LONGEST_PASSWORD, Device, Permission, Role, check_sign_in
from server.tables import devices
from server.tables.base import db
from server.tables.passwords import password_fits
from server.tables.people import PersonRow
from server.visibility.fields import Code, Id, Moment, Text, moment
from sync.feed import read_head
from sync.transactions import reading

blueprint = Blueprint("auth", __name__, url_prefix="/api/auth", description="Signing in and out")


class SignInSchema(Schema):
    """Who signs in, and on which device; ``public_key`` is a P-256 key as base64url SPKI, if the device made one."""

    login = Text(least=1, most=64, required=True)
    password = Text(least=1, most=LONGEST_PASSWORD, required=True)
    device_id = Id(required=True)
    device_name = Text(least=1, most=100, required=True)
    public_key = Text(least=1, most=500, allow_none=True, load_default=None)


class PersonSchema(Schema):
    """The person who is signed in."""

    id = Id(required=True)
    name = fields.String(required=True)
    roles = fields.List(Code(Role), required=True)
    station_id = Id(required=True, allow_none=True)
    language = fields.String(required=True)


class SignedInSchema(Schema):
    """What the device needs to begin."""

    person = fields.Nested(PersonSchema, required=True)
    user_id = Id(required=True)
    device_id = Id(required=True)
    epoch = fields.String(required=True)
    server_time = Moment(required=True)


@blueprint.endpoint(
    "POST", "/sign-in", Permission.ANYONE, takes=SignInSchema, gives=SignedInSchema, problems=(401, 403, 409)
)
def sign_in(sent: dict[str, Any]) -> ResponseReturnValue:
    """Sign a person in on a device; a device id of somebody else is refused."""
    now = running().clock()
    person = _person_with_password(sent["login"], sent["password"])
    token = new_token()
    with db.session.begin():
        check_sign_in(devices.load(db.session(), sent["device_id"]), user_id=person.id)
        devices.sign_in(
            db.session(),
            Device(sent["device_id"], person.id, revoked=None),
            name=sent["device_name"],
            public_key=sent["public_key"],
            token_hash=token_hash(token),
            now=now,
        )
    answer = _signed_in(sent["device_id"], person)
    give_token(answer, token)
    return answer


@blueprint.endpoint("POST", "/sign-out", Permission.SIGNED_IN, status=204, drained=True)
def sign_out() -> ResponseReturnValue:
    """End the device's token; what the device has not sent yet stays on it."""
    with db.session.begin():
        devices.sign_out(db.session(), caller().device_id)
    answer = Response(status=204)
    take_token(answer)
    return answer


@blueprint.endpoint("GET", "/me", Permission.SIGNED_IN, gives=SignedInSchema)
def me() -> ResponseReturnValue:
    """Say who is signed in on this device."""
    with reading(db.session) as session:
        person = session.get_one(PersonRow, caller().user_id)
    return _signed_in(caller().device_id, person)


def _person_with_password(login: str, password: str) -> PersonRow:
    with reading(db.session) as session:
        person = session.scalar(select(PersonRow).where(PersonRow.login == login, PersonRow.active))
    fits = password_fits(None if person is None else person.password_hash, password)
    if person is None or not fits:
        raise Problem(401, "wrong_credentials", "Login or password is wrong. Check both and try again.")
    return person


def _signed_in(device_id: str, person: PersonRow) -> Response:
    return jsonify(
        {
            "person": {
                "id": person.id,
                "name": person.name,
                "roles": person.roles,
                "station_id": person.station_id,
                "language": person.language,
            },
            "user_id": person.id,
            "device_id": device_id,
            "epoch": _epoch(),
            "server_time": moment(running().clock()),
        }
    )


def _epoch() -> str:
    with reading(db.session) as session:
        return read_head(session).epoch
