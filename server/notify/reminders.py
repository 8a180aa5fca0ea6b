"""Reminds of old parts that are overdue: once in each bucket of days, whatever crashes (OLD-4)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, sessionmaker

from server.rules.ageing import bucket, bucket_begins, next_bucket
from server.rules.old_parts import ON_THE_WAY, HolderKind, OldPartState
from server.rules.people import Role
from server.rules.presets import INITIAL
from server.tables.old_parts import OldPartRow
from server.tables.people import PersonRow
from server.tables.presets import PresetRow
from server.tables.work import PUSH, REMIND, WorkRow, claim, enqueue, finish, postpone
from server.tables.write_offs import WaiverRow

LEASE = timedelta(minutes=1)
AT_ONCE = 100
OVERDUE, LONG_OVERDUE = "old_part_overdue", "old_part_long_overdue"


def remind(sessions: sessionmaker[Session], now: datetime) -> int:
    """Leave the messages that are due, and return how many reminders were looked at.

    The message, the reminder's end and the row for the next bucket are one transaction: a worker that dies leaves all
    of them or none.
    """
    with sessions.begin() as session:
        reminders = claim(session, now, kind=REMIND, lease=LEASE, limit=AT_ONCE)
        ids = [reminder.payload["old_part_id"] for reminder in reminders]
        old_parts = {row.id: row for row in session.scalars(select(OldPartRow).where(OldPartRow.id.in_(ids)))}
        waived = set(session.scalars(select(WaiverRow.old_part_id).where(WaiverRow.old_part_id.in_(ids))))
        preset = session.get(PresetRow, "ageing_days") if reminders else None
        limits = INITIAL["ageing_days"] if preset is None else preset.value
        for reminder in reminders:
            old_part = old_parts.get(reminder.payload["old_part_id"])
            if old_part is None or old_part.id in waived or not _is_out(old_part):
                finish(session, reminder.id, now, "came_back")
            else:
                _remind(session, reminder, old_part, limits, now)
    return len(reminders)


def _remind(session: Session, reminder: WorkRow, old_part: OldPartRow, limits: list[int], now: datetime) -> None:
    if old_part.due_on is None:
        finish(session, reminder.id, now, "never_due")
        return
    reached = bucket(old_part.due_on, now.date(), limits)
    if reached is None:  # more time was granted meanwhile
        postpone(session, reminder.id, bucket_begins(old_part.due_on, 0, limits), "not_due")
        return
    for user_id, topic in _told(session, old_part, is_last=next_bucket(reached, limits) is None):
        payload = {"user_id": user_id, "topic": topic, "job_id": old_part.job_id, "number": old_part.job_number}
        enqueue(session, PUSH, payload, now)
    finish(session, reminder.id, now, f"bucket_{reached}")
    following = next_bucket(reached, limits)
    if following is not None:
        enqueue(session, REMIND, reminder.payload, bucket_begins(old_part.due_on, following, limits))


def _is_out(old_part: OldPartRow) -> bool:
    return OldPartState(old_part.state) in ON_THE_WAY


def _told(session: Session, old_part: OldPartRow, *, is_last: bool) -> Iterable[tuple[str, str]]:
    """Whoever has it in hand, or else who took it off; in the last bucket the station's managers too."""
    in_hand = old_part.holder_kind in (HolderKind.TECHNICIAN, HolderKind.CLERK)
    user_id = old_part.holder_id if in_hand else old_part.removed_by
    if user_id is not None:
        yield user_id, OVERDUE
    if not is_last:
        return
    people = select(PersonRow).where(
        or_(PersonRow.station_id == old_part.station_id, PersonRow.station_id.is_(None)), PersonRow.active
    )
    managers = [person for person in session.scalars(people) if Role.MANAGER in person.roles]
    own = [person for person in managers if person.station_id is not None]
    for person in sorted(own or managers, key=lambda person: person.id):
        yield person.id, LONG_OVERDUE
