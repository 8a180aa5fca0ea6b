"""The devices that people sign in on, and where push messages reach them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, delete, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.rules.people import TOKEN_LIFETIME, Device, RevokeMode
from server.tables.base import Base
from server.tables.people import PersonRow


class DeviceRow(Base):
    """A device of one person. ``token_hash`` is SHA-256 of its token; none when it is signed out.

    A revoked device keeps its hash, so that it can be told to wipe or to drain.
    """

    __tablename__ = "devices"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey(PersonRow.id), index=True)
    name: Mapped[str] = mapped_column(String(100))
    public_key: Mapped[str | None] = mapped_column(Text)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    token_ends_at: Mapped[datetime | None]
    enrolled_at: Mapped[datetime]
    signed_in_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[str | None] = mapped_column(String(36))
    revoke_mode: Mapped[str | None] = mapped_column(String(8))


class PushSubscriptionRow(Base):
    """A browser's address for push messages, with the keys that only it can decrypt with."""

    __tablename__ = "push_subscriptions"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    device_id: Mapped[str] = mapped_column(ForeignKey(DeviceRow.id), index=True)
    user_id: Mapped[str] = mapped_column(ForeignKey(PersonRow.id), index=True)
    endpoint: Mapped[str] = mapped_column(Text, unique=True)
    p256dh: Mapped[str] = mapped_column(String(120))
    auth: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime]


def load(session: Session, device_id: str) -> Device | None:
    """Return the device as the rules see it, or None when nobody has signed in on it yet."""
    row = session.get(DeviceRow, device_id)
    if row is None:
        return None
    return Device(row.id, row.user_id, None if row.revoke_mode is None else RevokeMode(row.revoke_mode))


def sign_in(
    session: Session, device: Device, *, name: str, public_key: str | None, token_hash: str, now: datetime
) -> None:
    """Enrol the device if it is new and give it this token; an older one ends. A registered key is never replaced."""
    row = session.get(DeviceRow, device.id)
    if row is None:
        row = DeviceRow(id=device.id, user_id=device.user_id, enrolled_at=now)
        session.add(row)
    row.name = name
    row.public_key = row.public_key or public_key
    row.token_hash = token_hash
    row.token_ends_at = now + TOKEN_LIFETIME
    row.signed_in_at = now


def sign_out(session: Session, device_id: str) -> None:
    """End the device's token and its push messages; it stays enrolled, with what it has not sent yet."""
    session.execute(update(DeviceRow).where(DeviceRow.id == device_id).values(token_hash=None, token_ends_at=None))
    session.execute(delete(PushSubscriptionRow).where(PushSubscriptionRow.device_id == device_id))


def revoke(session: Session, device_id: str, *, mode: RevokeMode, by: str, now: datetime) -> None:
    """Sign the device out for good. Its token stays, so that the device can be told."""
    values = {"revoked_at": now, "revoked_by": by, "revoke_mode": mode.value}
    session.execute(update(DeviceRow).where(DeviceRow.id == device_id).values(**values))
    session.execute(delete(PushSubscriptionRow).where(PushSubscriptionRow.device_id == device_id))
