"""Which sections of a visit a voice note may stand at."""

from enum import StrEnum


class SpokenSection(StrEnum):
    """The customer's own account (VIS-1), or what was found (VIS-3)."""

    LISTEN = "listen"
    CHECK = "check"
