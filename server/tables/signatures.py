"""Signatures as the pen moved."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class SignatureRow(Base):
    """``strokes`` is a list of strokes, each a list of ``[x, y, milliseconds]`` on a pad of ``width`` by ``height``.

    ``mark`` says how it was signed: by hand, by typing the name, or with the stamp on a photo (VIS-8).
    """

    __tablename__ = "signatures"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    mark: Mapped[str] = mapped_column(String(16), server_default="drawn")
    stamp_photo_id: Mapped[str | None] = mapped_column(String(36))
    signer_name: Mapped[str] = mapped_column(String(80))
    signer_role: Mapped[str | None] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(8))
    signed_at: Mapped[datetime]
    width: Mapped[int]
    height: Mapped[int]
    strokes: Mapped[list[Any]]
