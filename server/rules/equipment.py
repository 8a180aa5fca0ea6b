"""What kinds of unit are looked after."""

from enum import StrEnum


class EquipmentKind(StrEnum):
    """The kind decides which words and which meters a screen shows."""

    COACH = "coach"
    BUS = "bus"
    TRUCK = "truck"
    MACHINE = "machine"
    GENERATOR = "generator"
    ELECTRONICS = "electronics"
    BUILDING = "building"
