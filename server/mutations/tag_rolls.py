"""Rolls of tags: a clerk or a manager asks for so many, the server allots codes that no tag has had (OLD-1)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema
from sqlalchemy.orm import Session

from server.mutations.acting import Actor, check_lane
from server.mutations.entry import Entry, declare
from server.rules.people import Role
from server.rules.tag_rolls import MOST_TAGS, tags_of
from server.tables.loading import add, load
from server.tables.numbers import next_number, reserve
from server.tables.tag_rolls import TagRollRow, any_hangs
from server.visibility.audiences import of_books
from server.visibility.fields import Count, Id
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import NotPermitted

_PLACES = "tag places"
_MAY_PRINT = (Role.CLERK, Role.MANAGER)


class TagRollPrintBody(Schema):
    """How many tags, and for which station."""

    roll_id = Id(required=True)
    station_id = Id(required=True)
    count = Count(required=True, least=1, most=MOST_TAGS)


@dataclass(frozen=True, slots=True)
class TagRollPrint:
    """See ``TagRollPrintBody``."""

    roll_id: str
    station_id: str
    count: int


def _print(change: Change, actor: Actor, args: TagRollPrint) -> Outcome:
    check_lane(change, f"tag_roll:{args.roll_id}")
    if not any(actor.is_office(role, args.station_id) for role in _MAY_PRINT):
        raise NotPermitted("Print tags for your own station.", station_id=args.station_id)
    if load(change.session, TagRollRow, args.roll_id) is not None:
        return APPLIED
    first = _allot(change.session, args.count)
    tags = tags_of(first, args.count)
    row = TagRollRow(
        id=args.roll_id,
        number=next_number(change.session, f"BQ-{change.received_at:%y%m}"),
        station_id=args.station_id,
        first_place=first,
        count=args.count,
        first_tag=tags[0],
        last_tag=tags[-1],
        printed_by=change.user_id,
        printed_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("tag_roll", row.id, of_books(row.station_id))
    return APPLIED


def _allot(session: Session, count: int) -> int:
    """Return the first of ``count`` places whose tags hang nowhere yet; places left out are never used."""
    while True:
        first = reserve(session, _PLACES, count) - 1
        session.flush()
        if not any_hangs(session, tags_of(first, count)):
            return first


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "tag_roll.print",
        Kind.REQUEST,
        roles=_MAY_PRINT,
        schema=TagRollPrintBody,
        args=TagRollPrint,
        needs=lambda args: [("tag_roll", args.roll_id)],
        write=_print,
    ),
)
