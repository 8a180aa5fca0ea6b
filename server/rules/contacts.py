"""The contact log: what came in, in order of arrival, and what became of it (JOB-1)."""

from dataclasses import dataclass
from enum import StrEnum

from sync.refusal import Refusal


class Channel(StrEnum):
    """How somebody reached us."""

    CALL = "call"
    LETTER = "letter"
    MESSAGE = "message"


class Disposition(StrEnum):
    """What became of a contact; ``open`` until somebody has dealt with it."""

    OPEN = "open"
    WAITING = "waiting"
    ANSWERED = "answered"
    DISPATCHED = "dispatched"


class ContactHasJob(Refusal):
    """The contact led to another job before."""

    code = "contact_has_job"


class JobOfAnotherStation(Refusal):
    """A contact leads to a job of its own station."""

    code = "job_of_another_station"


@dataclass(frozen=True, slots=True)
class Disposed:
    """What became of a contact, and the job that it led to."""

    disposition: Disposition
    job_id: str | None


def answer(contact: Disposed) -> Disposed:
    """Return the contact with an answer filed (JOB-1); somebody who was sent stays sent."""
    if contact.job_id is not None:
        return contact
    return Disposed(Disposition.ANSWERED, None)


def clarify(contact: Disposed) -> Disposed:
    """Return the contact as waiting for clarification (JOB-1); raises ``ContactHasJob`` when somebody was sent."""
    if contact.job_id is not None:
        raise ContactHasJob("A job was opened for this contact. Ask on the job.", job_id=contact.job_id)
    return Disposed(Disposition.WAITING, None)


def dispatch(contact: Disposed, job_id: str, *, same_station: bool) -> Disposed:
    """Return the contact with the job that it led to (JOB-1); it leads to one job of its own station."""
    if not same_station:
        raise JobOfAnotherStation("This job belongs to another station. Log the call there.", job_id=job_id)
    if contact.job_id not in (None, job_id):
        raise ContactHasJob("A job was opened for this contact already. Look at that one.", job_id=contact.job_id)
    return Disposed(Disposition.DISPATCHED, job_id)
