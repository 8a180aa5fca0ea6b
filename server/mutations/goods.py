"""Goods receipts 接收单 and unused parts: what a clerk takes into the store (PART-3, PART-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, validate

from server.mutations.acting import Actor, check_station
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.stock_lines import (
    HandedBody,
    Lines,
    PiecesBody,
    book_lines,
    handed,
    line_needs,
    stations_of,
)
from server.mutations.stock_trails import Document
from server.rules import goods
from server.rules.goods import GoodsCondition, GoodsLine
from server.rules.people import Role
from server.rules.stock import MOST_PIECES, SUPPLIER, store, van
from server.tables.goods import GoodsReceiptRow, UnusedReturnRow
from server.tables.loading import add, load
from server.tables.numbers import next_number
from server.visibility.audiences import of_office_stock, of_requisition
from server.visibility.fields import Code, Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome


class GoodsLineBody(PiecesBody):
    """Pieces of one part as they were unpacked, none where the delivery note announced some and none came.

    What is not required came later: devices a month old do not send it.
    """

    quantity = Count(required=True, most=MOST_PIECES)
    announced = Count(load_default=None, allow_none=True, most=MOST_PIECES)
    spec = Text(required=True, allow_none=True, most=120)
    condition = Code(GoodsCondition, required=True)
    batch = Text(required=True, allow_none=True, most=60)
    serials = fields.List(Text(least=1, most=60), required=True, validate=validate.Length(max=500))


class GoodsReceiveBody(Schema):
    """A supplier's delivery."""

    receipt_id = Id(required=True)
    station_id = Id(required=True)
    supplier = Text(required=True, least=1, most=120)
    delivery_note = Text(required=True, allow_none=True, most=60)
    lines = Lines(GoodsLineBody, once=False, required=True)


@dataclass(frozen=True, slots=True)
class GoodsReceive:
    """See ``GoodsReceiveBody``."""

    receipt_id: str
    station_id: str
    supplier: str
    delivery_note: str | None
    lines: Sequence[dict[str, Any]]


class UnusedReceiveBody(Schema):
    """Parts that a technician took along and did not need, for a job or from the van."""

    return_id = Id(required=True)
    station_id = Id(required=True)
    technician_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    lines = Lines(HandedBody, required=True)


@dataclass(frozen=True, slots=True)
class UnusedReceive:
    """See ``UnusedReceiveBody``."""

    return_id: str
    station_id: str
    technician_id: str
    job_id: str | None
    lines: Sequence[dict[str, Any]]


def _receive(change: Change, actor: Actor, args: GoodsReceive) -> Outcome:
    check_station(actor, Role.CLERK, args.station_id)
    if load(change.session, GoodsReceiptRow, args.receipt_id) is not None:
        return APPLIED
    row = GoodsReceiptRow(
        id=args.receipt_id,
        number=next_number(change.session, f"JS-{change.received_at:%y%m}"),
        station_id=args.station_id,
        supplier=args.supplier,
        delivery_note=args.delivery_note,
        lines=list(args.lines),
        received_by=change.user_id,
        received_at=change.happened_at,
    )
    add(change.session, row)
    lines = [_goods_line(line) for line in args.lines]
    movements = goods.goods_movements(args.station_id, lines)
    stations = stations_of(change, station_ids=[args.station_id])
    found = book_lines(change, Document("goods_receipt", row.id), movements, stations)
    found += goods.not_good(row.id, lines)
    change.publish("goods_receipt", row.id, of_office_stock(row.station_id))
    return applied(change, found, job_id=None, station_id=row.station_id)


def _receive_unused(change: Change, actor: Actor, args: UnusedReceive) -> Outcome:
    check_station(actor, Role.CLERK, args.station_id)
    if load(change.session, UnusedReturnRow, args.return_id) is not None:
        return APPLIED
    stations = stations_of(change, station_ids=[args.station_id], technician_id=args.technician_id)
    row = UnusedReturnRow(
        id=args.return_id,
        number=next_number(change.session, f"TL-{change.received_at:%y%m}"),
        station_id=args.station_id,
        technician_id=args.technician_id,
        job_id=args.job_id,
        lines=list(args.lines),
        received_by=change.user_id,
        received_at=change.happened_at,
    )
    add(change.session, row)
    movements = goods.unused_movements(
        station_id=args.station_id, technician_id=args.technician_id, returned=handed(args.lines)
    )
    found = book_lines(change, Document("unused_return", row.id), movements, stations)
    change.publish("unused_return", row.id, of_requisition(row.technician_id, row.station_id))
    return applied(change, found, job_id=None, station_id=row.station_id)


def _goods_line(line: Mapping[str, Any]) -> GoodsLine:
    condition = GoodsCondition(line["condition"])
    return GoodsLine(line["part_id"], line["quantity"], condition, line["batch"], line["announced"])


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "goods.receive",
        Kind.FACT,
        roles=[Role.CLERK],
        schema=GoodsReceiveBody,
        args=GoodsReceive,
        needs=lambda args: [
            ("goods_receipt", args.receipt_id),
            *line_needs(args.lines, SUPPLIER, store(args.station_id)),
        ],
        write=_receive,
    ),
    declare(
        "unused.receive",
        Kind.FACT,
        roles=[Role.CLERK],
        schema=UnusedReceiveBody,
        args=UnusedReceive,
        needs=lambda args: [
            ("unused_return", args.return_id),
            ("person", args.technician_id),
            *line_needs(args.lines, van(args.technician_id), store(args.station_id)),
        ],
        write=_receive_unused,
    ),
)
