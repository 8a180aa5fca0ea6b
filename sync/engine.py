"""The sync engine that an application calls."""

import logging
import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from sync import rescue
from sync.accept import Accepted, Arrival, Stream, accept
from sync.answers import Gap, ManifestAnswer, PullAnswer, PushAnswer, Reset, Result, SeqConflict, Upgrade
from sync.apply import Applier
from sync.aside import Held, held_envelopes, set_aside
from sync.batch import Applied
from sync.envelope import Envelope, storable, wire_time
from sync.failure import trace
from sync.feed import create_head, raise_epoch, read_head
from sync.manifest import manifest
from sync.ports import Application
from sync.pull import advance, open_cursor
from sync.record import SERVER_STREAM, Recording, accept_recordings
from sync.scope import read_scope
from sync.transactions import reading
from sync.waiting import read_results, result_of, unsettled_lanes

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

logger = logging.getLogger(__name__)

# So many of the server's own mutations are run together; they share one transaction anyway.
_RECORDED_AT_ONCE = 200


class SyncEngine:
    """Changes travel in order, once, and everyone converges. README.md has the steps and the laws."""

    def __init__(
        self,
        sessions: sessionmaker[Session],
        application: Application,
        clock: Callable[[], datetime],
        required_tables: frozenset[str] = frozenset(),
    ) -> None:
        """``sessions`` must be bound to a database on which ``begin_explicitly`` was called.

        A client that does not know every one of ``required_tables`` is told to upgrade when it pulls.
        """
        self._sessions = sessions
        self._application = application
        self._clock = clock
        self._required_tables = required_tables
        self._applier = Applier(sessions, application, clock)
        self._has_head = False

    def push(self, user_id: str, device_id: str, stream: str, epoch: str, envelopes: Sequence[Envelope]) -> PushAnswer:
        """Store the envelopes for ever, then apply what can be applied.

        Raises ``Gap`` or ``SeqConflict``, having stored nothing. An empty push asks what the server has.
        """
        self._ensure_head()
        pushed = Stream(device_id, stream)
        arrivals = [Arrival(user_id, envelope) for envelope in envelopes]
        accepted, applied = self._take_in(pushed, arrivals, epoch)
        return PushAnswer(
            epoch=accepted.epoch,
            acked_seq=accepted.acked_seq,
            server_time=wire_time(self._clock()),
            results=self._results(pushed, {envelope.seq for envelope in envelopes}, applied),
        )

    def pull(
        self, user_id: str, device_id: str, cursor: str | None, limit: int, tables: Collection[str] | None = None
    ) -> PullAnswer:
        """What changed for this person since ``cursor``; everything without one. Raises ``Reset`` or ``Upgrade``.

        ``limit`` (1 or more) bounds the rows, but for those of a newly granted lane, which come together.
        """
        self._check_knows_enough(tables)
        self._ensure_head()
        with reading(self._sessions) as session:
            scope = read_scope(session, self._application, user_id, device_id, tables)
            held = open_cursor(cursor, scope)
            reached, more, changes = advance(session, self._application, scope, held, limit)
            return PullAnswer(
                epoch=scope.head.epoch,
                cursor=reached.encode(),
                position=reached.position,
                more=more,
                server_time=wire_time(self._clock()),
                changes=changes,
            )

    def manifest(self, user_id: str, device_id: str, tables: Collection[str] | None = None) -> ManifestAnswer:
        """What this device must hold once it has pulled everything up to the answered position."""
        self._ensure_head()
        with reading(self._sessions) as session:
            scope = read_scope(session, self._application, user_id, device_id, tables)
            return manifest(session, self._application, scope)

    def raise_epoch(self) -> str:
        """To be called after a backup was restored: devices send again what the backup lacks, and load again."""
        self._ensure_head()
        with self._writing() as session:
            return raise_epoch(session, self._clock())

    def retry_held(self) -> int:
        """Apply whatever waits or is held, after a start, a fix or an upgrade; answers how many were settled."""
        with reading(self._sessions) as session:
            lanes = unsettled_lanes(session)
        return sum(self._applier.apply([lane], try_stuck=True).settled for lane in lanes)

    def held(self) -> Sequence[Held]:
        """What is held, in order of arrival, for a person who looks into it."""
        with reading(self._sessions) as session:
            return held_envelopes(session)

    def set_aside(self, number: int, by: str) -> int:
        """Let a lane go on without the held envelope with this number; answers how many were settled by that.

        The envelope stays in the inbox as it came, refused by a person's call. Raises ``ValueError`` if it is not held.
        """
        self._ensure_head()
        with self._writing() as session:
            lane = set_aside(session, number, by, wire_time(self._clock()))
        return self._applier.apply([lane]).settled

    def rescue(self, brought_by: str, bundle: str) -> str:
        """Keep a bundle exported from a dying phone in quarantine, as it came; answers the bundle's id.

        The text is JSON: ``{user_id, device_id, envelopes: [{stream, seq, mutation_id, ...}]}``.
        """
        bundle_id = str(uuid.uuid4())
        with self._writing() as session:
            rescue.keep(session, bundle_id, brought_by, wire_time(self._clock()), bundle)
        return bundle_id

    def rescued(self, bundle_id: str) -> str:
        """The bundle as it came, with what is no envelope. Raises ``ValueError`` if there is none."""
        with reading(self._sessions) as session:
            return rescue.read_text(session, bundle_id)

    def apply_rescue(self, bundle_id: str, by: str) -> Sequence[Result]:
        """Send a bundle through accept and apply; again changes nothing. Raises ``ValueError`` if it is unreadable."""
        self._ensure_head()
        with reading(self._sessions) as session:
            bundle = rescue.open_bundle(session, bundle_id)
        results: list[Result] = []
        for stream, arrivals in bundle.arrivals.items():
            self._take_in(stream, arrivals, "rescue")
            with reading(self._sessions) as session:
                seqs = [arrival.envelope.seq for arrival in arrivals]
                results += read_results(session, stream.device_id, stream.name, seqs)
        with self._writing() as session:
            rescue.note_applied(session, bundle_id, by, wire_time(self._clock()))
        return results

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
        (result,) = self.record_many([Recording(user_id, name, v, lane, body, device_time)], session=session)
        return result

    def record_many(self, recordings: Sequence[Recording], *, session: Session | None = None) -> Sequence[Result]:
        """Record many in one transaction, in order."""
        self._ensure_head()
        if session is not None:
            return self._record_within(session, recordings)
        with self._writing() as own:
            return self._record_within(own, recordings)

    def _record_within(self, session: Session, recordings: Sequence[Recording]) -> list[Result]:
        results: list[Result] = []
        for start in range(0, len(recordings), _RECORDED_AT_ONCE):
            some = recordings[start : start + _RECORDED_AT_ONCE]
            seqs = accept_recordings(session, some, read_head(session), self._clock())
            self._applier.apply_within(session, list(dict.fromkeys(recording.lane for recording in some)))
            results += read_results(session, SERVER_STREAM.device_id, SERVER_STREAM.name, seqs)
        return results

    def _results(self, stream: Stream, seqs: set[int], applied: Applied) -> list[Result]:
        """The verdicts on these numbers, in order; a repeat got its verdict when it came first."""
        given = [
            result_of(one, decision)
            for one, decision in applied.verdicts.values()
            if one.device_id == stream.device_id and one.stream == stream.name and one.seq in seqs
        ]
        if len(given) == len(seqs):
            return sorted(given, key=lambda result: result.seq)
        with reading(self._sessions) as session:
            return read_results(session, stream.device_id, stream.name, sorted(seqs))

    def _take_in(self, stream: Stream, arrivals: Sequence[Arrival], epoch: str) -> tuple[Accepted, Applied]:
        """Both phases share one commit when all goes well; else what arrived is made durable first.

        No savepoint stands between the phases: SQLite would copy every page that the second one touches.
        """
        lanes = _lanes(arrivals)
        try:
            with self._writing() as session:
                accepted = accept(session, stream, arrivals, epoch, wire_time(self._clock()))
                applied = self._applier.apply_in(session, lanes)
        except (Gap, SeqConflict):
            raise
        except Exception as error:  # noqa: BLE001 -- whatever it was, nothing of it is stored: one phase at a time now
            logger.warning("a push of %d was given up; storing it, then lane by lane: %s", len(arrivals), trace(error))
            return self._accept(stream, arrivals, epoch), self._applier.apply_apart(lanes)
        return accepted, self._applier.go_on(applied)

    def _accept(self, stream: Stream, arrivals: Sequence[Arrival], epoch: str) -> Accepted:
        received_at = wire_time(self._clock())
        try:
            with self._writing() as session:
                return accept(session, stream, arrivals, epoch, received_at)
        except IntegrityError:
            # Another device sent one of these mutation ids at this very moment; now it can be seen and repeated.
            with self._writing() as session:
                return accept(session, stream, arrivals, epoch, received_at)

    def _check_knows_enough(self, tables: Collection[str] | None) -> None:
        missing = frozenset() if tables is None else self._required_tables - set(tables)
        if missing:
            raise Upgrade(missing)

    def _ensure_head(self) -> None:
        if not self._has_head:
            with self._writing() as session:
                create_head(session)
            self._has_head = True

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self._sessions() as session, session.begin():
            yield session


def _lanes(arrivals: Sequence[Arrival]) -> list[str]:
    """The lanes of these, as they are stored, each once."""
    return list(dict.fromkeys(storable(arrival.envelope.lane) for arrival in arrivals))
