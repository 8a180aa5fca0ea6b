"""How long an old part has been out beyond its day, and who is told when (OLD-4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any

from sync.refusal import Refusal


class ExtensionState(StrEnum):
    """Asked until a manager has answered."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


class ExtensionAnswered(Refusal):
    """Another manager answered before."""

    code = "extension_answered"


class NotLater(Refusal):
    """An extension moves the day on, never back."""

    code = "not_later"


class NotDue(Refusal):
    """It came back, or it never had to."""

    code = "old_part_not_due"


@dataclass(frozen=True, slots=True)
class Due:
    """An old part that is on its way, with whom it counts and where."""

    technician_id: str
    station_id: str
    due_on: date


def bucket(due_on: date, today: date, limits: Sequence[int]) -> int | None:
    """Return which bucket of days past its day an old part is in, or none while it is not overdue (OLD-4).

    ``limits`` is a preset: the last day of each bucket but the open one, ``[7, 15, 30]`` for 1-7, 8-15, 16-30, 30+.
    """
    late = (today - due_on).days
    return None if late < 1 else sum(late > limit for limit in limits)


def aged(parts: Iterable[Due], today: date, limits: Sequence[int]) -> Mapping[tuple[str, str], tuple[int, ...]]:
    """Return how many old parts stand in each bucket, by (station, technician); what is not overdue counts nowhere."""
    counted: dict[tuple[str, str], list[int]] = {}
    for part in parts:
        found = bucket(part.due_on, today, limits)
        if found is not None:
            row = counted.setdefault((part.station_id, part.technician_id), [0] * (len(limits) + 1))
            row[found] += 1
    return {key: tuple(row) for key, row in counted.items()}


def bucket_begins(due_on: date, number: int, limits: Sequence[int] = ()) -> datetime:
    """Return the moment at which an old part that is due on that day enters the bucket; people are told then."""
    late = 1 if number == 0 else limits[number - 1] + 1
    return datetime.combine(due_on + timedelta(days=late), time(), UTC)


def next_bucket(now: int, limits: Sequence[int]) -> int | None:
    """Return the bucket after this one, or none after the open one."""
    return now + 1 if now < len(limits) else None


def check_ask(*, is_out: bool, due_on: date | None, asked: date) -> None:
    """Refuse more time for what is not out, and a day that is not later than the present one (OLD-4)."""
    if not is_out or due_on is None:
        raise NotDue("This old part is not on its way any more. No more time is needed.")
    _check_later(due_on, asked)


def check_grant(state: ExtensionState, *, due_on: date | None, asked: date) -> None:
    """Refuse a second answer, and one that would bring the day forward."""
    check_answerable(state)
    if due_on is not None:
        _check_later(due_on, asked)


def check_answerable(state: ExtensionState) -> None:
    """Refuse a second answer."""
    if state is not ExtensionState.ASKED:
        raise ExtensionAnswered("Another manager has answered this. Load it again and read the answer.")


def _check_later(due_on: date, asked: date) -> None:
    if asked <= due_on:
        raise NotLater(f"Ask for a day after {due_on.isoformat()}.", due_on=due_on.isoformat())


def are_limits(value: Any) -> bool:
    """Say whether these are days that rise from bucket to bucket."""
    return (
        isinstance(value, list)
        and len(value) > 0
        and all(type(day) is int and day > 0 for day in value)
        and all(low < high for low, high in pairwise(value))
    )
