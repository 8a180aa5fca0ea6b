"""Documents made of what is sealed: where each PDF lies."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class DocumentRow(Base):
    """The newest PDF of one seal, under the seal's id. ``name`` is the file's name in the store, ``size`` is in bytes.

    ``photos_missing`` counts the photos that had not arrived when it was made.
    """

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit_id: Mapped[str] = mapped_column(String(36), index=True)
    revision: Mapped[int]
    name: Mapped[str] = mapped_column(String(120))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    photos_missing: Mapped[int]
    made_at: Mapped[datetime]
