"""Where a browser asks for push messages and takes that back."""

from typing import Any
from urllib.parse import urlsplit

from flask import Response
from flask.typing import ResponseReturnValue
from marshmallow import Schema, ValidationError, fields
from sqlalchemy import delete

from server.api.access import caller
from server.api.blueprints import Blueprint
from server.api.problems import Problem
from server.api.running import running
from server.notify.keys import is_public_point, is_secret, public_key
from server.rules.people import Permission
from server.tables.base import db, new_id
from server.tables.devices import PushSubscriptionRow
from server.visibility.fields import Text

blueprint = Blueprint("subscriptions", __name__, url_prefix="/api", description="Push messages")


class PushKeySchema(Schema):
    """The server's VAPID key as base64url: ``applicationServerKey``."""

    key = fields.String(required=True)


def check_point(text: str) -> None:
    """Refuse a key that no message can be encrypted for."""
    if not is_public_point(text):
        raise ValidationError("Send the browser's P-256 key as base64url.")


def check_secret(text: str) -> None:
    """Refuse a secret of another length than 16 bytes."""
    if not is_secret(text):
        raise ValidationError("Send the browser's secret of 16 bytes as base64url.")


class KeysSchema(Schema):
    """What only this browser can decrypt with."""

    p256dh = fields.String(required=True, validate=check_point)
    auth = fields.String(required=True, validate=check_secret)


class SubscriptionSchema(Schema):
    """A browser's ``PushSubscription`` as it writes itself."""

    endpoint = Text(least=1, most=1000, required=True)
    expirationTime = fields.Integer(allow_none=True)  # noqa: N815 -- the browser's name
    keys = fields.Nested(KeysSchema, required=True)


@blueprint.endpoint("GET", "/push-key", Permission.SIGNED_IN, gives=PushKeySchema, problems=(404,))
def push_key() -> ResponseReturnValue:
    """Give the key that a browser subscribes with."""
    private_key = running().settings.vapid_private_key
    if private_key is None:
        raise Problem(404, "push_off", "Push messages are not set up. Run: python -m server.cli init")
    return {"key": public_key(private_key)}


@blueprint.endpoint("POST", "/push-subscriptions", Permission.SIGNED_IN, takes=SubscriptionSchema, status=204)
def subscribe(sent: dict[str, Any]) -> ResponseReturnValue:
    """Send this device's messages there from now on."""
    if not _is_push_service(sent["endpoint"]):
        raise Problem(400, "malformed", "endpoint is not a push service that this server may call. See PUSH_HOSTS.")
    now = running().clock()
    with db.session.begin():
        before = (PushSubscriptionRow.device_id == caller().device_id) | (
            PushSubscriptionRow.endpoint == sent["endpoint"]
        )
        db.session.execute(delete(PushSubscriptionRow).where(before))
        db.session.add(
            PushSubscriptionRow(
                id=new_id(now),
                device_id=caller().device_id,
                user_id=caller().user_id,
                endpoint=sent["endpoint"],
                p256dh=sent["keys"]["p256dh"],
                auth=sent["keys"]["auth"],
                created_at=now,
            )
        )
    return Response(status=204)


@blueprint.endpoint("DELETE", "/push-subscriptions", Permission.SIGNED_IN, status=204)
def unsubscribe() -> ResponseReturnValue:
    """Send this device no more messages."""
    with db.session.begin():
        db.session.execute(delete(PushSubscriptionRow).where(PushSubscriptionRow.device_id == caller().device_id))
    return Response(status=204)


def _is_push_service(endpoint: str) -> bool:
    """Only known services: a device could otherwise make the server call any address in its own network."""
    try:
        parts = urlsplit(endpoint)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme != "https" and not (parts.scheme == "http" and host == "127.0.0.1"):
        return False
    return any(host == known or host.endswith(f".{known}") for known in running().settings.push_hosts)
