"""The old part's way back: tags, custody, and what the clerk finds (OLD-1, OLD-2, OLD-3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from sync.refusal import Refusal


class OldPartState(StrEnum):
    """Where it is on its way.

    ``with_technician`` is with whoever took it off; ``handed_over`` is with somebody else. ``matched`` is an unexpected
    arrival that turned out to be another row's part. ``not_removed`` never came off: its swap was taken back.
    """

    WITH_TECHNICIAN = "with_technician"
    HANDED_OVER = "handed_over"
    PACKED = "packed"
    SHIPPED = "shipped"
    MISSING = "missing"
    RECEIVED = "received"
    INSPECTED = "inspected"
    STORED = "stored"
    DISPOSED = "disposed"
    MATCHED = "matched"
    NOT_REMOVED = "not_removed"


ON_THE_WAY = frozenset(
    {
        OldPartState.WITH_TECHNICIAN,
        OldPartState.HANDED_OVER,
        OldPartState.PACKED,
        OldPartState.SHIPPED,
        OldPartState.MISSING,
    }
)
"""It came off and no clerk has signed for it."""

CAME_BACK = frozenset(
    {OldPartState.RECEIVED, OldPartState.INSPECTED, OldPartState.STORED, OldPartState.DISPOSED, OldPartState.MATCHED}
)
"""A clerk has signed for it."""


IN_THE_STORE = frozenset({OldPartState.RECEIVED, OldPartState.INSPECTED, OldPartState.STORED})
"""A clerk has signed for it and it has not left."""


class HolderKind(StrEnum):
    """Who holds it; ``unit`` while it sits where it always sat.

    What travels with a courier is held by its return manifest, what was disposed of by its disposal.
    """

    UNIT = "unit"
    TECHNICIAN = "technician"
    COURIER = "courier"
    CLERK = "clerk"
    DISPOSAL = "disposal"


class CustodyEvent(StrEnum):
    """A link of the chain of custody (OLD-2)."""

    REMOVED = "removed"
    PUT_BACK = "put_back"
    TAGGED = "tagged"
    HANDED_OVER = "handed_over"
    SHIPPED = "shipped"
    RECEIVED = "received"
    DISPOSED = "disposed"


class Condition(StrEnum):
    """What state the clerk found it in (OLD-3)."""

    AS_DESCRIBED = "as_described"
    DAMAGED = "damaged"
    INCOMPLETE = "incomplete"


class Mismatch(StrEnum):
    """What the clerk found different from what was expected (OLD-3)."""

    NONE = "none"
    WRONG_PART = "wrong_part"
    WRONG_SERIAL = "wrong_serial"
    QUANTITY_SHORT = "quantity_short"
    NO_TAG = "no_tag"


class NothingToMatch(Refusal):
    """Only what arrived unexpected, and is still in the store, is matched."""

    code = "nothing_to_match"


class CameBackAlready(Refusal):
    """The old part that it is said to be has come back."""

    code = "old_part_came_back"


@dataclass(frozen=True, slots=True)
class Expected:
    """An old part as the books know it when somebody brings it."""

    old_part_id: str
    station_id: str
    state: OldPartState
    serial: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a clerk found (OLD-3)."""

    receipt_id: str
    station_id: str
    mismatch: Mismatch
    serial_seen: str | None


def due_on(removed_at: datetime, *, days: int) -> date:
    """Return the day by which an old part must be back; ``days`` is a preset (OLD-4)."""
    return (removed_at + timedelta(days=days)).date()


def bound_elsewhere(tag: str, old_part_id: str, bound_to: Sequence[str]) -> Discrepancy | None:
    """Return the discrepancy of a tag that hangs on another old part already (OLD-1)."""
    others = sorted(set(bound_to) - {old_part_id})
    if not others:
        return None
    detail = {"tag": tag, "other_old_part_id": others[0]}
    return Discrepancy(DiscrepancyKind.TAG_ALREADY_BOUND, "old_part", old_part_id, detail)


def receive(expected: Expected | None, receipt: Receipt) -> tuple[Discrepancy, ...]:
    """Return everything about an arrival that contradicts the books; none of it keeps the part from being received.

    What nobody expected is received as well, and matched later (OLD-3).
    """
    if expected is None:
        return (Discrepancy(DiscrepancyKind.UNEXPECTED_OLD_PART, "old_part", receipt.receipt_id),)
    found: list[Discrepancy] = []
    subject = expected.old_part_id
    if expected.state not in ON_THE_WAY:
        again = {"receipt_id": receipt.receipt_id}
        found.append(Discrepancy(DiscrepancyKind.RECEIVED_TWICE, "old_part", subject, again))
    if expected.station_id != receipt.station_id:
        elsewhere = {"station_id": receipt.station_id, "expected_station_id": expected.station_id}
        found.append(Discrepancy(DiscrepancyKind.RECEIVED_ELSEWHERE, "old_part", subject, elsewhere))
    if _serials_differ(expected.serial, receipt.serial_seen) or receipt.mismatch is Mismatch.WRONG_SERIAL:
        serials = {"serial": expected.serial, "serial_seen": receipt.serial_seen}
        found.append(Discrepancy(DiscrepancyKind.WRONG_SERIAL, "old_part", subject, serials))
    elif receipt.mismatch is not Mismatch.NONE:
        mismatch = {"mismatch": receipt.mismatch.value}
        found.append(Discrepancy(DiscrepancyKind.OLD_PART_MISMATCH, "old_part", subject, mismatch))
    return tuple(found)


def check_match(arrival: OldPartState, *, expected: bool, into: OldPartState) -> None:
    """Refuse to match what was expected, what has left the store, and to take an old part in twice (OLD-3)."""
    if expected or arrival not in IN_THE_STORE:
        raise NothingToMatch("This arrival is not waiting to be matched any more. Load it again.")
    if into not in ON_THE_WAY:
        raise CameBackAlready("That old part has come back already. Choose one that is still out.")


def _serials_differ(known: str | None, seen: str | None) -> bool:
    if known is None or seen is None:
        return False
    return known.strip().upper() != seen.strip().upper()
