"""Deadlines from SLA profiles (JOB-3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any


class Promise(StrEnum):
    """What must have happened by the deadline."""

    ANSWER = "answer"
    ON_SITE = "on_site"


@dataclass(frozen=True, slots=True)
class Profile:
    """A promise to jobs that fit; ``None`` fits everything. Distances are kilometres, both ends included."""

    promise: Promise
    hours: int
    fault_class: str | None = None
    urgency: str | None = None
    min_km: int | None = None
    max_km: int | None = None


def read_profiles(preset: Iterable[Mapping[str, Any]]) -> tuple[Profile, ...]:
    """Return the profiles that stand in the preset ``sla``."""
    return tuple(Profile(**{**profile, "promise": Promise(profile["promise"])}) for profile in preset)


def due_at(
    opened_at: datetime,
    profiles: Sequence[Profile],
    *,
    fault_class: str | None,
    urgency: str | None,
    distance_km: int | None,
) -> datetime | None:
    """Return the earliest deadline among the profiles that fit, or nothing when none does (JOB-3).

    A profile that names a thing fits only a job that has it: an unknown distance fits no distance.
    """
    hours = [
        profile.hours
        for profile in profiles
        if _fits(profile, fault_class=fault_class, urgency=urgency, distance_km=distance_km)
    ]
    return opened_at + timedelta(hours=min(hours)) if hours else None


def _fits(profile: Profile, *, fault_class: str | None, urgency: str | None, distance_km: int | None) -> bool:
    if profile.fault_class not in (None, fault_class) or profile.urgency not in (None, urgency):
        return False
    if profile.min_km is not None and (distance_km is None or distance_km < profile.min_km):
        return False
    return profile.max_km is None or (distance_km is not None and distance_km <= profile.max_km)
