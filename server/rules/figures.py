"""The figures that a manager reads: what counts, in which period, and against which goal (KPI-1, KPI-2)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Any, Final

from server.rules.ratings import BEST_SCORE
from server.rules.sla import Clock
from sync.refusal import Refusal

MOST_DAYS: Final = 400
"""The longest period that is counted at once: a year and what is asked beside it."""
_WEEK = timedelta(days=7)
_HUNDRED = 100


class Figure(StrEnum):
    """What is counted; each is a share of all cases, in per cent."""

    ON_TIME = "on_time"
    SATISFIED = "satisfied"
    COMPLAINTS = "complaints"
    FIRST_TIME = "first_time"
    OLD_PARTS_BACK = "old_parts_back"
    STOCK_AGREES = "stock_agrees"
    REPEAT_FAULTS = "repeat_faults"
    UNSIGNED = "unsigned"
    SUPPLIER_RECOVERY = "supplier_recovery"


NOT_MORE: Final = frozenset({Figure.COMPLAINTS, Figure.REPEAT_FAULTS, Figure.UNSIGNED})
"""Figures whose goal is a limit: the fewer the better."""

NOT_RECORDED: Final = frozenset({Figure.COMPLAINTS, Figure.SUPPLIER_RECOVERY})
"""Figures that nobody records yet; they are shown as such and never as nought."""


class NoSuchPeriod(Refusal):
    """The period ends before it begins, or is too long to count at once."""

    code = "no_such_period"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days of the station's calendar: ``begins`` is the first, ``ends`` the day after the last."""

    begins: date
    ends: date

    def __contains__(self, day: date) -> bool:
        return self.begins <= day < self.ends

    def before(self) -> "Period":
        """Return the period of the same length that ends where this one begins."""
        return Period(self.begins - (self.ends - self.begins), self.begins)


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a figure looks at: whether it ``counts`` towards it, when, and whose it is."""

    figure: Figure
    day: date
    counts: bool
    station_id: str
    technician_id: str | None = None
    fault_class: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """So many ``of`` so many."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Slice:
    """Whose cases are asked for; ``None`` asks for all."""

    technician_id: str | None = None
    fault_class: str | None = None

    def __contains__(self, case: Case) -> bool:
        return self.technician_id in (None, case.technician_id) and self.fault_class in (None, case.fault_class)


def check_period(period: Period) -> None:
    """Refuse a period without a day, and one that is too long to be answered at once."""
    days = (period.ends - period.begins).days
    if not 0 < days <= MOST_DAYS:
        raise NoSuchPeriod(
            f"Ask for a period of 1 to {MOST_DAYS} days: 'from' is its first day, 'until' the day after."
        )


def kept_in_time(clocks: Iterable[Clock], now: datetime) -> bool | None:
    """Say whether every promise to a job was kept in time; none while that is still open (KPI-1).

    One promise that was kept late or has run out decides. A clock that waits for its start or stands still decides
    nothing, and a job to which nothing was promised is not counted.
    """
    judged = [_kept(clock, now) for clock in clocks if clock.due_at is not None]
    if False in judged:
        return False
    return True if judged and None not in judged else None


def _kept(clock: Clock, now: datetime) -> bool | None:
    if clock.due_at is None:
        return None
    if clock.met_at is not None:
        return clock.met_at <= clock.due_at
    return False if clock.paused_at is None and now > clock.due_at else None


def fixed_first_time(*, visits: int, repaired: bool) -> bool | None:
    """Say whether one visit was enough; none while the work goes on (KPI-2)."""
    if visits > 1:
        return False
    return True if repaired else None


def is_repeated(opened_at: datetime, earlier: Iterable[datetime], *, days: int) -> bool:
    """Say whether the unit had a job for the same class of fault within so many days before this one (KPI-2)."""
    return any(timedelta() < opened_at - before <= timedelta(days=days) for before in earlier)


def is_satisfied(score: int, *, least: int) -> bool:
    """Say whether the customer was satisfied (KPI-1, VIS-11)."""
    return score >= least


def back_in_time(due_on: date, received_on: date | None, today: date) -> bool | None:
    """Say whether an old part came back on its day or before; none while there is still time (KPI-2, OLD-4)."""
    if received_on is not None:
        return received_on <= due_on
    return False if today > due_on else None


def days_out(removed_on: date, today: date, limits: Sequence[int]) -> int:
    """Return in which stretch of days since it came off an old part stands.

    ``limits`` is a preset: the last day of each stretch but the open one, ``[7, 15, 30]`` for 0-7, 8-15, 16-30, 30+.
    """
    return len(list(takewhile(lambda limit: (today - removed_on).days > limit, limits)))


def tally(cases: Iterable[Case], period: Period) -> Mapping[Figure, Share]:
    """Return each figure of the period; one without a single case is nought of nought."""
    of, count = dict.fromkeys(Figure, 0), dict.fromkeys(Figure, 0)
    for case in cases:
        if case.day in period:
            of[case.figure] += 1
            count[case.figure] += case.counts
    return {figure: Share(count[figure], of[figure]) for figure in Figure}


def tally_by(
    cases: Iterable[Case], period: Period, whose: Callable[[Case], str | None]
) -> Mapping[str, Mapping[Figure, Share]]:
    """Return the figures of each station, technician or fault class; a case that is nobody's counts nowhere."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        key = whose(case)
        if key is not None and case.day in period:
            groups.setdefault(key, []).append(case)
    return {key: tally(groups[key], period) for key in sorted(groups)}


def weeks_of(period: Period, *, least: int) -> Sequence[Period]:
    """Return the weeks, Monday to Sunday, that touch the period, and before them as many as make at least ``least``."""
    last = period.ends - timedelta(days=1)
    monday = last - timedelta(days=last.weekday())
    first = min(period.begins - timedelta(days=period.begins.weekday()), monday - (least - 1) * _WEEK)
    return [
        Period(first + place * _WEEK, first + (place + 1) * _WEEK) for place in range((monday - first) // _WEEK + 1)
    ]


def reaches(figure: Figure, share: Share, goal: int) -> bool | None:
    """Say whether a figure reaches its goal in per cent, or stays within its limit; none where nothing was counted."""
    if share.of == 0:
        return None
    if figure in NOT_MORE:
        return share.count * _HUNDRED <= goal * share.of
    return share.count * _HUNDRED >= goal * share.of


def are_goals(value: Any) -> bool:
    """Say whether these are goals in whole per cent, one for each figure."""
    return (
        isinstance(value, dict)
        and value.keys() == {figure.value for figure in Figure}
        and all(type(goal) is int and 0 <= goal <= _HUNDRED for goal in value.values())
    )


def is_score(value: Any) -> bool:
    """Say whether this is a score that a customer can give."""
    return type(value) is int and 1 <= value <= BEST_SCORE
