"""How a moment is written on the wire."""

from datetime import UTC, datetime


def wire_time(at: datetime) -> str:
    """Return the moment as ``2026-11-19T05:22:00.000Z``."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
