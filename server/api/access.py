"""Who calls, and whether they may: what no endpoint declares is denied before a byte of the body is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import current_app, g, request
from sqlalchemy import Row, bindparam, select

from server.api.problems import SIGN_IN, Problem
from server.api.running import running
from server.api.tokens import COOKIE, token_hash
from server.rules.people import Actor, Permission, RevokeMode, Role, may
from server.tables.base import db
from server.tables.devices import DeviceRow
from server.tables.people import PersonRow
from sync.transactions import reading

View = TypeVar("View", bound=Callable[..., Any])

HEADER = "X-Truckroll"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
BODY_LIMIT = 512 * 1024

# Built once: every request asks it, and making a statement costs more than running it.
_SIGNED_IN = (
    select(
        DeviceRow.id,
        DeviceRow.user_id,
        DeviceRow.revoke_mode,
        PersonRow.name,
        PersonRow.language,
        PersonRow.roles,
        PersonRow.station_id,
    )
    .join(PersonRow, PersonRow.id == DeviceRow.user_id)
    .where(DeviceRow.token_hash == bindparam("hash"), DeviceRow.token_ends_at > bindparam("now"))
    .where(PersonRow.active | DeviceRow.revoke_mode.is_not(None))
)


@dataclass(frozen=True, slots=True)
class Access:
    """What an endpoint declares: its permission, whether a draining device may still use it, the longest body in bytes.

    ``at_most`` is None where the endpoint itself checks the length before it stores a byte. ``plain_form``: any page
    may send it, because nothing in the answer depends on who asks.
    """

    permission: Permission
    drained: bool = False
    at_most: int | None = BODY_LIMIT
    plain_form: bool = False


def permit(
    permission: Permission, *, drained: bool = False, at_most: int | None = BODY_LIMIT, plain_form: bool = False
) -> Callable[[View], View]:
    """Declare the access of a view function."""

    def declare(view: View) -> View:
        vars(view)["access"] = Access(permission, drained=drained, at_most=at_most, plain_form=plain_form)
        return view

    return declare


@dataclass(frozen=True, slots=True)
class Caller:
    """The person and device behind the current request."""

    device_id: str
    name: str
    language: str
    actor: Actor

    @property
    def user_id(self) -> str:
        return self.actor.user_id


def caller() -> Caller:
    """Return who calls; only endpoints with a permission other than ``ANYONE`` have a caller."""
    found = g.caller
    if not isinstance(found, Caller):
        raise TypeError("this endpoint is open to anyone")
    return found


def declared_access() -> Access | None:
    """Return what the current endpoint declares, or None where no endpoint answers."""
    view = current_app.view_functions.get(request.endpoint or "")
    access = getattr(view, "access", None)
    return access if isinstance(access, Access) else None


def guard() -> None:
    """Let the request through, or raise the ``Problem`` that says why not."""
    if request.endpoint is None:
        return
    access = declared_access()
    if access is None:
        raise Problem(403, "not_permitted", "Nobody may use this address.")
    if request.method not in SAFE_METHODS and not access.plain_form:
        _check_same_site()
    if access.permission is not Permission.ANYONE:
        g.caller = _authenticate(access)
    if access.at_most is not None:
        request.max_content_length = access.at_most


def _check_same_site() -> None:
    """Refuse what another site may have made this person's browser send."""
    origin = request.headers.get("Origin")
    from_us = origin is None or origin == running().settings.public_origin or urlsplit(origin).netloc == request.host
    fetch_site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if request.headers.get(HEADER) != "1" or not from_us or fetch_site not in {"same-origin", "none"}:
        raise Problem(403, "cross_site", f"Send the header '{HEADER}: 1', and only from this site's own pages.")


def _authenticate(access: Access) -> Caller:
    now = running().clock()
    device = _signed_in_device(request.cookies.get(COOKIE, ""), now)
    if device is None:
        raise Problem(401, *SIGN_IN)
    if device.revoke_mode is not None and not (access.drained and device.revoke_mode == RevokeMode.DRAIN):
        raise Problem(403, "revoked", "This device was signed out by the office.", mode=device.revoke_mode)
    actor = Actor(device.user_id, frozenset(Role(role) for role in device.roles), device.station_id)
    if not may(actor, access.permission):
        raise Problem(403, "not_permitted", "Your roles do not allow this. Ask an administrator.")
    return Caller(device_id=device.id, name=device.name, language=device.language, actor=actor)


def _signed_in_device(
    token: str, now: datetime
) -> Row[tuple[str, str, str | None, str, str, list[str], str | None]] | None:
    with reading(db.session) as session:
        return session.connection().execute(_SIGNED_IN, {"hash": token_hash(token), "now": now}).one_or_none()
