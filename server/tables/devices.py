"""The devices that people sign in on, and where push messages reach them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

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
