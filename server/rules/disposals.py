"""What becomes of old parts in the end, by the month's list (OLD-5)."""

from enum import StrEnum


class DisposalWay(StrEnum):
    """Scrapped, refurbished, or back to the supplier."""

    SCRAP = "scrap"
    REFURBISH = "refurbish"
    SUPPLIER = "supplier"
