"""Swaps: why there is no old part, and what of a recorded swap can be corrected (VIS-5, PART-4, OLD-1)."""

from enum import StrEnum


class NoOldPart(StrEnum):
    """Why no old part comes back."""

    RETAINED = "retained"
    CONSUMED = "consumed"
    HAZARDOUS = "hazardous"
    LOST = "lost"


OF_SWAP = ("part_id", "quantity", "new_serial", "reason", "source", "causal")
"""What of a recorded swap can be corrected until the customer has signed."""

OF_OLD_PART = {"old_serial": "serial", "old_quantity": "quantity"}
"""What of its old part can be, by the name of the old part's own field."""
