"""How far the clock of a device is to be believed."""

from datetime import UTC, datetime

from server.mutations.presets import preset
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.sla import is_far_off
from sync.envelope import happened_at
from sync.ports import Change

_NEVER = datetime.max.replace(tzinfo=UTC)
"""Stands for a time that nobody can read."""


def doubt_clock(change: Change, visit_id: str) -> list[Discrepancy]:
    """Credit an arrival by the device's clock; flag it where that clock is far from the server's (JOB-3)."""
    told = happened_at(change.device_time, 0, _NEVER)
    if told == change.happened_at:
        return []
    if not is_far_off(told, change.happened_at, bound_min=preset(change.session, "clock_skew_min")):
        return []
    seconds = None if told == _NEVER else round((change.happened_at - told).total_seconds())
    detail = {"device_time": change.device_time, "seconds": seconds}
    return [Discrepancy(DiscrepancyKind.CLOCK_DOUBTFUL, "visit", visit_id, detail)]
