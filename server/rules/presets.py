"""The numbers that a manager can change, as the house begins with them."""

from collections.abc import Mapping
from typing import Any

INITIAL: Mapping[str, Any] = {
    "sla": [
        {"fault_class": "body", "max_km": 100, "promise": "on_site", "hours": 24},
        {"fault_class": "body", "min_km": 101, "promise": "answer", "hours": 12},
        {"fault_class": "chassis", "promise": "answer", "hours": 12},
        {"fault_class": "engine", "promise": "answer", "hours": 12},
        {"urgency": "urgent", "promise": "answer", "hours": 2},
        {"promise": "answer", "hours": 24},
    ],
    "old_part_due_days": 14,
    "signature_min_strokes": 3,
    "signature_min_percent": 10,
}
