"""A major problem goes to the manager with the technician's proposal and the customer's demand (VIS-9)."""

from datetime import datetime, timedelta
from enum import StrEnum

from sync.refusal import Refusal


class Severity(StrEnum):
    """Why it is major, the worst first."""

    DANGER = "danger"
    STANDSTILL = "standstill"
    DISPUTE = "dispute"


class EscalationState(StrEnum):
    """Open until the manager has answered."""

    OPEN = "open"
    ANSWERED = "answered"


class Decision(StrEnum):
    """What the manager says to the technician's proposal; ``take_over`` means that the manager acts in person."""

    AGREED = "agreed"
    OTHERWISE = "otherwise"
    STOP = "stop"
    TAKE_OVER = "take_over"


class AlreadyAnswered(Refusal):
    """Another manager answered before."""

    code = "already_answered"


class AnswerMissing(Refusal):
    """The technician must be told what to do instead."""

    code = "answer_missing"


def answer_due_at(raised_at: datetime, within_min: int) -> datetime:
    """Return when the technician, who waits on site, must have an answer (VIS-9)."""
    return raised_at + timedelta(minutes=within_min)


def check_answer(state: EscalationState, decision: Decision, answer: str) -> None:
    """Refuse a second answer, and one that agrees to nothing without saying what to do (VIS-9)."""
    if state is not EscalationState.OPEN:
        raise AlreadyAnswered("Another manager has answered this. Load it again and read the answer.")
    if decision is not Decision.AGREED and not answer.strip():
        raise AnswerMissing("Write what the technician is to do instead.", decision=decision.value)
