"""A technician says which parts come back unused, so that the store expects them (PART-6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor
from server.mutations.entry import Entry, declare
from server.mutations.stock_lines import Lines, PiecesBody
from server.rules.people import Role
from server.tables.loading import add, load
from server.tables.unused_notices import UnusedNoticeRow
from server.visibility.audiences import of_requisition
from server.visibility.fields import Id
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import NotPermitted


class UnusedAnnounceBody(Schema):
    """What will be brought back. The clerk's ``unused.receive`` bears the same ``return_id`` and does the booking."""

    return_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    lines = Lines(PiecesBody, required=True)


@dataclass(frozen=True, slots=True)
class UnusedAnnounce:
    """See ``UnusedAnnounceBody``."""

    return_id: str
    job_id: str | None
    lines: Sequence[dict[str, Any]]


def _announce(change: Change, actor: Actor, args: UnusedAnnounce) -> Outcome:
    if actor.station_id is None:
        raise NotPermitted("The head office has no store. A technician of a station brings parts back.")
    if load(change.session, UnusedNoticeRow, args.return_id) is not None:
        return APPLIED
    row = UnusedNoticeRow(
        id=args.return_id,
        station_id=actor.station_id,
        technician_id=change.user_id,
        job_id=args.job_id,
        lines=list(args.lines),
        announced_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("unused_notice", row.id, of_requisition(row.technician_id, row.station_id))
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "unused.announce",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=UnusedAnnounceBody,
        args=UnusedAnnounce,
        needs=lambda args: [("unused_notice", args.return_id)],
        write=_announce,
    ),
)
