"""A mutation as it travels: its fields, its hash, its body and its clock."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Never

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Envelope:
    """One mutation as a device sent it; the caller has checked types and that every number fits 64 bits.

    ``base`` is the feed position that the device had seen. ``device_time`` is UTC text, ``tz_offset_min`` the device's
    offset beside it. ``clock_offset_ms`` is the server's clock minus the device's, as the device last measured it.
    """

    seq: int
    mutation_id: str
    name: str
    v: int
    lane: str
    base: int
    body: str
    device_time: str
    tz_offset_min: int
    clock_offset_ms: int
    sha256: str


def hash_envelope(  # noqa: PLR0917 -- the order of the lines is the contract
    mutation_id: str, name: str, v: int, lane: str, base: int, device_time: str, tz_offset_min: int, body: str
) -> str:
    """SHA-256 in hexadecimal over the eight fields below a line that names the format."""
    lines = ("truckroll-envelope-1", mutation_id, name, str(v), lane, str(base), device_time, str(tz_offset_min), body)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def storable(text: str) -> str:
    """The text with what no database can keep (NUL, half a surrogate pair) escaped; its hash no longer fits."""
    return _UNSTORABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def read_body(body: str) -> Any:
    """The JSON value in ``body``. Raises ``ValueError`` with words for a person; floats are not allowed."""
    try:
        return json.loads(body, parse_float=_refuse_float, parse_constant=_refuse_float)
    except RecursionError:
        raise ValueError("The body is nested too deeply.") from None


def _refuse_float(text: str) -> Never:
    raise ValueError(f"{text} is not allowed: write an integer or decimal text.")


def happened_at(device_time: str, clock_offset_ms: int, received_at: datetime) -> datetime:
    """The device's time corrected by its clock's offset; never later than ``received_at``, which also stands in."""
    try:
        told = datetime.fromisoformat(device_time)
        told = told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
        return min(told + timedelta(milliseconds=clock_offset_ms), received_at)
    except (ValueError, OverflowError):
        return received_at


def wire_time(moment: datetime) -> str:
    """``2026-11-19T05:22:00.000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
