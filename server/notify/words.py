"""What each message says, in both languages; the device shows its own."""

from collections.abc import Mapping
from typing import Any

TITLES: Mapping[str, Mapping[str, str]] = {
    "job_assigned": {"zh": "新任务", "en": "New job"},
}


def spoken(message_id: str, payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return what travels: nobody's name, only which job. ``message_id`` makes a repeat replace the first."""
    number = str(payload["number"])
    return {
        "id": message_id,
        "title": TITLES[payload["topic"]],
        "body": {"zh": number, "en": number},
        "path": f"/job/{payload['job_id']}",
    }
