"""Stock counts 盘点: the difference between shelf and books is booked with its reason (PART-1)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, validate

from server.mutations.acting import Actor, check_station
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.presets import preset
from server.mutations.stock import station_of
from server.mutations.stock_lines import Lines, book_lines, line_needs
from server.mutations.stock_trails import Document
from server.rules.counts import DIFFERENCE, CountLine, CountReason, count_movements, large_differences
from server.rules.people import Role
from server.rules.stock import van
from server.tables.counts import StockCountRow
from server.tables.loading import add, load
from server.tables.numbers import next_number
from server.visibility.audiences import of_stock
from server.visibility.fields import AnyText, Code, Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome

_MOST_COUNTED = 1_000_000
_PLACE = re.compile(r"^(van|store):[0-9a-f-]{36}$")


class Place(AnyText):
    """A store or a van: what a person can walk to and count."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(most=60, **rest)
        self.validators.append(validate.Regexp(_PLACE, error="Name a van or a station's store."))

    def fits(self, value: Any) -> bool:
        return super().fits(value) and _PLACE.fullmatch(value) is not None


class CountLineBody(Schema):
    """One part: what lies there, what the counting device's books had shown, and why they differ."""

    part_id = Id(required=True)
    counted = Count(required=True, most=_MOST_COUNTED)
    expected = Count(required=True, least=-_MOST_COUNTED, most=_MOST_COUNTED)
    reason = Code(CountReason, required=True, allow_none=True)


class CountRecordBody(Schema):
    """A count of some parts in a store or a van; a technician counts their own van."""

    count_id = Id(required=True)
    location = Place(required=True)
    note = Text(required=True, allow_none=True, most=400)
    lines = Lines(CountLineBody, required=True)


@dataclass(frozen=True, slots=True)
class CountRecord:
    """See ``CountRecordBody``."""

    count_id: str
    location: str
    note: str | None
    lines: Sequence[dict[str, Any]]


def _record(change: Change, actor: Actor, args: CountRecord) -> Outcome:
    station_id = station_of(change, args.location)
    if args.location != van(actor.user_id):
        check_station(actor, Role.CLERK, station_id)
    if load(change.session, StockCountRow, args.count_id) is not None:
        return APPLIED
    row = StockCountRow(
        id=args.count_id,
        number=next_number(change.session, f"PD-{change.received_at:%y%m}"),
        station_id=station_id,
        location=args.location,
        lines=list(args.lines),
        note=args.note,
        counted_by=change.user_id,
        counted_at=change.happened_at,
    )
    add(change.session, row)
    lines = [CountLine(line["part_id"], line["counted"], line["expected"]) for line in args.lines]
    movements = count_movements(args.location, lines)
    found = book_lines(change, Document("stock_count", row.id), movements, {args.location: station_id})
    most = preset(change.session, "count_difference_most")
    found += large_differences(row.id, args.location, lines, most=most)
    change.publish("stock_count", row.id, of_stock(row.location, station_id))
    return applied(change, found, job_id=None, station_id=station_id)


def _needs(args: CountRecord) -> list[tuple[str, str]]:
    kind, _, owner = args.location.partition(":")
    place = ("person", owner) if kind == "van" else ("station", owner)
    return [("stock_count", args.count_id), place, *line_needs(args.lines, args.location, DIFFERENCE)]


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "count.record",
        Kind.FACT,
        roles=[Role.CLERK, Role.TECHNICIAN],
        schema=CountRecordBody,
        args=CountRecord,
        needs=_needs,
        write=_record,
    ),
)
