"""What a photo shows, and whether its file has arrived whole."""

from enum import StrEnum


class PhotoSubject(StrEnum):
    """What the picture is evidence of."""

    METER = "meter"
    NAMEPLATE = "nameplate"
    FAULT = "fault"
    NEW_PART = "new_part"
    OLD_PART = "old_part"
    BEFORE = "before"
    AFTER = "after"
    RESULT = "result"
    STAMPED_PAPER = "stamped_paper"
    TAMPERING = "tampering"
    CHECKLIST = "checklist"
    ESCALATION = "escalation"
    INCIDENT = "incident"
    OTHER = "other"


class PhotoState(StrEnum):
    """``expected`` until the server has checked every byte against the hash."""

    EXPECTED = "expected"
    VERIFIED = "verified"
    REFUSED = "refused"


def judge_file(announced: str, arrived: str, state: PhotoState, refusal: str | None) -> tuple[PhotoState, str | None]:
    """Return the photo's state and why it was refused; a whole file that is not the announced one is no evidence.

    A file may arrive before the photo is announced, so only here are both hashes known.
    """
    if state is PhotoState.VERIFIED and announced != arrived:
        return PhotoState.REFUSED, "other_file"
    return state, refusal
