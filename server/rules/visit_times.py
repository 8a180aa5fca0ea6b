"""The four times of a visit, and what speaks against one that was typed afterwards (VIS-15)."""

from datetime import datetime
from enum import StrEnum

from sync.refusal import Refusal


class VisitEvent(StrEnum):
    """What a technician taps on site, in the order of the day."""

    ARRIVED = "arrived"
    STARTED = "started"
    ENDED = "ended"
    DEPARTED = "departed"


class TimeInTheFuture(Refusal):
    """What is stated has not happened yet."""

    code = "time_in_the_future"


def check_stated(stated_at: datetime, *, recorded_at: datetime) -> None:
    """Hold a stated time that lies after the moment at which it was stated (VIS-15)."""
    if stated_at > recorded_at:
        raise TimeInTheFuture("Type a time that has passed already.", stated_at=stated_at.isoformat())
