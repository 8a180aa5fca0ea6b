"""What each message says, in both languages; the device shows its own."""

from collections.abc import Mapping
from typing import Any

TITLES: Mapping[str, Mapping[str, str]] = {
    "job_assigned": {"zh": "新任务", "en": "New job"},
    "escalated": {"zh": "重大问题，等你答复", "en": "Major problem: your answer is needed"},
    "escalation_answered": {"zh": "主管答复了", "en": "The manager has answered"},
    "incident": {"zh": "现场出了险情", "en": "Incident on site"},
    "injury": {"zh": "有人受伤", "en": "Somebody is injured"},
    "old_part_overdue": {"zh": "旧件过期未回", "en": "Old part overdue"},
    "old_part_long_overdue": {"zh": "旧件长期未回", "en": "Old part long overdue"},
}

FOR_MANAGERS = frozenset({"escalated", "incident", "injury", "old_part_long_overdue"})
"""What leads to the list of what waits for a decision."""


def spoken(message_id: str, payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return what travels: nobody's name, only which job. ``message_id`` makes a repeat replace the first."""
    number = str(payload["number"])
    return {
        "id": message_id,
        "title": TITLES[payload["topic"]],
        "body": {"zh": number, "en": number},
        "path": "/approvals" if payload["topic"] in FOR_MANAGERS else f"/job/{payload['job_id']}",
    }
