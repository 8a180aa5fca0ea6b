"""Leaves messages for people in the transaction that causes them; the worker sends them."""

from sqlalchemy import or_, select

from server.rules.people import Role
from server.tables.jobs import JobRow
from server.tables.people import PersonRow
from server.tables.work import PUSH, enqueue
from sync.ports import Change


def tell(change: Change, user_id: str, topic: str, job: JobRow) -> None:
    """Tell one person something about a job; ``topic`` names its words in ``server/notify``."""
    payload = {"user_id": user_id, "topic": topic, "job_id": job.id, "number": job.number}
    enqueue(change.session, PUSH, payload, change.received_at)


def tell_managers(change: Change, topic: str, job: JobRow) -> None:
    """Tell the station's managers, or those of the head office where the station has none."""
    people = select(PersonRow).where(
        or_(PersonRow.station_id == job.station_id, PersonRow.station_id.is_(None)), PersonRow.active
    )
    with change.session.no_autoflush:
        managers = [person for person in change.session.scalars(people) if Role.MANAGER in person.roles]
    own = [person for person in managers if person.station_id is not None]
    for person in sorted(own or managers, key=lambda person: person.id):
        tell(change, person.id, topic, job)
