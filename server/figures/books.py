"""What figures are judged by: the goals, the promises, the calendar and the zones as they stand now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.rules.calendars import HOME_ZONE, Calendar, CalendarYear
from server.rules.figures import Period
from server.rules.presets import INITIAL
from server.rules.sla import Profile, Promise, Start, Term, Unit
from server.tables.calendars import CalendarYearRow
from server.tables.people import StationRow
from server.tables.presets import PresetRow
from server.tables.sla_profiles import SlaProfileRow

_ANY_ZONE = timedelta(hours=15)
"""No place is further from UTC."""
_PRESETS = ("figure_goals", "satisfied_score_least", "repeat_fault_days", "ageing_days")


@dataclass(frozen=True, slots=True)
class Books:
    """Read once for an answer. ``zones`` are those of the stations that are asked for, by id."""

    now: datetime
    zones: dict[str, ZoneInfo]
    profiles: tuple[Profile, ...]
    calendar: Calendar
    goals: dict[str, int]
    satisfied_least: int
    repeat_days: int
    ageing_days: list[int]

    def day_at(self, station_id: str, at: datetime) -> date:
        """Return the day of a moment on the wall of that station."""
        return at.astimezone(self.zones[station_id]).date()

    def today(self, station_id: str) -> date:
        """Return the day that it is at that station."""
        return self.day_at(station_id, self.now)


def read_books(session: Session, station_ids: list[str], now: datetime) -> Books:
    """Return what the cases of these stations are judged by."""
    stations = session.execute(select(StationRow.id, StationRow.time_zone).where(StationRow.id.in_(station_ids)))
    changed = {row.id: row.value for row in session.scalars(select(PresetRow).where(PresetRow.id.in_(_PRESETS)))}
    presets: dict[str, Any] = {name: changed.get(name, INITIAL[name]) for name in _PRESETS}
    return Books(
        now=now,
        zones={station_id: ZoneInfo(zone or HOME_ZONE) for station_id, zone in stations},
        profiles=tuple(
            _profile(row) for row in session.scalars(select(SlaProfileRow).where(SlaProfileRow.active.is_(True)))
        ),
        calendar={int(row.id): _year(row) for row in session.scalars(select(CalendarYearRow))},
        goals=presets["figure_goals"],
        satisfied_least=presets["satisfied_score_least"],
        repeat_days=presets["repeat_fault_days"],
        ageing_days=presets["ageing_days"],
    )


def moments_of(period: Period) -> tuple[datetime, datetime]:
    """Return moments between which the period lies in every zone; what is outside its days is left out afterwards."""
    begins, ends = (datetime.combine(day, time(), UTC) for day in (period.begins, period.ends))
    return begins - _ANY_ZONE, ends + _ANY_ZONE


def _profile(row: SlaProfileRow) -> Profile:
    return Profile(
        id=row.id,
        terms=tuple(
            Term(Promise(term["promise"]), term["amount"], Unit(term["unit"]), Start(term["starts"]))
            for term in row.terms
        ),
        fault_class=row.fault_class,
        urgency=row.urgency,
        equipment_kind=row.equipment_kind,
        contract=row.contract,
        repair_size=row.repair_size,
        supplier_involved=row.supplier_involved,
        min_km=row.min_km,
        max_km=row.max_km,
    )


def _year(row: CalendarYearRow) -> CalendarYear:
    return CalendarYear(
        int(row.id),
        row.begins_min,
        row.ends_min,
        frozenset(map(date.fromisoformat, row.days_off)),
        frozenset(map(date.fromisoformat, row.days_on)),
        row.published,
    )
