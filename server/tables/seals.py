"""Seals: what a customer signed, byte for byte, chained over the whole installation (VIS-7, law 11)."""

from datetime import datetime

from sqlalchemy import String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.rules.seals import DRAWN, Books, Head, Sealed
from server.tables.base import Base
from server.tables.devices import DeviceRow
from server.tables.signatures import SignatureRow
from sync.envelope import wire_time


class SealRow(Base):
    """One signature's seal, under the signature's id; the database refuses to change or delete it (``guards.py``).

    ``revision`` is the server's order in the visit. ``device_key`` is a copy of the key that the signature was checked
    with, none when no device of the person has it. ``countersignature`` is none where the server has no key.
    """

    __tablename__ = "seals"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    revision: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    previous: Mapped[str | None] = mapped_column(String(64))
    device_id: Mapped[str | None] = mapped_column(String(36))
    device_key: Mapped[str | None] = mapped_column(Text)
    device_signature: Mapped[str] = mapped_column(Text)
    signed_at: Mapped[datetime]
    received_at: Mapped[datetime]
    chain_no: Mapped[int] = mapped_column(unique=True)
    chain_hash: Mapped[str] = mapped_column(String(64))
    chain_previous: Mapped[str] = mapped_column(String(64))
    countersignature: Mapped[str | None] = mapped_column(Text)
    server_key: Mapped[str | None] = mapped_column(Text)
    seal_fits: Mapped[bool]


class SealHeadRow(Base):
    """The end of the chain; its one row is locked before the head of the feed, so that links are made one by one."""

    __tablename__ = "seal_head"

    id: Mapped[str] = mapped_column(String(8), primary_key=True)
    chain_no: Mapped[int]
    chain_hash: Mapped[str] = mapped_column(String(64))


HEAD = "chain"
"""The id of the one row of ``SealHeadRow``."""


def sealed_of(row: SealRow) -> Sealed:
    """Return the seal as the rules verify it."""
    return Sealed(
        id=row.id,
        visit_id=row.visit_id,
        revision=row.revision,
        document=row.document,
        sha256=row.sha256,
        previous=row.previous,
        device_key=row.device_key,
        device_signature=row.device_signature,
        received_at=wire_time(row.received_at),
        chain_no=row.chain_no,
        chain_hash=row.chain_hash,
        chain_previous=row.chain_previous,
        countersignature=row.countersignature,
        server_key=row.server_key,
    )


def books_around(session: Session, sealed: Sealed) -> Books:
    """Return what the tables say around a seal, which may be a copy that they no longer have (VIS-7)."""
    kept = session.get(SealRow, sealed.id)
    device = None if kept is None or kept.device_id is None else session.get(DeviceRow, kept.device_id)
    drawn = session.get(SignatureRow, sealed.id)
    head = session.get(SealHeadRow, HEAD)
    revisions = session.scalars(select(SealRow).where(SealRow.visit_id == sealed.visit_id))
    return Books(
        kept=None if kept is None else sealed_of(kept),
        before=_link(session, sealed.chain_no - 1),
        after=_link(session, sealed.chain_no + 1),
        head=None if head is None else Head(head.chain_no, head.chain_hash),
        revisions=[sealed_of(row) for row in revisions],
        registered=frozenset() if device is None or device.public_key is None else frozenset({device.public_key}),
        drawn=None if drawn is None else {name: getattr(drawn, name) for name in DRAWN},
    )


def _link(session: Session, chain_no: int) -> Sealed | None:
    row = session.scalar(select(SealRow).where(SealRow.chain_no == chain_no))
    return None if row is None else sealed_of(row)
