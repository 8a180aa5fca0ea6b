"""Why a returned old part is deducted 扣件: the reasons are data that a manager can change (OLD-3)."""

from typing import Any

DEDUCTION_REASONS: list[dict[str, str]] = [
    {"code": "part_mismatch", "zh": "配件代码不符", "en": "Part code does not match"},
    {"code": "no_fault_found", "zh": "未检测出故障", "en": "No fault found"},
    {"code": "part_missing", "zh": "无件", "en": "Part is missing"},
    {"code": "non_genuine", "zh": "非原厂配件", "en": "Not a genuine part"},
    {"code": "wrong_supplier", "zh": "供应商代码错误", "en": "Wrong supplier code"},
    {"code": "not_quality", "zh": "非质量问题", "en": "Not a quality defect"},
    {"code": "not_the_failed_part", "zh": "非主故障部位", "en": "Not the failed component"},
    {"code": "damaged", "zh": "破损", "en": "Damaged"},
    {"code": "no_tag", "zh": "无旧件标签", "en": "No old-part tag"},
    {"code": "no_symptom_or_cause", "zh": "无故障现象或原因分析", "en": "No symptom or cause given"},
    {"code": "fault_does_not_match", "zh": "故障与描述不符", "en": "Fault does not match the description"},
    {"code": "consequential", "zh": "连带扣件", "en": "Deducted with another part"},
    {"code": "other", "zh": "其他", "en": "Other"},
]


def are_reasons(value: Any) -> bool:
    """Say whether each reason has a code of its own and words in both languages."""
    return (
        isinstance(value, list)
        and len(value) > 0
        and all(_is_reason(reason) for reason in value)
        and len({reason["code"] for reason in value}) == len(value)
    )


def _is_reason(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"code", "zh", "en"}
        and all(isinstance(text, str) and text for text in value.values())
    )
