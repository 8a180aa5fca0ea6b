"""Who acts: a person with their roles, or the server itself; and what they may do to a job or a station."""

from dataclasses import dataclass

from server.rules.people import Role
from server.tables.loading import load
from server.tables.people import PersonRow
from sync.ports import Change, Standing
from sync.refusal import NotPermitted

SYSTEM = "system"
"""The user id, and the role, under which the server records mutations of its own."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Without a station somebody works for the head office, and for every station."""

    user_id: str
    roles: frozenset[str]
    station_id: str | None

    def works_for(self, station_id: str) -> bool:
        return self.station_id is None or self.station_id == station_id

    def is_office(self, role: Role, station_id: str) -> bool:
        """Say whether the person has this role at that station."""
        return role in self.roles and self.works_for(station_id)


def actor_of(change: Change) -> Actor:
    """Return who recorded the mutation; raises ``NotPermitted`` for somebody unknown."""
    if change.user_id == SYSTEM:
        return Actor(SYSTEM, frozenset({SYSTEM}), None)
    person = load(change.session, PersonRow, change.user_id)
    if person is None:
        raise NotPermitted("Nobody with this id works here.")
    return Actor(person.id, frozenset(person.roles), person.station_id)


def check_lane(change: Change, lane: str) -> None:
    """Refuse a mutation that names one lane and writes in another: its order there would be unknown."""
    if change.lane != lane:
        raise NotPermitted(f"This belongs to the lane {lane}.", lane=lane)


def check_on_job(change: Change, actor: Actor, job_id: str, station_id: str, *, office: frozenset[Role]) -> None:
    """Let a technician who has or had the job, and the station's ``office`` roles, write on it (JOB-7)."""
    check_lane(change, f"job:{job_id}")
    if any(actor.is_office(role, station_id) for role in office):
        return
    if Role.TECHNICIAN in actor.roles and change.standing is not Standing.NEVER:
        return
    raise NotPermitted("This job was never assigned to you. Ask the dispatcher to assign it.", job_id=job_id)


def check_station(actor: Actor, role: Role, station_id: str) -> None:
    """Refuse somebody who does not have this role at that station."""
    if not actor.is_office(role, station_id):
        raise NotPermitted("This belongs to another station.", station_id=station_id)
