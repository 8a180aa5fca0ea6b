"""The office sees who works on which device and signs a lost one out for good; a cloned device takes a new id."""

from typing import Any

from flask import Response, jsonify
from flask.typing import ResponseReturnValue
from marshmallow import Schema, fields
from sqlalchemy import select

from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.api.running import running
from server.api.tokens import give_token, new_token, token_hash
from server.rules.people import Device, Permission, RevokeMode, check_renewal, check_revoke, looks_after
from server.tables import devices
from server.tables.base import db
from server.tables.devices import DeviceRow
from server.tables.people import PersonRow
from server.visibility.fields import Code, Id, Moment, Truth, moment
from sync.transactions import reading

blueprint = Blueprint("devices", __name__, url_prefix="/api/devices", description="Devices of the people")


class DeviceSchema(Schema):
    """A device as the office sees it."""

    id = Id(required=True)
    name = fields.String(required=True)
    user_id = Id(required=True)
    person = fields.String(required=True)
    station_id = Id(required=True, allow_none=True)
    signed_in = Truth(required=True)
    signed_in_at = Moment(required=True)
    revoked = Code(RevokeMode, required=True, allow_none=True)


class DevicesSchema(Schema):
    """The devices that the caller looks after."""

    devices = fields.List(fields.Nested(DeviceSchema), required=True)


class RevokeSchema(Schema):
    """``wipe`` for a stolen device; ``drain`` for a leaver's: what it holds is still taken in."""

    mode = Code(RevokeMode, required=True)


class RenewalSchema(Schema):
    """The id that the device goes on under."""

    device_id = Id(required=True)


@blueprint.endpoint("GET", "", Permission.SEE_DEVICES, gives=DevicesSchema)
def list_devices() -> ResponseReturnValue:
    """List the devices of the people that the caller looks after, by person."""
    query = select(DeviceRow, PersonRow).join(PersonRow, PersonRow.id == DeviceRow.user_id)
    with reading(db.session) as session:
        rows = session.execute(query.order_by(PersonRow.name, DeviceRow.enrolled_at)).all()
        return {
            "devices": [
                _device(device, person) for device, person in rows if looks_after(caller().actor, person.station_id)
            ]
        }


@blueprint.endpoint(
    "POST", "/<device_id>/revoke", Permission.REVOKE_DEVICES, takes=RevokeSchema, status=204, problems=(404,)
)
def revoke(sent: dict[str, Any], device_id: str) -> ResponseReturnValue:
    """Sign the device out for good."""
    with db.session.begin():
        owner = db.session.scalar(select(PersonRow).join(DeviceRow).where(DeviceRow.id == device_id))
        if owner is None:
            raise Problem(404, "missing", "There is no such device.")
        check_revoke(caller().actor, station_id=owner.station_id)
        devices.revoke(
            db.session(), device_id, mode=RevokeMode(sent["mode"]), by=caller().user_id, now=running().clock()
        )
    return Response(status=204)


@blueprint.endpoint(
    "POST", "/self/renew", Permission.SIGNED_IN, takes=RenewalSchema, gives=RenewalSchema, problems=(409,)
)
def renew(sent: dict[str, Any]) -> ResponseReturnValue:
    """Let a device whose numbers another one used (409 ``seq_conflict``) go on under a new id, without a password.

    It is given a token of its own. The old id and its token stay with the device that it was cloned from.
    """
    device, token = Device(sent["device_id"], caller().user_id, revoked=None), new_token()
    with db.session.begin():
        check_renewal(devices.load(db.session(), device.id))
        name = db.session.get_one(DeviceRow, caller().device_id).name
        devices.sign_in(
            db.session(), device, name=name, public_key=None, token_hash=token_hash(token), now=running().clock()
        )
    answer = jsonify({"device_id": device.id})
    give_token(answer, token)
    return answer


def _device(device: DeviceRow, person: PersonRow) -> dict[str, Any]:
    return {
        "id": device.id,
        "name": device.name,
        "user_id": person.id,
        "person": person.name,
        "station_id": person.station_id,
        "signed_in": device.token_hash is not None and device.revoke_mode is None,
        "signed_in_at": moment(device.signed_in_at),
        "revoked": device.revoke_mode,
    }
