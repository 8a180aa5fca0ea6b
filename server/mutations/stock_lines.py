"""The lines of stock documents: how they travel, what they load, and how they are booked (PART-1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from server.mutations.batch_holds import holds_of
from server.mutations.stock import book
from server.mutations.stock_trails import Document
from server.rules.batch_holds import is_held
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.stock import MOST_PIECES, Handed, Movement, below_zero, store, van
from server.tables.loading import load
from server.tables.parts import PartRow
from server.tables.people import PersonRow
from server.tables.stock import stock_batch_id, stock_id
from server.visibility.fields import Count, Id, Text
from sync.ports import Change
from sync.refusal import Missing

_MOST_LINES = 200
_MOST_SERIALS = 500


class PiecesBody(Schema):
    """So many of a part."""

    part_id = Id(required=True)
    quantity = Count(required=True, least=1, most=MOST_PIECES)


class HandedBody(PiecesBody):
    """So many of a part that went from hand to hand, with their batch and the serial numbers of those that have one.

    What is not required came later: devices a month old do not send it.
    """

    batch = Text(load_default=None, allow_none=True, least=1, most=60)
    serials = fields.List(Text(least=1, most=60), required=True, validate=validate.Length(max=_MOST_SERIALS))


class Lines(fields.List[Any]):
    """Some lines. With ``once`` each part stands in one of them, or in one for each of its batches."""

    def __init__(self, line: type[Schema], *, once: bool = True, least: int = 1, **rest: Any) -> None:
        super().__init__(fields.Nested(line), validate=validate.Length(least, _MOST_LINES), **rest)
        self._once = once

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        lines: list[Any] = super()._deserialize(value, attr, data, **kwargs)
        if self._once and len({(line["part_id"], line.get("batch")) for line in lines}) < len(lines):
            raise ValidationError("Name each part, or each of its batches, in one line.")
        return lines


def pieces(lines: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Return the quantity of each part."""
    totals: dict[str, int] = {}
    for line in lines:
        totals[line["part_id"]] = totals.get(line["part_id"], 0) + line["quantity"]
    return totals


def handed(lines: Iterable[Mapping[str, Any]]) -> list[Handed]:
    """Return the pieces of each line with their batch."""
    return [Handed(line["part_id"], line["quantity"], line.get("batch")) for line in lines]


def line_needs(lines: Iterable[Mapping[str, Any]], *locations: str) -> list[tuple[str, str]]:
    """Return the parts of the lines and their balances at these locations."""
    part_ids = {line["part_id"] for line in lines}
    balances = [("stock", stock_id(location, part_id)) for location in locations for part_id in part_ids]
    batches = [
        ("stock_batch", stock_batch_id(location, line["part_id"], line["batch"]))
        for location in locations
        for line in lines
        if line.get("batch")
    ]
    return [*(("part", part_id) for part_id in part_ids), *balances, *batches]


def hold_needs(lines: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Return the holds on the parts of the lines (PART-9)."""
    return [("batch_hold.part_id", line["part_id"]) for line in lines]


def stations_of(change: Change, *, station_ids: Iterable[str], technician_id: str | None = None) -> dict[str, str]:
    """Return whose books the stores and the van are; holds the mutation until the technician is known (PART-7)."""
    stations = {store(station_id): station_id for station_id in station_ids}
    if technician_id is None:
        return stations
    person = load(change.session, PersonRow, technician_id)
    if person is None or person.station_id is None:
        raise Missing("Nobody of a station has this id yet.", table="person", id=technician_id)
    return {**stations, van(technician_id): person.station_id}


def parts_on_hold(change: Change, part_ids: Iterable[str]) -> frozenset[str]:
    """Return which of the parts nobody may issue (PART-9)."""
    known = (load(change.session, PartRow, part_id) for part_id in part_ids)
    return frozenset(part.id for part in known if part is not None and part.on_hold)


def book_lines(
    change: Change, document: Document, movements: Sequence[Movement], stations: Mapping[str, str]
) -> list[Discrepancy]:
    """Book a document's movements; return each part that the catalogue lacks, and each place that gave too much."""
    on_hand = book(change, movements, stations, document=document)
    taken: dict[tuple[str, str], int] = {}
    for movement in movements:
        if movement.from_location in stations:
            key = (movement.from_location, movement.part_id)
            taken[key] = taken.get(key, 0) + movement.quantity
    found = _unknown_parts(change, document, {movement.part_id for movement in movements})
    for (location, part_id), quantity in taken.items():
        short = below_zero(
            location,
            part_id,
            quantity=on_hand[location, part_id],
            taken=quantity,
            subject_table=document.table,
            subject_id=document.row_id,
        )
        found += [] if short is None else [replace(short, piece=part_id)]
    return found


def held_parts_moved(change: Change, document: Document, lines: Iterable[Mapping[str, Any]]) -> list[Discrepancy]:
    """Return each part that left a store although it, or its batch, is on hold (PART-9)."""
    lines = list(lines)
    held = parts_on_hold(change, pieces(lines))
    batches: dict[str, list[str | None]] = {part_id: [] for part_id in held}
    for line in lines:
        part_id, batch = line["part_id"], line.get("batch")
        if part_id in held or is_held(part_id, batch, holds_of(change, part_id)):
            batches.setdefault(part_id, []).append(batch)
    return [
        _about(document, DiscrepancyKind.PART_ON_HOLD, part_id, why=None, batches=[one for one in some if one])
        for part_id, some in sorted(batches.items())
    ]


def _unknown_parts(change: Change, document: Document, part_ids: Iterable[str]) -> list[Discrepancy]:
    unknown = [part_id for part_id in sorted(part_ids) if load(change.session, PartRow, part_id) is None]
    return [_about(document, DiscrepancyKind.UNKNOWN_PART, part_id) for part_id in unknown]


def _about(document: Document, kind: DiscrepancyKind, part_id: str, **detail: Any) -> Discrepancy:
    return Discrepancy(kind, document.table, document.row_id, {"part_id": part_id, **detail}, piece=part_id)
