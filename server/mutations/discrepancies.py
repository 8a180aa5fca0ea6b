"""Discrepancies: settled by the station's manager."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_station
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_discrepancy
from server.mutations.stock import book
from server.mutations.stock_trails import Document
from server.mutations.telling import tell_about
from server.rules.discrepancies import DiscrepancyKind, DiscrepancyState, Settlement, check_pass_on, check_settlement
from server.rules.people import Role
from server.rules.stock import Movement, store
from server.rules.transfers import settling_movements
from server.tables.discrepancies import DiscrepancyRow
from server.tables.loading import load, preload
from server.tables.people import PersonRow
from server.tables.stock import StockRow, stock_id
from server.visibility.fields import Code, Id, Text, moment
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing


class DiscrepancySettleBody(Schema):
    """How it is settled, and why."""

    discrepancy_id = Id(required=True)
    settlement = Code(Settlement, required=True)
    note = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class DiscrepancySettle:
    """See ``DiscrepancySettleBody``."""

    discrepancy_id: str
    settlement: str
    note: str


class DiscrepancyPassOnBody(Schema):
    """Who is to look into it now, and what is wanted or was found out."""

    discrepancy_id = Id(required=True)
    to = Id(required=True)
    note = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class DiscrepancyPassOn:
    """See ``DiscrepancyPassOnBody``."""

    discrepancy_id: str
    to: str
    note: str


def _pass_on(change: Change, actor: Actor, args: DiscrepancyPassOn) -> Outcome:
    row = load(change.session, DiscrepancyRow, args.discrepancy_id)
    if row is None:
        raise Missing("The discrepancy has not arrived yet.", table="discrepancy", id=args.discrepancy_id)
    if row.owner_id != actor.user_id:
        check_station(actor, Role.MANAGER, row.station_id)
    person = load(change.session, PersonRow, args.to)
    works_here = person is not None and person.active and person.station_id in {None, row.station_id}
    check_pass_on(DiscrepancyState(row.state), owner_id=row.owner_id, to=args.to, works_here=works_here)
    passed = {"by": change.user_id, "to": args.to, "at": moment(change.happened_at), "note": args.note}
    row.owner_id, row.passes = args.to, [*(row.passes or []), passed]
    publish_discrepancy(change, row)
    tell_about(change, args.to, "discrepancy_passed_on", "")
    return APPLIED


def _settle(change: Change, actor: Actor, args: DiscrepancySettle) -> Outcome:
    row = load(change.session, DiscrepancyRow, args.discrepancy_id)
    if row is None:
        raise Missing("The discrepancy has not arrived yet.", table="discrepancy", id=args.discrepancy_id)
    check_station(actor, Role.MANAGER, row.station_id)
    settlement = Settlement(args.settlement)
    check_settlement(DiscrepancyState(row.state), DiscrepancyKind(row.kind), settlement)
    row.state, row.settlement, row.note = DiscrepancyState.SETTLED.value, settlement.value, args.note
    row.settled_by, row.settled_at = change.user_id, change.happened_at
    if settlement is Settlement.BOOK_TRANSFER:
        _transfer(change, row)
    if row.kind == DiscrepancyKind.TRANSFER_DIFFERS:
        _clear_the_road(change, row, settlement)
    publish_discrepancy(change, row)
    return APPLIED


def _transfer(change: Change, row: DiscrepancyRow) -> None:
    """Book what was short from the station's store to where it was used (PART-1)."""
    place, shelves = row.detail["location"], store(row.station_id)
    came = Movement(shelves, place, row.detail["part_id"], row.detail["short"])
    stations = {place: row.station_id, shelves: row.station_id}
    book(change, [came], stations, document=Document("discrepancy", row.id))


def _clear_the_road(change: Change, row: DiscrepancyRow, settlement: Settlement) -> None:
    """Book what is still in transit to where the person says that it is (PART-7)."""
    location, part_id = row.detail["location"], row.detail["part_id"]
    place = row.detail.get("to", store(row.station_id))
    (balance,) = preload(change.session, StockRow, [stock_id(location, part_id)], lock=True)
    movements = settling_movements(settlement, location=location, place=place, part_id=part_id, left=balance.quantity)
    document = Document("discrepancy", row.id)
    book(change, movements, {place: row.station_id}, document=document)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "discrepancy.pass_on",
        Kind.REQUEST,
        roles=[Role.MANAGER, Role.CLERK, Role.DISPATCHER, Role.TECHNICIAN],
        schema=DiscrepancyPassOnBody,
        args=DiscrepancyPassOn,
        needs=lambda args: [("discrepancy", args.discrepancy_id), ("person", args.to)],
        write=_pass_on,
    ),
    declare(
        "discrepancy.settle",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=DiscrepancySettleBody,
        args=DiscrepancySettle,
        needs=lambda args: [("discrepancy", args.discrepancy_id)],
        write=_settle,
    ),
)
