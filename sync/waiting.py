"""What waits in the inbox: accepted and not yet applied, or held."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, or_, select, text, update
from sqlalchemy.orm import Session

from sync.answers import Result
from sync.many import execute_many
from sync.one_of import one_of
from sync.ports import Verdict
from sync.tables import inbox, verdicts
from sync.transactions import dialect

_UNSETTLED = or_(verdicts.c.verdict.is_(None), verdicts.c.verdict == Verdict.HELD.value)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An envelope of the inbox whose effect is still to come; ``verdict`` is ``None`` or held."""

    number: int
    user_id: str
    device_id: str
    stream: str
    seq: int
    mutation_id: str
    repeat_of: int | None
    name: str
    v: int
    lane: str
    base: int
    body: str
    sha256: str
    device_time: str
    tz_offset_min: int
    clock_offset_ms: int
    received_at: str
    verdict: str | None
    code: str | None
    detail: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict ready to be stored; ``awaits`` is the row, as ``table/id``, whose arrival may change it."""

    verdict: Verdict
    code: str | None = None
    detail: str | None = None
    awaits: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The envelope that came first under a mutation id, and its verdict if it has one."""

    sha256: str
    decision: Decision | None


_COLUMNS = (
    inbox.c.number,
    inbox.c.user_id,
    inbox.c.device_id,
    inbox.c.stream,
    inbox.c.seq,
    inbox.c.mutation_id,
    inbox.c.repeat_of,
    inbox.c.name,
    inbox.c.v,
    inbox.c.lane,
    inbox.c.base,
    inbox.c.body,
    inbox.c.sha256,
    inbox.c.device_time,
    inbox.c.tz_offset_min,
    inbox.c.clock_offset_ms,
    inbox.c.received_at,
    verdicts.c.verdict,
    verdicts.c.code,
    verdicts.c.detail,
)


# Built once: making a statement costs more than running it.
_WAITING_IN = (
    select(*_COLUMNS)
    .join_from(verdicts, inbox, verdicts.c.number == inbox.c.number)
    .where(one_of(verdicts.c.lane, "lanes"), _UNSETTLED)
    .order_by(verdicts.c.number)
)
_LANES_AWAITING = select(verdicts.c.lane).where(
    one_of(verdicts.c.awaits, "rows"), verdicts.c.verdict == Verdict.HELD.value
)
_DECIDE = (
    update(verdicts)
    .where(verdicts.c.number == bindparam("of_number"))
    .values(
        verdict=bindparam("new_verdict"),
        code=bindparam("new_code"),
        detail=bindparam("new_detail"),
        awaits=bindparam("new_awaits"),
        decided_at=bindparam("now"),
    )
)
_RESULTS = (
    select(inbox.c.seq, inbox.c.mutation_id, verdicts.c.verdict, verdicts.c.code, verdicts.c.detail)
    .join_from(inbox, verdicts, verdicts.c.number == inbox.c.number)
    .where(
        inbox.c.device_id == bindparam("of_device"),
        inbox.c.stream == bindparam("of_stream"),
        inbox.c.seq.in_(bindparam("seqs", expanding=True)),
        verdicts.c.verdict.is_not(None),
    )
    .order_by(inbox.c.seq)
)


def lock_lanes(session: Session, lanes: Collection[str]) -> None:
    """Let nobody else apply these lanes until the transaction ends; SQLite has one writer anyway."""
    if dialect(session) == "sqlite":
        return
    keys = sorted(int.from_bytes(hashlib.sha256(lane.encode()).digest()[:8], signed=True) for lane in set(lanes))
    session.execute(
        text("SELECT pg_advisory_xact_lock(key) FROM unnest(CAST(:keys AS bigint[])) AS key"), {"keys": keys}
    )


def load_waiting(session: Session, lanes: Collection[str]) -> list[Waiting]:
    """All that waits in these lanes, in order of arrival."""
    found: Any = session.connection().execute(_WAITING_IN, {"lanes": sorted(set(lanes))})
    return [Waiting(*row) for row in found]


def unsettled_lanes(session: Session) -> list[str]:
    """Every lane in which something waits, in order of arrival."""
    query = select(verdicts.c.lane).where(_UNSETTLED).group_by(verdicts.c.lane).order_by(func.min(verdicts.c.number))
    return list(session.scalars(query))


def lanes_awaiting(session: Session, rows: Iterable[str]) -> set[str]:
    """The lanes in which something is held for want of one of these rows (``table/id``)."""
    return set(session.connection().scalars(_LANES_AWAITING, {"rows": sorted(rows)}))


def read_originals(session: Session, numbers: Collection[int]) -> dict[int, Original]:
    """The envelopes that repeats repeat."""
    query = (
        select(inbox.c.number, inbox.c.sha256, verdicts.c.verdict, verdicts.c.code, verdicts.c.detail)
        .join_from(inbox, verdicts, verdicts.c.number == inbox.c.number)
        .where(inbox.c.number.in_(sorted(numbers)))
    )
    return {
        row.number: Original(row.sha256, row.verdict and Decision(Verdict(row.verdict), row.code, row.detail))
        for row in session.execute(query)
    }


def store_decisions(session: Session, decisions: Mapping[int, Decision], decided_at: str) -> None:
    """Store the verdicts in one statement."""
    execute_many(
        session,
        _DECIDE,
        [
            {
                "of_number": number,
                "new_verdict": decision.verdict.value,
                "new_code": decision.code,
                "new_detail": decision.detail,
                "new_awaits": decision.awaits,
                "now": decided_at,
            }
            for number, decision in decisions.items()
        ],
    )


def read_results(session: Session, device_id: str, stream: str, seqs: Sequence[int]) -> list[Result]:
    """The verdicts given so far on these numbers of a stream, in order."""
    values = {"of_device": device_id, "of_stream": stream, "seqs": list(seqs)}
    return [
        Result(row.seq, row.mutation_id, Verdict(row.verdict), row.code, read_detail(row.detail))
        for row in session.execute(_RESULTS, values)
    ]


def result_of(one: Waiting, decision: Decision) -> Result:
    """The verdict that was just given."""
    return Result(one.seq, one.mutation_id, decision.verdict, decision.code, read_detail(decision.detail))


def read_detail(stored: str | None) -> Any:
    """The detail as it travels."""
    return None if stored is None else json.loads(stored)
