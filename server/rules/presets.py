"""The numbers that a manager can change, as the house begins with them."""

from collections.abc import Callable, Mapping
from typing import Any

from server.rules.ageing import are_limits
from server.rules.evidence import is_claim_policy
from server.rules.figures import are_goals, is_score
from server.rules.inspections import DEDUCTION_REASONS, are_reasons
from server.rules.quotes import is_currency, is_percent
from sync.refusal import Refusal


class UnknownPreset(Refusal):
    """No preset of this name can be changed here."""

    code = "unknown_preset"


class PresetDoesNotFit(Refusal):
    """The value is not of the kind that the rule reads."""

    code = "preset_does_not_fit"


_LONGEST_PHRASE = 60

INITIAL: Mapping[str, Any] = {
    "old_part_due_days": 14,
    "clock_skew_min": 10,
    "parts_percent": 70,
    "labour_minor_per_hour": 12_000,
    "quote_currency": "CNY",
    "signature_min_strokes": 3,
    "signature_min_percent": 10,
    "signers_most": 4,
    "reading_jump_km": 150_000,
    "reading_jump_h": 5_000,
    "phrases": {
        "usage": [
            {"zh": "市区短途，走走停停", "en": "Town traffic, stop and go"},
            {"zh": "长途高速", "en": "Long motorway runs"},
            {"zh": "山路重载", "en": "Mountain roads, heavy load"},
            {"zh": "工地，粉尘大", "en": "Building site, much dust"},
        ],
        "before_after": [
            {"zh": "之前没修过这里", "en": "Never repaired here before"},
            {"zh": "最近做过保养", "en": "Serviced recently"},
            {"zh": "修过，又坏了", "en": "Repaired, then failed again"},
            {"zh": "故障后没再用", "en": "Not used since the fault"},
        ],
        "done": [
            {"zh": "换件，试车正常", "en": "Replaced, test run fine"},
            {"zh": "调整紧固，试车正常", "en": "Adjusted and tightened, test run fine"},
            {"zh": "清洗疏通，试车正常", "en": "Cleaned, test run fine"},
            {"zh": "临时处理，还要再来", "en": "Temporary repair, another visit needed"},
        ],
        "replaced": [
            {"zh": "断裂、开裂", "en": "Broken or cracked"},
            {"zh": "磨损到限", "en": "Worn to its limit"},
            {"zh": "渗漏", "en": "Leaking"},
            {"zh": "烧坏", "en": "Burnt out"},
            {"zh": "卡死", "en": "Seized"},
            {"zh": "和主因件一起换", "en": "Replaced along with the part that failed"},
        ],
    },
    "history_signature_points": 120,
    "ready_free_mb": 200,
    "claim_policy": [
        {"evidence": "nameplate", "photos": 1, "obligatory": False},
        {"evidence": "meter", "photos": 1, "obligatory": True},
        {"evidence": "cause", "photos": 0, "obligatory": True},
        {"evidence": "old_part", "photos": 2, "obligatory": False},
        {"evidence": "tag", "photos": 0, "obligatory": True},
        {"evidence": "result", "photos": 1, "obligatory": False},
        {"evidence": "signature", "photos": 0, "obligatory": True},
    ],
    "escalation_answer_min": 30,
    "count_difference_most": 2,
    "discrepancy_settle_days": 3,
    "ageing_days": [7, 15, 30],
    "custody_settle_hours": 48,
    "deduction_reasons": DEDUCTION_REASONS,
    "figure_goals": {
        "on_time": 90,
        "satisfied": 85,
        "complaints": 3,
        "first_time": 80,
        "old_parts_back": 85,
        "stock_agrees": 99,
        "repeat_faults": 5,
        "unsigned": 5,
        "supplier_recovery": 70,
    },
    "satisfied_score_least": 4,
    "repeat_fault_days": 30,
}


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 0


def _are_phrases(value: Any) -> bool:
    """By field, what a thumb can say instead of typing it, in both languages (VIS-1, VIS-4, VIS-5)."""
    return (
        isinstance(value, dict)
        and value.keys() == INITIAL["phrases"].keys()
        and all(isinstance(some, list) and all(map(_is_phrase, some)) for some in value.values())
    )


def _is_phrase(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"zh", "en"}
        and all(isinstance(text, str) and 0 < len(text) <= _LONGEST_PHRASE for text in value.values())
    )


_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "signature_min_strokes": _is_count,
    "signature_min_percent": _is_count,
    "signers_most": _is_count,
    "reading_jump_km": _is_count,
    "reading_jump_h": _is_count,
    "phrases": _are_phrases,
    "history_signature_points": _is_count,
    "ready_free_mb": _is_count,
    "escalation_answer_min": _is_count,
    "count_difference_most": _is_count,
    "discrepancy_settle_days": _is_count,
    "old_part_due_days": _is_count,
    "ageing_days": are_limits,
    "custody_settle_hours": _is_count,
    "deduction_reasons": are_reasons,
    "figure_goals": are_goals,
    "satisfied_score_least": is_score,
    "repeat_fault_days": _is_count,
    "clock_skew_min": _is_count,
    "parts_percent": is_percent,
    "labour_minor_per_hour": _is_count,
    "quote_currency": is_currency,
    "claim_policy": is_claim_policy,
}
"""What can be changed by ``preset.set``, and what fits."""


def check_preset(name: str, value: Any) -> None:
    """Refuse a preset that nobody reads, or a value that its rule could not read."""
    fits = _CHECKS.get(name)
    if fits is None:
        raise UnknownPreset(f"There is no such preset. Choose one of: {', '.join(sorted(_CHECKS))}.", name=name)
    if not fits(value):
        raise PresetDoesNotFit("This value does not fit this preset. Send one like the present value.", name=name)
