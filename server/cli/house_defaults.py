"""What every installation begins with: SLA profiles and the working calendar, recorded in the log like all else."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.engines import Engines
from server.mutations.acting import SYSTEM
from server.rules.calendar_presets import YEARS
from server.rules.sla_presets import PROFILES
from server.tables.calendars import CalendarYearRow
from server.tables.sla_profiles import SlaProfileRow
from sync.engine import Recording
from sync.ports import Verdict


def write_defaults(engines: Engines, now: datetime) -> int:
    """Record what is missing of the defaults; return how many rows that were. What a manager has set stays."""
    with engines.sessions() as session:
        missing = list(_missing(session, now))
    if missing:
        for recording, result in zip(missing, engines.sync.record_many(missing), strict=True):
            if result.verdict is not Verdict.APPLIED:
                raise RuntimeError(f"{recording.name} was {result.verdict}: {result.code} {result.detail}")
    return len(missing)


def _missing(session: Session, now: datetime) -> Iterator[Recording]:
    profiles = set(session.scalars(select(SlaProfileRow.id)))
    for profile in PROFILES:
        if profile["profile_id"] not in profiles:
            lane = f"sla_profile:{profile['profile_id']}"
            yield Recording(SYSTEM, "sla_profile.set", 1, lane, {**profile, "revision": 0}, now)
    years = set(session.scalars(select(CalendarYearRow.id)))
    for year in YEARS:
        if str(year["year"]) not in years:
            lane = f"calendar_year:{year['year']}"
            yield Recording(SYSTEM, "calendar.set_days", 1, lane, {**year, "revision": 0}, now)
