"""Rolls of tags that were printed, each with the places of its codes (OLD-1)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.tables.base import Base
from server.tables.old_parts import OldPartReceiptRow, OldPartRow


class TagRollRow(Base):
    """``first_place`` and ``count`` say which codes; rows are added and never changed."""

    __tablename__ = "tag_rolls"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24))
    station_id: Mapped[str] = mapped_column(String(36))
    first_place: Mapped[int] = mapped_column(unique=True)
    count: Mapped[int]
    first_tag: Mapped[str] = mapped_column(String(7))
    last_tag: Mapped[str] = mapped_column(String(7))
    printed_by: Mapped[str] = mapped_column(String(36))
    printed_at: Mapped[datetime]


def any_hangs(session: Session, tags: Sequence[str]) -> bool:
    """Say whether one of the tags hangs on an old part already, or came in on something."""
    seen = (select(row.id).where(row.tag.in_(tags)).limit(1) for row in (OldPartRow, OldPartReceiptRow))
    return any(session.scalar(statement) is not None for statement in seen)
