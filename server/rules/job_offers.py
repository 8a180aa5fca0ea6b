"""Technicians ask for a job near them; the dispatcher decides by assigning (VIS-12)."""

from enum import StrEnum

from server.rules.jobs import JobState
from sync.refusal import Refusal


class OfferState(StrEnum):
    """``given``: the technician got the job; ``passed``: somebody else did."""

    WAITING = "waiting"
    GIVEN = "given"
    PASSED = "passed"


class JobTaken(Refusal):
    """Somebody has the job already."""

    code = "job_taken"


def check_open(state: JobState) -> None:
    """Refuse an offer for a job that is not open any more (VIS-12)."""
    if state is not JobState.OPEN:
        raise JobTaken("Somebody has this job already. Look for another one.", state=state.value)


def settled(user_id: str, technician_ids: list[str]) -> OfferState:
    """Return what became of an offer when these technicians were assigned."""
    return OfferState.GIVEN if user_id in technician_ids else OfferState.PASSED
