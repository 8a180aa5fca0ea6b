"""Bookings in the ledger of parts, and the opening balance (PART-1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import SYSTEM, Actor
from server.mutations.entry import Entry, declare
from server.mutations.stock_trails import Document, trace
from server.rules.people import Role
from server.rules.stock import Movement, balances, old_parts_of, opening_movement, store, unit, van
from server.tables.jobs import JobRow
from server.tables.loading import load
from server.tables.parts import PartRow
from server.tables.people import PersonRow, StationRow
from server.tables.stock import STOCK_MOVEMENTS, Posting, post, stock_id
from server.visibility.audiences import of_stock
from server.visibility.fields import Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing

MOST_PIECES = 1_000_000

SWAPPED = "swapped"
"""The need of a swap, by the part's id: the balances that it changes."""


class StockOpenBody(Schema):
    """How many pieces are at a place when its books begin: ``van:<person>`` or ``store:<station>``."""

    location = Text(required=True, most=60)
    part_id = Id(required=True)
    quantity = Count(required=True, least=1, most=MOST_PIECES)


@dataclass(frozen=True, slots=True)
class StockOpen:
    """See ``StockOpenBody``."""

    location: str
    part_id: str
    quantity: int


def book(
    change: Change,
    movements: Sequence[Movement],
    stations: Mapping[str, str],
    *,
    document: Document | None = None,
    first_line: int = 1,
) -> dict[tuple[str, str], int]:
    """Book the movements of this mutation, tell who sees the stock, and return what is on hand now.

    ``stations`` names the station of each van and store; stock at other locations is nobody's to see.
    """
    for line, movement in enumerate(movements, first_line):
        moved = {
            "mutation_id": change.mutation_id,
            "line": line,
            "from_location": movement.from_location,
            "to_location": movement.to_location,
            "part_id": movement.part_id,
            "quantity": movement.quantity,
            "moved_at": change.happened_at,
            "batch": movement.batch,
        }
        change.append(STOCK_MOVEMENTS, moved)
    postings = {
        key: Posting(*key, quantity=quantity, station_id=stations.get(key[0]))
        for key, quantity in balances(movements).items()
    }
    now = post(change.session, list(postings.values()))
    for (location, _), posting in postings.items():
        if location in stations:
            change.publish("stock", posting.stock_id, of_stock(location, stations[location]))
    trace(change, movements, stations, document=document, first_line=first_line)
    return {key: now[posting.stock_id] for key, posting in postings.items()}


def stock_of_swaps(swapped_on: Iterable[JobRow], part_ids: Iterable[str]) -> list[str]:
    """Return the ids of the balances that swaps of these parts change when a job's technicians record them."""
    locations: set[str] = set()
    for job in swapped_on:
        locations |= {unit(job.equipment_id, job.id), store(job.station_id)}
        for technician in job.technicians:
            locations |= {van(technician["user_id"]), old_parts_of("technician", technician["user_id"])}
    return [stock_id(location, part_id) for location in locations for part_id in part_ids]


def _open(change: Change, actor: Actor, args: StockOpen) -> Outcome:  # noqa: ARG001
    movement = opening_movement(args.location, args.part_id, args.quantity)
    if load(change.session, PartRow, args.part_id) is None:
        raise Missing("The part has not arrived yet.", table="part", id=args.part_id)
    stations = {args.location: station_of(change, args.location)}
    book(change, [movement], stations, document=Document("stock", stock_id(args.location, args.part_id)))
    return APPLIED


def station_of(change: Change, location: str) -> str:
    """Return the station of a store, or that of the technician whose van it is (PART-7)."""
    kind, _, owner = location.partition(":")
    if kind == "store" and load(change.session, StationRow, owner) is not None:
        return owner
    person = load(change.session, PersonRow, owner) if kind == "van" else None
    if person is None or person.station_id is None:
        raise Missing("Nobody and no station has this id yet.", location=location)
    return person.station_id


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "stock.open",
        Kind.REQUEST,
        roles=[Role.ADMINISTRATOR, SYSTEM],
        schema=StockOpenBody,
        args=StockOpen,
        needs=lambda args: [("part", args.part_id)],
        write=_open,
    ),
)
