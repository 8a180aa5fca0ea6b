"""What the check of a sealed report comes to, in one word, and the codes that people compare by eye (VIS-7)."""

from collections.abc import Collection
from enum import StrEnum

from server.rules.seals import Check, Found, Verification

CODE_LENGTH = 16
"""So many hexadecimal characters of a document's SHA-256 are its short code, in the seal and in the QR code."""

NEVER_THERE = frozenset({Check.DEVICE_SIGNATURE, Check.COUNTERSIGNATURE})
"""What may have been missing from the first day: a device without a registered key, a server without a seal key."""


class Standing(StrEnum):
    """``unproven``: nothing was altered, but somebody's signature that would prove it has been missing all along."""

    UNCHANGED = "unchanged"
    NEWER = "newer"
    UNPROVEN = "unproven"
    ALTERED = "altered"


class PhotoFound(StrEnum):
    """A photo beside its hash in the document; ``not_looked_at`` is beyond what one check may cost."""

    HOLDS = "holds"
    BROKEN = "broken"
    LOST = "lost"
    NOT_RECEIVED = "not_received"
    NOT_LOOKED_AT = "not_looked_at"


def standing(verification: Verification, photos: Collection[PhotoFound] = ()) -> Standing:
    """Return what the checks come to; a photo that never arrived alters nothing, a lost one does."""
    missing = {check for check, found in verification.checks.items() if found is Found.MISSING}
    broken = Found.BROKEN in verification.checks.values() or missing - NEVER_THERE
    if broken or PhotoFound.BROKEN in photos or PhotoFound.LOST in photos:
        return Standing.ALTERED
    if missing:
        return Standing.UNPROVEN
    return Standing.UNCHANGED if verification.newer_revision is None else Standing.NEWER


def short_code(sha256: str) -> str:
    """Return the short code as it stands in the seal, in groups of four: ``9F3C A17B 04D2 66E8``."""
    code = sha256[:CODE_LENGTH].upper()
    return " ".join(code[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def read_code(typed: str) -> str | None:
    """Return the short code that somebody typed, as the beginning of a SHA-256, or nothing when it is none."""
    code = "".join(typed.split()).replace("-", "").replace("·", "").lower()
    whole = len(code) == CODE_LENGTH and all(character in "0123456789abcdef" for character in code)
    return code if whole else None
