"""What people said about old parts on their way: hand-overs, parcels, inspections, disposals (OLD-2, OLD-5)."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class CustodyFactRow(Base):
    """One thing that one person said about one old part; rows are added and never changed."""

    __tablename__ = "custody_facts"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    old_part_id: Mapped[str] = mapped_column(String(36), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    ref_id: Mapped[str] = mapped_column(String(36))
    person_id: Mapped[str] = mapped_column(String(36))
    person_kind: Mapped[str] = mapped_column(String(16))
    other_id: Mapped[str | None] = mapped_column(String(36))
    told_at: Mapped[datetime]
    mutation_id: Mapped[str] = mapped_column(String(36))


class OldPartHandOverRow(Base):
    """Both halves of a hand-over as far as they have come; read from the facts (OLD-2)."""

    __tablename__ = "old_part_hand_overs"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    old_part_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str | None] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36))
    giver_id: Mapped[str | None] = mapped_column(String(36))
    taker_id: Mapped[str | None] = mapped_column(String(36))
    given_at: Mapped[datetime | None]
    taken_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(24))


class ReturnManifestRow(Base):
    """A return manifest; ``boxes`` is ``[{no, old_part_ids}]`` (OLD-1)."""

    __tablename__ = "return_manifests"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24), unique=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))
    boxes: Mapped[list[Any]]
    packed_by: Mapped[str] = mapped_column(String(36))
    packed_at: Mapped[datetime]
    courier: Mapped[str | None] = mapped_column(String(80))
    tracking_no: Mapped[str | None] = mapped_column(String(60))
    shipped_by: Mapped[str | None] = mapped_column(String(36))
    shipped_at: Mapped[datetime | None]


class BoxClosingRow(Base):
    """A box that was unpacked, counted before its slip was shown: what lay in it, and what differs (OLD-3)."""

    __tablename__ = "box_closings"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    manifest_id: Mapped[str] = mapped_column(String(36), index=True)
    box_no: Mapped[int]
    station_id: Mapped[str] = mapped_column(String(36))
    took_in: Mapped[list[Any]]
    missing_ids: Mapped[list[Any]]
    stray_ids: Mapped[list[Any]]
    note: Mapped[str | None] = mapped_column(Text)
    closed_by: Mapped[str] = mapped_column(String(36))
    closed_at: Mapped[datetime]


class InspectionRow(Base):
    """What somebody found when they looked at a returned old part, and who answers for it (OLD-3)."""

    __tablename__ = "inspections"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    old_part_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str | None] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36))
    condition: Mapped[str] = mapped_column(String(24))
    reason_code: Mapped[str | None] = mapped_column(String(40))
    liability: Mapped[str | None] = mapped_column(String(24))
    note: Mapped[str | None] = mapped_column(Text)
    inspected_by: Mapped[str] = mapped_column(String(36))
    inspected_at: Mapped[datetime]


class DisposalRow(Base):
    """A month's list of old parts with what became of them, signed (OLD-5)."""

    __tablename__ = "disposals"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    month: Mapped[str] = mapped_column(String(7))
    way: Mapped[str] = mapped_column(String(12))
    old_part_ids: Mapped[list[Any]]
    signer_name: Mapped[str] = mapped_column(String(80))
    width: Mapped[int]
    height: Mapped[int]
    strokes: Mapped[list[Any]]
    note: Mapped[str | None] = mapped_column(Text)
    disposed_by: Mapped[str] = mapped_column(String(36))
    disposed_at: Mapped[datetime]
