"""Phase 1 of a push: the envelopes become durable in the inbox, or the push is told what is wrong with its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, and_, bindparam, insert, or_, select, update
from sqlalchemy.orm import Session

from sync.answers import Gap, SeqConflict
from sync.envelope import Envelope, storable
from sync.many import execute_many
from sync.one_of import one_of
from sync.tables import head, inbox, streams, verdicts
from sync.transactions import dialect
from sync.upsert import upsert

# Built once: making a statement costs more than running it.
_STORE = insert(inbox)
_EPOCH = select(head.c.epoch).scalar_subquery().label("epoch")
_IS_IN_STREAM = and_(inbox.c.device_id == bindparam("of_device"), inbox.c.stream == bindparam("of_stream"))
_KNOWN = select(
    inbox.c.number,
    inbox.c.device_id,
    inbox.c.stream,
    inbox.c.seq,
    inbox.c.mutation_id,
    inbox.c.sha256,
    inbox.c.repeat_of,
).where(
    or_(
        and_(_IS_IN_STREAM, inbox.c.seq.in_(bindparam("seqs", expanding=True))),
        and_(one_of(inbox.c.mutation_id, "mutation_ids"), inbox.c.repeat_of.is_(None)),
    )
)
_AWAIT_VERDICTS = insert(verdicts).from_select(
    ["number", "lane"],
    select(inbox.c.number, inbox.c.lane).where(_IS_IN_STREAM, inbox.c.seq > bindparam("acked")),
)
_ACKNOWLEDGE = (
    update(streams)
    .where(streams.c.device_id == bindparam("of_device"), streams.c.stream == bindparam("of_stream"))
    .values(acked_seq=bindparam("acked"))
)


@dataclass(frozen=True, slots=True)
class Stream:
    """One of a device's own numberings."""

    device_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """The newest number of a stream that is in the inbox, and the life of the server that says so."""

    acked_seq: int
    epoch: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """An envelope and whose it is."""

    user_id: str
    envelope: Envelope


def lock_stream(session: Session, stream: Stream) -> Accepted:
    """Hold the stream until the transaction ends."""
    statement = upsert(dialect(session), streams, ("device_id", "stream"), ("device_id",))
    values = {"device_id": stream.device_id, "stream": stream.name, "acked_seq": 0}
    row = session.connection().execute(statement.returning(streams.c.acked_seq, _EPOCH), values).one()
    return Accepted(row.acked_seq, row.epoch)


def accept(session: Session, stream: Stream, arrivals: Sequence[Arrival], epoch: str, received_at: str) -> Accepted:
    """Store what is new.

    Raises ``SeqConflict`` or ``Gap``; then the transaction must be given up.
    """
    held = lock_stream(session, stream)
    if not arrivals:
        return held
    known = _known(session, stream, arrivals)
    fresh = _fresh(arrivals, held.acked_seq, {row.seq: row for row in known if _is_of(row, stream)})
    if not fresh:
        return held
    _store(
        session,
        stream,
        fresh,
        {row.mutation_id: row.number for row in known if row.repeat_of is None},
        {
            "epoch": epoch,
            "received_at": received_at,
        },
    )
    accepted = replace(held, acked_seq=fresh[-1].envelope.seq)
    of_stream = {"of_device": stream.device_id, "of_stream": stream.name}
    session.connection().execute(_AWAIT_VERDICTS, of_stream | {"acked": held.acked_seq})
    session.connection().execute(_ACKNOWLEDGE, of_stream | {"acked": accepted.acked_seq})
    return accepted


def _known(session: Session, stream: Stream, arrivals: Sequence[Arrival]) -> Sequence[Row[*tuple[Any, ...]]]:
    """What the inbox has under these numbers of the stream, or under these mutation ids of any device."""
    values = {
        "of_device": stream.device_id,
        "of_stream": stream.name,
        "seqs": [one.envelope.seq for one in arrivals],
        "mutation_ids": [one.envelope.mutation_id for one in arrivals],
    }
    return session.connection().execute(_KNOWN, values).all()


def _is_of(row: Row[*tuple[Any, ...]], stream: Stream) -> bool:
    return bool(row.device_id == stream.device_id and row.stream == stream.name)


def _fresh(arrivals: Sequence[Arrival], acked: int, known: Mapping[int, Row[*tuple[Any, ...]]]) -> list[Arrival]:
    """What is not in the inbox, in order and without a gap after ``acked``."""
    by_seq: dict[int, Arrival] = {}
    for arrival in arrivals:
        envelope = arrival.envelope
        earlier = known.get(envelope.seq) or by_seq.setdefault(envelope.seq, arrival).envelope
        if (earlier.mutation_id, earlier.sha256) != (envelope.mutation_id, envelope.sha256):
            raise SeqConflict(envelope.seq)
    fresh = [by_seq[seq] for seq in sorted(by_seq)]
    for expected, arrival in enumerate(fresh, start=acked + 1):
        if arrival.envelope.seq != expected:
            raise Gap(acked + 1)
    return fresh


def _store(
    session: Session, stream: Stream, fresh: Sequence[Arrival], originals: Mapping[str, int], stamp: Mapping[str, str]
) -> None:
    """Insert in one statement; a mutation that stands twice in the same push needs a second one."""
    firsts: list[dict[str, Any]] = []
    again: list[dict[str, Any]] = []
    seen: set[str] = set()
    for arrival in fresh:
        mutation_id = arrival.envelope.mutation_id
        stored = {**_columns(stream, arrival), **stamp, "repeat_of": originals.get(mutation_id)}
        (again if mutation_id in seen and mutation_id not in originals else firsts).append(stored)
        seen.add(mutation_id)
    execute_many(session, _STORE, firsts)
    if again:
        query = select(inbox.c.mutation_id, inbox.c.number).where(
            inbox.c.mutation_id.in_([stored["mutation_id"] for stored in again]), inbox.c.repeat_of.is_(None)
        )
        numbers = {row.mutation_id: row.number for row in session.execute(query)}
        execute_many(session, _STORE, [stored | {"repeat_of": numbers[stored["mutation_id"]]} for stored in again])


def _columns(stream: Stream, arrival: Arrival) -> dict[str, Any]:
    envelope = arrival.envelope
    return {
        "user_id": arrival.user_id,
        "device_id": stream.device_id,
        "stream": stream.name,
        "seq": envelope.seq,
        "mutation_id": envelope.mutation_id,
        "name": storable(envelope.name),
        "v": envelope.v,
        "lane": storable(envelope.lane),
        "base": envelope.base,
        "body": storable(envelope.body),
        "sha256": envelope.sha256,
        "device_time": storable(envelope.device_time),
        "tz_offset_min": envelope.tz_offset_min,
        "clock_offset_ms": envelope.clock_offset_ms,
    }
