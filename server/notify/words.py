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
    "requisition_asked": {"zh": "领料单等你批", "en": "A requisition waits for you"},
    "requisition_approved": {"zh": "领料单批了", "en": "Requisition approved"},
    "requisition_refused": {"zh": "领料单没批，看理由", "en": "Requisition refused: read why"},
    "requisition_issued": {"zh": "件发出来了", "en": "Parts were issued to you"},
    "extension_asked": {"zh": "旧件延期等你批", "en": "More time for an old part: your answer is needed"},
    "extension_granted": {"zh": "旧件延期批了", "en": "More time granted"},
    "extension_refused": {"zh": "旧件延期没批，看理由", "en": "More time refused: read why"},
    "discrepancy_passed_on": {"zh": "一件例外转给你", "en": "An exception was passed on to you"},
}

FOR_MANAGERS = frozenset(
    {"escalated", "incident", "injury", "old_part_long_overdue", "requisition_asked", "extension_asked"}
)
"""What leads to the list of what waits for a decision."""


_SCREENS: Mapping[str, str] = {
    "requisition_approved": "/parts/requisitions",
    "requisition_refused": "/parts/requisitions",
    "requisition_issued": "/parts/requisitions",
    "extension_granted": "/parts/old",
    "extension_refused": "/parts/old",
}
"""Where the technician reads what became of one thing that was asked for."""


def spoken(message_id: str, payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return what travels: nobody's name, only which job. ``message_id`` makes a repeat replace the first."""
    number = str(payload["number"])
    return {
        "id": message_id,
        "title": TITLES[payload["topic"]],
        "body": {"zh": number, "en": number},
        "path": _path(payload),
    }


def _path(payload: Mapping[str, Any]) -> str:
    topic, subject_id = payload["topic"], payload.get("subject_id")
    if topic in FOR_MANAGERS:
        return "/approvals"
    if "job_id" in payload:
        return f"/job/{payload['job_id']}"
    if topic == "discrepancy_passed_on":
        return "/asked"
    return f"{_SCREENS[topic]}/{subject_id}" if subject_id and topic in _SCREENS else "/parts"
