"""The four files that can be taken in: their columns, and by what a line is known again."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from marshmallow import Schema

from server.imports import cells
from server.imports.cells import Codes, Reader, Writer
from server.mutations.customers import CustomerAddBody
from server.mutations.equipment import EDITABLE as EDITABLE_UNIT
from server.mutations.equipment import EquipmentAddBody
from server.mutations.faults import EDITABLE as EDITABLE_FAULT
from server.mutations.faults import FaultAddBody
from server.mutations.parts import EDITABLE as EDITABLE_PART
from server.mutations.parts import PartAddBody
from server.tables.customers import CustomerRow
from server.tables.equipment import EquipmentRow
from server.tables.faults import FaultRow
from server.tables.parts import PartRow


class FileName(StrEnum):
    """What a file is about; each is the name of its table."""

    CUSTOMER = "customer"
    EQUIPMENT = "equipment"
    PART = "part"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` is the field of the row; ``station`` and ``customer`` lead to a row of that kind.

    A column that is ``needed`` must be in the file, and no cell of it empty. One that is left out keeps what the books
    say; a new row gets what an empty cell means.
    """

    name: str
    zh: str
    en: str
    needed: bool = False
    read: Reader = cells.read_text
    write: Writer = cells.write_text

    def title(self, language: str) -> str:
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, slots=True)
class File:
    """``key`` is what tells two rows apart; ``editable`` what a line changes of a row that is there already."""

    name: FileName
    row_class: type[Any]
    body: type[Schema]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    editable: tuple[str, ...]
    fixed: Mapping[str, Any]

    @property
    def of_a_station(self) -> bool:
        """Whether a row belongs to one station; otherwise to the whole house."""
        return any(column.name == "station" for column in self.columns)


_FAULT_CLASSES = Codes(
    {
        "body": ("车身", "Body"),
        "chassis": ("底盘", "Chassis"),
        "engine": ("发动机", "Engine"),
        "electrical": ("电气", "Electrical"),
        "hydraulic": ("液压", "Hydraulic"),
        "other": ("其他", "Other"),
    }
)
_KINDS = Codes(
    {
        "coach": ("客车", "Coach"),
        "bus": ("公交车", "Bus"),
        "truck": ("货车", "Truck"),
        "machine": ("工程机械", "Machine"),
        "generator": ("发电机组", "Generator"),
        "electronics": ("电子设备", "Electronics"),
        "building": ("房屋", "Building"),
    }
)

_STATION = Column("station", "服务站", "Station")
_TRUTH: Mapping[str, Any] = {"read": cells.read_truth, "write": cells.write_truth}
_DAY: Mapping[str, Any] = {"read": cells.read_day}
_COUNT: Mapping[str, Any] = {"read": cells.read_count}

FILES: Mapping[FileName, File] = {
    file.name: file
    for file in (
        File(
            FileName.CUSTOMER,
            CustomerRow,
            CustomerAddBody,
            key=("station_id", "name"),
            columns=(
                Column("name", "客户名称", "Customer", needed=True),
                Column("contact", "联系人", "Contact"),
                Column("phone", "电话", "Phone"),
                Column("address", "地址", "Address"),
                _STATION,
            ),
            editable=("contact", "phone", "address"),
            fixed={},
        ),
        File(
            FileName.EQUIPMENT,
            EquipmentRow,
            EquipmentAddBody,
            key=("serial",),
            columns=(
                Column("serial", "编号", "Serial number", needed=True),
                Column("customer", "客户名称", "Customer", needed=True),
                Column("kind", "类别", "Kind", needed=True, read=_KINDS.read, write=_KINDS.write),
                Column("model", "型号", "Model", needed=True),
                Column("plate", "车牌", "Plate", read=cells.read_optional_text),
                Column("delivered_on", "交付日期", "Delivered on", **_DAY),
                Column("warranty_until", "三包到期", "Warranty until", **_DAY),
                Column("warranty_km", "三包里程", "Warranty km", **_COUNT),
                Column("last_km", "上次里程", "Last km", **_COUNT),
                Column("last_h", "上次小时", "Last hours", **_COUNT),
                _STATION,
            ),
            editable=EDITABLE_UNIT,
            fixed={"visit_count": 0},
        ),
        File(
            FileName.PART,
            PartRow,
            PartAddBody,
            key=("part_no",),
            columns=(
                Column("part_no", "件号", "Part no.", needed=True),
                Column("name", "名称", "Name", needed=True),
                Column("name_en", "英文名称", "English name"),
                Column("unit", "单位", "Unit"),
                Column("serialised", "有序列号", "Has serial", **_TRUTH),
                Column("list_price_minor", "目录价", "List price", read=cells.read_money, write=cells.write_money),
                Column("currency", "币种", "Currency"),
                Column("on_hold", "停用", "On hold", **_TRUTH),
            ),
            editable=EDITABLE_PART,
            fixed={},
        ),
        File(
            FileName.FAULT,
            FaultRow,
            FaultAddBody,
            key=("code",),
            columns=(
                Column("code", "故障代码", "Fault code", needed=True),
                Column("name", "名称", "Name", needed=True),
                Column("name_en", "英文名称", "English name"),
                Column(
                    "fault_class",
                    "故障类别",
                    "Fault class",
                    needed=True,
                    read=_FAULT_CLASSES.read,
                    write=_FAULT_CLASSES.write,
                ),
            ),
            editable=EDITABLE_FAULT,
            fixed={},
        ),
    )
}

WHEN_EMPTY: Mapping[str, str] = {"unit": "件", "currency": "CNY"}
"""What an empty cell, or a column that is left out, means for a new row, where it is not simply nothing."""

SAME_AS: Mapping[str, str] = {"name_en": "name"}
"""A new row without an English name is called by its Chinese one."""
