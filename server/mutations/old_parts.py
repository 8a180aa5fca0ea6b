"""Old parts: tagged on site, received by a clerk (OLD-1, OLD-3)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_on_job
from server.mutations.contradicting import applied
from server.mutations.custody import (
    TagField,
    bind_tag,
    custody_needs,
    match_earlier_receipt,
    receive_unexpected,
    take_in,
)
from server.mutations.custody_facts import fact_needs
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_old_part
from server.mutations.visits import mark_late
from server.rules.old_parts import ON_THE_WAY, Condition, Mismatch, OldPartState
from server.rules.people import Role
from server.tables.loading import add, load, matching
from server.tables.old_parts import OldPartReceiptRow, OldPartRow
from server.visibility.fields import Code, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted


class OldPartTagBody(Schema):
    """A tag was hung on an old part."""

    old_part_id = Id(required=True)
    tag = TagField(required=True)


@dataclass(frozen=True, slots=True)
class OldPartTag:
    """See ``OldPartTagBody``."""

    old_part_id: str
    tag: str


class OldPartReceiveBody(Schema):
    """What the clerk has in hand; without an id it is looked for by its tag."""

    receipt_id = Id(required=True)
    old_part_id = Id(required=True, allow_none=True)
    tag = TagField(required=True, allow_none=True)
    condition = Code(Condition, required=True)
    mismatch = Code(Mismatch, required=True)
    serial_seen = Text(required=True, allow_none=True, most=60)
    note = Text(required=True, allow_none=True)
    shelf = Text(required=True, allow_none=True, most=24)


@dataclass(frozen=True, slots=True)
class OldPartReceive:
    """See ``OldPartReceiveBody``."""

    receipt_id: str
    old_part_id: str | None
    tag: str | None
    condition: str
    mismatch: str
    serial_seen: str | None
    note: str | None
    shelf: str | None


def _tag(change: Change, actor: Actor, args: OldPartTag) -> Outcome:
    old_part = load(change.session, OldPartRow, args.old_part_id)
    if old_part is None:
        raise Missing("The old part has not arrived yet.", table="old_part", id=args.old_part_id)
    if old_part.job_id is None:
        raise NotPermitted("What arrived unexpected belongs to no job and is not tagged anew.")
    check_on_job(change, actor, old_part.job_id, old_part.station_id, office=frozenset({Role.CLERK}))
    found = mark_late(change, old_part.visit_id)
    if old_part.tag != args.tag:
        found += bind_tag(change, old_part, args.tag)
        publish_old_part(change, old_part)
        found += match_earlier_receipt(change, old_part)
    return applied(change, found, job_id=old_part.job_id, station_id=old_part.station_id)


def _receive(change: Change, actor: Actor, args: OldPartReceive) -> Outcome:
    if load(change.session, OldPartReceiptRow, args.receipt_id) is not None:
        return APPLIED
    old_part = _expected(change, args)
    station_id = actor.station_id or (None if old_part is None else old_part.station_id)
    if station_id is None:
        raise NotPermitted("The head office has no store. Ask a station's clerk to receive this part.")
    receipt = OldPartReceiptRow(
        id=args.receipt_id,
        old_part_id=args.receipt_id if old_part is None else old_part.id,
        claimed_id=args.old_part_id,
        tag=args.tag,
        condition=args.condition,
        mismatch=args.mismatch,
        serial_seen=args.serial_seen,
        note=args.note,
        shelf=args.shelf,
        received_by=change.user_id,
        received_at=change.happened_at,
        mutation_id=change.mutation_id,
    )
    add(change.session, receipt)
    if old_part is None:
        found = receive_unexpected(change, receipt, station_id)
    else:
        found = take_in(change, old_part, receipt, station_id)
    job_id = None if old_part is None else old_part.job_id
    return applied(change, found, job_id=job_id, station_id=station_id if old_part is None else old_part.station_id)


def _expected(change: Change, args: OldPartReceive) -> OldPartRow | None:
    """Return the old part by its id, or else by its tag: one that is still on its way before one that is back."""
    if args.old_part_id is not None:
        known = load(change.session, OldPartRow, args.old_part_id)
        if known is not None:
            return known
    if args.tag is None:
        return None
    tagged = [row for row in matching(change.session, OldPartRow, "tag", args.tag) if row.expected]
    return min(tagged, key=lambda row: OldPartState(row.state) not in ON_THE_WAY, default=None)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "old_part.tag",
        Kind.FACT,
        roles=[Role.TECHNICIAN, Role.CLERK],
        schema=OldPartTagBody,
        args=OldPartTag,
        needs=lambda args: custody_needs(args.old_part_id, args.tag),
        write=_tag,
    ),
    declare(
        "old_part.receive",
        Kind.FACT,
        roles=[Role.CLERK],
        schema=OldPartReceiveBody,
        args=OldPartReceive,
        needs=lambda args: [
            ("old_part_receipt", args.receipt_id),
            *(fact_needs([args.old_part_id]) if args.old_part_id else []),
            *([("old_part.tag", args.tag)] if args.tag else []),
        ],
        write=_receive,
    ),
)
