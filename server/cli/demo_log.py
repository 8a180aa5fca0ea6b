"""Collects the demonstration's mutations in the order in which they happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

from server.mutations.acting import SYSTEM
from sync.engine import Recording


@dataclass
class Log:
    """``chance`` is seeded, so that the same moment gives the same company."""

    now: datetime
    chance: Random
    recordings: list[Recording] = field(default_factory=list)
    files: list["PhotoFile"] = field(default_factory=list)

    def new_id(self, at: datetime | None = None) -> str:
        """Return a UUIDv7 of that moment."""
        number = int((at or self.now).timestamp() * 1000) << 80 | 0x7 << 76
        number |= self.chance.getrandbits(12) << 64 | 0b10 << 62 | self.chance.getrandbits(62)
        return str(UUID(int=number))

    def tell(self, user_id: str, name: str, lane: str, body: Mapping[str, Any], at: datetime) -> None:
        """Note one mutation that somebody recorded at that moment."""
        self.recordings.append(Recording(user_id, name, 1, lane, dict(body), min(at, self.now)))

    def add(self, table: str, body: Mapping[str, Any], at: datetime) -> str:
        """Note that a row of the company's files was added; answers its new id."""
        row_id = self.new_id(at)
        self.tell(SYSTEM, f"{table}.add", f"{table}:{row_id}", {f"{table}_id": row_id, **body}, at)
        return row_id


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A drawn photo, or a voice note, that is still to be uploaded by who made it."""

    photo_id: str
    user_id: str
    sha256: str
    data: bytes
    type: str = "image/jpeg"
