"""The chain of custody of an old part: who had it, who has it, and what hangs on it (OLD-1, OLD-2)."""

from typing import Any

from marshmallow import ValidationError, fields

from server.mutations.custody_chain import note_custody
from server.mutations.custody_facts import follow
from server.mutations.publishing import publish_discrepancy, publish_old_part
from server.mutations.stock import book
from server.rules.discrepancies import Discrepancy, DiscrepancyKind, DiscrepancyState, Settlement, discrepancy_id
from server.rules.old_parts import (
    ON_THE_WAY,
    CustodyEvent,
    Expected,
    HolderKind,
    Mismatch,
    OldPartState,
    Receipt,
    bound_elsewhere,
    receive,
)
from server.rules.stock import Movement, old_parts_of
from server.rules.tags import is_tag, normalise_tag
from server.tables.custody import CustodyFactRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.loading import add, load, matching
from server.tables.old_parts import OldPartReceiptRow, OldPartRow
from server.visibility.audiences import of_old_part
from sync.ports import Change

_RECEIPT_LINE = 3
"""A swap that finds its old part received already books this line after its own two."""


class TagField(fields.String):
    """An old-part tag as a person types it; the check character must fit (OLD-1)."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        tag = normalise_tag(super()._deserialize(value, attr, data, **kwargs))
        if not is_tag(tag):
            raise ValidationError("The last character does not fit. Look at the tag again.")
        return tag


def custody_needs(old_part_id: str, tag: str | None) -> list[tuple[str, str]]:
    """Return what is looked at when an old part gets a tag, or turns out to have arrived before its record did."""
    needs = [("old_part", old_part_id), ("old_part_receipt.claimed_id", old_part_id)]
    return needs if tag is None else [*needs, ("old_part.tag", tag), ("old_part_receipt.tag", tag)]


def bind_tag(change: Change, old_part: OldPartRow, tag: str) -> list[Discrepancy]:
    """Hang the tag on the old part; it hangs there even when the books say that it hangs elsewhere (OLD-1)."""
    tagged = matching(change.session, OldPartRow, "tag", tag)
    bound_to = [other.id for other in tagged if other.expected]
    old_part.tag = tag
    note_custody(change, old_part, CustodyEvent.TAGGED, giver=None)
    found = bound_elsewhere(tag, old_part.id, bound_to)
    return [] if found is None else [found]


def take_in(change: Change, old_part: OldPartRow, receipt: OldPartReceiptRow, station_id: str) -> list[Discrepancy]:
    """Give the old part into the clerk's hands as it was found, and return what contradicts the books (OLD-3)."""
    expected = Expected(old_part.id, old_part.station_id, OldPartState(old_part.state), old_part.serial)
    found = list(receive(expected, Receipt(receipt.id, station_id, Mismatch(receipt.mismatch), receipt.serial_seen)))
    receipt.old_part_id = old_part.id
    if expected.state not in ON_THE_WAY:
        return found
    giver = (old_part.holder_kind, old_part.holder_id)
    old_part.state = OldPartState.RECEIVED.value
    old_part.holder_kind, old_part.holder_id = HolderKind.CLERK.value, receipt.received_by
    old_part.received_at, old_part.received_by = receipt.received_at, receipt.received_by
    old_part.condition, old_part.mismatch = receipt.condition, receipt.mismatch
    old_part.serial_seen, old_part.shelf = receipt.serial_seen, receipt.shelf
    note_custody(change, old_part, CustodyEvent.RECEIVED, giver=giver)
    if old_part.part_id is not None:
        came = Movement(old_parts_of(*giver), old_parts_of("station", station_id), old_part.part_id, old_part.quantity)
        book(change, [came], {}, first_line=_RECEIPT_LINE)
    publish_old_part(change, old_part)
    if not matching(change.session, CustodyFactRow, "old_part_id", old_part.id):
        return found
    more, went_on = follow(change, old_part)
    book(change, went_on, {}, first_line=_RECEIPT_LINE + 1)
    return [*found, *more]


def match_earlier_receipt(change: Change, old_part: OldPartRow) -> list[Discrepancy]:
    """Find what arrived under this tag or id before the technician's record did, and join the two (OLD-3)."""
    receipt = _earlier_receipt(change, old_part)
    if receipt is None:
        return []
    unexpected = load(change.session, OldPartRow, receipt.id)
    if unexpected is None or unexpected.state == OldPartState.MATCHED:
        return []
    return join_arrival(change, unexpected, receipt, old_part)


def join_arrival(
    change: Change, arrival: OldPartRow, receipt: OldPartReceiptRow, old_part: OldPartRow
) -> list[Discrepancy]:
    """Take the old part in as it arrived; what arrived unexpected is no part of its own any more (OLD-3)."""
    arrival.state = OldPartState.MATCHED.value
    change.withdraw("old_part", arrival.id, of_old_part(arrival.job_id, arrival.station_id))
    _settle_as_matched(change, receipt)
    found = take_in(change, old_part, receipt, arrival.station_id)
    old_part.shelf = arrival.shelf
    return found


def _earlier_receipt(change: Change, old_part: OldPartRow) -> OldPartReceiptRow | None:
    receipts = matching(change.session, OldPartReceiptRow, "claimed_id", old_part.id)
    if old_part.tag is not None:
        receipts += matching(change.session, OldPartReceiptRow, "tag", old_part.tag)
    unmatched = [receipt for receipt in receipts if receipt.old_part_id == receipt.id]
    return min(unmatched, key=lambda receipt: (receipt.received_at, receipt.id), default=None)


def receive_unexpected(change: Change, receipt: OldPartReceiptRow, station_id: str) -> list[Discrepancy]:
    """Record what nobody expected under the receipt's own id, to be matched later (OLD-3)."""
    old_part = OldPartRow(
        id=receipt.id,
        station_id=station_id,
        tag=receipt.tag,
        quantity=1,
        state=OldPartState.RECEIVED.value,
        holder_kind=HolderKind.CLERK.value,
        holder_id=receipt.received_by,
        received_at=receipt.received_at,
        received_by=receipt.received_by,
        condition=receipt.condition,
        mismatch=receipt.mismatch,
        serial_seen=receipt.serial_seen,
        shelf=receipt.shelf,
        expected=False,
    )
    add(change.session, old_part)
    note_custody(change, old_part, CustodyEvent.RECEIVED, giver=None)
    publish_old_part(change, old_part)
    found = receive(None, Receipt(receipt.id, station_id, Mismatch(receipt.mismatch), receipt.serial_seen))
    return list(found)


def _settle_as_matched(change: Change, receipt: OldPartReceiptRow) -> None:
    found = Discrepancy(DiscrepancyKind.UNEXPECTED_OLD_PART, "old_part", receipt.id)
    row = load(change.session, DiscrepancyRow, discrepancy_id(receipt.mutation_id, found))
    if row is None or row.state != DiscrepancyState.OPEN:
        return
    row.state, row.settlement = DiscrepancyState.SETTLED.value, Settlement.MATCHED.value
    row.settled_by, row.settled_at = change.user_id, change.happened_at
    publish_discrepancy(change, row)
