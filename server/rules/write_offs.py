"""Write-off 销账 of an issued part: what it still waits for, and waivers of old parts that never come (PART-5)."""

from enum import StrEnum

from sync.refusal import Refusal


class Lacking(StrEnum):
    """One of the three things that a write-off needs (PART-5)."""

    SIGNATURE = "signature"
    APPROVAL = "approval"
    OLD_PART = "old_part"


class WaiverReason(StrEnum):
    """Why the manager does without the old part; one that is ``lost`` is deducted from who took it off."""

    CONSUMED = "consumed"
    RETAINED = "retained"
    HAZARDOUS = "hazardous"
    LOST = "lost"


class WriteOffWaits(Refusal):
    """Something that the write-off needs is not there."""

    code = "write_off_waits"


class AlreadyWrittenOff(Refusal):
    """An issued part is written off once."""

    code = "already_written_off"


class AlreadyWaived(Refusal):
    """Another manager waived it before."""

    code = "already_waived"


class SwapTakenBack(Refusal):
    """The part was never fitted, so there is nothing to write off."""

    code = "swap_taken_back"


def waits_for(
    *, signed: bool, accepted_unsigned: bool, approved: bool, received: bool, waived: bool
) -> tuple[Lacking, ...]:
    """Return what is still missing before the part can be written off; nothing when it can (PART-5).

    A manager who accepts a report that nobody signed stands in for the customer (VIS-8).
    """
    needed = {
        Lacking.SIGNATURE: signed or accepted_unsigned,
        Lacking.APPROVAL: approved,
        Lacking.OLD_PART: received or waived,
    }
    return tuple(lacking for lacking, is_there in needed.items() if not is_there)


def check_close(waiting_for: tuple[Lacking, ...], *, written_off: bool, taken_back: bool) -> None:
    """Refuse a second write-off, one of a swap that was taken back, and one that still waits, naming what for."""
    if written_off:
        raise AlreadyWrittenOff("This part was written off before. Load it again and look at who did it.")
    if taken_back:
        raise SwapTakenBack("This swap was taken back: the part was never used and goes back to the store.")
    if waiting_for:
        names = [lacking.value for lacking in waiting_for]
        raise WriteOffWaits(f"This still waits for: {', '.join(names)}.", waits_for=names)


def check_waive(*, waived: bool, written_off: bool) -> None:
    """Refuse to waive twice, or what is written off already."""
    if waived:
        raise AlreadyWaived("Another manager waived this before. Load it again and read the reason.")
    if written_off:
        raise AlreadyWrittenOff("This part was written off before. A waiver changes nothing any more.")
