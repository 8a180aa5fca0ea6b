"""The demonstration's checklists: short ones, of which one tap on "all normal" answers most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from server.cli.demo_log import Log
from server.rules.checklists import Answered, all_normal, read_items

Options = Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is asked in one section of visits to these kinds of unit."""

    kinds: Sequence[str]
    section: str
    name: str
    name_en: str
    items: Sequence[Mapping[str, Any]]

    def normal(self) -> dict[str, Any]:
        """Return what a technician answers who finds nothing, with one tap; figures are left to the visit."""
        return dict(all_normal(Answered(read_items(self.items), {})))


def _item(item_id: str, label: str, label_en: str, kind: str, **more: Any) -> Mapping[str, Any]:
    options: Options = more.pop("options", ())
    blank = {"required": False, "when": None, "normal": None, "unit": None, "scale": 0, "least": None, "most": None}
    return {
        "id": item_id,
        "label": label,
        "label_en": label_en,
        "kind": kind,
        **blank,
        "options": [{"value": value, "label": zh, "label_en": en} for value, zh, en in options],
        **more,
    }


def _when(item: str, *among: Any) -> dict[str, Any]:
    return {"item": item, "among": list(among)}


_ROAD = ("coach", "bus", "truck")
_LEAKS: Options = (("joint", "接头", "Joint"), ("hose", "软管", "Hose"), ("valve", "阀", "Valve"))
_SMOKE: Options = (
    ("none", "没有", "None"),
    ("white", "白烟", "White"),
    ("blue", "蓝烟", "Blue"),
    ("black", "黑烟", "Black"),
)
_WARNED: Options = (("no", "没亮", "Off"), ("yellow", "黄灯", "Yellow"), ("red", "红灯", "Red"))

CHECKLISTS = (
    Checklist(
        _ROAD,
        "listen",
        "问一问",
        "To ask",
        (
            _item("warning_lamp", "仪表报警灯", "Warning lamp", "choice", options=_WARNED),
            _item("towed", "是拖回来的吗", "Was it towed?", "yes_no", when=_when("warning_lamp", "red")),
        ),
    ),
    Checklist(
        _ROAD,
        "check",
        "上车检查",
        "Vehicle check",
        (
            _item("air_leak", "管路漏气", "Air leak", "yes_no", required=True, normal=False),
            _item(
                "leak_place", "漏在哪里", "Where", "choice", required=True, when=_when("air_leak", True), options=_LEAKS
            ),
            _item("oil_level", "机油液位正常", "Engine oil level normal", "yes_no", required=True, normal=True),
            _item("pressure", "储气筒压力", "Reservoir pressure", "number", unit="bar", scale=1, least=75, most=105),
        ),
    ),
    Checklist(
        _ROAD,
        "handle",
        "交车前",
        "Before it goes back",
        (
            _item("test_run", "试过车", "Test run done", "yes_no", required=True, normal=True),
            _item("codes_cleared", "故障码已清", "Fault codes cleared", "yes_no", normal=True),
        ),
    ),
    Checklist(
        ("machine",),
        "check",
        "机械检查",
        "Machine check",
        (
            _item("oil_leak", "液压油渗漏", "Hydraulic oil leak", "yes_no", required=True, normal=False),
            _item("leak_photo", "渗漏处照片", "Photo of the leak", "photo", when=_when("oil_leak", True)),
            _item("smoke", "排烟", "Exhaust smoke", "choice", normal="none", options=_SMOKE),
            _item("track_sag", "履带下垂量", "Track sag", "number", unit="mm", least=40, most=55),
            _item("coolant", "冷却液温度", "Coolant temperature", "number", unit="°C", least=-10, most=98),
        ),
    ),
    Checklist(
        ("machine",),
        "handle",
        "交机前",
        "Before it goes back",
        (_item("all_functions", "各动作都试过", "All functions tried", "yes_no", required=True, normal=True),),
    ),
    Checklist(
        ("generator",),
        "check",
        "发电机组检查",
        "Generator check",
        (
            _item(
                "voltage", "空载电压", "Voltage without load", "number", required=True, unit="V", least=390, most=410
            ),
            _item("frequency", "频率", "Frequency", "number", required=True, unit="Hz", scale=1, least=495, most=505),
            _item("earthed", "接地良好", "Earthing good", "yes_no", required=True, normal=True),
            _item("smoke", "排烟", "Exhaust smoke", "choice", normal="none", options=_SMOKE),
        ),
    ),
    Checklist(
        ("generator",),
        "handle",
        "交机前",
        "Before it goes back",
        (_item("load_test", "带载试过", "Tried under load", "yes_no", required=True, normal=True),),
    ),
)

_FIGURES = {"voltage": 401, "frequency": 500, "pressure": 82}
"""What a healthy unit shows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A checklist as one kind of unit is asked it."""

    id: str
    answers: Mapping[str, Any] = field(default_factory=dict)


def add_checklists(log: Log, administrator: str, at: Any) -> dict[tuple[str, str], Asked]:
    """Note that the checklists were set; answers each by kind of unit and section."""
    known = {}
    for checklist in CHECKLISTS:
        figures = {item["id"]: _FIGURES[item["id"]] for item in checklist.items if item["id"] in _FIGURES}
        for kind in checklist.kinds:
            checklist_id = log.new_id(at)
            body = {
                "checklist_id": checklist_id,
                "kind": kind,
                "section": checklist.section,
                "name": checklist.name,
                "name_en": checklist.name_en,
                "items": [dict(item) for item in checklist.items],
            }
            log.tell(administrator, "checklist.set", f"checklist:{kind}", body, at)
            known[kind, checklist.section] = Asked(checklist_id, {**checklist.normal(), **figures})
    return known
