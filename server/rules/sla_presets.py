"""The SLA profiles that the house begins with (JOB-3); a manager of the head office changes them."""

from collections.abc import Mapping, Sequence
from typing import Any

_ASKS_NOTHING: Mapping[str, Any] = {
    "fault_class": None,
    "urgency": None,
    "equipment_kind": None,
    "contract": None,
    "repair_size": None,
    "supplier_involved": None,
    "min_km": None,
    "max_km": None,
}


def _profile(number: int, name: str, name_en: str, *promises: tuple[str, int, str], **asks: Any) -> Mapping[str, Any]:
    return {
        "profile_id": f"00000000-0000-7000-8000-{number:012d}",
        "name": name,
        "name_en": name_en,
        "active": True,
        **_ASKS_NOTHING,
        **asks,
        "terms": [
            {"promise": promise, "amount": hours, "unit": "hours", "starts": starts}
            for promise, hours, starts in promises
        ],
    }


PROFILES: Sequence[Mapping[str, Any]] = (
    _profile(
        1,
        "车身故障，100 km 以内",
        "Body fault within 100 km",
        ("on_site", 24, "opened"),
        fault_class="body",
        supplier_involved=False,
        max_km=100,
    ),
    _profile(
        2, "车身故障，100 km 以外", "Body fault beyond 100 km", ("answer", 12, "opened"), fault_class="body", min_km=101
    ),
    _profile(
        3,
        "车身故障，涉及供应商",
        "Body fault, supplier involved",
        ("answer", 12, "opened"),
        fault_class="body",
        supplier_involved=True,
    ),
    _profile(4, "底盘", "Chassis", ("written_answer", 12, "opened"), fault_class="chassis"),
    _profile(5, "发动机", "Engine", ("written_answer", 12, "opened"), fault_class="engine"),
    _profile(
        6,
        "维保合同",
        "Support contract",
        ("answer", 2, "opened"),
        ("on_site", 12, "opened"),
        ("loan_unit", 48, "opened"),
        contract="support",
    ),
    _profile(7, "热线，紧急", "Hotline, urgent", ("answer", 2, "opened"), urgency="urgent"),
    _profile(8, "热线", "Hotline", ("answer", 24, "opened")),
    _profile(9, "家庭报修", "Household", ("on_site", 4, "opened"), contract="household"),
    _profile(
        10,
        "家庭报修，小修",
        "Household, small repair",
        ("repaired", 6, "opened"),
        contract="household",
        repair_size="small",
    ),
    _profile(
        11,
        "家庭报修，大修",
        "Household, large repair",
        ("repaired", 24, "agreed"),
        contract="household",
        repair_size="large",
    ),
)
