"""The sync engine that an application calls."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from sync.answers import Gap, ManifestAnswer, PullAnswer, PushAnswer, Reset, Result, SeqConflict, Upgrade
from sync.envelope import Envelope
from sync.ports import Application

__all__ = [
    "Envelope",
    "Gap",
    "ManifestAnswer",
    "PullAnswer",
    "PushAnswer",
    "Recording",
    "Reset",
    "Result",
    "SeqConflict",
    "SyncEngine",
    "Upgrade",
]


@dataclass(frozen=True, slots=True)
class Recording:
    """One of the server's own mutations; ``body`` is JSON without floats, ``device_time`` now unless given."""

    user_id: str
    name: str
    v: int
    lane: str
    body: Any
    device_time: datetime | None = None


class SyncEngine:
    """Changes travel in order, once, and everyone converges. README.md has the steps and the laws."""

    def __init__(
        self,
        sessions: sessionmaker[Session],
        application: Application,
        clock: Callable[[], datetime],
        required_tables: frozenset[str] = frozenset(),
    ) -> None:
        self._sessions = sessions
        self._application = application
        self._clock = clock
        self._required_tables = required_tables

    def push(self, user_id: str, device_id: str, stream: str, epoch: str, envelopes: Sequence[Envelope]) -> PushAnswer:
        """Store the envelopes for ever, then apply what can be applied.

        Raises ``Gap`` or ``SeqConflict``, having stored nothing. An empty push asks what the server has.
        """
        raise NotImplementedError

    def pull(
        self, user_id: str, device_id: str, cursor: str | None, limit: int, tables: Collection[str] | None = None
    ) -> PullAnswer:
        """What changed for this person since ``cursor``; everything without one. Raises ``Reset`` or ``Upgrade``."""
        raise NotImplementedError

    def manifest(self, user_id: str, device_id: str, tables: Collection[str] | None = None) -> ManifestAnswer:
        """What this device must hold once it has pulled everything."""
        raise NotImplementedError

    def raise_epoch(self) -> str:
        """To be called after a backup was restored: devices send again what the backup lacks, and load again."""
        raise NotImplementedError

    def retry_held(self) -> int:
        """Apply whatever waits or is held, after a start, a fix or an upgrade; answers how many were settled."""
        raise NotImplementedError

    def rescue(self, brought_by: str, bundle: str) -> str:
        """Keep a bundle exported from a dying phone in quarantine, byte for byte; answers the bundle's id.

        The text is JSON: ``{device_id, user_id, envelopes: [{stream, seq, mutation_id, ...}]}``.
        """
        raise NotImplementedError

    def apply_rescue(self, bundle_id: str, by: str) -> Sequence[Result]:
        """Send a bundle through accept and apply; again changes nothing. Raises ``ValueError`` if it is unreadable."""
        raise NotImplementedError

    def record(
        self,
        user_id: str,
        name: str,
        v: int,
        lane: str,
        body: Any,
        *,
        device_time: datetime | None = None,
        session: Session | None = None,
    ) -> Result:
        """Record one of the server's own mutations; with ``session`` as the last act of that transaction."""
        raise NotImplementedError

    def record_many(self, recordings: Sequence[Recording], *, session: Session | None = None) -> Sequence[Result]:
        """Record many in one transaction, in order."""
        raise NotImplementedError
