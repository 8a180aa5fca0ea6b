"""What arrived unexpected turns out to be an old part that is still out: a person says which (OLD-3)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane
from server.mutations.contradicting import applied
from server.mutations.custody import join_arrival
from server.mutations.custody_facts import fact_needs, old_part_of
from server.mutations.entry import Entry, declare
from server.rules.old_parts import OldPartState, check_match
from server.rules.people import Role
from server.tables.loading import load, matching
from server.tables.old_parts import OldPartReceiptRow, OldPartRow
from server.tables.photos import PhotoRow
from server.visibility.audiences import of_photo
from server.visibility.fields import Id
from sync.ports import Change, Kind, Outcome
from sync.refusal import Missing


class OldPartMatchBody(Schema):
    """``arrival_id`` is what came without a record; ``old_part_id`` is what it turned out to be."""

    arrival_id = Id(required=True)
    old_part_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class OldPartMatch:
    """See ``OldPartMatchBody``."""

    arrival_id: str
    old_part_id: str


def _match(change: Change, actor: Actor, args: OldPartMatch) -> Outcome:
    check_lane(change, f"old_part:{args.old_part_id}")
    old_part = old_part_of(change, actor, args.old_part_id)
    arrival = old_part_of(change, actor, args.arrival_id)
    receipt = load(change.session, OldPartReceiptRow, args.arrival_id)
    if receipt is None:
        raise Missing("The arrival has not arrived yet.", table="old_part_receipt", id=args.arrival_id)
    check_match(OldPartState(arrival.state), expected=arrival.expected, into=OldPartState(old_part.state))
    found = join_arrival(change, arrival, receipt, old_part)
    _take_photos_along(change, arrival, old_part)
    return applied(change, found, job_id=old_part.job_id, station_id=old_part.station_id)


def _take_photos_along(change: Change, arrival: OldPartRow, old_part: OldPartRow) -> None:
    """What was photographed in the store is of the old part from now on."""
    for photo in matching(change.session, PhotoRow, "of_id", arrival.id):
        photo.of_id = old_part.id
        change.publish("photo", photo.id, of_photo(photo.job_id, photo.station_id, photo.subject))


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "old_part.match",
        Kind.REQUEST,
        roles=[Role.CLERK, Role.MANAGER],
        schema=OldPartMatchBody,
        args=OldPartMatch,
        needs=lambda args: [
            ("old_part_receipt", args.arrival_id),
            ("photo.of_id", args.arrival_id),
            *fact_needs([args.old_part_id, args.arrival_id]),
        ],
        write=_match,
    ),
)
