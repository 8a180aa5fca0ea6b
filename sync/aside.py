"""A person's call to set a held envelope aside, so that its lane goes on; it stays in the inbox as it came."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from sync.feed import SERVER, VERDICT_TABLE, Entry, Op, write_feed
from sync.ports import Verdict
from sync.tables import inbox, verdicts
from sync.waiting import Decision, lock_lanes, store_decisions

SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Held:
    """An envelope that is held, without its content."""

    number: int
    device_id: str
    stream: str
    seq: int
    name: str
    lane: str
    code: str | None
    received_at: str


_HELD = (
    select(
        inbox.c.number,
        inbox.c.device_id,
        inbox.c.stream,
        inbox.c.seq,
        inbox.c.name,
        inbox.c.lane,
        verdicts.c.code,
        inbox.c.received_at,
    )
    .join_from(verdicts, inbox, verdicts.c.number == inbox.c.number)
    .where(verdicts.c.verdict == Verdict.HELD.value)
    .order_by(inbox.c.number)
)


def held_envelopes(session: Session) -> Sequence[Held]:
    """All that is held, in order of arrival."""
    return [Held(*row) for row in session.execute(_HELD)]


def set_aside(session: Session, number: int, by: str, at: str) -> str:
    """Refuse the held envelope by that person's call and tell its device; answers its lane.

    Raises ``ValueError`` when it is not held. What repeats it is decided like it, when its lane is applied.
    """
    row = _held(session, number)
    lock_lanes(session, [row.lane])
    held = _held(session, number)
    detail = {"by": by, "at": at, "was": held.code}
    if held.device_id != SERVER:
        write_feed(session, {Entry(VERDICT_TABLE, str(number), f"device:{held.device_id}"): Op.VERDICT})
    store_decisions(session, {number: Decision(Verdict.REFUSED, SET_ASIDE, json.dumps(detail))}, at)
    return held.lane


def _held(session: Session, number: int) -> Held:
    found = session.execute(_HELD.where(inbox.c.number == number)).one_or_none()
    if found is None:
        raise ValueError(f"Number {number} is not held. `held` lists what is.")
    return Held(*found)
