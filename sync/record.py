"""The server's own mutations go through the same log, as those of a device of its own."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sync.accept import Arrival, Stream, accept, lock_stream
from sync.envelope import Envelope, hash_envelope, wire_time
from sync.feed import SERVER, Head

SERVER_STREAM = Stream(SERVER, "main")


@dataclass(frozen=True, slots=True)
class Recording:
    """One of the server's own mutations; ``body`` is JSON without floats, ``device_time`` now unless given."""

    user_id: str
    name: str
    v: int
    lane: str
    body: Any
    device_time: datetime | None = None


def accept_recordings(session: Session, recordings: Sequence[Recording], head: Head, now: datetime) -> list[int]:
    """Put them into the inbox in order; answers their numbers in the server's stream."""
    acked = lock_stream(session, SERVER_STREAM).acked_seq
    arrivals = [
        Arrival(recording.user_id, _envelope(recording, seq, head.position, now))
        for seq, recording in enumerate(recordings, start=acked + 1)
    ]
    accept(session, SERVER_STREAM, arrivals, head.epoch, wire_time(now))
    return [arrival.envelope.seq for arrival in arrivals]


def _envelope(recording: Recording, seq: int, base: int, now: datetime) -> Envelope:
    mutation_id = str(uuid.uuid4())
    body = json.dumps(recording.body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    told = wire_time(recording.device_time or now)
    return Envelope(
        seq=seq,
        mutation_id=mutation_id,
        name=recording.name,
        v=recording.v,
        lane=recording.lane,
        base=base,
        body=body,
        device_time=told,
        tz_offset_min=0,
        clock_offset_ms=0,
        sha256=hash_envelope(mutation_id, recording.name, recording.v, recording.lane, base, told, 0, body),
    )
