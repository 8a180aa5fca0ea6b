"""Roles and what they may do, passwords, and whose a device is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sync.refusal import NotPermitted, Refusal

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 200
TOKEN_LIFETIME = timedelta(days=180)


class Role(StrEnum):
    """What a person does; a person may hold several."""

    TECHNICIAN = "technician"
    CLERK = "clerk"
    DISPATCHER = "dispatcher"
    MANAGER = "manager"
    QUALITY = "quality"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """What an endpoint asks of the person who calls it."""

    ANYONE = "anyone"
    SIGNED_IN = "signed_in"
    OPERATOR = "operator"
    SYNC = "sync"
    FILES = "files"
    SEE_DEVICES = "see_devices"
    REVOKE_DEVICES = "revoke_devices"
    FIGURES = "figures"
    MASTER_DATA = "master_data"
    ARCHIVE = "archive"


_EVERYBODY = frozenset(Role)
_OFFICE = frozenset({Role.ADMINISTRATOR, Role.MANAGER})

ROLES_THAT_MAY: Mapping[Permission, frozenset[Role]] = {
    Permission.SIGNED_IN: _EVERYBODY,
    Permission.SYNC: _EVERYBODY,
    Permission.FILES: _EVERYBODY,
    Permission.SEE_DEVICES: _OFFICE,
    Permission.REVOKE_DEVICES: _OFFICE,
    Permission.FIGURES: frozenset({Role.MANAGER}),
    Permission.MASTER_DATA: _OFFICE,
    Permission.ARCHIVE: frozenset({Role.MANAGER}),
}


class RevokeMode(StrEnum):
    """Wipe a stolen device; drain a leaver's, so that what it holds is still taken in."""

    WIPE = "wipe"
    DRAIN = "drain"


class PasswordTooShort(Refusal):
    """The password is easy to guess."""

    code = "password_too_short"


class PasswordTooLong(Refusal):
    """The password would cost too much to check."""

    code = "password_too_long"


class DeviceOfAnother(Refusal):
    """The device id belongs to somebody else."""

    code = "device_of_another"


class DeviceKnown(Refusal):
    """The device id is in use already."""

    code = "device_known"


class DeviceRevoked(Refusal):
    """The office signed the device out for good."""

    code = "revoked"


@dataclass(frozen=True, slots=True)
class Device:
    """A device as the rules see it."""

    id: str
    user_id: str
    revoked: RevokeMode | None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who asks, with the roles that they hold now; without a station they work for the head office."""

    user_id: str
    roles: frozenset[Role]
    station_id: str | None


def may(actor: Actor, permission: Permission) -> bool:
    """Say whether one of the person's roles carries the permission; what is not listed is denied."""
    return not actor.roles.isdisjoint(ROLES_THAT_MAY.get(permission, frozenset()))


def check_password(password: str) -> None:
    """Refuse a password that is too easy to guess or too long to hash."""
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordTooShort(f"Choose a password of at least {SHORTEST_PASSWORD} characters.")
    if len(password) > LONGEST_PASSWORD:
        raise PasswordTooLong(f"Choose a password of at most {LONGEST_PASSWORD} characters.")


def check_sign_in(device: Device | None, *, user_id: str) -> None:
    """Refuse a device that is somebody else's or was revoked; a device nobody knows yet is welcome."""
    if device is None:
        return
    if device.user_id != user_id:
        raise DeviceOfAnother("This device id belongs to another person. Make a new device id and sign in again.")
    if device.revoked is not None:
        raise DeviceRevoked("This device was signed out by the office.", mode=device.revoked.value)


def check_renewal(device: Device | None) -> None:
    """Refuse to go on under an id that any device has had; whose it is stays untold."""
    if device is not None:
        raise DeviceKnown("This device id is known already. Make a new device id and renew with it.")


def looks_after(actor: Actor, station_id: str | None) -> bool:
    """Say whether the person looks after that station's devices: an administrator all, a manager their own."""
    if Role.ADMINISTRATOR in actor.roles:
        return True
    return Role.MANAGER in actor.roles and (actor.station_id is None or actor.station_id == station_id)


def check_revoke(actor: Actor, *, station_id: str | None) -> None:
    """Refuse to revoke a device of a station that the person does not look after."""
    if not looks_after(actor, station_id):
        raise NotPermitted("Only the station's own manager or an administrator may sign this device out.")
