"""Leaves messages for people in the transaction that causes them; the worker sends them."""

from sqlalchemy import or_, select

from server.rules.people import Role
from server.tables.jobs import JobRow
from server.tables.people import PersonRow
from server.tables.work import PUSH, WORK, work
from sync.ports import Change


def tell(change: Change, user_id: str, topic: str, job: JobRow) -> None:
    """Tell one person something about a job; ``topic`` names its words in ``server/notify``."""
    payload = {"user_id": user_id, "topic": topic, "job_id": job.id, "number": job.number}
    change.append(WORK, work(PUSH, payload, change.received_at))


def tell_about(change: Change, user_id: str, topic: str, number: str, subject_id: str | None = None) -> None:
    """Tell one person something that belongs to no job.

    ``number`` is what it is called by, if anything; the message leads to ``subject_id`` where that has a screen.
    """
    payload = {"user_id": user_id, "topic": topic, "number": number, "subject_id": subject_id}
    change.append(WORK, work(PUSH, payload, change.received_at))


def tell_managers(change: Change, topic: str, job: JobRow) -> None:
    """Tell the station's managers, or those of the head office where the station has none."""
    for user_id in _managers_of(change, job.station_id):
        tell(change, user_id, topic, job)


def tell_managers_about(change: Change, topic: str, number: str, station_id: str) -> None:
    """Tell the same people something that belongs to no job."""
    for user_id in _managers_of(change, station_id):
        tell_about(change, user_id, topic, number)


def _managers_of(change: Change, station_id: str) -> list[str]:
    people = select(PersonRow).where(
        or_(PersonRow.station_id == station_id, PersonRow.station_id.is_(None)), PersonRow.active
    )
    with change.session.no_autoflush:
        managers = [person for person in change.session.scalars(people) if Role.MANAGER in person.roles]
    own = [person for person in managers if person.station_id is not None]
    return sorted(person.id for person in own or managers)
