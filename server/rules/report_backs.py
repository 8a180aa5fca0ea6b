"""The short report to the office on leaving, and whether somebody must come again (VIS-12, JOB-7)."""

from enum import StrEnum


class LeavingOutcome(StrEnum):
    """How the technician leaves the unit."""

    DONE = "done"
    ANOTHER_VISIT = "another_visit"
    WAITING_FOR_PARTS = "waiting_for_parts"


def comes_again(outcome: LeavingOutcome) -> bool:
    """Say whether the job needs another outing; waiting for parts does too (JOB-7)."""
    return outcome is not LeavingOutcome.DONE
