"""Who sees what: the audiences of a person, and those of each row."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.rules.people import Role
from server.rules.photos import PhotoSubject
from server.tables.people import PersonRow, StationRow

ALL = ("all",)


def standing(session: Session, user_id: str, device_id: str) -> frozenset[str]:
    """Return the person's audiences without the granted lanes; somebody of the head office belongs to every station."""
    own = {"all", f"user:{user_id}", f"device:{device_id}"}
    person = session.get(PersonRow, user_id)
    if person is None or not person.active:
        return frozenset(own)
    stations = session.scalars(select(StationRow.id)).all() if person.station_id is None else [person.station_id]
    for station_id in stations:
        own.add(f"station:{station_id}")
        own.update(f"role:{role}@{station_id}" for role in person.roles)
    return frozenset(own)


def of_role(role: Role, station_id: str) -> str:
    """Return the audience of everybody with that role at that station."""
    return f"role:{role}@{station_id}"


def of_station(station_id: str) -> tuple[str, ...]:
    """Customers and equipment: everybody of the station."""
    return (f"station:{station_id}",)


def of_job(job_id: str, station_id: str) -> tuple[str, ...]:
    """A job and what hangs on it: the technicians it was granted to, dispatchers and managers."""
    return (f"job:{job_id}", of_role(Role.DISPATCHER, station_id), of_role(Role.MANAGER, station_id))


def of_money(job_id: str, station_id: str) -> tuple[str, ...]:
    """A quote and its payments: who sees the job, and the clerks, who take money in."""
    return (*of_job(job_id, station_id), of_role(Role.CLERK, station_id))


def of_rating(station_id: str) -> tuple[str, ...]:
    """A rating: dispatchers and managers, never the technicians whose service was rated (VIS-11)."""
    return (of_role(Role.DISPATCHER, station_id), of_role(Role.MANAGER, station_id))


def of_desk(station_id: str) -> tuple[str, ...]:
    """The contact log and the archive: dispatchers and managers of the station (JOB-1, VIS-14)."""
    return (of_role(Role.DISPATCHER, station_id), of_role(Role.MANAGER, station_id))


def of_old_part(job_id: str | None, station_id: str) -> tuple[str, ...]:
    """An old part: the job's technicians, clerks and managers."""
    office = (of_role(Role.CLERK, station_id), of_role(Role.MANAGER, station_id))
    return office if job_id is None else (f"job:{job_id}", *office)


def of_hand_over(job_id: str | None, station_id: str, people: Iterable[str]) -> tuple[str, ...]:
    """A hand-over of an old part: who sees the part, and both hands (OLD-2)."""
    return (*of_old_part(job_id, station_id), *(f"user:{person_id}" for person_id in people))


def of_store(station_id: str) -> tuple[str, ...]:
    """Lists of many jobs' old parts: technicians, clerks and managers of the station."""
    return tuple(of_role(role, station_id) for role in (Role.TECHNICIAN, Role.CLERK, Role.MANAGER))


def of_books(station_id: str) -> tuple[str, ...]:
    """What the store closes: clerks and managers of the station (OLD-5, PART-5)."""
    return (of_role(Role.CLERK, station_id), of_role(Role.MANAGER, station_id))


def of_photo(job_id: str | None, station_id: str, subject: str) -> tuple[str, ...]:
    """A photo: who sees the job; one of an old part, also who sees that."""
    seen = () if job_id is None else of_job(job_id, station_id)
    if job_id is None or subject == PhotoSubject.OLD_PART:
        seen = (*seen, *of_old_part(job_id, station_id))
    return tuple(dict.fromkeys(seen))


def of_stock(location: str, station_id: str) -> tuple[str, ...]:
    """Stock: its technician when it is a van, clerks and managers of the station."""
    office = (of_role(Role.CLERK, station_id), of_role(Role.MANAGER, station_id))
    kind, _, owner = location.partition(":")
    return (f"user:{owner}", *office) if kind == "van" else office


def of_requisition(technician_id: str, station_id: str) -> tuple[str, ...]:
    """What a technician gets from a store or brings back: they, the store's clerks and managers (PART-2, PART-6)."""
    return (f"user:{technician_id}", *of_office_stock(station_id))


def of_person(user_id: str) -> tuple[str, ...]:
    """What is addressed to one person."""
    return (f"user:{user_id}",)


def of_office_stock(station_id: str) -> tuple[str, ...]:
    """What comes into a store or leaves it for another: its clerks and managers (PART-3, PART-7)."""
    return (of_role(Role.CLERK, station_id), of_role(Role.MANAGER, station_id))


def of_discrepancy(job_id: str | None, station_id: str, raised_by: str, asked: Sequence[str]) -> tuple[str, ...]:
    """A discrepancy: managers, the job's technicians or else who raised it, and everybody whom it was passed on to."""
    first = f"user:{raised_by}" if job_id is None else f"job:{job_id}"
    return tuple(dict.fromkeys((of_role(Role.MANAGER, station_id), first, *(f"user:{one}" for one in asked))))


def of_urgent(job_id: str, station_id: str) -> tuple[str, ...]:
    """What cannot wait: the job's technicians and managers (VIS-9, VIS-13)."""
    return (f"job:{job_id}", of_role(Role.MANAGER, station_id))


def of_review(owner_id: str, proposed_by: str, station_id: str) -> tuple[str, ...]:
    """A review: who decides, who proposed, managers."""
    return tuple(dict.fromkeys((f"user:{owner_id}", f"user:{proposed_by}", of_role(Role.MANAGER, station_id))))


def of_unit(equipment_id: str, station_id: str) -> tuple[str, ...]:
    """A unit's earlier visits: the technicians who have a job on the unit, dispatchers and managers (JOB-6)."""
    office = (of_role(Role.DISPATCHER, station_id), of_role(Role.MANAGER, station_id))
    return (unit_lane(equipment_id), *office)


def unit_lane(equipment_id: str) -> str:
    """Return what is granted with each job on the unit; nobody writes in it."""
    return f"unit:{equipment_id}"


def of_offer(user_id: str, station_id: str) -> tuple[str, ...]:
    """An offer for an open job: who made it, dispatchers and managers (VIS-12)."""
    return (f"user:{user_id}", of_role(Role.DISPATCHER, station_id), of_role(Role.MANAGER, station_id))
