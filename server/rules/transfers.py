"""Transfers 调拨: parts on the road from a station's store to another's, or to a van (PART-7)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from server.rules.counts import DIFFERENCE
from server.rules.discrepancies import Discrepancy, DiscrepancyKind, Settlement
from server.rules.stock import Handed, Movement, moved, store, van
from sync.refusal import Refusal


class TransferState(StrEnum):
    """Whether it has arrived."""

    SENT = "sent"
    RECEIVED = "received"


class SameStation(Refusal):
    """A transfer goes to another station, or to a van."""

    code = "same_station"


def transit(transfer_id: str) -> str:
    """Return the location of what is on the road."""
    return f"transit:{transfer_id}"


def check_stations(from_station_id: str, to_station_id: str, technician_id: str | None) -> None:
    """Refuse a transfer that goes nowhere."""
    if from_station_id == to_station_id and technician_id is None:
        raise SameStation("Name another station or a technician: these shelves are your own.")


def destination(station_id: str, technician_id: str | None) -> str:
    """Return where it arrives: a station's shelves, or the van of a technician to whom it was sent."""
    return store(station_id) if technician_id is None else van(technician_id)


def send_movements(transfer_id: str, station_id: str, sent: Sequence[Handed]) -> tuple[Movement, ...]:
    """Return what sending books: off the shelves, onto the road (PART-7)."""
    return moved(store(station_id), transit(transfer_id), sent)


def receive_movements(transfer_id: str, place: str, received: Sequence[Handed]) -> tuple[Movement, ...]:
    """Return what receiving books: what really came, off the road and into its place (PART-7)."""
    return moved(transit(transfer_id), place, received)


def differences(
    transfer_id: str, place: str, sent: Mapping[str, int], received: Mapping[str, int]
) -> list[Discrepancy]:
    """Return a discrepancy for each part of which less or more arrived than was sent; it stays on the road until then.

    ``received`` is everything that has arrived of this transfer so far.
    """
    return [
        Discrepancy(
            DiscrepancyKind.TRANSFER_DIFFERS,
            "transfer",
            transfer_id,
            {
                "location": transit(transfer_id),
                "to": place,
                "part_id": part_id,
                "sent": sent.get(part_id, 0),
                "received": received.get(part_id, 0),
            },
            piece=part_id,
        )
        for part_id in sorted(sent.keys() | received.keys())
        if sent.get(part_id, 0) != received.get(part_id, 0)
    ]


def settling_movements(
    settlement: Settlement, *, location: str, place: str, part_id: str, left: int
) -> tuple[Movement, ...]:
    """Return what clears the road of the ``left`` pieces; below zero when more arrived than were sent.

    Where the fact stands, what was counted on arrival is right and the rest is a difference. Where the books stand,
    the pieces that were sent are in the receiving ``place`` after all.
    """
    place = place if settlement is Settlement.BOOKS_STAND else DIFFERENCE
    if left == 0:
        return ()
    return (Movement(location, place, part_id, left) if left > 0 else Movement(place, location, part_id, -left),)
