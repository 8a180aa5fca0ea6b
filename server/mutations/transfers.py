"""Transfers 调拨 from a station's store to another's or to a van: sent, on the road, received (PART-7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.stock_lines import (
    HandedBody,
    Lines,
    book_lines,
    handed,
    held_parts_moved,
    hold_needs,
    line_needs,
    pieces,
    stations_of,
)
from server.mutations.stock_trails import Document
from server.rules import transfers
from server.rules.people import Role
from server.rules.stock import store
from server.rules.transfers import TransferState, transit
from server.tables.loading import add, load
from server.tables.numbers import next_number
from server.tables.people import StationRow
from server.tables.transfers import TransferRow
from server.visibility.audiences import of_office_stock, of_person
from server.visibility.fields import Id
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing


class TransferSendBody(Schema):
    """What left the shelves for another station, or for a technician's van.

    What is not required came later: devices a month old do not send it.
    """

    transfer_id = Id(required=True)
    from_station_id = Id(required=True)
    to_station_id = Id(required=True)
    to_technician_id = Id(load_default=None, allow_none=True)
    lines = Lines(HandedBody, required=True)


@dataclass(frozen=True, slots=True)
class TransferSend:
    """See ``TransferSendBody``."""

    transfer_id: str
    from_station_id: str
    to_station_id: str
    to_technician_id: str | None
    lines: Sequence[dict[str, Any]]


class TransferReceiveBody(Schema):
    """What arrived of it, on a station's shelves or in a technician's van; no lines when the boxes were empty."""

    transfer_id = Id(required=True)
    station_id = Id(required=True)
    technician_id = Id(load_default=None, allow_none=True)
    lines = Lines(HandedBody, least=0, required=True)


@dataclass(frozen=True, slots=True)
class TransferReceive:
    """See ``TransferReceiveBody``."""

    transfer_id: str
    station_id: str
    technician_id: str | None
    lines: Sequence[dict[str, Any]]


def _send(change: Change, actor: Actor, args: TransferSend) -> Outcome:
    check_lane(change, f"transfer:{args.transfer_id}")
    check_station(actor, Role.CLERK, args.from_station_id)
    transfers.check_stations(args.from_station_id, args.to_station_id, args.to_technician_id)
    if load(change.session, TransferRow, args.transfer_id) is not None:
        return APPLIED
    if load(change.session, StationRow, args.to_station_id) is None:
        raise Missing("The other station is not known yet.", table="station", id=args.to_station_id)
    row = TransferRow(
        id=args.transfer_id,
        number=next_number(change.session, f"DB-{change.received_at:%y%m}"),
        from_station_id=args.from_station_id,
        to_station_id=args.to_station_id,
        to_technician_id=args.to_technician_id,
        state=TransferState.SENT.value,
        sent=list(args.lines),
        received=[],
        sent_by=change.user_id,
        sent_at=change.happened_at,
        received_by=None,
        received_at=None,
    )
    add(change.session, row)
    document = Document("transfer", row.id)
    stations = stations_of(change, station_ids=[row.from_station_id])
    movements = transfers.send_movements(row.id, row.from_station_id, handed(args.lines))
    found = book_lines(change, document, movements, stations)
    found += held_parts_moved(change, document, args.lines)
    _publish(change, row)
    return applied(change, found, job_id=None, station_id=row.from_station_id)


def _receive(change: Change, actor: Actor, args: TransferReceive) -> Outcome:
    check_lane(change, f"transfer:{args.transfer_id}")
    into_own_van = args.technician_id == change.user_id
    if not into_own_van:
        check_station(actor, Role.CLERK, args.station_id)
    row = load(change.session, TransferRow, args.transfer_id)
    if row is None:
        raise Missing("The transfer has not arrived yet.", table="transfer", id=args.transfer_id)
    if not into_own_van or row.to_technician_id != change.user_id:
        check_station(actor, Role.CLERK, row.to_station_id)
    row.received = [*row.received, *args.lines]
    row.state = TransferState.RECEIVED.value
    row.received_by, row.received_at = change.user_id, change.happened_at
    place = transfers.destination(args.station_id, args.technician_id)
    movements = transfers.receive_movements(row.id, place, handed(args.lines))
    stations = stations_of(change, station_ids=[args.station_id], technician_id=args.technician_id)
    found = book_lines(change, Document("transfer", row.id), movements, stations)
    found += transfers.differences(row.id, place, pieces(row.sent), pieces(row.received))
    _publish(change, row)
    return applied(change, found, job_id=None, station_id=row.to_station_id)


def _publish(change: Change, row: TransferRow) -> None:
    change.publish("transfer", row.id, of_office_stock(row.from_station_id))
    change.publish("transfer", row.id, of_office_stock(row.to_station_id))
    if row.to_technician_id is not None:
        change.publish("transfer", row.id, of_person(row.to_technician_id))


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "transfer.send",
        Kind.FACT,
        roles=[Role.CLERK],
        schema=TransferSendBody,
        args=TransferSend,
        needs=lambda args: [
            ("transfer", args.transfer_id),
            ("station", args.to_station_id),
            *line_needs(args.lines, store(args.from_station_id), transit(args.transfer_id)),
            *hold_needs(args.lines),
        ],
        write=_send,
    ),
    declare(
        "transfer.receive",
        Kind.FACT,
        roles=[Role.CLERK, Role.TECHNICIAN],
        schema=TransferReceiveBody,
        args=TransferReceive,
        needs=lambda args: [
            ("transfer", args.transfer_id),
            *([("person", args.technician_id)] if args.technician_id else []),
            *line_needs(
                args.lines,
                transfers.destination(args.station_id, args.technician_id),
                transit(args.transfer_id),
            ),
        ],
        write=_receive,
    ),
)
