"""What a photo shows, and whether its file has arrived whole."""

from enum import StrEnum


class PhotoSubject(StrEnum):
    """What the picture is evidence of."""

    METER = "meter"
    NAMEPLATE = "nameplate"
    FAULT = "fault"
    NEW_PART = "new_part"
    OLD_PART = "old_part"
    RESULT = "result"
    STAMPED_PAPER = "stamped_paper"
    OTHER = "other"


class PhotoState(StrEnum):
    """``expected`` until the server has checked every byte against the hash."""

    EXPECTED = "expected"
    VERIFIED = "verified"
    REFUSED = "refused"
